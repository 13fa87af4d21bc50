"""An export that is empty says why."""

import io
from typing import Any
from uuid import UUID

import pytest

from annotator.core.recipes import ExportRequest
from annotator.core.selection import GOLD, Selection, Unit
from annotator.operations import details, documents
from annotator.operations.exports import export
from annotator.operations.losses import preview
from tests.store.desk import Desk

FORMATS = ("jsonl", "csv", "doccano", "brat", "dataset")


@pytest.fixture
def loaded(desk: Desk) -> Desk:
    """Three articles without a date, one of them labelled."""
    for at in range(2):
        desk.load(f"Warga {at} bertanya kepada menteri.\n")
    desk.tag(desk.load("Menteri membantah.\n"), 0, 7, "claim")
    return desk


def keys(desk: Desk) -> list[UUID]:
    """The articles in the order of loading."""
    return sorted(one.id for one in documents.list_documents(desk.workspace))


def dated(desk: Desk) -> None:
    """Give the articles a day, and two of them an outlet."""
    first, second, third = keys(desk)
    details.set_details_of_many(desk.workspace, [first], {"published_at": "2026-01-05"}, desk.ana)
    details.set_details_of_many(desk.workspace, [second, third], {"published_at": "2026-02-05"}, desk.ana)
    details.set_details_of_many(desk.workspace, [first], {"outlet": "Tempo"}, desk.ana)
    details.set_details_of_many(desk.workspace, [second], {"outlet": "Kompas"}, desk.ana)


def told(desk: Desk, format_id: str = "jsonl", **wanted: Any) -> str:
    """What is said of a selection of which nothing goes out, the same before and at the export."""
    request = ExportRequest(format_id, Selection(**wanted))
    before = preview(desk.workspace, request).always
    exported = export(desk.workspace, request, io.BytesIO())
    assert exported.annotations == 0
    (said,) = (one for one in exported.left_out if one.startswith("Nothing is in it: "))
    assert said in before
    return said.removeprefix("Nothing is in it: ")


@pytest.mark.parametrize("format_id", FORMATS)
def test_of_articles_without_a_day_none_is_since_one(loaded: Desk, format_id: str) -> None:
    assert told(loaded, format_id, since="2026-01-01") == "of 3 articles none has a day of publication."


def test_the_choice_that_leaves_nothing_is_named(loaded: Desk) -> None:
    dated(loaded)
    first, second, _ = keys(loaded)
    assert told(loaded, since="2026-03-01") == "of 3 articles none was published in the days that are chosen."
    assert told(loaded, documents=(first,), outlets=("kompas",)) == (
        "of 1 article none is from an outlet that is chosen."
    )
    assert told(loaded, since="2026-02-01", outlets=("tempo",)) == (
        "of 3 articles none has the language, the outlet and the day that are chosen, all of them."
    )
    assert told(loaded, reading=GOLD) == "of 3 articles nobody has submitted a reading."
    assert told(loaded, labels=("denial",), negatives=False) == "of 3 articles in 3 nothing that is chosen is labelled."
    details.set_details_of_many(loaded.workspace, [second], {"language": "en"}, loaded.ana)
    assert told(loaded, documents=(first,), languages=("en",)) == "of 1 article none is in a language that is chosen."


def test_no_parts_of_articles_are_nothing_too(loaded: Desk) -> None:
    said = told(loaded, "doccano", labels=("denial",), unit=Unit.SPAN)
    assert said == "of 3 articles in 3 nothing that is chosen is labelled."
    export(loaded.workspace, ExportRequest("doccano", Selection(unit=Unit.SPAN)), io.BytesIO())


def test_an_empty_part_and_what_is_held_back_are_told(loaded: Desk) -> None:
    request = ExportRequest("doccano", Selection(split="dev"), shares=(100, 0, 0))
    written = export(loaded.workspace, request, stream := io.BytesIO())
    assert (written.documents, stream.getvalue()) == (0, b"")
    assert "Nothing is in it: of 3 articles none is in the part “dev”." in written.left_out
    details.set_details_of_many(loaded.workspace, keys(loaded)[:2], {"status": "withheld"}, loaded.ana)
    narrow = ExportRequest("doccano", Selection(labels=("denial",), negatives=False))
    (said,) = (one for one in export(loaded.workspace, narrow, io.BytesIO()).left_out if "Nothing" in one)
    assert said == (
        "Nothing is in it: of 3 articles 2 are withheld, cancelled or under an embargo "
        "and in 1 nothing that is chosen is labelled."
    )


def test_labels_alone_and_a_project_without_articles_go_out_all_the_same(desk: Desk) -> None:
    for format_id in FORMATS:
        assert export(desk.workspace, ExportRequest(format_id), io.BytesIO()).documents == 0
    desk.load()
    request = ExportRequest("refi-codebook", Selection(since="2026-01-01"))
    assert not any("Nothing" in said for said in export(desk.workspace, request, io.BytesIO()).left_out)
