"""All that the mouse can do the keyboard can: each command has a key or a place in a menu, each button a way to it.

And each has a name for who cannot see it.
"""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QDialog,
    QLineEdit,
    QMenu,
    QToolBar,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from annotator import resources
from annotator.core.schema_file import read_label_set
from annotator.ui.command import MENUS
from annotator.ui.commands import all_commands
from annotator.ui.finding.tag_dialog import Found, TagDialog
from annotator.ui.key_sheet import KeySheet
from annotator.ui.palette.palette import Palette
from tests.ui.finding.places import all_standings
from tests.ui.focus import focusable
from tests.ui.stage import Stage

LABELS = read_label_set(resources.read_toml("label_sets", "newsroom", "label_set.toml"))


def actions_in(menu: QMenu) -> set[QAction]:
    found = set(menu.actions())
    for action in menu.actions():
        if action.menu():
            found |= actions_in(action.menu())  # type: ignore[arg-type]
    return found


def only_by_mouse(window: QWidget, in_menus: set[QAction]) -> list[str]:
    """Buttons that can be seen and that neither Tab nor a menu leads to."""
    return [
        f"{type(button).__name__} “{button.text() or button.toolTip()}”"
        for button in window.findChildren(QAbstractButton)
        if button.isVisible()
        and not button.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not isinstance(
            button.parentWidget(), QLineEdit | QComboBox | QAbstractItemView
        )  # a key of the field does it
        and not (isinstance(button, QToolButton) and button.defaultAction() in in_menus)
        and not (isinstance(button.parentWidget(), QToolBar) and button.objectName() == "qt_toolbar_ext_button")
    ]


def nameless(window: QWidget) -> list[str]:
    """Widgets that the keyboard reaches and a screen reader has no word for."""
    return [
        f"{type(widget).__name__} {widget.objectName()}"
        for widget in focusable(window)
        if not _name(widget) and not widget.objectName().startswith("qt_")
    ]


def _name(widget: QWidget) -> str:
    there = QAccessible.queryAccessibleInterface(widget)
    return there.text(QAccessible.Text.Name) if there else ""


def test_every_command_stands_in_a_menu_or_has_a_key() -> None:
    assert [one.id for one in all_commands(LABELS) if one.menu not in MENUS and not one.keys] == []


PLACES = (
    "", "search", "sources", "replies", "statistics",
    "my_work", "review", "disputes", "agreement", "audit", "self_check",
)  # fmt: skip


@pytest.mark.parametrize("place", PLACES)
def test_the_window_and_its_pages(stage: Stage, place: str) -> None:
    stage.start().load()
    stage.session.tagging.tag("claim")
    if place:
        stage.window.actions_table[place].trigger()
    stage.settle()
    assert stage.window.pages.name == (place or "article")
    bar = stage.window.menuBar()
    in_menus = set().union(*(actions_in(action.menu()) for action in bar.actions()))
    assert {command.id for command in all_commands(LABELS) if command.menu} <= {
        command.id for command in all_commands(LABELS) if stage.window.actions_table[command.id] in in_menus
    }
    assert only_by_mouse(stage.window, set()), "the toolbar’s buttons, which the menus have, too"
    assert only_by_mouse(stage.window, in_menus) == []
    assert len(focusable(stage.window)) > 5
    assert nameless(stage.window) == []


def test_a_widget_without_a_name_is_noticed(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    field = QLineEdit(window)
    window.show()
    assert nameless(window) == ["QLineEdit "]
    field.setAccessibleName("Name")
    assert nameless(window) == []


def test_dialogs(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1000, 700)
    window.show()
    palette = Palette(window)
    dialogs: tuple[QDialog, ...] = (
        TagDialog(window, Found(all_standings()), LABELS, {}, "light"),
        KeySheet(all_commands(LABELS), {}, window),
        palette,
    )
    for dialog in dialogs:
        dialog.show()
        assert only_by_mouse(dialog, set()) == []
        assert nameless(dialog) == []
