"""The articles in Prodigy's lines: answered tasks of its tool, tasks made by scripts, and this program's own."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from annotator.core.exchange import ExchangedAnnotation, ExchangedArticle, ExchangedLink
from annotator.core.records import Unread
from annotator.formats.foreign_details import details_in
from annotator.formats.foreign_text import ForeignText
from annotator.formats.json_entries import Entry

_SIGNS = ("_input_hash", "_task_hash", "_view_id", "answer")
_ANSWERS = {"reject": "It was rejected in Prodigy", "ignore": "It was skipped in Prodigy"}
_OF_THE_TEXT = ("label", "accept", "options")  # what a task says of its text as a whole


def is_task(said: Mapping[str, Any]) -> bool:
    """True for a line with a text and spans, and what only Prodigy puts beside them: an answer, hashes, tokens."""
    tokens = said.get("tokens")
    first = tokens[0] if isinstance(tokens, list) and tokens else None
    signs = any(name in said for name in _SIGNS) or (isinstance(first, dict) and {"start", "end", "id"} <= first.keys())
    return (
        isinstance(said.get("text"), str) and signs and any(name in said for name in ("spans", "tokens", *_SIGNS[:2]))
    )


def articles_of(lines: Iterable[Entry | Unread]) -> Iterator[ExchangedArticle | Unread]:
    """The articles, of each the lines that follow each other as one, and an Unread for what cannot be taken."""
    current: _Article | None = None
    for entry in lines:
        if isinstance(entry, Unread):
            yield entry
            continue
        foreign = entry.fields.get("text")
        if not isinstance(foreign, str):
            yield Unread(f"line {entry.number}", "It has no text.")
            continue
        key = _key(entry)
        if current and (current.key, current.foreign) != (key, foreign):
            yield current.as_article()
            current = None
        current = current or _Article(key, foreign, ForeignText(foreign), _details(entry.fields))
        yield from current.add(entry)
    if current:
        yield current.as_article()


def _key(entry: Entry) -> str:
    own = entry.fields.get("article")
    if isinstance(own, dict) and own.get("id"):
        return str(own["id"])
    return str(entry.fields.get("_input_hash") or entry.number)


def _details(fields: Mapping[str, Any]) -> dict[str, Any]:
    own, meta = fields.get("article"), fields.get("meta")
    return details_in({**(meta if isinstance(meta, dict) else {}), **(own if isinstance(own, dict) else {})})


@dataclass(slots=True)
class _Article:
    """An article whose lines are being read."""

    key: str
    foreign: str
    text: ForeignText
    details: dict[str, Any]
    annotations: dict[str, ExchangedAnnotation] = field(default_factory=dict)
    links: list[ExchangedLink] = field(default_factory=list)
    lines: int = 0

    def as_article(self) -> ExchangedArticle:
        """What was read."""
        annotations, links = tuple(self.annotations.values()), tuple(self.links)
        return ExchangedArticle(self.key, self.text.text, annotations=annotations, links=links, **self.details)

    def add(self, entry: Entry) -> Iterator[Unread]:
        """Take a line, and name what of it is not taken."""
        name, said = f"line {entry.number}", entry.fields
        self.lines += 1
        if why := _ANSWERS.get(str(said.get("answer"))):
            yield Unread(name, f"{why}; what it says is not taken.")
            return
        if any(name in said for name in _OF_THE_TEXT):
            yield Unread(name, "What it says of the whole text is not taken.")
        annotator = str(said.get("_annotator_id") or said.get("_session_id") or "")
        known: list[tuple[dict[str, Any], str]] = []
        for at, span in enumerate(_dicts(said.get("spans"))):
            try:
                one = self._annotation(span, said, annotator, at)
            except ValueError as error:
                yield Unread(f"{name}, span {at + 1}", str(error))
                continue
            self.annotations[one.key] = one
            known.append((span, one.key))
        for at, relation in enumerate(_dicts(said.get("relations"))):
            ends = [_end(relation, which, known) for which in ("head", "child")]
            if not all(ends):
                yield Unread(f"{name}, relation {at + 1}", "It links what is no span of the line.")
                continue
            key, kind = str(relation.get("id") or ""), str(relation.get("label") or "")
            self.links.append(ExchangedLink(kind, ends[0], ends[1], str(relation.get("annotator", annotator)), key))

    def _annotation(
        self, span: Mapping[str, Any], line: Mapping[str, Any], annotator: str, at: int
    ) -> ExchangedAnnotation:
        """Raises ValueError, saying why there is none."""
        label, words = span.get("label"), span.get("text")
        if not isinstance(label, str) or not label:
            raise ValueError("It has no label.")
        start, end = _offsets(span, line.get("tokens"))
        place = self.text.place(start, end, words if isinstance(words, str) else "")
        attributes = span.get("attributes")
        own = span.get("id")
        key = own if isinstance(own, str) and own and own not in self.annotations else f"{self.lines}.{at}"
        if key in self.annotations:
            raise ValueError(f"Another one of the article has its id {key}.")
        return ExchangedAnnotation(
            key=key,
            label=label,
            segments=(place,),
            attributes=attributes if isinstance(attributes, dict) else {},
            note=str(span.get("note") or ""),
            annotator=annotator,
            created_at=_moment(span.get("created_at")),
        )


def _dicts(found: Any) -> list[dict[str, Any]]:
    return [one for one in found if isinstance(one, dict)] if isinstance(found, list) else []


def _offsets(span: Mapping[str, Any], tokens: Any) -> tuple[Any, Any]:
    """The start and the end of a span, by its tokens where it has no others. Raises ValueError where it has neither."""
    if "start" in span:
        return span["start"], span.get("end")
    listed = _dicts(tokens)
    first, last = span.get("token_start"), span.get("token_end")
    if type(first) is int and type(last) is int and 0 <= first <= last < len(listed):
        return listed[first].get("start"), listed[last].get("end")
    raise ValueError("It says nowhere where it is.")


def _end(relation: Mapping[str, Any], which: str, known: Sequence[tuple[dict[str, Any], str]]) -> str:
    """The key of the span at one end of a relation: the one it repeats, else one that ends with, or has, its token."""
    told, token = relation.get(f"{which}_span"), relation.get(which)
    repeated = ("id", "start", "end", "label")
    if isinstance(told, dict) and "start" in told:
        same = (key for span, key in known if all(span.get(one) == told[one] for one in repeated if one in told))
        if found := next(same, ""):
            return found
    if type(token) is not int:
        return ""
    last = (key for span, key in known if span.get("token_end") == token)
    within = (
        key
        for span, key in known
        if type(span.get("token_start")) is int and type(span.get("token_end")) is int
        if span["token_start"] <= token <= span["token_end"]
    )
    return next(last, "") or next(within, "")


def _moment(said: Any) -> datetime | None:
    try:
        return datetime.fromisoformat(said) if isinstance(said, str) else None
    except ValueError:
        return None
