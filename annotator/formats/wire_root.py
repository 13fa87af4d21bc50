"""The root element of an XML file, read from its first bytes: enough to tell feeds, NewsML and NITF apart."""

import codecs
import re
from typing import NamedTuple

_HEAD = 16_384
_ROOT = re.compile(r"<([A-Za-z_][\w.-]*:)?([A-Za-z_][\w.-]*)([^<>]*)")
_CODECS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (b"<\0", "utf-16-le"),
    (b"\0<", "utf-16-be"),
)
# What may stand before the root, each with what ends it; the first that fits.
_PROLOGUE = (("<?", "?>"), ("<!--", "-->"), ("<!", ">"))


class Root(NamedTuple):
    """The root element's name without its prefix, and what is written in its tag."""

    name: str
    attributes: str

    def declares(self, namespace: str) -> bool:
        """True when the tag names this namespace."""
        return namespace in self.attributes


def root_of(content: bytes) -> Root | None:
    """The root element of bytes that are XML, None where the beginning does not say."""
    text = _head(content).lstrip()
    if not text.startswith("<"):
        return None
    while closer := next((end for start, end in _PROLOGUE if text.startswith(start)), None):
        if text.startswith("<!DOCTYPE") and "[" in text.partition(">")[0]:
            closer = "]>"
        _, ended, text = text.partition(closer)
        if not ended:
            return None
        text = text.lstrip()
    found = _ROOT.match(text)
    return Root(found[2], found[3]) if found else None


def _head(content: bytes) -> str:
    head = content[:_HEAD]
    codec = next((codec for mark, codec in _CODECS if head.startswith(mark)), "utf-8")
    return head.decode(codec, "replace").removeprefix("\ufeff")
