"""The dialog by its keys: what it guesses, shows and hands back."""

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from annotator.formats.columns import TablePreview
from annotator.ui.tables.columns_dialog import ColumnsChoice, ColumnsDialog

ROWS = (
    ("Harga naik", "", "Kantor"),
    ("Harga turun", "Beras murah.\nKata Siti.", "Berita"),
)
PREVIEW = TablePreview(("Judul", "Isi", "Media"), ROWS, {"title": "Judul", "text": "Isi"})
UNSURE = TablePreview(("a", "b"), (("x", "عاجل: خبر"),))


def make(qtbot: QtBot, preview: TablePreview = PREVIEW, **columns: str) -> ColumnsDialog:
    dialog = ColumnsDialog(None, "t.csv", preview, columns)
    qtbot.addWidget(dialog)
    with qtbot.waitActive(dialog):
        dialog.show()
    return dialog


def press(qtbot: QtBot, *keys: Qt.Key) -> None:
    for key in keys:
        qtbot.keyClick(QApplication.focusWidget(), key)


def test_what_is_guessed_is_chosen_and_shown(qtbot: QtBot) -> None:
    dialog = make(qtbot)
    assert dialog.columns() == {"title": "Judul", "text": "Isi"}
    assert dialog.first_title.text() == "Harga turun"
    assert dialog.first_text.text() == "Beras murah. Kata Siti."
    assert dialog.load.isEnabled()
    assert dialog.choice() == ColumnsChoice({"title": "Judul", "text": "Isi"}, True)
    assert dialog.table.rowCount() == 2


def test_the_keyboard_alone_does_it(qtbot: QtBot) -> None:
    dialog = make(qtbot)
    press(qtbot, Qt.Key.Key_Home, Qt.Key.Key_Tab, Qt.Key.Key_End)
    assert dialog.columns() == {"text": "Media"}
    assert (dialog.first_title.text(), dialog.first_text.text()) == ("", "Kantor")
    while QApplication.focusWidget() is not dialog.remember:
        press(qtbot, Qt.Key.Key_Tab)
    press(qtbot, Qt.Key.Key_Space, Qt.Key.Key_Return)
    assert dialog.result() == QDialog.DialogCode.Accepted
    assert dialog.choice() == ColumnsChoice({"text": "Media"}, False)


def test_every_part_is_reached_by_tab_and_has_a_name(qtbot: QtBot) -> None:
    dialog = make(qtbot)
    seen = []
    while QApplication.focusWidget() not in seen:
        seen.append(QApplication.focusWidget())
        press(qtbot, Qt.Key.Key_Tab)
    assert {dialog.table, dialog.remember, dialog.load, *dialog.boxes.values()} <= set(seen)
    assert all(widget.accessibleName() or getattr(widget, "text", str)() for widget in seen)
    assert seen.index(dialog.boxes["text"]) == seen.index(dialog.boxes["title"]) + 1


def test_nothing_is_loaded_before_the_text_is_chosen(qtbot: QtBot) -> None:
    dialog = make(qtbot, UNSURE)
    assert dialog.choice() is None
    assert not dialog.load.isEnabled()
    assert "Choose which column is the text" in dialog.first_text.text()
    assert dialog.boxes["text"].hasFocus()
    press(qtbot, Qt.Key.Key_Return)
    assert dialog.isVisible()
    dialog.boxes["text"].setFocus()
    press(qtbot, Qt.Key.Key_End)
    assert dialog.choice() == ColumnsChoice({"text": "b"}, True)
    assert dialog.first_text.text() == "عاجل: خبر"
    assert dialog.first_text.alignment() & Qt.AlignmentFlag.AlignRight
    press(qtbot, Qt.Key.Key_Escape)
    assert dialog.result() == QDialog.DialogCode.Rejected


def test_what_was_chosen_the_last_time_comes_before_the_guess(qtbot: QtBot) -> None:
    assert make(qtbot, text="Media").columns() == {"text": "Media"}


def test_markup_of_strangers_is_shown_as_it_is(qtbot: QtBot) -> None:
    dialog = make(qtbot, TablePreview(("text",), (("<img src=x><b>tebal</b>",),), {"text": "text"}))
    assert dialog.first_text.textFormat() is Qt.TextFormat.PlainText
    assert dialog.first_text.text() == "<img src=x><b>tebal</b>"


def test_it_fits_a_small_screen_and_many_columns(qtbot: QtBot) -> None:
    headings = tuple(f"Kolom yang panjang sekali namanya {number}" for number in range(300))
    rows = tuple(("kata " * 200,) * 300 for _ in range(20))
    dialog = make(qtbot, TablePreview(headings, rows, {"text": headings[0]}, ("A", "B")))
    assert dialog.minimumSizeHint().width() <= 1024
    assert dialog.minimumSizeHint().height() <= 700
    assert dialog.first_text.text().endswith(" …")


@pytest.mark.parametrize(("key", "expected"), [(Qt.Key.Key_Return, True), (Qt.Key.Key_Escape, False)])
def test_it_asks(qtbot: QtBot, key: Qt.Key, expected: bool) -> None:
    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, ColumnsDialog) or not dialog.isActiveWindow():
            QTimer.singleShot(20, answer)
            return
        qtbot.keyClick(dialog, key)

    QTimer.singleShot(0, answer)
    assert (ColumnsDialog.ask(None, "t.csv", PREVIEW) is not None) is expected
