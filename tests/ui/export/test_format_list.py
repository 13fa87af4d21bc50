"""Formats are found by typing and chosen by keys."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from annotator.ui.export.choices import FormatChoice
from annotator.ui.export.format_list import FormatList

_FORMATS = (
    FormatChoice("csv", "Table (CSV)", (".csv",)),
    FormatChoice("jsonl", "Dataset (JSON Lines)", (".jsonl",)),
    FormatChoice("brat", "brat", (".ann",)),
)


@pytest.fixture
def there(qtbot: QtBot) -> FormatList:
    widget = FormatList(_FORMATS)
    qtbot.addWidget(widget)
    widget.show()
    return widget


def _shown(there: FormatList) -> list[str]:
    rows = (there.list_view.item(row) for row in range(there.list_view.count()))
    return [row.text() for row in rows if not row.isHidden()]


def test_the_first_format_is_chosen_and_headings_never_are(there: FormatList, qtbot: QtBot) -> None:
    assert there.chosen().id == "jsonl"
    for expected in ("brat", "csv", "csv"):
        qtbot.keyClick(there.list_view, Qt.Key.Key_Down)
        assert there.chosen().id == expected


def test_typing_narrows_the_list_and_arrows_go_through_it(there: FormatList, qtbot: QtBot) -> None:
    told: list[str] = []
    there.changed.connect(lambda: told.append(there.chosen().id))
    qtbot.keyClicks(there.sought, "spreadsheet")
    assert _shown(there) == ["Work from it at the desk", "Table (CSV)"]
    assert (there.chosen().id, told) == ("csv", ["csv"])
    there.sought.clear()
    assert len(_shown(there)) == 6
    qtbot.keyClick(there.sought, Qt.Key.Key_Up)
    assert there.chosen().id == "brat"


def test_words_that_fit_nothing_leave_what_is_chosen(there: FormatList, qtbot: QtBot) -> None:
    qtbot.keyClicks(there.sought, "zzz")
    assert _shown(there) == []
    assert there.chosen().id == "jsonl"
    assert there.none.isVisible()
    there.sought.clear()
    assert not there.none.isVisible()


def test_a_format_that_is_called_as_was_typed_goes_before_others_that_have_the_word(qtbot: QtBot) -> None:
    quotes = FormatChoice("quotes", "Quote sheet (CSV, Excel)", (".csv", ".xlsx"))
    there = FormatList((*_FORMATS, quotes))
    qtbot.addWidget(there)
    qtbot.keyClicks(there.sought, "CSV")
    assert there.chosen().id == "csv"


def test_a_format_can_be_chosen_by_its_id(there: FormatList) -> None:
    there.sought.setText("brat")
    there.choose("csv")
    assert (there.chosen().id, there.sought.text()) == ("csv", "")
    there.choose("nothing")
    assert there.chosen().id == "csv"
