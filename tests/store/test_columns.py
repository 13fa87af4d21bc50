"""The same value comes back from both databases."""

from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Column, MetaData, Table, insert, select

from annotator.core.identity import new_id
from annotator.store.columns import Bytes, Key, UtcTime, from_micros, storable, to_micros
from annotator.store.database import connect

MOMENTS = [
    datetime(2026, 2, 3, 4, 5, 6, 789012, UTC),
    datetime(1969, 12, 31, 23, 59, 59, 999999, UTC),
    datetime(2026, 2, 3, 4, 5, 6, tzinfo=timezone(timedelta(hours=7))),
    datetime(9998, 12, 31, tzinfo=UTC),
]


def test_values_come_back(address: str | Path) -> None:
    engine = connect(address).engine
    table = Table("kept", MetaData(), Column("id", Key, primary_key=True), Column("at", UtcTime), Column("b", Bytes))
    rows = [{"id": new_id(), "at": moment, "b": bytes(range(256))} for moment in MOMENTS]
    rows.append({"id": UUID(int=2**128 - 1), "at": None, "b": None})
    with engine.execution_options(writes=True).begin() as connection:
        table.create(connection)
        connection.execute(insert(table), rows)
        found = connection.execute(select(table).order_by(table.c.id)).mappings().all()
        last = connection.execute(select(table.c.at).where(table.c.id == rows[0]["id"])).scalar_one()
    assert [dict(row) for row in found] == rows
    assert last.tzinfo is UTC or last.utcoffset() == timedelta()
    engine.dispose()


def test_keys_are_sorted_by_age(address: str | Path) -> None:
    engine = connect(address).engine
    table = Table("kept", MetaData(), Column("id", Key, primary_key=True))
    keys = [new_id() for _ in range(50)]
    with engine.execution_options(writes=True).begin() as connection:
        table.create(connection)
        connection.execute(insert(table), [{"id": key} for key in reversed(keys)])
        assert list(connection.execute(select(table.c.id).order_by(table.c.id)).scalars()) == keys
    engine.dispose()


@given(st.integers(-(2**55), 2**55), st.integers(-12, 14))
def test_a_moment_is_its_microseconds(micros: int, hours: int) -> None:
    moment = from_micros(micros)
    assert to_micros(moment) == micros
    assert to_micros(moment.astimezone(timezone(timedelta(hours=hours)))) == micros


def test_a_time_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="zone"):
        to_micros(datetime(2026, 1, 1))  # noqa: DTZ001


@given(st.text(st.characters() | st.sampled_from("\0\ud800\udfff")))
def test_stored_words_are_ones_both_databases_can_hold(words: str) -> None:
    kept = storable(words)
    assert "\0" not in kept
    kept.encode()
    assert storable(kept) == kept
    if words.isascii():
        assert kept == words.replace("\0", "")


def test_ordinary_words_stay_as_they_are() -> None:
    assert storable("क्या 👩🏽‍🚒 \u202e\u2028") == "क्या 👩🏽‍🚒 \u202e\u2028"
