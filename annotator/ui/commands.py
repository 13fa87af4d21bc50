"""Everything that can be asked of the window, in one table: id, words, key, icon, what it calls.

Menus, the toolbar, the key sheet, the key strip and the preferences are all made from it. A command
says by name which actor it calls ("reader.focus_next") and which facts must hold ("document").
"""

from annotator.core.schema import Label, LabelSet
from annotator.ui.command import EDIT, FILE, GO, HELP, QT_TRANSLATE_NOOP, TAG, VIEW, Command

_PROJECT = frozenset({"project"})
_WRITABLE = frozenset({"writable"})
_DOCUMENT = frozenset({"document"})
_TAGGING = frozenset({"document", "writable"})


def _reader(command_id: str, title: str, calls: str, *keys: str, group: int, menu: str = GO, **more: object) -> Command:
    needs = more.pop("needs", _DOCUMENT)
    return Command(command_id, title, calls, keys, menu, group, scope="reader", needs=needs, **more)  # type: ignore[arg-type]


_FILE = (
    Command("new_project", QT_TRANSLATE_NOOP("Commands", "New project…"), "projects.make", ("Ctrl+N",), FILE, 1),
    Command(
        "open_project", QT_TRANSLATE_NOOP("Commands", "Open project…"), "projects.choose", ("Ctrl+Shift+O",), FILE, 1
    ),
    Command(
        "load",
        QT_TRANSLATE_NOOP("Commands", "Load articles…"),
        "loading.choose",
        ("Ctrl+O",),
        FILE,
        2,
        "file-plus",
        needs=_WRITABLE,
    ),
    Command(
        "paste",
        QT_TRANSLATE_NOOP("Commands", "Paste an article"),
        "loading.paste",
        ("Ctrl+V",),
        FILE,
        2,
        "clipboard-paste",
        needs=_WRITABLE,
    ),
    Command(
        "samples",
        QT_TRANSLATE_NOOP("Commands", "Load the sample articles"),
        "loading.load_samples",
        (),
        FILE,
        2,
        needs=_WRITABLE,
    ),
    Command(
        "export",
        QT_TRANSLATE_NOOP("Commands", "Export…"),
        "exporting.choose",
        ("Ctrl+E",),
        FILE,
        3,
        "download",
        needs=_PROJECT,
    ),
    Command(
        "preferences",
        QT_TRANSLATE_NOOP("Commands", "Preferences…"),
        "window.show_preferences",
        ("Ctrl+,",),
        FILE,
        4,
        "settings",
    ),
    Command("quit", QT_TRANSLATE_NOOP("Commands", "Quit"), "window.close", ("Ctrl+Q",), FILE, 5),
)
_EDIT = (
    Command(
        "undo",
        QT_TRANSLATE_NOOP("Commands", "Undo"),
        "session.undo",
        ("Ctrl+Z",),
        EDIT,
        1,
        "undo-2",
        needs=frozenset({"undo"}),
    ),
    Command(
        "redo",
        QT_TRANSLATE_NOOP("Commands", "Redo"),
        "session.redo",
        ("Ctrl+Shift+Z", "Ctrl+Y"),
        EDIT,
        1,
        "redo-2",
        needs=frozenset({"redo"}),
    ),
    _reader(
        "furniture",
        QT_TRANSLATE_NOOP("Commands", "Article text / not article text"),
        "tagging.toggle_furniture",
        "F",
        group=2,
        menu=EDIT,
        needs=_TAGGING,
    ),
    _reader(
        "split",
        QT_TRANSLATE_NOOP("Commands", "Split the sentence at the selection"),
        "tagging.split_sentence",
        "B",
        group=2,
        menu=EDIT,
        needs=_TAGGING,
    ),
    _reader(
        "join",
        QT_TRANSLATE_NOOP("Commands", "Join with the next sentence"),
        "tagging.join_sentence",
        "Shift+B",
        group=2,
        menu=EDIT,
        needs=_TAGGING,
    ),
    Command(
        "language",
        QT_TRANSLATE_NOOP("Commands", "Language of the article…"),
        "window.choose_language",
        (),
        EDIT,
        3,
        "languages",
        needs=_TAGGING,
    ),
    Command(
        "remove_article",
        QT_TRANSLATE_NOOP("Commands", "Remove the article"),
        "session.remove_current",
        (),
        EDIT,
        3,
        "list-x",
        needs=_TAGGING,
    ),
)
_TAG = (
    _reader(
        "nothing",
        QT_TRANSLATE_NOOP("Commands", "Nothing here, next undecided"),
        "tagging.nothing_then_next",
        "Return",
        "Enter",
        group=2,
        menu=TAG,
        needs=_TAGGING,
        short=QT_TRANSLATE_NOOP("Commands", "Next undecided"),
    ),
    _reader(
        "repeat",
        QT_TRANSLATE_NOOP("Commands", "Repeat the last tag"),
        "tagging.repeat",
        ".",
        group=2,
        menu=TAG,
        needs=_TAGGING,
    ),
    _reader(
        "hold",
        QT_TRANSLATE_NOOP("Commands", "Hold this stretch, add another"),
        "reader.hold_segment",
        "H",
        group=2,
        menu=TAG,
        needs=_TAGGING,
    ),
    _reader(
        "note",
        QT_TRANSLATE_NOOP("Commands", "Write a note"),
        "tagging.write_note",
        "N",
        group=3,
        menu=TAG,
        needs=_TAGGING,
        short=QT_TRANSLATE_NOOP("Commands", "Note"),
    ),
    _reader(
        "remove",
        QT_TRANSLATE_NOOP("Commands", "Remove the annotation or the mark"),
        "tagging.remove",
        "Del",
        "Backspace",
        group=3,
        menu=TAG,
        needs=_TAGGING,
    ),
)
_GO = (
    _reader("next", QT_TRANSLATE_NOOP("Commands", "Next sentence"), "reader.focus_next", "Down", "J", group=1),
    _reader(
        "previous", QT_TRANSLATE_NOOP("Commands", "Previous sentence"), "reader.focus_previous", "Up", "K", group=1
    ),
    _reader(
        "next_undecided",
        QT_TRANSLATE_NOOP("Commands", "Next undecided sentence"),
        "tagging.next_undecided",
        "Ctrl+Down",
        group=1,
    ),
    _reader("first", QT_TRANSLATE_NOOP("Commands", "First sentence"), "reader.focus_first", "Home", group=1),
    _reader("last", QT_TRANSLATE_NOOP("Commands", "Last sentence"), "reader.focus_last", "End", group=1),
    _reader(
        "next_annotation",
        QT_TRANSLATE_NOOP("Commands", "Next annotation of the sentence"),
        "reader.cycle_annotation",
        "A",
        group=1,
    ),
    _reader(
        "extend_next",
        QT_TRANSLATE_NOOP("Commands", "Extend to the next sentence"),
        "reader.focus_next",
        "Shift+Down",
        "Shift+J",
        group=2,
        arguments=(True,),
    ),
    _reader(
        "extend_previous",
        QT_TRANSLATE_NOOP("Commands", "Extend to the previous sentence"),
        "reader.focus_previous",
        "Shift+Up",
        "Shift+K",
        group=2,
        arguments=(True,),
    ),
    _reader(
        "end_right",
        QT_TRANSLATE_NOOP("Commands", "End one word to the right"),
        "reader.move_end",
        "Ctrl+Shift+Right",
        group=3,
        arguments=(True,),
    ),
    _reader(
        "end_left",
        QT_TRANSLATE_NOOP("Commands", "End one word to the left"),
        "reader.move_end",
        "Ctrl+Shift+Left",
        group=3,
        arguments=(False,),
    ),
    _reader(
        "start_right",
        QT_TRANSLATE_NOOP("Commands", "Start one word to the right"),
        "reader.move_start",
        "Ctrl+Alt+Shift+Right",
        group=3,
        arguments=(True,),
    ),
    _reader(
        "start_left",
        QT_TRANSLATE_NOOP("Commands", "Start one word to the left"),
        "reader.move_start",
        "Ctrl+Alt+Shift+Left",
        group=3,
        arguments=(False,),
    ),
    _reader(
        "clear_selection",
        QT_TRANSLATE_NOOP("Commands", "Back to the whole sentence"),
        "reader.clear_selection",
        "Esc",
        group=3,
    ),
    Command(
        "previous_article",
        QT_TRANSLATE_NOOP("Commands", "Previous article"),
        "session.step",
        ("Alt+Up", "["),
        GO,
        4,
        needs=_PROJECT,
        arguments=(-1,),
    ),
    Command(
        "next_article",
        QT_TRANSLATE_NOOP("Commands", "Next article"),
        "session.step",
        ("Alt+Down", "]"),
        GO,
        4,
        needs=_PROJECT,
        arguments=(1,),
    ),
    Command(
        "filter",
        QT_TRANSLATE_NOOP("Commands", "Filter the library"),
        "window.filter_library",
        ("Ctrl+F",),
        GO,
        5,
        "search",
        needs=_PROJECT,
    ),
    Command(
        "read", QT_TRANSLATE_NOOP("Commands", "To the text"), "window.focus_reader", ("F6",), GO, 5, needs=_DOCUMENT
    ),
)
_VIEW = (
    Command(
        "library",
        QT_TRANSLATE_NOOP("Commands", "Library"),
        "window.toggle_library",
        ("Ctrl+Shift+L",),
        VIEW,
        1,
        "panel-left",
    ),
    Command(
        "inspector",
        QT_TRANSLATE_NOOP("Commands", "Inspector"),
        "window.toggle_inspector",
        ("Ctrl+Shift+I",),
        VIEW,
        1,
        "panel-right",
    ),
    Command(
        "zoom_in",
        QT_TRANSLATE_NOOP("Commands", "Larger text"),
        "window.zoom",
        ("Ctrl++", "Ctrl+="),
        VIEW,
        2,
        "zoom-in",
        arguments=(10,),
    ),
    Command(
        "zoom_out",
        QT_TRANSLATE_NOOP("Commands", "Smaller text"),
        "window.zoom",
        ("Ctrl+-",),
        VIEW,
        2,
        "zoom-out",
        arguments=(-10,),
    ),
    Command(
        "zoom_reset", QT_TRANSLATE_NOOP("Commands", "Usual size"), "window.zoom", ("Ctrl+0",), VIEW, 2, arguments=(0,)
    ),
    Command(
        "full_screen",
        QT_TRANSLATE_NOOP("Commands", "Full screen"),
        "window.toggle_full_screen",
        ("F11",),
        VIEW,
        3,
        "maximize",
    ),
)
_HELP = (
    Command(
        "keys",
        QT_TRANSLATE_NOOP("Commands", "Keys"),
        "window.show_keys",
        ("F1",),
        HELP,
        1,
        "keyboard",
        short=QT_TRANSLATE_NOOP("Commands", "All keys"),
    ),
)

COMMANDS: tuple[Command, ...] = (*_FILE, *_EDIT, *_TAG, *_GO, *_VIEW, *_HELP)
TOOLBAR = ("load", "paste", "export", "", "undo", "redo", "", "zoom_out", "zoom_in")
STRIP = ("note", "nothing", "keys")


def label_command(label: Label) -> Command:
    """The command that tags with a label of the project's label set."""
    return Command(
        f"tag_{label.key}", label.title, "tagging.tag", (label.shortcut,), TAG, 1,
        scope="reader", needs=_TAGGING, arguments=(label.key,), short=label.title,
    )  # fmt: skip


def all_commands(labels: LabelSet | None) -> tuple[Command, ...]:
    """The commands with those of a label set, in menu order."""
    of_labels = tuple(label_command(label) for label in labels.labels) if labels else ()
    return (*_FILE, *_EDIT, *of_labels, *_TAG, *_GO, *_VIEW, *_HELP)
