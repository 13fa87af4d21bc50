"""Which disputes are wanted."""

from dataclasses import replace
from uuid import UUID

from annotator.core.disputes import DisputeKind
from annotator.core.rulings import RulingRecord, RulingVerdict
from annotator.ui.disputes.filters import DisputeFilter, pairs_of
from tests.core.submitted import ANA, BEN, CLEO, DOCUMENT, reading, said
from tests.ui.disputes.made import READINGS, article

BOUNDARY, ATTRIBUTE, MISSED = article().disputes.disputes


def fitting(wanted: DisputeFilter) -> list[object]:
    return [one for one in (BOUNDARY, ATTRIBUTE, MISSED) if wanted.fits(one)]


def test_nothing_chosen_lets_all_through() -> None:
    assert fitting(DisputeFilter()) == [BOUNDARY, ATTRIBUTE, MISSED]


def test_by_label_and_by_type() -> None:
    assert fitting(DisputeFilter(labels=frozenset({"denial"}))) == [MISSED]
    assert fitting(DisputeFilter(kinds=frozenset({DisputeKind.BOUNDARY, DisputeKind.ATTRIBUTE}))) == [
        BOUNDARY,
        ATTRIBUTE,
    ]
    assert fitting(DisputeFilter(labels=frozenset({"denial"}), kinds=frozenset({DisputeKind.LABEL}))) == []


def test_between_whom() -> None:
    cleo = reading(CLEO, said(21, "claim", (4, 15)), said(22, "claim", (16, 32)))
    boundary, _, missed = article(readings=(*READINGS, cleo)).disputes.disputes
    assert DisputeFilter(pairs=frozenset({(ANA, BEN)})).fits(boundary)
    assert not DisputeFilter(pairs=frozenset({(BEN, CLEO)})).fits(boundary)
    assert DisputeFilter(pairs=frozenset({(BEN, CLEO)})).fits(missed)
    assert pairs_of([CLEO, ANA, BEN]) == [(ANA, BEN), (ANA, CLEO), (BEN, CLEO)]


def test_articles_are_listed_by_what_is_open_in_them() -> None:
    ruling = RulingRecord(UUID(int=99), DOCUMENT, CLEO, RulingVerdict.BOTH, MISSED.group.ids)
    settled = replace(MISSED, ruling=ruling)
    assert DisputeFilter(states=frozenset({True})).lists([settled, BOUNDARY])
    assert not DisputeFilter(states=frozenset({True})).lists([settled])
    assert DisputeFilter(states=frozenset({False})).lists([settled])
    assert not DisputeFilter(labels=frozenset({"quote"})).lists([settled, BOUNDARY])
