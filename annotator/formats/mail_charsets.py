"""The words of an e-mail from its bytes: what it declares, where that can be true; broken headers and charsets too."""

import binascii
import quopri
import re

from annotator.errors import UnreadableInput
from annotator.formats.charsets import codec_called, widened
from annotator.formats.decoding import decode

_ENCODED = re.compile(r"=\?([\w.:*-]{1,60})\?([bBqQ])\?([^?]*)\?=")
_BETWEEN_ENCODED = re.compile(r"(\?=)[ \t\r\n]+(?==\?[\w.:*-]{1,60}\?[bBqQ]\?)")
# With these, seven bits are not ASCII.
_SEVEN_BITS = ("iso2022", "hz", "utf-7")


def decode_words(content: bytes, declared: str | None) -> str:
    """The text of a part; what cannot be read of it becomes U+FFFD."""
    codec = _codec(declared)
    in_seven_bits = content.isascii() and codec.startswith(_SEVEN_BITS)
    # Elsewhere UTF-8 proves itself, also where the sender's program says otherwise.
    for known in (codec, "utf-8") if in_seven_bits else ("utf-8", codec):
        try:
            text = content.decode(known)
            text.encode("utf-8")  # UTF-7 can spell halves of characters
        except (ValueError, LookupError):
            continue
        return text.removeprefix("\ufeff")
    try:
        return decode(content)[0]
    except UnreadableInput:
        return content.decode("utf-8", "replace")


def decode_header(value: str) -> str:
    """A header's words as they were meant, on one line; `value` is as the library gives it, raw bytes escaped."""
    # White space between two encoded words is not text.
    value = _BETWEEN_ENCODED.sub(r"\1", value)
    raw = value.encode("ascii", "surrogateescape") if _is_raw(value) else None
    words = decode_words(raw, None) if raw is not None else value
    return " ".join(_ENCODED.sub(_word, words).split())


def _is_raw(value: str) -> bool:
    try:
        value.encode("ascii", "surrogateescape")
    except UnicodeEncodeError:
        return False
    return not value.isascii()


def _word(found: re.Match[str]) -> str:
    charset, kind, words = found.groups()
    packed = words.encode("ascii", "ignore")
    if kind in "bB":
        try:
            content = binascii.a2b_base64(packed + b"=" * (-len(packed) % 4))
        except binascii.Error:
            return found.group()
    else:
        content = quopri.decodestring(packed, header=True)
    return decode_words(content, charset.partition("*")[0])


def _codec(declared: str | None) -> str:
    """The codec of a declared charset, "utf-8" for none that can be used."""
    return widened(codec_called(declared or "")) or "utf-8"
