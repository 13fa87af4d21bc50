"""Keys are changed by pressing them."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from annotator.ui.commands import COMMANDS
from annotator.ui.preferences.keys_page import KeysPage


def _page(qtbot: QtBot, keys: dict[str, str]) -> KeysPage:
    page = KeysPage(COMMANDS, keys)
    qtbot.addWidget(page)
    note = next(row for row in page._rows if row.data(0, Qt.ItemDataRole.UserRole) == "note")
    page.tree.setCurrentItem(note)
    return page


def test_a_pressed_key_is_taken(qtbot: QtBot) -> None:
    page = _page(qtbot, {})
    with qtbot.waitSignal(page.chosen, timeout=3000) as chosen:
        QTest.keyClick(page.editor, Qt.Key.Key_M)
    assert chosen.args == [{"note": "M"}]
    assert page.clash.isHidden()


def test_a_clash_is_shown_in_words(qtbot: QtBot) -> None:
    page = _page(qtbot, {})
    with qtbot.waitSignal(page.chosen, timeout=3000):
        QTest.keyClick(page.editor, Qt.Key.Key_J)
    assert not page.clash.isHidden()
    assert "J is given to" in page.clash.text()
    assert "Next sentence" in page.clash.text()


def test_reset_gives_the_built_in_keys_back(qtbot: QtBot) -> None:
    page = _page(qtbot, {"note": "M", "next": "X"})
    with qtbot.waitSignal(page.chosen) as chosen:
        page.reset_all()
    assert chosen.args == [{}]
