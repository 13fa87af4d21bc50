"""One thing that a person can ask for, and the words it has.

The table of all of them is in commands.py and in menus/.
"""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

CONTEXT = "Commands"


def QT_TRANSLATE_NOOP(_context: str, words: str) -> str:
    """Mark words for the translator's tool, which looks for this name; they are translated when shown."""
    return words


@dataclass(frozen=True, slots=True)
class Command:
    """One thing that a person can ask for.

    `keys` are in Qt's portable spelling. `scope` "reader" means that the keys work where the text has
    the focus (so that one letter can be a key), "window" everywhere. `needs` are facts, see session.py.
    `group` parts a menu by lines.
    """

    id: str
    title: str
    calls: str
    keys: tuple[str, ...] = ()
    menu: str = ""
    group: int = 0
    icon: str = ""
    scope: str = "window"
    needs: frozenset[str] = frozenset()
    arguments: tuple[object, ...] = ()
    short: str = ""


FILE = QT_TRANSLATE_NOOP("Commands", "&File")
EDIT = QT_TRANSLATE_NOOP("Commands", "&Edit")
TAG = QT_TRANSLATE_NOOP("Commands", "&Tag")
GO = QT_TRANSLATE_NOOP("Commands", "&Go")
REVIEW = QT_TRANSLATE_NOOP("Commands", "&Review")
VIEW = QT_TRANSLATE_NOOP("Commands", "&View")
HELP = QT_TRANSLATE_NOOP("Commands", "&Help")
MENUS = (FILE, EDIT, TAG, GO, REVIEW, VIEW, HELP)

PROJECT = frozenset({"project"})
WRITABLE = frozenset({"writable"})
DOCUMENT = frozenset({"document"})
REMOVING = frozenset({"document", "writable"})
TAGGING = REMOVING | {"newest"}  # of an older version nothing changes


def reader_command(
    command_id: str, title: str, calls: str, *keys: str, group: int, menu: str = GO, **more: object
) -> Command:
    """A command whose keys work where the text has the focus."""
    needs = more.pop("needs", DOCUMENT)
    return Command(command_id, title, calls, keys, menu, group, scope="reader", needs=needs, **more)  # type: ignore[arg-type]


def title_of(command: Command) -> str:
    """The command's words in the person's language; a label's title is the label set's own."""
    return QCoreApplication.translate(CONTEXT, command.title)


def short_of(command: Command) -> str:
    """The words for the strip at the bottom."""
    return QCoreApplication.translate(CONTEXT, command.short or command.title)
