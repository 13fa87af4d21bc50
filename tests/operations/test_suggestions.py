"""Suggestions made, accepted, rejected, hidden; each as one step that can be taken back."""

from dataclasses import replace

import pytest

from annotator.core.records import AnnotationRecord
from annotator.core.spans import Span
from annotator.core.suggestion import Suggestion
from annotator.core.suggestion_policy import CUES, SuggestionPolicy
from annotator.errors import Frozen, InvalidLabelSet, InvalidSpan, NotFound
from annotator.operations import annotations, documents, history, sources, suggestions
from tests.operations.suggesting_desk import ARTICLE, Marks
from tests.store.desk import Desk


def open_in(desk: Desk, key: object) -> list[Suggestion]:
    return suggestions.suggestions_of(desk.workspace, key, [Marks()])  # type: ignore[arg-type]


def texts(found: list[Suggestion]) -> list[str]:
    return [ARTICLE[one.extent.start_char : one.extent.end_char] for one in found]


def test_suggestions_are_made_and_none_is_an_annotation(desk: Desk) -> None:
    key = desk.load(ARTICLE)
    before = desk.entries()
    assert texts(open_in(desk, key)) == ["“Kami tidak tahu,”", "“Besok,”", "“Tidak,”"]
    assert documents.read_document(desk.workspace, key).annotations == ()
    assert desk.entries() == before


def test_values_that_the_label_set_lacks_do_not_come_along(desk: Desk) -> None:
    assert open_in(desk, desk.load(ARTICLE))[0].attributes == {"quote_type": "direct"}


def test_an_accepted_one_is_an_annotation_that_says_so_and_undo_brings_it_back(desk: Desk) -> None:
    key = desk.load(ARTICLE)
    first, *others = open_in(desk, key)
    made = suggestions.accept(desk.workspace, key, first, desk.ana)
    assert (made.label, made.segments, made.origin) == ("quote", first.segments, "accepted")
    assert (made.suggested_by, made.attributes) == ("marks", {"quote_type": "direct"})
    assert open_in(desk, key) == others
    history.undo(desk.workspace, desk.ana)
    assert open_in(desk, key) == [first, *others]
    assert desk.problems() == []


def test_accepting_once_more_adds_nothing(desk: Desk) -> None:
    key = desk.load(ARTICLE)
    first = open_in(desk, key)[0]
    made = suggestions.accept(desk.workspace, key, first, desk.ana)
    assert suggestions.accept(desk.workspace, key, first, desk.ana) == made


def test_what_is_accepted_otherwise_is_edited(desk: Desk) -> None:
    key = desk.load(ARTICLE)
    first, second, _ = open_in(desk, key)
    wider = [Span(first.extent.start_char - 10, first.extent.end_char)]
    assert suggestions.accept(desk.workspace, key, first, desk.ana, segments=wider).origin == "edited"
    other = suggestions.accept(desk.workspace, key, second, desk.ana, label="denial")
    assert (other.origin, other.label, other.attributes) == ("edited", "denial", {})


def test_what_is_accepted_and_changed_later_is_edited(desk: Desk) -> None:
    key = desk.load(ARTICLE)
    made = suggestions.accept(desk.workspace, key, open_in(desk, key)[0], desk.ana)
    annotations.set_label(desk.workspace, made.id, "claim", desk.ana)
    assert annotations.read_annotation(desk.workspace, made.id).origin == "edited"


def sources_named(desk: Desk, made: AnnotationRecord) -> list[str]:
    record = documents.read_document(desk.workspace, made.document_id)
    by_id = {source.id: source.name for source in record.sources}
    return [by_id[one.source_id] for one in record.relations if one.from_id == made.id and one.source_id]


def test_the_source_that_the_words_name_comes_along_in_the_same_step(desk: Desk) -> None:
    key = desk.load(ARTICLE)
    sources.add_source(desk.workspace, "Rina Wijaya", desk.ana, kind="person")
    first, second, _ = open_in(desk, key)
    made = suggestions.accept(desk.workspace, key, first, desk.ana)
    assert sources_named(desk, made) == ["Rina Wijaya"]
    history.undo(desk.workspace, desk.ana)
    record = documents.read_document(desk.workspace, key)
    assert (record.annotations, record.relations) == ((), ())
    assert desk.problems() == []
    assert sources_named(desk, suggestions.accept(desk.workspace, key, second, desk.ana)) == []


def test_words_that_name_nobody_name_nobody(desk: Desk) -> None:
    key = desk.load(ARTICLE)
    assert sources_named(desk, suggestions.accept(desk.workspace, key, open_in(desk, key)[0], desk.ana)) == []


def test_a_rejected_one_stays_away_until_that_is_undone(desk: Desk) -> None:
    key = desk.load(ARTICLE)
    first, *others = open_in(desk, key)
    rejected = suggestions.reject(desk.workspace, key, first, desk.ana)
    assert (rejected.label, rejected.segments, rejected.suggester) == ("quote", first.segments, "marks")
    assert open_in(desk, key) == others
    assert suggestions.rejected_in(desk.workspace, key) == [rejected]
    history.undo(desk.workspace, desk.ana)
    assert open_in(desk, key) == [first, *others]
    history.redo(desk.workspace, desk.ana)
    assert open_in(desk, key) == others
    assert desk.problems() == []


