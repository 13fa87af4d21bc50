"""Columns by month: as many as there is room for, told in words as well."""

from collections import Counter

from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from annotator.ui.sources.timeline import Timeline, month_words
from tests.ui.sources.rows import LABELS

MONTHS = [("2025-11", Counter(claim=2)), ("2025-12", Counter[str]()), ("2026-01", Counter(claim=1, quote=1))]


def test_months_are_drawn_and_told(qtbot: QtBot) -> None:
    view = Timeline()
    qtbot.addWidget(view)
    view.resize(200, view.sizeHint().height())
    assert view.isHidden()
    view.show_months(MONTHS, LABELS, "light")
    assert not view.isHidden()
    assert view.accessibleDescription() == "Nov 2025: 2 Claim; Jan 2026: 1 Claim, 1 Quote"
    picture = view.grab().toImage()
    inks = {picture.pixel(20 * at + 3, 35) for at in range(3)}
    assert len(inks) > 1
    assert view.month_at(QPoint(2, 20)) == 0
    assert view.month_at(QPoint(150, 20)) is None
    view.show_months(MONTHS[:1], LABELS, "light")
    assert view.isHidden()


def test_from_right_to_left_the_first_month_stands_right(qtbot: QtBot) -> None:
    view = Timeline()
    qtbot.addWidget(view)
    view.resize(200, view.sizeHint().height())
    view.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    view.show_months(MONTHS, LABELS, "dark")
    assert view.month_at(QPoint(195, 20)) == 0
    assert not view.grab().isNull()


def test_of_very_many_months_the_last_ones_are_shown(qtbot: QtBot) -> None:
    view = Timeline()
    qtbot.addWidget(view)
    view.resize(90, view.sizeHint().height())
    view.show_months([(f"{year}-01", Counter(claim=1)) for year in range(1000, 1100)], LABELS, "contrast")
    assert view.month_at(QPoint(1, 20)) == 70
    assert view.month_at(QPoint(89, 20)) == 99


def test_a_month_in_words() -> None:
    assert month_words("2025-07") == "Jul 2025"
    assert month_words("2025-99") == "2025-99"
