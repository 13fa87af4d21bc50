"""Opening and making projects, as the window and the command line do it."""

import os
from pathlib import Path
from uuid import uuid4

import pytest

from annotator import resources
from annotator.errors import ProjectDamaged
from annotator.operations import projects
from annotator.operations.verification import verify


@pytest.mark.parametrize(
    "name", ["Pilkada 2024.annotator", "ünïcode 市长.annotator", "no ending", "a#b?c%20d.annotator"]
)
def test_a_project_is_named_after_its_file(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    workspace = projects.open_project(path, uuid4())
    assert path.exists()
    assert projects.project_name(workspace) == path.stem
    assert workspace.address == str(path)
    assert verify(workspace).problems == []
    workspace.close()
    workspace = projects.open_project(str(path), uuid4())
    assert len(verify(workspace).problems) == 0
    workspace.close()


@pytest.mark.skipif("sys.platform != 'linux'")
def test_a_file_name_that_is_no_unicode(tmp_path: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.annotator"))
    workspace = projects.open_project(path, uuid4())
    assert projects.project_name(workspace) == "caf?"
    workspace.close()


def test_a_project_that_could_not_be_founded_is_let_go_of(project_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*parts: str) -> object:
        raise FileNotFoundError

    monkeypatch.setattr(resources, "read_toml", broken)
    with pytest.raises(FileNotFoundError):
        projects.open_project(project_path, uuid4())
    monkeypatch.undo()
    workspace = projects.open_project(project_path, uuid4())
    assert projects.project_name(workspace) == "project"
    workspace.close()


def test_another_file_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "letter.txt"
    path.write_text("Dear editor, " * 100)
    with pytest.raises(ProjectDamaged):
        projects.open_project(path, uuid4())
    assert path.read_text().startswith("Dear editor")
    assert [entry.name for entry in tmp_path.iterdir() if entry.is_file()] == ["letter.txt"]


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("postgresql://ana:secret@desk", "project"),
        ("postgresql://ana:secret@desk/news?password=secret", "news"),
        ("postgresql:///news?host=/run/postgresql", "news"),
    ],
)
def test_no_password_becomes_a_name(address: str, name: str) -> None:
    assert projects._name_from(address) == name


def test_a_server_s_project_is_named_after_its_database(postgresql_url: str) -> None:
    workspace = projects.open_project(postgresql_url, uuid4())
    assert projects.project_name(workspace) == postgresql_url.rsplit("/", 1)[1]
    assert not workspace.read_only
    workspace.close()
