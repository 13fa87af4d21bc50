"""Opening makes a project, and a newcomer's first one holds the samples."""

from pathlib import Path

import pytest

from annotator.errors import ProjectDamaged
from annotator.settings import Settings
from annotator.ui import opening


def test_the_first_project_holds_the_samples_and_opens_the_same_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ANNOTATOR_HOME", str(tmp_path))
    chosen = Settings(annotator="Ana")
    first = opening.open_project(opening.first_project(), chosen)
    count = len(first.documents)
    assert count == len(opening.sample_files()) > 0
    first.workspace.close()
    again = opening.open_project(opening.first_project(), chosen)
    assert (len(again.documents), again.annotator_id, again.name) == (count, first.annotator_id, "project")
    again.workspace.close()


def test_any_other_project_starts_empty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ANNOTATOR_HOME", str(tmp_path))
    opened = opening.open_project(str(tmp_path / "other.annotator"), Settings())
    assert opened.documents == []
    assert [label.key for label in opened.labels.main] == ["claim", "denial", "quote"]
    opened.workspace.close()


def test_a_file_that_is_no_project_is_refused_in_words(tmp_path: Path) -> None:
    (tmp_path / "notes.annotator").write_bytes(b"not a database at all" * 100)
    with pytest.raises(ProjectDamaged):
        opening.open_project(str(tmp_path / "notes.annotator"), Settings())
