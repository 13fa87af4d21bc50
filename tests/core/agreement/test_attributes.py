"""Attributes of annotations that two people have both made."""

from collections import Counter

import pytest

from annotator.core.agreement.attributes import (
    NOT_SAID,
    Values,
    attribute_figures,
    compared_attributes,
    values_given,
)
from annotator.core.agreement.counting import match
from annotator.core.agreement.measures import Why
from annotator.core.schema import Attribute, AttributeKind, LabelSet, Value
from annotator.operations.label_sets import shipped_label_set
from tests.core.agreement.desk import ANA, BEN, article, said

NEWSROOM = shipped_label_set("newsroom")


def attribute(key: str) -> Attribute:
    return NEWSROOM.attribute(key)


def test_only_matched_annotations_count() -> None:
    one = article(
        90,
        [said("quote", (0, 9), quote_type="direct"), said("quote", (20, 29), quote_type="indirect")],
        [said("quote", (1, 9), quote_type="direct"), said("quote", (60, 70), quote_type="mixed")],
    )
    given = values_given([one], [match(one)], [attribute("quote_type")], Values(NEWSROOM))
    assert given == {"quote_type": {(ANA, BEN): {("direct", "direct"): 1}}}


def test_kappa_alpha_and_n() -> None:
    said_of = Counter({("yes", "yes"): 20, ("yes", "no"): 5, ("no", "yes"): 10, ("no", "no"): 15})
    figures = attribute_figures(attribute("translated"), {(ANA, BEN): said_of})
    assert figures.n == 50
    assert figures.percent == pytest.approx(0.7)
    assert figures.kappa == pytest.approx(0.4)
    assert not figures.is_of_few


def test_what_is_not_said_counts_as_the_default() -> None:
    values = Values(NEWSROOM)
    assert values.of(said("claim", (0, 3)), "certainty") == "sure"
    assert values.of(said("claim", (0, 3), certainty="unsure"), "certainty") == "unsure"
    assert values.of(said("quote", (0, 3)), "voice") == NOT_SAID


def test_one_value_alone_proves_nothing() -> None:
    figures = attribute_figures(attribute("certainty"), {(ANA, BEN): Counter({("sure", "sure"): 40})})
    assert figures.percent == 1
    assert figures.kappa is None
    assert figures.why is Why.ONE_VALUE
    assert attribute_figures(attribute("certainty"), {}).why is Why.UNUSED


def test_numbers_are_compared_by_how_far_they_are_apart() -> None:
    number = Attribute("victims", "Victims", AttributeKind.NUMBER)
    near = attribute_figures(number, {(ANA, BEN): Counter({("10", "11"): 3, ("90", "91"): 3})})
    far = attribute_figures(number, {(ANA, BEN): Counter({("10", "91"): 3, ("90", "11"): 3})})
    assert near.alpha is not None
    assert far.alpha is not None
    assert near.alpha > 0.99 > 0 > far.alpha
    assert near.percent == 0


def test_words_and_sources_are_not_compared() -> None:
    plain = LabelSet(
        "x", "X", 1, NEWSROOM.labels,
        (
            Attribute("why", "Why", AttributeKind.TEXT),
            Attribute("who", "Who", AttributeKind.SOURCE),
            Attribute("kind", "Kind", AttributeKind.CHOICE, values=(Value("a", "A"),)),
        ),
    )  # fmt: skip
    assert [one.key for one in compared_attributes(plain, ["claim"])] == ["kind"]
