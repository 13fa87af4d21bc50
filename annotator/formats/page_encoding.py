"""Bytes of HTML to text: what they are is decided as a browser would, but evidence goes before what a page declares.

Byte-order mark; UTF-8 that proves itself; what the page declares; then the guess that is made for plain text. A page
may have some damaged bytes in it: these become U+FFFD and do not change what the rest is.
"""

import codecs
import re

from annotator.formats.charsets import codec_called, widened
from annotator.formats.decoding import decode

_DECLARED = re.compile(rb"""(?i)<(?:meta\b[^>]*?|\?xml\b[^>]*?en)c(?:harset|oding)\s*=\s*["']?\s*([\w.:-]+)""")
_HEAD = 4096
# One damaged character in so many is still the encoding that the page says it has.
_DAMAGED = 500


def decode_page(content: bytes, encoding: str | None = None) -> str:
    """The text of a page's bytes; `encoding` overrides every guess. Raises UnreadableInput when no encoding fits."""
    if encoding:
        return decode(content, encoding)[0]
    for mark, codec in ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16")):
        if content.startswith(mark):
            return content.decode(codec, "replace").lstrip("\ufeff")
    declared = declared_encoding(content)
    seven_bits = content.isascii()
    for codec in ("" if seven_bits else "utf-8", declared):
        text = _nearly(content, codec) if codec else None
        if text is not None:
            return text
    return decode(content)[0]


def declared_encoding(content: bytes) -> str:
    """The codec (Python's name) that a page's beginning declares, "" for none that is known."""
    declared = _DECLARED.search(content[:_HEAD])
    if declared is None:
        return ""
    codec = codec_called(declared.group(1).decode("ascii", "replace"))
    # Bytes that can be searched for "charset" are not UTF-16, whatever they say.
    if codec.startswith(("utf-16", "utf-32", "utf-7")):
        return ""
    return "cp1252" if codec == "ascii" else widened(codec)


def _nearly(content: bytes, codec: str) -> str | None:
    """The text that a codec gives, when hardly a character is damaged."""
    try:
        text = content.decode(codec, "replace")
    except (ValueError, LookupError):
        return None
    damaged = text.count("\ufffd") - content.count("\ufffd".encode())
    beyond_ascii = sum(map(len, re.findall(r"[^\x00-\x7f\ufffd]+", text)))
    # Of what is not ASCII, hardly any may be damaged either: mostly ASCII says nothing for UTF-8.
    return text if damaged <= 0 or (damaged * 10 <= beyond_ascii and damaged * _DAMAGED <= len(text)) else None
