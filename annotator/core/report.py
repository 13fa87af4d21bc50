"""A report as plain records: headings, paragraphs, facts and tables, before any format has a say.

Who makes one (report_article.py and those beside it) knows no format, and no format knows what a report is about.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import NamedTuple

from annotator.core.schema import LabelSet, Pattern

_NO_FILE_HOLDS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_REPLACED = "\ufffd"
_TINT = 0.16


class Kind(StrEnum):
    """What a report is about."""

    ARTICLE = "article"
    LIBEL = "libel"
    AGREEMENT = "agreement"
    CORRECTIONS = "corrections"
    GOLD = "gold"


class Style(StrEnum):
    """How a paragraph is set.

    TEXT is a paragraph of an article, CAPTION one under a picture. A PASSAGE holds the exact words of an annotation,
    which must come back unchanged from every file. A NOTICE says what is not in the report.
    """

    PLAIN = "plain"
    QUIET = "quiet"
    TEXT = "text"
    CAPTION = "caption"
    PASSAGE = "passage"
    NOTICE = "notice"


class Mark(NamedTuple):
    """How a label looks on paper: its key and title, its ink as `#rrggbb`, the tint behind words, the underline."""

    key: str
    title: str
    ink: str
    tint: str
    pattern: Pattern


class Piece(NamedTuple):
    """Words of a paragraph that look the same. `marks` are keys of the labels over them, the outermost first.

    A `number` is no part of the text: it says where passage 3 begins ("[3") or ends ("3]").
    """

    text: str
    marks: tuple[str, ...] = ()
    bold: bool = False
    number: bool = False


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1 to 3. `language` is that of its words, "" for that of the report."""

    words: str
    level: int = 2
    language: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    r"""A paragraph; "\n" in a piece breaks its line."""

    pieces: tuple[Piece, ...]
    style: Style = Style.PLAIN
    language: str = ""

    @property
    def text(self) -> str:
        """The words, without the numbers of passages."""
        return "".join(piece.text for piece in self.pieces if not piece.number)


class Fact(NamedTuple):
    """A name and what is known under it; `language` is that of the words, "" for that of the report."""

    name: str
    words: str
    language: str = ""


@dataclass(frozen=True, slots=True)
class Facts:
    """Names and values, one pair a row."""

    rows: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under headings. Columns from `figures_from` on hold figures, None: no column does."""

    caption: str
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    figures_from: int | None = None


Block = Heading | Paragraph | Facts | Table


@dataclass(frozen=True, slots=True)
class Part:
    """What stands together; on paper each of several parts begins on a page of its own."""

    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class Report:
    """A whole report. `made` is the time that it tells of, as printed; `parts` come one by one and only once.

    `count` is how many parts there will be, `language` that of the report's own words. `go_on` is asked between long
    pieces of work and raises Cancelled when they are to stop. `contents` are the words over a list of the parts.
    """

    title: str
    made: str
    language: str
    marks: tuple[Mark, ...] = ()
    front: tuple[Block, ...] = ()
    parts: Iterable[Part] = field(default_factory=tuple)
    count: int = 0
    go_on: Callable[[], None] = lambda: None
    contents: tuple[str, str] = ("Contents", "Page")


def plain(words: str, style: Style = Style.PLAIN, language: str = "") -> Paragraph:
    """A paragraph of words that all look the same."""
    return Paragraph((Piece(words),), style, language)


def can_be_written(words: str) -> str:
    """The words with every character that no document can hold as U+FFFD; lengths stay."""
    return _NO_FILE_HOLDS.sub(_REPLACED, words.replace("\r", "\n")) if not words.isprintable() else words


def passages_in(blocks: Iterable[Block]) -> Iterator[str]:
    """The exact words that have to come back from a file, in order."""
    for block in blocks:
        if isinstance(block, Paragraph) and block.style is Style.PASSAGE:
            yield block.text


def cleaned(part: Part) -> Part:
    """The part with nothing in it that no document can hold."""
    return Part(can_be_written(part.title), tuple(map(_cleaned, part.blocks)))


def words_of(block: Block) -> Iterator[str]:
    """All words of a block: what a typeface must have letters for."""
    if isinstance(block, Heading):
        yield block.words
    elif isinstance(block, Paragraph):
        yield from (piece.text for piece in block.pieces)
    elif isinstance(block, Facts):
        for row in block.rows:
            yield from (row.name, row.words)
    else:
        yield block.caption
        yield from block.headings
        for cells in block.rows:
            yield from cells


def marks_of(label_set: LabelSet) -> tuple[Mark, ...]:
    """How the labels of a label set look on white paper, retired ones too."""
    return tuple(
        Mark(label.key, label.title, label.colours.light, tint_of(label.colours.light), label.pattern)
        for label in label_set.labels
    )


def tint_of(ink: str) -> str:
    """A light tint of an ink on white, behind black words: `#rrggbb`."""
    parts = (int(ink[at : at + 2], 16) for at in (1, 3, 5))
    return "#" + "".join(f"{round(255 - (255 - part) * _TINT):02x}" for part in parts)


def _cleaned(block: Block) -> Block:
    if all(word.isprintable() for word in words_of(block)):
        return block
    clean = can_be_written
    if isinstance(block, Heading):
        return replace(block, words=clean(block.words))
    if isinstance(block, Paragraph):
        return replace(block, pieces=tuple(piece._replace(text=clean(piece.text)) for piece in block.pieces))
    if isinstance(block, Facts):
        return Facts(tuple(row._replace(name=clean(row.name), words=clean(row.words)) for row in block.rows))
    rows = tuple(tuple(map(clean, cells)) for cells in block.rows)
    return replace(block, caption=clean(block.caption), headings=tuple(map(clean, block.headings)), rows=rows)
