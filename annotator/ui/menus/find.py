"""What is found is tagged, in the Edit menu; anything is gone to, in the Go menu."""

from annotator.ui.command import EDIT, GO, PROJECT, QT_TRANSLATE_NOOP, WRITABLE, Command

FIND_COMMANDS: tuple[Command, ...] = (
    Command(
        "bulk_tag",
        QT_TRANSLATE_NOOP("Commands", "Tag what was found…"),
        "place_tagging.tag",
        ("Ctrl+T",),
        EDIT,
        5,
        needs=WRITABLE,
    ),
    Command(
        "palette",
        QT_TRANSLATE_NOOP("Commands", "Go to anything…"),
        "palette_finding.open",
        ("Ctrl+K",),
        GO,
        6,
        "search",
        needs=PROJECT,
    ),
)
