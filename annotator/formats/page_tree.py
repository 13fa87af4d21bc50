"""HTML of any kind as a tree, under limits: how a page is parsed before anything looks at it.

A first pass builds nothing and counts how deep elements lie and how many attributes one has, because the parser
takes minutes for what no article has, or stops without a word where it finds a page too deep.
"""

import re
from collections.abc import Mapping
from typing import Any

from annotator.errors import UnreadableInput
from annotator.formats.limits import LIMITS, Limits, megabytes
from annotator.formats.page_encoding import decode_page

Element = Any
"""An element of lxml, which has no types."""

_CONTROLS = {
    0: "\ufffd",
    **dict.fromkeys([*range(0x01, 0x09), *range(0x0E, 0x20), 0xFFFE, 0xFFFF]),
    **dict.fromkeys((0x0B, 0x0C), " "),
}
_NUMBERED = re.compile(r"&#(?:[xX]0*([0-9a-fA-F]{1,4})(?![0-9a-fA-F])|0*([0-9]{1,5})(?![0-9]));?")


def tree_of(html: str | bytes, limits: Limits = LIMITS, encoding: str | None = None) -> Element:
    """The root element of a page or of a piece of one, without comments; an empty one for nothing at all.

    Nothing is fetched, run or looked up. Raises UnreadableInput for what is over a limit.
    """
    # Loaded late: many files are no HTML.
    from lxml import etree
    from lxml.html import HTMLParser

    if len(html) > limits.page_bytes:
        raise UnreadableInput(
            f"The page has {megabytes(len(html))}; the limit for one page is {megabytes(limits.page_bytes)}, "
            "so save the article alone or as plain text."
        )
    text = decode_page(html, encoding) if isinstance(html, bytes) else html
    content = _cleaned(text).encode("utf-8", "replace")
    if not content.strip():
        return HTMLParser().makeelement("html")
    # Not the parser's own limit on depth, which cuts the rest of the page off in silence: the count is ours.
    common = {"encoding": "utf-8", "no_network": True, "huge_tree": True, "remove_pis": True}
    count = etree.HTMLParser(target=_Count(limits), **common)
    count.feed(content)
    count.close()
    parser = HTMLParser(remove_comments=True, **common)
    root = etree.fromstring(content, parser)
    return parser.makeelement("html") if root is None else root


def _cleaned(text: str) -> str:
    """A page without what the parser lets in, but lets nobody write again: control characters, also by number."""
    text = _NUMBERED.sub(lambda found: "" if _is_control(found) else found.group(), text.lstrip("\ufeff"))
    return text.translate(_CONTROLS)


def _is_control(found: re.Match[str]) -> bool:
    number = int(found.group(2), 10) if found.group(2) else int(found.group(1), 16)
    return number in _CONTROLS and number != 0


class _Count:
    """What the parser tells of each element while it builds nothing. Raises UnreadableInput over a limit."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._depth = 0
        self._elements = 0

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""
        self._depth += 1
        if self._depth > self._limits.nesting:
            raise UnreadableInput(
                f"The elements of the page lie more than {self._limits.nesting} deep in each other, which is the "
                "limit; copy the article's text and paste it."
            )
        self._elements += 1
        if self._elements > self._limits.elements:
            raise UnreadableInput(
                f"The page has more than {self._limits.elements:,} elements, which is the limit; "
                "copy the article's text and paste it."
            )
        # A parser compares each with all before it.
        if len(attributes) > self._limits.attributes:
            raise UnreadableInput(
                f"An element of the page has more than {self._limits.attributes:,} attributes, which is the limit; "
                "copy the article's text and paste it."
            )

    def end(self, tag: str) -> None:
        """An element ends."""
        self._depth -= 1

    def close(self) -> None:
        """The page ends."""
