"""Links and sources of annotations: what is allowed, what is refused in words, and what is taken back."""

from collections.abc import Callable
from functools import partial
from typing import Any
from uuid import UUID, uuid4

import pytest

from annotator.core import label_changes
from annotator.core.records import AnnotationRecord
from annotator.errors import EditConflict, Frozen, InvalidLabelSet, NotFound
from annotator.operations import annotations, contacts, documents, history, relations, sources
from annotator.operations.label_sets import change_label_set, project_labels
from annotator.operations.readings import put_reading, submit, take_back
from annotator.store.tables import Document
from tests.store.desk import Desk

Ends = tuple[AnnotationRecord, AnnotationRecord]


@pytest.fixture
def ends(desk: Desk) -> Ends:
    """A denial and a claim of one article."""
    article = desk.load()
    return desk.tag(article, 5, 9, "denial"), desk.tag(article)


def kinds(desk: Desk, *annotation_ids: UUID) -> list[str]:
    return [one.kind for one in relations.read_relations(desk.workspace, annotation_ids)]


def test_a_link_is_kept_with_its_article_and_who_made_it(desk: Desk, ends: Ends) -> None:
    denial, claim = ends
    made = relations.link(desk.workspace, denial.id, "denies", claim.id, desk.ana)
    assert (made.from_id, made.to_id, made.source_id, made.document_id) == (
        denial.id,
        claim.id,
        None,
        denial.document_id,
    )
    assert made.annotator == "Ana"
    assert relations.read_relations(desk.workspace, [claim.id]) == [made]
    assert documents.read_document(desk.workspace, denial.document_id).relations == (made,)


def test_the_same_link_again_is_the_same_and_a_symmetric_one_from_its_other_end_too(desk: Desk, ends: Ends) -> None:
    denial, claim = ends
    made = relations.link(desk.workspace, denial.id, "denies", claim.id, desk.ana)
    entries = desk.entries()
    assert relations.link(desk.workspace, denial.id, "denies", claim.id, desk.ana) == made
    assert desk.entries() == entries
    other = desk.tag(claim.document_id, 10, 14)
    same = relations.link(desk.workspace, claim.id, "same_as", other.id, desk.ana)
    assert relations.link(desk.workspace, other.id, "same_as", claim.id, desk.ana) == same


@pytest.mark.parametrize(
    ("turned", "kind", "told"),
    [
        (True, "denies", "goes out from a denial, not a claim"),
        (False, "same_as", "goes out from a claim, not a denial"),
        (False, "cued_by", "leads to a cue, not a claim"),
        (False, "rebuts", "no relation “rebuts”"),
    ],
)
def test_what_the_label_set_does_not_allow_is_said(desk: Desk, ends: Ends, turned: bool, kind: str, told: str) -> None:
    start, end = reversed(ends) if turned else ends
    with pytest.raises(InvalidLabelSet, match=told):
        relations.link(desk.workspace, start.id, kind, end.id, desk.ana)
    assert kinds(desk, start.id) == []


def test_not_to_itself_and_no_more_than_there_may_be(desk: Desk, ends: Ends) -> None:
    _, claim = ends
    with pytest.raises(InvalidLabelSet, match="not linked to itself"):
        relations.link(desk.workspace, claim.id, "same_as", claim.id, desk.ana)
    first, second = desk.tag(claim.document_id, 1, 3, "cue"), desk.tag(claim.document_id, 2, 4, "cue")
    relations.link(desk.workspace, claim.id, "cued_by", first.id, desk.ana)
    with pytest.raises(InvalidLabelSet, match="only 1 “cued by”"):
        relations.link(desk.workspace, claim.id, "cued_by", second.id, desk.ana)


def test_a_link_that_is_retired_is_made_no_more(desk: Desk, ends: Ends) -> None:
    label_set = label_changes.retire(project_labels(desk.workspace), "relations", "denies")
    change_label_set(desk.workspace, label_set, desk.ben)
    with pytest.raises(InvalidLabelSet, match="retired"):
        relations.link(desk.workspace, ends[0].id, "denies", ends[1].id, desk.ana)


def test_it_goes_out_from_one_s_own_and_leads_to_anybody_s(desk: Desk, ends: Ends) -> None:
    denial, claim = ends
    theirs = desk.tag(claim.document_id, 20, 24, "claim", desk.ben)
    relations.link(desk.workspace, denial.id, "denies", theirs.id, desk.ana)
    with pytest.raises(EditConflict, match="Ana’s"):
        relations.link(desk.workspace, denial.id, "denies", claim.id, desk.ben)
    (made,) = relations.read_relations(desk.workspace, [denial.id])
    with pytest.raises(EditConflict, match="only Ana can remove it"):
        relations.unlink(desk.workspace, [made.id], desk.ben)


def test_several_links_are_taken_away_and_brought_back_as_one_step(desk: Desk, ends: Ends) -> None:
    denial, claim = ends
    made = [relations.link(desk.workspace, denial.id, kind, claim.id, desk.ana) for kind in ("denies", "responds_to")]
    relations.unlink(desk.workspace, [one.id for one in made], desk.ana)
    assert kinds(desk, denial.id) == []
    history.undo(desk.workspace, desk.ana)
    assert relations.read_relations(desk.workspace, [denial.id]) == made
    with pytest.raises(NotFound):
        relations.unlink(desk.workspace, [made[0].id, uuid4()], desk.ana)
    assert len(kinds(desk, denial.id)) == 2
    assert desk.problems() == []


