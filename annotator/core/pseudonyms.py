"""Persons under numbers: “Person 3” wherever a source is named, “Annotator 2” for who tagged something.

A number is somebody's place in the order in which the project came to know them, so it is the same in every export.
In texts a name gives way to the number, in whatever form a newspaper writes it (core/protected_names.py), and every
place behind it moves along (core/relaying.py). Protected sources have been blacked out before, and stay so.
"""

import hashlib
from collections.abc import Container, Iterator, Sequence
from dataclasses import replace
from typing import Any
from uuid import UUID

from annotator.core.masking import Mask
from annotator.core.protected_names import INFLECTING, Hidden, Read, Way
from annotator.core.records import AnnotationRecord, DocumentRecord, Provenance, SourceRecord
from annotator.core.relaying import Relaying, Replaced, relaid
from annotator.core.sources import SourceKind

_FIELDS = ("title", "outlet", "published", "source_note")
_PARTED = ("-\n", "\u2010\n")  # what parts a name at the end of a line


class Pseudonyms:
    """Takes the names of persons out of documents."""

    def __init__(self, sources: Sequence[SourceRecord], annotators: Sequence[str], closed: Container[str] = ()) -> None:
        """Both in the order of their numbers. `closed` are attributes whose values are no words of a person's."""
        self._numbers = {source.id: f"Person {at}" for at, source in enumerate(sources, 1)}
        plain = [source for source in sources if not source.protected]
        self._persons = [(Hidden(source), source.id) for source in plain]
        self._annotators = {name: f"Annotator {at}" for at, name in enumerate(annotators, 1)}
        staff = [(name, SourceRecord(UUID(int=at), name, kind=SourceKind.PERSON)) for at, name in enumerate(annotators)]
        self._staff = [(Hidden(known), self._annotators[name]) for name, known in staff]
        self._mask = Mask([replace(source, protected=True) for source in plain]).everywhere()
        self._closed = closed

    def annotator(self, name: str) -> str:
        """What an annotator is called."""
        return self._annotators.get(name, "Annotator" if name else "")

    def note(self, words: str) -> str:
        """A sentence without the names of annotators, who are called by their names in notes alone."""
        return self._renamed(words, self._staff_in(words)) if words else words

    def title(self, words: str) -> str:
        """What a project is called, without names of annotators and persons, whom it may call by parts of theirs."""
        return self.note(self._text(words, Way(frozenset(self._numbers))))

    def document(self, record: DocumentRecord) -> DocumentRecord:
        """A document without the names of persons; all places are those of its new text."""
        way = self._way_in(record)
        stretches = self._stretches(record.text, way)
        hidden = self._mask.document(_address_of(record))
        changed = relaid(record, Relaying(record.text, stretches)) if stretches else record
        words: dict[str, Any] = {name: self._text(getattr(record, name), way) for name in _FIELDS}
        annotations = tuple(self._annotation(one, way) for one in changed.annotations)
        by = self.annotator
        return replace(
            changed,
            **words,
            byline="",
            url=hidden.url,
            file_name=hidden.file_name,
            text_sha256=_sha256(changed.text) if stretches else record.text_sha256,
            original_sha256="",
            annotations=annotations,
            relations=tuple(replace(one, annotator=by(one.annotator)) for one in record.relations),
            sources=tuple(self._source(one, way) for one in record.sources),
            rejected=tuple(replace(one, annotator=by(one.annotator)) for one in changed.rejected),
        )

    def _annotation(self, one: AnnotationRecord, way: Way) -> AnnotationRecord:
        said = {
            key: self._text(value, way) if isinstance(value, str) and key not in self._closed else value
            for key, value in one.attributes.items()
        }
        return replace(
            one,
            attributes=said,
            note=self.note(self._text(one.note, way)),
            annotator=self.annotator(one.annotator),
            reviewer=self.annotator(one.reviewer),
            provenance=self._provenance(one.provenance, way) if one.provenance else None,
        )

    def _provenance(self, said: Provenance, way: Way) -> Provenance:
        by, decided = tuple(map(self.annotator, said.by)), self.annotator(said.decided_by)
        return replace(said, by=by, decided_by=decided, reason=self.note(self._text(said.reason, way)))

    def _source(self, source: SourceRecord, way: Way) -> SourceRecord:
        if source.protected:
            return source
        if source.id in self._numbers:
            return replace(source, name=self._numbers[source.id], aliases=(), note="")
        aliases = tuple(self._text(alias, way) for alias in source.aliases)
        return replace(source, name=self._text(source.name, way), aliases=aliases, note=self._text(source.note, way))

    def _way_in(self, record: DocumentRecord) -> Way:
        """How a document is looked through: for parts of the names of those who are linked, or named whole, in it."""
        way = Way(inflects=not INFLECTING.isdisjoint({record.language, *record.also_in}))
        linked = {source.id for source in record.sources}
        texts = [Read(words) for words in _words_of(record) if words]
        called = {key for one, key in self._persons if key in linked or any(one.is_named(read, way) for read in texts)}
        return way._replace(called=frozenset(called))

    def _text(self, text: str, way: Way) -> str:
        return self._renamed(text, self._stretches(text, way)) if text else text

    def _stretches(self, text: str, way: Way) -> list[Replaced]:
        read = Read(text)
        found = ((one.places(read, way), self._numbers[key]) for one, key in self._persons)
        return _apart(text, [(places, words) for places, words in found if places])

    def _staff_in(self, text: str) -> list[Replaced]:
        read, way = Read(text), Way()
        found = ((one.places(read, way), words) for one, words in self._staff)
        return _apart(text, [(places, words) for places, words in found if places])

    @staticmethod
    def _renamed(text: str, stretches: Sequence[Replaced]) -> str:
        return Relaying(text, stretches).text if stretches else text


