"""A group of annotations knows what it is about, wherever it stands."""

from uuid import UUID

from annotator.core.disputes import Comparison, DisputeKind, Group, Side, place_of
from tests.core.submitted import ANA, BEN, CLEO, DOCUMENT, said

NARROW = Group(DOCUMENT, (Side(ANA, (said(7, "claim", (10, 20)),)), Side(BEN, (said(3, "quote", (12, 30)),))))
WIDE = Group(DOCUMENT, (Side(ANA, (said(8, "claim", [(10, 15), (40, 50)]),)), Side(BEN)), (DisputeKind.MISSED,))


def test_what_a_group_is_about() -> None:
    assert NARROW.id == UUID(int=3)
    assert NARROW.extent == (10, 30)
    assert NARROW.labels == ("claim", "quote")
    assert NARROW.kind is None
    assert WIDE.kind is DisputeKind.MISSED
    assert WIDE.extent == (10, 50)


def test_a_side_by_its_annotator() -> None:
    assert NARROW.side_of(BEN) == NARROW.sides[1]
    assert NARROW.side_of(CLEO) is None


def test_groups_stand_in_text_order_the_wider_one_first() -> None:
    assert sorted((NARROW, WIDE), key=place_of) == [WIDE, NARROW]
    assert Comparison(DOCUMENT, (ANA, BEN), (NARROW,), (WIDE,)).groups == (WIDE, NARROW)
