"""Protected sources under a mask: wherever something leaves the newsroom, their names are blacked out.

A mask knows the sources that are protected now, and finds each name and alias as newspapers write it
(core/protected_names.py). Where a person's whole name stands, or an article is linked to them, its parts are hidden,
too: who is named once is called by the surname afterwards. What is hidden keeps its length in code points, so that
every offset stays true. What a mask cannot know is a name's other spellings: those a person adds as aliases.
"""

import hashlib
import re
import unicodedata
from collections.abc import Container, Iterator, Mapping, Sequence
from copy import copy
from dataclasses import replace
from typing import Any
from urllib.parse import unquote
from uuid import UUID

from annotator.core.protected_names import INFLECTING, Hidden, Read, Way
from annotator.core.records import AnnotationRecord, DocumentRecord, Provenance, SourceRecord
from annotator.core.search_terms import is_of_word

BLOCK = "█"
"""What stands for each letter and figure of a protected name."""

_PROTECTED = "Protected source"
_NUMBERED = re.compile(rf"{_PROTECTED} ([1-9]\d{{0,5}})")

_FIELDS = ("title", "outlet", "byline", "published", "source_note", "text")
_PLAINLY = Way()
_SHORT = 500  # letters of a text in which one look for all names together costs less than one for each


class Mask:
    """What hides protected names. Without protected sources it changes nothing, and costs nothing.

    `numbers` say which number a source has under its mask (None: in the order that they are given in). `closed` are
    the attributes whose values are no words of a person's.
    """

    def __init__(
        self,
        protected: Sequence[SourceRecord] = (),
        numbers: Mapping[UUID, int] | None = None,
        closed: Container[str] = (),
    ) -> None:
        self._closed = closed
        there = [source for source in protected if source.protected]
        self._numbers = {source.id: at for at, source in enumerate(there, 1)} if numbers is None else dict(numbers)
        self._protects = bool(there)
        self._hidden = tuple(Hidden(named) for one in there if (named := _with_names(one)))
        self._way = _PLAINLY
        stems = sorted(set[str]().union(*(one.stems for one in self._hidden)))
        self._any = re.compile("|".join(map(re.escape, stems)))

    def __bool__(self) -> bool:
        """True when there is somebody to hide, even one whose name is not known here."""
        return self._protects

    def everywhere(self) -> "Mask":
        """A mask that hides parts of names and inflected ones in any text, also where they are written small.

        For what knows no article as a whole: sheets of single sentences, logs. A dataset would lose too much by it.
        """
        other = copy(self)
        other._way = Way(frozenset(one.id for one in self._hidden), inflects=True, in_file_names=True)
        return other

    def text(self, text: str) -> str:
        """The text with each letter and figure of every protected name as █; as long as before."""
        return self._text(text, self._way)

    def name(self, source: SourceRecord) -> str:
        """What a source is called outside: its name, or “Protected source 3” for a protected one."""
        return self._name(source, self._way)

    def source(self, source: SourceRecord) -> SourceRecord:
        """A source as it may leave: of a protected one no name, alias or note."""
        return self._source(source, self._way)

    def _name(self, source: SourceRecord, way: Way) -> str:
        if not source.protected:
            return self._text(source.name, way)
        number = self._numbers.get(source.id)
        return f"{_PROTECTED} {number}" if number else _PROTECTED

    def _source(self, source: SourceRecord, way: Way) -> SourceRecord:
        name = self._name(source, way)
        if source.protected:
            return replace(source, name=name, aliases=(), note="", gender="")
        aliases = tuple(self._text(alias, way) for alias in source.aliases)
        return replace(source, name=name, aliases=aliases, note=self._text(source.note, way))

    def title(self, record: DocumentRecord) -> str:
        """The title of a document as it may leave."""
        return self._text(record.title, self._way_in(record)) if self._hidden else record.title

    def document(self, record: DocumentRecord) -> DocumentRecord:
        """A document as it may leave. Lengths and offsets stay as they are.

        `text_sha256` is that of the text as it leaves, and where anything is hidden `original_sha256` is blank: by the
        true ones, names could be tried out until one fits.
        """
        if not self:
            return record
        way = self._way_in(record)
        masked: dict[str, Any] = {field: self._text(getattr(record, field), way) for field in _FIELDS}
        masked["file_name"] = self._text(record.file_name, way._replace(in_file_names=True))
        masked["url"] = self._address(record.url, way._replace(in_file_names=True))
        if any(getattr(record, field) != words for field, words in masked.items()):
            masked["original_sha256"] = ""
        if masked["text"] != record.text:
            masked["text_sha256"] = hashlib.sha256(masked["text"].encode("utf-8", "surrogatepass")).hexdigest()
        return replace(
            record,
            **masked,
            annotations=tuple(self._annotation(one, way) for one in record.annotations),
            relations=tuple(replace(one, annotator=self._text(one.annotator, way)) for one in record.relations),
            sources=tuple(self._source(one, way) for one in record.sources),
            rejected=tuple(replace(one, annotator=self._text(one.annotator, way)) for one in record.rejected),
        )

    def annotation(self, record: AnnotationRecord) -> AnnotationRecord:
        """An annotation as it may leave: its note and the words of its attributes masked."""
        return self._annotation(record, self._way) if self else record

    def attributes(self, values: Mapping[str, Any]) -> dict[str, Any]:
        """The values of an annotation's attributes, those that are words masked."""
        return self._attributes(values, self._way) if self else dict(values)

    def _annotation(self, record: AnnotationRecord, way: Way) -> AnnotationRecord:
        note, annotator = self._text(record.note, way), self._text(record.annotator, way)
        said = replace(record, note=note, annotator=annotator, attributes=self._attributes(record.attributes, way))
        return replace(said, provenance=self._provenance(said.provenance, way)) if said.provenance else said

    def _provenance(self, said: Provenance, way: Way) -> Provenance:
        by, reason = tuple(self._text(name, way) for name in said.by), self._text(said.reason, way)
        return replace(said, by=by, decided_by=self._text(said.decided_by, way), reason=reason)

    def _attributes(self, values: Mapping[str, Any], way: Way) -> dict[str, Any]:
        return {key: self._value(key, value, way) for key, value in values.items()}

    def _value(self, key: str, value: Any, way: Way) -> Any:
        if isinstance(value, str) and key not in self._closed:
            return self._text(value, way)
        return [self._value(key, one, way) for one in value] if isinstance(value, list | tuple) else value

    def _address(self, url: str, way: Way) -> str:
        """An address without protected names, also where it writes their letters as numbers (%D8%A7)."""
        masked = self._text(url, way)
        plain = unquote(masked)
        if self._text(plain, way) == plain:
            return masked
        host = re.match("[a-z]+://[^/?#]*", masked, re.IGNORECASE)
        kept = host.end() if host else 0
        return masked[:kept] + re.sub(r"\w", BLOCK, masked[kept:])

    def _way_in(self, record: DocumentRecord) -> Way:
        """How a document is looked through: in its language, and for parts of the names of whom it names whole."""
        inflects = self._way.inflects or not INFLECTING.isdisjoint({record.language, *record.also_in})
        way = self._way._replace(inflects=inflects)
        linked = {source.id for source in record.sources}
        texts = [Read(words) for words in _words_of(record) if words]
        there = {one.id for one in self._hidden if one.id in linked or any(one.is_named(read, way) for read in texts)}
        return way._replace(called=way.called | there)

    def _text(self, text: str, way: Way) -> str:
        if not text or not self._hidden:
            return text
        read = Read(text)
        if len(text) < _SHORT and len(read.looks) == 1 and not self._any.search(read.looks[0][0].letters):
            return text
        places = set[int]().union(*(one.places(read, way) for one in self._hidden))
        if not places:
            return text
        return "".join(BLOCK if at in places and _counts(letter) else letter for at, letter in enumerate(text))


def number_in(name: str) -> int:
    """The number in what a protected source is called outside, 0 in any other name."""
    found = _NUMBERED.fullmatch(name)
    return int(found[1]) if found else 0


def _with_names(source: SourceRecord) -> SourceRecord | None:
    """A source by the names that are to be hidden; None for one that came from outside without any."""
    if not number_in(source.name):
        return source
    return replace(source, name=source.aliases[0], aliases=source.aliases[1:]) if source.aliases else None


def _words_of(record: DocumentRecord) -> Iterator[str]:
    """All in which a document can name somebody whole."""
    yield from (record.title, record.outlet, record.byline, record.source_note, record.text)
    for annotation in record.annotations:
        yield annotation.note
        yield from (value for value in annotation.attributes.values() if isinstance(value, str))
    for source in record.sources:
        if not source.protected:
            yield from (source.name, *source.aliases, source.note)


def _counts(letter: str) -> bool:
    """True for what is blacked out: letters, figures, and the marks on them."""
    return is_of_word(letter) or unicodedata.category(letter)[0] == "M"
