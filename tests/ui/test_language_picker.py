"""The list of languages by its keys."""

import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.ui.language_picker import LanguagePicker
from tests.ui.stage import Stage


@pytest.fixture
def picker(qtbot: QtBot) -> LanguagePicker:
    made = LanguagePicker("id", ["id", "en"])
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
    return made


def rows(picker: LanguagePicker) -> list[str]:
    return [
        picker.rows.item(row).text().replace("\u2068", "").replace("\u2069", "") for row in range(picker.rows.count())
    ]


def current(picker: LanguagePicker) -> str:
    return rows(picker)[picker.rows.currentRow()]


def press(*keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(QApplication.focusWidget(), key)


def test_what_can_be_done_and_the_projects_languages_come_first(picker: LanguagePicker) -> None:
    assert rows(picker)[:7] == [
        "Detect again", "Unknown", "In this project", "Bahasa Indonesia · Indonesian · id  ✓", "English · en",
        "All other languages", "Afrikaans · af",
    ]  # fmt: skip
    assert current(picker).startswith("Bahasa Indonesia")
    assert "chosen now" in picker.rows.currentItem().data(Qt.ItemDataRole.AccessibleTextRole)
    assert len([row for row in rows(picker) if row.endswith("✓")]) == 1


@pytest.mark.parametrize(
    ("typed", "code"), [("ger", "de"), ("Deut", "de"), ("jap", "ja"), ("日本", "ja"), ("sr", "sr")]
)
def test_a_name_is_typed_and_taken(qtbot: QtBot, picker: LanguagePicker, typed: str, code: str) -> None:
    if typed.isascii():
        QTest.keyClicks(QApplication.focusWidget(), typed)
    else:
        picker.field.setText(typed)
    with qtbot.waitSignal(picker.language_chosen) as chosen:
        press(Qt.Key.Key_Return)
    assert chosen.args == [code]
    assert not picker.isVisible()


def test_the_keys_step_over_headings_and_stop_at_the_ends(qtbot: QtBot, picker: LanguagePicker) -> None:
    press(Qt.Key.Key_Down, Qt.Key.Key_Down)
    assert current(picker) == "Afrikaans · af"
    press(Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Up)
    assert current(picker) == "Unknown"
    press(Qt.Key.Key_PageUp)
    assert current(picker) == "Detect again"
    press(*[Qt.Key.Key_PageDown] * 20)
    assert picker.rows.currentRow() == picker.rows.count() - 1
    with qtbot.waitSignal(picker.detection_requested), qtbot.assertNotEmitted(picker.language_chosen):
        press(*[Qt.Key.Key_PageUp] * 20, Qt.Key.Key_Enter)


def test_the_language_can_be_said_to_be_unknown(qtbot: QtBot, picker: LanguagePicker) -> None:
    QTest.keyClicks(picker.field, "unk")
    with qtbot.waitSignal(picker.language_chosen) as chosen:
        press(Qt.Key.Key_Return)
    assert chosen.args == ["unknown"]


def test_what_is_no_language_chooses_nothing(qtbot: QtBot, picker: LanguagePicker) -> None:
    QTest.keyClicks(picker.field, "qqq")
    assert rows(picker) == ["No language is called so."]
    with qtbot.assertNotEmitted(picker.language_chosen):
        press(Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert picker.isVisible()
    press(Qt.Key.Key_Escape)
    assert not picker.isVisible()


def test_a_row_can_be_clicked_a_heading_not(qtbot: QtBot, picker: LanguagePicker) -> None:
    def click(row: int) -> None:
        place = picker.rows.visualItemRect(picker.rows.item(row)).center()
        QTest.mouseClick(picker.rows.viewport(), Qt.MouseButton.LeftButton, pos=place)

    with qtbot.assertNotEmitted(picker.language_chosen):
        click(2)
    with qtbot.waitSignal(picker.language_chosen) as chosen:
        click(4)
    assert chosen.args == ["en"]


def test_it_opens_from_the_bar_at_once_and_the_keyboard_goes_back_to_the_text(stage: Stage) -> None:
    stage.start().load()
    began = time.perf_counter()
    stage.window.actions_table["language"].trigger()
    assert time.perf_counter() - began < 0.5
    picker = QApplication.activeModalWidget()
    assert isinstance(picker, LanguagePicker)
    stage.qtbot.waitUntil(picker.field.hasFocus)
    assert rows(picker)[3] == "English · en  ✓"
    assert picker.screen().availableGeometry().contains(picker.geometry())
    QTest.keyClicks(QApplication.focusWidget(), "indone")
    press(Qt.Key.Key_Return)
    stage.settle()
    assert (stage.document.language, stage.document.language_by_hand) == ("id", True)
    assert stage.window.focusWidget() is stage.window.reader
