"""Commands that correct what was found out about an article: language, page furniture, sentences."""

import click

from annotator.cli.commands import command
from annotator.cli.desk import Desk
from annotator.cli.output import counted
from annotator.cli.views import language_words
from annotator.core.language import UNKNOWN
from annotator.core.languages import known_languages
from annotator.core.records import DocumentRecord
from annotator.core.spans import Span
from annotator.operations import documents, sentences


def check_language(context: click.Context, argument: click.Parameter, value: str | None) -> str | None:
    """A language's code as it is, for click; refuses one that the program does not know."""
    if value is not None and value != UNKNOWN and value not in known_languages():
        raise click.BadParameter(f"“{value}” is none of the codes that “annotator languages” lists, nor “{UNKNOWN}”.")
    return value


@command("language")
@click.argument("article")
@click.argument("language", required=False, callback=check_language)
@click.option("--detect", is_flag=True, help="Go back to what is detected.")
@click.pass_context
def language_command(context: click.Context, article: str, language: str | None, detect: bool) -> None:
    """Say which language an article is in, or tell which it is.

    LANGUAGE is a code (id, ar, hi, zh, en) or “unknown”; sentences are split again by its rules, splits
    made by hand and annotations stay.

    JSON: {"id", "language", "language_confidence", "also_in": further languages, "language_by_hand"}
    """
    if language and detect:
        raise click.UsageError("Give a language or --detect, not both.")
    desk = Desk(context)
    document_id = documents.find_document(desk.workspace, article)
    if language or detect:
        documents.set_language(desk.workspace, document_id, language, desk.annotator_id)
    record = documents.read_document(desk.workspace, document_id)
    content = {
        "id": record.id,
        "language": record.language,
        "language_confidence": record.language_confidence,
        "also_in": list(record.also_in),
        "language_by_hand": record.language_by_hand,
    }
    desk.answer(content, [language_words(record)])


@command("furniture")
@click.argument("article")
@click.argument("start", type=int)
@click.argument("end", type=int)
@click.pass_context
def furniture_command(context: click.Context, article: str, start: int, end: int) -> None:
    """Turn text into page furniture, or furniture back into text.

    JSON: {"id", "furniture": true when it is furniture now}
    """
    desk = Desk(context)
    document_id = documents.find_document(desk.workspace, article)
    is_furniture = documents.toggle_furniture(desk.workspace, document_id, Span(start, end), desk.annotator_id)
    words = "not article text" if is_furniture else "article text"
    desk.answer({"id": document_id, "furniture": is_furniture}, [f"{start}–{end} is {words} now."])


@command("split")
@click.argument("article")
@click.argument("position", type=int)
@click.pass_context
def split_command(context: click.Context, article: str, position: int) -> None:
    """Start a new sentence at a place; annotations stay where they are.

    JSON: {"id", "sentences": how many there are now}
    """
    desk = Desk(context)
    document_id = documents.find_document(desk.workspace, article)
    sentences.split_sentence(desk.workspace, document_id, position, desk.annotator_id)
    _tell(desk, documents.read_document(desk.workspace, document_id))


@command("join")
@click.argument("article")
@click.argument("position", type=int)
@click.pass_context
def join_command(context: click.Context, article: str, position: int) -> None:
    """Join the sentence that holds a place with the one after it; annotations stay where they are.

    JSON: {"id", "sentences": how many there are now}
    """
    desk = Desk(context)
    document_id = documents.find_document(desk.workspace, article)
    sentences.join_sentence(desk.workspace, document_id, position, desk.annotator_id)
    _tell(desk, documents.read_document(desk.workspace, document_id))


def _tell(desk: Desk, record: DocumentRecord) -> None:
    count = len(record.sentences)
    desk.answer({"id": record.id, "sentences": count}, [f"The article has {counted(count, 'sentence')} now."])
