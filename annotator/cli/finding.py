"""The command that finds places in the texts, and tags them all at once."""

from collections.abc import Iterator, Sequence
from typing import Any
from uuid import UUID

import click

from annotator.cli.commands import command
from annotator.cli.desk import Desk
from annotator.cli.output import counter, one_line, well_formed
from annotator.cli.search import filter_options, filters_of
from annotator.core.attributes import changed
from annotator.core.found_places import Extent, Proposal, Standing, proposals
from annotator.core.sought import Sought
from annotator.core.spans import Span
from annotator.operations import bulk_tagging, finding, indexing
from annotator.operations.bulk_tagging import BulkTagged
from annotator.operations.label_sets import project_labels


@command("find")
@click.argument("words", nargs=-1, required=True)
@filter_options
@click.option("--folded", is_flag=True, help="Accents and variants of letters do not matter: cafe finds café.")
@click.option("--regex", "by_pattern", is_flag=True, help="It is a regular expression, matched with the texts.")
@click.option("--tag", "tag", metavar="KEY", type=well_formed, help="Tag each place with this label, as one step.")
@click.option(
    "--extent",
    type=click.Choice([one.value for one in Extent]),
    default=Extent.SENTENCE.value,
    show_default=True,
    help="How much is tagged: the sentence, the words, or exactly what was found.",
)
@click.option(
    "--set", "said", metavar="KEY=VALUE", multiple=True, type=well_formed, help="An attribute of all; repeatable."
)
@click.option("--dry-run", is_flag=True, help="Only say what would be tagged.")
@click.option(
    "--limit",
    type=click.IntRange(1, finding.MOST_PLACES),
    default=finding.MOST_PLACES,
    show_default=True,
    help="How many places at most.",
)
@click.pass_context
def find_command(
    context: click.Context,
    /,
    words: Sequence[str],
    folded: bool,
    by_pattern: bool,
    tag: str | None,
    extent: str,
    said: Sequence[str],
    dry_run: bool,
    limit: int,
    **asked: Any,
) -> None:
    """Find places in the texts; with --tag, tag those that nothing stands in the way of.

    WORDS are those of “search”. What is tagged so already, by whomever, overlaps an annotation of yours, or is no
    article text is listed and left.

    JSON: {"places": [{"id", "title", "start", "end", "text", "standing": ready, tagged, others, overlaps, furniture,
    repeated or frozen}], "more", "tagged": how many were tagged, "left": [{"id", "start", "end", "reason"}]}
    """
    if said and not tag:
        raise click.UsageError("--set says something of what --tag tags; give that, too.")
    desk = Desk(context)
    sought = Sought(" ".join(words), filters_of(desk, asked), folded, by_pattern)
    attributes = dict(pair(one) for one in said)
    label_set = project_labels(desk.workspace)
    label = label_set.offered_label(tag).key if tag else ""
    if label:
        changed(label_set, label, None, attributes)  # refused before anything is looked for
    indexing.catch_up(desk.workspace, counter())
    lines = finding.find_lines(desk.workspace, sought, limit=limit)
    places = [(line.document_id, line.context.span) for line in lines.lines]
    who = desk.annotator_id if label and not dry_run else desk.reader_id
    looked_at = bulk_tagging.look_at_places(desk.workspace, places, who, counter())
    proposed = proposals(looked_at, Extent(extent), label)
    report = BulkTagged()
    if label and not dry_run:
        ready = [(one.place.document_id, one.stretch) for one in proposed if one.standing is Standing.READY]
        report = bulk_tagging.tag_places(desk.workspace, ready, label, who, attributes, counter())
    content = {"places": list(map(_view, proposed)), "more": lines.more, "tagged": report.tagged}
    lines_shown = _lines(proposed, lines.more, label, None if dry_run else report)
    desk.answer(content | {"left": list(map(_left_view, report.left))}, lines_shown)


def pair(said: str) -> tuple[str, str]:
    """KEY=VALUE in two. Raises UsageError for what is not."""
    key, equals, value = said.partition("=")
    if not equals or not key:
        raise click.UsageError(f"“{said}” is not KEY=VALUE.")
    return key, value


def _view(one: Proposal) -> dict[str, Any]:
    start, end = one.stretch
    about = {"id": one.place.document_id, "title": one.place.title, "start": start, "end": end}
    return about | {"text": _words(one), "standing": one.standing.value}


def _left_view(left: tuple[UUID, Span, str]) -> dict[str, Any]:
    document_id, (start, end), reason = left
    return {"id": document_id, "start": start, "end": end, "reason": reason}


def _words(one: Proposal) -> str:
    """The stretch, as far as it is shown."""
    shown = one.place.shown
    start = max(0, one.stretch.start_char - shown.start)
    return shown.text[start : max(start, one.stretch.end_char - shown.start)]


def _lines(proposed: Sequence[Proposal], more: bool, label: str, report: BulkTagged | None) -> Iterator[str]:
    """Each place, then what became of them; `report` None: nothing was to be tagged yet."""
    for one in proposed:
        start, end = one.stretch
        standing = f"  ({one.standing.value})" if one.standing is not Standing.READY else ""
        yield f"{one.place.document_id}  {start}–{end}  {one_line(_words(one))}{standing}"
    if not proposed:
        yield "Nothing was found."
    elif more:
        yield f"There are more than these {len(proposed)}; see --limit."
    if label and report is None:
        yield f"Would tag {sum(one.standing is Standing.READY for one in proposed)} with “{label}”."
    elif label and report:
        yield (
            f"Tagged {report.tagged} with “{label}”; “undo” takes all of it back." if report.tagged else "Tagged none."
        )
    for document_id, (start, end), reason in report.left if report else ():
        yield f"{document_id}  {start}–{end}  left: {reason}"
