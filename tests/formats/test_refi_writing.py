"""A project keeps the rules of the standard, whatever is in it, and its texts lie where they have to."""

import zipfile
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from lxml import etree

from annotator.core.exchange import ExchangedArticle
from annotator.core.schema import LabelSet
from annotator.formats.base import WriteOptions
from annotator.formats.refi_qda import RefiQda
from annotator.formats.refi_writing import write_project
from annotator.operations.label_sets import shipped_label_set
from tests.formats.exchanged import TEXT, corpora, minister
from tests.formats.refi_schema import project_schema

NEWSROOM = shipped_label_set("newsroom")


def _written(given: list[ExchangedArticle], path: Path, label_set: LabelSet | None = None) -> zipfile.ZipFile:
    options = WriteOptions(label_set=label_set)
    write_project((RefiQda().fit(one, options).article for one in given), path / "a.qdpx", "Beras", label_set)
    return zipfile.ZipFile(BytesIO((path / "a.qdpx").read_bytes()))


def _project(given: list[ExchangedArticle], path: Path, label_set: LabelSet | None = None) -> Any:
    return etree.fromstring(_written(given, path, label_set).read("project.qde"))


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(corpora())
def test_any_project_is_valid(tmp_path: Path, given: list[ExchangedArticle]) -> None:
    for label_set in (None, NEWSROOM):
        project_schema().assertValid(_project(given, tmp_path, label_set))


def test_the_schema_refuses_another_order(tmp_path: Path) -> None:
    project = _project([minister()], tmp_path)
    project.append(project[0])
    assert not project_schema().validate(project)


def test_texts_lie_flat_in_a_folder_of_small_letters(tmp_path: Path) -> None:
    archive = _written([minister()], tmp_path)
    assert archive.namelist() == [f"sources/{minister().key}.txt", "project.qde"]
    assert archive.read(archive.namelist()[0]) == TEXT.encode()
    assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_nothing_stands_before_the_declaration(tmp_path: Path) -> None:
    content = _written([minister()], tmp_path).read("project.qde")
    assert content.startswith(b'<?xml version="1.0" encoding="utf-8"?>\n<Project xmlns="urn:QDA-XML:project:1.0"')
    assert b"\r" not in content


def test_selections_count_code_points_and_guids_are_our_keys(tmp_path: Path) -> None:
    project = _project([minister()], tmp_path)
    found = [
        (one.get("guid"), one.get("startPosition"), one.get("endPosition"))
        for one in project.iter("{*}PlainTextSelection")
    ]
    keys = [one.key for one in minister().annotations]
    assert found == [(keys[0], "14", "34"), (keys[1], "15", "32"), (keys[2], "37", "55")]


def test_a_selection_is_named_after_its_words_by_which_its_end_can_be_checked(tmp_path: Path) -> None:
    project = _project([minister()], tmp_path)
    names = [one.get("name") for one in project.iter("{*}PlainTextSelection")]
    assert names == ['"Harga beras turun."', "Harga beras turun", "Pedagang membantah"]


def test_every_reference_leads_somewhere(tmp_path: Path) -> None:
    given = minister()
    long = replace(given.annotations[0], attributes={"cue": "a\nb", "certainty": "high"})
    project = _project([replace(given, annotations=(long, *given.annotations[1:]))], tmp_path)
    guids = [one.get("guid") for one in project.iter() if one.get("guid")]
    assert len(set(guids)) == len(guids)
    for one in project.iter():
        for name in ("targetGUID", "originGUID", "creatingUser"):
            assert one.get(name) is None or one.get(name) in guids


def test_each_note_has_a_time(tmp_path: Path) -> None:
    """QualCoder breaks off at one that has none."""
    given = minister()
    noted = replace(given.annotations[0], attributes={"cue": "a\nb"}, created_at=None)
    project = _project([replace(given, annotations=(noted,), links=())], tmp_path)
    assert [one.get("creationDateTime") for one in project.iter("{*}Note")] == ["1970-01-01T00:00:00Z"]


def test_an_empty_project_has_no_empty_groups(tmp_path: Path) -> None:
    project = _project([], tmp_path)
    assert len(project) == 0
    assert project.get("name") == "Beras"
