"""Protected sources under a mask: wherever something leaves the newsroom, their names are blacked out.

A mask knows the sources that are protected now. It finds each name and alias as it stands in running text, in a file's
name or in an address: whatever the case and the accents, with hyphens, line ends or nothing between its words, with a
genitive or a case ending behind it. Where a person's whole name stands, or an article is linked to them, its parts are
hidden, too: who is named once is called by the surname afterwards. What is hidden keeps its length in code points, so
that every offset stays true. What a mask cannot know is a name's other spellings: those a person adds as aliases.
"""

import hashlib
import re
import unicodedata
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from copy import copy
from dataclasses import dataclass, replace
from functools import partial
from itertools import pairwise
from typing import Any
from urllib.parse import unquote
from uuid import UUID

from annotator.core.records import AnnotationRecord, DocumentRecord, SourceRecord
from annotator.core.search_terms import Spelling, is_of_word, is_single, spelling, terms
from annotator.core.sources import SourceKind

BLOCK = "█"
"""What stands for each letter and figure of a protected name."""

_BETWEEN = "(?:%20|[^\\w█]|[_\u02b0-\u02ff]){{{least},4}}"  # what may stand between two words of a name
_JOINED = 8  # letters that a name needs to be recognised without anything between its words
_LINKED = re.compile("\\w['’-]\\w")
_SHORT_STEM = 4  # letters below which an ending is shorter, too
_SHORTEST_PART = 4  # letters that a part of a name needs to be hidden alone: no “van”, no “bin”
_ENDED = (
    # A word's last letters that change with its case, and what may stand in their place.
    (re.compile("[а-џ]"), re.compile("[аеиоуыэюяійьїє]$"), "[а-џ]"),
    (re.compile("[α-ω]"), re.compile("[αειουηω]σ?$"), "[α-ω]"),
)
_BEFORE = (
    # Small words that some scripts write together with the name behind them.
    (re.compile("[\u0620-\u064a]"), "[وفبلكس]{0,2}(?:ال|ل)?"),
    (re.compile("[\u05d0-\u05ea]"), "[והבלמשכ]{0,3}"),
)
_MODIFIERS = re.compile("[\u02b0-\u02ff]")  # ʼ and ʻ, in place of apostrophes
_WITHOUT_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe"})
_FIELDS = ("title", "outlet", "byline", "published", "source_note")


@dataclass(frozen=True, slots=True)
class _Name:
    """One name in its folded spelling: what must be in a text for it to be there, and how to find it."""

    rarest: str
    pattern: re.Pattern[str]

    def places(self, spelt: Spelling) -> Iterator[tuple[int, int]]:
        """Where the name stands, as a stretch of the text that is spelt."""
        if self.rarest not in spelt.letters:
            return
        for found in self.pattern.finditer(spelt.letters):
            start, end = found.span(1)
            if _is_border(spelt.letters, start) and _is_border(spelt.letters, end):
                yield spelt.span(start, end)


@dataclass(frozen=True, slots=True)
class _Hidden:
    """A protected source: its names and aliases, and the parts of them that it may be called by."""

    id: UUID
    names: tuple[_Name, ...]
    parts: tuple[_Name, ...]


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
        self._hidden = tuple(map(_hidden, there))
        self._everywhere = False

    def __bool__(self) -> bool:
        """True when there is somebody to hide."""
        return bool(self._hidden)

    def everywhere(self) -> "Mask":
        """A mask that hides the parts of names, too, in any text, also where they are written small.

        For what knows no article as a whole: sheets of single sentences, logs. A dataset would lose too much by it.
        """
        other = copy(self)
        other._everywhere = True
        return other

    def text(self, text: str) -> str:
        """The text with each letter and figure of every protected name as █; as long as before."""
        return self._text(text, frozenset()) if self._hidden else text

    def name(self, source: SourceRecord) -> str:
        """What a source is called outside: its name, or “Protected source 3” for a protected one."""
        if not source.protected:
            return self.text(source.name)
        number = self._numbers.get(source.id)
        return f"Protected source {number}" if number else "Protected source"

    def source(self, source: SourceRecord) -> SourceRecord:
        """A source as it may leave: of a protected one no name, alias or note."""
        if source.protected:
            return replace(source, name=self.name(source), aliases=(), note="", gender="")
        aliases = tuple(self.text(alias) for alias in source.aliases)
        return replace(source, name=self.name(source), aliases=aliases, note=self.text(source.note))

    def title(self, record: DocumentRecord) -> str:
        """The title of a document as it may leave."""
        return self._text(record.title, self._in_document(record)) if self._hidden else record.title

    def document(self, record: DocumentRecord) -> DocumentRecord:
        """A document as it may leave. Lengths and offsets stay as they are.

        `text_sha256` is that of the text as it leaves, and where anything is hidden `original_sha256` is blank: by the
        true ones, names could be tried out until one fits.
        """
        if not self._hidden:
            return record
        called = self._in_document(record)
        hide = partial(self._text, called=called)
        text = hide(record.text)
        masked: dict[str, Any] = {field: hide(getattr(record, field)) for field in _FIELDS}
        masked |= {"url": self._address(record.url, called), "text": text}
        masked["file_name"] = self._text(record.file_name, called, in_small=True)
        if any(getattr(record, field) != words for field, words in masked.items()):
            masked["original_sha256"] = ""
        if text != record.text:
            masked["text_sha256"] = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
        return replace(
            record,
            **masked,
            annotations=tuple(self._annotation(one, called) for one in record.annotations),
            relations=tuple(replace(link, annotator=hide(link.annotator)) for link in record.relations),
            sources=tuple(map(self.source, record.sources)),
            rejected=tuple(replace(one, annotator=hide(one.annotator)) for one in record.rejected),
        )

    def annotation(self, record: AnnotationRecord) -> AnnotationRecord:
        """An annotation as it may leave: its note and the words of its attributes masked."""
        return self._annotation(record, frozenset()) if self._hidden else record

    def _annotation(self, record: AnnotationRecord, called: frozenset[UUID]) -> AnnotationRecord:
        note, annotator = self._text(record.note, called), self._text(record.annotator, called)
        values = {key: self._value(key, value, called) for key, value in record.attributes.items()}
        return replace(record, note=note, annotator=annotator, attributes=values)

    def _value(self, key: str, value: Any, called: frozenset[UUID]) -> Any:
        if isinstance(value, str) and key not in self._closed:
            return self._text(value, called)
        return [self._value(key, one, called) for one in value] if isinstance(value, list | tuple) else value

    def _address(self, url: str, called: frozenset[UUID]) -> str:
        """An address without protected names, also where it writes their letters as numbers (%D8%A7)."""
        masked = self._text(url, called, in_small=True)
        plain = unquote(masked)
        if self._text(plain, called, in_small=True) == plain:
            return masked
        host = re.match("[a-z]+://[^/?#]*", masked, re.IGNORECASE)
        kept = host.end() if host else 0
        return masked[:kept] + re.sub(r"\w", BLOCK, masked[kept:])

    def _in_document(self, record: DocumentRecord) -> frozenset[UUID]:
        """The protected sources that a document names whole or is linked to."""
        linked = {source.id for source in record.sources}
        notes = (annotation.note for annotation in record.annotations)
        spelt = [_spelt(words) for words in (record.title, record.byline, record.text, *notes) if words]
        return frozenset(
            one.id for one in self._hidden if one.id in linked or any(_is_in(one.names, words) for words in spelt)
        )

    def _text(self, text: str, called: frozenset[UUID], *, in_small: bool = False) -> str:
        """The text with names hidden, and with the parts of the names of those who are `called` by them.

        `in_small`: a part counts also where it is written small, as in addresses.
        """
        if not text:
            return text
        spelt, places = _spelt(text), set[int]()
        for one in self._hidden:
            whole = [span for name in one.names for span in name.places(spelt)]
            for span in whole:
                places.update(range(*span))
            if whole or one.id in called or self._everywhere:
                for start, end in (span for part in one.parts for span in part.places(spelt)):
                    if in_small or self._everywhere or not text[start].islower():
                        places.update(range(start, end))
        return "".join(BLOCK if at in places and _counts(letter) else letter for at, letter in enumerate(text))


