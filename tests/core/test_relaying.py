"""Words that give way to others, and every place behind them."""

from hypothesis import given
from hypothesis import strategies as st

from annotator.core.relaying import Relaying, Replaced
from annotator.core.spans import Span


@st.composite
def replaced(draw: st.DrawFn) -> tuple[str, list[Replaced]]:
    text = draw(st.text("ab 😀\u0301\n", max_size=30))
    cuts = sorted(draw(st.sets(st.integers(0, len(text)), max_size=8)))
    pairs = list(zip(cuts[::2], cuts[1::2], strict=False))
    return text, [Replaced(start, end, draw(st.text("XY", min_size=1, max_size=9))) for start, end in pairs]


@given(replaced(), st.data())
def test_a_stretch_has_the_words_that_it_had_and_whole_those_it_had_a_part_of(
    given_text: tuple[str, list[Replaced]], data: st.DataObject
) -> None:
    text, stretches = given_text
    way = Relaying(text, stretches)
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    expected, at = "", 0
    for one in [*stretches, Replaced(len(text), len(text), "")]:
        expected += text[max(at, start) : max(min(one.start_char, end), start)]
        if one.start_char < end and start < one.end_char:
            expected += one.words
        at = one.end_char
    if start < end:
        moved = way.span(Span(start, end))
        assert way.text[slice(*moved)] == expected


@given(replaced())
def test_nothing_is_lost_between_the_stretches(given_text: tuple[str, list[Replaced]]) -> None:
    text, stretches = given_text
    way = Relaying(text, stretches)
    assert way.end(len(text)) == len(way.text)
    assert all(way.text[slice(*way.span(Span(one.start_char, one.end_char)))] == one.words for one in stretches)


def test_pieces_that_shared_a_name_become_one() -> None:
    way = Relaying("Rina Sari naik.", [Replaced(0, 9, "Person 1")])
    assert way.text == "Person 1 naik."
    assert way.segments((Span(0, 4), Span(5, 9))) == (Span(0, 8),)
    assert way.segments((Span(0, 4), Span(10, 14))) == (Span(0, 8), Span(9, 13))
    assert Relaying("ab", []).segments((Span(0, 1), Span(1, 2))) == (Span(0, 1), Span(1, 2))
