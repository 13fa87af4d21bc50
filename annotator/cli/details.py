"""The command that shows and corrects what is known of an article beside its text."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

import click

from annotator.cli.commands import command
from annotator.cli.desk import Desk
from annotator.cli.output import counted, one_line, well_formed
from annotator.cli.sentences import check_language
from annotator.cli.views import hold_words, version_words
from annotator.core.records import DocumentRecord, Status
from annotator.operations.details import details_of, set_details_of_many
from annotator.operations.documents import find_document, read_document

_WORDS = {
    "title": "Title",
    "outlet": "Outlet",
    "byline": "Byline",
    "published": "Published",
    "published_at": "Published at",
    "url": "Address",
    "language": "Language",
    "embargo_until": "Embargo until",
    "status": "Status",
    "source_note": "Source note",
}


@command("details")
@click.argument("articles", nargs=-1, required=True, metavar="ARTICLE...")
@click.option("--title", metavar="WORDS", type=well_formed)
@click.option("--outlet", metavar="NAME", type=well_formed)
@click.option("--byline", metavar="NAMES", type=well_formed)
@click.option("--published", metavar="WORDS", type=well_formed, help="As it was printed.")
@click.option("--published-at", metavar="TIME", help="The same in ISO 8601: 2025-07-04 or 2025-07-04T21:35:00+07:00.")
@click.option("--url", metavar="ADDRESS")
@click.option("--language", metavar="CODE", callback=check_language, help="See “annotator languages”.")
@click.option("--embargo-until", metavar="TIME", help="In ISO 8601; without a zone it is this computer's time.")
@click.option("--status", type=click.Choice([status.value for status in Status]))
@click.option("--source-note", metavar="WORDS", type=well_formed)
@click.pass_context
def details_command(context: click.Context, /, articles: Sequence[str], **given: str | None) -> None:
    """Show the details of articles, or change those that are given; an empty one is taken away.

    What is given for several articles holds for all of them, and is one step to undo.

    JSON: {"changed": how many articles, "articles": [{"id", "title", "outlet", "byline", "published",
    "published_at", "url", "language", "embargo_until", "status", "source_note", "held_back": why an export
    leaves it out, or ""}]}
    """
    desk = Desk(context)
    ids = [find_document(desk.workspace, article) for article in articles]
    changes = {name: value for name, value in given.items() if value is not None}
    changed = set_details_of_many(desk.workspace, ids, changes, desk.annotator_id) if changes else 0
    records = [read_document(desk.workspace, document_id) for document_id in ids]
    lines = [line for record in records for line in _lines(record)]
    if changes:
        lines.append(f"{counted(changed, 'article')} changed.")
    desk.answer({"changed": changed, "articles": [_view(record) for record in records]}, lines)


def _view(record: DocumentRecord) -> dict[str, Any]:
    told: Mapping[str, Any] = asdict(details_of(record))
    return {"id": record.id, **told, "held_back": hold_words(record)}


def _lines(record: DocumentRecord) -> list[str]:
    told: Mapping[str, str] = asdict(details_of(record))
    lines = [f"{_WORDS[name]:14} {one_line(value)}" for name, value in told.items() if value]
    held = ", ".join(filter(None, (version_words(record), hold_words(record))))
    return [str(record.id), *lines, *([f"Left out of exports: {held}"] if held else []), ""]
