"""What is to be put right in the articles of a project."""

from annotator.core.schema import Severity
from annotator.operations import annotations, checking, documents
from tests.store.desk import Desk


def test_hard_problems_come_first_each_in_the_order_of_the_text(desk: Desk) -> None:
    document_id = desk.load()
    soft = desk.tag(document_id, 0, 20, "claim")
    later, sooner = desk.tag(document_id, 51, 62, "quote"), desk.tag(document_id, 21, 40, "quote")
    found = checking.check_article(desk.workspace, document_id)
    assert found is not None
    assert [one.annotation.id for one in found.findings if one.problem.severity is Severity.HARD] == [
        sooner.id,
        later.id,
    ]
    assert found.findings[-1].annotation.id in (soft.id, sooner.id)
    assert found.count(Severity.HARD) == 2
    severities = [one.problem.severity for one in found.findings]
    assert severities == sorted(severities, key=[Severity.HARD, Severity.HOLD, Severity.SOFT].index)


def test_undecided_sentences_are_counted(desk: Desk) -> None:
    document_id = desk.load()
    found = checking.check_article(desk.workspace, document_id)
    assert found is not None
    assert (found.findings, found.undecided) == ((), 3)
    sentences = documents.read_document(desk.workspace, document_id).sentences
    annotations.mark_nothing(desk.workspace, document_id, sentences[:2], desk.ana)
    found = checking.check_article(desk.workspace, document_id)
    assert found is not None
    assert found.undecided == 1


def test_one_annotators_work_alone(desk: Desk) -> None:
    document_id = desk.load()
    desk.tag(document_id, 0, 20, "quote")
    desk.tag(document_id, 0, 20, "quote", desk.ben)
    (every,) = checking.check_articles(desk.workspace)
    (hers,) = checking.check_articles(desk.workspace, [document_id], "Ana")
    assert (every.count(Severity.HARD), hers.count(Severity.HARD)) == (2, 1)


def test_an_article_that_is_gone(desk: Desk) -> None:
    document_id = desk.load()
    documents.remove_document(desk.workspace, document_id, desk.ana)
    assert checking.check_article(desk.workspace, document_id) is None
