"""Actions call their actors, heed the facts, and follow keys and labels."""

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from annotator import resources
from annotator.core.schema_file import read_label_set
from annotator.errors import NotFound
from annotator.ui.actions import Actions, actors_missing
from annotator.ui.command import MENUS
from tests.ui.stage import Stage

LABELS = read_label_set(resources.read_toml("label_sets", "newsroom", "label_set.toml"))


class Actor:
    def __init__(self) -> None:
        self.called: list[object] = []

    def tag(self, label: str) -> None:
        self.called.append(label)

    def remove(self) -> None:
        raise NotFound("It is gone.")


@pytest.fixture
def table(qtbot: QtBot) -> Actions:
    window = QMainWindow()
    qtbot.addWidget(window)
    made = Actions(window, QWidget(window))
    made.fill_menus(window.menuBar())
    made.actors["tagging"] = Actor()
    made.window = window  # type: ignore[attr-defined]  # kept alive with it
    return made


def test_a_label_gets_an_action_that_tags_with_it(table: Actions) -> None:
    table.set_labels(LABELS)
    table.set_facts(frozenset({"document", "writable", "newest"}))
    table["tag_denial"].trigger()
    assert table.actors["tagging"].called == ["denial"]  # type: ignore[attr-defined]
    table.set_labels(None)
    with pytest.raises(KeyError):
        table["tag_denial"]


def test_what_lacks_a_fact_is_disabled(table: Actions) -> None:
    table.set_facts(frozenset({"project"}))
    assert table["export"].isEnabled()
    assert not table["load"].isEnabled()
    assert not table["note"].isEnabled()


def test_an_error_in_words_is_announced(table: Actions, qtbot: QtBot) -> None:
    with qtbot.waitSignal(table.failed) as caught:
        table.call("remove")
    assert str(caught.args[0]) == "It is gone."


def test_keys_follow_the_choice(table: Actions) -> None:
    table.set_keys({"note": "Ctrl+M"})
    assert table["note"].shortcuts() == [QKeySequence("Ctrl+M")]
    assert "Ctrl+M" in table["note"].toolTip()
    table.set_keys({})
    assert table["note"].shortcuts() == [QKeySequence("N")]


def test_undo_is_named(table: Actions) -> None:
    table.name_undo("Tag claim", None)
    assert (table["undo"].text(), table["redo"].text()) == ("Undo Tag claim", "Redo")


def test_every_menu_has_something_in_it(table: Actions) -> None:
    bar = table.window.menuBar()  # type: ignore[attr-defined]
    assert [action.text() for action in bar.actions()] == list(MENUS)
    assert all(not action.menu().isEmpty() for action in bar.actions())


def test_every_command_has_somebody_who_does_it(stage: Stage) -> None:
    stage.start()
    table = stage.window.actions_table
    assert actors_missing(table.actors, table.commands) == []
