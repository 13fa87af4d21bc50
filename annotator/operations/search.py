"""Full-text search over everything a project holds: the text of every article, its title, its source, its notes.

The index names candidates, the newest first; each is held against what was typed, and its snippet is cut from the
frozen text itself. Everything is read as it is needed, so that the first articles come before the last are looked at.
"""

from collections.abc import Collection, Iterator
from itertools import chain, islice
from uuid import UUID

from sqlalchemy import Connection

from annotator.core.concordance import Order, contexts
from annotator.core.records import DocumentSummary
from annotator.core.search_filters import EVERYTHING, Filters
from annotator.core.search_match import by_part, spans, stretches
from annotator.core.search_query import Field, Part, Query, every_part, parse
from annotator.core.search_results import Concordance, Hit, Line, Results
from annotator.core.snippets import snippet
from annotator.core.spans import Span, covered
from annotator.operations.found_articles import FoundArticle, IsCancelled, Note, find_articles, find_in_texts
from annotator.store import queries
from annotator.store.workspace import Workspace

MOST_LINES = 5000
_PLACES_OF_A_SNIPPET = 12  # of each part
_PLACES_OF_AN_ARTICLE = 500  # of each part


def search(
    workspace: Workspace,
    query_text: str,
    filters: Filters = EVERYTHING,
    *,
    limit: int = 50,
    offset: int = 0,
    folded: bool = False,
    cancelled: IsCancelled | None = None,
) -> Results:
    """The articles that have what was typed (`core.search_query`), those first that have it in title, source or notes.

    `folded`: accents do not matter. Raises Cancelled.
    """
    query = parse(query_text)
    with workspace.reading() as connection:
        found = find_articles(connection, query, filters, folded=folded, cancelled=cancelled)
        page = list(islice(found, offset, offset + limit + 1))
        return Results(tuple(_hits(connection, page[:limit], query)), len(page) > limit)


def count(
    workspace: Workspace,
    query_text: str,
    filters: Filters = EVERYTHING,
    *,
    most: int,
    folded: bool = False,
    cancelled: IsCancelled | None = None,
) -> int:
    """How many articles `search` would find; not more than `most`. Raises Cancelled."""
    with workspace.reading() as connection:
        found = find_articles(connection, parse(query_text), filters, folded=folded, cancelled=cancelled)
        return sum(1 for _ in islice(found, most))


def concordance(
    workspace: Workspace,
    query_text: str,
    filters: Filters = EVERYTHING,
    *,
    order: Order = Order.ARTICLE,
    limit: int = MOST_LINES,
    folded: bool = False,
    within: Collection[UUID] | None = None,
    cancelled: IsCancelled | None = None,
) -> Concordance:
    """Each place `within` these texts (None: all) that has what was typed, with what stands around it.

    The lines of the newest articles are taken, at most `limit`, and put in order. Raises Cancelled.
    """
    query = parse(query_text)
    with workspace.reading() as connection:
        found = find_in_texts(connection, query, filters, folded=folded, cancelled=cancelled)
        if within is not None:
            found = (article for article in found if article.candidate.id in within)
        lines = list(islice(_lines(found, query), limit + 1))
    taken = lines[:limit]
    if order is not Order.ARTICLE:
        taken.sort(key=lambda line: line.context.key(order))
    return Concordance(tuple(taken), len(lines) > limit)


def places(text: str, query_text: str, *, folded: bool = False) -> list[Span]:
    """Where in one text is what was typed, to be shown in it."""
    return stretches(text, _anywhere(parse(query_text)), folded=folded, most=_PLACES_OF_AN_ARTICLE)


def _anywhere(query: Query) -> list[Part]:
    return [part for part in every_part(query) if part.field is Field.ANYWHERE]


def _lines(found: Iterator[FoundArticle], query: Query) -> Iterator[Line]:
    parts = _anywhere(query)
    for article in found:
        places_found = by_part(article.text, parts, folded=article.folded, most=_PLACES_OF_AN_ARTICLE)
        stretches_found = covered(spans(article.text, chain.from_iterable(places_found)))
        for context in contexts(article.candidate.text, stretches_found):
            yield Line(article.candidate.id, article.candidate.title, context)


def _hits(connection: Connection, articles: list[FoundArticle], query: Query) -> Iterator[Hit]:
    ids = [article.candidate.id for article in articles]
    summaries = {summary.id: summary for summary in queries.document_summaries(connection, ids)}
    for article in articles:
        yield _hit(article, summaries[article.candidate.id], query)


def _hit(article: FoundArticle, summary: DocumentSummary, query: Query) -> Hit:
    title_marks = tuple(covered(chain.from_iterable(_marks(article, article.candidate.title, query, Field.TITLE))))
    found = by_part(article.text, _anywhere(query), folded=article.folded, most=_PLACES_OF_AN_ARTICLE)
    shown = [spans(article.text, some[:_PLACES_OF_A_SNIPPET]) for some in found]
    first = min((some[0] for some in shown if some), default=None)
    number = sum(map(len, found))
    if not article.in_text and (beside := _beside(article, query)):
        where, words, marks, note = beside
        span, key = (note.extent, note.annotation_id) if note else (first, None)
        return Hit(summary, where, snippet(words, marks), span, number, title_marks, key)
    where = Field.ANYWHERE if first or not title_marks else Field.TITLE
    text, title = article.candidate.text, article.candidate.title
    known = len(title) if text.startswith(title) else 0  # the title stands above the snippet
    return Hit(summary, where, snippet(text, shown, after=known), first, number, title_marks)


def _beside(article: FoundArticle, query: Query) -> tuple[Field, str, list[list[Span]], Note | None] | None:
    """The note or the source that has something of what was typed, with its places."""
    for note in article.notes:
        if any(marks := _marks(article, note.words, query, Field.NOTE)):
            return Field.NOTE, note.words, marks, note
    source = " · ".join(filter(None, article.candidate.source))
    marks = _marks(article, source, query, Field.SOURCE) if source else []
    return (Field.SOURCE, source, marks, None) if any(marks) else None


def _marks(article: FoundArticle, words: str, query: Query, where: Field) -> list[list[Span]]:
    spelt = article.spelt(words)
    asked = [part for part in every_part(query) if part.field in (Field.ANYWHERE, where)]
    return [spans(spelt, some) for some in by_part(spelt, asked, folded=article.folded)]
