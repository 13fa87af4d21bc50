"""The strip shows every sentence and hides no unread one."""

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from annotator.ui.reader.coverage import CoverageStrip, row_states
from annotator.ui.reader.states import NOTHING, TAGGED, UNDECIDED


@given(st.binary(min_size=1, max_size=300).map(lambda raw: bytes(byte % 4 for byte in raw)), st.integers(1, 120))
def test_no_unread_sentence_hides(codes: bytes, rows: int) -> None:
    shown = row_states(codes, rows)
    assert len(shown) == rows
    assert (UNDECIDED in shown) == (UNDECIDED in codes) or len(codes) > rows * 300
    assert set(shown) <= set(codes)


def test_a_click_chooses_the_sentence_and_a_change_is_drawn(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    strip = CoverageStrip(parent)
    strip.resize(14, 100)
    codes = bytearray([UNDECIDED, NOTHING, TAGGED, UNDECIDED])
    strip.show_states(codes)
    parent.show()
    before = strip.grab().toImage()
    with qtbot.waitSignal(strip.sentence_chosen) as chosen:
        QTest.mouseClick(strip, Qt.MouseButton.LeftButton, pos=QPoint(5, 60))
    assert chosen.args == [2]
    codes[3] = TAGGED
    strip.update_states(range(3, 4))
    after = strip.grab().toImage()
    assert after != before
    assert after.copy(0, 0, 14, 70) == before.copy(0, 0, 14, 70)
