"""Days are understood as people write them."""

from datetime import date

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from annotator.ui.search.day_field import DayField, understood


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2025", date(2025, 1, 1), date(2025, 12, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        (" 2025-07-04 ", date(2025, 7, 4), date(2025, 7, 4)),
        ("2025/7/4", date(2025, 7, 4), date(2025, 7, 4)),
        ("2025-02-30", None, None),
        ("2025-13", None, None),
        ("0000", None, None),
        ("202", None, None),
        ("4 July", None, None),
        ("", None, None),
    ],
)
def test_a_year_a_month_or_a_day(text: str, first: date | None, last: date | None) -> None:
    assert understood(text, last=False) == first
    assert understood(text, last=True) == last


def test_it_tells_when_the_day_is_another_and_only_then(qtbot: QtBot) -> None:
    field = DayField(last=False)
    qtbot.addWidget(field)
    told: list[date | None] = []
    field.changed.connect(lambda: told.append(field.day()))
    QTest.keyClicks(field, "2025-7")
    assert told == [date(2025, 1, 1), None, date(2025, 7, 1)]
    QTest.keyClicks(field, "x")
    assert not field.is_understood
    assert "2025-07-04" in field.accessibleDescription()
    field.clear()
    assert told[-1] is None
    assert field.is_understood
