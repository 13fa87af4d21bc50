"""The articles with disputes, in a list."""

from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from annotator.ui.disputes.article_list import ArticleLine, ArticleList, ArticleModel

LINES = [
    ArticleLine(UUID(int=1), "Mayor left", "Ana, Ben", 2, 3),
    ArticleLine(UUID(int=2), "نفى الوزير", "Ana, Ben", 0, 4),
]


def test_the_model_is_a_model(qtmodeltester: ModelTester) -> None:
    model = ArticleModel()
    model.show_lines(LINES, UUID(int=1))
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]  # it has no types
    assert model.row_of(UUID(int=2)) == 1
    assert model.row_of(None) == -1
    assert model.index(0).data() == "Mayor left. 2 open of 3. Ana, Ben"
    assert model.index(1).data() == "نفى الوزير. all settled. Ana, Ben"


def test_it_is_drawn_and_chosen_from(qtbot: QtBot) -> None:
    model = ArticleModel()
    view = ArticleList(model)
    qtbot.addWidget(view)
    model.show_lines(LINES, UUID(int=1))
    view.resize(220, 200)
    view.show()
    assert not view.grab().isNull()
    chosen: list[Any] = []
    view.chosen.connect(lambda index: chosen.append(index.row()))
    view.setCurrentIndex(model.index(1))
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert chosen == [1]
