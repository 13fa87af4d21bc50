r"""HTML to text as a person sees it: paragraphs, lists and tables, without what is hidden or runs.

Blocks (paragraphs, headings, quotations) stand apart by an empty line, as in an article saved as text. Lines in a
block (`<br>`, items of a list, rows of a table) end in one `\n`, cells of a row are apart by " | ". White space is what
a browser shows: one space; a no-break space stays. Soft hyphens and control characters are left out, nothing else.
"""

import re

from annotator.formats.limits import LIMITS, Limits
from annotator.formats.page_tree import Element, tree_of

NOT_SHOWN = {
    "head", "title", "style", "script", "noscript", "noframes", "frame", "frameset", "template", "iframe", "object",
    "embed", "applet", "audio", "video", "canvas", "svg", "map", "datalist", "select", "option", "button", "input",
    "textarea", "progress", "meter", "rt", "rp", "rtc",
}  # fmt: skip
BLOCKS = {
    "address", "article", "aside", "blockquote", "body", "caption", "center", "details", "dialog", "div", "dl",
    "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr",
    "html", "legend", "main", "menu", "nav", "ol", "p", "pre", "search", "section", "summary", "ul",
}  # fmt: skip
LINES = {"li", "dt", "dd"}
CELLS = {"td", "th"}
_HIDDEN = re.compile(r"(?i)(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all)")
_SPACES = re.compile("[ \t\n\r\f\v\x1c-\x1f\x85\u2028\u2029]+")
_INVISIBLE = "\u200b\ufeff"
_EDGES = " \xa0" + _INVISIBLE
_DROPPED = dict.fromkeys([*range(0x09), *range(0x0E, 0x1C), 0x7F, 0xAD])
# What stands between two pieces of text; of several the strongest.
_NOTHING, _SPACE, _CELL, _LINE, _BLOCK = range(5)
_BETWEEN = ("", " ", " | ", "\n", "\n\n")


def text_of_html(html: str | bytes, limits: Limits = LIMITS) -> str:
    """What a page, or a piece of one, says. "" when nothing. Raises UnreadableInput for what is over a limit."""
    return text_of_tree(tree_of(html, limits))


def text_of_tree(root: Element) -> str:
    """What an element and those in it say; its tail is not in it."""
    # Loaded late: many files are no HTML.
    from lxml import etree

    lines = _Lines()
    skipped = None
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, element in walk:
        if event == "end":
            lines.close(element, "" if element is skipped else element.tag)
            lines.add(element.tail if element is not root else None)
        elif element.tag in NOT_SHOWN or is_hidden(element):
            skipped = element
            walk.skip_subtree()
        else:
            lines.open(element, element.tag)
            lines.add(element.text)
    return lines.text()


def is_hidden(element: Element) -> bool:
    """True for an element that its own attributes keep off the screen."""
    attributes = element.attrib
    return "hidden" in attributes or ("style" in attributes and bool(_HIDDEN.search(attributes["style"])))


def one_space(text: str) -> str:
    """Text of an element as a browser shows it, with at most one space in a row, at its ends too."""
    return _SPACES.sub(" ", text.translate(_DROPPED))


class _Row:
    """A row of a table that is being read."""

    def __init__(self, row: Element) -> None:
        # Tables that only arrange a page, as e-mails have them, are no tables to a person: one cell, or tables in it.
        cells = sum(cell.tag in CELLS for cell in row)
        self.of_cells = cells > 1 and row.find(".//table") is None and not _arranges(row)
        self.begun = False


def _arranges(row: Element) -> bool:
    """True when the row's table says that it is none."""
    roles = (above.get("role") for _, above in zip(range(2), row.iterancestors(), strict=False))
    return any(role in ("presentation", "none") for role in roles)


class _Lines:
    """Text that grows piece by piece; what stands between two pieces is known when the second comes."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._between = _NOTHING
        self._rows: list[_Row] = []
        self._preformatted = 0

    def text(self) -> str:
        """All of it."""
        return "".join(self._pieces).strip(_EDGES)

    def open(self, element: Element, tag: str) -> None:
        """An element begins."""
        self._break(tag)
        if tag == "tr":
            self._rows.append(_Row(element))
        elif tag in CELLS and self._rows and self._rows[-1].begun:
            self._between = _CELL if self._rows[-1].of_cells else _BLOCK
        elif tag == "pre":
            self._preformatted += 1
        elif tag == "q":  # a browser draws marks around it
            self._put("“")

    def close(self, element: Element, tag: str) -> None:
        """An element ends; "" for one that is not shown."""
        if tag == "tr" and self._rows:
            self._rows.pop()
        elif tag == "pre":
            self._preformatted -= 1
        elif tag == "q":
            self._pieces.append("”")
        elif tag == "br":
            self._line()
        self._break(tag)

    def add(self, text: str | None) -> None:
        """Text as it stands in the page."""
        if not text:
            return
        if not self._preformatted:
            self._put(one_space(text))
            return
        first, *rest = text.translate(_DROPPED).replace("\r\n", "\n").replace("\r", "\n").split("\n")
        self._put(first)
        for line in rest:
            self._line()
            self._put(line)

    def _break(self, tag: str) -> None:
        in_cells = self._rows and self._rows[-1].of_cells
        if tag in ("table", "tr"):
            self._between = max(self._between, _BLOCK if tag == "table" else _LINE)
        elif self._between == _CELL:
            return  # a cell's first block stands beside the cell before it
        elif tag in BLOCKS:
            self._between = max(self._between, _LINE if in_cells else _BLOCK)
        elif tag in LINES:
            self._between = max(self._between, _LINE)

    def _line(self) -> None:
        """The end of a line; the second of two leaves an empty one."""
        if self._between != _CELL:
            self._between = _BLOCK if self._between >= _LINE else _LINE

    def _put(self, text: str) -> None:
        words = text if self._preformatted else text.strip(" ")
        if not words.strip(_EDGES):
            if words.strip(_INVISIBLE) or words != text:
                self._between = max(self._between, _SPACE)
            return
        if text[0] == " " and not self._preformatted:
            self._between = max(self._between, _SPACE)
        if self._between > _SPACE and self._pieces:
            self._pieces[-1] = self._pieces[-1].rstrip(_EDGES)
        if self._pieces:
            self._pieces.append(_BETWEEN[self._between])
        self._pieces.append(words)
        self._between = _SPACE if text[-1] == " " and not self._preformatted else _NOTHING
        if self._rows:
            self._rows[-1].begun = True