def _apart(text: str, found: Sequence[tuple[set[int], str]]) -> list[Replaced]:
    """Which stretch becomes which words; what two names have in common goes to the longer one."""
    runs = [(start, end, words) for places, words in found for start, end in _runs(text, places)]
    owner: dict[int, str] = {}
    for start, end, words in sorted(runs, key=lambda run: (run[0] - run[1], run)):
        for at in range(start, end):
            owner.setdefault(at, words)
    whole: list[Replaced] = []
    for at in sorted(owner):
        if whole and whole[-1].end_char == at and whole[-1].words == owner[at]:
            whole[-1] = whole[-1]._replace(end_char=at + 1)
        else:
            whole.append(Replaced(at, at + 1, owner[at]))
    return [tidy for one in whole if (tidy := _without_space(text, one)).start_char < tidy.end_char]


def _runs(text: str, places: set[int]) -> Iterator[tuple[int, int]]:
    """Places that follow each other as stretches; a name that is parted at the end of a line is one."""
    start = end = -1
    for at in sorted(places):
        if start >= 0 and (at == end or text[end:at] in _PARTED):
            end = at + 1
            continue
        if start >= 0:
            yield start, end
        start, end = at, at + 1
    if start >= 0:
        yield start, end


def _without_space(text: str, one: Replaced) -> Replaced:
    start, end = one.start_char, one.end_char
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Replaced(start, end, one.words)


def _words_of(record: DocumentRecord) -> Iterator[str]:
    """All in which a document can name somebody whole."""
    yield from (record.title, record.outlet, record.byline, record.source_note, record.text)
    for annotation in record.annotations:
        yield annotation.note
        yield from (value for value in annotation.attributes.values() if isinstance(value, str))


def _address_of(record: DocumentRecord) -> DocumentRecord:
    """Where a document lay, and nothing else of it."""
    blank: dict[str, Any] = {"title": "", "outlet": "", "byline": "", "published": "", "source_note": "", "text": ""}
    return replace(record, **blank, annotations=(), relations=(), sources=(), rejected=())


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
