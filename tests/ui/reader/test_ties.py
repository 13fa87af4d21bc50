"""Links are drawn in the free margin: both ends in view, one beyond the page, one in another article."""

import pytest
from PySide6.QtGui import QColor, QImage

from annotator.core.records import AnnotationRecord
from annotator.ui.reader.reader import Reader
from annotator.ui.reader.ties import Tie, _Drawing, edge_words, place_words
from annotator.ui.reader.typography import CONTRAST, DARK, LIGHT, ReaderTheme
from tests.ui.reader.articles import annotation, document, place

TEXT = "The mayor took the money.\n\nNobody knows more of it.\n\nShe denies it."
ARABIC = "أخذ العمدة المال.\n\nلا أحد يعرف أكثر.\n\nنفت ذلك."
LONG = "\n\n".join([TEXT, *(f"Line {n} says nothing at all." for n in range(120)), "The last line ends it."])


def opened(reader: Reader, text: str, denied: str, denies: str) -> tuple[AnnotationRecord, AnnotationRecord]:
    claim, denial = annotation("claim", place(text, denied)), annotation("denial", place(text, denies))
    reader.show_document(document(text, annotations=[claim, denial]))
    reader.focus_annotation(denial.id)
    return claim, denial


def picture(reader: Reader) -> QImage:
    return reader.viewport().grab().toImage()


def inked(reader: Reader, image: QImage, left: float, right: float) -> list[tuple[int, int]]:
    """The places between two edges that are not paper; edges count from the column's right."""
    paper, edge = QColor(reader.theme.background), reader.column_left + reader.column_width
    columns = range(round(edge + left), round(edge + right))
    return [(x, y) for x in columns for y in range(image.height()) if image.pixelColor(x, y) != paper]


def margin(reader: Reader) -> tuple[float, float]:
    return reader.typography.size * 1.1, reader.typography.size * 2.5


def left_margin(reader: Reader) -> tuple[float, float]:
    near, far = margin(reader)
    return -reader.column_width - far, -reader.column_width - near


@pytest.mark.parametrize("theme", [LIGHT, DARK, CONTRAST])
def test_a_line_leads_from_one_end_to_the_other(reader: Reader, theme: ReaderTheme) -> None:
    reader.set_theme(theme)
    claim, denial = opened(reader, TEXT, "The mayor took the money.", "She denies it.")
    assert inked(reader, picture(reader), *margin(reader)) == []
    reader.ties.show(denial.id, [Tie("denies", False, claim)])
    drawn = inked(reader, picture(reader), *margin(reader))
    tops = [reader.rect_of(one.extent.start_char).center().y() for one in (claim, denial)]
    assert min(y for _, y in drawn) == pytest.approx(tops[0], abs=3)
    assert max(y for _, y in drawn) == pytest.approx(tops[1], abs=3)
    reader.ties.show(None, ())
    assert inked(reader, picture(reader), *margin(reader)) == []


def test_right_to_left_the_line_is_on_the_left(reader: Reader) -> None:
    claim, denial = opened(reader, ARABIC, "أخذ العمدة المال.", "نفت ذلك.")
    before = picture(reader)
    reader.ties.show(denial.id, [Tie("denies", False, claim)])
    after = picture(reader)
    assert inked(reader, after, *margin(reader)) == inked(reader, before, *margin(reader))
    assert len(inked(reader, after, *left_margin(reader))) > len(inked(reader, before, *left_margin(reader)))


def test_both_stretches_are_outlined_in_their_ink(reader: Reader) -> None:
    claim, denial = opened(reader, TEXT, "took the money", "She denies it.")
    box = reader.boxes_of(claim.extent)[0]
    place_of_edge = round(box.left() - 2), round(box.center().y())
    assert picture(reader).pixelColor(*place_of_edge) == QColor(LIGHT.background)
    reader.ties.show(denial.id, [Tie("denies", False, claim)])
    assert picture(reader).pixelColor(*place_of_edge) != QColor(LIGHT.background)


def test_what_is_beyond_the_page_is_named_at_its_edge(reader: Reader) -> None:
    claim, denial = opened(reader, LONG, "The mayor took the money.", "The last line ends it.")
    tie = Tie("denies", False, claim)
    assert edge_words(tie, claim, reader) == "denies: claim in sentence 1"
    before = picture(reader)
    reader.ties.show(denial.id, [tie])
    after = picture(reader)
    corner = [(x, y) for x in range(after.width()) for y in range(6, 24) if after.pixel(x, y) != before.pixel(x, y)]
    assert len(corner) > 100
    reader.focus_annotation(claim.id)
    reader.ties.show(claim.id, [Tie("denied by", True, denial)])
    assert edge_words(tie, denial, reader).startswith("denies: denial in sentence 12")
    bottom = picture(reader)
    words = [bottom.pixelColor(x, bottom.height() - 12) for x in range(bottom.width())]
    assert any(colour != QColor(LIGHT.background) for colour in words)


