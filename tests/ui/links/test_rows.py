"""Rows of two lines, in any direction and theme."""

from uuid import UUID

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from annotator import resources
from annotator.core.schema import RelationKind
from annotator.core.schema_file import read_label_set
from annotator.ui.links import rows
from annotator.ui.links.rows import Row, RowDelegate, RowModel
from annotator.ui.steady_list import SteadyList

NEWSROOM = read_label_set(resources.read_toml("label_sets", "newsroom", "label_set.toml"))


def row(passage: str = "The mayor took it", beside: str = "sentence 3", **more: object) -> Row:
    return Row(UUID(int=1), UUID(int=2), NEWSROOM.label("claim"), passage, beside, **more)  # type: ignore[arg-type]


@pytest.fixture
def view(qtbot: QtBot) -> SteadyList:
    model = RowModel()
    view = SteadyList(model)
    model.setParent(view)
    view.setItemDelegate(RowDelegate(view))
    view.resize(320, 120)
    qtbot.addWidget(view)
    return view


def picture(view: SteadyList, *shown: Row) -> QImage:
    model = view.model()
    assert isinstance(model, RowModel)
    model.show(shown)
    return view.grab().toImage()


def ink(image: QImage, left: float, right: float) -> int:
    """How many pixels of a part of the first row are not those of its ground."""
    ground = QColor(image.pixel(image.width() // 2, image.height() - 4))
    columns = range(round(image.width() * left), round(image.width() * right))
    return sum(QColor(image.pixel(x, y)) != ground for x in columns for y in range(4, 20))


def test_words_before_label_passage_and_place_are_spoken_as_one(view: SteadyList) -> None:
    picture(view, row(before="denies"))
    assert view.model().index(0, 0).data() == "denies Claim: The mayor took it. sentence 3"


def test_a_row_has_room_for_both_lines(view: SteadyList) -> None:
    assert view.verticalHeader().defaultSectionSize() > 2 * view.fontMetrics().height() * 0.88


def test_arabic_words_stand_on_the_right(view: SteadyList) -> None:
    latin, arabic = picture(view, row("x", "")), picture(view, row("نفى", ""))
    assert ink(latin, 0.6, 1.0) == 0
    assert ink(arabic, 0.6, 1.0) > 0


def test_in_a_window_from_right_to_left_the_sign_is_on_the_right(view: SteadyList) -> None:
    assert ink(picture(view, row("", "")), 0.8, 1.0) == 0
    view.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert ink(picture(view, row(" ", "")), 0.8, 1.0) > 0


def test_the_same_rows_again_change_nothing(view: SteadyList, qtbot: QtBot) -> None:
    model = view.model()
    assert isinstance(model, RowModel)
    model.show([row()])
    with qtbot.assertNotEmitted(model.modelReset):
        model.show([row()])
    assert model.rows == (row(),)


def test_a_label_that_is_gone_leaves_the_words(view: SteadyList) -> None:
    gone = Row(UUID(int=1), UUID(int=2), None, "words", "here")
    assert ink(picture(view, gone), 0.0, 0.3) > 0


@pytest.mark.parametrize("kind", NEWSROOM.relations, ids=lambda kind: kind.key)
def test_what_a_link_says_is_not_cut_off_where_there_is_room(
    view: SteadyList, monkeypatch: pytest.MonkeyPatch, kind: RelationKind
) -> None:
    drawn: list[tuple[str, bool]] = []

    def draw(painter: QPainter, rect: QRect, words: str) -> None:
        shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, rect.width())
        drawn.append((words, shown == words))

    monkeypatch.setattr(rows, "draw_line", draw)
    picture(view, row(before=kind.title), row(before=kind.inverse))
    assert {(kind.title, True), (kind.inverse, True)} <= set(drawn)
