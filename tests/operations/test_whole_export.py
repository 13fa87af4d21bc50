"""An export of everything is read back and compared; its lines are what the schema says, for whoever reads them."""

import gc
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import orjson
import pytest

from annotator import resources
from annotator.errors import Cancelled, ExportFailed
from annotator.formats.base import WriteOptions
from annotator.operations import whole_export
from annotator.operations.exports import export_dataset
from tests.operations.whole_desk import Everything, exported
from tests.store.desk import Desk


@pytest.fixture
def everything(project_path: Path) -> Iterator[Everything]:
    desk = Desk(project_path)
    yield Everything(desk)
    desk.workspace.close()


@pytest.mark.parametrize("options", [WriteOptions(), WriteOptions(lean=True), WriteOptions(with_furniture=True)])
def test_each_line_is_what_the_schema_says(everything: Everything, tmp_path: Path, options: WriteOptions) -> None:
    jsonschema = pytest.importorskip("jsonschema")
    schema = json.loads(resources.path("formats", "annotator-jsonl-1.schema.json").read_bytes())
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    for line in exported(everything.workspace, tmp_path / "a.jsonl", options=options).splitlines():
        said = json.loads(line)
        validator.validate(said)
        assert set(said) <= set(schema["properties"])
        assert not validator.is_valid(said | {"schema": 2})


def test_counts_and_progress_are_those_of_any_export(everything: Everything, tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    whole = export_dataset(everything.workspace, "jsonl", tmp_path / "a.jsonl", progress=lambda *at: told.append(at))
    assert told == [(1, 3), (2, 3), (3, 3)]
    assert (whole.documents, whole.annotations, whole.held_back, whole.older) == (3, 24, 0, 0)
    before = gc.get_threshold()
    again = export_dataset(everything.workspace, "jsonl", tmp_path / "a.jsonl", options=WriteOptions(bom=True))
    assert again == whole
    assert gc.get_threshold() == before
    assert (tmp_path / "a.jsonl").read_bytes().startswith(b"\xef\xbb\xbf{")


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        ('"texts":["', '"texts":["x', "not what lies at its offsets"),
        ('"document_segments":[[', '"document_segments":[[9', "line 1 came back changed"),
        ('"cut":[]', '"cut":[{"start":0,"text":"x"}]', "not the one that it names"),
        ('"note":"', '"note":"x', "line 1 came back changed"),
        ('"annotator":"', '"annotator":"x', "line 1 came back changed"),
        ('"attributes":{', '"attributes":{"x":"y",', "came back changed"),
        ('"relations":[{"id":"', '"relations":[{"id":"x', "came back changed"),
        ('{"schema":1', '{"schema":1]', "did not read back as it was written"),
    ],
)
def test_what_does_not_read_back_gets_no_name(
    everything: Everything, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, before: str, after: str, words: str
) -> None:
    target = tmp_path / "a.jsonl"
    target.write_bytes(b"old")

    class Damaging:
        """Writes one thing otherwise than it should."""

        def dumps(self, value: Any, option: int) -> bytes:
            return orjson.dumps(value, option=option).replace(before.encode(), after.encode(), 1)

        loads = staticmethod(orjson.loads)

    monkeypatch.setattr(whole_export, "orjson", Damaging())
    with pytest.raises(ExportFailed, match=words):
        export_dataset(everything.workspace, "jsonl", target)
    assert target.read_bytes() == b"old"


def test_lines_that_lack_are_noticed(everything: Everything, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fewer(stream: Any) -> Iterator[int]:
        yield from list(proofs(stream))[:2]

    proofs = whole_export._proofs_in
    monkeypatch.setattr(whole_export, "_proofs_in", fewer)
    with pytest.raises(ExportFailed, match="1 articles lack"):
        export_dataset(everything.workspace, "jsonl", tmp_path / "a.jsonl")


@pytest.mark.parametrize("after", [1, 4])
def test_it_can_be_stopped_while_it_writes_and_while_it_reads_back(
    everything: Everything, tmp_path: Path, after: int
) -> None:
    asked = iter([False] * after + [True])
    with pytest.raises(Cancelled):
        export_dataset(everything.workspace, "jsonl", tmp_path / "a.jsonl", cancelled=lambda: next(asked))
    assert not (tmp_path / "a.jsonl").exists()
