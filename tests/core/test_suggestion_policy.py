"""What a project says of suggestions, and which sentences stay without."""

from datetime import UTC, datetime
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from annotator.core.spans import Span
from annotator.core.suggestion_policy import (
    CUES,
    LEARNED,
    MOST_HIDDEN,
    SuggestionPolicy,
    changed,
    is_hidden,
    read_policy,
    write_policy,
)

KEY = UUID(int=7)
NOW = datetime(2025, 7, 4, 12, tzinfo=UTC)


def test_a_project_that_says_nothing_has_cues_on_and_hides_nothing() -> None:
    assert read_policy(None) == SuggestionPolicy(on=True, suggesters=(CUES,), hidden_share=0.0)


def test_a_policy_comes_back_as_it_was_written() -> None:
    policy = SuggestionPolicy(False, (LEARNED, CUES), ("quote",), 0.2, NOW.isoformat(), "seed")
    assert read_policy(write_policy(policy)) == policy


def test_what_a_later_version_wrote_is_as_usual() -> None:
    odd = {"suggesters": ["oracle"], "hidden_share": "much", "since": "yesterday", "further": 1}
    assert read_policy(odd) == SuggestionPolicy()


def test_never_more_than_half_is_hidden() -> None:
    assert read_policy({"hidden_share": 3}).hidden_share == MOST_HIDDEN
    assert read_policy({"hidden_share": float("nan")}).hidden_share == 0
    assert read_policy({"hidden_share": -1}).hidden_share == 0


@given(st.floats(0, 1), st.floats(0, 1), st.uuids(), st.integers(0, 10**6))
def test_a_greater_share_hides_what_a_smaller_one_hides(one: float, other: float, key: UUID, start: int) -> None:
    low, high = sorted((one, other))
    assert is_hidden("seed", key, start, high) or not is_hidden("seed", key, start, low)


def test_about_the_share_is_hidden_and_another_seed_hides_others() -> None:
    places = range(0, 200_000, 100)
    hidden = {start for start in places if is_hidden("a", KEY, start, 0.2)}
    assert 0.16 < len(hidden) / len(places) < 0.24
    assert hidden != {start for start in places if is_hidden("b", KEY, start, 0.2)}
    assert hidden == {start for start in places if is_hidden("a", KEY, start, 0.2)}


def test_nothing_is_hidden_where_suggestions_are_off() -> None:
    policy = SuggestionPolicy(on=False, hidden_share=MOST_HIDDEN)
    assert not policy.hides(KEY, [Span(start, start + 10) for start in range(0, 1000, 10)])
    assert not policy.suggests("quote")


def test_labels_that_are_not_wanted_are_not_suggested() -> None:
    policy = SuggestionPolicy(labels=("quote",))
    assert policy.suggests("quote")
    assert not policy.suggests("claim")


def test_the_measure_begins_anew_with_every_change_and_the_seed_stays() -> None:
    first = changed(SuggestionPolicy(), SuggestionPolicy(hidden_share=0.1), NOW, "seed")
    assert (first.since, first.seed) == (NOW.isoformat(timespec="milliseconds"), "seed")
    later = datetime(2025, 8, 1, tzinfo=UTC)
    second = changed(first, SuggestionPolicy(hidden_share=0.2), later, "another")
    assert (second.since, second.seed) == (later.isoformat(timespec="milliseconds"), "seed")


def test_what_is_the_same_begins_nothing_anew() -> None:
    first = changed(SuggestionPolicy(), SuggestionPolicy(hidden_share=0.1), NOW, "seed")
    assert changed(first, SuggestionPolicy(hidden_share=0.1), datetime(2025, 8, 1, tzinfo=UTC), "x") is first
