"""States of sentences are those of the core, however they came about."""

from hypothesis import given
from hypothesis import strategies as st

from annotator.core.progress import corrected_ends, progress, sentence_states
from annotator.core.progress import tiles as core_tiles
from annotator.core.records import Furniture, Progress
from annotator.core.spans import Span
from annotator.ui.reader.annotation_index import AnnotationIndex
from annotator.ui.reader.states import SentenceStates, sentence_at
from tests.ui.reader.articles import ENGLISH, annotation, tiles

SPANS = st.lists(
    st.tuples(st.integers(0, len(ENGLISH) - 1), st.integers(1, 60)).map(
        lambda pair: Span(pair[0], min(len(ENGLISH), sum(pair)))
    ),
    max_size=4,
)


@given(SPANS, SPANS, SPANS, SPANS)
def test_states_are_those_of_the_core_at_once_and_step_by_step(
    furniture: list[Span], tagged: list[Span], marks: list[Span], later: list[Span]
) -> None:
    sentences = tiles(ENGLISH)
    index = AnnotationIndex(annotation("claim", span) for span in tagged)
    states = SentenceStates(ENGLISH, sentences, index)
    states.fill(furniture, marks)
    pieces = [Furniture(*span, "") for span in furniture]
    assert [states[n] for n in range(len(sentences))] == sentence_states(ENGLISH, sentences, pieces, tagged, marks)
    for span in later:
        index.put(annotation("quote", span))
        states.refresh(span)
    states.replace_marks(later)
    states.replace_furniture(marks)
    pieces = [Furniture(*span, "") for span in marks]
    wanted = sentence_states(ENGLISH, sentences, pieces, tagged + later, later)
    assert [states[n] for n in range(len(sentences))] == wanted


@given(st.sets(st.integers(1, len(ENGLISH) - 1), max_size=12), SPANS, SPANS, SPANS)
def test_sentences_split_by_hand_count_as_in_the_core(
    ends: set[int], furniture: list[Span], tagged: list[Span], marks: list[Span]
) -> None:
    sentences = core_tiles(corrected_ends([len(ENGLISH)], [(end, False) for end in ends]))
    states = SentenceStates(ENGLISH, sentences, AnnotationIndex(annotation("claim", span) for span in tagged))
    states.fill(furniture, marks)
    wanted = sentence_states(ENGLISH, sentences, [Furniture(*span, "") for span in furniture], tagged, marks)
    assert [states[n] for n in range(len(sentences))] == wanted
    assert states.progress() == progress(wanted)
    states.replace_marks(tagged)
    wanted = sentence_states(ENGLISH, sentences, [Furniture(*span, "") for span in furniture], tagged, tagged)
    assert [states[n] for n in range(len(sentences))] == wanted
    assert states.progress() == progress(wanted)


def test_a_tile_of_white_space_is_nothing_to_decide() -> None:
    states = SentenceStates("A.  \n B.", [Span(0, 2), Span(2, 6), Span(6, 8)], AnnotationIndex())
    states.fill([], [])
    assert [states[n] for n in range(3)] == ["undecided", "furniture", "undecided"]
    assert states.progress() == Progress(2, 0, 0)


def test_next_undecided_begins_again_at_the_top() -> None:
    states = SentenceStates("A. B. C.", [Span(0, 3), Span(3, 6), Span(6, 8)], AnnotationIndex())
    states.fill([], [Span(3, 8)])
    assert states.next_undecided(1) == 0
    states.replace_marks([Span(0, 8)])
    assert states.next_undecided(0) == -1
    assert sentence_at([], 4) == -1
