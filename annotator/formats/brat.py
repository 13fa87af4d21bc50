"""brat standoff: what stands in a `.ann` file beside its text (https://brat.nlplab.org/standoff.html).

Text-bound annotations (T, in one piece or several), relations (R), attributes (A, M) and notes (#) are read; events,
normalisations and equivalences are named as what was left out. Offsets count code points of the text with its line
ends as they are counted here, end excluded.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from annotator.core.spans import Span

_SPANS = re.compile(r"(\S+) (\d{1,12} \d{1,12}(?:;\d{1,12} \d{1,12})*)\s*\Z")
_RELATION = re.compile(r"(\S+) \S+?:(T\d+) \S+?:(T\d+)\s*\Z")
_ATTRIBUTE = re.compile(r"(\S+) (T\d+)(?: (.*))?\Z")
_NO_SPAN = re.compile(r"\S+ (?:\S+?:)?[ER]\d+(?:\s|\Z)|\S+ \S+?:T\d+ \S+?:[ER]\d+\s*\Z")
_NOTE = re.compile(r"\S+ (T\d+)\Z")
NO_LINE = "It is no line of brat, or has the id of another one, and was left out."
"""What is told of lines in `broken`."""
_OTHERS = {"E": "events", "N": "normalisations", "*": "equivalences"}
_OF_OTHERS = dict.fromkeys("AM", "attributes of events and relations") | {"R": "relations of events"}


@dataclass(frozen=True, slots=True)
class BratSpan:
    """A text-bound annotation: `label` as the file calls it, `covered` the words that the file says it covers."""

    key: str
    label: str
    segments: tuple[Span, ...]
    covered: str
    line: int


@dataclass(frozen=True, slots=True)
class BratRelation:
    """A relation from one span to another, by their ids."""

    kind: str
    from_id: str
    to_id: str


@dataclass(slots=True)
class BratFile:
    """What a file says. `attributes` and `notes` by the id of their span; an attribute without a value is True.

    `unread` counts what was left out by its kind, `broken` has the numbers of lines that cannot be understood, or whose
    span has the id of another one. `keys` are the ids of the spans.
    """

    spans: list[BratSpan] = field(default_factory=list)
    relations: list[BratRelation] = field(default_factory=list)
    attributes: dict[str, dict[str, str | bool]] = field(default_factory=dict)
    notes: dict[str, str] = field(default_factory=dict)
    unread: Counter[str] = field(default_factory=Counter)
    broken: list[int] = field(default_factory=list)
    keys: set[str] = field(default_factory=set)


def read_brat(content: str) -> BratFile:
    """Read the lines of a `.ann` file. Nothing in it stops the reading: what is no brat is told by its line."""
    found = BratFile()
    for number, line in enumerate(content.splitlines(), 1):
        if line.strip() and not _take(found, number, line):
            found.broken.append(number)
    return found


def fits(span: BratSpan, text: str) -> bool:
    """True when the text has at the span's places the words that the file says, whatever white space parts them.

    The pieces may stand in the file in another order than in the text.
    """
    if span.segments[-1].end_char > len(text):
        return False
    there = " ".join(text[start:end] for start, end in span.segments).split()
    said = span.covered.split()
    return there == said or (len(span.segments) > 1 and sorted(there) == sorted(said))


def _take(found: BratFile, number: int, line: str) -> bool:
    """Take one line in; False when it cannot be understood."""
    key, _, rest = line.partition("\t")
    if key[:1] == "T":
        return _take_span(found, number, key, rest)
    if key[:1] == "R" and (relation := _RELATION.match(rest)):
        found.relations.append(BratRelation(*relation.groups()))
        return True
    if key[:1] in ("A", "M") and (attribute := _ATTRIBUTE.match(rest)):
        name, of, value = attribute.groups()
        found.attributes.setdefault(of, {})[name] = value or True
        return True
    if key[:1] in _OF_OTHERS and _NO_SPAN.match(rest):
        found.unread[_OF_OTHERS[key[:1]]] += 1
        return True
    if key[:1] == "#":
        return _take_note(found, rest)
    if key[:1] in _OTHERS:
        found.unread[_OTHERS[key[:1]]] += 1
        return True
    return False


def _take_span(found: BratFile, number: int, key: str, rest: str) -> bool:
    head, _, covered = rest.partition("\t")
    said = _SPANS.match(head)
    if not said:
        return False
    segments = tuple(_segments(said[2]))
    if not segments or key in found.keys:
        return False
    found.keys.add(key)
    found.spans.append(BratSpan(key, said[1], segments, covered, number))
    return True


def _take_note(found: BratFile, rest: str) -> bool:
    head, _, words = rest.partition("\t")
    about = _NOTE.match(head)
    if about is None:
        found.unread["notes on other things"] += 1
    else:
        found.notes[about[1]] = words
    return True


def _segments(places: str) -> Iterator[Span]:
    """The pieces in the order of the text; nothing where one of them is empty or two overlap."""
    pieces = sorted(Span(*map(int, piece.split())) for piece in places.split(";"))
    ends = [0, *(piece.end_char for piece in pieces)]
    if all(end <= piece.start_char < piece.end_char for end, piece in zip(ends, pieces, strict=False)):
        yield from pieces
