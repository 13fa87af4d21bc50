"""Undo of what was tied to something that has gone since: policies for links, sources, contacts, and what is told."""

from collections import Counter
from uuid import UUID

import pytest

from annotator.errors import EditConflict
from annotator.operations import annotations, contacts, describing, documents, history, relations, sources
from annotator.operations.label_merging import Merge, merge
from annotator.operations.source_merging import merge_sources
from annotator.store.ties import told
from tests.operations.test_freezing import correct
from tests.store.desk import Desk
from tests.store.test_undo import labels

on_a_file = pytest.mark.parametrize("address", ["sqlite"], indirect=True)
"""Of what is the same in either database one run is enough."""


def pair(desk: Desk, by: UUID | None = None) -> tuple[UUID, UUID]:
    """A denial of Ana's (or of somebody's) and, in another article, a claim of Ben's."""
    denial = desk.tag(desk.load(annotator_id=by), 0, 9, "denial", by)
    claim = desk.tag(desk.load("Hakim diam kemarin sore.", desk.ben), 0, 10, "claim", desk.ben)
    return denial.id, claim.id


def ties(desk: Desk) -> list[tuple[str, UUID]]:
    """What links lead to and what is named, by kind."""
    return [(row["kind"], row["to_id"] or row["source_id"]) for row in desk.rows()["relation"]]


def undone(desk: Desk, by: UUID | None = None) -> str:
    """What Ana is told besides when her newest step has been taken back."""
    told: list[str] = []
    history.undo(desk.workspace, by or desk.ana, told.append)
    assert desk.problems() == []
    return " ".join(told)


def back_and_forth(desk: Desk) -> None:
    """What was taken back is done again, and taken back as it was before."""
    rows = desk.rows()
    history.redo(desk.workspace, desk.ana)
    assert desk.problems() == []
    history.undo(desk.workspace, desk.ana)
    assert desk.rows() == rows
    assert desk.problems() == []


GONE = "did not come back: what {} tied to has been removed since."


def test_a_removed_tag_comes_back_without_the_link_whose_other_end_has_gone_since(desk: Desk) -> None:
    denial, claim = pair(desk)
    relations.link(desk.workspace, denial, "denies", claim, desk.ana)
    annotations.remove_annotations(desk.workspace, [denial], desk.ana)
    annotations.remove_annotations(desk.workspace, [claim], desk.ben)
    assert undone(desk) == "1 link " + GONE.format("it was")
    assert (labels(desk), ties(desk)) == (["denial"], [])
    back_and_forth(desk)
    assert undone(desk) == "There was nothing left of it to take back."
    assert history.undo_title(desk.workspace, desk.ana) == "Tag denial"
    assert undone(desk) == ""
    assert labels(desk) == []


@on_a_file
def test_it_comes_back_with_the_link_when_the_other_end_is_there_again(desk: Desk) -> None:
    denial, claim = pair(desk)
    relations.link(desk.workspace, denial, "denies", claim, desk.ana)
    before = desk.rows()
    annotations.remove_annotations(desk.workspace, [denial], desk.ana)
    annotations.remove_annotations(desk.workspace, [claim], desk.ben)
    assert undone(desk, desk.ben) == ""
    assert undone(desk) == ""
    assert desk.rows() == before


@on_a_file
def test_a_link_comes_back_with_the_end_that_returns_in_the_same_step(desk: Desk) -> None:
    document = desk.load()
    denial, claim = desk.tag(document, 0, 9, "denial").id, desk.tag(document, 10, 14).id
    relations.link(desk.workspace, denial, "denies", claim, desk.ana)
    before = desk.rows()
    annotations.remove_annotations(desk.workspace, [denial, claim], desk.ana)
    assert undone(desk) == ""
    assert desk.rows() == before


def test_several_ties_that_stay_away_are_told_in_one_sentence(desk: Desk) -> None:
    denial, claim = pair(desk)
    other = desk.tag(desk.rows()["document"][0]["id"], 10, 14, by=desk.ben).id
    source = sources.add_source(desk.workspace, "Rina", desk.ben).id
    for end in (claim, other):
        relations.link(desk.workspace, denial, "denies", end, desk.ana)
    relations.set_sources(desk.workspace, [denial], "attributed_to", [source], desk.ana)
    annotations.remove_annotations(desk.workspace, [denial], desk.ana)
    annotations.remove_annotations(desk.workspace, [claim, other], desk.ben)
    sources.remove_sources(desk.workspace, [source], desk.ben)
    assert undone(desk) == "2 links and 1 source " + GONE.format("they were")
    assert (labels(desk), ties(desk)) == (["denial"], [])
    back_and_forth(desk)


