"""Two names of one person are no dispute once their sources are one."""

import pytest

from annotator.core.rulings import RulingVerdict
from annotator.operations import disputes, gold, relations, sources
from annotator.operations.disputed_articles import read_disputed_article
from annotator.operations.living_links import with_living_links
from annotator.operations.rulings import Choice, rule
from annotator.operations.source_merging import merge_sources
from annotator.store.submissions import all_submissions
from tests.operations.disputed_desk import Disputed
from tests.store.desk import Desk


@pytest.fixture
def there(desk: Desk) -> Disputed:
    return Disputed(desk)


def merge(there: Disputed) -> None:
    """Ruth is Rina."""
    rina, ruth = (one.id for one in sorted(sources.all_sources(there.workspace), key=lambda source: source.name))
    merge_sources(there.workspace, rina, [ruth], there.desk.ana)


def open_disputes(there: Disputed) -> set[object]:
    return {one.id for one in disputes.disputes_of(there.workspace, there.article).disputes if one.is_open}


def test_sources_that_were_merged_settle_what_was_disputed_of_them(there: Disputed) -> None:
    assert there.ana["link"] in open_disputes(there)
    merge(there)
    assert there.ana["link"] not in open_disputes(there)
    found = gold.gold_of(there.workspace, there.article)
    (kept,) = sources.all_sources(there.workspace)
    assert [link.source_id for link in found.links] == [kept.id]
    assert set(read_disputed_article(there.workspace, there.article).sources.values()) == {kept.name}


def test_a_ruling_holds_although_its_sources_were_merged(there: Disputed) -> None:
    rule(there.workspace, there.article, there.ana["boundary"], Choice(RulingVerdict.BOTH), there.cleo)
    merge(there)
    there.open(there.desk.ben)
    there.hand_in(there.desk.ben)
    assert there.ana["boundary"] not in open_disputes(there)


def test_what_was_taken_away_stays_as_it_was_handed_in(there: Disputed) -> None:
    there.open(there.desk.ben)
    relations.set_sources(there.workspace, [there.ben["link"]], "attributed_to", [], there.desk.ben)
    (ruth,) = (one for one in sources.all_sources(there.workspace) if one.name == "Ruth")
    sources.remove_sources(there.workspace, [ruth.id], there.desk.ana)
    there.open(there.desk.ana)
    with there.workspace.reading() as connection:
        told = list(all_submissions(connection, [there.article]))
        assert with_living_links(connection, told) == told
