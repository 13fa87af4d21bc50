"""Figures of agreement as they leave the program: one object for JSON, or rows for a table."""

import csv
from collections.abc import Iterator, Mapping
from io import StringIO
from typing import Any

import orjson

from annotator.core.agreement.counting import EVERYBODY, OVERALL, Group
from annotator.core.agreement.measures import FEW, FEW_ARTICLES, Figure, Measure, Why
from annotator.operations.agreement import Comparison
from annotator.operations.agreement_gamma import Gamma

METHOD = (
    "Percent, kappa (Cohen 1960; with more than two annotators the mean over pairs), Fleiss’ kappa (1971) and alpha "
    "(Krippendorff 2011) ask of each sentence whether it holds the label; overall, which labels it holds.",
    "alpha and F1 by character take every character of the text, white space too; overall its value is all the labels "
    "that it has. alpha_U is that of Krippendorff (2004), overlapping units of one label and annotator taken as one, "
    "observed and expected disagreement added over articles. None of these looks at page furniture.",
    "F1 is the mean over pairs of annotators; exact: same label and stretches, one to one; overlap: precision is the "
    "share of one’s spans that overlap any of the other’s, recall the other way round. Attributes and links: of spans "
    "that overlap, matched one to one.",
    f"Figures of fewer than {FEW} sentences or annotations are marked *: too few to judge by. Intervals that are drawn "
    f"from fewer than {FEW_ARTICLES} articles are too narrow.",
)
_HEADS = ("of", "label", "annotator_a", "annotator_b", "measure", "value", "n", "low", "high", "why")


def why_words(why: Why) -> str:
    """Why a figure is not defined."""
    return {
        Why.NOTHING: "nothing was read by two annotators",
        Why.UNUSED: "nobody has used the label",
        Why.ONE_VALUE: "everybody says the same everywhere, so chance explains it all",
    }[why]


def content(comparison: Comparison, gamma: Gamma | None = None) -> dict[str, Any]:
    """All figures as one object: see the help of the command `agreement`."""
    names, totals = comparison.names, comparison.totals
    told: dict[str, Any] = {
        "annotators": [names[key] for key in comparison.annotators],
        "articles": len(comparison.articles),
        "sentences": round(totals.sentences()),
        "characters": round(totals.characters()),
        **_by_label(comparison, EVERYBODY),
        "pairs": [
            {"a": names[group[0]], "b": names[group[1]], **_by_label(comparison, group)} for group in comparison.pairs
        ],
        "attributes": {
            one.key: {"n": one.n, "percent": one.percent, "kappa": one.kappa, "alpha": one.alpha}
            for one in comparison.attributes
        },
        "links": {one.kind: {"n": one.n, "f1": one.f1} for one in comparison.links},
        "left_out": {
            "not_independent": comparison.left_out.not_independent,
            "later": comparison.left_out.later,
            "alone": comparison.left_out.alone,
        },
        "notes": list(METHOD),
    }
    if gamma:
        told["overall"] |= {"gamma": gamma.gamma, "gamma_cat": gamma.gamma_cat}
    return told


def as_json(comparison: Comparison, gamma: Gamma | None = None) -> bytes:
    """The same as the bytes of a file."""
    return orjson.dumps(content(comparison, gamma), option=orjson.OPT_INDENT_2)


def as_csv(comparison: Comparison) -> bytes:
    """All figures, one a row, as CSV that a spreadsheet opens as UTF-8."""
    lines = StringIO()
    writer = csv.writer(lines)
    writer.writerow(_HEADS)
    writer.writerows([_harmless(cell) for cell in row] for row in _rows(comparison))
    return lines.getvalue().encode("utf-8-sig")


def _rows(comparison: Comparison) -> Iterator[tuple[Any, ...]]:
    names = comparison.names
    for group in (EVERYBODY, *comparison.pairs):
        who = [names[key] for key in group] or ["", ""]
        for scope in (OVERALL, *comparison.labels):
            for measure, one in comparison.figures(scope, group).items():
                low, high = one.interval or ("", "")
                why = why_words(one.why) if one.why else ""
                yield (
                    "overall" if scope == OVERALL else "label",
                    scope,
                    *who,
                    measure.value,
                    one.value,
                    one.n,
                    low,
                    high,
                    why,
                )
    for attribute in comparison.attributes:
        for name, value in (("percent", attribute.percent), ("kappa", attribute.kappa), ("alpha", attribute.alpha)):
            yield "attribute", attribute.key, "", "", name, value, attribute.n, "", "", ""
    for link in comparison.links:
        yield "link", link.kind, "", "", "f1", link.f1, link.n, "", "", ""


def _harmless(cell: Any) -> Any:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if isinstance(cell, str) and cell[:1] in "=+-@\t\r" and cell else cell


def _by_label(comparison: Comparison, group: Group) -> dict[str, Any]:
    return {
        "labels": {label: _figures(comparison.figures(label, group)) for label in comparison.labels},
        "overall": _figures(comparison.figures(OVERALL, group)),
    }


def _figures(found: Mapping[Measure, Figure]) -> dict[str, Any]:
    one = found[Measure.F1_EXACT]
    told: dict[str, Any] = {"n": found[Measure.PERCENT].n}
    told |= {measure.value: figure.value for measure, figure in found.items()}
    told["annotations"] = one.n
    told["too_few"] = found[Measure.PERCENT].is_of_few
    told["why"] = {measure.value: why_words(figure.why) for measure, figure in found.items() if figure.why}
    told["intervals"] = {measure.value: list(figure.interval) for measure, figure in found.items() if figure.interval}
    return told
