"""Links between annotations that two people have both made."""

from uuid import UUID

from annotator.core.agreement.counting import match
from annotator.core.agreement.links import LinkFigures, link_figures, ties
from annotator.core.identity import new_id
from annotator.core.submissions import SubmittedAnnotation, SubmittedLink
from tests.core.agreement.desk import ANA, BEN, article, said

RINA, OMAR = new_id(), new_id()


def link(kind: str, one: SubmittedAnnotation, other: SubmittedAnnotation | UUID) -> SubmittedLink:
    if isinstance(other, UUID):
        return SubmittedLink(kind, one.id, None, other)
    return SubmittedLink(kind, one.id, other.id, None)


def pair() -> tuple[SubmittedAnnotation, SubmittedAnnotation]:
    return said("claim", (0, 9)), said("denial", (20, 29))


def figures(
    mine: list[SubmittedLink], theirs: list[SubmittedLink], *said_by: list[SubmittedAnnotation], symmetric: str = ""
) -> list[LinkFigures]:
    one = article(60, *said_by, links=(tuple(mine), tuple(theirs)))
    return link_figures(ties([one], [match(one)], [symmetric]))


def test_the_same_link_is_agreed_on() -> None:
    (claim, denial), (same, also) = pair(), pair()
    (found,) = figures([link("denies", denial, claim)], [link("denies", also, same)], [claim, denial], [same, also])
    assert found == LinkFigures("denies", 1, 1.0)
    assert found.is_of_few


def test_a_link_of_one_alone_is_none_of_the_other_s() -> None:
    (claim, denial), (same, also) = pair(), pair()
    (found,) = figures([link("denies", denial, claim)], [], [claim, denial], [same, also])
    assert (found.n, found.f1) == (1, 0.0)


def test_a_link_to_what_the_other_has_not_tagged_is_about_spans() -> None:
    claim, denial = pair()
    assert figures([link("denies", denial, claim)], [], [claim, denial], [said("denial", (20, 29))]) == []


def test_links_to_sources_have_one_end() -> None:
    (claim, denial), (same, also) = pair(), pair()
    mine = [link("attributed_to", denial, RINA), link("attributed_to", claim, RINA)]
    theirs = [link("attributed_to", also, RINA), link("attributed_to", same, OMAR)]
    (found,) = figures(mine, theirs, [claim, denial], [same, also])
    assert (found.n, found.f1) == (3, 0.5)


def test_a_symmetric_link_means_the_same_from_either_end() -> None:
    one, other, same, also = (said("claim", place) for place in ((0, 5), (10, 15), (0, 5), (10, 15)))
    said_by = ([one, other], [same, also])
    (found,) = figures([link("same_as", one, other)], [link("same_as", also, same)], *said_by, symmetric="same_as")
    assert found.f1 == 1.0
    (found,) = figures([link("same_as", one, other)], [link("same_as", also, same)], *said_by)
    assert found.f1 == 0.0


def test_the_other_end_may_be_in_another_article() -> None:
    (claim, denial), (same, also) = pair(), pair()
    first = article(60, [claim], [same])
    second = article(60, [denial], [also], links=((link("denies", denial, claim),), (link("denies", also, same),)))
    found = ties([first, second], [match(first), match(second)])
    assert found[ANA, BEN].mine == found[ANA, BEN].theirs == {("denies", denial.id, claim.id)}
