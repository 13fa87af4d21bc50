"""Wherever the keyboard is, one sees it: in the window, on its pages, in the dialogs; in every theme."""

import pytest
from PySide6.QtCore import QStringListModel
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QDialog,
    QLineEdit,
    QListView,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QSpinBox,
    QTabWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from annotator import resources
from annotator.core.schema_file import read_label_set
from annotator.ui.commands import all_commands
from annotator.ui.finding.tag_dialog import Found, TagDialog
from annotator.ui.key_sheet import KeySheet
from annotator.ui.preferences.keys_page import KeysPage
from annotator.ui.style_sheet import style_sheet
from annotator.ui.theme import palette, read_theme
from tests.ui.finding.places import all_standings
from tests.ui.focus import focusable, unseen
from tests.ui.stage import Stage

LABELS = read_label_set(resources.read_toml("label_sets", "newsroom", "label_set.toml"))


def shown(qtbot: QtBot, widget: QWidget, theme: str = "light") -> QWidget:
    qtbot.addWidget(widget)
    widget.setPalette(palette(read_theme(theme)))
    widget.setStyleSheet(style_sheet(read_theme(theme)))
    with qtbot.waitActive(widget):
        widget.show()
        widget.activateWindow()
    return widget


def everything() -> QDialog:
    """One of each kind of widget that takes the keyboard."""
    dialog = QDialog()
    box, tabs, tool, tree = QComboBox(), QTabWidget(), QToolButton(), QListView()
    box.addItems(["one", "two"])
    tabs.addTab(QWidget(), "One")
    tabs.addTab(QWidget(), "Two")
    tool.setText("Tool")
    tree.setModel(QStringListModel(["a", "b"], tree))
    leading = QPushButton("Leading")
    leading.setDefault(True)
    layout = QVBoxLayout(dialog)
    for widget in (
        QLineEdit(), QPlainTextEdit(), QCheckBox("Check"), QRadioButton("Radio"), QPushButton("Push"), leading, box,
        tabs, tool, tree, QSpinBox(),
    ):  # fmt: skip
        layout.addWidget(widget)
    return dialog


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_each_kind_of_widget_shows_its_focus(qtbot: QtBot, theme: str) -> None:
    dialog = shown(qtbot, everything(), theme)
    assert len(focusable(dialog)) >= 10
    assert ", ".join(unseen(dialog)) == ""


def test_the_window_and_its_search_show_it(stage: Stage) -> None:
    stage.start().load()
    stage.window.resize(1280, 800)
    assert ", ".join(unseen(stage.window)) == ""
    stage.session.searching.open()
    stage.window.search.field.setText("mayor")
    stage.qtbot.wait(200)
    stage.settle()
    assert ", ".join(unseen(stage.window)) == ""


@pytest.mark.parametrize("command", ["sources", "replies", "statistics"])
def test_the_other_pages_show_it(stage: Stage, command: str) -> None:
    stage.start().load()
    stage.session.tagging.tag("claim")
    stage.window.actions_table[command].trigger()
    stage.settle()
    assert not stage.window.pages.is_home
    assert ", ".join(unseen(stage.window)) == ""


def test_dialogs_show_it(qtbot: QtBot) -> None:
    commands = all_commands(LABELS)
    tagging = TagDialog(None, Found(all_standings()), LABELS, {}, "light")
    dialogs = (tagging, KeySheet(commands, {}), KeysPage(commands, {}))
    for dialog in dialogs:
        shown(qtbot, dialog)
        assert ", ".join(unseen(dialog)) == ""
        dialog.hide()
    QApplication.processEvents()
