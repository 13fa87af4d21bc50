"""Two views of the same readings."""

from pytestqt.qtbot import QtBot

from annotator.core.spans import Span
from annotator.ui.disputes.texts import DisputedTexts
from annotator.ui.theme import read_theme
from tests.core.submitted import BEN, reading
from tests.ui.disputes.made import LABELS, READINGS, TEXT, article


def shown(qtbot: QtBot) -> DisputedTexts:
    texts = DisputedTexts()
    qtbot.addWidget(texts)
    texts.resize(600, 400)
    texts.set_look(read_theme("light"), 100)
    texts.show_article(article(), LABELS, "light")
    return texts


def test_merged_first_and_side_by_side_when_it_is_asked_for(qtbot: QtBot) -> None:
    texts = shown(qtbot)
    assert texts.currentWidget() is texts.pane
    assert {span.id.int for span in texts.pane.spans} == {1, 2, 11, 12, 13}
    assert not texts.columns.columns  # not made before it is looked at
    texts.set_side_by_side(True)
    assert texts.currentWidget() is texts.columns
    assert [len(column.spans) for column in texts.columns.columns] == [2, 3]


def test_the_same_article_again_shows_what_has_changed(qtbot: QtBot) -> None:
    texts = shown(qtbot)
    texts.set_side_by_side(True)
    texts.focus(Span(0, 15))
    texts.show_article(article(readings=(READINGS[0], reading(BEN))), LABELS, "light")
    assert [len(column.spans) for column in texts.columns.columns] == [2, 0]
    assert texts.pane.focused == Span(0, 15)


def test_another_text_begins_anew(qtbot: QtBot) -> None:
    texts = shown(qtbot)
    texts.focus(Span(0, 15))
    texts.show_article(article(text=TEXT.upper()), LABELS, "light")
    assert texts.pane.focused is None
    assert texts.pane.text == TEXT.upper()


def test_letters_are_as_large_as_is_wished(qtbot: QtBot) -> None:
    texts = shown(qtbot)
    texts.set_side_by_side(True)
    texts.set_look(read_theme("dark"), 150)
    assert texts.pane.zoom == 150
    assert texts.pane.theme.name == "dark"
    height = texts.columns._tops[-1]
    texts.set_look(read_theme("dark"), 100)
    assert texts.columns._tops[-1] < height
