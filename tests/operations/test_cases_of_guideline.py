"""Cases of the guideline that came from rulings."""

import pytest

from annotator.core.rulings import RulingVerdict
from annotator.operations import sources
from annotator.operations.cases_of_guideline import guideline_cases
from annotator.operations.protection import mask_of
from annotator.operations.rulings import Choice, rule
from tests.operations.disputed_desk import Disputed
from tests.store.desk import Desk


@pytest.fixture
def there(desk: Desk) -> Disputed:
    return Disputed(desk)


def test_a_case_tells_the_sentence_the_decision_and_the_reason(there: Disputed) -> None:
    for_ana = Choice(RulingVerdict.ONE, there.desk.ana)
    made = rule(
        there.workspace, there.article, there.ana["label"], for_ana, there.cleo, "It can be checked", "Negatives"
    )
    (case,) = guideline_cases(there.workspace)
    assert (case.number, case.title, case.ruling_id) == (1, "Negatives", made.id)
    assert case.sentence == "Nobody was hurt, the police said."
    assert case.held == (("claim", "Nobody was hurt"),)
    assert case.rejected == (("quote", "Nobody was hurt"),)
    assert case.labels == {"claim", "quote"}
    assert (case.reason, case.annotator, case.verdict) == ("It can be checked", "Cleo", RulingVerdict.ONE)
    assert case.annotation_id == there.ana["label"]
    assert case.at == made.at


def test_cases_of_one_label(there: Disputed) -> None:
    for name in ("label", "missed", "link"):
        rule(there.workspace, there.article, there.ana[name], Choice(RulingVerdict.BOTH), there.cleo, case_title=name)
    assert [case.title for case in guideline_cases(there.workspace, "claim")] == ["label", "missed"]
    assert [case.number for case in guideline_cases(there.workspace, "quote")] == [1, 3]
    assert guideline_cases(there.workspace, "denial") == []


def test_something_new_holds_instead(there: Disputed) -> None:
    new = Choice(RulingVerdict.NEW, label="denial", segments=[there.place("The mayor denies")])
    rule(there.workspace, there.article, there.ana["boundary"], new, there.cleo, case_title="Pronouns")
    (case,) = guideline_cases(there.workspace)
    assert case.held == (("denial", "The mayor denies"),)
    assert [words for _, words in case.rejected] == ["The mayor denies it", "mayor denies it"]


def test_a_case_stays_as_it_was_decided_and_goes_when_it_is_ruled_otherwise(there: Disputed) -> None:
    both = Choice(RulingVerdict.BOTH)
    rule(there.workspace, there.article, there.ana["boundary"], both, there.cleo, case_title="Articles")
    there.change(there.ben["boundary"], "denies it", there.desk.ben)
    assert ("denial", "mayor denies it") in guideline_cases(there.workspace)[0].held
    there.change(there.ben["boundary"], "mayor denies it", there.desk.ben)
    rule(there.workspace, there.article, there.ana["boundary"], Choice(RulingVerdict.NEITHER), there.cleo)
    assert guideline_cases(there.workspace) == []


def test_a_case_is_told_without_protected_names(there: Disputed) -> None:
    for one in sources.all_sources(there.workspace):
        sources.set_source_details(there.workspace, one.id, there.desk.ana, protected=True)
    both = Choice(RulingVerdict.BOTH)
    rule(there.workspace, there.article, there.ana["link"], both, there.cleo, "Ruth said so", case_title="Ruth")
    (case,) = guideline_cases(there.workspace)
    line = case.line(mask_of(there.workspace))
    assert (line.number, line.title, line.reason) == (1, "████", "████ said so")
