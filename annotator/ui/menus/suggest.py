"""The part of the Tag menu that decides on what is suggested."""

from annotator.ui.command import QT_TRANSLATE_NOOP, TAG, TAGGING, Command, reader_command

SUGGEST_COMMANDS: tuple[Command, ...] = (
    reader_command(
        "accept",
        QT_TRANSLATE_NOOP("Commands", "Accept the suggestion"),
        "suggesting.accept",
        "Y",
        group=5,
        menu=TAG,
        needs=TAGGING,
    ),
    reader_command(
        "reject",
        QT_TRANSLATE_NOOP("Commands", "Reject the suggestion"),
        "suggesting.reject",
        "R",
        group=5,
        menu=TAG,
        needs=TAGGING,
    ),
    reader_command(
        "next_suggestion",
        QT_TRANSLATE_NOOP("Commands", "Next suggestion"),
        "suggesting.next",
        "E",
        group=5,
        menu=TAG,
        needs=TAGGING,
    ),
)
