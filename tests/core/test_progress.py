"""Where the reading of a text stands."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from annotator.core.progress import corrected_ends, progress, sentence_at, sentence_states, tiles
from annotator.core.records import Furniture, Progress, SentenceState
from annotator.core.spans import Span

TEXT = "One is here. Two is here. Three is here.  "
TILES = [Span(0, 13), Span(13, 26), Span(26, 42)]
U, N, T, F = SentenceState.UNDECIDED, SentenceState.NOTHING, SentenceState.TAGGED, SentenceState.FURNITURE
SPANS = st.lists(st.tuples(st.integers(0, 41), st.integers(1, 20)).map(lambda at: Span(at[0], min(42, sum(at)))))


def states(
    furniture: list[Span] = [], annotations: list[Span] = [], marks: list[Span] = []  # noqa: B006
) -> list[SentenceState]:  # fmt: skip
    return sentence_states(TEXT, TILES, [Furniture(*span, "manual") for span in furniture], annotations, marks)


def test_a_sentence_is_undecided_until_somebody_decides() -> None:
    assert states() == [U, U, U]


def test_a_tag_that_touches_a_sentence_decides_it() -> None:
    assert states(annotations=[Span(11, 14)]) == [T, T, U]
    assert states(annotations=[Span(12, 13)]) == [U, U, U]  # only the space after it


def test_a_mark_decides_what_it_covers_wholly() -> None:
    assert states(marks=[Span(0, 12)]) == [N, U, U]
    assert states(marks=[Span(1, 12)]) == [U, U, U]
    assert states(marks=[Span(0, 5), Span(5, 12), Span(13, 26)]) == [N, N, U]
    assert states(marks=[Span(26, 40)]) == [U, U, N]


def test_white_space_between_two_marks_parts_nothing() -> None:
    joined = [Span(0, 26), Span(26, 42)]
    assert sentence_states(TEXT, joined, [], [], [Span(0, 12), Span(13, 25)]) == [N, U]
    assert sentence_states(TEXT, joined, [], [], [Span(0, 12), Span(14, 25)]) == [U, U]
    assert sentence_states(TEXT, joined, [], [Span(15, 17)], [Span(0, 12)]) == [T, U]


def test_what_is_not_article_text_need_not_be_read() -> None:
    aside = [Furniture(4, 6, "manual")]
    assert sentence_states(TEXT, TILES, aside, [], [Span(0, 3), Span(7, 12)]) == [N, U, U]
    assert sentence_states(TEXT, TILES, [Furniture(0, 3, ""), Furniture(4, 12, "")], [], []) == [F, U, U]


def test_furniture_goes_before_tags_and_tags_before_marks() -> None:
    assert states(furniture=[Span(0, 12)], annotations=[Span(0, 30)], marks=[Span(0, 40)]) == [F, T, T]


def test_a_sentence_without_a_visible_character_is_furniture() -> None:
    assert sentence_states("A.\n\n \nB.", [Span(0, 4), Span(4, 6), Span(6, 8)], [], [], []) == [U, F, U]


@given(SPANS, SPANS, SPANS)
def test_the_sweep_agrees_with_looking_at_every_character(
    furniture: list[Span], annotations: list[Span], marks: list[Span]
) -> None:
    def points(spans: list[Span]) -> set[int]:
        return {point for start, end in spans for point in range(start, end)}

    expected = []
    for start, end in TILES:
        extent = range(start, start + len(TEXT[start:end].rstrip()))
        visible = {point for point in extent if not TEXT[point].isspace()}
        if visible <= points(furniture):
            expected.append(F)
        elif {*extent} & points(annotations):
            expected.append(T)
        else:
            expected.append(N if visible <= points(marks) | points(furniture) else U)
    assert states(furniture, annotations, marks) == expected


def test_counts_leave_furniture_out() -> None:
    assert progress([U, N, T, T, F]) == Progress(4, 2, 1)
    assert progress([]) == Progress(0, 0, 0)


def test_corrections_add_and_remove_ends() -> None:
    assert corrected_ends([13, 26, 42], []) == [13, 26, 42]
    assert corrected_ends([13, 26, 42], [(4, False), (13, True)]) == [4, 26, 42]
    assert corrected_ends([13, 26, 42], [(42, True), (99, False), (0, False), (-1, False)]) == [13, 26, 42]
    assert corrected_ends([], [(4, False)]) == []


@given(st.sets(st.integers(1, 50)), st.lists(st.tuples(st.integers(-5, 60), st.booleans())))
def test_whatever_is_corrected_tiles_the_text(ends: set[int], breaks: list[tuple[int, bool]]) -> None:
    found = corrected_ends(sorted(ends), breaks)
    assert found == sorted(set(found))
    assert found[-1:] == sorted(ends)[-1:]
    pieces = tiles(found)
    assert [end for _, end in pieces] == found
    assert all(left.end_char == right.start_char for left, right in pairwise(pieces))


def test_the_sentence_that_holds_a_position() -> None:
    assert [sentence_at(TILES, at) for at in (0, 12, 13, 41, 42, 99)] == [0, 0, 1, 2, 2, 2]
    assert sentence_at([], 3) == -1
