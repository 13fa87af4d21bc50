"""The quiet label follows what it lies on."""

from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from annotator.ui.inks import contrast
from annotator.ui.quiet_label import QuietLabel, small


def _themed(window: str, ink: str) -> QPalette:
    palette = QPalette()
    palette.setColor(QPalette.ColorRole.Window, QColor(window))
    palette.setColor(QPalette.ColorRole.WindowText, QColor(ink))
    return palette


def test_the_ink_follows_a_change_of_theme(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.setPalette(_themed("#ffffff", "#000000"))
    label = QuietLabel("12 articles", parent)
    parent.show()
    for window, ink in (("#ffffff", "#000000"), ("#101010", "#f0f0f0"), ("#ffffff", "#000000")):
        parent.setPalette(_themed(window, ink))
        shade = label.palette().color(QPalette.ColorRole.WindowText)
        assert 4.5 <= contrast(shade, QColor(window)) < contrast(QColor(ink), QColor(window))


def test_the_size_follows_the_text_size(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    label = QuietLabel("12 articles", parent)
    parent.show()
    font = QFont(parent.font())
    font.setPointSizeF(20)
    parent.setFont(font)
    assert abs(label.font().pointSizeF() - 17.6) < 0.1


def test_small_print_stays_readable() -> None:
    font = QFont()
    font.setPointSizeF(6)
    assert small(font).pointSizeF() == 7.5
    font.setPixelSize(20)
    assert small(font).pixelSize() == 18


def test_the_ink_follows_a_style_sheet_that_is_set_anew(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.setStyleSheet("QWidget#sheet { border: 0; }")
    panel = QWidget(window)
    label = QuietLabel("12 articles", panel)
    window.show()
    before = QApplication.palette()
    try:
        for ground, ink in (("#101010", "#f0f0f0"), ("#ffffff", "#000000"), ("#101010", "#f0f0f0")):
            QApplication.setPalette(_themed(ground, ink))
            window.setStyleSheet(f"QWidget#sheet {{ color: {ink}; }}")
            qtbot.wait(1)
            shade = label.palette().color(QPalette.ColorRole.WindowText)
            assert contrast(shade, QColor(ground)) >= 4.5
    finally:
        QApplication.setPalette(before)
