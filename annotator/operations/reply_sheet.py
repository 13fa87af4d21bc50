"""Claims that accuse somebody as a sheet: a table for spreadsheets, and a page to print or to send to a lawyer."""

import csv
import io
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from html import escape
from typing import TypeVar

from annotator.core.records import ContactRecord
from annotator.core.replies import ACCUSES, REPLY_STATUS, Answer, ReplyClaim, Standing, is_late
from annotator.core.schema import LabelSet
from annotator.formats.sheet_cells import protected

_Entry = TypeVar("_Entry")

COLUMNS = (
    "claim_id", "article_id", "claim", "sentence", "said_by", "accuses", "title", "outlet", "published", "reply_status",
    "standing", "answers", "answered_by", "contacts", "deadline", "overdue", "annotator", "note",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class SheetWords:
    """The words of the printed page; those of the window's language are given in place of these."""

    heading: str = "Right of reply"
    made: str = "As of {when}"
    said_by: str = "Says who"
    nobody_named: str = "no source named"
    accuses: str = "Accuses"
    status: str = "Reply"
    answers: str = "Answered by"
    no_answer: str = "Nothing answers this claim."
    contacts: str = "Contact log"
    no_contact: str = "Nobody has been asked."
    deadline: str = "until {when}"
    overdue: str = "overdue"
    answered: str = "answered {when}"
    same: str = "of the same claim"
    empty: str = "No claim accuses anybody."


ENGLISH = SheetWords()


def as_csv(claims: Iterable[ReplyClaim], label_set: LabelSet, _words: SheetWords, now: datetime) -> str:
    """One claim a row, with a byte order mark so that spreadsheets take it for UTF-8; the columns are COLUMNS."""
    text = io.StringIO(newline="")
    table = csv.writer(text)
    table.writerow(COLUMNS)
    for claim in claims:
        table.writerow([protected(cell) for cell in _cells(claim, label_set, now)])
    return "\ufeff" + text.getvalue()


def as_html(claims: Sequence[ReplyClaim], label_set: LabelSet, words: SheetWords, now: datetime) -> str:
    """One page, complete in itself; it loads nothing from anywhere."""
    style = (
        "body{font-family:serif;max-width:48em;margin:2em auto;line-height:1.45}"
        "h1{font-size:x-large}h2{font-size:large;margin:1.6em 0 .2em}p{margin:.2em 0}ul{margin:.2em 0 .6em}"
        ".quiet{color:#555}.late{font-weight:bold}section{break-inside:avoid}"
    )
    return (
        f'<!DOCTYPE html>\n<html><head><meta charset="utf-8"><title>{escape(words.heading)}</title>'
        f"<style>{style}</style></head>\n<body>{body_of(claims, label_set, words, now)}</body></html>\n"
    )


def body_of(claims: Sequence[ReplyClaim], label_set: LabelSet, words: SheetWords, now: datetime) -> str:
    """What stands on the page, in the plain HTML that a printer's page is made from, too."""
    made = words.made.format(when=now.astimezone().strftime("%Y-%m-%d %H:%M"))
    parts = [f"<h1>{escape(words.heading)}</h1>", f'<p class="quiet">{escape(made)}</p>']
    parts += [_section(claim, label_set, words, now) for claim in claims]
    if not claims:
        parts.append(f"<p>{escape(words.empty)}</p>")
    return "\n".join(parts)


def value_title(label_set: LabelSet, attribute: str, key: str) -> str:
    """The words for a value of an attribute; the key itself where the label set has none any more."""
    found = next((one for one in label_set.attributes if one.key == attribute), None)
    value = found.value(key) if found else None
    return value.title if value else key


def _section(claim: ReplyClaim, label_set: LabelSet, words: SheetWords, now: datetime) -> str:
    facts = (
        (words.said_by, ", ".join(claim.speakers) or words.nobody_named),
        (words.accuses, value_title(label_set, ACCUSES, claim.accuses)),
        (words.status, value_title(label_set, REPLY_STATUS, claim.status)),
    )
    article = " · ".join(part for part in (claim.article.title, claim.article.outlet, claim.day) if part)
    is_whole = claim.place.passage.strip() == claim.place.sentence_text.strip()
    lines = [
        f'<h2 dir="auto">“{escape(claim.place.passage)}”</h2>',
        f'<p class="quiet" dir="auto">{escape(article)}</p>',
        "" if is_whole else f'<p dir="auto">{escape(claim.place.sentence_text)}</p>',
        "<p>" + " · ".join(f"{escape(name)}: <b>{escape(value)}</b>" for name, value in facts) + "</p>",
        _list(words.answers, claim.answers, lambda one: _answer(one, words), words.no_answer),
        _list(words.contacts, claim.contacts, lambda one: _contact(one, words, now), words.no_contact),
    ]
    return "<section>" + "\n".join(line for line in lines if line) + "</section>"


def _list(heading: str, entries: Sequence[_Entry], line: Callable[[_Entry], str], empty: str) -> str:
    if not entries:
        return f"<p>{escape(heading)}: {escape(empty)}</p>"
    return f"<p>{escape(heading)}:</p><ul>" + "".join(f'<li dir="auto">{line(one)}</li>' for one in entries) + "</ul>"


def _answer(answer: Answer, words: SheetWords) -> str:
    beside = [", ".join(answer.speakers), answer.title + (f" ({words.same})" if answer.through_same else "")]
    beside += [answer.article.title, answer.article.outlet]
    told = " · ".join(part for part in beside if part)
    return f'“{escape(answer.place.passage)}” <span class="quiet">{escape(told)}</span>'


def _contact(contact: ContactRecord, words: SheetWords, now: datetime) -> str:
    until = words.deadline.format(when=_time(contact.deadline)) if contact.deadline else ""
    answered = words.answered.format(when=_time(contact.answered_at)) if contact.answered_at else ""
    told = [_time(contact.at), contact.person, contact.channel, until, answered, contact.answer, contact.note]
    line = escape(" · ".join(part for part in told if part))
    return f'{line} · <span class="late">{escape(words.overdue)}</span>' if is_late(contact, now) else line


def _cells(claim: ReplyClaim, label_set: LabelSet, now: datetime) -> list[str]:
    article, answers = claim.article, claim.answers
    names = dict.fromkeys(name for one in answers for name in one.speakers)
    return [
        str(claim.annotation.id),
        str(article.id),
        claim.place.passage,
        claim.place.sentence_text,
        "; ".join(claim.speakers),
        value_title(label_set, ACCUSES, claim.accuses),
        article.title,
        article.outlet,
        claim.day,
        value_title(label_set, REPLY_STATUS, claim.status),
        str(claim.standing),
        " | ".join(one.place.passage for one in answers),
        "; ".join(names),
        " | ".join(_log_words(one) for one in claim.contacts),
        claim.deadline,
        "yes" if claim.is_overdue(now) and claim.standing is not Standing.ANSWERED else "no",
        claim.annotation.annotator,
        claim.annotation.note,
    ]


def _log_words(contact: ContactRecord) -> str:
    until = f"until {contact.deadline}" if contact.deadline else ""
    answered = f"answered {contact.answered_at}" if contact.answered_at else ""
    told = (contact.at, contact.person, contact.channel, until, answered, contact.answer, contact.note)
    return ", ".join(part for part in told if part)


def _time(iso: str) -> str:
    return iso.replace("T", " ")