@on_a_file
def test_a_contact_stays_away_when_its_claim_has_gone(desk: Desk) -> None:
    _, claim = pair(desk)
    contact = contacts.add_contact(desk.workspace, claim, desk.ana, at="2026-05-04")
    contacts.remove_contact(desk.workspace, contact.id, desk.ana)
    annotations.remove_annotations(desk.workspace, [claim], desk.ben)
    assert undone(desk) == "1 contact " + GONE.format("it was")
    assert desk.rows()["contact"] == []
    back_and_forth(desk)


def test_a_tie_that_went_with_its_other_end_counts_as_taken_back(desk: Desk) -> None:
    denial, claim = pair(desk)
    source = sources.add_source(desk.workspace, "Rina", desk.ben).id
    contact = contacts.add_contact(desk.workspace, claim, desk.ana, at="2026-05-04")
    contacts.set_contact(desk.workspace, contact.id, desk.ana, person="Rina")
    relations.set_sources(desk.workspace, [denial], "attributed_to", [source], desk.ana)
    relations.link(desk.workspace, denial, "denies", claim, desk.ana)
    annotations.remove_annotations(desk.workspace, [claim], desk.ben)
    assert undone(desk) == "There was nothing left of it to take back."
    assert ties(desk) == [("attributed_to", source)]
    assert undone(desk) == ""  # the source was named
    assert [undone(desk)[:21] for _ in range(2)] == ["There was nothing lef"] * 2  # the contact, changed and noted
    back_and_forth(desk)
    assert history.undo_title(desk.workspace, desk.ana) == "Tag denial"


@on_a_file
def test_a_link_that_went_with_its_whole_article_is_not_taken_back_before_that_is_there_again(desk: Desk) -> None:
    denial, claim = pair(desk)
    relations.link(desk.workspace, denial, "denies", claim, desk.ana)
    before = desk.rows()
    (article,) = {row["document_id"] for row in before["annotation"] if row["id"] == denial}
    documents.remove_document(desk.workspace, article, desk.ben)
    with pytest.raises(EditConflict, match="The article that this was about has been removed since"):
        history.undo(desk.workspace, desk.ana)
    history.undo(desk.workspace, desk.ben)
    assert desk.rows() == before
    assert undone(desk) == ""
    assert ties(desk) == []


def test_who_was_named_is_named_by_the_entry_that_was_kept(desk: Desk) -> None:
    quote = desk.tag(desk.load(), label="quote").id
    one, two, three = (sources.add_source(desk.workspace, name, desk.ben).id for name in ("Rina", "Tira", "Hakim"))
    relations.set_sources(desk.workspace, [quote], "addressed_to", [one, three], desk.ana)
    annotations.remove_annotations(desk.workspace, [quote], desk.ana)
    merge_sources(desk.workspace, two, [one], desk.ben)
    merge_sources(desk.workspace, three, [two], desk.ben)
    assert undone(desk) == ""
    assert ties(desk) == [("addressed_to", three)]  # once
    back_and_forth(desk)


@on_a_file
def test_two_entries_under_one_name_are_followed_too(desk: Desk) -> None:
    document = desk.load()
    quote, other = desk.tag(document, label="quote").id, desk.tag(document, 5, 9, "quote").id
    one, two = (sources.add_source(desk.workspace, "Rina", desk.ben).id for _ in range(2))
    relations.set_sources(desk.workspace, [quote, other], "attributed_to", [one], desk.ana)
    annotations.remove_annotations(desk.workspace, [quote], desk.ana)
    merge_sources(desk.workspace, two, [one], desk.ben)
    assert undone(desk) == ""
    assert ties(desk) == [("attributed_to", two)] * 2


@on_a_file
def test_what_was_merged_and_taken_apart_again_is_named_as_it_was(desk: Desk) -> None:
    quote = desk.tag(desk.load(), label="quote").id
    one, two = (sources.add_source(desk.workspace, name, desk.ben).id for name in ("Rina", "Tira"))
    relations.set_sources(desk.workspace, [quote], "attributed_to", [one], desk.ana)
    annotations.remove_annotations(desk.workspace, [quote], desk.ana)
    merge_sources(desk.workspace, two, [one], desk.ben)
    undone(desk, desk.ben)
    sources.remove_sources(desk.workspace, [one], desk.ben)
    assert undone(desk) == "1 source " + GONE.format("it was")
    assert ties(desk) == []


