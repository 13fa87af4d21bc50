"""What doccano writes and reads, a line an article: labels as [start, end, label] or as entities, and relations.

The tool counts in the browser's units, UTF-16, end excluded (v-annotator); where a project counts characters as people
see them, it says so nowhere, and such a file must be told apart by a look at it. What stands beside text and labels in
a line is metadata, which the tool keeps and gives back; it takes no file in which one line has a field that another one
lacks. Of several annotators it gives a file each, named after them.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from annotator.core.exchange import ExchangedAnnotation, ExchangedArticle, ExchangedLink
from annotator.core.records import Unread
from annotator.core.spans import Utf16Map
from annotator.errors import UnreadableInput
from annotator.formats.foreign_details import DETAILS, details_in
from annotator.formats.foreign_text import ForeignText, main_text
from annotator.formats.json_entries import Entry, first_of, lines_of

UNITS = "Places count UTF-16, as its projects usually do; one that counts grapheme clusters moves them behind emoji."
"""What is to be known of every file, as none says how its project counts."""
_NOBODY = ("all", "unknown")
"""What the tool calls a file with the work of everybody, or of nobody."""
_Place = tuple[Any, Any, str, str, str]
"""Start, end, label, key and annotator, as a line tells them."""


def triples(article: ExchangedArticle) -> list[list[Any]]:
    """The labels of an article as doccano's plain lines have them."""
    units = Utf16Map(article.text)
    return [[*map(units.to_utf16, one.extent), one.label] for one in article.annotations]


def entities(article: ExchangedArticle) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """The labels of an article as entities, and the relations between them; both are numbered within the line."""
    units = Utf16Map(article.text)
    numbers = {one.key: at for at, one in enumerate(article.annotations)}
    found = [
        {"id": at, "label": one.label, "start_offset": start, "end_offset": end}
        for at, one in enumerate(article.annotations)
        for start, end in [map(units.to_utf16, one.extent)]
    ]
    relations = [
        {"id": at, "from_id": numbers[link.from_key], "to_id": numbers[link.to_key], "type": link.kind}
        for at, link in enumerate(article.links)
    ]
    return found, relations


def is_triples(found: Any) -> bool:
    """True for a list of [start, end, label], an empty one too."""
    return isinstance(found, list) and all(isinstance(one, list) and len(one) == 3 for one in found)


def is_entities(found: Any) -> bool:
    """True for a list of objects with start_offset and end_offset, an empty one too."""
    return isinstance(found, list) and all(isinstance(one, dict) and "start_offset" in one for one in found)


def first_line(path: Path) -> dict[str, Any]:
    """What the first line of a file says, or of the first file of a folder; {} where there is none."""
    file = next(iter(_files(path)), None)
    return first_of(file, lines_of(file)) if file else {}


def articles_in(path: Path) -> Iterator[ExchangedArticle | Unread]:
    """The articles of a file, or of the files that a folder has of several annotators, whose names they bear."""
    if not path.is_dir():
        for entry in lines_of(path):
            yield from [entry] if isinstance(entry, Unread) else article_of(entry)
        return
    for file in _files(path):
        try:
            yield from (_by(found, file) for found in articles_in(file))
        except UnreadableInput as error:
            yield Unread(file.name, str(error))


def _by(found: ExchangedArticle | Unread, file: Path) -> ExchangedArticle | Unread:
    """An article, or what was left out, with the name of the file that it stands in."""
    if isinstance(found, Unread):
        return Unread(f"{file.name}, {found.name}", found.reason)
    by = "" if file.stem in _NOBODY else file.stem
    theirs = (replace(one, annotator=one.annotator or by) for one in found.annotations)
    return replace(found, annotations=tuple(theirs))


def _files(path: Path) -> list[Path]:
    return sorted(path.glob("*.jsonl")) if path.is_dir() else [path]


def article_of(entry: Entry) -> Iterator[ExchangedArticle | Unread]:
    """The article of a line, and an Unread for each thing in it that cannot be taken."""
    name, said = f"line {entry.number}", entry.fields
    foreign = main_text({key: value for key, value in said.items() if key not in DETAILS})
    if foreign is None:
        yield Unread(name, "It has no text.")
        return
    text = ForeignText(foreign, utf16=True)
    annotations: dict[str, ExchangedAnnotation] = {}
    for at, place in enumerate(_places(said), 1):
        found = _annotation(text, place, annotations) if place else "It is a label of the whole text."
        if isinstance(found, str):
            yield Unread(f"{name}, label {at}", found)
        else:
            annotations[found.key] = found
    links, wrong = _links(said.get("relations"), annotations)
    yield from (Unread(f"{name}, relation {at}", "One of its ends is not in the line.") for at in wrong)
    if comments := said.get("Comments") or said.get("comments"):
        number = len(comments) if isinstance(comments, list) else 1
        yield Unread(f"{name}, comments", f"Comments on an article are not taken; it has {number}.")
    meta = said.get("meta")
    details = details_in({**meta, **said} if isinstance(meta, dict) else said)
    key = str(said.get("id", entry.number))
    yield ExchangedArticle(key, text.text, annotations=tuple(annotations.values()), links=links, **details)


def _places(said: Mapping[str, Any]) -> Iterator[_Place | None]:
    """Each label of a line; None for one of the whole text."""
    lists = (said.get(name) for name in ("label", "labels", "entities", "annotations"))
    listed = next((found for found in lists if isinstance(found, list)), [])
    for at, one in enumerate(listed):
        if isinstance(one, list) and len(one) == 3:
            yield one[0], one[1], _words(one[2]), str(at), ""
        elif isinstance(one, dict) and "start_offset" in one:
            key, user = _words(one.get("id", at)), _words(one.get("user", ""))
            yield one["start_offset"], one.get("end_offset"), _words(one.get("label")), key, user
        else:
            yield None


def _annotation(text: ForeignText, place: _Place, known: Mapping[str, Any]) -> ExchangedAnnotation | str:
    """The annotation, or why there is none."""
    start, end, label, key, annotator = place
    if not label:
        return "It has no name of a label."
    if key in known:
        return f"Another one of the line has its id {key}."
    try:
        return ExchangedAnnotation(key, label, (text.place(start, end),), annotator=annotator)
    except ValueError as error:
        return str(error)


def _links(relations: Any, known: Mapping[str, Any]) -> tuple[tuple[ExchangedLink, ...], list[int]]:
    """The links, and the numbers of the relations that are none."""
    found, wrong = [], []
    for at, one in enumerate(relations if isinstance(relations, list) else (), 1):
        fields = one if isinstance(one, dict) else {}
        start, end, kind = (_words(fields.get(name)) for name in ("from_id", "to_id", "type"))
        if start in known and end in known and kind:
            found.append(ExchangedLink(kind, start, end, key=_words(fields.get("id"))))
        else:
            wrong.append(at)
    return tuple(found), wrong


def _words(value: Any) -> str:
    """A name or a number as words; "" for anything else."""
    return str(value) if isinstance(value, str | int) else ""
