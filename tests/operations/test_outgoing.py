"""What goes to a writer: a request's choices reach it, and parts of articles only those that hold them."""

import io
import json
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from uuid import uuid4

import pytest

from annotator import formats
from annotator.core.recipes import ExportRequest
from annotator.core.selection import Selection, Unit
from annotator.errors import ExportFailed, NotFound, UnreadableInput
from annotator.formats.base import Writer
from annotator.formats.exchange import Exchange
from annotator.formats.row_lines import RowLines
from annotator.operations import annotations, versions
from annotator.operations.datasets import splits_of
from annotator.operations.exports import export, export_dataset
from annotator.operations.import_restoring import restore_own
from annotator.operations.losses import preview
from annotator.operations.outgoing import NO_ROWS, outgoing
from annotator.operations.projects import open_project
from annotator.operations.sources import add_source
from tests.store.desk import Desk


@pytest.mark.parametrize("writer", formats.exporters(), ids=lambda writer: writer.id)
def test_parts_go_to_the_formats_that_hold_them_and_others_say_which_do(desk: Desk, writer: Writer | Exchange) -> None:
    desk.tag(desk.load())
    asked = ExportRequest(writer.id, Selection(unit=Unit.SENTENCE, context=0))
    if not isinstance(writer, Exchange) and writer.id != "jsonl":
        with pytest.raises(ExportFailed, match="holds no parts of articles; these formats do: jsonl, doccano"):
            outgoing(desk.workspace, asked)
        return
    keys = [one.article.key.partition("#")[2] for one in outgoing(desk.workspace, asked).articles()]
    assert keys == ["s1", "s2", "s3"]


@pytest.mark.parametrize("writer", formats.exporters(), ids=lambda writer: writer.id)
def test_texts_that_are_to_stay_at_home_go_out_in_no_format(desk: Desk, writer: Writer | Exchange) -> None:
    desk.tag(desk.load())
    asked = ExportRequest(writer.id, without_text=True)
    if writer.id in ("dataset", "parquet"):
        (fitted,) = outgoing(desk.workspace, asked).articles()
        assert not fitted.article.text
        return
    with pytest.raises(ExportFailed, match="holds whole texts; without them write dataset or parquet"):
        outgoing(desk.workspace, asked)


def test_it_is_said_of_our_own_lines_when_no_project_can_be_made_of_them_again(desk: Desk, tmp_path: Path) -> None:
    desk.tag(desk.load())
    everything = ExportRequest("jsonl")
    lines = formats.exporter_by_id("jsonl")
    for asked, told in (
        (everything, ()),
        (replace(everything, selection=Selection(with_held=True)), ()),
        (replace(everything, lean=True), (NO_ROWS,)),
        (replace(everything, selection=Selection(labels=("quote",))), (NO_ROWS,)),
    ):
        assert export(desk.workspace, asked, tmp_path / "out.jsonl").losses == (*told, *lines.losses)


def test_our_own_lines_are_rows_where_parts_are_asked_for(desk: Desk, tmp_path: Path) -> None:
    key = desk.load()
    desk.tag(key)
    report = export(desk.workspace, ExportRequest("jsonl", Selection(unit=Unit.SPAN)), tmp_path / "out.jsonl")
    assert (report.format_id, report.documents, report.annotations) == ("jsonl", 1, 1)
    (row,) = RowLines().read_articles(tmp_path / "out.jsonl")
    assert row.key.startswith(f"{key}#a")  # type: ignore[union-attr]


def test_an_annotation_counts_once_though_it_stands_around_others_too(desk: Desk, tmp_path: Path) -> None:
    key = desk.load()
    desk.tag(key)
    desk.tag(key, 52, 57)
    for unit in Unit:
        asked = ExportRequest("doccano", Selection(unit=unit, context=2))
        assert export(desk.workspace, asked, tmp_path / "out.jsonl").annotations == 2


def test_a_part_is_dealt_out_once_and_kept_from_an_earlier_dataset(desk: Desk, tmp_path: Path) -> None:
    keys = [desk.load(f"Artikel nomor {at} tentang harga beras.") for at in range(12)]
    dealt = splits_of(desk.workspace)
    for part in ("train", "dev", "test"):
        sent = outgoing(desk.workspace, ExportRequest("doccano", Selection(split=part)))
        assert [one.article.key for one in sent.articles()] == [str(key) for key in keys if dealt[key] == part]
    kept = tmp_path / "splits.json"
    kept.write_text(json.dumps({"articles": {str(keys[0]): "test"}}))
    sent = outgoing(desk.workspace, ExportRequest("doccano", Selection(split="test"), splits=str(kept)))
    assert str(keys[0]) in [one.article.key for one in sent.articles()]
    for format_id, part in (("doccano", "test"), ("doccano", ""), ("csv", ""), ("jsonl", "")):
        with pytest.raises(UnreadableInput):
            outgoing(desk.workspace, ExportRequest(format_id, Selection(split=part), splits=str(tmp_path / "no")))


