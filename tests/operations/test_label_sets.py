"""A project keeps its own labels."""

import pytest

from annotator import resources
from annotator.core.schema_file import read_label_set
from annotator.operations import label_sets
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
