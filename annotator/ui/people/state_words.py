"""How far somebody is with an article, as a person reads it, and the sign that stands beside the words."""

from PySide6.QtCore import QCoreApplication

from annotator.core.readings import ReadingRecord, State

ICONS = {State.SUBMITTED: "check", State.RETURNED: "undo-2", State.APPROVED: "circle-check"}
"""The drawings in resources/icons of the states that have one."""


def state_words(state: State) -> str:
    """A state in a word or two, as at the beginning of a line."""
    return {
        State.UNREAD: _tr("Unread"),
        State.IN_PROGRESS: _tr("In progress"),
        State.SUBMITTED: _tr("Handed in"),
        State.RETURNED: _tr("Returned"),
        State.APPROVED: _tr("Approved"),
    }[state]


def library_words(reading: ReadingRecord | None) -> str:
    """What a row of the library says instead of how much is read; "" where that is what matters."""
    if reading is None:
        return ""
    if reading.state is State.UNREAD:
        return _tr("assigned") if reading.is_assigned else ""
    return {
        State.SUBMITTED: _tr("handed in"),
        State.RETURNED: _tr("returned"),
        State.APPROVED: _tr("approved"),
    }.get(reading.state, "")


def reading_words(reading: ReadingRecord) -> str:
    """A reading's state with what makes it special: its version, that it is blind."""
    words = state_words(reading.state)
    if reading.version > 1:
        words = _tr("{state} · version {n}").format(state=words, n=reading.version)
    is_blind = reading.blind and reading.submitted_at is None
    return _tr("{state} · blind").format(state=words) if is_blind else words


def reading_sentence(reading: ReadingRecord) -> str:
    """What a state means, and what can be done."""
    return {
        State.UNREAD: _tr("You have done nothing in this article yet. Ctrl+Shift+Return hands it in."),
        State.IN_PROGRESS: _tr("You are at work on this article. Ctrl+Shift+Return hands it in."),
        State.SUBMITTED: _tr("You have handed this article in; it waits for a reviewer."),
        State.RETURNED: _tr("A reviewer has returned this article. Ctrl+Shift+Return hands it in again."),
        State.APPROVED: _tr("Your reading of this article is approved."),
    }[reading.state]


def _tr(words: str) -> str:
    return QCoreApplication.translate("ReadingState", words)
