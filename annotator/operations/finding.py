"""Finding what was typed, words or a regular expression: articles, lines of a concordance, places in one text.

Words are found through the index (operations/search.py). No index knows what an expression will match, so that one
is held against every text that the filters let through, the newest first, until enough is found.
"""

from collections.abc import Collection, Iterator, Sequence
from itertools import islice
from uuid import UUID

from sqlalchemy import Connection

from annotator.core.concordance import Order, contexts
from annotator.core.search_pattern import SearchPattern, search_pattern
from annotator.core.search_query import Field
from annotator.core.search_results import Concordance, Hit, Line, Results
from annotator.core.snippets import snippet
from annotator.core.sought import Sought
from annotator.core.spans import Span
from annotator.errors import PatternTooSlow
from annotator.operations import search
from annotator.operations.found_articles import FoundArticle, IsCancelled, every_article
from annotator.store import queries
from annotator.store.passages import labelled_stretches
from annotator.store.workspace import Workspace

MOST_ARTICLES = 200
MOST_PLACES = 5000
"""How many places are taken at most, to be shown or to be tagged."""

_PLACES_OF_AN_ARTICLE = 500
_PLACES_OF_A_SNIPPET = 12


def find_articles(
    workspace: Workspace, sought: Sought, *, limit: int = MOST_ARTICLES, cancelled: IsCancelled | None = None
) -> Results:
    """The articles that have it. Raises Cancelled, UnusablePattern."""
    if not sought.by_pattern:
        return search.search(
            workspace, sought.text, sought.filters, limit=limit, folded=sought.folded, cancelled=cancelled
        )
    pattern = search_pattern(sought.text)
    with workspace.reading() as connection:
        found = list(islice(_articles_with(connection, pattern, sought, cancelled), limit + 1))
        return Results(tuple(_hits(connection, found[:limit])), len(found) > limit)


def find_lines(
    workspace: Workspace,
    sought: Sought,
    *,
    order: Order = Order.ARTICLE,
    limit: int = MOST_PLACES,
    within: Collection[UUID] | None = None,
    cancelled: IsCancelled | None = None,
) -> Concordance:
    """Each place in the texts that has it, those of the newest articles first; `within` these articles (None: all).

    Raises Cancelled, UnusablePattern.
    """
    if not sought.by_pattern:
        given = {"order": order, "limit": limit, "folded": sought.folded, "cancelled": cancelled, "within": within}
        return search.concordance(workspace, sought.text, sought.filters, **given)  # type: ignore[arg-type]
    pattern = search_pattern(sought.text)
    with workspace.reading() as connection:
        lines = list(islice(_lines(connection, pattern, sought, within, cancelled), limit + 1))
    taken = lines[:limit]
    if order is not Order.ARTICLE:
        taken.sort(key=lambda line: line.context.key(order))
    return Concordance(tuple(taken), len(lines) > limit)


def labels_at(workspace: Workspace, lines: Sequence[Line]) -> list[tuple[str, ...]]:
    """The titles of the labels with which the place of each line is tagged now, or some of it."""
    with workspace.reading() as connection:
        titles = {label.key: label.title for label in workspace.label_set(connection).labels}
        there = labelled_stretches(connection, list({line.document_id for line in lines}))
    return [
        tuple(
            dict.fromkeys(
                titles.get(label, label)
                for stretch, label in there.get(line.document_id, ())
                if stretch.overlaps(line.context.span)
            )
        )
        for line in lines
    ]


def find_places(text: str, sought: Sought) -> list[Span]:
    """Where in one text it stands, to be shown in it. Raises UnusablePattern."""
    if sought.by_pattern:
        return search_pattern(sought.text).places(text, _PLACES_OF_AN_ARTICLE)
    return search.places(text, sought.text, folded=sought.folded)


def _articles_with(
    connection: Connection, pattern: SearchPattern, sought: Sought, cancelled: IsCancelled | None
) -> Iterator[tuple[FoundArticle, list[Span]]]:
    for article in every_article(connection, sought.filters, cancelled):
        if places := _places(pattern, article):
            yield article, places


def _places(pattern: SearchPattern, article: FoundArticle) -> list[Span]:
    """Raises PatternTooSlow, with the article that it is about."""
    try:
        return pattern.places(article.candidate.text, _PLACES_OF_AN_ARTICLE)
    except PatternTooSlow as error:
        raise PatternTooSlow(f"{error} It was “{article.candidate.title}” that took too long.") from error


def _lines(
    connection: Connection,
    pattern: SearchPattern,
    sought: Sought,
    within: Collection[UUID] | None,
    cancelled: IsCancelled | None,
) -> Iterator[Line]:
    for article in every_article(connection, sought.filters, cancelled):
        candidate = article.candidate
        if within is None or candidate.id in within:
            for context in contexts(candidate.text, _places(pattern, article)):
                yield Line(candidate.id, candidate.title, context)


def _hits(connection: Connection, found: list[tuple[FoundArticle, list[Span]]]) -> Iterator[Hit]:
    ids = [article.candidate.id for article, _ in found]
    summaries = {summary.id: summary for summary in queries.document_summaries(connection, ids)}
    for article, places in found:
        candidate = article.candidate
        known = len(candidate.title) if candidate.text.startswith(candidate.title) else 0
        shown = snippet(candidate.text, [places[:_PLACES_OF_A_SNIPPET]], after=known)
        yield Hit(summaries[candidate.id], Field.ANYWHERE, shown, places[0], len(places))
