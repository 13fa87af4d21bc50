"""All that is shown of an article's disputes."""

from uuid import uuid4

import pytest

from annotator.errors import NotFound
from annotator.operations import sources
from annotator.operations.disputed_articles import read_disputed_article
from tests.operations.disputed_desk import Disputed
from tests.store.desk import Desk


def test_names_words_and_ends(desk: Desk) -> None:
    there = Disputed(desk)
    found = read_disputed_article(there.workspace, there.article)
    assert found.record.id == there.article
    assert (found.name(desk.ana), found.name(None)) == ("Ana", "")
    link = next(one for one in found.disputes.disputes if one.id == there.ana["link"])
    assert [found.words(one) for one in link.group.annotations()] == ["“I was there,”"] * 2
    assert [found.end_of(side.links[0]) for side in link.group.sides] == ["Rina", "Ruth"]
    to_words = link.group.sides[0].links[0]._replace(source_id=None, to_id=there.ben["label"])
    assert found.end_of(to_words) == "Nobody was hurt"
    assert found.end_of(to_words._replace(to_id=uuid4())) == ""


def test_a_protected_source_is_not_named(desk: Desk) -> None:
    there = Disputed(desk)
    for one in sources.all_sources(there.workspace):
        sources.set_source_details(there.workspace, one.id, desk.ana, protected=True)
    found = read_disputed_article(there.workspace, there.article)
    assert all(name.startswith("Protected source") for name in found.sources.values())


def test_an_article_that_is_not_there(desk: Desk) -> None:
    with pytest.raises(NotFound):
        read_disputed_article(desk.workspace, uuid4())
