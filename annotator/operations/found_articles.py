"""Articles that match a query and its filters, one after the other: the index's candidates, held against the query."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice
from uuid import UUID

from sqlalchemy import Connection

from annotator.core.progress import progress
from annotator.core.search_filters import Filters, Reading, reading_of
from annotator.core.search_match import holds
from annotator.core.search_query import Field, Part, Query
from annotator.core.search_terms import Spelling, spelling
from annotator.core.spans import Span
from annotator.errors import Cancelled
from annotator.operations.documents import states_of
from annotator.store import queries, search_candidates
from annotator.store.search_candidates import Candidate

IsCancelled = Callable[[], bool]

_AT_A_TIME = search_candidates.AT_A_TIME


@dataclass(frozen=True, slots=True)
class Note:
    """The note of an annotation, and the stretch that it is on."""

    annotation_id: UUID
    extent: Span
    words: str


@dataclass
class FoundArticle:
    """An article with what is searched of it. `in_text`: it was found by its text, else by what is known beside."""

    candidate: Candidate
    notes: tuple[Note, ...]
    folded: bool
    in_text: bool
    _spelt: dict[str, Spelling] = field(default_factory=dict)

    @cached_property
    def text(self) -> Spelling:
        """The text as the query is spelt."""
        return self.spelt(self.candidate.text)

    def spelt(self, words: str) -> Spelling:
        """Words of this article as the query is spelt."""
        if words not in self._spelt:
            self._spelt[words] = spelling(words, folded=self.folded)
        return self._spelt[words]

    def words_of(self, where: Field) -> Iterator[str]:
        """What stands in a field; ANYWHERE are all but the text."""
        if where in (Field.ANYWHERE, Field.TITLE):
            yield self.candidate.title
        if where in (Field.ANYWHERE, Field.SOURCE):
            yield from self.candidate.source
        if where in (Field.ANYWHERE, Field.NOTE):
            yield from (note.words for note in self.notes)

    def has(self, part: Part) -> bool:
        """True when a part is where it is looked for, the text left out."""
        return any(holds(self.spelt(words), part, folded=self.folded) for words in self.words_of(part.field))

    def has_in_text(self, part: Part) -> bool:
        """True when a part that names no field is in the text."""
        return part.field is Field.ANYWHERE and holds(self.text, part, folded=self.folded)


def find_articles(
    connection: Connection, query: Query, filters: Filters, *, folded: bool, cancelled: IsCancelled | None = None
) -> Iterator[FoundArticle]:
    """First those found by title, source or notes, then those by their text; in each the newest first.

    Raises Cancelled when `cancelled` says so.
    """
    if query.is_empty:
        return
    known: set[UUID] = set()
    for article in _matching(connection, query, filters, folded, False, cancelled):
        known.add(article.candidate.id)
        yield article
    yield from (
        a
        for a in find_in_texts(connection, query, filters, folded=folded, cancelled=cancelled)
        if a.candidate.id not in known
    )


def find_in_texts(
    connection: Connection, query: Query, filters: Filters, *, folded: bool, cancelled: IsCancelled | None = None
) -> Iterator[FoundArticle]:
    """Those whose text has all that names no field, whatever else has it too. Raises Cancelled."""
    if not query.is_empty:
        yield from _matching(connection, query, filters, folded, True, cancelled)


def every_article(
    connection: Connection, filters: Filters, cancelled: IsCancelled | None = None
) -> Iterator[FoundArticle]:
    """All that the filters let through, the newest first, whatever is in them. Raises Cancelled."""
    candidates = search_candidates.everywhere(connection, filters)
    while batch := list(islice(candidates, _AT_A_TIME)):
        _stop_when(cancelled)
        yield from _of_readings(connection, [FoundArticle(one, (), False, True) for one in batch], filters)
        _stop_when(cancelled)


def _stop_when(cancelled: IsCancelled | None) -> None:
    if cancelled and cancelled():
        raise Cancelled("The search was stopped.")


def _matching(
    connection: Connection, query: Query, filters: Filters, folded: bool, in_text: bool, cancelled: IsCancelled | None
) -> Iterator[FoundArticle]:
    needs_notes = not in_text or bool(query.in_fields or query.unwanted)
    if in_text:
        candidates = search_candidates.in_text(connection, query, filters, folded=folded)
    else:
        candidates = search_candidates.in_about(connection, query, filters)
    while batch := list(islice(candidates, _AT_A_TIME)):
        _stop_when(cancelled)
        notes = _notes(connection, batch) if needs_notes else {}
        articles = [FoundArticle(one, tuple(notes.get(one.id, ())), folded, in_text) for one in batch]
        yield from _of_readings(connection, [a for a in articles if _matches(a, query)], filters)


def _matches(article: FoundArticle, query: Query) -> bool:
    """True when an article really has what the index says it may have, and nothing that is unwanted."""
    for group in query.wanted:
        inside = article.in_text and group in query.anywhere
        if not any(article.has_in_text(part) if inside else article.has(part) for part in group):
            return False
    return not any(article.has(part) or article.has_in_text(part) for part in query.unwanted)


def _of_readings(connection: Connection, articles: list[FoundArticle], filters: Filters) -> Iterable[FoundArticle]:
    """Those whose reading is as far as is asked; the index's query has seen to it that somebody has begun, or not."""
    asked = filters.readings
    if not articles or not asked or (Reading.BEGUN in asked) == (Reading.DONE in asked):
        return articles
    wanted = Reading.BEGUN if Reading.BEGUN in asked else Reading.DONE
    records = queries.documents(connection, [article.candidate.id for article in articles])
    fitting = set()
    for record in records:
        is_begun = bool(record.annotations or record.marks)
        if reading_of(progress(states_of(record))) is wanted if is_begun else Reading.UNTOUCHED in asked:
            fitting.add(record.id)
    return [article for article in articles if article.candidate.id in fitting]


def _notes(connection: Connection, batch: list[Candidate]) -> dict[UUID, list[Note]]:
    found: dict[UUID, list[Note]] = {}
    noted = [one.id for one in batch if one.has_notes]
    for document_id, key, start, end, words in search_candidates.notes(connection, noted) if noted else ():
        found.setdefault(document_id, []).append(Note(key, Span(start, end), words))
    return found
