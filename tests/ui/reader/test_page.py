"""What is painted can be seen."""

from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from annotator.core.records import Furniture
from annotator.ui.reader.page import byline_height
from annotator.ui.reader.reader import Reader
from annotator.ui.reader.typography import LIGHT, Typography
from tests.ui.reader.articles import ENGLISH, annotation, document, newsroom, place


def colours(image: QImage) -> set[str]:
    return {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}


def test_label_focus_selection_and_furniture_are_painted_in_their_colours(reader: Reader) -> None:
    quote = annotation("quote", place(ENGLISH, "“prices will fall”"), place(ENGLISH, "“by spring”"))
    furniture = Furniture(*place(ENGLISH, "10 hours ago 4"), "rule")
    reader.show_document(document(title="Prices rise", annotations=[quote], furniture=[furniture]), "A byline", focus=4)
    seen = colours(reader.viewport().grab().toImage())
    label = newsroom().label("quote")
    wanted = {LIGHT.background, LIGHT.focus_bar, LIGHT.focus_background, LIGHT.tint(label).name()}
    assert wanted <= seen


def test_a_headline_and_byline_take_their_room(reader: Reader, qtbot: QtBot) -> None:
    reader.show_document(document("First. Second.", title="Some headline"))
    without = reader.rect_of(1).top()
    reader.set_byline("Outlet · 4 Jul 2025")
    assert reader.rect_of(1).top() - without == byline_height(Typography(), "a") > 10
    assert byline_height(Typography(), "") == 0