def _spelt(text: str) -> Spelling:
    return spelling(text, folded=True)


def _is_in(names: Iterable[_Name], spelt: Spelling) -> bool:
    return any(True for name in names for _ in name.places(spelt))


def _hidden(source: SourceRecord) -> _Hidden:
    words = dict.fromkeys((source.name, *source.aliases))
    names = [name for word in words for spelt in _spellings(word) if (name := _name(spelt))]
    parts: list[_Name] = []
    if source.kind in (SourceKind.PERSON, SourceKind.UNKNOWN):
        for part in dict.fromkeys(part for word in words for spelt in _spellings(word) for part in terms(spelt)):
            if len(part) >= _SHORTEST_PART and (name := _name(part)):
                parts.append(name)
    return _Hidden(source.id, tuple(names), tuple(parts))


def _spellings(word: str) -> Iterator[str]:
    """A name, and the same as it is written where there is no ü or ø."""
    plain = _MODIFIERS.sub("'", unicodedata.normalize("NFC", word))
    yield plain
    without = plain.casefold().translate(_WITHOUT_UMLAUTS)
    if without != plain.casefold():
        yield without


def _name(words: str) -> _Name | None:
    """How to find a name; None for one that is a single letter or none, which would black out half a text."""
    parts = terms(words)
    letters = sum(map(len, parts))
    if letters < 2:
        return None
    before = next((small for script, small in _BEFORE if script.match(parts[0])), "")
    endings = [_with_ending(part) for part in parts]
    joined = letters >= _JOINED or _LINKED.search(words)
    pattern = endings[0][1]
    for (one, other), (_, expression) in zip(pairwise(parts), endings[1:], strict=True):
        least = 0 if joined or is_single(one[-1]) or is_single(other[0]) else 1
        pattern += _BETWEEN.format(least=least) + expression
    # Looked for at every place, as a false find may lie over the beginning of a true one.
    return _Name(max((stem for stem, _ in endings), key=len), re.compile(f"(?=({before}{pattern}))"))


def _with_ending(part: str) -> tuple[str, str]:
    """What is sure to be in a word however it is inflected, and an expression for all its forms."""
    for script, ending, letters in _ENDED:
        if script.search(part) and len(part) > 2:
            stem = ending.sub("", part)
            return stem, f"{re.escape(stem)}{letters}{{0,{2 if len(stem) < _SHORT_STEM else 3}}}"
    genitive = "(?:s(?![a-z]))?" if part.isascii() and part[-1].isalpha() else ""
    return part, re.escape(part) + genitive


def _is_border(letters: str, at: int) -> bool:
    """True when a word begins or ends here, or the script has no spaces between words."""
    if at <= 0 or at >= len(letters):
        return True
    before, after = letters[at - 1], letters[at]
    if not (is_of_word(before) and is_of_word(after)) or is_single(before) or is_single(after):
        return True
    if _MODIFIERS.match(before) or _MODIFIERS.match(after):
        return True
    return before.isdigit() != after.isdigit()


def _counts(letter: str) -> bool:
    """True for what is blacked out: letters, figures, and the marks on them."""
    return is_of_word(letter) or unicodedata.category(letter)[0] == "M"
