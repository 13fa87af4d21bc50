"""Nothing of an older version changes: no verb, no undo, no redo."""

from collections.abc import Callable
from uuid import UUID

import pytest

from annotator.core.records import ArticleRecord
from annotator.core.spans import Span
from annotator.errors import Frozen
from annotator.operations import (
    annotations,
    copies,
    details,
    documents,
    history,
    relations,
    resplit,
    sentences,
    versions,
)
from annotator.reading.preparing import prepare
from tests.store.desk import ARTICLE, Desk

NEW = ARTICLE.replace("membantah", "membantah keras")
Verb = Callable[[Desk, UUID, UUID], object]
VERBS: dict[str, Verb] = {
    "tag": lambda desk, key, _: desk.tag(key, 10, 14),
    "toggle on": lambda desk, key, _: _toggle(desk, key, Span(5, 9)),
    "toggle off": lambda desk, key, _: _toggle(desk, key, Span(0, 4)),
    "remove": lambda desk, _, tag: annotations.remove_annotations(desk.workspace, [tag], desk.ana),
    "note": lambda desk, _, tag: annotations.set_note(desk.workspace, tag, "so", desk.ana),
    "label": lambda desk, _, tag: annotations.set_label(desk.workspace, tag, "quote", desk.ana),
    "stretch": lambda desk, _, tag: annotations.set_segments(desk.workspace, tag, [Span(1, 4)], desk.ana),
    "nothing here": lambda desk, key, _: annotations.mark_nothing(desk.workspace, key, [Span(5, 9)], desk.ana),
    "clear": lambda desk, key, _: annotations.clear_nothing(desk.workspace, key, [Span(22, 30)], desk.ana),
    "split": lambda desk, key, _: sentences.split_sentence(desk.workspace, key, 5, desk.ana),
    "join": lambda desk, key, _: sentences.join_sentence(desk.workspace, key, 5, desk.ana),
    "forget": lambda desk, key, _: sentences.forget_corrections(desk.workspace, key, desk.ana),
    "furniture": lambda desk, key, _: documents.toggle_furniture(desk.workspace, key, Span(0, 4), desk.ana),
    "language": lambda desk, key, _: documents.set_language(desk.workspace, key, "nl", desk.ana),
    "rename": lambda desk, key, _: documents.rename_document(desk.workspace, key, "Other", desk.ana),
    "details": lambda desk, key, _: details.set_details_of_many(desk.workspace, [key], {"language": "nl"}, desk.ana),
    "separate": lambda desk, key, _: copies.separate(desk.workspace, key, desk.ana),
}


def _toggle(desk: Desk, key: UUID, span: Span) -> object:
    return annotations.toggle_label(desk.workspace, key, [span], "claim", desk.ana)


def correct(desk: Desk, document_id: UUID, by: UUID) -> UUID:
    record = ArticleRecord("", NEW, NEW.encode(), "utf-8", "new.txt")
    plan = versions.plan_version(desk.workspace, document_id, prepare(record, {}, detect_language=False))
    decisions = {one.annotation.id: one.anchored.segments for one in plan.carried}
    return versions.load_version(desk.workspace, plan, decisions, by)


def test_no_verb_changes_an_older_version(desk: Desk) -> None:
    document = desk.load()
    tag = desk.tag(document).id
    annotations.mark_nothing(desk.workspace, document, [Span(22, 30)], desk.ana)
    new = correct(desk, document, desk.ben)
    before = desk.rows()
    for name, verb in VERBS.items():
        with pytest.raises(Frozen, match="older version") as refusal:
            verb(desk, document, tag)
        assert refusal.value.newest_id == new, name
        assert desk.rows() == before, name


def test_every_verb_works_before(desk: Desk) -> None:
    """Else the test above could not fail."""
    for verb in VERBS.values():
        document = desk.load(f"{ARTICLE} {verb}")
        verb(desk, document, desk.tag(document).id)


def test_an_older_version_can_be_withheld_and_released(desk: Desk) -> None:
    document = desk.load()
    correct(desk, document, desk.ben)
    details.set_details_of_many(desk.workspace, [document], {"status": "withheld", "outlet": "X"}, desk.ana)
    held = documents.read_document(desk.workspace, document)
    assert (held.status, held.outlet) == ("withheld", "X")
    history.undo(desk.workspace, desk.ana)
    assert documents.read_document(desk.workspace, document).status == "usable"
    assert desk.problems() == []


def test_no_undo_reaches_behind_the_freezing(desk: Desk) -> None:
    document = desk.load()
    desk.tag(document)
    correct(desk, document, desk.ben)
    before = desk.rows()
    with pytest.raises(Frozen):
        history.undo(desk.workspace, desk.ana)
    assert desk.rows() == before
    history.undo(desk.workspace, desk.ben)
    assert history.undo(desk.workspace, desk.ana) == "Tag claim"


def test_no_redo_reaches_it(desk: Desk) -> None:
    document = desk.load()
    desk.tag(document)
    history.undo(desk.workspace, desk.ana)
    correct(desk, document, desk.ben)
    with pytest.raises(Frozen):
        history.redo(desk.workspace, desk.ana)
    assert desk.problems() == []


def test_what_came_or_went_as_a_whole_can_come_back(desk: Desk) -> None:
    document = desk.load()
    correct(desk, document, desk.ben)
    rows = desk.rows()
    documents.remove_document(desk.workspace, document, desk.ana)
    history.undo(desk.workspace, desk.ana)
    assert desk.rows() == rows


def test_other_articles_are_undone_as_ever(desk: Desk) -> None:
    document = desk.load()
    correct(desk, document, desk.ben)
    other = desk.load("Something else is here.")
    desk.tag(other)
    assert history.undo(desk.workspace, desk.ana) == "Tag claim"


def test_sentences_of_older_versions_still_fit_the_newsrooms_choice(desk: Desk) -> None:
    """They are worked out, not said by anybody."""
    document = desk.load()
    correct(desk, document, desk.ben)
    assert resplit.resplit(desk.workspace, desk.ana, {"": "whole"}).articles == 2
    history.undo(desk.workspace, desk.ana)
    assert desk.problems() == []


@pytest.mark.parametrize("remove", ["annotation", "article"])
def test_what_an_older_version_links_to_comes_back_with_its_link(desk: Desk, remove: str) -> None:
    document, other = desk.load(), desk.load("Hakim diam kemarin sore.")
    denial = desk.tag(document, 0, 9, "denial", desk.ben)
    claim = desk.tag(other, 0, 10, "claim")
    relations.link(desk.workspace, denial.id, "denies", claim.id, desk.ben)
    correct(desk, document, desk.ben)
    before = desk.rows()
    if remove == "annotation":
        annotations.remove_annotations(desk.workspace, [claim.id], desk.ana)
    else:
        documents.remove_document(desk.workspace, other, desk.ana)
    history.undo(desk.workspace, desk.ana)
    assert desk.rows() == before
    history.redo(desk.workspace, desk.ana)
    history.undo(desk.workspace, desk.ana)
    assert desk.rows() == before
    assert desk.problems() == []
