"""What a conflict is called is the same in every copy."""

from datetime import UTC, datetime
from uuid import UUID

from annotator.core.merging import Difference, Stamp
from annotator.store.merging.plan import conflict_row, plain

KEY = "annotation", UUID(int=7)
ONE = Stamp(datetime(2026, 5, 4, tzinfo=UTC), UUID(int=1), 3, UUID(int=9))


def test_the_key_of_a_conflict_is_of_what_it_is_about() -> None:
    image = {"document_id": UUID(int=5)}
    here = conflict_row(KEY, "changed", Difference(("note",), {"note": "a"}, ONE, {"note": "b"}, None), image)
    there = conflict_row(KEY, "changed", Difference(("note",), {"note": "b"}, None, {"note": "a"}, ONE), image)
    other = conflict_row(KEY, "changed", Difference(("note",), {"note": "c"}, None, {"note": "a"}, ONE), image)
    assert here["id"] == there["id"] != other["id"]
    assert here["document_id"] == UUID(int=5)
    assert here["kept"] == {"values": {"note": "a"}, "by": UUID(int=9).hex, "at": "2026-05-04T00:00:00+00:00"}
    assert here["other"] == {"values": {"note": "b"}, "by": None, "at": None}


def test_a_whole_row_and_its_removal() -> None:
    row = conflict_row(KEY, "removed", Difference((), {"id": KEY[1], "note": "a"}, None, None, ONE), None)
    assert row["field"] == ""
    assert row["kept"]["row"] == {"id": KEY[1].hex, "note": "a"}
    assert row["other"]["row"] is None
    assert "document_id" not in row


def test_values_as_json_holds_them() -> None:
    assert [plain(value) for value in (UUID(int=1), b"\x01", ONE.at, [1], None)] == [
        UUID(int=1).hex, "01", "2026-05-04T00:00:00+00:00", [1], None,
    ]  # fmt: skip
