"""The File menu: projects, articles in, datasets out."""

from annotator.ui.command import FILE, PROJECT, QT_TRANSLATE_NOOP, WRITABLE, Command

FILE_COMMANDS: tuple[Command, ...] = (
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
        needs=WRITABLE,
    ),
    Command(
        "load_folder",
        QT_TRANSLATE_NOOP("Commands", "Load a folder…"),
        "loading.choose_folder",
        ("Ctrl+Alt+O",),
        FILE,
        2,
        needs=WRITABLE,
    ),
    Command(
        "load_address",
        QT_TRANSLATE_NOOP("Commands", "Load from an address…"),
        "fetching.choose",
        ("Ctrl+U",),
        FILE,
        2,
        needs=WRITABLE,
    ),
    Command(
        "paste",
        QT_TRANSLATE_NOOP("Commands", "Paste an article"),
        "loading.paste",
        ("Ctrl+V",),
        FILE,
        2,
        "clipboard-paste",
        needs=WRITABLE,
    ),
    Command(
        "samples",
        QT_TRANSLATE_NOOP("Commands", "Load the sample articles"),
        "loading.load_samples",
        (),
        FILE,
        2,
        needs=WRITABLE,
    ),
    Command(
        "export",
        QT_TRANSLATE_NOOP("Commands", "Export…"),
        "exporting.choose",
        ("Ctrl+E",),
        FILE,
        3,
        "download",
        needs=PROJECT,
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
