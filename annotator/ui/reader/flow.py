"""The document as one long column of which only what is in view is laid out.

Blocks out of view have estimated heights, put right once they are laid out. The view hangs on an
anchor, a block and a distance below its top, so a correction above it moves nothing on screen.
"""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtGui import QTextCharFormat

from annotator.core.spans import Span
from annotator.ui.reader.blocks import Block, Kind
from annotator.ui.reader.decorations import Decoration
from annotator.ui.reader.heights import Heights
from annotator.ui.reader.layout import BlockLayout, Setting
from annotator.ui.reader.typography import Typography

# Blocks kept laid out: some screens of text around the view.
_KEPT = 160
_SAMPLE = 2000

Formats = Callable[[Block], list[tuple[int, int, QTextCharFormat]]]
# How many lanes more than usual the underlines of a block need.
Lanes = Callable[[Block], int]


@dataclass(slots=True)
class Laid:
    """A block that is laid out.

    `above` is the space over its text, `lanes` the underlines more than usual that it is set for;
    `decoration` is made when painted.
    """

    index: int
    block: Block
    layout: BlockLayout
    above: float
    lanes: int
    decoration: Decoration | None = None

    @property
    def span(self) -> Span:
        """The block's stretch of the document."""
        return Span(self.block.start_char, self.block.end_char)


class Flow:
    """Blocks from top to bottom, the anchor of the view, and the blocks laid out around it."""

    def __init__(self, text: str, title: str, blocks: Sequence[Block], formats: Formats, lanes: Lanes) -> None:
        self.text = text
        self.blocks = blocks
        self.anchor = (0, 0.0)
        self._title = title
        self._formats = formats
        self._lanes = lanes
        self._starts = [block.start_char for block in blocks]
        self._laid: dict[int, Laid] = {}
        self._typography: Typography | None = None
        self._width = 0.0
        self._byline = 0.0
        self.heights = Heights([])

    def set(self, typography: Typography, width: float, byline: float) -> None:
        """Set everything anew for a face, a column's width and a byline's height; the anchor stays in its text."""
        block, offset = self.anchor
        former = self.heights[block] if len(self.heights) else 0.0
        self._typography, self._width, self._byline = typography, width, byline
        self._laid.clear()
        self.heights = Heights(self._estimates(typography))
        if former and offset > 0:
            self.anchor = (block, offset * self.height(block) / former)

    def laid(self, index: int) -> Laid:
        """A block, laid out now if it is not yet; its height is corrected then."""
        found = self._laid.pop(index, None)
        if found is None:
            found = self._lay_out(index)
            while len(self._laid) >= _KEPT:
                del self._laid[next(iter(self._laid))]
        self._laid[index] = found  # the latest used is the last to be dropped
        return found

    def height(self, index: int) -> float:
        """The true height of a block."""
        self.laid(index)
        return self.heights[index]

    def block_at(self, position: int) -> int:
        """The block on which a position of the text lies; between two, the one before."""
        return max(0, bisect_right(self._starts, position) - 1)

    def blocks_on(self, span: Span) -> range:
        """The blocks that have text on a span."""
        first = self.block_at(span.start_char)
        last = self.block_at(max(span.start_char, span.end_char - 1))
        return range(first, last + 1)

    def forget_decorations(self, span: Span, formats: bool = False) -> list[int]:
        """What labels draw on a span has changed (`formats`: the text's colours too); the blocks kept there."""
        changed = [index for index in self.blocks_on(span) if index in self._laid] if self.blocks else []
        for index in changed:
            laid = self._laid[index]
            laid.decoration = None
            if formats or laid.lanes != self._lanes(laid.block):
                # Qt does not bear other formats on lines that are laid out: it reads freed memory.
                del self._laid[index]
        return changed

    def forget_formats(self) -> None:
        """Colours have changed everywhere: what is in view is laid out anew when it is painted."""
        self._laid.clear()

    @property
    def top(self) -> float:
        """Where the view begins in the whole column, as far as is known."""
        return self.heights.top(self.anchor[0]) + self.anchor[1]

    def jump(self, y: float) -> None:
        """Begin the view at a height of the column."""
        if self.blocks:
            block = self.heights.at(y)
            self.anchor = (block, max(0.0, y - self.heights.top(block)))

    def walk(self, distance: float) -> None:
        """Move the view by a distance over blocks as high as they truly are, so that nothing jumps."""
        block, offset = self.anchor
        offset += distance
        while offset < 0 and block > 0:
            block -= 1
            offset += self.height(block)
        while block < len(self.blocks) - 1 and offset >= self.height(block):
            offset -= self.height(block)
            block += 1
        self.anchor = (block, max(0.0, offset))

    def in_view(self, height: float) -> list[tuple[Laid, float]]:
        """The blocks in a view of some height, each with the height of its top above or below the view's."""
        found: list[tuple[Laid, float]] = []
        if not self.blocks or self._typography is None:
            return found
        block, y = self.anchor[0], -self.anchor[1]
        while block < len(self.blocks) and y < height:
            laid = self.laid(block)
            found.append((laid, y))
            y += self.heights[block]
            block += 1
        return found

    def keep_within(self, height: float) -> None:
        """Pull the view back when it would show more than the end of the text."""
        rest, block = -self.anchor[1], self.anchor[0]
        while block < len(self.blocks) and rest < height:
            rest += self.height(block)
            block += 1
        if rest < height:
            self.walk(rest - height)

    def _lay_out(self, index: int) -> Laid:
        typography = self._typography
        if typography is None:
            raise RuntimeError("A flow lays out only after it has been set.")
        block = self.blocks[index]
        headline = block.kind is Kind.HEADLINE
        font = typography.headline if headline else typography.body
        line_height = typography.headline_height if headline else typography.line_height
        shown = self.text[block.start_char : block.end_char] or self._title
        lanes = self._lanes(block)
        setting = Setting(font, self._width, line_height, lanes * typography.lane_step)
        layout = BlockLayout(shown, setting, self._formats(block))
        above = self._above(index, typography)
        self.heights[index] = above + layout.height + self._below(index, typography)
        return Laid(index, block, layout, above, lanes)

    def _above(self, index: int, typography: Typography) -> float:
        if index == 0:
            return typography.page_margin
        kind = self.blocks[index].kind
        if kind is Kind.PARAGRAPH:
            return typography.paragraph_gap
        return typography.line_gap if kind is Kind.LINE else 0.0

    def _below(self, index: int, typography: Typography) -> float:
        below = self._byline if self.blocks[index].kind is Kind.HEADLINE else 0.0
        return below + (typography.page_margin if index == len(self.blocks) - 1 else 0.0)

    def _estimates(self, typography: Typography) -> list[float]:
        """Heights by length: as many lines as the column's width needs at the text's mean width."""
        sample = self.text[:_SAMPLE].replace("\n", " ")
        mean = typography.metrics.horizontalAdvance(sample) / len(sample) if sample else typography.advance
        per_line = max(1, int(self._width / max(mean, 1.0)))
        line, gaps = typography.line_height, (0.0, typography.paragraph_gap, typography.line_gap, 0.0)
        heights = [((end - start) // per_line + 1) * line + gaps[kind] for start, end, kind in self.blocks]
        if heights:
            heights[0] += typography.page_margin + self._byline
            heights[-1] += typography.page_margin
        return heights
