"""A comparison made without a project, for the parts of the page."""

from annotator.core.agreement.compared import Compared, LeftOut
from annotator.core.agreement.counting import count, match
from annotator.operations.agreement import Comparison, Question
from annotator.operations.label_sets import shipped_label_set
from tests.core.agreement.desk import ANA, BEN, EVA, NUMBERS, article, said

NAMES = {ANA: "Ana", BEN: "Ben", EVA: "رنا خوري"}


def three() -> Compared:
    """Two agree on a claim, and a quote is Ana's alone."""
    return article(
        400,
        [said("claim", (0, 9)), said("quote", (20, 35), medium="writing")],
        [said("claim", (0, 9))],
        [said("claim", (2, 9))],
    )


def comparison(*articles: Compared, names: dict[object, str] | None = None) -> Comparison:
    """What follows from articles."""
    met = [match(one) for one in articles]
    counted = [count(one, NUMBERS, one_met) for one, one_met in zip(articles, met, strict=True)]
    known = {**NAMES, **(names or {})}
    return Comparison(
        Question(),
        shipped_label_set("newsroom"),
        known,
        tuple(NUMBERS),
        articles,
        met,
        counted,
        LeftOut(),  # type: ignore[arg-type]
    )
