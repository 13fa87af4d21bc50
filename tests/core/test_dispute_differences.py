"""Values and links are compared only where several speak of the same thing."""

from uuid import UUID

from annotator.core.dispute_differences import Differences
from annotator.core.disputes import Group, Side
from annotator.core.submissions import SubmittedAnnotation, SubmittedLink
from tests.core.submitted import ANA, BEN, DOCUMENT, link, said


def group(ana: list[SubmittedAnnotation], ben: list[SubmittedAnnotation], *links: SubmittedLink) -> Group:
    def side(who: UUID, own: list[SubmittedAnnotation]) -> Side:
        return Side(who, tuple(own), tuple(one for one in links if one.from_id in {a.id for a in own}))

    return Group(DOCUMENT, (side(ANA, ana), side(BEN, ben)))


def test_values_that_differ_are_named() -> None:
    one = group([said(1, "claim", (0, 9), voice="outlet", sure=True)], [said(2, "claim", (0, 9), sure=True)])
    assert Differences([one]).attributes(one) == ("voice",)


def test_true_and_one_are_not_the_same() -> None:
    one = group([said(1, "claim", (0, 9), count=True)], [said(2, "claim", (0, 9), count=1)])
    assert Differences([one]).attributes(one) == ("count",)


def test_twice_the_same_in_another_order_is_the_same() -> None:
    ana = [said(1, "claim", (0, 9), kind="a"), said(2, "claim", (0, 9), kind="b")]
    ben = [said(3, "claim", (0, 9), kind="b"), said(4, "claim", (0, 9), kind="a")]
    one = group(ana, ben)
    assert Differences([one]).attributes(one) == ()


def test_what_goes_with_what_may_differ() -> None:
    ana = [said(1, "claim", (0, 9), kind="a", voice="x"), said(2, "claim", (0, 9), kind="b", voice="y")]
    ben = [said(3, "claim", (0, 9), kind="a", voice="y"), said(4, "claim", (0, 9), kind="b", voice="x")]
    one = group(ana, ben)
    assert Differences([one]).attributes(one) == ("kind", "voice")


def test_another_label_has_other_values_anyway() -> None:
    one = group([said(1, "claim", (0, 9), voice="outlet")], [said(2, "quote", (0, 9))])
    assert Differences([one]).attributes(one) == ()


def test_other_words_one_on_each_side_are_compared_several_are_not() -> None:
    ana = [said(1, "claim", (0, 9), voice="outlet")]
    longer = group(ana, [said(2, "claim", (0, 12))])
    halves = group(ana, [said(2, "claim", (0, 4)), said(3, "claim", (5, 12))])
    assert Differences([longer]).attributes(longer) == ("voice",)
    assert Differences([halves]).attributes(halves) == ()


def test_another_source_is_another_link() -> None:
    links = (link("attributed_to", 1, source=50), link("attributed_to", 2, source=51))
    one = group([said(1, "quote", (0, 9))], [said(2, "quote", (0, 9))], *links)
    assert Differences([one]).links(one) == ("attributed_to",)
    same = group([said(1, "quote", (0, 9))], [said(2, "quote", (0, 9))], links[0], link("attributed_to", 2, source=50))
    assert Differences([same]).links(same) == ()


def test_links_are_compared_by_the_group_at_the_other_end() -> None:
    links = (link("denies", 1, 3), link("denies", 2, 4))
    denial = group([said(1, "denial", (0, 9))], [said(2, "denial", (0, 9))], *links)
    claim = group([said(3, "claim", (20, 29))], [said(4, "claim", (21, 29))])
    assert Differences([denial, claim]).links(denial) == ()
    other = group([said(5, "claim", (40, 49))], [said(6, "claim", (40, 49))])
    moved = group([said(1, "denial", (0, 9))], [said(2, "denial", (0, 9))], links[0], link("denies", 2, 6))
    assert Differences([moved, claim, other]).links(moved) == ("denies",)


def test_a_link_to_what_somebody_has_missed_is_no_dispute_of_its_own() -> None:
    denial = group([said(1, "denial", (0, 9))], [said(2, "denial", (0, 9))], link("denies", 1, 3))
    missed = group([said(3, "claim", (20, 29))], [])
    assert Differences([denial, missed]).links(denial) == ()


def test_a_link_to_another_article_has_no_end_to_compare() -> None:
    one = group([said(1, "denial", (0, 9))], [said(2, "denial", (0, 9))], link("denies", 1, 99))
    assert Differences([one]).links(one) == ()


def test_what_means_the_same_both_ways_is_found_from_either_end() -> None:
    first = group([said(1, "claim", (0, 9))], [said(2, "claim", (0, 9))], link("same_as", 1, 3))
    second = group([said(3, "claim", (20, 29))], [said(4, "claim", (20, 29))], link("same_as", 4, 2))
    assert Differences([first, second], frozenset({"same_as"})).links(first) == ()
    assert Differences([first, second], frozenset({"same_as"})).links(second) == ()
    assert Differences([first, second]).links(first) == ("same_as",)
