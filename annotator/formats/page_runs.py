"""A page as runs of text: what stands between two breaks of a block, with what is around it.

Whatever can be told from the elements alone to be no article (menus, figures, side boxes, what is hidden) has no runs.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from annotator.formats.html_text import BLOCKS, CELLS, LINES, NOT_SHOWN, is_hidden, one_space
from annotator.formats.page_tree import Element

_BESIDE = {"nav", "footer", "aside", "figure", "menu", "dialog"}
_ROLES = {"navigation", "complementary", "contentinfo", "dialog", "banner", "search", "alert", "menu"}
_BREAKING = BLOCKS | LINES | CELLS | {"tr"}
_AROUND = 5  # so many elements around a run are asked what they are called
_LONGEST_NAME = 300
_INVISIBLE = " \xa0\u200b\u2060\ufeff\n"


@dataclass(slots=True, eq=False)
class Run:
    """A piece of text without a break in it. Lines that `<br>` ends are lines of it.

    `linked` counts its characters that are links. `around` are the elements it stands in, the nearest first, at most
    five; `article` is the outermost `<article>` around it. `in_headline` says that it stands in an `<h1>`.
    """

    text: str
    flat: str
    linked: int
    around: tuple[Element, ...]
    article: Element | None
    in_headline: bool

    @property
    def tag(self) -> str:
        """The element that it stands in: "p"."""
        return str(self.around[0].tag)

    @property
    def is_heading(self) -> bool:
        """True for what stands in a heading of a section."""
        return self.tag in ("h2", "h3", "h4", "h5", "h6")

    @property
    def share_of_links(self) -> float:
        """How much of it is links: 0 to 1."""
        return self.linked / len(self.text)

    @property
    def is_sentence(self) -> bool:
        """True for what ends like a sentence."""
        return self.text[-1] in '.!?…。！？।؟۔:"”»“」)'


def flattened(text: str) -> str:
    """A text by its letters and figures alone, to compare it with another."""
    return re.sub(r"\W+", " ", text).strip().casefold()


def names_of(elements: Sequence[Element]) -> str:
    """What the makers of a page called these elements, their classes and keys, as one text."""
    return " ".join(f"{(e.get('class') or '')[:_LONGEST_NAME]} {(e.get('id') or '')[:_LONGEST_NAME]}" for e in elements)


def runs_of(root: Element) -> list[Run]:
    """The runs of a page in their order."""
    # Loaded late: many files are no HTML.
    from lxml import etree

    runs = _Runs(root)
    skipped = None
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, element in walk:
        tag = element.tag
        if event == "end":
            if element is not skipped:
                runs.close(element, tag)
            if element is not root:
                runs.add(element.tail)
        elif tag in NOT_SHOWN or tag in _BESIDE or element.get("role") in _ROLES or is_hidden(element):
            skipped = element
            walk.skip_subtree()
            if tag in _BREAKING:
                runs.flush()
        else:
            runs.open(element, tag)
            runs.add(element.text)
    runs.flush()
    return runs.found


class _Runs:
    """The runs found so far, and the one that is growing."""

    def __init__(self, root: Element) -> None:
        self.found: list[Run] = []
        self._stack = [root]
        self._pieces: list[str] = []
        self._in_links = 0
        self._linked = 0
        self._breaks = 0

    def open(self, element: Element, tag: str) -> None:
        """An element begins."""
        if tag in _BREAKING:
            self.flush()
            self._stack.append(element)
        elif tag == "a":
            self._in_links += 1

    def close(self, element: Element, tag: str) -> None:
        """An element ends."""
        if self._stack[-1] is element:
            self.flush()
            if len(self._stack) > 1:
                self._stack.pop()
        elif tag == "a":
            self._in_links -= 1
        elif tag == "br":
            self._breaks += 1
            self._pieces.append("\n")
            if self._breaks == 2:  # as good as a new paragraph
                self.flush()

    def add(self, text: str | None) -> None:
        """Text as it stands in the page."""
        if not text:
            return
        text = one_space(text)
        self._pieces.append(text)
        if words := text.strip():
            self._breaks = 0
            self._linked += len(words) if self._in_links else 0

    def flush(self) -> None:
        """A block begins or ends."""
        text = re.sub(" *\n *", "\n", re.sub(" {2,}", " ", "".join(self._pieces))).strip(_INVISIBLE)
        if text:
            around = tuple(self._stack[: -_AROUND - 1 : -1])
            article = next((element for element in self._stack if element.tag == "article"), None)
            in_headline = any(element.tag == "h1" for element in self._stack)
            self.found.append(Run(text, flattened(text), self._linked, around, article, in_headline))
        self._pieces, self._linked, self._breaks = [], 0, 0
