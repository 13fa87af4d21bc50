"""What the Tag menu has for saying more about tags: sources, several at once, the check."""

from annotator.ui.command import QT_TRANSLATE_NOOP, TAG, TAGGING, Command, reader_command

DESCRIBE_COMMANDS: tuple[Command, ...] = (
    reader_command(
        "source",
        QT_TRANSLATE_NOOP("Commands", "Name the source"),
        "describing.focus_source",
        "S",
        group=4,
        menu=TAG,
        needs=TAGGING,
        short=QT_TRANSLATE_NOOP("Commands", "Source"),
    ),
    reader_command(
        "choose_tag",
        QT_TRANSLATE_NOOP("Commands", "Choose the tag, to edit several together"),
        "describing.toggle_chosen",
        "M",
        group=4,
        menu=TAG,
        needs=TAGGING,
    ),
    # In the text alone: in a note the keys end it, in a source's field they make a new one.
    reader_command(
        "check",
        QT_TRANSLATE_NOOP("Commands", "Check the article…"),
        "checking.check",
        "Ctrl+Return",
        "Ctrl+Enter",
        group=4,
        menu=TAG,
    ),
)
