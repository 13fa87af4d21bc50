"""Agreement in the words and lines of a terminal."""

from collections.abc import Iterator, Mapping

from annotator.cli.output import counted, one_line
from annotator.core.agreement.counting import EVERYBODY, OVERALL, Group
from annotator.core.agreement.measures import Figure, Measure
from annotator.operations.agreement import Comparison

_HEADS = {
    Measure.PERCENT: "percent",
    Measure.KAPPA_SENTENCE: "kappa",
    Measure.FLEISS_SENTENCE: "Fleiss",
    Measure.ALPHA_SENTENCE: "alpha",
    Measure.ALPHA_CHARACTERS: "alpha chr",
    Measure.ALPHA_U: "alpha_U",
    Measure.F1_EXACT: "F1 exact",
    Measure.F1_OVERLAP: "F1 overl.",
    Measure.F1_CHARACTERS: "F1 chr",
}
_WIDTH = 10


def nothing_words(comparison: Comparison) -> str:
    """Why there is nothing to compare, and what to do."""
    if comparison.left_out.not_independent:
        return (
            "No article was handed in by two annotators who had not seen each other's work; assign a blind second "
            "reading."
        )
    if comparison.question.is_narrow:
        return (
            "No article that you asked for was read by two annotators; ask for other annotators, days or another "
            "language, or for everything."
        )
    if comparison.question.drafts:
        return "No article was read by two annotators; let a second one read some."
    return (
        "No article was handed in by two annotators, so there is nothing to compare yet; hand articles in with "
        "“annotator submit ARTICLE”, each in the name of its reader."
    )


def left_out_words(comparison: Comparison) -> str:
    """How many submissions do not count, and why."""
    left = comparison.left_out
    parts = [
        f"{counted(left.not_independent, 'reading')} made with another’s work in view" * bool(left.not_independent),
        f"{counted(left.later, 'submission')} that came later" * bool(left.later),
        f"{counted(left.alone, 'reading')} of articles that nobody else has read" * bool(left.alone),
    ]
    told = ", ".join(part for part in parts if part)
    words = f"Left out: {told}." if told else "Nothing is left out: every first submission counts."
    if comparison.hidden:
        words += f" {counted(comparison.hidden, 'article')} that you read blind cannot be seen yet."
    return words


def table_lines(comparison: Comparison, titles: Mapping[str, str]) -> Iterator[str]:
    """All figures as a table: overall and by label, then for each pair; attributes and links after that."""
    who = ", ".join(one_line(comparison.names[key]) for key in comparison.annotators)
    sentences = round(comparison.totals.sentences())
    yield f"{counted(len(comparison.articles), 'article')}, {counted(sentences, 'sentence')}, read by {who}"
    yield ""
    yield from _block(comparison, titles, EVERYBODY)
    if len(comparison.pairs) > 1:
        for group in comparison.pairs:
            yield ""
            yield " and ".join(one_line(comparison.names[key]) for key in group)
            yield from _block(comparison, titles, group)
    yield from _more(comparison)


def _block(comparison: Comparison, titles: Mapping[str, str], group: Group) -> Iterator[str]:
    names = {label: titles.get(label, label) for label in comparison.labels} | {OVERALL: "overall"}
    width = max(len(name) for name in names.values())
    heads = "".join(f"{head:>{_WIDTH}}" for head in _HEADS.values())
    yield f"{'':<{width}} {'sentences':>10} {'annot.':>8}{heads}"
    for label, name in names.items():
        found = comparison.figures(label, group)
        cells = "".join(f"{_cell(found[measure]):>{_WIDTH}}" for measure in _HEADS)
        yield f"{name:<{width}} {found[Measure.PERCENT].n:>10,} {found[Measure.F1_EXACT].n:>8,}{cells}"
        if any(figure.interval for figure in found.values()):
            yield f"{'':<{width}} {'':>10} {'95 %':>8}{''.join(f'{_interval(found[one]):>{_WIDTH}}' for one in _HEADS)}"


def _more(comparison: Comparison) -> Iterator[str]:
    if comparison.attributes:
        yield ""
        yield "Attributes, on matched annotations only"
        for one in comparison.attributes:
            title = one_line(comparison.label_set.attribute(one.key).title)
            share = "n/a" if one.percent is None else f"{one.percent:.1%}"
            mark = "*" if one.is_of_few else ""
            yield f"  {title}: {share} agree, kappa {_value(one.kappa)}, alpha {_value(one.alpha)}, n {one.n:,}{mark}"
    if comparison.links:
        yield ""
        yield "Links, where both have annotated both ends"
        for link in comparison.links:
            yield f"  {link.kind}: F1 {_value(link.f1)}, n {link.n:,}{'*' if link.is_of_few else ''}"


def _cell(figure: Figure) -> str:
    if figure.value is None:
        return "n/a"
    value = f"{figure.value:.1%}" if figure.measure is Measure.PERCENT else _value(figure.value)
    return f"{value}*" if figure.is_of_few else value


def _interval(figure: Figure) -> str:
    if not figure.interval:
        return ""
    low, high = figure.interval
    return f"{low * 100:.0f}-{high * 100:.0f}%" if figure.measure is Measure.PERCENT else f"{low:.2f}-{high:.2f}"


def _value(value: float | None) -> str:
    return "n/a" if value is None else f"{value:.3f}"
