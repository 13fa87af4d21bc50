"""A stretch that a reading pane shows, and what it draws of it on one block of text."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple
from uuid import UUID

from annotator.core.schema import Label
from annotator.core.spans import Span
from annotator.ui.reader.decorations import assign_lanes
from annotator.ui.reader.layout import BlockLayout, Fragment

_ROOMY_LANES = 2


@dataclass(frozen=True, slots=True)
class ShownSpan:
    """A label on stretches of a text, as one person put it there.

    `mark` stands in the margin where it begins, e.g. a person's initials, in `mark_ink` (`#rrggbb`, "" = the label's
    ink). A `struck` one is faint and its underline struck through: something else counts in its place. `tip` is said
    of it when the pointer rests on it.
    """

    id: UUID
    segments: tuple[Span, ...]
    label: Label | None
    mark: str = ""
    mark_ink: str = ""
    struck: bool = False
    tip: str = ""

    @property
    def extent(self) -> Span:
        """From the first segment's start to the last one's end."""
        return Span(self.segments[0].start_char, self.segments[-1].end_char)


class Piece(NamedTuple):
    """A piece of a span on one line; `joins`: the dots between two segments of it."""

    span: ShownSpan
    lane: int
    fragment: Fragment
    joins: bool


class Drawn(NamedTuple):
    """All that spans draw on a block. `starts`: the spans that begin on each line."""

    pieces: tuple[Piece, ...]
    starts: dict[int, list[ShownSpan]]


def drawn_on(layout: BlockLayout, block: Span, spans: Sequence[ShownSpan]) -> Drawn:
    """What these spans, all of which touch the block, draw on it."""
    lanes = lanes_of(block, spans)
    pieces: list[Piece] = []
    starts: dict[int, list[ShownSpan]] = {}
    for span in spans:
        for start, end, joins in _parts(span, block):
            fragments = layout.fragments(start - block.start_char, end - block.start_char)
            pieces.extend(Piece(span, lanes[span.id], fragment, joins) for fragment in fragments)
        first = span.segments[0].start_char
        if block.start_char <= first < block.end_char:
            starts.setdefault(layout.line_of(first - block.start_char), []).append(span)
    return Drawn(tuple(pieces), starts)


def lanes_of(block: Span, spans: Iterable[ShownSpan]) -> dict[UUID, int]:
    """Which underline below the text each span has on a block, 0 the nearest."""
    return assign_lanes([(span.id, _within(span.extent, block)) for span in spans])


def extra_lanes(block: Span, spans: Sequence[ShownSpan]) -> int:
    """How many underlines more than the leading has room for the spans on a block need."""
    if len(spans) <= _ROOMY_LANES:
        return 0
    return max(0, max(lanes_of(block, spans).values()) + 1 - _ROOMY_LANES)


def _within(span: Span, block: Span) -> Span:
    return Span(max(span.start_char, block.start_char), min(span.end_char, block.end_char))


def _parts(span: ShownSpan, block: Span) -> Iterator[tuple[int, int, bool]]:
    """Segments on a block, and the gaps between those that both lie on it."""
    former: Span | None = None
    for segment in span.segments:
        if segment.overlaps(block):
            part = _within(segment, block)
            if former:
                yield former.end_char, part.start_char, True
            yield *part, False
            former = part
