"""The View and Help menus: the window, and its keys."""

from annotator.ui.command import HELP, PROJECT, QT_TRANSLATE_NOOP, VIEW, Command

VIEW_COMMANDS: tuple[Command, ...] = (
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
        "sources",
        QT_TRANSLATE_NOOP("Commands", "Sources"),
        "sourcing.open",
        ("Ctrl+Shift+S",),
        VIEW,
        2,
        needs=PROJECT,
    ),
    Command(
        "replies",
        QT_TRANSLATE_NOOP("Commands", "Right of reply"),
        "replying.open",
        ("Ctrl+Shift+R",),
        VIEW,
        2,
        needs=PROJECT,
    ),
    Command(
        "statistics",
        QT_TRANSLATE_NOOP("Commands", "Statistics"),
        "counting.open",
        ("Ctrl+Shift+T",),
        VIEW,
        2,
        needs=PROJECT,
    ),
    Command(
        "zoom_in",
        QT_TRANSLATE_NOOP("Commands", "Larger text"),
        "window.zoom",
        ("Ctrl++", "Ctrl+="),
        VIEW,
        3,
        "zoom-in",
        arguments=(10,),
    ),
    Command(
        "zoom_out",
        QT_TRANSLATE_NOOP("Commands", "Smaller text"),
        "window.zoom",
        ("Ctrl+-",),
        VIEW,
        3,
        "zoom-out",
        arguments=(-10,),
    ),
    Command(
        "zoom_reset", QT_TRANSLATE_NOOP("Commands", "Usual size"), "window.zoom", ("Ctrl+0",), VIEW, 3, arguments=(0,)
    ),
    Command(
        "full_screen",
        QT_TRANSLATE_NOOP("Commands", "Full screen"),
        "window.toggle_full_screen",
        ("F11",),
        VIEW,
        4,
        "maximize",
    ),
)

HELP_COMMANDS: tuple[Command, ...] = (
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
