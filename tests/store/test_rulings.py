"""Reads of rulings and verdicts, the same on both databases."""

from uuid import uuid4

from annotator.core.gold import Judgement
from annotator.core.rulings import RulingVerdict
from annotator.core.spans import Span
from annotator.operations import review
from annotator.operations.readings import put_submission
from annotator.store import rulings
from annotator.store.review_tables import Ruling, Verdict
from tests.operations.review_desk import hand_in, reviewable
from tests.store.desk import Desk


def test_what_is_read_of_rulings(desk: Desk) -> None:
    article, other = desk.load(), desk.load("Another text.")
    ids = [desk.tag(article).id, desk.tag(article, by=desk.ben).id]
    settles = [key.hex for key in ids]
    with desk.workspace.edit("Rule", desk.ana) as session:
        first = Ruling(document_id=article, annotator_id=desk.ana, verdict="one", settles=settles, keeps=settles[:1])
        first.reason, first.case_number, first.case_title = "Why", 4, "Case"
        second = Ruling(document_id=article, annotator_id=desk.ben, verdict="new", settles=settles, label="claim")
        second.start_char, second.end_char, second.segments = 0, 9, [[0, 4], [5, 9]]
        session.add_all([first, second, Ruling(document_id=other, annotator_id=desk.ana, verdict="both", settles=[])])
    with desk.workspace.reading() as connection:
        one, new = rulings.rulings_by_document(connection, [article, uuid4()])[article]
        assert (one.settles, one.keeps) == (frozenset(ids), frozenset(ids[:1]))
        assert (one.verdict, one.segments, one.label) == (RulingVerdict.ONE, (), "")
        assert (new.segments, new.label) == ((Span(0, 4), Span(5, 9)), "claim")
        assert set(rulings.rulings_by_document(connection)) == {article, other}
        assert rulings.documents_with_cases(connection) == [article]
        assert rulings.last_case_number(connection) == 4
        assert rulings.reasons_used(connection) == ["Why"]


def test_nothing_is_ruled_yet(desk: Desk) -> None:
    with desk.workspace.reading() as connection:
        assert rulings.rulings_by_document(connection) == {}
        assert rulings.last_case_number(connection) == 0
        assert rulings.documents_read(connection, 1) == []


def test_what_was_handed_in(desk: Desk) -> None:
    article, other = desk.load(), desk.load("Another text.")
    desk.tag(article)
    for document_id, who in ((article, desk.ana), (article, desk.ana), (article, desk.ben), (other, desk.ana)):
        with desk.workspace.edit("Submit", who, undoable=False) as session:
            put_submission(session, document_id, who)
    with desk.workspace.reading() as connection:
        assert rulings.documents_read(connection, 1) == [article, other]
        assert rulings.documents_read(connection, 2) == [article]


def test_the_newest_verdict_counts(desk: Desk) -> None:
    article = desk.load()
    tag, put = desk.tag(article), desk.tag(article, by=desk.ben)
    for verdict, key in (("approved", None), ("corrected", put.id)):
        with desk.workspace.edit("Review", desk.ben) as session:
            row = Verdict(document_id=article, annotation_id=tag.id, annotator_id=desk.ben, verdict=verdict)
            row.replacement_id = key
            session.add(row)
    with desk.workspace.reading() as connection:
        said = rulings.judgements_by_document(connection, [article])[article]
        found = rulings.replacements(connection, [put.id, uuid4()])
    assert said == {tag.id: Judgement(row.id, tag.id, desk.ben, "corrected", "", put.id)}
    assert set(found) == {put.id}
    assert found[put.id].annotation.segments == put.segments


def test_a_verdict_that_counts_no_more_is_no_judgement(desk: Desk) -> None:
    article, claim, denial, _ = reviewable(desk)
    review.return_annotations(desk.workspace, [claim.id], "No", desk.ben)
    review.approve(desk.workspace, [denial.id], desk.ben)
    with desk.workspace.reading() as connection:
        assert rulings.judgements_by_document(connection, [article])[article].keys() == {claim.id, denial.id}
    hand_in(desk, article)
    with desk.workspace.reading() as connection:
        assert rulings.judgements_by_document(connection, [article])[article].keys() == {denial.id}
