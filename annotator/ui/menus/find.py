"""What is found is tagged; anything is gone to. Both are in the Go menu, beside the search."""

from annotator.ui.command import GO, QT_TRANSLATE_NOOP, WRITABLE, Command

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
)
