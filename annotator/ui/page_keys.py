"""The keys that a page in place of the text takes while it is shown, by the command that opens it.

The pages themselves say what each does (review_keys.py, disputes_page.py, …); here they stand for the sheet of keys.
"""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence

from annotator.ui.command import CONTEXT, QT_TRANSLATE_NOOP
from annotator.ui.keys import in_words

PAGE_KEYS: Mapping[str, Sequence[tuple[str, tuple[str, ...]]]] = {
    "review": (
        (QT_TRANSLATE_NOOP("Commands", "Next, previous annotation"), ("J", "K")),
        (QT_TRANSLATE_NOOP("Commands", "Approve, and on to the next"), ("A",)),
        (QT_TRANSLATE_NOOP("Commands", "Correct"), ("E",)),
        (QT_TRANSLATE_NOOP("Commands", "Return with a reason"), ("R",)),
        (QT_TRANSLATE_NOOP("Commands", "Comment on the annotation"), ("T",)),
        (QT_TRANSLATE_NOOP("Commands", "To what still waits, then finish the reading"), ("Return",)),
        (QT_TRANSLATE_NOOP("Commands", "Approve the rest"), ("Shift+A",)),
        (QT_TRANSLATE_NOOP("Commands", "Return the whole reading"), ("Shift+R",)),
        (QT_TRANSLATE_NOOP("Commands", "Back to the list of readings"), ("Esc",)),
    ),
    "disputes": (
        (QT_TRANSLATE_NOOP("Commands", "Next, previous dispute"), ("J", "K")),
        (QT_TRANSLATE_NOOP("Commands", "The side with this number holds"), ("1", "2", "3")),
        (QT_TRANSLATE_NOOP("Commands", "All of it holds"), ("B",)),
        (QT_TRANSLATE_NOOP("Commands", "Nothing of it holds"), ("N",)),
        (QT_TRANSLATE_NOOP("Commands", "Something else holds"), ("E",)),
        (QT_TRANSLATE_NOOP("Commands", "Make it a case of the guideline"), ("G",)),
        (QT_TRANSLATE_NOOP("Commands", "Readings side by side"), ("V",)),
        (QT_TRANSLATE_NOOP("Commands", "Take the newest ruling back"), ("Z",)),
        (QT_TRANSLATE_NOOP("Commands", "Open its place in the text"), ("Return",)),
        (QT_TRANSLATE_NOOP("Commands", "Back to the text"), ("Esc",)),
    ),
    "audit": (
        (QT_TRANSLATE_NOOP("Commands", "The article a moment earlier, later"), ("Left", "Right")),
        (QT_TRANSLATE_NOOP("Commands", "Back to the text"), ("Esc",)),
    ),
    "self_check": (
        (QT_TRANSLATE_NOOP("Commands", "Move the end of the words"), ("Ctrl+Shift+Right",)),
        (QT_TRANSLATE_NOOP("Commands", "Move their start"), ("Ctrl+Alt+Shift+Right",)),
        (QT_TRANSLATE_NOOP("Commands", "Done with this text, on to the next"), ("Return",)),
        (QT_TRANSLATE_NOOP("Commands", "Back to the text"), ("Esc",)),
    ),
}
"""Command -> what its page does by a key, and the keys in Qt's portable spelling."""


def lines_of_page(command_id: str) -> list[tuple[str, str]]:
    """Title and keys of what a command's page does, as they are printed on the keyboard; none for one without."""
    return [
        (QCoreApplication.translate(CONTEXT, title), "   ".join(_in_words(key) for key in keys))
        for title, keys in PAGE_KEYS.get(command_id, ())
    ]


def _in_words(key: str) -> str:
    return in_words(QKeySequence(key, QKeySequence.SequenceFormat.PortableText))
