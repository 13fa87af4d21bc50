"""The command that lists what the quotation marks of an article say, and which of them look wrong."""

from collections.abc import Iterator
from typing import Any

import click

from annotator.cli.commands import command
from annotator.cli.desk import Desk
from annotator.cli.output import counted, one_line
from annotator.core.quotation_check import WORDS, check_quotations, has_single_marks
from annotator.core.records import DocumentRecord, Doubt, Quotation, Quotations
from annotator.operations import documents


@command("quotations")
@click.argument("article")
@click.pass_context
def quotations_command(context: click.Context, article: str) -> None:
    """List the quotations of an article, and the quotation marks that look wrong.

    A quotation has one segment for each paragraph it runs over, marks included; one that a dash opens has
    no closing mark. Page furniture is left out.

    JSON: {"id", "language", "quotations": [{"segments", "opener", "closer", "depth": 0 when it lies in no
    other, "text"}], "doubts": [{"start", "end", "mark", "kind", "words"}]}
    """
    desk = Desk(context)
    record = documents.read_document(desk.workspace, documents.find_document(desk.workspace, article))
    found = check_quotations(record)
    content = {
        "id": record.id,
        "language": record.language,
        "quotations": [_quotation_view(one, record.text) for one in found.quotations],
        "doubts": [_doubt_view(one, record.text) for one in found.doubts],
    }
    desk.answer(content, _lines(found, record))


def _quotation_view(one: Quotation, text: str) -> dict[str, Any]:
    return {
        "segments": [[start, end] for start, end in one.segments],
        "opener": one.opener,
        "closer": one.closer,
        "depth": one.depth,
        "text": _words_of(one, text),
    }


def _doubt_view(one: Doubt, text: str) -> dict[str, Any]:
    start, end, kind = one
    return {"start": start, "end": end, "mark": text[start:end], "kind": kind, "words": WORDS[kind]}


def _lines(found: Quotations, record: DocumentRecord) -> Iterator[str]:
    for one in found.quotations:
        where = " ".join(f"{start}–{end}" for start, end in one.segments)
        yield f"{where:>14}  {'  ' * one.depth}{one_line(_words_of(one, record.text))}"
    if found.quotations:
        yield ""
    for start, end, kind in found.doubts:
        yield f"{f'{start}–{end}':>14}  {record.text[start:end]}  {WORDS[kind]}"
    wrong = counted(len(found.doubts), "suspicious mark") if found.doubts else "no suspicious mark"
    unchecked = "; single marks are not checked" if has_single_marks(record.text, found) else ""
    yield f"{counted(len(found.quotations), 'quotation')}, {wrong}{unchecked}."


def _words_of(one: Quotation, text: str) -> str:
    """The quotation as it stands; several paragraphs are joined with a space."""
    return " ".join(text[start:end] for start, end in one.segments)
