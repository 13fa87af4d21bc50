"""The label set is read with its version; the highest version there has been is known."""

from dataclasses import replace

from annotator.operations.label_sets import change_label_set, project_labels
from annotator.store import label_sets
from tests.store.desk import Desk


def test_the_version_is_read_without_the_set(desk: Desk) -> None:
    with desk.workspace.reading() as connection:
        version = label_sets.label_set_version(connection)
        assert label_sets.project_label_set(connection)["version"] == version
        assert label_sets.newest_label_set_version(connection) == 0
    labels = project_labels(desk.workspace)
    change_label_set(desk.workspace, replace(labels, title="Ours"), desk.ana)
    with desk.workspace.reading() as connection:
        assert label_sets.label_set_version(connection) == version + 1
        assert label_sets.newest_label_set_version(connection) == version + 1
        assert desk.workspace.label_set(connection).title == "Ours"
