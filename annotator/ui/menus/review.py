"""The Review menu: who works here, handing in, a second pair of eyes, what people agree on.

Groups: 1 oneself, 2 the open article, 3 pages of work that several people share, 4 figures and history,
5 people, files, reports.
"""

from annotator.ui.command import PROJECT, QT_TRANSLATE_NOOP, REVIEW, Command

REVIEW_COMMANDS: tuple[Command, ...] = (
    Command(
        "audit",
        QT_TRANSLATE_NOOP("Commands", "Who did what"),
        "auditing.open",
        ("Shift+F12",),
        REVIEW,
        4,
        needs=PROJECT,
    ),
)
