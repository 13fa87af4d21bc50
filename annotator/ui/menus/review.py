"""The Review menu: who works here, handing in, a second pair of eyes, what people agree on.

Groups: 1 oneself, 2 the open article, 3 pages of work that several people share, 4 figures and history,
5 people, files, reports.
"""

from annotator.ui.command import PROJECT, QT_TRANSLATE_NOOP, REVIEW, WRITABLE, Command

REVIEW_COMMANDS: tuple[Command, ...] = (
    Command(
        "my_work",
        QT_TRANSLATE_NOOP("Commands", "My work"),
        "waiting.open",
        ("F9",),
        REVIEW,
        1,
        needs=PROJECT,
    ),
    Command(
        "who",
        QT_TRANSLATE_NOOP("Commands", "Who am I…"),
        "identifying.choose",
        ("F4",),
        REVIEW,
        1,
        needs=PROJECT,
    ),
    Command(
        "self_check",
        QT_TRANSLATE_NOOP("Commands", "Ask myself again"),
        "self_checking.open",
        (),
        REVIEW,
        1,
        needs=WRITABLE,
    ),
    Command(
        "review",
        QT_TRANSLATE_NOOP("Commands", "Review what others handed in"),
        "reviewing.open",
        ("F7",),
        REVIEW,
        3,
        needs=PROJECT,
    ),
    Command(
        "disputes",
        QT_TRANSLATE_NOOP("Commands", "Disputes between readings"),
        "ruling.open",
        ("F8",),
        REVIEW,
        3,
        needs=PROJECT,
    ),
    Command(
        "conflicts",
        QT_TRANSLATE_NOOP("Commands", "Conflicts between copies"),
        "conflicts.open",
        (),
        REVIEW,
        3,
        needs=PROJECT,
    ),
    Command(
        "agreement",
        QT_TRANSLATE_NOOP("Commands", "Agreement"),
        "agreeing.open",
        ("F12",),
        REVIEW,
        4,
        needs=PROJECT,
    ),
    Command(
        "audit",
        QT_TRANSLATE_NOOP("Commands", "Who did what"),
        "auditing.open",
        ("Shift+F12",),
        REVIEW,
        4,
        needs=PROJECT,
    ),
    Command(
        "people",
        QT_TRANSLATE_NOOP("Commands", "People…"),
        "identifying.open_people",
        (),
        REVIEW,
        5,
        needs=WRITABLE,
    ),
)
