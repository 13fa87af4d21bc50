"""A thread as it is shown."""

from datetime import UTC, datetime
from uuid import UUID

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from annotator.core.comments import CommentRecord, Thread
from annotator.core.people import Person
from annotator.ui.comments.thread_view import Looker, ThreadView

ANA, BEN = UUID(int=1), UUID(int=2)
LOOKER = Looker(ANA, {ANA: Person(ANA, "Ana", "A"), BEN: Person(BEN, "Ben", "B")})


def comment(number: int, by: UUID, words: str, *, resolved: bool = False, thread: UUID | None = None) -> CommentRecord:
    name = "Ana" if by == ANA else "Ben"
    return CommentRecord(
        UUID(int=number), UUID(int=9), by, name, words, datetime(2026, 1, 2, tzinfo=UTC), thread, resolved=resolved
    )


def words_in(view: ThreadView) -> str:
    return "\n".join(label.text() for label in view.findChildren(QLabel))


def test_everybody_s_words_stand_below_each_other(qtbot: QtBot) -> None:
    view = ThreadView(
        Thread((comment(5, BEN, "Why <b>so</b>?"), comment(6, ANA, "Because", thread=UUID(int=5)))), LOOKER
    )
    qtbot.addWidget(view)
    assert "Why <b>so</b>?" in words_in(view)
    assert words_in(view).index("Why") < words_in(view).index("Because")
    assert list(view.buttons) == ["reply", "resolve", "remove"]


def test_buttons_tell_which_thread_and_comment(qtbot: QtBot) -> None:
    view = ThreadView(Thread((comment(5, BEN, "Why?"), comment(6, ANA, "Because", thread=UUID(int=5)))), LOOKER)
    qtbot.addWidget(view)
    told: list[object] = []
    view.reply_wanted.connect(told.append)
    view.resolve_wanted.connect(lambda key, resolved: told.append((key, resolved)))
    view.removal_wanted.connect(told.append)
    for button in view.buttons.values():
        button.click()
    assert told == [UUID(int=5), (UUID(int=5), True), UUID(int=6)]


def test_others_words_cannot_be_removed(qtbot: QtBot) -> None:
    view = ThreadView(Thread((comment(5, BEN, "Why?"),)), LOOKER)
    qtbot.addWidget(view)
    assert "remove" not in view.buttons


def test_what_is_settled_is_one_line_that_can_be_opened_again(qtbot: QtBot) -> None:
    view = ThreadView(Thread((comment(5, BEN, "Why?", resolved=True),)), LOOKER)
    qtbot.addWidget(view)
    told: list[object] = []
    view.resolve_wanted.connect(lambda key, resolved: told.append((key, resolved)))
    view.buttons["reopen"].click()
    assert words_in(view) == "Resolved: Why?"
    assert told == [(UUID(int=5), False)]


def test_nothing_can_be_done_where_nothing_can_be_written(qtbot: QtBot) -> None:
    view = ThreadView(Thread((comment(5, ANA, "Why?"),)), Looker(ANA, {}, "dark", writable=False))
    qtbot.addWidget(view)
    assert not any(button.isEnabled() for button in view.buttons.values())
