"""Commands that say something about a text: tag, untag, note, mark."""

from collections.abc import Sequence
from uuid import UUID

import click

from annotator.cli.commands import command
from annotator.cli.desk import Desk
from annotator.cli.output import well_formed
from annotator.cli.views import annotation_view
from annotator.core.spans import Span, trim
from annotator.errors import InvalidSpan
from annotator.operations import annotations, documents


@command("tag")
@click.argument("article")
@click.argument("start", type=int)
@click.argument("end", type=int)
@click.argument("label", type=well_formed)
@click.option("--segment", "more", type=(int, int), multiple=True, metavar="START END", help="One more stretch of it.")
@click.option("--note", type=well_formed, metavar="TEXT", default="", help="A note on it.")
@click.pass_context
def tag_command(
    context: click.Context, article: str, start: int, end: int, label: str, more: Sequence[tuple[int, int]], note: str
) -> None:
    """Label a stretch of an article and print the annotation's id.

    Refused: a stretch that is empty, outside the text, or cuts a character made of several code points.

    JSON: {"id", "label", "segments": [[start, end]...], "text", "annotator", "note", "origin",
    "attributes": {key: value, where it is not the default}}
    """
    desk = Desk(context)
    document_id = documents.find_document(desk.workspace, article)
    segments = [Span(start, end), *(Span(*segment) for segment in more)]
    made = annotations.add_annotation(desk.workspace, document_id, segments, label, desk.annotator_id, note)
    _answer_annotation(desk, made.id)


@command("untag")
@click.argument("annotation", nargs=-1, required=True)
@click.pass_context
def untag_command(context: click.Context, annotation: Sequence[str]) -> None:
    """Remove annotations of your own and print their ids.

    JSON: {"removed": [id...]}
    """
    desk = Desk(context)
    ids = list(dict.fromkeys(annotations.find_annotation(desk.workspace, beginning) for beginning in annotation))
    annotations.remove_annotations(desk.workspace, ids, desk.annotator_id)
    desk.answer({"removed": ids}, map(str, ids))


@command("note")
@click.argument("annotation")
@click.argument("note", type=well_formed)
@click.pass_context
def note_command(context: click.Context, annotation: str, note: str) -> None:
    """Write the note of an annotation of your own; an empty one takes it away.

    JSON: the annotation, as “tag” prints it.
    """
    desk = Desk(context)
    annotation_id = annotations.find_annotation(desk.workspace, annotation)
    annotations.set_note(desk.workspace, annotation_id, note, desk.annotator_id)
    _answer_annotation(desk, annotation_id)


def _answer_annotation(desk: Desk, annotation_id: UUID) -> None:
    if not desk.as_json:
        desk.answer({}, [str(annotation_id)])
        return
    made = annotations.read_annotation(desk.workspace, annotation_id)
    text = documents.read_document(desk.workspace, made.document_id).text
    desk.answer(annotation_view(made, text), ())


@command("mark")
@click.argument("article")
@click.argument("start", type=int, required=False)
@click.argument("end", type=int, required=False)
@click.option("--sentence", "sentences", type=int, multiple=True, metavar="N", help="A sentence, as “show” numbers it.")
@click.option("--clear", is_flag=True, help="Take the mark away instead.")
@click.pass_context
def mark_command(
    context: click.Context, article: str, start: int | None, end: int | None, sentences: Sequence[int], clear: bool
) -> None:
    """Say that a stretch, or a sentence, has been read and holds nothing to tag.

    JSON: {"id", "stretches": [[start, end]...], "marked": false with --clear}
    """
    if (start is None or end is None) == (not sentences) or (start is None) != (end is None):
        raise click.UsageError("Give START and END, or --sentence N.")
    desk = Desk(context)
    document_id = documents.find_document(desk.workspace, article)
    spans = _sentences(desk, document_id, sentences) if start is None or end is None else [Span(start, end)]
    if clear:
        annotations.clear_nothing(desk.workspace, document_id, spans, desk.annotator_id)
    else:
        annotations.mark_nothing(desk.workspace, document_id, spans, desk.annotator_id)
    words = "open again" if clear else "nothing here"
    content = {"id": document_id, "stretches": [list(span) for span in spans], "marked": not clear}
    desk.answer(content, [f"{begin}–{finish}: {words}" for begin, finish in spans])


def _sentences(desk: Desk, document_id: UUID, indices: Sequence[int]) -> list[Span]:
    record = documents.read_document(desk.workspace, document_id)
    count = len(record.sentences)
    for index in indices:
        if not 0 <= index < count:
            raise InvalidSpan(f"There is no sentence {index}; this article has {count}, numbered from 0.")
    return [trim(record.text, record.sentences[index]) for index in sorted(set(indices))]
