"""Reads of verdicts and of the readings that wait, in both databases."""

import json
from uuid import UUID

from annotator.core.review_queue import STATES
from annotator.core.reviewing import Decision, Standing
from annotator.operations import annotations, review
from annotator.operations.corrections import Correction, correct
from annotator.store import reviews
from tests.operations.review_desk import hand_in, reviewable
from tests.store.desk import Desk


def test_verdicts_come_by_article_the_oldest_first(desk: Desk) -> None:
    article, claim, denial, _ = reviewable(desk)
    with desk.workspace.reading() as connection:
        assert reviews.verdicts_by_document(connection, [article]) == {}
        assert reviews.judged_by_document(connection, [article]) == {}
    review.return_annotations(desk.workspace, [claim.id], "No", desk.ben)
    made = correct(desk.workspace, denial.id, Correction(label="claim"), desk.ben)
    with desk.workspace.reading() as connection:
        (found,) = reviews.verdicts_by_document(connection, [article]).values()
        judged = reviews.judged_by_document(connection, [article])[article]
        assert reviews.documents_with_corrections(connection) == [article]
    assert [(one.decision, one.reviewer, one.reason) for one in found] == [
        (Decision.RETURNED, "Ben", "No"),
        (Decision.CORRECTED, "Ben", ""),
    ]
    assert found[1].replacement_id == made.id
    assert {key: one.standing for key, one in judged.items()} == {
        claim.id: Standing.RETURNED,
        denial.id: Standing.CORRECTED,
    }


def test_the_queues_figures_are_counted_by_the_database(desk: Desk) -> None:
    article, claim, denial, _ = reviewable(desk)
    annotations.add_annotation(desk.workspace, article, [claim.extent], "quote", desk.ben)
    review.return_annotations(desk.workspace, [claim.id], "No", desk.ben)
    review.approve(desk.workspace, [claim.id, denial.id], desk.ben)
    with desk.workspace.reading() as connection:
        (row,) = reviews.handed_in(connection, STATES)
        counts = reviews.counts_by_label(connection)
        verdicts = reviews.verdict_counts(connection)
    assert (row.document_id, row.annotator_id, row.state) == (article, desk.ana, "submitted")
    assert counts == {row.key: {"claim": 1, "denial": 1, "quote": 1}}
    assert verdicts == {row.key: (2, 0)}
    hand_in(desk, article)
    with desk.workspace.reading() as connection:
        assert reviews.verdict_counts(connection) == {}


def test_annotations_that_say_something_are_found_by_the_key(desk: Desk) -> None:
    article = desk.load()
    silent, unsure = desk.tag(article), desk.tag(article, 5, 9)
    annotations.set_attributes(desk.workspace, [unsure.id], {"certainty": "unsure"}, desk.ana)
    annotations.set_attributes(desk.workspace, [silent.id], {"accuses": "organisation"}, desk.ana)
    hand_in(desk, article)
    with desk.workspace.reading() as connection:
        found = list(reviews.saying_something(connection, {"certainty", "legal_flag"}))
        assert list(reviews.saying_something(connection, ())) == []
    assert [(one.label, one.number) for one in found] == [("claim", 1)]
    assert json.loads(found[0].attributes) == {"certainty": "unsure"}


def test_readings_come_by_article(desk: Desk) -> None:
    article, claim, *_ = reviewable(desk)
    review.return_reading(desk.workspace, article, desk.ana, "Look again", desk.ben)
    with desk.workspace.reading() as connection:
        assert reviews.readings_by_document(connection, [article]) == {article: [("Ana", "returned", "Ben")]}
        assert reviews.annotations_there(connection, [claim.id, UUID(int=1)]) == {claim.id}
