"""The dialog by its keys, what it offers and what it says."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QScrollArea
from pytestqt.qtbot import QtBot

from annotator.core.quote_policy import AS_IT_IS, OTHERS
from annotator.errors import ProjectError
from annotator.operations.resplit import Resplit
from annotator.ui.sentences.choices import choices
from annotator.ui.sentences.sentences_dialog import SentencesDialog


def make(qtbot: QtBot, policy: dict[str, str] | None = None, **counts: int) -> SentencesDialog:
    dialog = SentencesDialog(None, choices(counts or {"id": 12, "en": 1}, policy or {}))
    qtbot.addWidget(dialog)
    with qtbot.waitActive(dialog):
        dialog.show()
    return dialog


def press(qtbot: QtBot, *keys: Qt.Key) -> None:
    """Keys to whatever has the focus."""
    for key in keys:
        qtbot.keyClick(QApplication.focusWidget(), key)


def test_the_keyboard_alone_does_it(qtbot: QtBot) -> None:
    dialog = make(qtbot)
    press(qtbot, Qt.Key.Key_Tab)
    with qtbot.waitSignal(dialog.choice_changed) as told:
        press(qtbot, Qt.Key.Key_Down, Qt.Key.Key_Down)
    assert told.args == [{"id": "whole"}]
    assert dialog.policy() == {"id": "split"}
    press(qtbot, Qt.Key.Key_Tab, Qt.Key.Key_Down)
    assert dialog.policy() == {"en": "whole", "id": "split"}
    press(qtbot, Qt.Key.Key_Tab, Qt.Key.Key_End)
    assert dialog.policy() == {"en": "whole", "id": "split", OTHERS: "split"}
    dialog.show_count(Resplit(13, 2, 4, 2))
    press(qtbot, Qt.Key.Key_Return)
    assert dialog.result() == QDialog.DialogCode.Accepted


def test_only_what_was_chosen_otherwise_is_asked_for(qtbot: QtBot) -> None:
    dialog = make(qtbot, {"id": "split"})
    assert dialog.changes() == {}
    press(qtbot, Qt.Key.Key_Tab, Qt.Key.Key_Home)
    assert dialog.changes() == {"id": "usual"}
    press(qtbot, Qt.Key.Key_End)
    assert dialog.changes() == {}
    press(qtbot, Qt.Key.Key_Tab, Qt.Key.Key_Tab, Qt.Key.Key_End)
    assert dialog.changes() == {"id": AS_IT_IS, "en": AS_IT_IS, OTHERS: "split"}


def test_escape_leaves_it(qtbot: QtBot) -> None:
    dialog = make(qtbot)
    press(qtbot, Qt.Key.Key_Escape)
    assert dialog.result() == QDialog.DialogCode.Rejected
    assert not dialog.isVisible()


def test_what_is_usual_is_said(qtbot: QtBot) -> None:
    dialog = make(qtbot)
    assert [box.currentText() for box in dialog.boxes.values()] == [
        "As usual: one sentence",
        "As usual: several sentences",
        "As usual in each language",
    ]
    assert "Bahasa Indonesia" in dialog.boxes["id"].accessibleName()
    assert "(12 articles)" in dialog.boxes["id"].accessibleName()
    assert "(1 article)" in dialog.boxes["en"].accessibleName()
    assert dialog.boxes[OTHERS].accessibleName() == "All other languages"


def test_a_name_does_not_turn_its_count_around_and_unknown_is_said_so(qtbot: QtBot) -> None:
    dialog = make(qtbot, ar=2, unknown=1)
    assert dialog.boxes["ar"].accessibleName() == "\u2068العربية\u2069 (2 articles)"
    assert "Language unknown" in dialog.boxes["unknown"].accessibleName()


def test_the_example_follows_the_focus_and_the_choice(qtbot: QtBot) -> None:
    dialog = make(qtbot)
    assert len(dialog.example.sentences()) == 1
    press(qtbot, Qt.Key.Key_Tab, Qt.Key.Key_End)
    assert len(dialog.example.sentences()) == 3
    assert "Jembatan" in dialog.example.sentences()[0]
    press(qtbot, Qt.Key.Key_Tab)
    assert "bridge" in dialog.example.sentences()[0]
    press(qtbot, Qt.Key.Key_Backtab)
    assert "Jembatan" in dialog.example.sentences()[0]


def test_nothing_is_cut_before_it_is_said_what_would_change(qtbot: QtBot) -> None:
    dialog = make(qtbot)
    assert not dialog.cut.isEnabled()
    dialog.show_progress(640, 12_000)
    assert dialog.count.text().endswith("640 of 12,000")
    press(qtbot, Qt.Key.Key_Return)
    assert dialog.isVisible()
    dialog.show_count(Resplit(13))
    assert not dialog.cut.isEnabled()
    dialog.show_count(Resplit(13, 2, 4, 2))
    assert dialog.cut.isEnabled()
    assert dialog.count.text() == "2 of 13 articles would change: 4 sentences become 2."
    assert dialog.count.accessibleName() == dialog.count.text()


def test_a_choice_can_be_kept_though_it_changes_nothing_yet(qtbot: QtBot) -> None:
    dialog = make(qtbot, {"id": "split"})
    assert dialog.boxes["id"].currentText() == "Several sentences"
    dialog.show_count(Resplit(13))
    assert not dialog.cut.isEnabled()
    press(qtbot, Qt.Key.Key_Tab, Qt.Key.Key_Home)
    dialog.show_count(Resplit(13))
    assert dialog.cut.isEnabled()
    assert dialog.policy() == {}


@pytest.mark.parametrize(
    ("error", "words"), [(ProjectError("The server is gone."), "The server is gone."), (ValueError("x"), "log")]
)
def test_what_cannot_be_worked_out_is_said(qtbot: QtBot, error: Exception, words: str) -> None:
    dialog = make(qtbot)
    dialog.show_failure(error)
    assert words in dialog.count.text()
    assert not dialog.cut.isEnabled()


def test_many_languages_scroll_and_the_focus_stays_in_view(qtbot: QtBot) -> None:
    codes = ("id", "en", "de", "fr", "es", "it", "pt", "nl", "da", "pl", "ro", "ru", "uk", "el", "ar", "hi", "zh", "ja")
    dialog = make(qtbot, **{code: 20 - at for at, code in enumerate(codes)})
    area = dialog.findChild(QScrollArea)
    assert area is not None
    assert dialog.height() < 640
    for _ in ("every", *codes):
        press(qtbot, Qt.Key.Key_Tab)
    last = dialog.boxes[OTHERS]
    assert last.hasFocus()
    seen = area.viewport().rect()
    assert seen.contains(last.mapTo(area.viewport(), last.rect().center()))


def test_one_row_sets_all_and_says_where_they_differ(qtbot: QtBot) -> None:
    dialog = make(qtbot, {"id": "split"})
    assert dialog.every.hasFocus()
    assert dialog.every.accessibleName() == "Every language"
    assert (dialog.every.currentIndex(), dialog.every.placeholderText()) == (-1, "(differs)")
    with qtbot.waitSignal(dialog.choice_changed) as told:
        press(qtbot, Qt.Key.Key_End)
    assert told.args == [{"id": AS_IT_IS, "en": "split", OTHERS: "split"}]
    assert dialog.policy() == {"id": "split", "en": "split", OTHERS: "split"}
    press(qtbot, Qt.Key.Key_Up)
    assert {box.currentData() for box in dialog.boxes.values()} == {"whole"}
    press(qtbot, Qt.Key.Key_Tab, Qt.Key.Key_End)
    assert dialog.every.currentIndex() == -1
    press(qtbot, Qt.Key.Key_Up)
    assert dialog.every.currentData() == "whole"


def test_where_one_row_is_all_none_stands_over_it(qtbot: QtBot) -> None:
    dialog = SentencesDialog(None, choices({}, {}))
    qtbot.addWidget(dialog)
    dialog.show()
    assert not dialog.every.isVisible()
    assert dialog.boxes[OTHERS].isVisible()


def test_the_first_row_is_ringed_before_a_key_is_pressed(qtbot: QtBot) -> None:
    dialog = make(qtbot)
    with_ring = dialog.every.grab().toImage()
    dialog.setAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange, False)
    assert dialog.every.grab().toImage() != with_ring


def test_on_a_low_screen_whole_rows_and_the_whole_example_are_seen(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("annotator.ui.sentences.sentences_dialog._HIGH_SCREEN", 10_000)
    dialog = make(qtbot, en=9, de=8, fr=7, es=6, ru=5, ja=4, zh=3, ar=2)
    area = dialog.findChild(QScrollArea)
    assert area is not None
    seen = area.viewport().rect()
    boxes = [dialog.every, *dialog.boxes.values()]
    tops = [box.mapTo(area.viewport(), QPoint(0, 0)).y() for box in boxes]
    parted = [top for top, box in zip(tops, boxes, strict=True) if top <= seen.bottom() < top + box.height() - 1]
    assert parted == []
    assert dialog.height() < 560
    title = dialog.example.findChildren(QLabel)[0]
    assert title.mapTo(dialog, QPoint(0, 0)).y() >= area.geometry().bottom()
    assert title.height() >= title.sizeHint().height()


def test_a_wheel_turned_over_the_list_changes_no_choice(qtbot: QtBot) -> None:
    dialog = make(qtbot)
    box = dialog.boxes["en"]
    assert not box.hasFocus()
    place = QPointF(box.rect().center())
    for focus in (False, True):
        if focus:
            box.setFocus()
        turned = QWheelEvent(
            place, QPointF(box.mapToGlobal(place.toPoint())), QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(box, turned)
        assert (box.currentData() == "usual") != focus
