"""The newsroom's own guideline."""

from pytestqt.qtbot import QtBot

from annotator.core.guideline import shipped
from annotator.ui.label_sets.guideline_form import GuidelineForm
from tests.ui.label_sets.sets import NEWSROOM


def shown(qtbot: QtBot) -> tuple[GuidelineForm, list[tuple[str, ...]]]:
    form, told = GuidelineForm(), list[tuple[str, ...]]()
    qtbot.addWidget(form)
    form.edited.connect(lambda *words: told.append(words))
    form.show_chapter(NEWSROOM, {"id": {"claim": "Aturan kami."}}, "claim")
    return form, told


def turn(form: GuidelineForm, language: str) -> None:
    form.language.setCurrentIndex(form.language.findData(language))
    form.language.activated.emit(0)


def test_it_begins_with_what_ships(qtbot: QtBot) -> None:
    form, told = shown(qtbot)
    turn(form, "en")
    assert form.text.toPlainText() == shipped("newsroom", "en")["claim"]
    assert form.state.text() == "This is the text that ships."
    assert not form.back.isEnabled()
    assert told == []


def test_what_is_written_is_told_with_label_and_language(qtbot: QtBot) -> None:
    form, told = shown(qtbot)
    turn(form, "en")
    form.text.setPlainText("Ours.")
    assert told == [("claim", "en", "Ours.")]
    assert form.state.text() == "This is the newsroom’s own text."
    form.back.click()
    assert told[-1] == ("claim", "en", shipped("newsroom", "en")["claim"])


def test_the_newsroom_s_own_words_and_other_languages_are_shown(qtbot: QtBot) -> None:
    form, told = shown(qtbot)
    turn(form, "id")
    assert form.text.toPlainText() == "Aturan kami."
    assert form.back.isEnabled()
    turn(form, "fr")
    assert form.text.toPlainText() == ""
    assert form.state.text() == "Nothing ships in this language."
    assert told == []
