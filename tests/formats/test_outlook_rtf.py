"""Rich text as Outlook packs it."""

import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.errors import UnreadableInput
from annotator.formats.limits import LIMITS
from annotator.formats.outlook_rtf import unpacked_rtf


def packed(pieces: list[bytes | tuple[int, int]], size: int) -> bytes:
    """Letters as they are, and places of the ring with how much stands there."""
    body = b""
    for at in range(0, len(pieces), 8):
        group = pieces[at : at + 8]
        flags = sum(1 << bit for bit, piece in enumerate(group) if isinstance(piece, tuple))
        body += bytes([flags])
        for piece in group:
            body += piece if isinstance(piece, bytes) else struct.pack(">H", piece[0] << 4 | piece[1] - 2)
    return struct.pack("<II4sI", len(body) + 12, size, b"LZFu", 0) + body


def test_what_repeats_itself_comes_out() -> None:
    # The given text begins at 0 with “{\rtf1\ansi”; what is written begins at 207.
    pieces: list[bytes | tuple[int, int]] = [(0, 11), b" ", b"a", b"b", (219, 6), b"}", (226, 2)]
    assert unpacked_rtf(packed(pieces, 21), LIMITS) == rb"{\rtf1\ansi abababab}"


def test_plain_text_is_taken_as_it_is() -> None:
    assert unpacked_rtf(struct.pack("<II4sI", 16, 4, b"MELA", 0) + b"{\\a}xx", LIMITS) == b"{\\a}"


def test_what_is_damaged_is_read_as_far_as_it_goes() -> None:
    assert unpacked_rtf(packed([b"a", b"b", (4000, 9), b"c"], 20), LIMITS) == b"ab"
    assert unpacked_rtf(b"short", LIMITS) == b""


def test_more_than_the_limit_is_refused() -> None:
    with pytest.raises(UnreadableInput, match="the limit is 50 MB"):
        unpacked_rtf(struct.pack("<II4sI", 16, 2**31, b"LZFu", 0), LIMITS)


@given(st.binary(max_size=200))
def test_any_bytes_stay_within_their_size(content: bytes) -> None:
    assert len(unpacked_rtf(struct.pack("<II4sI", 0, 500, b"LZFu", 0) + content, LIMITS)) <= 500