def test_links_and_contacts_go_and_come_back_with_either_end(desk: Desk, ends: Ends) -> None:
    denial, claim = ends
    relations.link(desk.workspace, denial.id, "denies", claim.id, desk.ana)
    contacts.add_contact(desk.workspace, claim.id, desk.ben, at="2026-05-04")
    for gone in (claim, denial):
        annotations.remove_annotations(desk.workspace, [gone.id], desk.ana)
        assert kinds(desk, denial.id, claim.id) == []
        history.undo(desk.workspace, desk.ana)
        assert kinds(desk, denial.id, claim.id) == ["denies"]
    assert len(contacts.read_contacts(desk.workspace)) == 1
    assert desk.problems() == []


def test_from_an_older_version_nothing_is_linked_but_to_it_one_may(desk: Desk, ends: Ends) -> None:
    denial, claim = ends
    made = relations.link(desk.workspace, denial.id, "denies", claim.id, desk.ana)
    newer = desk.load("Harga beras turun.")
    with desk.workspace.edit("New version", desk.ana) as session:
        document = session.get(Document, claim.document_id)
        assert document
        document.superseded_by = newer
    corrected = desk.tag(newer)
    tries: list[Callable[[], Any]] = [
        lambda: relations.link(desk.workspace, denial.id, "responds_to", claim.id, desk.ana),
        lambda: relations.unlink(desk.workspace, [made.id], desk.ana),
        lambda: relations.set_sources(desk.workspace, [claim.id], "attributed_to", [], desk.ana),
    ]
    for attempt in tries:
        with pytest.raises(Frozen):
            attempt()
    assert relations.link(desk.workspace, corrected.id, "supersedes", claim.id, desk.ana).to_id == claim.id


def test_sources_are_set_for_several_at_once_and_one_takes_the_place_of_another(desk: Desk, ends: Ends) -> None:
    ids = [one.id for one in ends]
    rina, omar = (sources.add_source(desk.workspace, name, desk.ana) for name in ("Rina", "Omar"))
    relations.set_sources(desk.workspace, ids, "attributed_to", [rina.id], desk.ana)
    relations.set_sources(desk.workspace, ids, "attributed_to", [omar.id], desk.ana)
    found = relations.read_relations(desk.workspace, ids)
    assert [(one.source_id, one.to_id) for one in found] == [(omar.id, None)] * 2
    history.undo(desk.workspace, desk.ana)
    assert {one.source_id for one in relations.read_relations(desk.workspace, ids)} == {rina.id}
    relations.set_sources(desk.workspace, ids, "attributed_to", [], desk.ana)
    assert kinds(desk, *ids) == []


def test_sources_that_cannot_be_are_refused(desk: Desk, ends: Ends) -> None:
    denial, claim = ends
    rina, omar = (sources.add_source(desk.workspace, name, desk.ana).id for name in ("Rina", "Omar"))
    for kind, wanted, told in (
        ("attributed_to", [rina, omar], "is one source"),
        ("addressed_to", [rina], "no source “addressed_to” for “denial”"),
        ("polarity", [rina], "no source “polarity”"),
    ):
        with pytest.raises(InvalidLabelSet, match=told):
            relations.set_sources(desk.workspace, [denial.id], kind, wanted, desk.ana)
    with pytest.raises(NotFound):
        relations.set_sources(desk.workspace, [claim.id], "attributed_to", [uuid4()], desk.ana)
    quote = desk.tag(claim.document_id, 21, 30, "quote")
    relations.set_sources(desk.workspace, [quote.id], "addressed_to", [rina, omar], desk.ana)
    assert kinds(desk, quote.id) == ["addressed_to"] * 2


def test_what_a_handed_in_reading_of_somebody_elses_links_to_stays(desk: Desk) -> None:
    here, elsewhere = desk.load(), desk.load("Menteri bicara lagi hari ini.")
    target = desk.tag(here, by=desk.ben)
    link_of = {article: desk.tag(article, 5, 9, "denial") for article in (here, elsewhere)}
    remove_tag = partial(annotations.remove_annotations, desk.workspace, [target.id], desk.ben)
    remove_article = partial(documents.remove_document, desk.workspace, here, desk.ben)
    for article in (here, elsewhere):
        relations.link(desk.workspace, link_of[article].id, "denies", target.id, desk.ana)
        submit(desk.workspace, article, desk.ana, despite=True)
    before = desk.entries()
    with pytest.raises(EditConflict, match=r"Ana’s reading of “.+” is handed in and links to this; it has to be taken"):
        remove_tag()
    take_back(desk.workspace, here, desk.ana)
    for remove in (remove_tag, remove_article):
        with pytest.raises(EditConflict, match="handed in and links"):
            remove()
    with desk.workspace.edit("Give", desk.ana) as session:
        put_reading(session, elsewhere, desk.ben).blind = True
    with pytest.raises(EditConflict, match=r"^A reading that is handed in links to this"):
        remove_tag()
    assert desk.entries() == before + 2
    take_back(desk.workspace, elsewhere, desk.ana)
    remove_tag()
    assert kinds(desk, *(one.id for one in link_of.values())) == []
    assert desk.problems() == []


def test_an_article_goes_with_the_handed_in_readings_of_its_own(desk: Desk, ends: Ends) -> None:
    denial, claim = ends
    relations.link(desk.workspace, denial.id, "denies", claim.id, desk.ana)
    submit(desk.workspace, claim.document_id, desk.ana, despite=True)
    documents.remove_document(desk.workspace, claim.document_id, desk.ben)
    assert desk.rows()["relation"] == []
