"""Commands on corrected articles: load one as a new version, and list the versions there are."""

import sys
from collections import Counter
from pathlib import Path
from typing import Any
from uuid import UUID

import click

from annotator.cli.commands import Failed, command
from annotator.cli.desk import Desk
from annotator.cli.output import counted, one_line
from annotator.core.anchoring import Fate
from annotator.core.records import DocumentSummary
from annotator.core.spans import Span
from annotator.operations import documents, versions
from annotator.operations.versions import Carried, VersionPlan


@command("version")
@click.argument("article")
@click.argument("file", type=click.Path(dir_okay=False, allow_dash=True))
@click.option("--accept-reworded", is_flag=True, help="Let reworded annotations go to the words that are told.")
@click.option("--drop-gone", is_flag=True, help="Leave annotations behind whose text is gone.")
@click.option("--dry-run", is_flag=True, help="Only tell what would become of each annotation.")
@click.pass_context
def version_command(
    context: click.Context, article: str, file: str, accept_reworded: bool, drop_gone: bool, dry_run: bool
) -> None:
    """Load FILE (- for standard input) as the corrected version of an article.

    What was said of unchanged text goes over; the old version stays as it was, with its annotations. Where an
    annotation's words are others, or gone, nothing is loaded before one of the options says what to do; then the
    exit status is 1.

    JSON: {"id": of the new version, or null, "replaces", "annotations": [{"id", "label", "annotator", "fate":
    "kept", "moved", "reworded" or "gone", "likeness", "context_changed", "ambiguous", "old": text, "segments",
    "text", "decided"}...], "details": [{"name", "old", "new"}...], "same_text", "dry_run"}
    """
    desk = Desk(context)
    document_id = documents.find_document(desk.workspace, article)
    content = sys.stdin.buffer.read() if file == "-" else None
    new = versions.read_article(desk.workspace, Path(file) if content is None else "corrected.txt", content)
    plan = versions.plan_version(desk.workspace, document_id, new)
    decisions = _decisions(plan, accept_reworded, drop_gone)
    left = {one.annotation.id for one in plan.undecided(decisions)}
    key: UUID | None = None
    if not (dry_run or left or plan.same_text):
        key = versions.load_version(desk.workspace, plan, decisions, desk.annotator_id)
    views = [_view(plan, one, decided=one.annotation.id not in left) for one in plan.carried]
    details = [{"name": change.name, "old": change.old, "new": change.new} for change in plan.details]
    told = {"id": key, "replaces": document_id, "annotations": views, "details": details}
    desk.answer({**told, "same_text": plan.same_text, "dry_run": dry_run}, [*map(_line, views), *_summary(plan, key)])
    if left and not dry_run:
        raise Failed(
            f"{counted(len(left), 'annotation')} must be decided first: give --accept-reworded or --drop-gone, or "
            "decide on each in the window. Nothing was loaded."
        )


@command("versions")
@click.argument("article")
@click.pass_context
def versions_command(context: click.Context, article: str) -> None:
    """List the versions of an article, the oldest first; only the last one can be changed.

    JSON: {"versions": [{"id", "title", "loaded_at", "newest"}...]}
    """
    desk = Desk(context)
    found = versions.versions_of(desk.workspace, documents.find_document(desk.workspace, article))
    desk.answer({"versions": [_version_view(one) for one in found]}, map(_version_line, found))


def _decisions(plan: VersionPlan, accept_reworded: bool, drop_gone: bool) -> dict[UUID, tuple[Span, ...]]:
    decisions: dict[UUID, tuple[Span, ...]] = {}
    for one in plan.carried:
        if drop_gone if one.anchored.fate is Fate.GONE else accept_reworded:
            decisions[one.annotation.id] = one.anchored.segments
    return decisions


def _view(plan: VersionPlan, one: Carried, *, decided: bool) -> dict[str, Any]:
    record, anchored = one.annotation, one.anchored
    return {
        "id": record.id,
        "label": record.label,
        "annotator": record.annotator,
        "fate": anchored.fate,
        "likeness": round(anchored.likeness, 3),
        "context_changed": anchored.context_changed,
        "ambiguous": anchored.ambiguous,
        "old": _words(plan.document.text, record.segments),
        "segments": [[start, end] for start, end in anchored.segments],
        "text": _words(plan.article.record.text, anchored.segments),
        "decided": decided,
    }


def _words(text: str, segments: tuple[Span, ...]) -> str:
    return " ".join(text[start:end] for start, end in segments)


def _line(view: dict[str, Any]) -> str:
    words = view["old"] if view["text"] in ("", view["old"]) else f"{view['old']} → {view['text']}"
    notes = [
        note
        for note, so in (("sentence changed", view["context_changed"]), ("several places", view["ambiguous"]))
        if so
    ]
    told = f" ({', '.join(notes)})" if notes else ""
    return f"{view['id']}  {view['fate']:8}  {view['label']}: {one_line(words)}{told}"


def _summary(plan: VersionPlan, key: UUID | None) -> list[str]:
    lines = [one_line(f"{change.name}: {change.old or '–'} → {change.new or '–'}") for change in plan.details]
    if plan.same_text:
        return [*lines, "The text is the same; there is no new version to load."]
    counts = Counter(one.anchored.fate for one in plan.carried)
    lines.append(", ".join(f"{counts[fate]} {fate}" for fate in Fate))
    return [*lines, f"New version: {key}"] if key else lines


def _version_view(summary: DocumentSummary) -> dict[str, Any]:
    return {
        "id": summary.id,
        "title": summary.title,
        "loaded_at": summary.loaded_at,
        "newest": summary.superseded_by is None,
    }


def _version_line(summary: DocumentSummary) -> str:
    state = "newest" if summary.superseded_by is None else "older version"
    return f"{summary.id}  {summary.loaded_at:%Y-%m-%d %H:%M}  {state:13}  {one_line(summary.title)}"
