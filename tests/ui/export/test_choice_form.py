"""What is chosen in the form is what a selection says, and back."""

from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from annotator import resources
from annotator.core.schema_file import read_label_set
from annotator.core.selection import GOLD, Selection, Unit
from annotator.ui.export.choice_form import ChoiceForm
from annotator.ui.export.choices import FormatChoice, Offered, Scope

NEWSROOM = read_label_set(resources.read_toml("label_sets", "newsroom", "label_set.toml"))
PLAIN = read_label_set(resources.read_toml("label_sets", "plain", "label_set.toml"))
LISTED = tuple(UUID(int=number) for number in range(12))
OFFERED = Offered(
    NEWSROOM,
    10_000,
    UUID(int=7),
    "Prices rise",
    LISTED,
    3,
    1,
    ("Ana", "Ben Wijaya"),
    ("id", "ar", ""),
    ("Kantor Berita", "X & Y"),
)


def _form(qtbot: QtBot, offered: Offered = OFFERED) -> ChoiceForm:
    form = ChoiceForm(offered)
    form.fit(FormatChoice("brat", "brat", (".ann",), heeds=frozenset({"unit", "with_furniture"})))
    qtbot.addWidget(form)
    form.show()
    return form


def test_by_default_everything_is_chosen(qtbot: QtBot) -> None:
    form = _form(qtbot)
    assert form.selection() == Selection()
    assert form.scopes[Scope.ALL].text() == "All 10,000 articles"
    assert form.narrow.text() == "Only some of it… ▾"


def test_a_selection_comes_back(qtbot: QtBot) -> None:
    wanted = Selection(
        labels=("claim", "denial"),
        reading=GOLD,
        annotators=("Ana",),
        states=("approved",),
        languages=("ar",),
        outlets=("X & Y",),
        since="2026-01-01",
        until="2026-01-31",
        attributes=(("quote_type", "direct"),),
        with_held=True,
        with_off_record=True,
        pseudonyms=True,
        negatives=False,
        unit=Unit.SENTENCE,
        context=2,
    )
    form = _form(qtbot)
    with qtbot.waitSignal(form.changed):
        form.set_selection(wanted)
    assert form.selection() == wanted
    assert form.narrow.text() == "Only some of it: 8 chosen ▾"


def test_what_a_recipe_asks_for_and_is_no_longer_there_widens_nothing(qtbot: QtBot) -> None:
    form = _form(qtbot, Offered(PLAIN, 5, people=("Ana",)))
    wanted = Selection(reading="Zed", with_held=True, with_off_record=True, unit=Unit.SENTENCE, context=40)
    assert not any(part.isVisible() for part in (form.reading_box, form.held, form.off_record))
    form.set_selection(wanted)
    assert form.selection() == wanted
    assert form.reading_box.currentText() == "Zed (from the recipe)"
    assert form.held.isVisible()
    assert form.held.text() == "Articles on hold (none now)"
    assert form.off_record.isVisible()


def test_the_filters_are_folded_away_until_they_are_wanted(qtbot: QtBot) -> None:
    form = _form(qtbot)
    assert not form.filters.labels.isVisible()
    qtbot.keyClick(form.narrow, Qt.Key.Key_Space)
    assert form.filters.labels.isVisible()
    assert not form.context.isVisible()
    form.unit_box.setCurrentIndex(form.unit_box.findData(Unit.SENTENCE))
    assert form.context.isVisible()


def test_only_what_there_is_can_be_chosen(qtbot: QtBot) -> None:
    form = _form(qtbot, Offered(PLAIN, 1, people=("Ana",)))
    assert not form.scopes[Scope.OPEN].isEnabled()
    for part in (form.scopes[Scope.LISTED], form.reading_box, form.held, form.masked, form.off_record):
        assert not part.isVisible()
    assert form.scopes[Scope.ALL].text() == "The one article of the project"


@pytest.mark.parametrize(
    ("held", "protected", "words", "masked"),
    [
        (1, 1, "The 1 article on hold", "The name of the protected source is"),
        (1_200, 3, "The 1,200 articles on hold", "The names of the 3 protected sources are"),
    ],
)
def test_what_is_held_back_is_offered_with_its_count_and_off(
    qtbot: QtBot, held: int, protected: int, words: str, masked: str
) -> None:
    form = _form(qtbot, Offered(NEWSROOM, 5, held=held, protected=protected))
    assert words in form.held.text()
    assert form.masked.text().startswith(masked)
    assert not form.selection().with_held
    qtbot.keyClick(form.held, Qt.Key.Key_Space)
    assert form.selection().with_held


def test_the_articles_of_a_recipe_are_those_it_names(qtbot: QtBot) -> None:
    form = _form(qtbot)
    named = (UUID(int=99),)
    form.set_selection(Selection(documents=named))
    assert form.scopes[Scope.KEPT].text() == "The article of the recipe"
    assert form.documents() == named
    form.scopes[Scope.OPEN].setChecked(True)
    assert form.documents() == (UUID(int=7),)
    form.set_selection(Selection())
    assert not form.scopes[Scope.KEPT].isVisible()
    assert form.documents() is None


def test_articles_are_chosen_by_keys(qtbot: QtBot) -> None:
    form = _form(qtbot)
    with qtbot.waitSignal(form.changed):
        qtbot.keyClick(form.scopes[Scope.LISTED], Qt.Key.Key_Space)
    assert form.documents() == LISTED
    assert form.scopes[Scope.LISTED].text() == "The 12 articles that the list shows"


def test_what_changes_nothing_of_a_format_is_neither_shown_nor_asked_for(qtbot: QtBot) -> None:
    form = _form(qtbot)
    form.unit_box.setCurrentIndex(form.unit_box.findData(Unit.SENTENCE))
    qtbot.keyClick(form.furniture, Qt.Key.Key_Space)
    assert form.with_furniture
    form.fit(FormatChoice("csv", "CSV", (".csv",)))
    assert not any(part.isVisible() for part in (form.unit_box, form.context, form.furniture))
    assert (form.selection().unit, form.with_furniture) == (Unit.ARTICLE, False)
