"""An article's text with its passages numbered: nothing is lost, wherever passages lie."""

from hypothesis import given
from hypothesis import strategies as st

from annotator.core.records import Furniture
from annotator.core.report import Style
from annotator.core.report_text import Passage, Places, leaves_furniture_out, marked_text
from annotator.core.spans import Span

TEXT = "Kebakaran pasar\n\nIa membantah. “Tidak,” katanya.\nBaca juga: harga naik\nFoto: pasar\n"


def shown(text: str, *passages: Passage) -> list[str]:
    return ["".join(piece.text for piece in one.pieces) for one in marked_text(text, passages)]


def test_a_passage_stands_between_its_numbers() -> None:
    one = Passage(1, "denial", (Span(17, 30),))
    assert shown(TEXT, one)[1] == "[1\u00a0Ia membantah.\u00a01] “Tidak,” katanya."


def test_nested_and_overlapping_passages_keep_their_ends() -> None:
    outer, inner = Passage(1, "quote", (Span(0, 9),)), Passage(2, "claim", (Span(0, 4),))
    over = Passage(3, "denial", (Span(5, 12),))
    assert shown("abcd efgh ijk", outer, inner, over) == [
        "[1\u00a0[2\u00a0abcd\u00a02] [3\u00a0efgh\u00a01] ij\u00a03]k"
    ]
    (paragraph,) = marked_text("abcd efgh ijk", (outer, inner, over))
    marks = {piece.text: piece.marks for piece in paragraph.pieces if not piece.number}
    assert marks == {
        "abcd": ("quote", "claim"),
        " ": ("quote",),
        "efgh": ("quote", "denial"),
        " ij": ("denial",),
        "k": (),
    }


def test_a_passage_over_several_paragraphs_has_its_numbers_once() -> None:
    lines = shown("one two\n\n  \nthree four", Passage(7, "quote", (Span(4, 17),)))
    assert lines == ["one [7\u00a0two", "three\u00a07] four"]


def test_each_segment_stands_between_numbers() -> None:
    lines = shown("“A,” she said. “B.”", Passage(1, "quote", (Span(0, 4), Span(15, 19))))
    assert lines == ["[1\u00a0“A,”\u00a01] she said. [1\u00a0“B.”\u00a01]"]


def test_furniture_stays_out_but_captions_and_what_is_tagged_do_not() -> None:
    start = TEXT.index("Baca")
    pieces = [Furniture(start, start + 21, "read_more"), Furniture(start + 22, start + 33, "caption")]
    paragraphs = list(marked_text(TEXT, [], pieces))
    assert [(one.text, one.style) for one in paragraphs][2:] == [("Foto: pasar", Style.CAPTION)]
    assert leaves_furniture_out(TEXT, [], pieces)
    tagged = [Passage(1, "claim", (Span(start + 11, start + 21),))]
    assert "Baca juga: harga naik" in [one.text for one in marked_text(TEXT, tagged, pieces)]
    assert not leaves_furniture_out(TEXT, tagged, pieces)


def test_places_are_counted_as_a_reader_counts() -> None:
    places = Places(TEXT)
    at = TEXT.index("Baca")
    assert (places.line(0), places.paragraph(0)) == (1, 1)
    assert (places.line(at), places.paragraph(at)) == (4, 3)
    assert Places("").paragraph(0) == 1


def _is_shown(text: str, at: int) -> bool:
    """True for what is no line break and has a word before it and after it, or is one, on its line."""
    before, after = text[:at].rpartition("\n")[2], text[at:].partition("\n")[0]
    return bool(after.strip()) and bool((before + after[:1]).strip())


SPANS = st.tuples(st.integers(0, 60), st.integers(1, 20))


@given(st.text("ab \n", min_size=1, max_size=80), st.lists(SPANS, max_size=8))
def test_no_word_is_lost_or_said_twice(text: str, spans: list[tuple[int, int]]) -> None:
    passages = [
        Passage(number, "claim", (Span(start % len(text), min(len(text), start % len(text) + length)),))
        for number, (start, length) in enumerate(spans, 1)
    ]
    paragraphs = list(marked_text(text, passages))
    assert [one.text for one in paragraphs] == [line.strip() for line in text.split("\n") if line.strip()]
    shown_places = {at for at in range(len(text)) if _is_shown(text, at)}
    numbers = [piece.text for one in paragraphs for piece in one.pieces if piece.number]
    for passage in passages:
        (segment,) = passage.segments
        times = int(any(at in shown_places for at in range(*segment)))
        assert numbers.count(f"[{passage.number}\u00a0") == numbers.count(f"\u00a0{passage.number}]") == times
