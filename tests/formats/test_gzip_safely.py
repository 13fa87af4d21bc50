"""Gzip is unpacked as far as its limits go, whatever it says of itself."""

import gzip
import io
import time
import zlib
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.errors import UnreadableInput
from annotator.formats.gzip_safely import Unpacked, beginning, unpack
from annotator.formats.limits import LIMITS
from tests.formats.mutations import mutated


@given(st.lists(st.binary(max_size=2_000), min_size=1, max_size=5), st.sampled_from([b"", b"\0" * 512]))
def test_all_members_come_out(pieces: list[bytes], padding: bytes) -> None:
    packed = b"".join(map(gzip.compress, pieces)) + padding
    assert unpack(packed, LIMITS, "“a.gz”") == b"".join(pieces)
    stream = io.BufferedReader(Unpacked(packed, LIMITS, "“a.gz”"), 16)
    assert stream.read() == b"".join(pieces)


def test_a_bomb_stops_at_the_limit() -> None:
    bomb = gzip.compress(bytes(20_000_000))
    with pytest.raises(UnreadableInput, match="100 times its size"):
        unpack(bomb, LIMITS, "“a.gz”")
    with pytest.raises(UnreadableInput, match=r"more than 2\.0 MB"):
        unpack(bomb, replace(LIMITS, unpacked_bytes=2_000_000, ratio=10**6), "“a.gz”")


@pytest.mark.parametrize("cut", [3, 8, 40])
def test_a_cut_file_is_damaged(cut: int) -> None:
    packed = gzip.compress(bytes(range(256)))
    with pytest.raises(UnreadableInput, match="damaged"):
        unpack(packed[:cut], LIMITS, "“a.gz”")


def test_very_many_members_take_linear_time() -> None:
    packed = gzip.compress(b"") * 20_000
    start = time.perf_counter()
    assert unpack(packed, LIMITS, "“a.gz”") == b""
    assert time.perf_counter() - start < 2


def test_the_beginning_can_be_seen() -> None:
    assert beginning(gzip.compress(b"WARC/1.0\r\n" + bytes(10_000)), 4) == b"WARC"
    assert beginning(b"plain") == beginning(b"\x1f\x8b\x08damaged") == b""


@given(mutated(gzip.compress(b"The mayor denied it. " * 50), gzip.compress(b"a") * 3))
def test_whatever_comes_it_is_unpacked_or_refused(content: bytes) -> None:
    try:
        unpack(content, LIMITS, "“a.gz”")
    except UnreadableInput:
        return


def test_a_member_of_nothing_but_a_header_ends() -> None:
    empty = zlib.compressobj(9, zlib.DEFLATED, 31).flush()
    assert unpack(empty, LIMITS, "“a.gz”") == b""
