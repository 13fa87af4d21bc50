"""The folded history."""

from dataclasses import replace
from datetime import UTC, datetime

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from annotator.ui.inspector.history_fold import HistoryFold
from tests.ui.inspector.passages import newsroom
from tests.ui.inspector.test_history_words import Line


def test_it_is_folded_until_asked_for(qtbot: QtBot) -> None:
    fold = HistoryFold()
    qtbot.addWidget(fold)
    fold.show()
    assert not fold.is_unfolded
    with qtbot.waitSignal(fold.unfolded):
        qtbot.keyClick(fold.heading, Qt.Key.Key_Space)
    assert fold.is_unfolded
    assert fold.heading.accessibleDescription() == "unfolded"
    with qtbot.assertNotEmitted(fold.unfolded):
        qtbot.mouseClick(fold.heading, Qt.MouseButton.LeftButton)
    assert not fold.is_unfolded


def test_the_latest_comes_first(qtbot: QtBot) -> None:
    fold = HistoryFold()
    qtbot.addWidget(fold)
    made = Line(None, {"label": "claim"})
    noted = replace(Line({"note": ""}, {"note": "x"}), at=datetime(2025, 7, 5, tzinfo=UTC))
    fold.set_lines([made, noted], newsroom())
    assert fold.words().index("added a note") < fold.words().index("tagged this as Claim")
    fold.set_lines([], newsroom())
    assert fold.words()
