"""Each place is looked at, chosen or left out, by key and by mouse."""

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from annotator.core.spans import Span
from annotator.ui.copies.apply_dialog import ApplyDialog
from tests.operations.test_applying import OURS, WIRE
from tests.ui.copies.proposals import Proposals, labels


@pytest.fixture
def dialog(qtbot: QtBot) -> ApplyDialog:
    made = Proposals()
    dialog = ApplyDialog(None, made.wire, made.copies, made.all, labels(), "light")
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.activateWindow()
    qtbot.waitExposed(dialog)
    return dialog


def test_the_ringed_place_is_shown_in_both_texts(dialog: ApplyDialog, qtbot: QtBot) -> None:
    assert dialog.view.old_view.toPlainText() == WIRE
    assert dialog.view.new_view.toPlainText() == OURS
    assert dialog.view.new_title.text() == "Harrow loses its bridge – Riverton Post"
    qtbot.keyClick(dialog.list_view, Qt.Key.Key_Down)
    qtbot.keyClick(dialog.list_view, Qt.Key.Key_Down)
    words = "Repairs will cost eleven million crowns"
    for pane, text in ((dialog.view.old_view, WIRE), (dialog.view.new_view, OURS)):
        assert pane._ring == Span(text.index(words), text.index(words) + len(words))
    qtbot.keyClick(dialog.list_view, Qt.Key.Key_Up)
    assert dialog.view.new_view._ring is None  # it is not in the copy


def test_space_and_a_click_on_the_box_choose(dialog: ApplyDialog, qtbot: QtBot) -> None:
    assert dialog.count.text() == "1 of 4 chosen, in 1 copy"
    qtbot.keyClick(dialog.list_view, Qt.Key.Key_Space)
    assert dialog.count.text() == "2 of 4 chosen, in 1 copy"
    row = dialog.list_view.visualRect(dialog.model.index(0, 0))
    left = Qt.MouseButton.LeftButton
    qtbot.mouseClick(dialog.list_view.viewport(), left, pos=QPoint(row.left() + 20, row.center().y()))
    assert dialog.count.text() == "1 of 4 chosen, in 1 copy"
    qtbot.mouseClick(dialog.list_view.viewport(), left, pos=row.center())
    assert dialog.count.text() == "1 of 4 chosen, in 1 copy"


def test_all_and_none(dialog: ApplyDialog, qtbot: QtBot) -> None:
    qtbot.mouseClick(dialog.none_button, Qt.MouseButton.LeftButton)
    assert not dialog.apply_button.isEnabled()
    assert dialog.count.text() == "Nothing is chosen."
    qtbot.mouseClick(dialog.all_button, Qt.MouseButton.LeftButton)
    assert dialog.count.text() == "2 of 4 chosen, in 1 copy"
    assert dialog.apply_button.isEnabled()


@pytest.mark.parametrize(("key", "number"), [(Qt.Key.Key_Return, 1), (Qt.Key.Key_Escape, None)])
def test_enter_applies_and_escape_thinks_better_of_it(qtbot: QtBot, key: Qt.Key, number: int | None) -> None:
    made = Proposals()

    def press() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QDialog)
        QTimer.singleShot(2000, dialog, dialog.reject)
        qtbot.keyClick(QApplication.focusWidget() or dialog, key)

    QTimer.singleShot(100, press)
    chosen = ApplyDialog.ask(None, made.wire, made.copies, made.all, labels(), "light")
    assert (None if chosen is None else len(chosen)) == number


def test_it_fits_a_low_screen(dialog: ApplyDialog) -> None:
    assert dialog.width() <= 1024
    assert dialog.height() <= 700
    assert dialog.minimumSizeHint().height() <= 600
