"""Self-consistency at a prompt: choose sentences to be asked again, and see one's own figures."""

from collections.abc import Iterator
from typing import Any

import click

from annotator.cli.commands import command
from annotator.cli.desk import Desk
from annotator.cli.output import counted
from annotator.core.self_check import Consistency, Sameness
from annotator.operations.label_sets import project_labels
from annotator.operations.self_checks import due_checks, own_consistency, take_sentences


@command("selfcheck")
@click.option("--take", metavar="PERCENT", type=click.FloatRange(0, 100, min_open=True), help="Ask so many again.")
@click.option(
    "--after", metavar="DAYS", type=click.FloatRange(0), default=7, show_default=True, help="Only older ones."
)
@click.option("--seed", type=int, default=0, show_default=True, help="Another number chooses other sentences.")
@click.pass_context
def selfcheck_command(context: click.Context, take: float | None, after: float, seed: int) -> None:
    """How often you say the same of a sentence twice; only you are shown it.

    --take chooses a share of your own sentences that come back unmarked, in the window under “Ask myself again”.

    JSON: {"taken", "due", "overall": {"n", "same", "kappa", "both", "same_stretch", "few"}, "labels": {LABEL:
    {...}}, "months": {"2026-05": {...}}}
    """
    desk = Desk(context)
    taken = take_sentences(desk.workspace, desk.annotator_id, take / 100, after, seed=seed) if take else 0
    due = len(due_checks(desk.workspace, desk.reader_id))
    found = own_consistency(desk.workspace, desk.reader_id)
    content = {
        "taken": taken,
        "due": due,
        "overall": _view(found.overall),
        "labels": {one.label: _view(one) for one in found.labels},
        "months": {month: _view(one) for month, one in found.months},
    }
    titles = {label.key: label.title for label in project_labels(desk.workspace).main}
    desk.answer(content, _lines(found, titles, taken, due, asked=bool(take)))


def _view(one: Sameness) -> dict[str, Any]:
    return {
        "n": one.n,
        "same": one.same,
        "kappa": one.kappa,
        "both": one.both,
        "same_stretch": one.same_stretch,
        "few": one.is_of_few,
    }


def _lines(found: Consistency, titles: dict[str, str], taken: int, due: int, *, asked: bool) -> Iterator[str]:
    if asked:
        yield f"{counted(taken, 'sentence')} will be asked again." if taken else "None of your sentences is old enough."
    if due:
        yield f"{counted(due, 'sentence')} to decide on once more: open the window, “Ask myself again”."
    if not found.overall.n:
        yield "Nothing has been answered twice yet."
        return
    yield _line("All labels", found.overall)
    yield from (_line(titles.get(one.label, one.label), one) for one in found.labels)
    yield from (_line(month, one) for month, one in found.months)


def _line(name: str, one: Sameness) -> str:
    same = f"{one.same:.0%}" if one.same is not None else "n/a"
    kappa = f"{one.kappa:.2f}" if one.kappa is not None else "n/a"
    few = "  too few to judge" if one.is_of_few else ""
    return f"{name:<14} the same {same:>5}  kappa {kappa:>5}  of {counted(one.n, 'sentence')}{few}"
