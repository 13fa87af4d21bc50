"""What is suggested: accepted, rejected, gone through, turned on and off. Part of the Tag menu."""

from annotator.ui.command import DOCUMENT, QT_TRANSLATE_NOOP, TAG, TAGGING, WRITABLE, Command, reader_command

SUGGEST_COMMANDS: tuple[Command, ...] = (
    reader_command(
        "accept",
        QT_TRANSLATE_NOOP("Commands", "Accept the suggestion"),
        "suggesting.accept",
        "Y",
        group=4,
        menu=TAG,
        needs=TAGGING,
    ),
    reader_command(
        "reject",
        QT_TRANSLATE_NOOP("Commands", "Reject the suggestion"),
        "suggesting.reject",
        "R",
        group=4,
        menu=TAG,
        needs=TAGGING,
    ),
    reader_command(
        "next_suggestion",
        QT_TRANSLATE_NOOP("Commands", "Next suggestion"),
        "suggesting.next",
        "E",
        group=4,
        menu=TAG,
        needs=DOCUMENT,
    ),
    Command(
        "suggestions_on",
        QT_TRANSLATE_NOOP("Commands", "Suggestions on / off"),
        "suggesting.toggle",
        (),
        TAG,
        4,
        needs=WRITABLE,
    ),
    Command(
        "suggestions", QT_TRANSLATE_NOOP("Commands", "Suggestions…"), "suggesting.choose", (), TAG, 4, needs=WRITABLE
    ),
)
