"""Errors are one line, options stand before or after the command, wrong calls end with 2."""

import json
from collections.abc import Callable

import click
import pytest
from click.testing import CliRunner

from annotator.cli.commands import Commands, Entry, Failed, command, say
from annotator.cli.main import main
from annotator.errors import NotFound
from tests.cli.conftest import Prompt


@pytest.mark.parametrize(
    "arguments",
    [
        ("--project", "{}", "--json", "labels"),
        ("labels", "--project", "{}", "--json"),
        ("--json", "--project", "/nowhere/at/all", "labels", "--project", "{}"),
    ],
)
def test_common_options_stand_before_or_after(prompt: Prompt, arguments: tuple[str, ...]) -> None:
    result = CliRunner().invoke(main, [argument.format(prompt.project) for argument in arguments])
    assert result.exit_code == 0
    assert json.loads(result.stdout)["id"] == "newsroom"
    assert prompt.project.exists()


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("tag", "x", "y", "2", "claim"), "annotator tag: Invalid value for 'START'"),
        (("shw",), "annotator: No such command 'shw'."),
        (("list", "--all"), "annotator list: No such option"),
        (("show",), "annotator show: Missing argument 'ARTICLE'."),
        (("--nonsense",), "annotator: No such option"),
    ],
)
def test_a_wrong_call_is_one_line_and_two(prompt: Prompt, arguments: tuple[str, ...], told: str) -> None:
    line = prompt.refuse(*arguments, status=2)
    assert line.startswith(told)
    assert line.endswith("--help”.")


def test_a_line_on_standard_error_stays_one(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    say("a\nb\x1b\udcff é")
    assert capfdbinary.readouterr().err == "a b<U+001B>\ufffd é\n".encode()


def test_a_project_that_is_none_is_said(prompt: Prompt) -> None:
    prompt.project.write_text("x" * 5000)
    assert prompt.refuse("list").startswith("annotator: This file is not a project")
    assert "is a folder" in CliRunner().invoke(main, ["list", "--project", str(prompt.project.parent)]).stderr


def group_with(action: Callable[[], None], monkeypatch: pytest.MonkeyPatch) -> Commands:
    """A group whose one command does this."""
    import annotator.cli.project as module  # any module of the command line, to hang the command on

    monkeypatch.setattr(module, "act_command", command("act")(action), raising=False)
    return Commands({"All": {"act": Entry("project", "Acts.")}}, name="annotator")


def interrupt() -> None:
    raise KeyboardInterrupt


def miss() -> None:
    raise NotFound("It is\nnot there.")


def fill() -> None:
    raise OSError(28, "No space left on device")


@pytest.mark.parametrize(
    ("action", "told"),
    [
        (interrupt, "annotator: Stopped. What was done before is kept; what was being done is not.\n"),
        (miss, "annotator: It is not there.\n"),
        (fill, "annotator: The answer cannot be written: No space left on device.\n"),
    ],
)
def test_what_goes_wrong_is_one_line_and_one(
    monkeypatch: pytest.MonkeyPatch, action: Callable[[], None], told: str
) -> None:
    result = CliRunner().invoke(group_with(action, monkeypatch), ["act"])
    assert (result.exit_code, result.stderr, result.stdout) == (1, told, "")


def test_no_error_names_a_protected_source(prompt: Prompt) -> None:
    prompt("sources", "add", "Tira Wulandani", "--protected")
    assert "█████████" in prompt.refuse("show", "Tira Wulandani")
    assert "█████████" in prompt.refuse("load", "tira-wulandani.txt")


def test_a_bug_is_not_hidden(monkeypatch: pytest.MonkeyPatch) -> None:
    def stumble() -> None:
        raise ZeroDivisionError

    assert isinstance(CliRunner().invoke(group_with(stumble, monkeypatch), ["act"]).exception, ZeroDivisionError)


def test_it_can_be_called_from_a_program(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(Failed, match="not there"):
        group_with(miss, monkeypatch).main(["act"], standalone_mode=False)
    with pytest.raises(click.UsageError):
        main.main(["nonsense"], standalone_mode=False)


def test_an_empty_name_is_a_wrong_call_and_not_the_last_project_or_this_folder(prompt: Prompt) -> None:
    assert "it is empty" in prompt.refuse("list", "--project", "", status=2)
    assert "is empty" in prompt.refuse("load", "", status=2)
    assert prompt.ask("list") == {"articles": []}
