"""Sheets of a real project: as they leave it, what is named as lost, and who denies a claim in another article."""

import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest

from annotator import formats
from annotator.core.spans import Span
from annotator.errors import ExportFailed
from annotator.formats.sheet_format import SheetFormat
from annotator.formats.sheet_workbook import read_workbook
from annotator.operations import annotations, loading, relations
from annotator.operations.annotators import find_or_add_annotator
from annotator.operations.exports import export_dataset
from annotator.operations.losses import preview_losses
from annotator.operations.projects import open_project
from annotator.operations.sources import add_source
from annotator.store.workspace import Workspace

TEXT = 'Kata Menteri: "Harga beras turun." 😀 Pedagang membantah.'
SHEETS = [(one.id, ending) for one in formats.exporters() if isinstance(one, SheetFormat) for ending in one.extensions]


@pytest.fixture
def workspace(project_path: Path) -> Iterator[Workspace]:
    """A claim in a quote of one article, which another article denies in the words of a protected source."""
    opened = open_project(project_path, uuid4())
    who = find_or_add_annotator(opened, "Ana")
    other = loading.load_content(opened, b"Sumur Batu: itu tidak benar.", "b.txt", who, detect_language=False)
    article = loading.load_content(opened, TEXT.encode(), "a.txt", who, detect_language=False)
    annotations.add_annotation(opened, article.id, [Span(14, 34)], "quote", who)
    claim = annotations.add_annotation(opened, article.id, [Span(15, 32)], "claim", who)
    denial = annotations.add_annotation(opened, other.id, [Span(12, 27)], "denial", who)
    hidden = add_source(opened, "Sumur Batu", who, protected=True)
    relations.link(opened, denial.id, "denies", claim.id, who)
    relations.set_sources(opened, [denial.id], "attributed_to", [hidden.id], who)
    yield opened
    opened.close()


@pytest.mark.parametrize(("format_id", "ending"), SHEETS)
def test_every_sheet_is_written_read_back_and_given_its_name(
    workspace: Workspace, tmp_path: Path, format_id: str, ending: str
) -> None:
    target = tmp_path / f"sheet{ending}"
    report = export_dataset(workspace, format_id, target)
    rows = {"quotes": 1, "claims": 1}.get(format_id, 3)
    assert (report.path, report.annotations) == (target, rows)
    content = target.read_bytes()
    assert content.startswith(b"PK") == (ending == ".xlsx")
    if ending != ".xlsx":
        assert "Sumur" not in content.decode()
    assert ("span" in report.lost) == (rows == 1)
    first = next(one for one in formats.annotation_readers() if one.recognises_annotations(target))
    assert first.id == format_id


def test_who_denies_a_claim_is_told_across_articles_and_hidden_where_protected(
    workspace: Workspace, tmp_path: Path
) -> None:
    export_dataset(workspace, "claims", tmp_path / "c.csv")
    (row,) = csv.DictReader(io.StringIO((tmp_path / "c.csv").read_text(encoding="utf-8"), newline=""))
    assert (row["claim"], row["denials"]) == ("Harga beras turun", "itu tidak benar")
    assert row["denied_by"]
    assert "Sumur" not in row["denied_by"]
    export_dataset(workspace, "claims", tmp_path / "c.xlsx")
    with (tmp_path / "c.xlsx").open("rb") as stream:
        (same,) = read_workbook(list(row), stream)
    assert same == row


def test_what_a_sheet_leaves_out_is_listed_before_and_beside_or_refused(workspace: Workspace, tmp_path: Path) -> None:
    foretold = preview_losses(workspace, "quotes")
    assert sorted(foretold.lost.counts.items()) == [("link denies", 1), ("span", 2)]
    report = export_dataset(workspace, "quotes", tmp_path / "q.csv")
    assert report.losses_path is not None
    listed = json.loads(report.losses_path.read_bytes())["lost"]
    assert sorted(one["what"] for one in listed) == ["link denies", "span", "span"]
    with pytest.raises(ExportFailed, match="cannot hold everything"):
        export_dataset(workspace, "quotes", tmp_path / "strict.csv", strict=True)
    assert not (tmp_path / "strict.csv").exists()
    assert not export_dataset(workspace, "csv", tmp_path / "all.csv", strict=True).lost


def test_drafts_are_written_in_the_projects_name(workspace: Workspace, tmp_path: Path) -> None:
    export_dataset(workspace, "claimreview", tmp_path / "r.jsonld")
    (draft,) = json.loads((tmp_path / "r.jsonld").read_bytes())["@graph"]
    assert draft["claimReviewed"] == "Harga beras turun"
    assert "reviewRating" not in draft
