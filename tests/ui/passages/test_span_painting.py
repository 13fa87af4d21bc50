"""What is painted of spans, seen in the picture of a pane."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from annotator.ui.passages.reading_pane import ReadingPane
from tests.ui.passages.pane import a_span, pane_with, picture


def share_of(image: QImage, box: QRectF, colour: QColor) -> float:
    """How much of a box is of exactly this colour."""
    area = box.toRect()
    spots = [(x, y) for x in range(area.left(), area.right()) for y in range(area.top(), area.bottom())]
    return sum(image.pixelColor(*spot) == colour for spot in spots) / len(spots)


def inked(image: QImage, box: QRectF, paper: QColor) -> bool:
    return share_of(image, box, paper) < 1.0


def margin_of(pane: ReadingPane, words: str, *, right: bool = False) -> QRectF:
    box = pane.boxes_of(a_span(words).extent)[0]
    if right:
        start = pane.column_left + pane.column_width + 2
        return QRectF(start, box.top(), pane.viewport().width() - start, box.height())
    return QRectF(0, box.top(), pane.column_left - 4, box.height())


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_a_span_has_its_labels_tint_and_what_is_struck_has_none(qtbot: QtBot, theme: str) -> None:
    span = a_span("The bridge is closed")
    pane = pane_with(qtbot, span, theme=theme)
    box, tint = pane.boxes_of(span.extent)[0], pane.theme.tint(span.label)
    assert share_of(picture(pane), box, tint) > 0.4
    pane.set_spans([replace(span, struck=True)])
    assert share_of(picture(pane), box, tint) < 0.01


def test_what_is_struck_is_drawn_otherwise_than_not_at_all(qtbot: QtBot) -> None:
    span = a_span("The bridge is closed", struck=True)
    pane = pane_with(qtbot, span)
    with_it = picture(pane)
    pane.set_spans([])
    assert with_it != picture(pane)


def test_a_person_stands_in_the_margin_where_the_span_begins(qtbot: QtBot) -> None:
    pane = pane_with(qtbot, a_span("The bridge is closed", mark="AB", mark_ink="#aa0000"))
    beside, paper = margin_of(pane, "The bridge"), QColor(pane.theme.background)
    assert inked(picture(pane), beside, paper)
    pane.set_spans([a_span("The bridge is closed")])
    assert not inked(picture(pane), beside, paper)


def test_arabic_has_its_margin_at_the_right(qtbot: QtBot) -> None:
    pane = pane_with(qtbot, a_span("قال الوزير", mark="AB"))
    words, paper = "قال الوزير", QColor(pane.theme.background)
    assert inked(picture(pane), margin_of(pane, words, right=True), paper)
    assert not inked(picture(pane), margin_of(pane, words), paper)


def test_what_is_meant_has_a_frame(qtbot: QtBot) -> None:
    span = a_span("Nobody was told")
    pane = pane_with(qtbot, span)
    before = picture(pane)
    pane.focus(span.id)
    assert picture(pane) != before
    around = pane.boxes_of(span.extent)[0].adjusted(-4, -3, 4, 3)
    assert inked(picture(pane), QRectF(around.left(), around.top(), 4, around.height()), QColor(pane.theme.background))
