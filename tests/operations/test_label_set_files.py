"""A label set leaves a project as a file, and another project takes it."""

from pathlib import Path

import pytest

from annotator.core import label_changes
from annotator.errors import ExportFailed, InvalidLabelSet
from annotator.operations import label_set_files, label_sets, sources
from tests.store.desk import Desk

OWN = {"id": {"claim": "Aturan kami."}}


def test_a_set_goes_from_one_project_to_another(desk: Desk, tmp_path: Path) -> None:
    mine, _made = label_changes.add_label(label_sets.project_labels(desk.workspace), "Rumour")
    there = label_sets.change_label_set(desk.workspace, mine, desk.ana, OWN)
    path = tmp_path / "ours.labelset.json"
    label_set_files.export_label_set(desk.workspace, path)
    found = label_set_files.read_label_set_file(path)
    assert found == (there, OWN)

    other = Desk(tmp_path / "other.annotator")
    taken = label_sets.use_label_set(other.workspace, found.label_set, other.ana, found.guideline)
    assert taken.labels == there.labels
    assert label_sets.project_guideline(other.workspace) == OWN
    other.workspace.close()


def test_a_protected_name_leaves_in_no_guideline_and_no_description(desk: Desk, tmp_path: Path) -> None:
    present = label_sets.project_labels(desk.workspace)
    there = label_changes.change(present, "labels", "claim", description="As Rina Hartati.")
    label_sets.change_label_set(desk.workspace, there, desk.ana, {"en": {"claim": "As with Rina Hartati."}})
    sources.add_source(desk.workspace, "Rina Hartati", desk.ana, protected=True)
    path = tmp_path / "ours.labelset.json"
    label_set_files.export_label_set(desk.workspace, path)
    found = label_set_files.read_label_set_file(path)
    assert found.label_set.label("claim").description == "As ████ ███████."
    assert found.guideline == {"en": {"claim": "As with ████ ███████."}}
    assert "Hartati" not in path.read_text(encoding="utf-8")


def test_a_file_that_cannot_be_written_leaves_nothing(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    before = sorted(tmp_path.iterdir())
    for path in (tmp_path / "nowhere" / "x.labelset.json", tmp_path / "folder"):
        with pytest.raises(ExportFailed):
            label_set_files.export_label_set(desk.workspace, path)
    assert sorted(tmp_path.iterdir()) == before


def test_a_file_that_cannot_be_read_is_told_in_words(tmp_path: Path) -> None:
    with pytest.raises(InvalidLabelSet, match="cannot be read"):
        label_set_files.read_label_set_file(tmp_path / "nowhere.json")


def test_a_code_book_of_another_tool_is_taken_as_a_label_set(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "peers.qdc"
    path.write_bytes(
        b'<CodeBook xmlns="urn:QDA-XML:codebook:1.0"><Codes>'
        b'<Code guid="1ff58b12-6f6f-4b0c-8be5-bbdc91f55294" name="Rumour" isCodable="true"/></Codes></CodeBook>'
    )
    found = label_set_files.read_label_set_file(path)
    taken = label_sets.use_label_set(desk.workspace, found.label_set, desk.ana, found.guideline)
    assert "rumour" in {label.key for label in taken.offered}
    path.write_bytes(b"<CodeBook><Codes/></CodeBook>")
    with pytest.raises(InvalidLabelSet, match="no codes"):
        label_set_files.read_label_set_file(path)
