"""What two copies said differently is listed in words, and settled by people."""

from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest

from annotator.core.spans import Span
from annotator.errors import EditConflict, NotFound
from annotator.operations import annotations, documents, history, relations, resplit
from annotator.operations.conflicts import list_conflicts, settle
from tests.store.desk import Desk
from tests.store.merging.two_copies import bring, copy_of


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(tmp_path / "home.annotator")
    yield desk
    desk.workspace.close()


@pytest.fixture
def away(home: Desk) -> Iterator[Desk]:
    """A copy with one article of which Ben has tagged “Wali kota” as a claim and a second tag as a denial."""
    article = home.load()
    home.tag(article, 0, 9, by=home.ben)
    home.tag(article, 10, 19, "denial", by=home.ben)
    desk = copy_of(home, "away.annotator")
    yield desk
    desk.workspace.close()


def tags(desk: Desk) -> list[UUID]:
    return [row["id"] for row in desk.rows()["annotation"]]


def test_a_note_in_words_and_settled(home: Desk, away: Desk) -> None:
    first = tags(home)[0]
    annotations.set_note(home.workspace, first, "call back", home.ben)
    annotations.set_note(away.workspace, first, "called", away.ben)
    assert bring(home, away).conflicts == 1
    (conflict,) = list_conflicts(home.workspace)
    assert conflict.what == "The note of this claim of Ben was changed in both copies."
    assert (conflict.passage, conflict.kind, conflict.field) == ("Wali kota", "changed", "note")
    assert conflict.title.startswith("Wali kota membantah")
    assert (conflict.kept.words, conflict.other.words) == ("called", "call back")
    assert conflict.kept.annotator == conflict.other.annotator == "Ben"
    assert conflict.kept.at is not None
    assert conflict.other.at is not None
    assert conflict.kept.at > conflict.other.at
    settle(home.workspace, conflict.id, "other", home.ana)
    assert home.rows()["annotation"][0]["note"] == "call back"
    assert list_conflicts(home.workspace) == []
    assert [one.settled for one in list_conflicts(home.workspace, settled=True)] == ["other"]
    history.undo(home.workspace, home.ana)
    assert home.rows()["annotation"][0]["note"] == "called"
    assert [one.settled for one in list_conflicts(home.workspace)] == [""]
    settle(home.workspace, conflict.id, "kept", home.ana)
    assert home.rows()["annotation"][0]["note"] == "called"
    bring(away, home)
    assert list_conflicts(away.workspace) == []
    assert home.problems() == away.problems() == []


def test_a_place_is_told_by_its_words(home: Desk, away: Desk) -> None:
    first = tags(home)[0]
    annotations.set_segments(home.workspace, first, [Span(0, 4)], home.ben)
    annotations.set_segments(away.workspace, first, [Span(5, 9)], away.ben)
    bring(home, away)
    (conflict,) = list_conflicts(home.workspace)
    assert (conflict.kept.words, conflict.other.words) == ("“kota”", "“Wali”")
    settle(home.workspace, conflict.id, "other", home.ana)
    row = home.rows()["annotation"][0]
    assert (row["start_char"], row["end_char"], row["segments"]) == (0, 4, None)
    assert home.problems() == []


def test_an_attribute_by_its_title(home: Desk, away: Desk) -> None:
    first = tags(home)[0]
    annotations.set_attributes(home.workspace, [first], {"claim_kind": "prediction", "voice": "outlet"}, home.ben)
    annotations.set_attributes(away.workspace, [first], {"claim_kind": "quantity", "modality": "hedged"}, away.ben)
    bring(home, away)
    (conflict,) = list_conflicts(home.workspace)
    assert conflict.field == "attributes.claim_kind"
    said = home.rows()["annotation"][0]["attributes"]
    assert said == {"claim_kind": "quantity", "voice": "outlet", "modality": "hedged"}
    settle(home.workspace, conflict.id, "other", home.ana)
    assert home.rows()["annotation"][0]["attributes"] == {**said, "claim_kind": "prediction"}


def test_an_article_that_was_removed_in_one_copy(home: Desk, away: Desk) -> None:
    (article,) = (row["id"] for row in home.rows()["document"])
    documents.remove_document(home.workspace, article, home.ana)
    away.tag(article, 22, 26)
    bring(home, away)
    (conflict,) = list_conflicts(home.workspace)
    assert (conflict.kind, conflict.kept.words, conflict.other.words) == ("removed", "kept", "removed")
    assert len(tags(home)) == 3
    settle(home.workspace, conflict.id, "other", home.ana)
    assert home.rows()["document"] == home.rows()["annotation"] == []
    assert home.problems() == []
    history.undo(home.workspace, home.ana)
    assert len(tags(home)) == 3


def test_a_link_whose_end_has_gone(home: Desk, away: Desk) -> None:
    claim, denial = tags(home)
    relations.link(home.workspace, denial, "denies", claim, home.ben)
    annotations.remove_annotations(away.workspace, [claim], away.ben)
    bring(home, away)
    (conflict,) = list_conflicts(home.workspace)
    assert conflict.kind == "tie"
    assert conflict.what.startswith("This link of Ben was made in one copy")
    assert home.rows()["relation"] == []
    with pytest.raises(EditConflict):
        settle(home.workspace, conflict.id, "other", home.ana)
    settle(home.workspace, conflict.id, "kept", home.ana)
    assert home.problems() == []


def test_how_quotations_are_cut(home: Desk, away: Desk) -> None:
    resplit.resplit(home.workspace, home.ana, {"*": "whole"})
    resplit.resplit(away.workspace, away.ana, {"*": "split"})
    bring(home, away)
    (conflict,) = list_conflicts(home.workspace)
    assert conflict.field == "quotes.*"
    settle(home.workspace, conflict.id, "other", home.ana)
    assert home.rows()["project"][0]["quotes"] == {"*": "whole"}
    assert home.problems() == []


def test_what_is_not_there(home: Desk) -> None:
    with pytest.raises(NotFound):
        settle(home.workspace, UUID(int=7), "kept", home.ana)
    with pytest.raises(NotFound):
        settle(home.workspace, UUID(int=7), "both", home.ana)
    assert list_conflicts(home.workspace) == []
