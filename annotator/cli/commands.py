"""What every command has in common: its options, its errors, and the group they hang on.

`--project`, `--annotator` and `--json` may stand before or after the command's name. A command's
module is loaded when the command is called, so that `--help` needs no database.
"""

import os
import sys
from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple

import click

from annotator.cli.output import one_line, well_formed
from annotator.core.discretion import discreet
from annotator.errors import AnnotatorError

_STOPPED = "Stopped. What was done before is kept; what was being done is not."


class Failed(click.ClickException):
    """An error in words for the person, on one line of standard error."""

    def show(self, file: Any = None) -> None:
        say(f"annotator: {self.message}")


def say(line: str) -> None:
    """One line on standard error, in UTF-8 whatever the locale, without the name of a protected source."""
    click.echo(one_line(discreet(line)).encode(), err=True)


def common_options() -> list[click.Option]:
    """The options that every command takes, and the group too."""
    return [
        click.Option(
            ["--project"],
            metavar="PATH-or-URL",
            expose_value=False,
            callback=_note,
            help="The project; made where there is none. Else ANNOTATOR_PROJECT, else the last one opened.",
        ),
        click.Option(
            ["--annotator"],
            metavar="NAME",
            type=well_formed,
            expose_value=False,
            callback=_note,
            help="In whose name to work.",
        ),
        click.Option(
            ["--json"], is_flag=True, default=None, expose_value=False, callback=_note, help="Print one JSON object."
        ),
        click.Option(
            ["--passphrase-file"],
            type=click.Path(path_type=Path),
            metavar="FILE",
            expose_value=False,
            callback=_note,
            help="A locked project's passphrase: FILE's first line. Else ANNOTATOR_PASSPHRASE_FILE, or a prompt.",
        ),
    ]


def _note(context: click.Context, option: click.Parameter, value: Any) -> None:
    """Keep what was given; where both the group and the command got a value, the command's counts."""
    chosen = context.ensure_object(dict)
    if value == "" and option.name == "project":
        # A script's empty variable: the last project opened is not what it meant.
        raise click.BadParameter("it is empty.", context, option)
    if value is not None and option.name:
        chosen[option.name] = value


class Command(click.Command):
    """A command with the common options."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        own = {param.name for param in self.params}
        self.params += [option for option in common_options() if option.name not in own]


def command(name: str) -> Callable[[Callable[..., Any]], click.Command]:
    """Make a function a command of this name."""
    return click.command(name, cls=Command)


class Entry(NamedTuple):
    """Where a command lies, and what it does, in a few words."""

    module: str
    words: str


class Commands(click.Group):
    """The commands by name, in the order of the help; errors of all of them become one line.

    `sections`: heading -> command name -> Entry.
    """

    def __init__(self, sections: Mapping[str, Mapping[str, Entry]], **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.params += common_options()
        self.sections = sections

    def list_commands(self, ctx: click.Context) -> list[str]:
        return [name for entries in self.sections.values() for name in entries]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        for entries in self.sections.values():
            if cmd_name in entries:
                module = import_module(f"annotator.cli.{entries[cmd_name].module}")
                found: click.Command = getattr(module, f"{cmd_name}_command")
                return found
        return None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        for heading, entries in self.sections.items():
            with formatter.section(heading):
                formatter.write_dl([(name, entry.words) for name, entry in entries.items()])

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except AnnotatorError as error:
            raise Failed(discreet(str(error))) from error  # now, as the project is closed before it is shown
        except KeyboardInterrupt as error:
            raise Failed(_STOPPED) from error

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,
        **extra: Any,
    ) -> Any:
        """Run a command and leave the program with 0, 1 (it failed) or 2 (it was called wrongly)."""
        name = prog_name or "annotator"
        if not standalone_mode:
            return super().main(args, name, complete_var, standalone_mode=False, **extra)
        sys.exit(_status(lambda: super(Commands, self).main(args, name, complete_var, standalone_mode=False, **extra)))


def _status(run: Callable[[], Any]) -> int:
    try:
        status = run()
        sys.stdout.flush()
    except click.UsageError as error:
        where = error.ctx.command_path if error.ctx else "annotator"
        told = error.format_message().rstrip()
        say(f"{where}: {told if told.endswith(('.', '?')) else f'{told}.'} See “{where} --help”.")
        return 2
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except click.Abort:
        say(f"annotator: {_STOPPED}")
        return 1
    except BrokenPipeError:
        # Whoever read this has had enough; the interpreter would complain when it flushes once more.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except OSError as error:
        say(f"annotator: The answer cannot be written: {error.strerror or error}.")
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    return status if isinstance(status, int) else 0
