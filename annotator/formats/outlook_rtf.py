"""Rich text as Outlook packs it into messages (LZFu): text that repeats itself is named by its place."""

import struct

from annotator.errors import UnreadableInput
from annotator.formats.limits import Limits, megabytes

# What every packed text may refer to, given by Outlook.
_GIVEN = (
    rb"{\rtf1\ansi\mac\deff0\deftab720{\fonttbl;}{\f0\fnil \froman \fswiss \fmodern \fscript \fdecor "
    rb"MS Sans SerifSymbolArialTimes New RomanCourier{\colortbl\red0\green0\blue0"
    + b"\r\n"
    + rb"\par \pard\plain\f0\fs20\b\i\u\tab\tx"
)
_PACKED, _PLAIN = b"LZFu", b"MELA"
_WINDOW = 4096


def unpacked_rtf(content: bytes, limits: Limits) -> bytes:
    """The rich text; empty for none, and as far as it goes for one that is damaged. Raises UnreadableInput."""
    if len(content) < 16:
        return b""
    size, kind = struct.unpack_from("<I", content, 4)[0], content[8:12]
    if size > limits.article_bytes:
        raise UnreadableInput(
            f"The text of the message unpacks to {megabytes(size)}; the limit is {megabytes(limits.article_bytes)}."
        )
    if kind == _PLAIN:
        return content[16 : 16 + size]
    return _unpacked(content[16:], size) if kind == _PACKED else b""


def _unpacked(packed: bytes, size: int) -> bytes:
    text = bytearray(_GIVEN)
    end = len(_GIVEN) + size
    at = 0
    while at < len(packed) and len(text) < end:
        flags = packed[at]
        at += 1
        for bit in range(8):
            if not flags >> bit & 1:
                text += packed[at : at + 1]
                at += 1
                continue
            if at + 1 >= len(packed):
                return bytes(text[len(_GIVEN) : end])
            place, length = packed[at] << 4 | packed[at + 1] >> 4, (packed[at + 1] & 15) + 2
            at += 2
            if not _repeat(text, place, length):
                return bytes(text[len(_GIVEN) : end])
    return bytes(text[len(_GIVEN) : end])


def _repeat(text: bytearray, place: int, length: int) -> bool:
    """Add what stands at a place of the ring of the last 4096 bytes; False where the text ends."""
    back = (len(text) - place) % _WINDOW
    if back == 0:
        return False
    start = len(text) - back
    if start < 0:
        return False
    for step in range(length):
        text.append(text[start + step])
    return True
