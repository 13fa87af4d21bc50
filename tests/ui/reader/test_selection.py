"""Every key and drag as what it does to focus, span and segments."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.spans import Span, check
from annotator.ui.reader.selection import Selection
from tests.ui.reader.articles import ENGLISH, tiles

TEXTS = st.text(alphabet="ab. \n\u2028\x00é👩\u200d🏽🚒\u0301شל市場-’", min_size=1, max_size=60)
ACTS = st.lists(
    st.sampled_from(
        ["down", "up", "more", "less", "grow_end", "shrink_end", "grow_start", "shrink_start", "hold", "clear"]
    ),
    max_size=15,
)


def act(selection: Selection, name: str) -> None:
    moves = {"down": (1, False), "up": (-1, False), "more": (1, True), "less": (-1, True)}
    if name in moves:
        selection.move(*moves[name])
    else:
        getattr(selection, name)()


@given(TEXTS, ACTS, st.tuples(st.integers(0, 60), st.integers(0, 60)), st.booleans())
def test_whatever_is_selected_can_carry_an_annotation(
    text: str, acts: list[str], drag: tuple[int, int], exact: bool
) -> None:
    selection = Selection(text, tiles(text))
    for name in acts:
        act(selection, name)
    selection.select(min(drag[0], len(text)), min(drag[1], len(text)), exact)
    for name in [*acts, ""]:
        segments = selection.segments()
        if segments:
            assert check(text, segments) == segments
            assert all(text[start:end].strip() for start, end in segments)
        if name:
            act(selection, name)


@pytest.fixture
def selection() -> Selection:
    return Selection(ENGLISH, tiles(ENGLISH))


def words(selection: Selection) -> list[str]:
    return [ENGLISH[start:end] for start, end in selection.segments()]


def test_sentences_are_extended_and_given_back(selection: Selection) -> None:
    selection.go_to(3)
    selection.move(1, extend=True)
    assert words(selection) == ["Critics denied it.\n\nA third sentence stands here."]
    selection.move(-1, extend=True)
    assert words(selection) == ["Critics denied it."]
    selection.move(-1, extend=True)
    assert selection.focus == 2


def test_both_ends_are_trimmed_by_words(selection: Selection) -> None:
    selection.go_to(3)
    selection.shrink_end()
    selection.shrink_end()
    assert words(selection) == ["Critics denied"]
    selection.shrink_start()
    selection.shrink_start()
    assert words(selection) == ["denied"]
    selection.grow_start()
    selection.grow_end()
    assert words(selection) == ["Critics denied it"]


def test_a_held_segment_leaves_the_rest_of_its_sentence_to_select(selection: Selection) -> None:
    selection.select(ENGLISH.index("“prices"), ENGLISH.index(", she"))
    selection.hold()
    assert selection.present() == Span(ENGLISH.index(", she"), ENGLISH.index(" Critics"))
    while selection.segments()[-1][0] < ENGLISH.index("“by"):
        selection.shrink_start()
    assert words(selection) == ["“prices will fall”", "“by spring”."]
    assert selection.clear()
    assert selection.held == ()
    assert not selection.clear()


def test_a_drag_takes_words_in_any_direction_unless_exact(selection: Selection) -> None:
    start = ENGLISH.index("minister")
    selection.select(start + 11, start + 3)
    assert words(selection) == ["minister said"]
    selection.select(start + 3, start + 5, exact=True)
    assert words(selection) == ["is"]


def test_new_sentences_leave_the_focus_in_its_place(selection: Selection) -> None:
    selection.go_to(3)
    selection.replace_sentences([Span(0, 20), Span(20, len(ENGLISH))])
    assert selection.focus == 1
