"""The annotations and links that stand in the rows of WebAnno TSV."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from annotator.core.exchange import ExchangedAnnotation, ExchangedLink, place_of
from annotator.core.spans import Span
from annotator.formats.joined_pieces import apart, unused
from annotator.formats.uima_types import DKPRO, SPAN, attribute_of
from annotator.formats.webanno_cells import stack, value_of
from annotator.formats.webanno_reading import Layer, Table, Unit

_LABELS = ("label", "value")
_GRAMMAR = tuple(DKPRO + room for room in ("segmentation.", "lexmorph.", "syntax."))
_NO_ATTRIBUTES = ("key", "note", "annotator", "created")


@dataclass(slots=True)
class _Found:
    """An annotation as it grows from row to row, in the file's units."""

    type: str
    number: str
    start: int
    end: int
    values: dict[str, str] = field(default_factory=dict)
    is_there: bool = True  # whether the words of all its rows stand at their places

    @property
    def label(self) -> str:
        return _label(self.type, self.values)

    @property
    def own_key(self) -> str:
        return self.values.get("key", "") if self.type == SPAN else ""


@dataclass(slots=True)
class _Entry:
    """What one row says of one annotation: the values, still escaped, and the number in brackets."""

    values: dict[str, str]
    number: str


class Spans:
    """All annotations of a file, and where they stand."""

    def __init__(self, table: Table, annotator: str = "") -> None:
        self._table, self._annotator = table, annotator
        self._found: list[_Found] = []
        self._numbered: dict[str, _Found] = {}
        self._on: dict[tuple[str, str], list[_Found]] = {}
        self._key_of: dict[int, str] = {}
        for layer in table.layers:
            if layer.type.startswith(_GRAMMAR):
                table.unread[f"layer {layer.type} of words’ grammar"] += 1
            elif not layer.base:
                self._take(layer)

    def annotations(self) -> tuple[ExchangedAnnotation, ...]:
        """The annotations with their keys; pieces that bear one key are one. To be asked for before the links."""
        groups: dict[tuple[str, str] | int, list[tuple[_Found, Span]]] = {}
        for one in self._found:
            place = self._place(one)
            if place is None:
                self._table.unread["annotation that covers nothing of its text"] += 1
            elif not one.is_there:
                self._table.unread["annotation whose words are not at its place in the text"] += 1
            else:
                groups.setdefault((one.own_key, one.label) if one.own_key else id(one), []).append((one, place))
        made = []
        used = set[str]()
        for group in groups.values():
            for pieces in apart(group):
                first = pieces[0][0]
                key = unused(first.own_key or first.number or "1", used)
                self._key_of |= {id(one): key for one, _ in pieces}
                made.append(self._annotation(key, first, tuple(place for _, place in pieces)))
        return tuple(sorted(made, key=place_of))

    def links(self) -> Iterator[ExchangedLink]:
        """The relations between them; one that leads to nothing is counted as left out."""
        for layer in self._table.layers:
            if not layer.base or layer.type.startswith(_GRAMMAR):
                continue
            for unit, entries in _rows(self._table, layer):
                for entry in entries:
                    link = self._link(layer, unit, entry)
                    if link:
                        yield link
                    else:
                        self._table.unread[f"relation of {layer.type} without both its ends"] += 1

    def _take(self, layer: Layer) -> None:
        for unit, entries in _rows(self._table, layer):
            is_there = not entries or self._table.has(unit)
            for entry in entries:
                one = self._numbered.get(entry.number) if entry.number else None
                if one is None or one.type != layer.type:
                    one = _Found(layer.type, entry.number, *unit.place)
                    one.values = {name: said for name, value in entry.values.items() if (said := value_of(value))}
                    self._found.append(one)
                    if entry.number:
                        self._numbered[entry.number] = one
                one.is_there = one.is_there and is_there
                one.start, one.end = min(one.start, unit.place.start_char), max(one.end, unit.place.end_char)
                self._on.setdefault((layer.type, unit.name), []).append(one)

    def _place(self, one: _Found) -> Span | None:
        place = Span(self._table.point_of(one.start), self._table.point_of(one.end))
        return place if place.start_char < place.end_char <= len(self._table.text) else None

    def _annotation(self, key: str, one: _Found, segments: tuple[Span, ...]) -> ExchangedAnnotation:
        skipped = {*_LABELS[: 1 if "label" in one.values else 2]} | ({*_NO_ATTRIBUTES} if one.type == SPAN else set())
        own = one.values if one.type == SPAN else {}
        return ExchangedAnnotation(
            key,
            one.label,
            segments,
            {attribute_of(name): value for name, value in one.values.items() if name and name not in skipped},
            own.get("note", ""),
            own.get("annotator", "") or self._annotator,
            _moment(own.get("created", "")),
        )

    def _link(self, layer: Layer, unit: Unit, entry: _Entry) -> ExchangedLink | None:
        reference = entry.values.get(layer.base, "")
        begin, _, end = entry.number.partition("_")
        start = self._end(layer.base, reference, begin)
        target = self._end(layer.base, unit.name, end)
        keys = [self._key_of.get(id(one), "") for one in (start, target) if one]
        if len(keys) < 2 or not all(keys):
            return None
        said = {name: words for name, value in entry.values.items() if (words := value_of(value))}
        said.pop(layer.base, None)
        key, annotator = said.get("key", ""), said.get("annotator", "")
        return ExchangedLink(_label(layer.type, said), keys[0], keys[1], annotator or self._annotator, key)

    def _end(self, base: str, unit: str, number: str) -> _Found | None:
        if number.strip("0"):
            return self._numbered.get(number)
        return next(iter(self._on.get((base, unit), ())), None)


def _rows(table: Table, layer: Layer) -> Iterator[tuple[Unit, list[_Entry]]]:
    """Each row, and what it says of each of the annotations of a layer over it; mostly the same as the one before."""
    first, behind = layer.features[0][1], layer.features[-1][1] + 1
    cells: Sequence[str] = ()
    entries: list[_Entry] = []
    for unit in table.units():
        here = unit.cells[first:behind]
        if here != cells:
            cells, entries = here, list(_entries(layer, unit))
        yield unit, entries


def _entries(layer: Layer, unit: Unit) -> Iterator[_Entry]:
    cells = [(name, stack(unit.cells[at])) for name, at in layer.features if at < len(unit.cells)]
    for at in range(max((len(values) for _, values in cells), default=0)):
        here = [(name, values[at]) for name, values in cells if at < len(values)]
        number = next((number for _, (_, number) in here if number), "")
        yield _Entry({name: value for name, (value, _) in here}, number)


def _label(type_: str, values: dict[str, str]) -> str:
    return next((values[name] for name in _LABELS if values.get(name)), type_.rpartition(".")[2])


def _moment(words: str) -> datetime | None:
    try:
        return datetime.fromisoformat(words)
    except ValueError:
        return None
