"""What holds of an article in the end: the gold reading at a prompt."""

from collections.abc import Iterator
from typing import Any
from uuid import UUID

import click

from annotator.cli.commands import command
from annotator.cli.desk import Desk
from annotator.cli.dispute_views import where
from annotator.cli.output import counted, one_line
from annotator.core.gold import GoldReading, GoldSpan, How
from annotator.operations.documents import find_document, read_document
from annotator.operations.gold import gold_of
from annotator.operations.people import people
from annotator.operations.seeing import note_seen


@command("gold")
@click.argument("article")
@click.pass_context
def gold_command(context: click.Context, article: str) -> None:
    """Show the gold reading of an article: what is agreed, ruled, approved or corrected, and how each span got there.

    What is still in dispute, or was returned, is no part of it. “export --reading gold” writes it for all articles.

    JSON: {"article", "annotators", "spans": [{"id", "label", "segments", "text", "attributes", "how": agreed, ruled,
    approved, corrected or only_reader, "by": names, "decided_by", "reason", "case", "from": ids}], "links": [{"kind",
    "from", "to", "source"}], "disputed": ids of open disputes, "returned": ids of annotations}
    """
    desk = Desk(context)
    document_id = find_document(desk.workspace, article)
    gold, text = gold_of(desk.workspace, document_id), read_document(desk.workspace, document_id).text
    if desk.workspace.viewer:
        note_seen(desk.workspace, document_id, desk.workspace.viewer)
    names = {person.id: person.name for person in people(desk.workspace)}
    spans = [_gold_view(span, text, names) for span in gold.spans]
    content = {
        "article": document_id,
        "annotators": [names[key] for key in gold.annotator_ids],
        "spans": spans,
        "links": [
            {"kind": link.kind, "from": link.from_id, "to": link.to_id, "source": link.source_id} for link in gold.links
        ],
        "disputed": [group.id for group in gold.disputed],
        "returned": list(gold.returned),
    }
    nothing = "" if gold.annotator_ids else "No reading of this article is handed in; “submit” hands one in."
    desk.answer(content, [*map(_gold_line, spans), *_left_out(gold)], nothing)


def _gold_view(span: GoldSpan, text: str, names: dict[UUID, str]) -> dict[str, Any]:
    return {
        "id": span.id,
        "label": span.label,
        "segments": [list(segment) for segment in span.segments],
        "text": " ".join(text[start:end] for start, end in span.segments),
        "attributes": dict(span.attributes),
        "how": span.how.value,
        "by": [names.get(key, "") for key in span.annotator_ids],
        "decided_by": names.get(span.decided_by, "") if span.decided_by else None,
        "reason": span.reason,
        "case": span.case_number,
        "from": sorted(span.came_from),
    }


def _gold_line(view: dict[str, Any]) -> str:
    who = " and ".join(view["by"])
    decided = f" by {view['decided_by']}" if view["decided_by"] else ""
    how = {
        How.AGREED: f"agreed by {who}" + (f", approved{decided}" if decided else ""),
        How.RULED: f"ruled{decided}",
        How.APPROVED: f"approved{decided}",
        How.CORRECTED: f"corrected{decided}",
        How.ONLY_READER: f"only reader {who}",
    }[How(view["how"])]
    why = f" ({one_line(view['reason'])})" if view["reason"] else ""
    return f"{view['id']}  {view['label']:8}  {where(view)}  “{one_line(view['text'])}”  {how}{why}"


def _left_out(gold: GoldReading) -> Iterator[str]:
    if gold.disputed:
        yield f"{counted(len(gold.disputed), 'open dispute')} left out; “disputes” lists them."
    if gold.returned:
        yield f"{counted(len(gold.returned), 'returned annotation')} left out."