def test_a_suggestion_in_several_stretches_is_rejected_whole(desk: Desk) -> None:
    key = desk.load(ARTICLE)
    parts = (Span(0, 4), Span(10, 19))
    rejected = suggestions.reject(desk.workspace, key, Suggestion("claim", parts, "marks", "marks"), desk.ana)
    assert rejected.segments == parts


def test_furniture_and_what_is_tagged_by_hand_are_not_suggested(desk: Desk) -> None:
    key = desk.load(ARTICLE)
    first, second, third = open_in(desk, key)
    documents.toggle_furniture(desk.workspace, key, second.extent, desk.ana)
    annotations.add_annotation(desk.workspace, key, [Span(third.extent.start_char, len(ARTICLE))], "quote", desk.ben)
    assert open_in(desk, key) == [first]


def test_labels_that_are_retired_or_not_wanted_are_not_suggested(desk: Desk) -> None:
    key = desk.load(ARTICLE)
    suggestions.change_policy(desk.workspace, SuggestionPolicy(labels=("claim",)), desk.ana)
    assert open_in(desk, key) == []
    unknown = Suggestion("rumour", (Span(0, 4),), "marks", "marks")
    with pytest.raises(InvalidLabelSet):
        suggestions.accept(desk.workspace, key, unknown, desk.ana)


def test_off_is_off(desk: Desk) -> None:
    key = desk.load(ARTICLE)
    suggestions.change_policy(desk.workspace, SuggestionPolicy(on=False), desk.ana)
    assert open_in(desk, key) == []


def test_a_policy_is_kept_and_no_step_to_undo(desk: Desk) -> None:
    desk.load(ARTICLE)
    kept = suggestions.change_policy(desk.workspace, SuggestionPolicy(hidden_share=0.25), desk.ana)
    assert kept.since
    assert kept.seed
    desk.reopen()
    assert suggestions.policy_of(desk.workspace) == kept
    assert desk.workspace.undo_title(desk.ana) != "Change suggestions"
    entries = desk.entries()
    assert suggestions.change_policy(desk.workspace, replace(kept, since="", seed=""), desk.ana) == kept
    assert desk.entries() == entries
    with pytest.raises(InvalidLabelSet):
        suggestions.change_policy(desk.workspace, SuggestionPolicy(labels=("rumour",)), desk.ana)
    assert desk.problems() == []


def test_hidden_ones_are_not_shown_and_what_is_tagged_there_is_unaided(desk: Desk) -> None:
    key = desk.load(ARTICLE)
    every = open_in(desk, key)
    policy = suggestions.change_policy(desk.workspace, SuggestionPolicy(hidden_share=0.5), desk.ana)
    record = documents.read_document(desk.workspace, key)
    origins = {tile: suggestions.origin_here(policy, record, [tile]) for tile in record.sentences}
    assert set(origins.values()) <= {"manual", "unaided"}
    unaided = [tile for tile, origin in origins.items() if origin == "unaided"]
    assert open_in(desk, key) == [one for one in every if not any(one.extent.overlaps(tile) for tile in unaided)]
    if unaided:
        whole = [Span(0, len(ARTICLE))]
        assert suggestions.origin_here(policy, record, whole) == "unaided"
    assert suggestions.origin_here(SuggestionPolicy(), record, list(record.sentences)) == "manual"


def test_an_article_that_is_gone_or_older_has_none(desk: Desk) -> None:
    key = desk.load(ARTICLE)
    first = open_in(desk, key)[0]
    other = desk.load("Another text. " + ARTICLE)
    desk.sql("UPDATE document SET superseded_by = :newer WHERE id = :key", newer=other.bytes, key=key.bytes)
    assert open_in(desk, key) == []
    for verb in (suggestions.accept, suggestions.reject):
        with pytest.raises(Frozen):
            verb(desk.workspace, key, first, desk.ana)
    documents.remove_document(desk.workspace, other, desk.ana)
    with pytest.raises(NotFound):
        suggestions.reject(desk.workspace, other, first, desk.ana)


def test_a_place_outside_the_text_is_refused(desk: Desk) -> None:
    key = desk.load("Short.")
    outside = Suggestion("quote", (Span(3, 40),), "marks", "marks")
    for verb in (suggestions.accept, suggestions.reject):
        with pytest.raises(InvalidSpan):
            verb(desk.workspace, key, outside, desk.ana)


def test_the_project_has_a_suggester_of_its_own(desk: Desk) -> None:
    policy = suggestions.policy_of(desk.workspace)
    assert [one.id for one in suggestions.suggesters_of(desk.workspace, policy)] == [CUES]
    found = suggestions.suggestions_of(desk.workspace, desk.load("“We did not know that,” she said on Tuesday."))
    assert [one.label for one in found][:1] == ["quote"]
