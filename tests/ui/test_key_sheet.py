"""The sheet shows every command that has a key, menu by menu; it is searched and printed."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from annotator import resources
from annotator.core.schema_file import read_label_set
from annotator.ui.command import MENUS, Command
from annotator.ui.commands import COMMANDS, all_commands
from annotator.ui.key_sheet import KeySheet, columns, key_words, sections

LABELS = read_label_set(resources.read_toml("label_sets", "newsroom", "label_set.toml"))


def words_of(sheet: KeySheet) -> set[str]:
    return {label.text() for label in sheet.area.widget().findChildren(QLabel)}


def test_every_key_is_on_the_sheet(qtbot: QtBot) -> None:
    commands = all_commands(LABELS)
    sheet = KeySheet(commands, {"note": "Ctrl+Shift+F5"})
    qtbot.addWidget(sheet)
    words = words_of(sheet)
    for command in commands:
        if command.keys:
            assert key_words(command, {"note": "Ctrl+Shift+F5"}) in words
    assert "Ctrl+Shift+F5" in words
    lines = [line for section in sections(commands, {"note": "Ctrl+Shift+F5"}) for line in section.lines]
    assert [title for title, keys in lines if keys == "N"] == ["Nothing of it holds"]
    assert {"Claim", "Denial", "Quote"} <= words
    assert {menu.replace("&", "") for menu in MENUS} <= words


def test_a_command_of_a_menu_that_is_in_no_bar_is_there_too() -> None:
    (section,) = sections([Command("x", "Do it", "a.b", ("X",), menu="Elsewhere")], {})
    assert section == ("Elsewhere", [("Do it", "X")])


def test_the_keys_inside_a_page_stand_under_its_name() -> None:
    there = {section.heading: section.lines for section in sections(COMMANDS, {"disputes": "Ctrl+F8"})}
    assert ("Approve the rest", "Shift+A") in there["Review what others handed in   F7"]
    assert ("All of it holds", "B") in there["Disputes between readings   Ctrl+F8"]
    assert "Ask myself again" in there
    (found,) = sections(COMMANDS, {}, "approve the rest")
    assert found.lines == [("Approve the rest", "Shift+A")]


def test_it_is_searched_by_words_keys_and_menus(qtbot: QtBot) -> None:
    sheet = KeySheet(COMMANDS, {})
    qtbot.addWidget(sheet)
    sheet.show()
    QTest.keyClicks(sheet.search, "ctrl+k")
    assert words_of(sheet) == {"Go", "Go to anything…", "Ctrl+K"}
    sheet.search.clear()
    QTest.keyClicks(sheet.search, "help")
    assert "F1" in words_of(sheet)
    sheet.search.setText("zzzz")
    assert words_of(sheet) == {"No key does that."}
    QTest.keyClick(sheet, Qt.Key.Key_Escape)
    assert not sheet.isVisible()


def test_both_columns_are_about_as_long() -> None:
    halves = [sum(len(section.lines) + 2 for section in half) for half in columns(sections(COMMANDS, {}))]
    assert max(halves) < 2 * min(halves)
    assert columns([]) == ([], [])


def test_it_fits_a_small_screen_and_is_printed_whole(qtbot: QtBot) -> None:
    sheet = KeySheet(all_commands(LABELS), {})
    qtbot.addWidget(sheet)
    assert sheet.width() <= 1024
    assert sheet.height() <= 700
    sheet.search.setText("undo")
    printed = sheet.printed().toPlainText()
    assert "Go to anything…" in printed
    assert "Ctrl+K" in printed
