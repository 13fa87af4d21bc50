"""What is found is tagged; anything is gone to. Both are in the Go menu, beside the search."""

from annotator.ui.command import GO, PROJECT, QT_TRANSLATE_NOOP, WRITABLE, Command

FIND_COMMANDS: tuple[Command, ...] = (
    Command(
        "bulk_tag",
        QT_TRANSLATE_NOOP("Commands", "Tag what was found…"),
        "place_tagging.tag",
        ("Ctrl+T",),
        GO,
        6,
        needs=WRITABLE,
    ),
    Command(
        "palette",
        QT_TRANSLATE_NOOP("Commands", "Go to anything…"),
        "palette_finding.open",
        ("Ctrl+K",),
        GO,
        7,
        "search",
        needs=PROJECT,
    ),
)
