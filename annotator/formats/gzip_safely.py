"""Compressed bytes of a stranger, unpacked piece by piece; too much, or too many times their size, is refused."""

import io
import zlib

from annotator.errors import UnreadableInput
from annotator.formats.limits import Limits, megabytes

MAGIC = b"\x1f\x8b\x08"
_PIECE = 1 << 16
# A member is begun with a small piece: what lies behind its end is copied, and there may be very many of them.
_FIRST_PIECE = 1 << 9
_OF_GZIP = 31  # zlib's word for: with a header of gzip


def beginning(content: bytes, size: int = 512) -> bytes:
    """The first bytes that gzipped content unpacks to; empty when it is none or damaged."""
    if not content.startswith(MAGIC):
        return b""
    try:
        return zlib.decompressobj(_OF_GZIP).decompress(content[:_PIECE], size)
    except zlib.error:
        return b""


class Unpacked(io.RawIOBase):
    """What gzipped content unpacks to, as a stream; several gzip members one after the other are one.

    Reading raises UnreadableInput as soon as more comes out than `limits` allow, or what is packed is damaged.
    `what` names the file in sentences, with its quotes.
    """

    def __init__(self, content: bytes, limits: Limits, what: str) -> None:
        super().__init__()
        self._content, self._limits, self._what = memoryview(content), limits, what
        self._at = self._given = 0
        self._rest, self._piece = b"", _FIRST_PIECE
        self._unpacker = zlib.decompressobj(_OF_GZIP)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: object) -> int:
        view = memoryview(buffer)  # type: ignore[arg-type]  # whatever holds bytes
        piece = self._next(min(len(view), _PIECE))
        view[: len(piece)] = piece
        return len(piece)

    def _next(self, most: int) -> bytes:
        """The next bytes, none at the end."""
        while most:
            if self._unpacker.eof and not self._begin_member():
                return b""
            packed = self._rest or self._packed()
            try:
                piece = self._unpacker.decompress(packed, most)
            except zlib.error as error:
                raise self._damaged() from error
            self._rest = self._unpacker.unconsumed_tail
            if piece:
                self._count(len(piece))
                return piece
            if not packed and not self._unpacker.eof:
                raise self._damaged()
        return b""

    def _packed(self) -> bytes:
        packed = bytes(self._content[self._at : self._at + self._piece])
        self._at += len(packed)
        self._piece = min(2 * self._piece, _PIECE)
        return packed

    def _begin_member(self) -> bool:
        """Go on with the next gzip member; False when what is left is none, such as padding."""
        left = self._unpacker.unused_data
        self._at -= len(left)
        self._rest, self._piece = b"", _FIRST_PIECE
        if bytes(self._content[self._at : self._at + len(MAGIC)]) != MAGIC:
            return False
        self._unpacker = zlib.decompressobj(_OF_GZIP)
        return True

    def _count(self, size: int) -> None:
        self._given += size
        limits, packed = self._limits, len(self._content)
        if self._given > limits.unpacked_bytes:
            raise UnreadableInput(
                f"{self._what} unpacks to more than {megabytes(limits.unpacked_bytes)}, which is the limit; "
                "unpack it yourself and split it."
            )
        if self._given > limits.ratio_bytes and self._given > packed * limits.ratio:
            raise UnreadableInput(
                f"{self._what} unpacks to more than {limits.ratio} times its size, which is the limit; "
                "unpack it yourself and load what you trust."
            )

    def _damaged(self) -> UnreadableInput:
        return UnreadableInput(f"{self._what} is damaged and cannot be unpacked; get a fresh copy of it.")


def unpack(content: bytes, limits: Limits, what: str) -> bytes:
    """All that gzipped content unpacks to. Raises UnreadableInput."""
    return Unpacked(content, limits, what).readall() or b""
