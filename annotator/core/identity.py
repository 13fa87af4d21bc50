"""Keys that are made without asking a database: UUID version 7 (RFC 9562, section 5.7).

A key starts with its time of birth, so rows are stored in the order in which they were made,
and two copies of a project never choose the same one.
"""

import os
import threading
import time
from datetime import UTC, datetime
from uuid import UUID, uuid5

_lock = threading.Lock()
_last = 0

_LAST_MOMENT = 253_402_128_000_000  # milliseconds: the end of 9999, in whatever time zone it is told
_READINGS = UUID("0a5b5a54-5d0c-5f0e-9d3b-6f1c6f8f2a11")


def reading_id(document_id: UUID, annotator_id: UUID) -> UUID:
    """The key of one annotator's reading of one article: the same in every copy of a project (RFC 9562, version 5)."""
    return uuid5(_READINGS, document_id.hex + annotator_id.hex)


def new_id() -> UUID:
    """A new UUIDv7; within one process each is greater than the one before."""
    global _last
    with _lock:
        # 48 bits of milliseconds and 12 bits of their fraction (RFC 9562, section 6.2, method 3).
        ticks = time.time_ns() * 4096 // 1_000_000
        _last = ticks = max(ticks, _last + 1)
    random = int.from_bytes(os.urandom(8)) & ((1 << 62) - 1)
    value = (ticks >> 12) << 80 | 0x7 << 76 | (ticks & 0xFFF) << 64 | 0b10 << 62 | random
    return UUID(int=value)


def born_at(key: UUID) -> datetime:
    """When a UUIDv7 was made, in UTC, to the millisecond; a key of another kind, which says no time, has some time."""
    return moment_of(key.int >> 80)


def moment_of(milliseconds: int) -> datetime:
    """The time with which a key begins."""
    return datetime.fromtimestamp(min(milliseconds, _LAST_MOMENT) / 1000, UTC)
