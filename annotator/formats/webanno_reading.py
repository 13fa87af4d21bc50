"""A file of WebAnno TSV 3, taken in: its text rebuilt from its sentences, its rows put together to annotations.

Layers of spans and of relations are read; chains, slots and the grammar of words are named as what was left out. The
tool counts UTF-16 units; a file that counts code points is known by its own words.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from annotator.core.records import Unread
from annotator.core.spans import Span, Utf16Map
from annotator.errors import UnreadableInput
from annotator.formats.limits import LIMITS
from annotator.formats.webanno_cells import unescape

FORMAT = "#FORMAT=WebAnno TSV 3"
_TEXT = "#Text="
_LAYER = re.compile(r"#T_(SP|RL|CH)=(.*)")
_UNIT = re.compile(r"\d{1,9}-\d{1,9}(\.\d{1,9})?")
_PLACE = re.compile(r"(\d{1,12})-(\d{1,12})")
_TOLD = 100  # broken lines of one file


@dataclass(frozen=True, slots=True)
class Layer:
    """What a line of the header declares: the features that are read with the columns they stand in.

    `base` is the type of what a relation leads between, "" for spans; its column is the last of the features.
    """

    type: str
    features: tuple[tuple[str, int], ...]
    base: str = ""


@dataclass(frozen=True, slots=True)
class Unit:
    """A row: a token or, below it, a part of one. `place` in the file's own units."""

    name: str
    place: Span
    cells: Sequence[str]
    words: str
    is_token: bool


@dataclass(slots=True)
class Table:
    """A whole file. `unread` says what was left out; `broken` lines by number."""

    layers: list[Layer] = field(default_factory=list)
    sentences: list[tuple[str, list[Unit]]] = field(default_factory=list)
    unread: Counter[str] = field(default_factory=Counter)
    broken: list[int] = field(default_factory=list)
    text: str = ""
    point_of: Callable[[int], int] = int

    def units(self) -> Iterator[Unit]:
        """Every row in its order."""
        for _, units in self.sentences:
            yield from units

    def has(self, unit: Unit) -> bool:
        """True when a row's words stand at its place in the text, whatever white space and signs of escape do there."""
        start, end = map(self.point_of, unit.place)
        return _bare(self.text[start:end]) == _bare(unit.words)

    def sentence_spans(self) -> tuple[Span, ...]:
        """From the first token of each sentence to its last one, in code points."""
        ends = [[unit.place for unit in units if unit.is_token] for _, units in self.sentences]
        spans = [Span(self.point_of(places[0].start_char), self.point_of(places[-1].end_char)) for places in ends]
        return tuple(span for span in spans if span.start_char < span.end_char <= len(self.text))

    def left_out(self, name: str) -> Iterator[Unread]:
        """An Unread for each thing that was left out of the file of this name."""
        for what, number in sorted(self.unread.items()):
            yield Unread(name, f"{number:,} × {what}: left out.")
        for number in self.broken[:_TOLD]:
            yield Unread(f"{name}, line {number}", "It is no row of WebAnno TSV and was left out.")
        if len(self.broken) > _TOLD:
            yield Unread(name, f"{len(self.broken) - _TOLD:,} more lines are no rows of WebAnno TSV.")


def read_table(content: str, name: str) -> Table:
    """Read a file's lines and rebuild its text. Raises UnreadableInput for what is no file of this kind.

    `name` is the file's, for the sentences.
    """
    lines = content.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    if not lines[0].startswith(FORMAT):
        raise UnreadableInput(f"“{name}” does not begin as WebAnno TSV 3 does; export it again in that format.")
    table = Table()
    column = 3
    pending: list[str] = []
    for number, line in enumerate(lines[1:], 2):
        if layer := _LAYER.match(line):
            column = _take_layer(table, layer[1], layer[2], column)
        elif line.startswith(_TEXT):
            pending.append(unescape(line[len(_TEXT) :]))
        elif line and not (line.startswith("#") and "\t" not in line):
            unit = _unit(line)
            if unit is None or not (table.sentences or (pending and unit.is_token)):
                table.broken.append(number)
            elif pending and unit.is_token:
                table.sentences.append(("\n".join(pending), [unit]))
                pending = []
            else:
                table.sentences[-1][1].append(unit)
    _rebuild(table, name)
    return table


def _take_layer(table: Table, kind: str, rest: str, column: int) -> int:
    """Note a layer; gives the column behind it."""
    type_, *declared = rest.split("|")
    columns = [name for name in declared if name] or [""]
    behind = column + len(columns)
    if kind == "CH":
        table.unread[f"chain layer {type_}"] += 1
        return behind
    base = ""
    features = []
    is_slot = False
    for at, name in enumerate(columns, column):
        if name.startswith("ROLE_") or is_slot:
            is_slot = not is_slot
            table.unread[f"slots of {type_}"] += is_slot
        elif kind == "RL" and name.startswith("BT_"):
            base = name[3:]
            features.append((base, at))
        else:
            features.append((name, at))
    if features and (base or kind == "SP"):
        table.layers.append(Layer(type_, tuple(features), base))
    return behind


def _unit(line: str) -> Unit | None:
    fields = line.split("\t")
    if len(fields) < 3:
        return None
    name, place = _UNIT.fullmatch(fields[0]), _PLACE.fullmatch(fields[1])
    if not name or not place:
        return None
    start, end = int(place[1]), int(place[2])
    return (
        Unit(fields[0], Span(start, end), fields, unescape(fields[2]), is_token=not name[1]) if start <= end else None
    )


def _rebuild(table: Table, name: str) -> None:
    """Put the text together: in the tool's units, or in code points where the file's own words say so."""
    best: tuple[int, str, Callable[[int], int]] | None = None
    for measure in (_utf16_length, len):
        text = _joined(table, measure)
        if text is None:
            continue
        point_of = Utf16Map(text).to_points if measure is _utf16_length else int
        wrong = sum(text[slice(*map(point_of, unit.place))] != unit.words for unit in table.units())
        if best is None or wrong < best[0]:
            best = (wrong, text, point_of)
        if not wrong:
            break
    if best is None:
        raise UnreadableInput(f"The places in “{name}” do not fit its sentences; export it again.")
    _, table.text, table.point_of = best


def _joined(table: Table, measure: Callable[[str], int]) -> str | None:
    """The sentences at their places; None where they do not fit in.

    The tool itself puts a line break behind a sentence, then spaces, as far as there is room.
    """
    parts: list[str] = []
    length = 0
    for text, units in table.sentences:
        gap = units[0].place.start_char - length
        if not 0 <= gap <= LIMITS.article_bytes:
            return None
        parts.append("\n" + " " * (gap - 1) if gap and parts else " " * gap)
        parts.append(text)
        length += gap + measure(text)
        if length > LIMITS.article_bytes:
            return None
    return "".join(parts)


def _bare(words: str) -> str:
    return "".join(words.split()).replace("\\", "")


def _utf16_length(text: str) -> int:
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2
