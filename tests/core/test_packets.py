"""What a packet says of itself survives being written down."""

from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.packets import PacketNote, read_note, written_note

NOTES = st.builds(
    PacketNote,
    id=st.uuids(),
    made_at=st.datetimes(timezones=st.just(UTC)),
    made_by=st.text(st.characters(exclude_categories=("Cs",))),
    made_by_id=st.uuids(),
    recipient=st.text(st.characters(exclude_categories=("Cs",))),
    recipient_id=st.uuids(),
    blind=st.booleans(),
    known=st.lists(st.binary(min_size=32, max_size=32)).map(tuple),
    documents=st.lists(st.uuids()).map(tuple),
    masked=st.lists(st.uuids()).map(tuple),
)


@given(NOTES)
def test_a_note_comes_back_as_it_was_written(note: PacketNote) -> None:
    written = orjson.loads(orjson.dumps(written_note(note)))
    assert read_note(written) == note


def test_a_whole_project_has_none() -> None:
    assert read_note(None) is None
    assert read_note({}) is None


@pytest.mark.parametrize(
    "harm", [{"id": "x"}, {"id": None}, {"known": 3}, {"known": ["zz"]}, {"made_at": "yesterday"}, {"documents": [1]}]
)
def test_what_is_no_note_is_told(harm: dict[str, Any]) -> None:
    whole = PacketNote(_key(1), datetime.now(UTC), "Ana", _key(2), "Ben", _key(3), True, (bytes(32),), (_key(4),))
    with pytest.raises(ValueError):
        read_note(written_note(whole) | harm)
    with pytest.raises(ValueError):
        read_note({key: value for key, value in written_note(whole).items() if key not in harm})


def _key(number: int) -> UUID:
    return UUID(int=number)
