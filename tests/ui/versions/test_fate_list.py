"""Keys of the list."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from annotator.ui.versions.fate_list import FateList
from annotator.ui.versions.fate_model import FateModel
from tests.operations.test_versions import OLD, plan, tag
from tests.store.desk import Desk


@pytest.fixture
def rows(qtbot: QtBot, project_path: Path) -> Iterator[FateList]:
    desk = Desk(project_path)
    document = desk.load(OLD)
    for words in ("paid 200 million", "Neighbours want the ferry back."):
        tag(desk, document, words)
    made = FateList(FateModel(plan(desk, document), {}), "light")
    qtbot.addWidget(made)
    made.resize(400, 200)
    made.show()
    made.setCurrentIndex(made.model().index(0, 0))
    yield made
    desk.workspace.close()


def test_keys_say_what_is_wanted(rows: FateList) -> None:
    told: list[object] = []
    rows.taken.connect(lambda row: told.append(("taken", row)))
    rows.left_behind.connect(lambda row: told.append(("left", row)))
    rows.confirmed.connect(lambda: told.append("confirmed"))
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Down, Qt.Key.Key_Delete, Qt.Key.Key_Return):
        QTest.keyClick(rows, key)
    assert told == [("taken", 0), ("left", 1), "confirmed"]


def test_a_sign_stands_before_each_row(rows: FateList) -> None:
    def ink(row: int) -> set[QColor]:
        picture = rows.viewport().grab().toImage()
        ratio = picture.devicePixelRatio()
        top = round(rows.visualRect(rows.model().index(row, 0)).center().y() * ratio)
        box = [(x, top + y) for x in range(12, 30) for y in range(-9, 9)]
        return {picture.pixelColor(QPoint(round(x * ratio), y)).rgb() for x, y in box}  # type: ignore[misc]

    before = ink(1)
    assert len(before) > 1
    model = rows.model()
    assert isinstance(model, FateModel)
    model.decide([1], ())
    assert ink(1) != before


def test_it_has_a_name_and_says_when_it_is_empty(rows: FateList) -> None:
    assert "Space" in rows.accessibleName()
    assert rows.empty_text
