"""The form by its keys: what it holds, says and hands back."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from annotator.core.records import Status
from annotator.operations.details import DETECT, Details
from annotator.ui.details.details_dialog import DetailsDialog
from annotator.ui.language_picker import LanguagePicker

ALL = Details(
    "Harga naik", "Kantor", "Rina", "4 Juli 2025", "2025-07-04", "https://berita.invalid/1", "id", "2090-01-01",
    Status.WITHHELD, "Dari surel.\nBelum dicek.",
)  # fmt: skip


def make(qtbot: QtBot, details: Details = ALL, *, older_version: bool = False) -> DetailsDialog:
    dialog = DetailsDialog(None, details, ("id", "en"), older_version=older_version)
    qtbot.addWidget(dialog)
    with qtbot.waitActive(dialog):
        dialog.show()
    return dialog


def press(qtbot: QtBot, *keys: Qt.Key) -> None:
    for key in keys:
        qtbot.keyClick(QApplication.focusWidget(), key)


def typed(qtbot: QtBot, words: str) -> None:
    """Words instead of what stands in the field with the focus."""
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(QApplication.focusWidget(), words)


def test_nothing_changed_is_no_change(qtbot: QtBot) -> None:
    dialog = make(qtbot)
    assert dialog.changes() == {}
    press(qtbot, Qt.Key.Key_Return)
    assert dialog.result() == QDialog.DialogCode.Accepted


def test_the_keyboard_alone_changes_everything(qtbot: QtBot) -> None:
    dialog = make(qtbot, Details("Judul"))
    typed(qtbot, "Harga naik")
    for words in ("Kantor", "Rina", "4 July 2025", "2025-07-05", "https://berita.invalid/1"):
        press(qtbot, Qt.Key.Key_Tab)
        typed(qtbot, words)
    press(qtbot, Qt.Key.Key_Tab, Qt.Key.Key_Tab)
    typed(qtbot, "2030-01-01 06:00")
    press(qtbot, Qt.Key.Key_Tab, Qt.Key.Key_End, Qt.Key.Key_Tab)
    typed(qtbot, "Dari surel")
    press(qtbot, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is dialog.save
    press(qtbot, Qt.Key.Key_Space)
    assert dialog.result() == QDialog.DialogCode.Accepted
    assert dialog.changes() == {
        "title": "Harga naik", "outlet": "Kantor", "byline": "Rina", "published": "4 July 2025",
        "published_at": "2025-07-05", "url": "https://berita.invalid/1", "embargo_until": "2030-01-01 06:00",
        "status": "cancelled", "source_note": "Dari surel",
    }  # fmt: skip


def test_a_printed_day_is_written_below_until_a_person_writes_another(qtbot: QtBot) -> None:
    dialog = make(qtbot, Details("Judul"))
    printed, at = dialog.fields["published"], dialog.fields["published_at"]
    qtbot.keyClicks(printed, "4 July 2025")
    assert at.text() == "2025-07-04"
    qtbot.keyClicks(printed, ", 9:35 pm")
    assert at.text() == "2025-07-04T21:35"
    at.setText("2025-07-03")
    qtbot.keyClicks(printed, " UTC")
    assert at.text() == "2025-07-03"
    assert "This reads as 2025-07-04T21:35+00:00" in dialog.note("published")


def test_what_cannot_be_kept_is_said_and_not_saved(qtbot: QtBot) -> None:
    dialog = make(qtbot)
    dialog.fields["embargo_until"].setFocus()
    typed(qtbot, "Monday")
    assert "is no date" in dialog.note("embargo_until")
    assert dialog.fields["embargo_until"].accessibleDescription() == dialog.note("embargo_until")
    assert not dialog.save.isEnabled()
    press(qtbot, Qt.Key.Key_Return)
    assert dialog.isVisible()
    typed(qtbot, "2090-01-02")
    assert dialog.save.isEnabled()
    assert "until Monday, January 2, 2090" in dialog.note("embargo_until")


def test_what_a_file_brought_keeps_nobody_from_saving_the_rest(qtbot: QtBot) -> None:
    dialog = make(qtbot, replace(ALL, url="tidak ada", embargo_until="after the summit"))
    assert dialog.save.isEnabled()
    qtbot.keyClicks(dialog.fields["outlet"], "x")
    assert dialog.save.isEnabled()


def test_a_language_is_chosen_from_the_list(qtbot: QtBot) -> None:
    dialog = make(qtbot)
    assert dialog.language.text() == "Bahasa Indonesia"
    dialog.language.setFocus()
    press(qtbot, Qt.Key.Key_Space)
    picker = dialog.findChild(LanguagePicker)
    qtbot.keyClicks(picker.field, "English")
    qtbot.keyClick(picker.field, Qt.Key.Key_Return)
    assert dialog.changes() == {"language": "en"}
    assert dialog.language.accessibleName() == "Language: English"
    dialog._take_language(DETECT)
    assert dialog.language.text() == "Detect again"


def test_the_language_of_an_older_version_is_left_alone(qtbot: QtBot) -> None:
    assert not make(qtbot, older_version=True).language.isEnabled()


def test_every_part_has_a_name_and_it_fits_a_small_screen(qtbot: QtBot) -> None:
    dialog = make(qtbot, replace(ALL, title="kata " * 100, published="entah", published_at="2090-01-01"))
    parts = [*dialog.fields.values(), dialog.language, dialog.status, dialog.source_note]
    assert all(part.accessibleName() for part in parts)
    assert dialog.sizeHint().height() <= 700
    assert dialog.minimumSizeHint().width() <= 1024


@pytest.mark.parametrize(("key", "told"), [(Qt.Key.Key_Return, {}), (Qt.Key.Key_Escape, None)])
def test_it_asks(qtbot: QtBot, key: Qt.Key, told: dict[str, str] | None) -> None:
    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, DetailsDialog) or not dialog.isActiveWindow():
            QTimer.singleShot(20, answer)
            return
        qtbot.keyClick(dialog, key)

    QTimer.singleShot(0, answer)
    assert DetailsDialog.ask(None, ALL) == told
