"""Messages of Outlook written by hand: a compound file of streams, and in it what a message has."""

import struct
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime

_SECTOR, _SMALL, _CUTOFF = 512, 64, 4096
_FREE, _END, _FAT, _NONE = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD, 0xFFFFFFFF
Tree = Mapping[str, "bytes | Tree"]


@dataclass
class _Entry:
    name: str
    kind: int
    content: bytes = b""
    children: list[int] = field(default_factory=list)
    start: int = _END


def compound_file(tree: Tree) -> bytes:
    """A compound file of version 3 with these storages and streams."""
    entries = [_Entry("Root Entry", 5)]
    _add(entries, 0, tree)
    small, small_chain = b"", list[int]()
    for entry in entries:
        if entry.kind == 2 and 0 < len(entry.content) < _CUTOFF:
            entry.start = len(small_chain)
            count = -(-len(entry.content) // _SMALL)
            small_chain += [*range(len(small_chain) + 1, len(small_chain) + count), _END]
            small += entry.content.ljust(count * _SMALL, b"\0")
    entries[0].content = small
    body, chain = b"", list[int]()

    def put(content: bytes) -> int:
        nonlocal body
        if not content:
            return _END
        start, count = len(chain), -(-len(content) // _SECTOR)
        chain.extend([*range(start + 1, start + count), _END])
        body += content.ljust(count * _SECTOR, b"\0")
        return start

    for entry in entries:
        if entry.kind == 5 or len(entry.content) >= _CUTOFF:
            entry.start = put(entry.content)
    small_fat = put(
        struct.pack(f"<{len(small_chain)}I", *small_chain).ljust(-(-len(small_chain) // 128) * _SECTOR, b"\xff")
    )
    directory = put(b"".join(_directory(entries)))
    fats = 1
    while fats * 128 < len(chain) + fats:
        fats += 1
    first_fat = len(chain)
    table = (chain + [_FAT] * fats + [_FREE] * 128)[: fats * 128]
    places = ([first_fat + at for at in range(fats)] + [_FREE] * 109)[:109]
    header = struct.pack(
        "<8s16x5H6x9I", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 0x3E, 3, 0xFFFE, 9, 6, 0, fats, directory, 0, _CUTOFF,
        small_fat, -(-len(small_chain) // 128), _END, 0,
    )  # fmt: skip
    return header + struct.pack("<109I", *places) + body + struct.pack(f"<{len(table)}I", *table)


def _add(entries: list[_Entry], parent: int, tree: Tree) -> None:
    for name, told in tree.items():
        entries[parent].children.append(len(entries))
        entries.append(_Entry(name, 2, told) if isinstance(told, bytes) else _Entry(name, 1))
        if not isinstance(told, bytes):
            _add(entries, len(entries) - 1, told)


def _directory(entries: list[_Entry]) -> list[bytes]:
    right = {}
    for entry in entries:
        right.update(dict(zip(entry.children, entry.children[1:], strict=False)))
    return [_packed(entry, right.get(at, _NONE)) for at, entry in enumerate(entries)]


def _packed(entry: _Entry, right: int) -> bytes:
    name, child = entry.name.encode("utf-16-le"), entry.children[0] if entry.children else _NONE
    start = entry.start if entry.kind != 1 else 0
    told = (name, len(name) + 2, entry.kind, 1, _NONE, right, child, start, len(entry.content))
    return struct.pack("<64sHBB3I16x20xII4x", *told)


def properties(head: int, **moments: datetime) -> bytes:
    """The stream of fixed properties with times in it; `head` is how long its beginning is."""
    stream = bytes(head)
    for name, moment in moments.items():
        ticks = int((moment - datetime(1601, 1, 1, tzinfo=UTC)).total_seconds()) * 10_000_000
        stream += struct.pack("<HHIQ", 0x0040, int(name.removeprefix("p"), 16), 6, ticks)
    return stream


def text(number: int, words: str) -> dict[str, bytes]:
    """A property that is text, in Unicode."""
    return {f"__substg1.0_{number:04X}001F": words.encode("utf-16-le")}


def message(
    subject: str = "Statement on the bridge",
    body: str = "The county denied it.\r\n",
    head: int = 32,
    more: Tree | None = None,
    attachments: tuple[Tree, ...] = (),
) -> Tree:
    """What a message has, to be put into a file or into another message (`head` 24)."""
    sent = datetime(2025, 7, 4, 14, 35, tzinfo=UTC)
    tree: dict[str, bytes | Tree] = {"__properties_version1.0": properties(head, p0039=sent)}
    tree |= text(0x0037, subject) | text(0x0C1A, "Ada Brook") | (text(0x1000, body) if body else {})
    tree |= more or {}
    return tree | {f"__attach_version1.0_#{at:08X}": told for at, told in enumerate(attachments)}


def attachment(name: str, content: bytes) -> Tree:
    """A file attached to a message."""
    return {"__properties_version1.0": bytes(8), "__substg1.0_37010102": content} | text(0x3707, name)


def enclosed(told: Tree) -> Tree:
    """A message attached to a message."""
    return {"__properties_version1.0": bytes(8), "__substg1.0_3701000D": told}
