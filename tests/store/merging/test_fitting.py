"""After two copies have come together, sentences fit, and twins are copies of each other."""

from annotator.core.quote_policy import sentence_ends
from annotator.operations import documents, resplit
from tests.store.desk import Desk
from tests.store.merging.two_copies import bring, facts, in_both_directions

SAID = "Wali kota bicara. “Satu. Dua. Tiga,” kata Rina. Empat."


def fits(desk: Desk) -> bool:
    policy = resplit.quote_policy(desk.workspace)
    return all(
        row["sentence_ends"]
        == sentence_ends(documents.read_document(desk.workspace, row["id"]).text, row["language"], policy)
        for row in facts(desk)["document"]
    )


def test_loaded_there_and_cut_by_the_choice_here(home: Desk, away: Desk) -> None:
    away.load(SAID)
    resplit.resplit(home.workspace, home.ana, {"*": "whole"})
    left, right = in_both_directions(home, away)
    assert facts(left) == facts(right)
    assert fits(left)
    assert left.problems() == []


def test_two_choices(home: Desk, away: Desk) -> None:
    home.load(SAID)
    resplit.resplit(home.workspace, home.ana, {"*": "split"})
    resplit.resplit(away.workspace, away.ana, {"*": "whole"})
    left, right = in_both_directions(home, away)
    assert facts(left) == facts(right)
    assert fits(left)
    assert [row["field"] for row in facts(left)["merge_conflict"]] == ["quotes.*"]


def test_loaded_in_both_is_there_twice_as_copies(home: Desk, away: Desk) -> None:
    first, second = home.load(SAID), away.load(SAID)
    left, right = in_both_directions(home, away)
    assert facts(left) == facts(right)
    groups = {row["id"]: row["copy_group"] or row["id"] for row in facts(left)["document"]}
    assert groups[first] == groups[second]
    assert "had been loaded in both copies" in bring(home, away).notices[0]
    assert left.problems() == right.problems() == []
