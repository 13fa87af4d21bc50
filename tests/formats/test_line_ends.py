"""Places in a text with carriage returns are the same places without them."""

from hypothesis import given
from hypothesis import strategies as st

from annotator.formats.line_ends import LineEnds


def test_places_behind_a_line_end_move_by_one() -> None:
    lines = LineEnds("ab\r\ncd\r\ne")
    assert lines.text == "ab\ncd\ne"
    assert [lines.place(at) for at in (0, 2, 3, 4, 6, 8, 9)] == [0, 2, 2, 3, 5, 6, 7]


def test_a_single_carriage_return_ends_a_line_and_moves_nothing() -> None:
    lines = LineEnds("a\rb")
    assert lines.text == "a\nb"
    assert lines.place(2) == 2


@given(st.text(st.sampled_from("ab\r\n😀")), st.data())
def test_what_stands_at_a_place_stays_there(given_text: str, data: st.DataObject) -> None:
    lines = LineEnds(given_text)
    at = data.draw(st.integers(0, len(given_text)))
    ahead = given_text[at:].replace("\r\n", "\n").replace("\r", "\n")
    if given_text[max(at - 1, 0) : at + 1] != "\r\n":
        assert lines.text[lines.place(at) :] == ahead
