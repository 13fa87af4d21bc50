"""The beginning of a report, short enough to be looked at without a wait."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from annotator.core.report import Block, Paragraph, Piece, words_of

LONGEST = 40_000
"""So many characters are shown of a report, some ten pages."""


def beginning(blocks: Iterable[Block], longest: int = LONGEST) -> Iterator[Block]:
    """The blocks up to so many characters; a paragraph that goes beyond is cut there."""
    room = longest
    for block in blocks:
        length = sum(map(len, words_of(block)))
        if length <= room:
            yield block
        elif isinstance(block, Paragraph) and room:
            yield replace(block, pieces=tuple(_cut(block.pieces, room)))
        if length > room:
            return
        room -= length


def _cut(pieces: Iterable[Piece], room: int) -> Iterator[Piece]:
    for piece in pieces:
        if len(piece.text) > room:
            yield piece._replace(text=piece.text[:room] + "…")
            return
        yield piece
        room -= len(piece.text)
