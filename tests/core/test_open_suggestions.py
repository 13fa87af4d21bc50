"""Which suggestions are left to decide on."""

from hypothesis import given
from hypothesis import strategies as st

from annotator.core.open_suggestions import (
    fitting_attributes,
    merged,
    not_rejected,
    outside,
    parts,
    sentences_on,
    shifted,
    shown,
    touches,
    undecided,
)
from annotator.core.records import Furniture
from annotator.core.spans import Span, covered
from annotator.core.suggestion import Suggestion
from annotator.core.suggestion_policy import MOST_HIDDEN, SuggestionPolicy
from tests.ui.reader.articles import document, newsroom


def suggestion(*segments: tuple[int, int], label: str = "quote", suggester: str = "cues") -> Suggestion:
    return Suggestion(label, tuple(Span(*one) for one in segments), suggester, "marks")


QUOTE = suggestion((10, 20))


def test_what_has_some_of_its_text_under_the_same_label_is_decided() -> None:
    assert undecided([QUOTE], [suggestion((0, 11))]) == []
    assert undecided([QUOTE], [suggestion((0, 11), label="claim"), suggestion((0, 10)), suggestion((20, 30))]) == [
        QUOTE
    ]


def test_a_rejected_one_stays_away_though_its_ends_move_by_a_word() -> None:
    assert not_rejected([QUOTE], [suggestion((10, 20))]) == []
    assert not_rejected([QUOTE], [suggestion((9, 21))]) == []
    assert not_rejected([QUOTE], [suggestion((10, 20), label="denial")]) == [QUOTE]


def test_a_rejected_long_one_does_not_take_all_in_it_away() -> None:
    assert not_rejected([QUOTE], [suggestion((0, 100))]) == [QUOTE]


def test_furniture_is_not_suggested() -> None:
    assert outside([QUOTE], [Furniture(19, 30, "manual")]) == []
    assert outside([QUOTE], [Furniture(20, 30, "manual"), Furniture(0, 10, "manual")]) == [QUOTE]


def test_of_two_suggesters_the_first_is_believed() -> None:
    other, elsewhere = suggestion((12, 22), suggester="learned"), suggestion((0, 5), suggester="learned")
    assert merged([[QUOTE], [elsewhere, other]]) == [elsewhere, QUOTE]


def test_sentences_on_several_stretches() -> None:
    sentences = [Span(0, 10), Span(10, 20), Span(20, 30), Span(30, 40)]
    assert sentences_on([Span(5, 12), Span(11, 13), Span(39, 40)], sentences) == [*sentences[:2], sentences[3]]
    assert sentences_on([Span(0, 1)], []) == []


def test_one_that_reaches_into_a_hidden_sentence_is_hidden_in_all() -> None:
    policy = SuggestionPolicy(hidden_share=MOST_HIDDEN, seed="seed")
    record = document("One one. Two two. Three three. Four four. Five five. Six six. Seven seven. Eight.")
    hidden = [one for one in record.sentences if policy.is_hidden(record.id, one.start_char)]
    whole = suggestion((0, len(record.text)))
    single = [suggestion(tuple(one)) for one in record.sentences]  # type: ignore[arg-type]
    found = shown([whole, *single], record, (), policy)
    assert [one.segments[0] for one in found] == [one for one in record.sentences if one not in hidden]
    assert shown([whole, *single], record, (), SuggestionPolicy()) == [whole, *single]


def test_values_that_the_label_set_does_not_have_are_left_out() -> None:
    proposed = {"quote_type": "direct", "voice": "outlet", "medium": "pigeon", "negated_report": "yes", "mood": "sad"}
    assert fitting_attributes(newsroom(), "quote", proposed) == {"quote_type": "direct", "negated_report": "yes"}
    assert fitting_attributes(newsroom(), "cue", proposed) == {}


spans = st.builds(lambda start, length: Span(start, start + length), st.integers(0, 60), st.integers(1, 12))


@given(st.lists(spans), spans)
def test_touching_is_overlapping_any(there: list[Span], span: Span) -> None:
    assert touches(covered(there), span) == any(span.overlaps(one) for one in there)


@given(st.text(alphabet="ab\n", max_size=200), st.integers(1, 30))
def test_parts_tile_a_text_and_end_with_lines_where_they_can(text: str, longest: int) -> None:
    found = parts(text, longest)
    assert "".join(text[start:end] for start, end in found) == text
    for start, end in found[:-1]:
        assert 0 < end - start <= longest
        assert text[end - 1] == "\n" or "\n" not in text[start:end]


def test_a_suggestion_for_a_part_is_moved_with_all_its_places() -> None:
    made = Suggestion("quote", (Span(1, 2), Span(3, 4)), "cues", "after", (Span(1, 2),), Span(5, 6), None)
    moved = shifted(made, 10)
    assert moved.segments == (Span(11, 12), Span(13, 14))
    assert (moved.evidence, moved.source, moved.cue) == ((Span(11, 12),), Span(15, 16), None)
    assert shifted(made, 0) is made
