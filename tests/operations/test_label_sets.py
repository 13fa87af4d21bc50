"""A project keeps its own labels."""

from dataclasses import replace

import pytest

from annotator import resources
from annotator.core import label_changes
from annotator.core.schema_file import read_label_set
from annotator.errors import EditConflict, InvalidLabelSet, NotFound
from annotator.operations import annotations, label_sets
from annotator.operations.documents import read_document
from tests.store.desk import Desk


def test_a_new_project_has_the_newsroom_s_labels(desk: Desk) -> None:
    newsroom = read_label_set(resources.read_toml("label_sets", "newsroom", "label_set.toml"))
    assert label_sets.project_labels(desk.workspace) == newsroom
    assert [label.key for label in newsroom.main] == ["claim", "denial", "quote"]
    assert [label.shortcut for label in newsroom.main] == ["1", "2", "3"]


def test_a_project_s_labels_stay_when_the_program_s_change(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    before = label_sets.project_labels(desk.workspace)
    monkeypatch.setattr(resources, "read_toml", lambda *parts: {"id": "x", "title": "x", "version": 9, "labels": []})
    desk.reopen()
    assert label_sets.project_labels(desk.workspace) == before


def test_a_change_is_a_version_and_the_one_before_is_kept(desk: Desk) -> None:
    before = label_sets.project_labels(desk.workspace)
    renamed = label_changes.change(before, "labels", "claim", title="Assertion")
    after = label_sets.change_label_set(desk.workspace, renamed, desk.ana, {"en": {"claim": "Our rule."}})
    assert after.version == before.version + 1
    assert label_sets.project_labels(desk.workspace) == after
    assert label_sets.project_guideline(desk.workspace) == {"en": {"claim": "Our rule."}}
    newest, oldest = label_sets.kept_versions(desk.workspace)
    assert (newest.label_set, newest.annotator, newest.guideline) == (after, "Ana", {"en": {"claim": "Our rule."}})
    assert newest.at is not None
    assert (oldest.label_set, oldest.annotator, oldest.at) == (before, "", None)
    assert desk.problems() == []


def test_what_annotations_would_lose_is_refused(desk: Desk) -> None:
    present = label_sets.project_labels(desk.workspace)
    with pytest.raises(InvalidLabelSet, match="retire it"):
        label_sets.change_label_set(desk.workspace, replace(present, labels=present.labels[:-1]), desk.ana)
    with pytest.raises(InvalidLabelSet, match="no table"):
        label_sets.change_label_set(desk.workspace, present, desk.ana, {"en": "all of it"})
    assert label_sets.project_labels(desk.workspace) == present


def test_a_set_that_somebody_has_changed_meanwhile_is_not_overwritten(desk: Desk) -> None:
    present = label_sets.project_labels(desk.workspace)
    label_sets.change_label_set(desk.workspace, present, desk.ben)
    with pytest.raises(EditConflict):
        label_sets.change_label_set(desk.workspace, present, desk.ana)


@pytest.mark.parametrize("name", ["plain", "attribution"])
def test_another_set_keeps_every_annotation_readable(desk: Desk, name: str) -> None:
    document = desk.load()
    for label in ("claim", "denial", "quote", "cue"):
        desk.tag(document, label=label)
    annotations.set_attributes(desk.workspace, [desk.tag(document).id], {"claim_kind": "quantity"}, desk.ana)
    shipped = label_sets.shipped_label_set(name)
    there = label_sets.use_label_set(desk.workspace, shipped, desk.ana)
    assert there.main == shipped.main
    found = read_document(desk.workspace, document).annotations
    assert len(found) == 5
    assert all(there.label(record.label) for record in found)
    assert all(there.attribute(key) for record in found for key in record.attributes)
    desk.tag(document, label=shipped.main[0].key)
    gone = next((key for key in ("claim", "quote") if key not in {label.key for label in shipped.labels}), None)
    if gone:
        with pytest.raises(InvalidLabelSet, match="retired"):
            desk.tag(document, label=gone)
    assert desk.problems() == []


def test_an_older_version_comes_back_as_a_new_one(desk: Desk) -> None:
    before = label_sets.project_labels(desk.workspace)
    label_sets.use_label_set(desk.workspace, label_sets.shipped_label_set("plain"), desk.ana)
    back = label_sets.bring_version_back(desk.workspace, before.version, desk.ana)
    assert back == replace(before, version=before.version + 2)
    assert [one.version for one in label_sets.label_set_versions(desk.workspace)] == [4, 3, 2]
    with pytest.raises(NotFound):
        label_sets.bring_version_back(desk.workspace, 99, desk.ana)


def test_an_annotation_keeps_the_version_that_it_was_made_under(desk: Desk) -> None:
    document = desk.load()
    first = desk.tag(document)
    label_sets.change_label_set(desk.workspace, label_sets.project_labels(desk.workspace), desk.ana)
    second = desk.tag(document, 5, 9)
    assert (first.guideline_version, second.guideline_version) == (2, 3)
    kept = {record.id: record.guideline_version for record in read_document(desk.workspace, document).annotations}
    assert kept == {first.id: 2, second.id: 3}
