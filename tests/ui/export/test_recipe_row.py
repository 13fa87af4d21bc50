"""Recipes are chosen, kept and forgotten."""

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QInputDialog, QMessageBox
from pytestqt.qtbot import QtBot

from annotator.core.recipes import ExportRequest, Recipe
from annotator.ui.export.recipe_row import RecipeRow

WEEKLY = Recipe("weekly", ExportRequest("jsonl"), "/tmp/x.jsonl")


def _answer_soon(title: str, asked: list[str]) -> None:
    """Press this button of the question that comes."""

    def answer() -> None:
        box = QApplication.activeModalWidget()
        if not isinstance(box, QMessageBox):
            QTimer.singleShot(20, answer)
            return
        asked.append(box.text())
        (button,) = (one for one in box.buttons() if one.text().replace("&", "") == title)
        QTest.keyClick(button, Qt.Key.Key_Space)

    QTimer.singleShot(20, answer)


@pytest.fixture
def row(qtbot: QtBot) -> RecipeRow:
    widget = RecipeRow()
    qtbot.addWidget(widget)
    widget.show()
    return widget


def test_without_recipes_there_is_nothing_to_choose(row: RecipeRow) -> None:
    assert not row.box.isEnabled()
    assert not row.forget.isEnabled()
    assert row.box.currentText() == "No recipe kept yet"


def test_a_recipe_is_chosen_by_keys_and_forgotten(row: RecipeRow, qtbot: QtBot) -> None:
    row.show_recipes((WEEKLY,))
    chosen, forgotten = list[Recipe](), list[str]()
    row.chosen.connect(chosen.append)
    row.forgetting.connect(forgotten.append)
    qtbot.keyClick(row.box, Qt.Key.Key_Down)
    row.box.activated.emit(row.box.currentIndex())
    assert chosen[-1] == WEEKLY
    asked = list[str]()
    _answer_soon("Cancel", asked)
    qtbot.mouseClick(row.forget, Qt.MouseButton.LeftButton)
    assert forgotten == []
    _answer_soon("Forget", asked)
    qtbot.mouseClick(row.forget, Qt.MouseButton.LeftButton)
    assert forgotten == ["weekly"]
    assert asked[0] == "Shall the recipe “weekly” be forgotten? What it has exported stays."


@pytest.mark.parametrize(("answer", "kept"), [((" weekly ", True), ["weekly"]), (("", True), []), (("x", False), [])])
def test_a_recipe_is_kept_under_a_name(
    row: RecipeRow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, answer: tuple[str, bool], kept: list[str]
) -> None:
    monkeypatch.setattr(QInputDialog, "getText", lambda *_given, **_named: answer)
    names: list[str] = []
    row.keeping.connect(names.append)
    qtbot.mouseClick(row.keep, Qt.MouseButton.LeftButton)
    assert names == kept


@pytest.mark.parametrize(("answer", "kept"), [("Replace", ["weekly"]), ("Cancel", [])])
def test_before_a_recipe_is_replaced_it_is_asked(
    row: RecipeRow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, answer: str, kept: list[str]
) -> None:
    row.show_recipes((WEEKLY,))
    monkeypatch.setattr(QInputDialog, "getText", lambda *_given, **_named: (" weekly ", True))
    names, asked = list[str](), list[str]()
    row.keeping.connect(names.append)
    _answer_soon(answer, asked)
    qtbot.mouseClick(row.keep, Qt.MouseButton.LeftButton)
    assert names == kept
    assert asked == ["There is a recipe “weekly” already. Shall what is chosen now take its place?"]
