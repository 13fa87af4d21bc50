"""The filters offer what there is and say what is chosen."""

from datetime import date
from uuid import UUID

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from annotator import resources
from annotator.core.records import Status
from annotator.core.schema_file import read_label_set
from annotator.core.search_filters import EVERYTHING, Filters, Reading
from annotator.core.search_results import SearchChoices
from annotator.ui.search.filter_row import FilterButton, FilterRow

ANA = UUID(int=1)


@pytest.fixture
def row(qtbot: QtBot) -> FilterRow:
    labels = read_label_set(resources.read_toml("label_sets", "newsroom", "label_set.toml"))
    made = FilterRow()
    qtbot.addWidget(made)
    made.set_choices(SearchChoices(labels, {ANA: "Ana"}, ("id", "und"), ("Rice & Co", "Gazette")))
    made.show()
    return made


def choose(button: FilterButton, *words: str) -> None:
    for action in button.menu().actions():
        if action.text() in words:
            action.trigger()


def test_nothing_is_narrowed_at_first(row: FilterRow) -> None:
    assert row.filters() == EVERYTHING
    assert not row.clear.isVisible()


def test_what_is_chosen_is_asked_for_and_said(row: FilterRow) -> None:
    told: list[Filters] = []
    row.changed.connect(lambda: told.append(row.filters()))
    choose(row.labels, "Claim", "Quote")
    choose(row.annotators, "Ana")
    choose(row.outlets, "Rice && Co")
    choose(row.readings, "Begun", "Withheld", "Older versions, too")
    QTest.keyClicks(row.until, "2025")
    assert told[-1] == Filters(
        labels=frozenset({"claim", "quote"}),
        annotators=frozenset({ANA}),
        outlets=frozenset({"Rice & Co"}),
        until=date(2025, 12, 31),
        readings=frozenset({Reading.BEGUN}),
        statuses=frozenset({Status.WITHHELD}),
        with_superseded=True,
    )
    assert row.labels.text() == "Label: Claim +1 ▾"
    assert row.labels.accessibleName() == "Label: Claim, Quote"
    assert row.outlets.accessibleName() == "Outlet: Rice & Co"
    row.clear.click()
    assert told[-1] == EVERYTHING
    assert not row.clear.isVisible()


def test_what_is_chosen_stays_when_there_is_more_to_choose_from(row: FilterRow) -> None:
    choose(row.outlets, "Gazette")
    row.outlets.set_choices([("Courier", "Courier"), ("Gazette", "Gazette")])
    assert row.filters().outlets == {"Gazette"}
    row.outlets.set_choices([])
    assert row.filters() == EVERYTHING
    assert not row.outlets.isEnabled()


def test_the_languages_name_themselves(row: FilterRow) -> None:
    assert [action.text() for action in row.languages.menu().actions()] == ["Bahasa Indonesia", "unknown"]
