"""The control arm, measured in a project in which somebody worked."""

import pytest

from annotator.core.spans import Span
from annotator.core.suggestion_influence import ENOUGH
from annotator.core.suggestion_policy import SuggestionPolicy
from annotator.errors import Cancelled
from annotator.operations import annotations, applying, documents, history, suggestions
from annotator.operations.suggestion_influence import influence
from tests.operations.suggesting_desk import Marks
from tests.store.desk import Desk

SENTENCES = 12
ARTICLES = 6


def work(desk: Desk, number: int) -> None:
    """Read an article: accept what is shown, of what is hidden tag every third, mark the rest."""
    article = " ".join(f"“Kutipan {number}.{n},” katanya." for n in range(SENTENCES))
    key = desk.load(article)
    policy = suggestions.policy_of(desk.workspace)
    record = documents.read_document(desk.workspace, key)
    shown = suggestions.suggestions_of(desk.workspace, key, [Marks()])
    for one in shown:
        suggestions.accept(desk.workspace, key, one, desk.ana)
    unseen = [one for one in record.sentences if policy.is_hidden(key, one.start_char)]
    for at, sentence in enumerate(unseen):
        whole = [Span(sentence.start_char, sentence.end_char - 1)]
        if at % 3:
            annotations.mark_nothing(desk.workspace, key, whole, desk.ana)
        else:
            origin = suggestions.origin_here(policy, record, whole)
            annotations.add_annotation(desk.workspace, key, whole, "quote", desk.ana, origin=origin)


@pytest.fixture
def worked(desk: Desk) -> Desk:
    suggestions.change_policy(desk.workspace, SuggestionPolicy(hidden_share=0.5), desk.ana)
    for number in range(ARTICLES):
        work(desk, number)
    return desk


def test_what_is_shown_is_held_against_what_is_hidden(worked: Desk) -> None:
    found = influence(worked.workspace)
    quote = next(one for one in found.labels if one.label == "quote")
    assert found.articles == ARTICLES
    assert quote.shown.sentences + quote.hidden.sentences == ARTICLES * SENTENCES
    assert quote.shown.tagged == quote.shown.sentences == quote.origins["accepted"]
    assert quote.hidden.tagged == quote.origins["unaided"] < quote.hidden.sentences
    if min(quote.shown.sentences, quote.hidden.sentences) >= ENOUGH:
        assert quote.more is not None
        assert quote.more.low > 0


def test_time_is_that_between_entries_of_the_journal(worked: Desk) -> None:
    timed = influence(worked.workspace).timed
    # The first decision on an article has nothing before it in this article but its loading, which counts.
    assert 0 < sum(timed) <= ARTICLES * SENTENCES


def test_what_was_decided_before_the_policy_does_not_count(worked: Desk) -> None:
    suggestions.change_policy(worked.workspace, SuggestionPolicy(hidden_share=0.4), worked.ana)
    found = influence(worked.workspace)
    assert found.articles == 0
    assert all(one.shown.sentences == 0 and not one.origins for one in found.labels)
    work(worked, 99)
    assert influence(worked.workspace).articles == 1


def test_what_was_taken_back_copied_or_rejected_alone_is_no_decision(desk: Desk) -> None:
    key = desk.load("“Satu,” katanya. Dua.")
    (one,) = suggestions.suggestions_of(desk.workspace, key, [Marks()])
    suggestions.accept(desk.workspace, key, one, desk.ana)
    history.undo(desk.workspace, desk.ana)
    suggestions.reject(desk.workspace, key, one, desk.ana)
    copied = annotations.add_annotation(desk.workspace, key, [Span(0, 4)], "claim", desk.ana, origin=applying.COPIED)
    found = {label.label: label for label in influence(desk.workspace).labels}
    assert copied.origin == "copied"
    assert (found["quote"].shown.sentences, found["claim"].shown.sentences) == (0, 0)
    assert found["quote"].origins == {"rejected": 1}
    assert found["claim"].origins == {}


def test_two_who_read_the_same_sentence_are_two_readings(desk: Desk) -> None:
    key = desk.load("Satu. Dua.")
    for who in (desk.ana, desk.ben):
        annotations.mark_nothing(desk.workspace, key, [Span(0, 5)], who)
    found = influence(desk.workspace)
    assert {label.shown.sentences for label in found.labels} == {2}


def test_it_stops_when_asked(worked: Desk) -> None:
    with pytest.raises(Cancelled):
        influence(worked.workspace, lambda: True)
