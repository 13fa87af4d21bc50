"""Everything that can be asked of the window, in one table: id, words, key, icon, what it calls.

Menus, the toolbar, the key sheet, the key strip and the preferences are all made from it. A command
says by name which actor it calls ("reader.focus_next") and which facts must hold ("document"). The
commands themselves are in menus/, one file a menu.
"""

from dataclasses import replace
from functools import cache

from annotator.core.schema import Label, LabelSet
from annotator.ui.command import TAG, TAGGING, Command
from annotator.ui.keys import spelt
from annotator.ui.menus.describe import DESCRIBE_COMMANDS
from annotator.ui.menus.edit import EDIT_COMMANDS
from annotator.ui.menus.file import FILE_COMMANDS
from annotator.ui.menus.find import FIND_COMMANDS
from annotator.ui.menus.go import GO_COMMANDS
from annotator.ui.menus.review import REVIEW_COMMANDS
from annotator.ui.menus.suggest import SUGGEST_COMMANDS
from annotator.ui.menus.tag import TAG_COMMANDS
from annotator.ui.menus.view import HELP_COMMANDS, VIEW_COMMANDS

_BEFORE_LABELS = (*FILE_COMMANDS, *EDIT_COMMANDS)
_AFTER_LABELS = (
    *TAG_COMMANDS, *DESCRIBE_COMMANDS, *SUGGEST_COMMANDS, *GO_COMMANDS, *FIND_COMMANDS,
    *REVIEW_COMMANDS, *VIEW_COMMANDS, *HELP_COMMANDS,
)  # fmt: skip

COMMANDS: tuple[Command, ...] = (*_BEFORE_LABELS, *_AFTER_LABELS)
TOOLBAR = ("load", "paste", "export", "", "undo", "redo", "", "zoom_out", "zoom_in")
STRIP = ("note", "link", "nothing", "keys")


def label_command(label: Label, *, as_wished: bool = False) -> Command:
    """The command that tags with a label of the project's label set.

    A label set comes from anybody: a key that a command of the program has is not the label's, unless `as_wished`.
    """
    keys = (label.shortcut,) if label.shortcut else ()
    command = Command(
        f"tag_{label.key}", label.title, "tagging.tag", keys, TAG, 1,
        scope="reader", needs=TAGGING, arguments=(label.key,), short=label.title,
    )  # fmt: skip
    return command if as_wished or _taken().isdisjoint(spelt(command)) else replace(command, keys=())


@cache
def _taken() -> frozenset[str]:
    return frozenset(key for command in COMMANDS for key in spelt(command))


def all_commands(labels: LabelSet | None) -> tuple[Command, ...]:
    """The commands with those of a label set, in menu order."""
    of_labels = tuple(label_command(label) for label in labels.offered) if labels else ()
    return (*_BEFORE_LABELS, *of_labels, *_AFTER_LABELS)
