"""The audit trail at a prompt: who did what and when, an article as of a moment, the journal for others to check."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import click

from annotator.cli.commands import Failed, command
from annotator.cli.desk import Desk
from annotator.cli.output import counted, counter, one_line, well_formed
from annotator.core.records import AnnotationRecord
from annotator.errors import NotFound
from annotator.operations import annotations, documents
from annotator.operations.annotators import find_annotator
from annotator.operations.journal_export import export_journal
from annotator.operations.label_sets import project_labels
from annotator.operations.timeline import read_timeline
from annotator.operations.trail import Question, TrailChange, TrailEntry, read_trail
from annotator.store.workspace import Workspace

_SHOWN = 60


@command("audit")
@click.argument("article", required=False)
@click.option("--annotation", metavar="ANNOTATION", help="Only what was done to this annotation.")
@click.option("--label", metavar="LABEL", help="Only what was done to annotations with this label.")
@click.option("--person", type=well_formed, metavar="NAME", help="Only what this annotator did.")
@click.option("--since", metavar="DAY", help="From this day on: 2026-05-04, or 2026-05-04T12:30.")
@click.option("--until", metavar="DAY", help="Up to this day, itself included.")
@click.option("--limit", type=click.IntRange(1), default=100, show_default=True, help="The newest so many.")
@click.option("--as-of", metavar="TIME or ENTRY", help="Instead: the article's annotations at that moment (UTC).")
@click.option("--export", "target", type=well_formed, metavar="FILE", help="Instead: write the journal, to be checked.")
@click.pass_context
def audit_command(context: click.Context, /, article: str | None, **asked: Any) -> None:
    """Tell who did what and when, the newest first: in the whole project, or in ARTICLE.

    --export writes the journal as JSON Lines, and beside it how anybody can check it without this program.

    JSON: {"entries": [{"number", "at", "annotator", "article", "title_of_article", "title", "kind", "received",
    "changes": [{"table", "id", "label", "before", "after"}...]}...], "more": true where there are older ones};
    with --as-of {"number", "at", "annotations": [{"id", "label", "segments", "text", "annotator", "note",
    "attributes"}...]}; with --export {"path", "description", "entries", "chains", "withheld"}
    """
    desk = Desk(context)
    if asked["target"] is not None:
        if not asked["target"]:
            raise click.UsageError("The name of a file is empty.")
        _export(desk, Path(asked["target"]))
    elif asked["as_of"] is not None:
        _as_of(desk, article, asked["as_of"])
    else:
        _trail(desk, article, asked)


def _trail(desk: Desk, article: str | None, asked: dict[str, Any]) -> None:
    question = Question(
        document_id=documents.find_document(desk.workspace, article) if article is not None else None,
        annotation_id=_annotation(desk.workspace, asked["annotation"]) if asked["annotation"] is not None else None,
        annotator_id=_person(desk.workspace, asked["person"]) if asked["person"] is not None else None,
        label=project_labels(desk.workspace).label(asked["label"]).key if asked["label"] is not None else "",
        since=_moment(asked["since"]) if asked["since"] is not None else None,
        until=_end(asked["until"]) if asked["until"] is not None else None,
    )
    limit = asked["limit"]
    entries: list[TrailEntry] = []
    before: int | None = None
    while len(entries) < limit:
        page = read_trail(desk.workspace, question, before, limit)
        entries += page.entries
        before = page.before
        if before is None:
            break
    more = before is not None or len(entries) > limit
    content = {"entries": [_view(entry) for entry in entries[:limit]], "more": more}
    desk.answer(content, map(_line, entries[:limit]), "Nothing of that kind was done.")


def _annotation(workspace: Workspace, beginning: str) -> UUID:
    try:
        return annotations.find_annotation(workspace, beginning)
    except NotFound:
        try:
            return UUID(beginning)  # one that has been removed is found by its whole id
        except ValueError:
            raise NotFound(f"Not exactly one annotation begins with “{beginning}”.") from None


def _person(workspace: Workspace, name: str) -> UUID:
    found = find_annotator(workspace, name)
    if found is None:
        raise NotFound(f"Nobody called “{name}” works in this project.")
    return found


def _moment(words: str) -> datetime:
    """A day or a time as ISO 8601, UTC where no zone is given."""
    try:
        found = datetime.fromisoformat(words)
    except ValueError:
        raise Failed(f"“{words}” is no time; write it like 2026-05-04 or 2026-05-04T12:30.") from None
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def _end(words: str) -> datetime:
    """The moment that comes after everything of a day, or after the time itself."""
    found = _moment(words)
    return found + (timedelta(days=1) if len(words) <= len("2026-05-04") else timedelta(microseconds=1))


def _view(entry: TrailEntry) -> dict[str, Any]:
    return {
        "number": entry.number,
        "at": entry.at,
        "annotator": entry.annotator,
        "article": entry.document_id,
        "title_of_article": entry.article,
        "title": entry.title,
        "kind": entry.kind,
        "received": entry.received,
        "changes": [_change_view(change) for change in entry.changes],
    }


def _change_view(change: TrailChange) -> dict[str, Any]:
    return {
        "table": change.table,
        "id": change.row_id,
        "label": change.label or None,
        "before": change.before,
        "after": change.after,
    }


def _line(entry: TrailEntry) -> str:
    at = entry.at.strftime("%Y-%m-%d %H:%M:%S")
    title = entry.title if entry.kind in ("edit", "setting up") else f"{entry.kind}: {entry.title}"
    about = f"  in “{_short(entry.article)}”" if entry.article else ""
    away = "  (in another copy)" if entry.received else ""
    return f"{entry.number:>6}  {at} UTC  {one_line(entry.annotator)}  {one_line(title)}{about}{away}"


def _short(words: str) -> str:
    words = one_line(words)
    return words if len(words) <= _SHOWN else words[: _SHOWN - 1] + "…"


def _as_of(desk: Desk, article: str | None, when: str) -> None:
    if not article:
        raise click.UsageError("--as-of needs an ARTICLE.")
    document = documents.read_document(desk.workspace, documents.find_document(desk.workspace, article))
    timeline = read_timeline(desk.workspace, document.id)
    if when.isdecimal():
        index = sum(moment.number <= int(when) for moment in timeline.moments) - 1
    else:
        index = timeline.index_at(_end(when) - timedelta(microseconds=1))
    found = timeline.annotations(index)
    moment = timeline.moments[index] if index >= 0 else None
    content = {
        "number": moment.number if moment else None,
        "at": moment.at if moment else None,
        "annotations": [_annotation_view(record, document.text) for record in found],
    }
    desk.answer(content, _annotation_lines(found, document.text), "Nothing was tagged in it then.")


def _annotation_view(record: AnnotationRecord, text: str) -> dict[str, Any]:
    return {
        "id": record.id,
        "label": record.label,
        "segments": [list(segment) for segment in record.segments],
        "text": _words(record, text),
        "annotator": record.annotator,
        "note": record.note,
        "attributes": dict(record.attributes),
    }


def _annotation_lines(found: list[AnnotationRecord], text: str) -> Iterator[str]:
    for record in found:
        start, end = record.extent
        yield f"{start}–{end}  {record.label}  {one_line(record.annotator)}  “{one_line(_words(record, text))}”"


def _words(record: AnnotationRecord, text: str) -> str:
    return " … ".join(text[start:end] for start, end in record.segments)


def _export(desk: Desk, target: Path) -> None:
    report = export_journal(desk.workspace, target, progress=counter() or (lambda _done, _total: None))
    content = {
        "path": str(report.path),
        "description": str(report.description),
        "entries": report.entries,
        "chains": report.chains,
        "withheld": report.withheld,
    }
    lines = [
        f"{counted(report.entries, 'entry', 'entries')} of {counted(report.chains, 'chain')} in {report.path}",
        f"How to check them is told in {report.description}",
    ]
    if report.withheld:
        lines.append(f"{counted(report.withheld, 'entry', 'entries')} withheld: there are only the hashes of them.")
    desk.answer(content, lines)
