"""What waits for somebody, as a person reads it."""

from PySide6.QtCore import QCoreApplication

from annotator.core.todo import Duty, Todo
from annotator.ui.lines import isolated, number, one_line, quoted_line

SIGNS = {
    Duty.RETURNED_READING: "↩",
    Duty.RETURNED_TAG: "↩",
    Duty.MENTION: "@",
    Duty.THREAD: "@",
    Duty.REVIEW: "✓",
    Duty.SELF_CHECK: "?",
    Duty.ASSIGNED: "→",
    Duty.IN_PROGRESS: "…",
}
"""A sign for each kind: colour alone would not do."""

_LONGEST = 200


def duty_words(duty: Duty) -> str:
    """Why something waits, in a word or two."""
    return {
        Duty.RETURNED_READING: _tr("Article returned"),
        Duty.RETURNED_TAG: _tr("Tag returned"),
        Duty.MENTION: _tr("You are asked"),
        Duty.THREAD: _tr("About your tag"),
        Duty.REVIEW: _tr("To be reviewed"),
        Duty.SELF_CHECK: _tr("Ask yourself again"),
        Duty.ASSIGNED: _tr("To be read"),
        Duty.IN_PROGRESS: _tr("In progress"),
    }[duty]


def todo_title(todo: Todo) -> str:
    """The first line: the article, or how much waits that is about no single one."""
    if todo.duty is Duty.SELF_CHECK:
        one = _tr("1 sentence of yours waits to be judged again")
        return _counted(todo.count, one, _tr("{n} sentences of yours wait to be judged again"))
    if todo.duty is Duty.REVIEW:
        return _counted(todo.count, _tr("1 reading waits for a review"), _tr("{n} readings wait for a review"))
    return one_line(todo.title, _LONGEST)


def todo_details(todo: Todo) -> str:
    """The second line: who said what, and about which passage."""
    words, who = one_line(todo.words, _LONGEST), isolated(one_line(todo.who))
    said = f"{who}: {words}" if who and words else words or _by(todo, who)
    about = quoted_line(todo.passage, _LONGEST) if todo.passage else ""
    return " · ".join(part for part in (said, about, isolated(one_line(todo.about))) if part)


def spoken(todo: Todo) -> str:
    """All of it in one line, for who cannot see it."""
    parts = (duty_words(todo.duty), todo_title(todo), todo_details(todo))
    return ", ".join(part for part in parts if part)


def summary_words(todos: list[Todo]) -> str:
    """How much waits, in one line."""
    if not todos:
        return ""
    pressing = sum(one.duty not in (Duty.ASSIGNED, Duty.IN_PROGRESS) for one in todos)
    reading = len(todos) - pressing
    told = [
        _counted(pressing, _tr("1 thing to answer or put right"), _tr("{n} things to answer or put right")),
        _counted(reading, _tr("1 article to read"), _tr("{n} articles to read")),
    ]
    return " · ".join(words for words in told if words)


def _by(todo: Todo, who: str) -> str:
    return _tr("asked for by {name}").format(name=who) if who and todo.duty is Duty.ASSIGNED else ""


def _counted(count: int, one: str, many: str) -> str:
    return (one if count == 1 else many.format(n=number(count))) if count else ""


def _tr(words: str) -> str:
    return QCoreApplication.translate("MyWork", words)
