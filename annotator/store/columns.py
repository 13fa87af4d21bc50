"""Column types that hold the same values in SQLite and PostgreSQL."""

from datetime import UTC, datetime, timedelta
from functools import lru_cache
from typing import Any
from uuid import UUID

from sqlalchemy import BINARY, BigInteger, DateTime, LargeBinary, Uuid
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator, TypeEngine

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


def to_micros(moment: datetime) -> int:
    """Microseconds since 1970 UTC. Raises ValueError for a time without a zone."""
    if moment.tzinfo is None:
        raise ValueError("a time without a zone cannot be stored")
    return (moment - _EPOCH) // _MICROSECOND


def from_micros(micros: int) -> datetime:
    """The moment, in UTC, that many microseconds after 1970."""
    return _EPOCH + timedelta(microseconds=micros)


def storable(words: str) -> str:
    """The words as both databases can hold them: without NUL, and "?" for each half of a surrogate pair."""
    return words.replace("\x00", "").encode("utf-8", "replace").decode()


@lru_cache(maxsize=4096)
def _uuid(value: bytes) -> UUID:
    # The same documents and annotators come again and again, and a UUID is dear to make.
    return UUID(bytes=value)


class Key(TypeDecorator[UUID]):
    """A UUID: 16 bytes in SQLite, the native type in PostgreSQL."""

    impl = BINARY
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        return dialect.type_descriptor(Uuid() if dialect.name == "postgresql" else BINARY(16))

    def process_bind_param(self, value: UUID | None, dialect: Dialect) -> Any:
        return value if value is None or dialect.name == "postgresql" else value.bytes

    def process_result_value(self, value: Any, dialect: Dialect) -> UUID | None:
        return _uuid(value) if isinstance(value, bytes) else value


class UtcTime(TypeDecorator[datetime]):
    """A moment, always UTC: microseconds since 1970 in SQLite, which has no time type that keeps a zone."""

    impl = BigInteger
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        return dialect.type_descriptor(DateTime(timezone=True) if dialect.name == "postgresql" else BigInteger())

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> Any:
        if value is None or dialect.name == "postgresql":
            return value
        return to_micros(value)

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return from_micros(value) if isinstance(value, int) else value.astimezone(UTC)


class Bytes(TypeDecorator[bytes]):
    """Plain bytes, given back as `bytes` by every driver."""

    impl = LargeBinary
    cache_ok = True

    def process_result_value(self, value: Any, dialect: Dialect) -> bytes | None:
        return None if value is None else bytes(value)
