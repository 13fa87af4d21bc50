"""The first rows are those of the file itself."""

from pathlib import Path

import pytest

from annotator import formats
from annotator.core.recipes import ExportRequest
from annotator.core.selection import Selection
from annotator.errors import AnnotatorError
from annotator.operations.export_sample import LONGEST, sample
from annotator.operations.exports import export
from tests.store.desk import Desk


@pytest.fixture
def tagged(desk: Desk) -> Desk:
    for at in range(3):
        desk.tag(desk.load(f"Menteri {at} 😀 membantah. Warga bertanya.\n"), 0, 9, "denial")
    return desk


@pytest.mark.parametrize("kind", formats.exporters(), ids=lambda kind: kind.id)
def test_every_format_shows_how_it_begins(tagged: Desk, kind: formats.Writer) -> None:
    found = sample(tagged.workspace, ExportRequest(kind.id))
    assert found.articles == 2
    assert found.words.strip()
    assert len(found.words) <= LONGEST


def test_the_rows_are_those_of_the_file(tagged: Desk, tmp_path: Path) -> None:
    request = ExportRequest("doccano")
    export(tagged.workspace, request, tmp_path / "out.jsonl")
    lines = (tmp_path / "out.jsonl").read_text().splitlines(keepends=True)
    assert sample(tagged.workspace, request).words == "".join(lines[:2])
    assert sample(tagged.workspace, request, articles=9).articles == 3


@pytest.mark.parametrize("format_id", ["csv", "tsv", "claims"])
def test_a_sheet_begins_with_articles_that_it_has_rows_of(desk: Desk, format_id: str) -> None:
    for at in range(3):
        desk.load(f"Warga {at} bertanya.\n")
    assert len(sample(desk.workspace, ExportRequest(format_id)).words.splitlines()) == 1
    desk.tag(desk.load("Menteri membantah.\n"), 0, 7, "claim")
    found = sample(desk.workspace, ExportRequest(format_id))
    assert "Menteri" in found.words
    assert found.articles == 1


def test_what_is_no_text_is_read_again(tagged: Desk) -> None:
    found = sample(tagged.workspace, ExportRequest("docbin"))
    assert not found.is_text
    assert "denial     0–9  Menteri 0" in found.words


def test_an_article_that_holds_nothing_says_so_where_the_file_cannot_be_read(desk: Desk) -> None:
    desk.load("Menteri membantah.\n")
    assert sample(desk.workspace, ExportRequest("docbin")).words.endswith("\n  no annotations")


def test_what_is_long_is_cut(desk: Desk) -> None:
    desk.load("word " * 10_000)
    found = sample(desk.workspace, ExportRequest("doccano"))
    assert found.is_cut
    assert len(found.words) == LONGEST


def test_where_nothing_goes_out_that_is_said_in_place_of_rows(tagged: Desk) -> None:
    none = sample(tagged.workspace, ExportRequest("doccano", Selection(documents=())))
    assert (none.words, none.nothing) == ("", "no article is chosen")
    found = sample(tagged.workspace, ExportRequest("doccano", Selection(split="test"), shares=(100, 0, 0)))
    assert (found.words, found.nothing) == ("", "of 3 articles none is in the part “test”")
    assert sample(tagged.workspace, ExportRequest("doccano")).nothing == ""


def test_what_cannot_be_asked_for_is_refused(tagged: Desk) -> None:
    with pytest.raises(AnnotatorError):
        sample(tagged.workspace, ExportRequest("doccano", Selection(labels=("rumour",))))


def test_of_a_dataset_the_rows_are_shown_and_not_what_is_counted_of_all_of_it(tagged: Desk) -> None:
    words = sample(tagged.workspace, ExportRequest("dataset")).words
    assert words.startswith("── data/")
    assert "── README.md\n…" in words
    assert "task_categories" not in words
