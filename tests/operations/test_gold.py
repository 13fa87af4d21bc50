"""The gold reading of an article in a project."""

from uuid import UUID

import pytest

from annotator.core.gold import GoldReading, How
from annotator.core.readings import CORRECTED
from annotator.core.rulings import RulingVerdict
from annotator.operations import annotations, gold, relations, sources
from annotator.operations.label_sets import project_labels
from annotator.operations.rulings import Choice, rule
from annotator.store.review_tables import Verdict
from tests.operations.disputed_desk import Disputed
from tests.store.desk import Desk


@pytest.fixture
def there(desk: Desk) -> Disputed:
    return Disputed(desk)


def by_id(found: GoldReading) -> dict[UUID, How]:
    return {span.id: span.how for span in found.spans}


def judge(there: Disputed, annotation_id: UUID, verdict: str, replacement_id: UUID | None = None) -> None:
    with there.workspace.edit("Review", there.cleo) as session:
        session.add(
            Verdict(
                document_id=there.article,
                annotation_id=annotation_id,
                annotator_id=there.cleo,
                verdict=verdict,
                replacement_id=replacement_id,
            )
        )


def test_what_is_agreed_and_what_is_ruled(there: Disputed) -> None:
    rule(there.workspace, there.article, there.ana["label"], Choice(RulingVerdict.ONE, there.desk.ben), there.cleo)
    found = gold.gold_of(there.workspace, there.article)
    assert by_id(found) == {there.ana["agreed"]: How.AGREED, there.ben["label"]: How.RULED}
    assert found.spans[0].annotator_ids == (there.desk.ana, there.desk.ben)
    assert {group.id for group in found.disputed} == {
        there.ana[name] for name in ("missed", "boundary", "attribute", "link")
    }


def test_what_a_reviewer_corrected_with_its_links(there: Disputed) -> None:
    put = annotations.add_annotation(
        there.workspace, there.article, [there.place("took the money")], "claim", there.cleo, origin=CORRECTED
    )
    source = sources.add_source(there.workspace, "Ines", there.cleo).id
    relations.set_sources(there.workspace, [put.id], "attributed_to", [source], there.cleo)
    judge(there, there.ben["agreed"], "corrected", put.id)
    found = gold.gold_of(there.workspace, there.article)
    assert by_id(found) == {put.id: How.CORRECTED}
    assert [(link.kind, link.source_id) for link in found.links] == [("attributed_to", source)]
    judge(there, there.ben["agreed"], "approved")
    assert by_id(gold.gold_of(there.workspace, there.article)) == {there.ana["agreed"]: How.AGREED}


def test_an_article_that_one_has_read(there: Disputed) -> None:
    there.open(there.desk.ben)
    found = gold.gold_of(there.workspace, there.article)
    assert set(by_id(found)) == set(there.ana.values())
    assert set(by_id(found).values()) == {How.ONLY_READER}


def test_an_article_that_nobody_has_handed_in(desk: Desk) -> None:
    assert gold.gold_of(desk.workspace, desk.load()).spans == ()


def test_many_at_once(there: Disputed) -> None:
    unread = there.desk.load("Nobody has read this.")
    labels = project_labels(there.workspace)
    with there.workspace.reading() as connection:
        found = list(gold.gold_readings(connection, labels, [there.article, unread]))
    assert [one.document_id for one in found] == [there.article]
    assert found[0] == gold.gold_of(there.workspace, there.article)
