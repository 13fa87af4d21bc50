"""Keys are changed by pressing them."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from annotator import resources
from annotator.core.schema_file import read_label_set
from annotator.ui.commands import COMMANDS, all_commands
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
        QTest.keyClick(page.editor, Qt.Key.Key_X)
    assert chosen.args == [{"note": "X"}]
    assert page.clash.isHidden()


def test_a_clash_is_shown_in_words(qtbot: QtBot) -> None:
    page = _page(qtbot, {})
    with qtbot.waitSignal(page.chosen, timeout=3000):
        QTest.keyClick(page.editor, Qt.Key.Key_J)
    assert not page.clash.isHidden()
    assert "J is given to" in page.clash.text()
    assert "Next sentence" in page.clash.text()


def test_escape_leaves_the_field_and_is_no_key(qtbot: QtBot) -> None:
    page = _page(qtbot, {})
    page.show()
    with qtbot.assertNotEmitted(page.chosen, wait=50):
        QTest.keyClick(page.editor, Qt.Key.Key_Escape)
    assert page.editor.keySequence().toString() == "N"


def test_reset_gives_the_built_in_keys_back(qtbot: QtBot) -> None:
    page = _page(qtbot, {"note": "M", "next": "X"})
    with qtbot.waitSignal(page.chosen) as chosen:
        page.reset_all()
    assert chosen.args == [{}]


def test_commands_are_searched_by_words_and_keys(qtbot: QtBot) -> None:
    page = _page(qtbot, {})

    def shown() -> list[str]:
        return [row.text(0) for row in page._rows if not row.isHidden()]

    QTest.keyClicks(page.search, "next sent")
    assert "Next sentence" in shown()
    assert len(shown()) < 12
    assert page.tree.currentItem().text(0) == shown()[0], "what is changed is what is seen"
    page.search.clear()
    QTest.keyClicks(page.search, "ctrl+k")
    assert shown() == ["Go to anything…"]
    page.search.clear()
    assert len(shown()) == len(COMMANDS)


def test_a_label_has_its_key_here_too(qtbot: QtBot) -> None:
    labels = read_label_set(resources.read_toml("label_sets", "newsroom", "label_set.toml"))
    page = KeysPage(all_commands(labels), {})
    qtbot.addWidget(page)
    QTest.keyClicks(page.search, "denial")
    assert page.tree.currentItem().text(0) == "Denial"
    with qtbot.waitSignal(page.chosen, timeout=3000) as chosen:
        QTest.keyClick(page.editor, Qt.Key.Key_1)
    assert chosen.args == [{"tag_denial": "1"}]
    assert "1 is given to “Claim”, “Denial”" in page.clash.text()
