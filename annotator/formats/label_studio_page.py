"""The text of a page of HTML that Label Studio counts in, and the breaks between blocks that it does not count."""

from bisect import bisect_left, bisect_right
from itertools import pairwise
from typing import Any

from annotator.core.spans import Span
from annotator.formats.foreign_text import ForeignText
from annotator.formats.line_ends import LineEnds
from annotator.formats.page_tree import tree_of

_NO_TEXT = ("head", "script", "style")
_BLOCKS = {
    "address", "article", "aside", "blockquote", "body", "caption", "dd", "details", "div", "dl", "dt", "fieldset",
    "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "legend", "li",
    "main", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
}  # fmt: skip


class PageText:
    """A page's text; `text` has every block in a line of its own. Places are told as the tool counts, without those."""

    def __init__(self, page: str) -> None:
        """Raises UnreadableInput for a page over a limit."""
        counted, breaks = _read(page)
        ends = LineEnds(counted)
        self._counted = ForeignText(counted)
        self._breaks = [ends.place(at) for at in breaks]
        bounds = [0, *self._breaks, len(ends.text)]
        self.text = "\n".join(ends.text[start:end] for start, end in pairwise(bounds))
        self._whole = ForeignText(self.text)

    def place(self, start: Any, end: Any, words: str = "") -> Span:
        """Where a stretch is in `text`. Raises ValueError with a plain reason when it is nowhere."""
        try:
            span = self._shifted(self._counted.place(start, end, words))
        except ValueError:
            if not words:
                raise
        else:
            return span
        at = self._counted_place(start, end)  # the words may have the line breaks that a person sees
        return self._whole.place(*at, words)

    def _shifted(self, span: Span) -> Span:
        """A place with the breaks before it, and not those at its edges."""
        start = span.start_char + bisect_right(self._breaks, span.start_char)
        return Span(start, span.end_char + bisect_left(self._breaks, span.end_char))

    def _counted_place(self, start: Any, end: Any) -> tuple[Any, Any]:
        try:
            span = self._shifted(self._counted.place(start, end))
        except ValueError:
            return None, None
        return span.start_char, span.end_char


def _read(page: str) -> tuple[str, list[int]]:
    """All that stands between marks, a break one character; and where a new block begins in the line of another."""
    # Loaded late: few tasks are pages.
    from lxml import etree

    found = _Found()
    root = tree_of(page)
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, element in walk:
        if element.tag in _BLOCKS:
            found.is_new_block = True
        if event == "end":
            found.add(element.tail or "" if element is not root else "")
        elif element.tag in _NO_TEXT:
            walk.skip_subtree()
        else:
            found.add("\n" if element.tag == "br" else element.text or "")
    return "".join(found.parts), found.breaks


class _Found:
    """What has been read of a page."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.breaks: list[int] = []
        self.is_new_block = False
        self._length = 0
        self._in_line = False  # whether letters stand before in the same line

    def add(self, words: str) -> None:
        """Add words; a break goes before the first of a block."""
        blank = len(words) - len(words.lstrip())
        if "\n" in words[:blank] or "\r" in words[:blank]:
            self._in_line = False
        if blank < len(words):
            if self.is_new_block and self._in_line:
                self.breaks.append(self._length + blank)
            self.is_new_block, self._in_line = False, not words[len(words.rstrip()) :].count("\n")
        self.parts.append(words)
        self._length += len(words)
