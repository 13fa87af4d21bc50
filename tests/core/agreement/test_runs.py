"""What is said of each character, held against a walk over every single one."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from annotator.core.agreement.runs import holding, runs_of, sentence_labels
from annotator.core.spans import Span
from annotator.core.submissions import SubmittedAnnotation
from tests.core.agreement.desk import NUMBERS, article, said

LENGTH = 30
Places = st.tuples(st.integers(0, LENGTH - 1), st.integers(1, 8)).map(lambda at: (at[0], min(LENGTH, at[0] + at[1])))
Reading = st.lists(st.builds(said, st.sampled_from(sorted(NUMBERS)), Places), max_size=5)


@given(st.lists(Reading, min_size=3, max_size=3))
def test_runs_are_what_a_walk_over_characters_finds(readings: list[list[SubmittedAnnotation]]) -> None:
    walked: Counter[tuple[int, ...]] = Counter()
    for at in range(LENGTH):
        there = [[one.label for one in each if one.segments[0][0] <= at < one.segments[0][1]] for each in readings]
        walked[tuple(sum(1 << NUMBERS[label] for label in set(labels)) for labels in there)] += 1
    runs = runs_of(article(LENGTH, *readings), NUMBERS)
    assert runs.characters == walked
    assert runs.sentences.total() == 3


def test_a_span_counts_in_each_sentence_that_it_overlaps() -> None:
    sentences = [Span(0, 10), Span(10, 20), Span(20, 30)]
    claim, parts = said("claim", (8, 12)), said("quote", (0, 2), (25, 26))
    assert sentence_labels(sentences, [claim, parts], NUMBERS) == {0: 0b101, 1: 0b001, 2: 0b100}


def test_a_sentence_that_is_furniture_is_none() -> None:
    """Between the first and the last one there is page furniture."""
    sentences = [Span(0, 10), Span(20, 30)]
    assert sentence_labels(sentences, [said("claim", (5, 25))], NUMBERS) == {0: 1, 1: 1}
    assert sentence_labels(sentences, [said("claim", (12, 18))], NUMBERS) == {}


def test_no_character_of_page_furniture_counts() -> None:
    one = article(40, [said("claim", (8, 25)), said("quote", (12, 18))], [], furniture=((10, 20), (38, 40)))
    runs = runs_of(one, NUMBERS)
    assert runs.characters == {(0, 0): 21, (1, 0): 7}
    assert runs.sentences.total() == 4


def test_one_label_alone() -> None:
    runs = runs_of(article(20, [said("claim", (0, 5))], [said("quote", (0, 5))]), NUMBERS)
    assert holding(runs.characters, NUMBERS["quote"]) == {(0, 1): 5, (0, 0): 15}
