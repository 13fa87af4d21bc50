"""Keeps sentences fitting their language and the newsroom's choice when something is undone or done again.

Where sentences end is worked out from a text, its language and that choice. What the journal kept of it
holds while both are as they were; where somebody has changed one since, the undo does not fail for it:
the article keeps what it has, or what it had, whichever fits, and is cut anew where neither does.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import Connection
from sqlmodel import col, select

from annotator.core.quote_policy import QuotePolicy, quotes_in, sentence_ends
from annotator.store import journal, queries
from annotator.store.changes import RowChange
from annotator.store.journal import Entry
from annotator.store.queries import BATCH
from annotator.store.recorder import RecordedSession
from annotator.store.tables import Document

_CUTS = frozenset({"language", "sentence_ends"})


class _Cut(NamedTuple):
    """Where sentences ended, in which language, and how that language's quotations were cut then."""

    language: str
    quotes: str
    ends: list[int] | None

    def fits(self, language: str, quotes: str) -> bool:
        return (self.language, self.quotes) == (language, quotes)


@dataclass(slots=True)
class _Past:
    """What was so before a step: the choice for quotations, and the languages that are others now.

    `ends` is how the step's own articles were cut. `moved`: those that others have cut, loaded or
    removed since, or given another language.
    """

    policy: QuotePolicy
    policy_moved: bool = False
    languages: dict[UUID, str] = field(default_factory=dict)
    ends: dict[UUID, list[int] | None] = field(default_factory=dict)
    moved: set[UUID] = field(default_factory=set)

    def take_back(self, change: RowChange) -> None:
        """Go back to what was before a change."""
        before = change.before or {}
        if change.table == "project" and "quotes" in before:
            self.policy = before["quotes"] or {}
        elif change.table == "document" and "language" in before:
            self.languages[change.id] = before["language"]

    def cut(self, document_id: UUID, language: str, ends: list[int] | None) -> _Cut:
        """How an article was cut, which is in `language` now."""
        language = self.languages.get(document_id, language)
        return _Cut(language, quotes_in(self.policy, language), ends)


@contextmanager
def sentences_fit(session: RecordedSession, entries: Sequence[Entry]) -> Iterator[None]:
    """Around the taking back of a step: afterwards its articles, and those that its choice is about, fit."""
    connection = session.connection()
    past = _past(connection, entries)
    if past is None:
        yield
        return
    policy = queries.quote_policy(connection)
    former = {
        key: _Cut(language, quotes_in(policy, language), ends)
        for key, (language, ends) in queries.cuts(connection, list(past.ends)).items()
    }
    yield
    present = queries.quote_policy(connection)
    wanted = _settled(connection, past, former, present)
    for document_id in _flipped(connection, past, policy, present):
        wanted.setdefault(document_id, None)
    _write(session, wanted, present)


def _past(connection: Connection, entries: Sequence[Entry]) -> _Past | None:
    """What was before a step; None when nothing has happened since that its sentences depend on."""
    own = [change for entry in entries for change in entry.changes if _concerns_cuts(change)]
    chosen = any(change.table == "project" for change in own)
    if not chosen and all(change.before is None for change in own):
        return None
    past = _Past(queries.quote_policy(connection))
    for entry in reversed(journal.entries_since_step(connection, entries[0].number)):
        for change in reversed(entry.changes):
            if _concerns_cuts(change):
                past.take_back(change)
                past.policy_moved |= change.table == "project"
                past.moved.add(change.id)
    for change in reversed(own):
        past.take_back(change)
        if change.table == "document" and change.before is not None:
            past.ends[change.id] = change.before.get("sentence_ends", past.ends.get(change.id))
    return past if past.policy_moved or (past.moved if chosen else past.moved & past.ends.keys()) else None


def _concerns_cuts(change: RowChange) -> bool:
    """True when a change says how an article is cut, or may be: it came, went, or something of this in it changed."""
    touched = {*(change.before or {}), *(change.after or {})}
    return "quotes" in touched if change.table == "project" else change.table == "document" and bool(_CUTS & touched)


def _settled(
    connection: Connection, past: _Past, former: dict[UUID, _Cut], policy: QuotePolicy
) -> dict[UUID, list[int] | None]:
    """What the step's articles have to get in place of what they have got; None: to be cut anew."""
    wanted: dict[UUID, list[int] | None] = {}
    for key, (language, ends) in queries.cuts(connection, list(past.ends)).items():
        fitting = [
            one.ends
            for one in (past.cut(key, language, past.ends[key]), former.get(key))
            if one and one.ends is not None and one.fits(language, quotes_in(policy, language))
        ]
        if ends not in fitting:
            wanted[key] = fitting[0] if fitting else None
    return wanted


def _flipped(connection: Connection, past: _Past, before: QuotePolicy, after: QuotePolicy) -> Iterator[UUID]:
    """Articles outside the step that its choice is about; those that nobody has touched fit as they did."""
    for language in queries.language_counts(connection):
        choice = quotes_in(after, language)
        if quotes_in(before, language) == choice:
            continue
        as_it_was = quotes_in(past.policy, language) == choice
        for key in queries.document_ids(connection, language):
            if key not in past.ends and (key in past.moved or not as_it_was):
                yield key


def _write(session: RecordedSession, wanted: dict[UUID, list[int] | None], policy: QuotePolicy) -> None:
    keys = list(wanted)
    for start in range(0, len(keys), BATCH):
        batch = keys[start : start + BATCH]
        anew = queries.cut_texts(session.connection(), [key for key in batch if wanted[key] is None])
        ends = {cut.id: sentence_ends(cut.text, cut.language, policy) for cut in anew}
        for document in session.exec(select(Document).where(col(Document.id).in_(batch))):
            known = wanted[document.id]
            document.sentence_ends = ends[document.id] if known is None else known
        session.flush()
