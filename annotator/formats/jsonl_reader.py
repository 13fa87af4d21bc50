"""Our own JSON Lines read as annotations made elsewhere: for a project that has other articles.

To make the same project again of one that holds all of it, operations/restoring.py takes the rows themselves.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import Any

import orjson

from annotator.core.damage import DAMAGE, Damaged, reason_of
from annotator.core.exchange import ExchangedAnnotation, ExchangedArticle, ExchangedLink, place_of
from annotator.core.records import SentenceState, Unread
from annotator.core.spans import Span
from annotator.errors import UnreadableInput
from annotator.formats.exchange import HEAD, head_of
from annotator.formats.json_entries import bounded_lines

_BOM = b"\xef\xbb\xbf"
_LONGEST_LINE = 1_000_000_000  # bytes: an article may come with all that its file had
_DETAILS = ("title", "outlet", "byline", "published", "published_at", "url", "language", "file_name", "text_sha256")
_BEGINNINGS = (b'{"schema":', b'{"id":')
"""How a line of this program begins: since lines name their schema, and before."""


def recognises(path: Path) -> bool:
    """True when the first line has spans whose places in the frozen text are beside them, as only we write it."""
    head = head_of(path).removeprefix(_BOM).lstrip()
    first, _, rest = head.partition(b"\n")
    if not rest and len(head) >= HEAD - len(_BOM):
        # A line of a long article: its keys come in one order, and the text before the spans.
        return first.startswith(_BEGINNINGS) and b'"text_sha256":' in first and b'"original_sha256":' in first
    try:
        line = orjson.loads(first)
        known = isinstance(line["text"], str) and isinstance(line["kept"], list) and isinstance(line["spans"], list)
        return known and "original_sha256" in line  # which the rows of a dataset have not
    except (ValueError, KeyError, TypeError):
        return False


def lines_of(path: Path) -> Iterator[tuple[int, dict[str, Any] | None]]:
    """Each line that is not empty by its number; None for one that is no object of JSON. Raises UnreadableInput."""
    try:
        with path.open("rb") as stream:
            for number, line in enumerate(bounded_lines(stream, _LONGEST_LINE), 1):
                bare = line.removeprefix(_BOM) if number == 1 else line
                if bare.strip():
                    yield number, _object(bare)
    except OSError as error:
        raise UnreadableInput(f"“{path}” cannot be read: {error.strerror or error}.") from error


def read_articles(path: Path) -> Iterator[ExchangedArticle | Unread]:
    """The articles of a file, and an Unread for each line that is none, by its number. Raises UnreadableInput."""
    homes = _Homes(path)
    for number, line in lines_of(path):
        try:
            if line is None:
                raise Damaged("it is no JSON")
            yield _article(line, homes)
        except DAMAGE as error:
            yield Unread(f"line {number}", f"It is no line of this program’s JSON Lines ({reason_of(error)}).")


def _object(line: bytes) -> dict[str, Any] | None:
    try:
        found = orjson.loads(line)
    except ValueError:
        return None
    return found if isinstance(found, dict) else None


class _Homes:
    """In which articles of a file the spans are to which links of other articles lead; looked for when one does."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def of(self, key: str) -> str:
        """The key of the article, "" when the span is in none of this file."""
        return self._found.get(key, "")

    @cached_property
    def _found(self) -> dict[str, str]:
        wanted = {key for _, line in lines_of(self._path) for key in _elsewhere(line or {})}
        return {
            key: str(line.get("id", ""))
            for _, line in lines_of(self._path)
            if line is not None
            for key in _keys(line)
            if key in wanted
        }


def _keys(line: Mapping[str, Any]) -> list[str]:
    spans = line.get("spans")
    return [str(one["id"]) for one in spans if isinstance(one, dict) and "id" in one] if isinstance(spans, list) else []


def _elsewhere(line: Mapping[str, Any]) -> list[str]:
    links = line.get("relations")
    here = set(_keys(line))
    found = (one.get("to") for one in links if isinstance(one, dict)) if isinstance(links, list) else ()
    return [key for key in found if isinstance(key, str) and key not in here]


def _article(line: Mapping[str, Any], homes: _Homes) -> ExchangedArticle:
    text = line["text"]
    if not isinstance(text, str):
        raise Damaged("its text is no text")
    names = {one["id"]: str(one["name"]) for one in line.get("sources", ())}
    sources: dict[str, dict[str, list[str]]] = defaultdict(dict)
    for one in line.get("relations", ()):
        if one.get("source") in names:
            sources[one["from"]].setdefault(str(one["type"]), []).append(names[one["source"]])
    annotations = sorted((_annotation(one, sources[one["id"]]) for one in line["spans"]), key=place_of)
    sentences = line.get("sentences", ())
    details: dict[str, Any] = {name: str(line.get(name) or "") for name in _DETAILS}
    kept = tuple(_span(*stretch) for stretch in line.get("kept", ()))
    return ExchangedArticle(
        key=str(line["id"]),
        text=text,
        sentences=tuple(_span(one["start"], one["end"]) for one in sentences),
        marks=tuple(_span(one["start"], one["end"]) for one in sentences if one["state"] == SentenceState.NOTHING),
        annotations=tuple(annotations),
        links=tuple(_links(line, homes)),
        kept=() if kept == (Span(0, len(text)),) else kept,
        **details,
    )


def _links(line: Mapping[str, Any], homes: _Homes) -> Iterator[ExchangedLink]:
    """The links to spans of this article, and of others in the same file; others lead nowhere."""
    here = set(_keys(line))
    for one in line.get("relations", ()):
        if one.get("to") is None:
            continue
        home = "" if one["to"] in here else homes.of(one["to"])
        if one["to"] in here or home:
            yield ExchangedLink(one["type"], one["from"], one["to"], str(one.get("annotator", "")), one["id"], home)


def _annotation(span: Mapping[str, Any], sources: Mapping[str, list[str]]) -> ExchangedAnnotation:
    created = span.get("created_at")
    return ExchangedAnnotation(
        key=str(span["id"]),
        label=str(span["label"]),
        segments=tuple(_span(*segment) for segment in span["segments"]),
        attributes={**span.get("attributes", {}), **sources},
        note=str(span.get("note", "")),
        annotator=str(span.get("annotator", "")),
        created_at=datetime.fromisoformat(created) if created else None,
        texts=tuple(map(str, span.get("texts", ()))),
    )


def _span(start: Any, end: Any) -> Span:
    if type(start) is not int or type(end) is not int:
        raise Damaged("a place in it is no number")
    return Span(start, end)
