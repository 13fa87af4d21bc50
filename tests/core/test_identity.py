"""Keys sort by their birth and are never the same."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta, timezone
from uuid import RFC_4122, UUID

import pytest

from annotator.core import identity
from annotator.core.identity import born_at, new_id


def test_a_key_is_a_uuid_of_version_7() -> None:
    key = new_id()
    assert (key.version, key.variant) == (7, RFC_4122)


def test_each_key_is_greater_than_the_one_before() -> None:
    keys = [new_id() for _ in range(5000)]
    assert keys == sorted(keys)
    assert [key.bytes for key in keys] == sorted(key.bytes for key in keys)


def test_no_two_are_the_same_whatever_the_threads() -> None:
    with ThreadPoolExecutor(8) as pool:
        keys = [key for batch in pool.map(lambda _: [new_id() for _ in range(500)], range(8)) for key in batch]
    assert len(set(keys)) == 4000


def test_a_key_tells_when_it_was_made() -> None:
    before = datetime.now(UTC)
    born = born_at(new_id())
    assert before - timedelta(milliseconds=2) <= born <= datetime.now(UTC) + timedelta(milliseconds=2)
    assert born.utcoffset() == timedelta()


def test_a_key_of_another_program_is_read_by_the_same_rule() -> None:
    """The value that RFC 9562 gives in its appendix A.6."""
    key = UUID("017F22E2-79B0-7CC3-98C4-DC0C0C07398F")
    assert born_at(key) == datetime(2022, 2, 22, 19, 22, 22, tzinfo=UTC)


def test_a_key_of_another_kind_has_some_time_in_every_time_zone() -> None:
    born = born_at(UUID(int=(1 << 128) - 1))
    assert born.astimezone(timezone(timedelta(hours=14))) == born


def test_a_clock_that_goes_back_does_not_turn_the_order(monkeypatch: pytest.MonkeyPatch) -> None:
    first = new_id()
    monkeypatch.setattr(identity.time, "time_ns", lambda: 0)
    assert new_id() > first
