"""What the journal keeps of a change is small and exact."""

import contextlib
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.identity import new_id
from annotator.store.changes import Image, RowChange, columns, image_of, pack, rank, table_class, unpack
from annotator.store.columns import from_micros
from annotator.store.tables import FACTS, Annotation, Document

NASTY = st.text() | st.sampled_from(["\0", "\u2028", "\u202eabc", "e\u0301", "👩🏽‍🚒", "नमस्ते", "שלום", "中文"])

KEPT = "019b386509c8659812079af16b44720e2bc2918c3a00"


def annotation_image(note: str = "", start: int = 0) -> Image:
    return {
        "id": new_id(), "document_id": new_id(), "annotator_id": new_id(), "label": "claim", "start_char": start,
        "end_char": start + 9, "note": note, "origin": "manual",
    }  # fmt: skip


@given(NASTY, st.integers(0, 2**31 - 1), st.none() | st.lists(st.lists(st.integers(0, 99), min_size=2, max_size=2)))
def test_what_is_packed_comes_back(note: str, start: int, segments: list[list[int]] | None) -> None:
    image = annotation_image(note, start) | ({"segments": segments} if segments is not None else {})
    inserted = RowChange("annotation", image["id"], None, image)
    altered = RowChange("annotation", image["id"], {"note": "", "segments": None}, {"note": note, "segments": segments})
    changes = [inserted, altered, inserted.inverse()]
    for keys in ((image["document_id"], image["annotator_id"]), (None, None), (new_id(), None)):
        assert unpack(pack(changes, *keys), *keys) == changes


@given(st.integers(0, 2**47), st.floats(0, 1))
def test_times_and_numbers_come_back_exact(micros: int, confidence: float) -> None:
    at = from_micros(micros)
    before = {"language_confidence": None, "loaded_at": at}
    after = {"language_confidence": confidence, "loaded_at": at, "text_sha256": bytes(range(32))}
    change = RowChange("document", new_id(), before, after)
    assert unpack(pack([change], None, None), None, None) == [change]


def test_a_tag_takes_some_fifty_bytes() -> None:
    image = annotation_image()
    change = RowChange("annotation", image["id"], None, image)
    assert len(pack([change], image["document_id"], image["annotator_id"])) < 50


def test_the_keys_that_it_was_packed_with_are_needed() -> None:
    image = annotation_image()
    change = RowChange("annotation", image["id"], None, image)
    packed = pack([change], image["document_id"], image["annotator_id"])
    with contextlib.suppress(ValueError):
        assert unpack(packed, None, None) != [change]


def test_bytes_of_a_past_version_are_read_for_ever() -> None:
    """They lean on the preset dictionary: one letter of it changed, and no old entry could be read."""
    key = UUID(int=7)
    change = RowChange("mark", key, None, {"id": key, "document_id": key, "start_char": 5, "end_char": 300})
    assert unpack(bytes.fromhex(KEPT), key, None) == [change]


@pytest.mark.parametrize("broken", [b"", b"\x63abc", b"\x01", b"\x01\xff\xff\xff", b"\x01" + b"x" * 40])
def test_other_bytes_are_refused_in_one_way(broken: bytes) -> None:
    with pytest.raises(ValueError):
        unpack(broken, None, None)


def test_an_image_has_every_column_that_is_not_none() -> None:
    row = Annotation(document_id=new_id(), annotator_id=new_id(), label="claim", start_char=1, end_char=2)
    image = image_of(row)
    assert set(image) == set(columns("annotation")) - {
        "segments",
        "made_from",
        "attributes",
        "guideline_version",
        "foreign_key",
        "suggested_by",
    }
    assert image["note"] == ""


def test_parents_come_before_their_children() -> None:
    for table in FACTS:
        name = str(table.__tablename__)
        assert table_class(name) is table
        for key in table.__table__.foreign_keys:  # type: ignore[attr-defined]
            parent = key.column.table.name
            if parent in {str(fact.__tablename__) for fact in FACTS}:
                assert rank(parent) < rank(name)
    assert columns("document")[0] == "id"
    assert table_class("document") is Document
