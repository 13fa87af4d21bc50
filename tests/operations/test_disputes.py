"""Disputes of articles in a project: which there are, and what was ruled on them."""

import pytest

from annotator.core.disputes import DisputeKind
from annotator.core.rulings import RulingVerdict
from annotator.errors import Cancelled, NotFound
from annotator.operations import annotations, disputes
from annotator.operations.disputes import ArticleDisputes
from annotator.operations.rulings import Choice, rule
from tests.operations.disputed_desk import Disputed
from tests.store.desk import Desk


@pytest.fixture
def there(desk: Desk) -> Disputed:
    return Disputed(desk)


def kinds(article: ArticleDisputes) -> list[DisputeKind | None]:
    return [dispute.group.kind for dispute in article.disputes]


def test_each_kind_in_text_order(there: Disputed) -> None:
    found = disputes.disputes_of(there.workspace, there.article)
    names = ["boundary", "link", "missed", "label", "attribute"]
    assert kinds(found) == [DisputeKind(name) for name in names]
    assert [dispute.id for dispute in found.disputes] == [there.ana[name] for name in names]
    assert [group.id for group in found.comparison.agreed] == [there.ana["agreed"]]
    assert found.disputes[1].group.links == ("attributed_to",)
    assert found.disputes[4].group.attributes == ("voice",)
    assert found.open == 5


def test_only_what_is_handed_in_takes_part(there: Disputed) -> None:
    there.open(there.desk.ben)
    assert disputes.disputes_of(there.workspace, there.article).disputes == ()
    assert disputes.all_disputes(there.workspace) == []


def test_an_article_that_nobody_has_handed_in(desk: Desk) -> None:
    article = desk.load()
    assert disputes.disputes_of(desk.workspace, article).disputes == ()
    desk_of_nothing = desk.load("Another text.")
    assert disputes.all_disputes(desk.workspace, [article, desk_of_nothing]) == []
    with pytest.raises(NotFound):
        disputes.disputes_of(desk.workspace, desk.ana)


def test_all_articles_with_disputes(there: Disputed) -> None:
    told: list[tuple[int, int]] = []
    ((summary, article),) = disputes.all_disputes(there.workspace, progress=lambda *done: told.append(done))
    assert summary.id == article.document_id == there.article
    assert told == [(1, 1)]
    with pytest.raises(Cancelled):
        disputes.all_disputes(there.workspace, cancelled=lambda: True)


def test_a_dispute_by_any_annotation_in_it(there: Disputed) -> None:
    for key in (there.ana["label"], there.ben["label"]):
        article, found = disputes.find_dispute(there.workspace, str(key))
        assert article.document_id == there.article
        assert found.id == there.ana["label"]
    with pytest.raises(NotFound, match="in no dispute"):
        disputes.find_dispute(there.workspace, str(there.ana["agreed"]))
    with pytest.raises(NotFound):
        disputes.find_dispute(there.workspace, "f" * 32)


def test_a_ruling_holds_until_what_it_is_about_changes(there: Disputed) -> None:
    for name in ("boundary", "label"):
        rule(there.workspace, there.article, there.ana[name], Choice(RulingVerdict.BOTH), there.cleo)
    there.change(there.ben["boundary"], "denies it", there.desk.ben)
    found = {one.id: one for one in disputes.disputes_of(there.workspace, there.article).disputes}
    changed, same = found[there.ana["boundary"]], found[there.ana["label"]]
    assert changed.is_open
    assert changed.former is not None
    assert not same.is_open
    there.change(there.ben["boundary"], "mayor denies it", there.desk.ben)
    assert disputes.disputes_of(there.workspace, there.article).open == 3  # it is again what was ruled on


def test_one_more_annotation_in_it_opens_a_dispute_again(there: Disputed) -> None:
    rule(there.workspace, there.article, there.ana["missed"], Choice(RulingVerdict.NEITHER), there.cleo)
    there.open(there.desk.ben)
    annotations.add_annotation(there.workspace, there.article, [there.place("Forty people")], "claim", there.desk.ben)
    there.hand_in(there.desk.ben)
    found = next(one for one in disputes.disputes_of(there.workspace, there.article).disputes if one.former)
    assert found.is_open
    assert found.group.kind is DisputeKind.BOUNDARY


def test_everybody_by_name(there: Disputed) -> None:
    assert disputes.annotator_names(there.workspace)[there.cleo] == "Cleo"
