"""What may be there only once is settled by a rule, and told."""

from annotator.operations import annotators, relations, sentences
from annotator.operations.readings import put_submission
from annotator.store.review_tables import Ruling
from tests.store.desk import Desk
from tests.store.merging.two_copies import bring, copy_of, facts, in_both_directions


def test_two_people_of_one_name(home: Desk, away: Desk) -> None:
    first = annotators.find_or_add_annotator(home.workspace, "Cem")
    second = annotators.find_or_add_annotator(away.workspace, "Cem")
    left, right = in_both_directions(home, away)
    assert facts(left) == facts(right)
    names = {row["id"]: row["name"] for row in facts(left)["annotator"]}
    assert (names[first], names[second]) == ("Cem", "Cem (2)")
    report = bring(home, away)
    assert report.people == ("Cem (2)",)
    assert report.notices == ("Two people are called “Cem”; one of them is now “Cem (2)”.",)


def test_one_place_split_in_both(home: Desk, away: Desk) -> None:
    (article,) = (row["id"] for row in home.rows()["document"])
    for desk in (home, away):
        sentences.split_sentence(desk.workspace, article, 5, desk.ana)
    left, right = in_both_directions(home, away)
    assert facts(left) == facts(right)
    assert len(facts(left)["sentence_break"]) == 1
    assert facts(left)["merge_conflict"] == []
    assert left.problems() == right.problems() == []


def test_one_link_made_in_both(home: Desk) -> None:
    (article,) = (row["id"] for row in home.rows()["document"])
    claim, denial = home.tag(article), home.tag(article, 5, 9, "denial")
    away = copy_of(home, "other.annotator")
    for desk in (home, away):
        relations.link(desk.workspace, denial.id, "denies", claim.id, desk.ana)
    left, right = in_both_directions(home, away)
    assert facts(left) == facts(right)
    assert len(facts(left)["relation"]) == 1
    assert bring(left, right).entries
    assert facts(left) == facts(right)


def test_submissions_and_cases_get_numbers_of_their_own(home: Desk, away: Desk) -> None:
    (article,) = (row["id"] for row in home.rows()["document"])
    for desk in (home, away):
        with desk.workspace.edit("Submit", desk.ben, undoable=False) as session:
            put_submission(session, article, desk.ben)
            session.add(Ruling(document_id=article, annotator_id=desk.ana, verdict="one", settles=[], case_number=4))
    left, right = in_both_directions(home, away)
    assert facts(left) == facts(right)
    submissions = sorted(facts(left)["submission"], key=lambda row: row["number"])
    assert [(row["number"], row["independent"]) for row in submissions] == [(1, True), (2, False)]
    assert {row["case_number"] for row in facts(left)["ruling"]} == {4, 5}
    assert "Two cases of the guideline had number 4; one of them is now 5." in bring(home, away).notices
