"""Which project and whose name a command works with."""

from pathlib import Path

import click
import pytest

from annotator import settings
from annotator.cli.desk import Desk
from annotator.operations.documents import list_documents


def desk(**chosen: object) -> Desk:
    return Desk(click.Context(click.Command("x"), obj=chosen))


def test_the_option_wins_then_the_environment_then_the_last_one(
    settings_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("ANNOTATOR_PROJECT", raising=False)
    assert desk().address == str(settings_home / "project.annotator")
    settings.save(settings.Settings(last_project="/last.annotator"))
    assert desk().address == "/last.annotator"
    monkeypatch.setenv("ANNOTATOR_PROJECT", "/named.annotator")
    assert desk().address == "/named.annotator"
    assert desk(project="/given.annotator").address == "/given.annotator"


def test_the_project_is_made_once_and_closed_with_the_command(project_path: Path) -> None:
    context = click.Context(click.Command("x"), obj={"project": str(project_path), "annotator": "Ana"})
    here = Desk(context)
    assert here.workspace is here.workspace
    assert here.annotator_id == here.annotator_id
    assert list_documents(here.workspace) == []
    context.close()
    assert project_path.exists()
    assert not project_path.with_name(project_path.name + "-wal").exists()


def test_who_comes_with_what_they_bring_is_not_added_before(project_path: Path) -> None:
    context = click.Context(click.Command("x"), obj={"project": str(project_path), "annotator": "Ana"})
    here = Desk(context)
    unknown, name = here.arriving()
    assert (name, here.workspace.viewer, here.arriving()[0] == unknown) == ("Ana", None, False)
    assert here.arriving() != (here.annotator_id, "Ana") == here.arriving()
    assert here.workspace.viewer == here.annotator_id
    context.close()


def test_it_answers_as_it_is_asked(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    desk().answer({"a": "é"}, ["satu", "é"])
    desk(json=True).answer({"a": "é"}, ["satu", "é"])
    assert capfdbinary.readouterr().out == 'satu\né\n{"a":"é"}\n'.encode()
