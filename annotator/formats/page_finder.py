"""What trafilatura, which knows a great many pages, finds in one: the article's text, and its authors.

Only that half of it is used. It comes with another one that fetches pages, and merely to import that opens a socket:
urllib3 tries whether this machine has IPv6. Nothing here speaks to anybody, so it is told beforehand.
"""

import sys
from functools import cache
from importlib import import_module
from types import ModuleType
from typing import Any

from annotator.formats.page_authors import names
from annotator.formats.page_tree import Element

_LONGEST_TOLD = 2_000  # characters that a page says of itself in one place; a name of brackets takes quadratic time


def found_text(root: Element) -> str:
    """The article's text, a line for each paragraph; "" when there seems to be none."""
    library = _trafilatura()
    try:
        found: Any = library.bare_extraction(root, include_comments=False)
    except Exception:  # it raises whatever its many parts do; it is not the only witness
        return ""
    return str(found.text or "") if found else ""


def found_authors(root: Element) -> tuple[str, ...]:
    """The authors, where only the look of a page tells them. Takes out of it what is too long to tell them."""
    library = _trafilatura()
    for told in root.iter("meta"):
        if len(told.get("content", "")) > _LONGEST_TOLD:
            del told.attrib["content"]
    try:
        found: Any = library.extract_metadata(root)
    except Exception:  # as above
        return ()
    return tuple(names((found.author or "").split(";"))) if found else ()


@cache
def _trafilatura() -> ModuleType:
    # Loaded late: it takes a quarter of a second. By its name: this module makes no use of sockets.
    sockets: Any = import_module("socket")
    known = sockets.has_ipv6
    sockets.has_ipv6 = False
    try:
        found = import_module("trafilatura")
    finally:
        sockets.has_ipv6 = known
    # Whoever does fetch in this process, after an editor asked for it, may find that there is IPv6.
    connection: Any = sys.modules.get("urllib3.util.connection")
    if connection is not None:
        connection.HAS_IPV6 = connection.HAS_IPV6 or known
    return found
