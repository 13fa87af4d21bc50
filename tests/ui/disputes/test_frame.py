"""Where the parts of the page stand."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter
from pytestqt.qtbot import QtBot

from annotator.ui.disputes.frame import DisputesFrame


def test_the_dispute_stands_beside_the_text_where_there_is_room_else_below(qtbot: QtBot) -> None:
    frame = DisputesFrame()
    qtbot.addWidget(frame)
    frame.show()
    parts = next(one for one in frame.findChildren(QSplitter) if one.indexOf(frame.texts) >= 0)
    for width, wanted in ((1100, Qt.Orientation.Horizontal), (720, Qt.Orientation.Vertical)):
        frame.resize(width, 600)
        qtbot.waitUntil(lambda wanted=wanted: parts.orientation() is wanted)  # type: ignore[misc]
    assert frame.list_view.width() < 200


def test_where_there_is_nothing_it_says_why(qtbot: QtBot) -> None:
    frame = DisputesFrame()
    qtbot.addWidget(frame)
    frame.show_empty("Nothing to settle.")
    assert frame.empty.text() == "Nothing to settle."
    assert frame.list_view.isHidden() or not frame.list_view.isVisibleTo(frame)
    frame.show_empty("")
    assert frame.list_view.isVisibleTo(frame)