@on_a_file
def test_naming_a_source_is_taken_back_whatever_it_was_merged_into(desk: Desk) -> None:
    document = desk.load()
    quote = desk.tag(document, label="quote").id
    kept = sources.add_source(desk.workspace, "Rina Hartati", desk.ben)
    made = describing.name_new_source(desk.workspace, [quote], "attributed_to", "Rina", desk.ana)
    merge_sources(desk.workspace, kept.id, [made.id], desk.ben)
    assert undone(desk) == ""
    assert ties(desk) == []
    assert [row["aliases"] for row in desk.rows()["source"]] == [["Rina"]]
    back_and_forth(desk)
    history.redo(desk.workspace, desk.ana)
    assert ties(desk) == [("attributed_to", kept.id)]
    assert desk.problems() == []


def test_a_new_source_that_others_name_since_stays(desk: Desk) -> None:
    document = desk.load()
    mine, bens = desk.tag(document, label="quote").id, desk.tag(document, 5, 9, "quote", desk.ben).id
    made = describing.name_new_source(desk.workspace, [mine], "attributed_to", "Rina", desk.ana)
    relations.set_sources(desk.workspace, [bens], "attributed_to", [made.id], desk.ben)
    assert undone(desk) == "1 source stays: somebody names it or has changed it since."
    assert [row["from_id"] for row in desk.rows()["relation"]] == [bens]
    back_and_forth(desk)


@on_a_file
def test_a_source_that_somebody_names_since_is_not_removed_anew(desk: Desk) -> None:
    bens = desk.tag(desk.load(annotator_id=desk.ben), label="quote", by=desk.ben).id
    made = sources.add_source(desk.workspace, "Rina", desk.ben).id
    sources.remove_sources(desk.workspace, [made], desk.ana)
    undone(desk)
    relations.set_sources(desk.workspace, [bens], "attributed_to", [made], desk.ben)
    before = desk.rows()
    with pytest.raises(EditConflict):
        history.redo(desk.workspace, desk.ana)
    assert desk.rows() == before


@on_a_file
def test_a_link_that_was_led_to_a_newer_version_is_still_taken_back(desk: Desk) -> None:
    article = desk.load(annotator_id=desk.ben)
    claim = desk.tag(article, by=desk.ben).id
    denial = desk.tag(desk.load("Hakim diam kemarin sore."), label="denial").id
    relations.link(desk.workspace, denial, "denies", claim, desk.ana)
    correct(desk, article, desk.ben)
    assert ties(desk) != [("denies", claim)]
    assert undone(desk) == ""
    assert ties(desk) == []
    back_and_forth(desk)


def test_labels_merged_are_taken_apart_though_one_of_the_tags_has_gone(desk: Desk) -> None:
    document = desk.load()
    mine = desk.tag(document, 0, 4, "denial").id
    desk.tag(document, 5, 9, "denial", desk.ben)
    merge(desk.workspace, Merge("labels", "denial", "claim"), desk.ben)
    annotations.remove_annotations(desk.workspace, [mine], desk.ana)
    assert undone(desk, desk.ben) == ""
    assert labels(desk) == ["denial"]
    assert undone(desk) == ""
    assert labels(desk) == ["claim", "denial"]


@pytest.mark.parametrize(
    ("lost", "staying", "words"),
    [
        ({}, 0, ""),
        ({"link": 1}, 0, "1 link did not come back: what it was tied to has been removed since."),
        (
            {"contact": 1000, "source": 1, "link": 2},
            0,
            "2 links, 1 source and 1,000 contacts did not come back: what they were tied to has been removed since.",
        ),
        ({}, 1, "1 source stays: somebody names it or has changed it since."),
        ({}, 2, "2 sources stay: somebody names them or has changed them since."),
        (
            {"source": 1},
            1,
            "1 source did not come back: what it was tied to has been removed since. "
            "1 source stays: somebody names it or has changed it since.",
        ),
    ],
)
def test_it_is_told_in_plain_sentences(lost: dict[str, int], staying: int, words: str) -> None:
    assert told(Counter(lost), staying) == words


@on_a_file
def test_merges_to_and_fro_lead_to_who_is_there(desk: Desk) -> None:
    quote = desk.tag(desk.load(), label="quote").id
    one, two, three = (sources.add_source(desk.workspace, name, desk.ben).id for name in ("Rina", "Tira", "Hakim"))
    relations.set_sources(desk.workspace, [quote], "attributed_to", [one], desk.ana)
    annotations.remove_annotations(desk.workspace, [quote], desk.ana)
    merge_sources(desk.workspace, two, [one], desk.ben)
    history.undo(desk.workspace, desk.ben)
    merge_sources(desk.workspace, one, [two], desk.ben)
    merge_sources(desk.workspace, three, [one], desk.ben)
    history.undo(desk.workspace, desk.ana)
    assert [row["source_id"] for row in desk.rows()["relation"]] == [three]
    assert desk.problems() == []
