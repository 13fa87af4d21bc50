"""What stands behind a figure."""

from annotator.core.agreement.attributes import Values
from annotator.core.agreement.counting import match
from annotator.core.agreement.differences import attribute_places, link_places, places
from annotator.core.agreement.links import ties
from annotator.core.agreement.measures import ON_TEXT, Measure
from annotator.core.spans import Span
from annotator.operations.label_sets import shipped_label_set
from tests.core.agreement.desk import ANA, BEN, article, said
from tests.core.agreement.test_links import link, pair


def test_sentences_in_which_somebody_has_something() -> None:
    one = article(40, [said("claim", (2, 5)), said("quote", (12, 18))], [said("claim", (3, 9))])
    first, second = places(one, Measure.PERCENT, ["claim", "quote"])
    assert (first.span, first.agreed) == (Span(0, 10), True)
    assert (second.span, second.agreed) == (Span(10, 20), False)
    assert [answer.labels for answer in second.answers] == [("quote",), ()]
    assert [answer.reader for answer in second.answers] == [ANA, BEN]
    assert first.answers[1].spans == ((Span(3, 9),),)
    assert len(places(one, Measure.KAPPA_SENTENCE, ["claim"])) == 1


def test_spans_that_overlap_are_one_place() -> None:
    one = article(
        60, [said("claim", (0, 9)), said("claim", (40, 50))], [said("claim", (5, 20))], [said("claim", (18, 25))]
    )
    first, second = places(one, Measure.F1_EXACT, ["claim"])
    assert first.span == Span(0, 25)
    assert [len(answer.spans) for answer in first.answers] == [1, 1, 1]
    assert [answer.labels for answer in second.answers] == [("claim",), (), ()]
    assert not first.agreed
    same = article(60, [said("claim", (0, 9))], [said("claim", (0, 9))])
    assert [place.agreed for place in places(same, Measure.ALPHA_U, ["claim"])] == [True]


def test_what_lies_in_page_furniture_is_no_place_of_a_measure_of_characters() -> None:
    one = article(60, [said("claim", (0, 9)), said("claim", (45, 50))], [said("claim", (5, 45))], furniture=((40, 60),))
    for measure in ON_TEXT:
        assert [place.span for place in places(one, measure, ["claim"])] == [Span(0, 45)]
    assert len(places(one, Measure.F1_EXACT, ["claim"])) == 2


def test_values_of_matched_annotations() -> None:
    newsroom = shipped_label_set("newsroom")
    one = article(40, [said("claim", (0, 9), certainty="unsure")], [said("claim", (1, 9))])
    (found,) = attribute_places(one, match(one), newsroom.attribute("certainty"), Values(newsroom))
    assert [answer.value for answer in found.answers] == ["unsure", "sure"]
    assert not found.agreed
    assert attribute_places(one, match(one), newsroom.attribute("quote_type"), Values(newsroom)) == []


def test_links_of_one_and_of_both() -> None:
    (claim, denial), (same, also) = pair(), pair()
    one = article(60, [claim, denial], [same, also], links=((link("denies", denial, claim),), ()))
    (found,) = link_places([one], ties([one], [match(one)]), "denies")
    assert [answer.value for answer in found.answers] == [str(claim.id), ""]
    assert found.span == Span(20, 29)
    assert not found.agreed
