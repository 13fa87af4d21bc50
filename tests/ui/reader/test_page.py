"""What is painted can be seen."""

from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from annotator.core.records import Doubt, DoubtKind, Furniture, Quotation, Quotations
from annotator.core.spans import Span
from annotator.ui.reader.page import byline_height
from annotator.ui.reader.reader import Reader
from annotator.ui.reader.typography import LIGHT, Typography
from tests.ui.reader.articles import ENGLISH, annotation, document, newsroom, place

LIGHT_SIZE = Typography().size


def is_near(image: QImage, x: int, y: int, wanted: str) -> bool:
    """True for a pixel of an ink, more or less: thin lines are smoothed."""
    seen, ink = image.pixelColor(x, y), QColor(wanted)
    return all(abs(a - b) < 24 for a, b in zip(seen.getRgb(), ink.getRgb(), strict=True))


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


def test_a_suspicious_mark_is_ringed_and_filled_when_it_was_gone_to(reader: Reader) -> None:
    text = "He said “no and left. Nobody came."
    reader.show_document(document(text))
    reader.focus_sentence(1)
    assert LIGHT.doubt not in colours(reader.viewport().grab().toImage())
    at = text.index("“")
    reader.set_quotations(Quotations((), (Doubt(at, at + 1, DoubtKind.UNCLOSED),)))
    image = reader.viewport().grab().toImage()
    found = [(x, y) for x in range(image.width()) for y in range(image.height()) if is_near(image, x, y, LIGHT.doubt)]
    left, right = min(x for x, _ in found), max(x for x, _ in found)
    middle = (reader.rect_of(at).left() + reader.rect_of(at + 1).left()) / 2
    assert left < middle < right
    assert right - left < 2 * LIGHT_SIZE
    assert reader.focus_next_doubt() == 0
    assert LIGHT.doubt_ground().name() in colours(reader.viewport().grab().toImage())
    reader.focus_next()
    assert LIGHT.doubt_ground().name() not in colours(reader.viewport().grab().toImage())
    reader.focus_previous()
    assert LIGHT.doubt_ground().name() in colours(reader.viewport().grab().toImage())


def test_a_quotation_over_several_sentences_has_a_bracket_while_one_of_them_is_in_focus(reader: Reader) -> None:
    text = "She came.\n\nHe said “no. Never.\n\n“Not once.”\n\nNobody asked."
    start, end = text.index("“no"), text.index("”") + 1
    reader.show_document(document(text))
    reader.set_quotations(Quotations((Quotation((Span(start, 29), Span(31, end)), "“", "”", 0),), ()))
    beyond = round(reader.column_left + reader.column_width)

    def drawn() -> list[int]:
        image = reader.viewport().grab().toImage()
        columns = range(beyond + 5, image.width())
        return [y for y in range(image.height()) if any(image.pixelColor(x, y).name() == LIGHT.muted for x in columns)]

    assert drawn() == []
    reader.focus_sentence(reader.sentence_at(text.index("Never")))
    rows = drawn()
    first, last = reader.rect_of(start), reader.rect_of(end - 1)
    assert first.top() <= rows[0] < first.center().y()
    assert last.center().y() < rows[-1] <= last.bottom()
    assert rows == list(range(rows[0], rows[-1] + 1))
    reader.focus_sentence(reader.sentence_at(text.index("Nobody")))
    assert drawn() == []
