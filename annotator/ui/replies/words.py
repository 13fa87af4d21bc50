"""What the page on the right of reply calls things."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from annotator.core.records import ContactRecord
from annotator.core.replies import ReplyClaim, Standing, is_late
from annotator.operations.reply_sheet import SheetWords
from annotator.ui.lines import isolated, number, one_line, printed_time

SIGNS = {Standing.UNASKED: "○", Standing.ASKED: "◐", Standing.ANSWERED: "●"}
"""A sign beside the words, so that a column of them can be looked over."""


def standing_words(standing: Standing) -> str:
    """How far the right of reply is."""
    return {
        Standing.UNASKED: _tr("not asked"),
        Standing.ASKED: _tr("asked, no answer"),
        Standing.ANSWERED: _tr("answered"),
    }[standing]


def deadline_words(claim: ReplyClaim, now: datetime) -> str:
    """Until when an answer is due, and whether that has passed; "" where nothing is."""
    if not claim.deadline:
        return ""
    words = _tr("overdue since {when}") if claim.is_overdue(now) else _tr("until {when}")
    return words.format(when=printed_time(claim.deadline))


def answers_words(claim: ReplyClaim) -> str:
    """How many denials and quotes answer a claim."""
    count = len(claim.answers)
    if not count:
        return _tr("nothing answers it")
    return _tr("1 answer") if count == 1 else _tr("{count} answers").format(count=number(count))


def speakers_words(claim: ReplyClaim) -> str:
    """Who says it."""
    return ", ".join(map(isolated, claim.speakers)) or _tr("no source named")


def article_words(claim: ReplyClaim) -> str:
    """Title, outlet and day of the claim's article."""
    parts = (one_line(claim.article.title, 160), one_line(claim.article.outlet, 60), claim.day)
    return " · ".join(isolated(part) for part in parts if part)


def spoken(claim: ReplyClaim, now: datetime) -> str:
    """A claim as one sentence for a screen reader."""
    parts = (
        one_line(claim.place.passage, 300),
        speakers_words(claim),
        standing_words(claim.standing),
        answers_words(claim),
        deadline_words(claim, now),
        article_words(claim),
    )
    return ". ".join(part for part in parts if part)


def contact_words(contact: ContactRecord) -> str:
    """When somebody was asked, who, how, and by whom it was noted."""
    parts = (printed_time(contact.at), contact.person, contact.channel)
    return " · ".join(isolated(one_line(part, 120)) for part in parts if part)


def outcome_words(contact: ContactRecord, now: datetime) -> str:
    """What came of a contact."""
    until = ""
    if contact.deadline:
        until = _tr("overdue since {when}") if is_late(contact, now) else _tr("until {when}")
        until = until.format(when=printed_time(contact.deadline))
    answered = _tr("answered {when}").format(when=printed_time(contact.answered_at)) if contact.answered_at else ""
    noted = _tr("noted by {name}").format(name=isolated(contact.annotator))
    parts = (until, answered, contact.answer, contact.note, noted)
    return " · ".join(isolated(one_line(part, 200)) for part in parts if part)


def sheet_words() -> SheetWords:
    """The words of a page that is printed."""
    return SheetWords(
        heading=_tr("Right of reply"),
        made=_tr("As of {when}"),
        said_by=_tr("Says who"),
        nobody_named=_tr("no source named"),
        accuses=_tr("Accuses"),
        status=_tr("Reply"),
        answers=_tr("Answered by"),
        no_answer=_tr("Nothing answers this claim."),
        contacts=_tr("Contact log"),
        no_contact=_tr("Nobody has been asked."),
        deadline=_tr("until {when}"),
        overdue=_tr("overdue"),
        answered=_tr("answered {when}"),
        same=_tr("of the same claim"),
        empty=_tr("No claim accuses anybody."),
    )


def _tr(words: str) -> str:
    return QCoreApplication.translate("Replies", words)