def test_a_link_with_another_article_has_a_small_mark_beside_its_line(reader: Reader) -> None:
    _, denial = opened(reader, TEXT, "The mayor took the money.", "She denies it.")
    reader.ties.show(denial.id, [Tie("denies", False, None)])
    drawn = inked(reader, picture(reader), *margin(reader))
    line = reader.rect_of(denial.extent.start_char)
    assert drawn
    assert all(line.top() < y < line.bottom() for _, y in drawn)


def test_two_ends_on_one_line_are_parted(reader: Reader) -> None:
    text = "She took it, he said, and she denies that."
    claim, denial = opened(reader, text, "She took it", "she denies that")
    reader.ties.show(denial.id, [Tie("denies", False, claim)])
    rows = {y for _, y in inked(reader, picture(reader), *margin(reader))}
    assert max(rows) - min(rows) > reader.typography.size * 0.4


def test_an_offered_end_is_drawn_in_place_of_what_is_linked(reader: Reader) -> None:
    claim, denial = opened(reader, TEXT, "The mayor took the money.", "She denies it.")
    reader.ties.offer(denial.id, Tie("denies", False, claim))
    assert reader.ties.offered == claim.id
    assert inked(reader, picture(reader), *margin(reader))
    reader.ties.offer(None, None)
    assert inked(reader, picture(reader), *margin(reader)) == []


def test_links_of_what_has_gone_are_not_drawn(reader: Reader) -> None:
    claim, denial = opened(reader, TEXT, "The mayor took the money.", "She denies it.")
    reader.ties.show(denial.id, [Tie("denies", False, claim)])
    reader.drop_annotations([denial.id])
    assert inked(reader, picture(reader), *margin(reader)) == []


def test_where_one_looks_at_the_other_end_the_edge_names_the_annotation_in_focus(
    reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[tuple[str, bool]] = []
    monkeypatch.setattr(_Drawing, "_name", lambda _self, words, _there, _lane, *, up: told.append((words, up)))
    claim, denial = opened(reader, LONG, "The mayor took the money.", "The last line ends it.")
    tie = Tie("denies", False, claim)
    reader.ties.show(denial.id, [tie])
    picture(reader)
    assert told[-1] == (edge_words(tie, claim, reader), True)
    reader.reveal(claim.extent)  # as while a link is offered, or after a turn of the wheel
    picture(reader)
    assert told[-1] == (place_words(denial, reader), False)
    assert told[-1][0].startswith("denial in sentence 12")


def test_several_links_name_one_place_beyond_the_page_once(reader: Reader) -> None:
    claim, denial = opened(reader, LONG, "The mayor took the money.", "The last line ends it.")
    reader.ties.show(denial.id, [Tie("denies", False, claim)])
    once = picture(reader)
    reader.ties.show(denial.id, [Tie("denies", False, claim), Tie("denies", False, claim)])
    twice = picture(reader)
    below_the_first = range(26, 44)  # where a second name would stand
    middle = round(reader.column_left + reader.column_width)
    changed = [
        (x, y)
        for x in range(middle - 120, middle - 20)
        for y in below_the_first
        if once.pixel(x, y) != twice.pixel(x, y)
    ]
    assert changed == []


def test_of_several_annotations_on_a_sentence_the_one_that_keys_go_to_is_outlined(reader: Reader) -> None:
    first, second = annotation("claim", place(TEXT, "The mayor")), annotation("quote", place(TEXT, "the money"))
    reader.show_document(document(TEXT, annotations=[first, second]))
    reader.focus_annotation(first.id)

    def is_outlined(one: AnnotationRecord) -> bool:
        box = reader.boxes_of(one.extent)[0]
        inside, edge = QColor(reader.theme.focus_background), round(box.left() - 2)
        return picture(reader).pixelColor(edge, round(box.center().y())) != inside

    assert (is_outlined(first), is_outlined(second)) == (True, False)
    reader.cycle_annotation()
    assert (is_outlined(first), is_outlined(second)) == (False, True)
    reader.drop_annotations([first.id])
    assert not is_outlined(second)  # the only one needs no sign
