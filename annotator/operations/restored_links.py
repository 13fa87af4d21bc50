"""Links of a file whose far end is in an article further down: kept in few bytes each until that article comes."""

from collections.abc import Iterable, Iterator
from itertools import islice
from uuid import UUID

from annotator.store.plain_rows import Row

_KEYS = ("id", "document_id", "annotator_id", "from_id")
_KIND = 4  # bytes that say which kind
_SIZE = 16 * len(_KEYS) + _KIND


class WaitingLinks:
    """Rows of links between annotations, of which there may be a million: some 200 bytes each, by their far end."""

    def __init__(self) -> None:
        self._by_end: dict[bytes, bytes] = {}
        self._kinds: dict[str, int] = {}
        self._names: list[str] = []

    def __len__(self) -> int:
        return sum(map(len, self._by_end.values())) // _SIZE

    def add(self, rows: Iterable[Row]) -> None:
        """Keep links that lead to annotations."""
        for row in rows:
            kind = self._kinds.setdefault(row["kind"], len(self._names))
            if kind == len(self._names):
                self._names.append(row["kind"])
            packed = b"".join(row[name].bytes for name in _KEYS) + kind.to_bytes(_KIND)
            end = row["to_id"].bytes
            self._by_end[end] = self._by_end.get(end, b"") + packed

    def leading_to(self, ends: Iterable[UUID]) -> list[Row]:
        """Those whose far end is one of these annotations."""
        if not self._by_end:
            return []
        return [row for end in ends for row in self._rows(end.bytes)]

    def forget(self, ends: Iterable[UUID]) -> None:
        """Wait no longer for what leads to these annotations."""
        for end in ends if self._by_end else ():
            self._by_end.pop(end.bytes, None)

    def parts(self, size: int) -> Iterator[list[Row]]:
        """All of them, some at a time."""
        rows = (row for end in self._by_end for row in self._rows(end))
        while part := list(islice(rows, size)):
            yield part

    def _rows(self, end: bytes) -> Iterator[Row]:
        packed = self._by_end.get(end, b"")
        for start in range(0, len(packed), _SIZE):
            keys = (UUID(bytes=packed[start + at : start + at + 16]) for at in range(0, _SIZE - _KIND, 16))
            kind = self._names[int.from_bytes(packed[start + _SIZE - _KIND : start + _SIZE])]
            yield dict(zip(_KEYS, keys, strict=True)) | {"to_id": UUID(bytes=end), "kind": kind, "source_id": None}