def test_it_is_said_that_parts_may_move_where_no_earlier_ones_are_kept(desk: Desk, tmp_path: Path) -> None:
    for at in range(12):
        desk.load(f"Artikel nomor {at} tentang harga beras.")
    asked, target = ExportRequest("dataset", Selection(split="train")), tmp_path / "set"
    report = export(desk.workspace, asked, io.BytesIO())
    (told,) = [loss for loss in report.left_out if "--splits" in loss]
    assert told in report.losses
    seen = preview(desk.workspace, asked)
    seen.lost.close()
    assert told not in seen.always  # which knows of no place
    first = export(desk.workspace, asked, target).left_out
    assert first == (
        "set.splits.json says in which part (train, dev, test) each article is; "
        "the next export to this place keeps it.",
    )
    kept = ("Parts (train, dev, test) kept from set.splits.json: 12 articles; 0 new.",)
    assert export(desk.workspace, asked, target).left_out == kept
    named = ExportRequest("doccano", Selection(split="train"), splits=str(tmp_path / "set.splits.json"))
    assert export(desk.workspace, named, io.BytesIO()).left_out == kept
    assert export(desk.workspace, ExportRequest("doccano"), tmp_path / "out.jsonl").left_out == ()


def test_a_dataset_keeps_its_parts_when_it_is_made_again(desk: Desk, tmp_path: Path) -> None:
    for at in range(12):
        desk.load(f"Artikel nomor {at} tentang harga beras.")
    target = tmp_path / "set"
    export(desk.workspace, ExportRequest("dataset"), target)
    before = (target / "splits.json").read_text()
    desk.load("Satu artikel lagi yang baru.")
    export(desk.workspace, ExportRequest("dataset"), target)
    after = (target / "splits.json").read_text()
    assert all(line.rstrip(",") in after for line in before.splitlines())
    assert {"README.md", "SHA256SUMS"} <= {path.name for path in target.iterdir()}


def test_who_stops_early_is_told_nothing_and_a_format_that_is_none_is(desk: Desk) -> None:
    desk.load()
    desk.load("Yang lain.")
    with closing(outgoing(desk.workspace, ExportRequest("doccano")).articles()) as articles:
        assert next(articles).article.text
    with pytest.raises(NotFound, match="no format “docx”"):
        outgoing(desk.workspace, ExportRequest("docx"))


def test_neither_label_set_nor_newsroom_names_who_is_protected(desk: Desk) -> None:
    add_source(desk.workspace, "Quote", desk.ana, protected=True)
    sent = outgoing(desk.workspace, ExportRequest("doccano"))
    assert sent.options.label_set is not None
    assert "Quote" not in [one.title for one in sent.options.label_set.labels]
    assert "quote" in [one.key for one in sent.options.label_set.labels]


@pytest.mark.parametrize("format_id", ["jsonl", "csv", "claims", "doccano", "w3c", "labelstudio", "prodigy", "iob2"])
def test_words_off_the_record_are_blacked_out_in_the_text(desk: Desk, tmp_path: Path, format_id: str) -> None:
    key = desk.load("Kata dia “RAHASIA besar.” Lalu diam.")
    quote = desk.tag(key, 9, 25, "quote")
    desk.tag(key, 31, 35)
    annotations.set_attributes(desk.workspace, [quote.id], {"record_status": "off_record"}, desk.ana)
    out = tmp_path / "out"
    export_dataset(desk.workspace, format_id, out)
    assert "RAHASIA" not in out.read_text()
    assert "diam" in out.read_text()


def test_words_off_the_record_of_an_older_version_are_blacked_out_too(desk: Desk, tmp_path: Path) -> None:
    key = desk.load("Kata dia “RAHASIA besar.” Lalu diam.")
    quote = desk.tag(key, 9, 25, "quote")
    annotations.set_attributes(desk.workspace, [quote.id], {"record_status": "off_record"}, desk.ana)
    newer = versions.read_article(desk.workspace, "b.txt", b"Kata dia begini. Lalu diam.")
    plan = versions.plan_version(desk.workspace, key, newer)
    versions.load_version(desk.workspace, plan, {quote.id: ()}, desk.ana)
    out = tmp_path / "out.jsonl"
    export_dataset(desk.workspace, "jsonl", out)
    assert "RAHASIA" not in out.read_text()
    assert "“███████ █████.”" in out.read_text()
    with closing(open_project(tmp_path / "other.annotator", uuid4())) as other:
        restored = restore_own(other, out)
        assert restored
        assert (restored.articles, restored.versions) == (1, 1)
