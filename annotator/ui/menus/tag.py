"""The Tag menu, without the labels, which are the project's."""

from annotator.ui.command import DOCUMENT, QT_TRANSLATE_NOOP, TAG, TAGGING, Command, reader_command

TAG_COMMANDS: tuple[Command, ...] = (
    reader_command(
        "nothing",
        QT_TRANSLATE_NOOP("Commands", "Nothing here, next undecided"),
        "tagging.nothing_then_next",
        "Return",
        "Enter",
        group=2,
        menu=TAG,
        needs=TAGGING,
        short=QT_TRANSLATE_NOOP("Commands", "Next undecided"),
    ),
    reader_command(
        "repeat",
        QT_TRANSLATE_NOOP("Commands", "Repeat the last tag"),
        "tagging.repeat",
        ".",
        group=2,
        menu=TAG,
        needs=TAGGING,
    ),
    reader_command(
        "hold",
        QT_TRANSLATE_NOOP("Commands", "Hold this stretch, add another"),
        "reader.hold_segment",
        "H",
        group=2,
        menu=TAG,
        needs=TAGGING,
    ),
    reader_command(
        "note",
        QT_TRANSLATE_NOOP("Commands", "Write a note"),
        "tagging.write_note",
        "N",
        group=3,
        menu=TAG,
        needs=TAGGING,
        short=QT_TRANSLATE_NOOP("Commands", "Note"),
    ),
    reader_command(
        "link",
        QT_TRANSLATE_NOOP("Commands", "Link…"),
        "linking.begin",
        "L",
        group=3,
        menu=TAG,
        needs=TAGGING,
        short=QT_TRANSLATE_NOOP("Commands", "Link"),
    ),
    Command(
        "unlink", QT_TRANSLATE_NOOP("Commands", "Remove a link"), "linking.unlink", ("Ctrl+L",), TAG, 3, needs=TAGGING
    ),
    reader_command(
        "remove",
        QT_TRANSLATE_NOOP("Commands", "Remove the annotation or the mark"),
        "tagging.remove",
        "Del",
        "Backspace",
        group=3,
        menu=TAG,
        needs=TAGGING,
    ),
    reader_command(
        "guideline", QT_TRANSLATE_NOOP("Commands", "Guideline"), "guiding.open", "G", group=4, menu=TAG, needs=DOCUMENT
    ),
)
