"""The text of a story inside XML: XHTML or NITF, whatever prefixes its elements have."""

from typing import Any

from annotator.formats.html_text import text_of_html
from annotator.formats.limits import Limits
from annotator.formats.wire_text import one_line

# Elements of NITF by what HTML calls them; media and notes to editors are no text of the story.
_HTML = {"hl1": "h1", "hl2": "h2", "block": "div", "bq": "blockquote", "credit": "p", "fn": "p", "pronounce": "span"}
_NO_TEXT = frozenset({"media", "note", "nitf-table", "correction", "content"})


def text_of(element: Any, limits: Limits) -> str:
    """What an element says, as a person reads it. The element is changed. Raises UnreadableInput over a limit."""
    # Loaded already by whoever parsed the element.
    from lxml import etree

    for one in element.iter(etree.Element):
        name = etree.QName(one).localname
        one.tag = "script" if name in _NO_TEXT else _HTML.get(name, name)
    return text_of_html(etree.tostring(element, encoding="unicode", method="html", with_tail=False), limits).strip()


def words_of(element: Any) -> str:
    """All the words of a short element on one line; "" for None."""
    return "" if element is None else one_line(" ".join(element.itertext()))
