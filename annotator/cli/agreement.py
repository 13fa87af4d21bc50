"""The command that says how far annotators agree."""

from collections.abc import Iterator, Mapping
from typing import Any

import click

from annotator.cli.agreement_words import left_out_words, nothing_words, table_lines
from annotator.cli.commands import command, say
from annotator.cli.desk import Desk
from annotator.cli.output import counter, one_line, well_formed
from annotator.operations.agreement import (
    Comparison,
    Question,
    compare_readings,
    find_annotators,
    work_out_intervals,
)
from annotator.operations.agreement_content import METHOD, content
from annotator.operations.agreement_gamma import Gamma, work_out_gamma


@command("agreement")
@click.option("--label", metavar="LABEL", type=well_formed, default="", help="Of this label alone.")
@click.option("--annotators", metavar="A,B,...", type=well_formed, default="", help="Of these annotators alone.")
@click.option("--language", metavar="CODE", default="", help="In articles of this language alone.")
@click.option("--since", metavar="DATE", type=click.DateTime(["%Y-%m-%d"]), help="Handed in on this day or later.")
@click.option("--until", metavar="DATE", type=click.DateTime(["%Y-%m-%d"]), help="Handed in on this day or before.")
@click.option(
    "--interval",
    is_flag=True,
    help="With 95 % intervals, by drawing articles anew 1,000 times; of fewer than ten too narrow.",
)
@click.option("--gamma", is_flag=True, help="With gamma; needs the extra “gamma”, and time.")
@click.option("--drafts", is_flag=True, help="Count readings that are not handed in, too, as they are now.")
@click.pass_context
def agreement_command(context: click.Context, /, *, interval: bool, gamma: bool, **asked: Any) -> None:
    """Say how far annotators agree, by label, by pair and overall.

    Compared are articles that two or more have handed in: the first submission of each, made with nothing of the
    others' work in view. Kappa, percent and alpha by sentence ask of each sentence whether it holds the label (overall:
    which labels). With more than two annotators kappa and F1 are means over pairs. Every character of the text counts,
    white space too, but for page furniture. alpha_u is that of Krippendorff (2004). Helper marks are never counted.

    JSON: {"annotators", "articles", "labels": {LABEL: {"n": sentences, "percent", "kappa_sentence", "fleiss_sentence",
    "alpha_sentence", "alpha_characters", "alpha_u", "f1_exact", "f1_overlap", "f1_characters", "annotations",
    "too_few", "why", "intervals"}}, "overall": the same, "pairs": [{"a", "b", "labels", "overall"}], "attributes",
    "links", "left_out", "sentences", "characters", "notes"}; null where a figure is undefined, "why" says why
    """
    desk = Desk(context)
    comparison = compare_readings(desk.workspace, _question(desk, asked), counter())
    if interval:
        comparison.intervals = work_out_intervals(comparison, counter())
    found = work_out_gamma(comparison, counter()) if gamma else None
    if not comparison.articles:
        say(nothing_words(comparison))
    elif desk.as_json and comparison.left_out.total:
        say(left_out_words(comparison))
    desk.answer(content(comparison, found), _lines(comparison, found))


def _question(desk: Desk, asked: Mapping[str, Any]) -> Question:
    names = [name.strip() for name in asked["annotators"].split(",") if name.strip()]
    return Question(
        find_annotators(desk.workspace, names) if names else (),
        (asked["label"],) if asked["label"] else (),
        (asked["language"],) if asked["language"] else (),
        asked["since"].date() if asked["since"] else None,
        asked["until"].date() if asked["until"] else None,
        asked["drafts"],
    )


def _lines(comparison: Comparison, gamma: Gamma | None) -> Iterator[str]:
    if not comparison.articles:
        return
    titles = {label.key: one_line(label.title) for label in comparison.label_set.labels}
    yield from table_lines(comparison, titles)
    if gamma:
        yield ""
        yield f"gamma {_number(gamma.gamma)}, gamma-cat {_number(gamma.gamma_cat)}, of {gamma.n:,} annotations"
    yield ""
    yield left_out_words(comparison)
    yield from METHOD


def _number(value: float | None) -> str:
    return "n/a" if value is None else f"{value:.3f}"
