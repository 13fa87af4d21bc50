"""Nothing refers to what is not there: what somebody needs stays, and links that lead nowhere are listed."""

from annotator.operations import annotations, contacts, documents, relations, sources
from annotator.operations.source_merging import merge_sources
from tests.store.desk import Desk
from tests.store.merging.two_copies import copy_of, facts, in_both_directions


def both(home: Desk, away: Desk) -> Desk:
    """The two, brought together in either direction, which is the same."""
    left, right = in_both_directions(home, away)
    assert facts(left) == facts(right)
    assert left.problems() == right.problems() == []
    return left


def test_a_contact_keeps_its_claim(home: Desk) -> None:
    (article,) = (row["id"] for row in home.rows()["document"])
    tagged = home.tag(article)
    away = copy_of(home, "other.annotator")
    contacts.add_contact(home.workspace, tagged.id, home.ana, at="2026-05-04")
    annotations.remove_annotations(away.workspace, [tagged.id], away.ana)
    rows = facts(both(home, away))
    assert [row["id"] for row in rows["annotation"]] == [tagged.id]
    assert len(rows["contact"]) == 1
    assert [(row["kind"], row["row_id"]) for row in rows["merge_conflict"]] == [("removed", tagged.id)]


def test_a_link_goes_with_its_end_and_is_listed(home: Desk) -> None:
    (article,) = (row["id"] for row in home.rows()["document"])
    claim, denial = home.tag(article), home.tag(article, 5, 9, "denial")
    away = copy_of(home, "other.annotator")
    relations.link(home.workspace, denial.id, "denies", claim.id, home.ana)
    annotations.remove_annotations(away.workspace, [claim.id], away.ana)
    rows = facts(both(home, away))
    assert [row["id"] for row in rows["annotation"]] == [denial.id]
    assert rows["relation"] == []
    (row,) = rows["merge_conflict"]
    assert (row["kind"], row["table_name"], row["other"]["row"]["to_id"]) == ("tie", "relation", claim.id.hex)


def test_a_source_that_is_named_stays(home: Desk) -> None:
    (article,) = (row["id"] for row in home.rows()["document"])
    tagged = home.tag(article)
    rina, dia = (sources.add_source(home.workspace, name, home.ana).id for name in ("Rina", "Dia"))
    away = copy_of(home, "other.annotator")
    relations.set_sources(home.workspace, [tagged.id], "attributed_to", [rina], home.ana)
    merge_sources(away.workspace, dia, [rina], away.ana)
    rows = facts(both(home, away))
    assert {row["id"] for row in rows["source"]} == {rina, dia}
    assert [row["source_id"] for row in rows["relation"]] == [rina]
    assert [(row["kind"], row["table_name"]) for row in rows["merge_conflict"]] == [("removed", "source")]


def test_an_article_comes_back_whole(home: Desk) -> None:
    (article,) = (row["id"] for row in home.rows()["document"])
    first, second = home.tag(article), home.tag(article, 5, 9, by=home.ben)
    away = copy_of(home, "other.annotator")
    documents.remove_document(away.workspace, article, away.ben)
    annotations.set_note(home.workspace, first.id, "call back", home.ana)
    documents.rename_document(home.workspace, article, "Renamed", home.ana)
    rows = facts(both(home, away))
    assert {row["id"]: row["note"] for row in rows["annotation"]} == {first.id: "call back", second.id: ""}
    assert [row["table_name"] for row in rows["merge_conflict"]] == ["document"]


def test_removed_in_both_is_removed(home: Desk, away: Desk) -> None:
    (article,) = (row["id"] for row in home.rows()["document"])
    for desk in (home, away):
        documents.remove_document(desk.workspace, article, desk.ana)
    rows = facts(both(home, away))
    assert rows["document"] == rows["merge_conflict"] == []
