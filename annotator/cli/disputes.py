"""Where annotators disagree, and settling that: disputes, rule."""

from collections.abc import Callable, Sequence

import click

from annotator.cli.commands import command
from annotator.cli.desk import Desk
from annotator.cli.dispute_views import dispute_lines, dispute_view, ruling_view
from annotator.cli.output import counter, well_formed
from annotator.core.disputes import DisputeKind
from annotator.core.rulings import Dispute, RulingRecord, RulingVerdict
from annotator.core.spans import Span
from annotator.operations import disputes, rulings
from annotator.operations.disputed_articles import read_disputed_article
from annotator.operations.documents import find_document
from annotator.operations.label_sets import project_labels
from annotator.operations.people import person_called
from annotator.operations.rulings import Choice
from annotator.operations.seeing import note_seen

_NONE = "There is no such dispute. Disputes come up where two readings of an article are handed in and differ."


@command("disputes")
@click.argument("articles", nargs=-1, metavar="[ARTICLE]...")
@click.option("--open", "which", flag_value="open", default="open", help="Those nobody has ruled on (the usual).")
@click.option("--settled", "which", flag_value="settled", help="Those that are settled.")
@click.option("--all", "which", flag_value="all", help="Both.")
@click.option("--type", "kind", type=click.Choice([kind.value for kind in DisputeKind]), help="Only of this type.")
@click.option("--label", type=well_formed, metavar="LABEL", default="", help="Only those about this label.")
@click.pass_context
def disputes_command(context: click.Context, articles: Sequence[str], which: str, kind: str | None, label: str) -> None:
    """List where readings of an article that were handed in do not say the same.

    The id of a dispute is that of its first annotation; the beginning of any annotation's id in it names it, too.
    A dispute can be of several types. When a reading is submitted anew and says something else there, a dispute that
    was settled is open again, and "former" is the ruling it had.

    JSON: {"disputes": [{"id", "article", "title", "type", "types", "labels", "start", "end", "status": open or settled,
    "attributes" and "links": the keys that differ, "sides": [{"annotator", "annotations": [{"id", "label", "segments",
    "text", "attributes", "note"}], "links": [{"kind", "from", "to", "source", "words"}]}], "ruling", "former": as
    “rule” prints one, or null}]}
    """
    desk = Desk(context)
    if label:
        label = project_labels(desk.workspace).label(label).key
    ids = [find_document(desk.workspace, article) for article in articles] or None
    views = []
    for summary, _ in disputes.all_disputes(desk.workspace, ids, counter()):
        article = read_disputed_article(desk.workspace, summary.id)
        if desk.workspace.viewer:
            note_seen(desk.workspace, summary.id, desk.workspace.viewer)
        views += [
            dispute_view(one, article) for one in article.disputes.disputes if _is_wanted(one, which, kind, label)
        ]
    desk.answer({"disputes": views}, (line for view in views for line in dispute_lines(view)), _NONE)


def _is_wanted(dispute: Dispute, which: str, kind: str | None, label: str) -> bool:
    if which != "all" and dispute.is_open != (which == "open"):
        return False
    return (not kind or DisputeKind(kind) in dispute.group.kinds) and (not label or label in dispute.group.labels)


@command("rule")
@click.argument("dispute")
@click.argument("verdict", type=click.Choice([verdict.value for verdict in RulingVerdict]))
@click.argument("more", nargs=-1, type=well_formed, metavar="[NAME | START END LABEL]")
@click.option("--segment", "segments", type=(int, int), multiple=True, metavar="START END", help="With new: one more.")
@click.option("--reason", type=well_formed, metavar="TEXT", default="", help="Why.")
@click.option("--case", "case", type=well_formed, metavar="TITLE", help="Make it a case of the guideline.")
@click.pass_context
def rule_command(
    context: click.Context,
    dispute: str,
    verdict: str,
    more: Sequence[str],
    segments: Sequence[tuple[int, int]],
    reason: str,
    case: str | None,
) -> None:
    """Settle a dispute: “rule 7c1e one Ana”, “both”, “neither”, or “new START END LABEL”; prints the ruling's id.

    Nobody's annotations are altered; what holds is the gold reading, see “gold”. A later ruling counts more.

    JSON: {"id", "dispute", "article", "verdict", "for": a name or null, "keeps": ids of annotations, "label",
    "segments", "attributes", "reason", "case": its number or null, "case_title", "annotator"}
    """
    if case is not None and not case.strip():
        raise click.UsageError("A case needs a title: “--case TITLE”.")
    desk = Desk(context)
    choice = _CHOICES[RulingVerdict(verdict)](desk, more, segments)
    article, found = disputes.find_dispute(desk.workspace, dispute)
    given = article.document_id, found.id, choice, desk.annotator_id, reason, case
    made = rulings.rule(desk.workspace, *given, seen=found.group)
    names = disputes.annotator_names(desk.workspace)
    view = ruling_view(made, found, names)
    desk.answer(view, [f"{made.id}{_case_words(made)}"])


def _one(desk: Desk, more: Sequence[str], segments: Sequence[tuple[int, int]]) -> Choice:
    if not more or segments:
        raise click.UsageError("Say whose side holds: “rule DISPUTE one NAME”.")
    return Choice(RulingVerdict.ONE, person_called(desk.workspace, " ".join(more)).id)


def _new(_desk: Desk, more: Sequence[str], segments: Sequence[tuple[int, int]]) -> Choice:
    if len(more) != 3 or not (more[0].isdecimal() and more[1].isdecimal()):
        raise click.UsageError("Say what holds instead: “rule DISPUTE new START END LABEL”.")
    first = Span(int(more[0]), int(more[1]))
    return Choice(RulingVerdict.NEW, label=more[2], segments=[first, *(Span(*one) for one in segments)])


def _plain(verdict: RulingVerdict) -> Callable[[Desk, Sequence[str], Sequence[tuple[int, int]]], Choice]:
    def choice(_desk: Desk, more: Sequence[str], segments: Sequence[tuple[int, int]]) -> Choice:
        if more or segments:
            raise click.UsageError(f"“{verdict}” takes nothing more.")
        return Choice(verdict)

    return choice


_CHOICES = {
    RulingVerdict.ONE: _one,
    RulingVerdict.BOTH: _plain(RulingVerdict.BOTH),
    RulingVerdict.NEITHER: _plain(RulingVerdict.NEITHER),
    RulingVerdict.NEW: _new,
}


def _case_words(ruling: RulingRecord) -> str:
    if ruling.case_number is None:
        return ""
    return f"  Case {ruling.case_number}{f': {ruling.case_title}' if ruling.case_title else ''}"
