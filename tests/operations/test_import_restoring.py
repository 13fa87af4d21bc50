"""Files of our own, restored."""

from pathlib import Path

from annotator.core.recipes import ExportRequest
from annotator.operations.exports import export
from annotator.operations.import_restoring import restore_own
from annotator.operations.importing import import_annotations
from tests.formats.exchanged import minister
from tests.operations.import_desk import written
from tests.store.desk import Desk


def test_a_project_comes_again_under_its_own_keys(desk: Desk, tmp_path: Path) -> None:
    document = desk.load()
    mine = desk.tag(document)
    path = tmp_path / "all.jsonl"
    export(desk.workspace, ExportRequest("jsonl"), path)
    other = Desk(tmp_path / "other.annotator")
    report = restore_own(other.workspace, path)
    assert report is not None
    assert (report.articles, report.known) == (1, 0)
    assert [row["id"] for row in other.rows()["annotation"]] == [mine.id]
    later = desk.tag(document, 11, 20, "denial")
    export(desk.workspace, ExportRequest("jsonl"), path)
    again = restore_own(other.workspace, path)
    assert again is not None
    assert (again.articles, again.known) == (0, 1)
    rest = import_annotations(other.workspace, path, other.ben)
    assert (rest.annotations, rest.known) == (1, 1)
    assert {row["foreign_key"] for row in other.rows()["annotation"]} == {None, f"jsonl:{later.id}"}
    other.workspace.close()


def test_other_files_are_left_to_the_import(desk: Desk, tmp_path: Path) -> None:
    before = desk.rows()
    assert restore_own(desk.workspace, written(tmp_path, [minister()])) is None
    assert desk.rows() == before
