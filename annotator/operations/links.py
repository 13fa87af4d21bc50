"""Links as people read them: what is at the other end, in which article, and what else could be linked."""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import islice
from uuid import UUID

from sqlalchemy import Connection

from annotator.core.places import Place
from annotator.core.records import AnnotationRecord, DocumentSummary, RelationRecord
from annotator.core.search_filters import Filters
from annotator.core.search_match import holds
from annotator.core.search_query import Query, parse
from annotator.core.search_terms import spelling
from annotator.errors import Cancelled
from annotator.operations.found_articles import find_articles
from annotator.store import linkable, queries, relations, versions
from annotator.store.workspace import Workspace

IsCancelled = Callable[[], bool]

_AT_A_TIME = 50
_MOST_ARTICLES = 2000  # that have the words, whether tagged there or elsewhere


@dataclass(frozen=True, slots=True)
class LinkEnd:
    """A link of an annotation: the other annotation, where it stands and in which article.

    `title` is what the link says, read from the annotation that was asked for; `inward`: it leads to that one.
    """

    relation: RelationRecord
    title: str
    inward: bool
    annotation: AnnotationRecord
    place: Place
    article: DocumentSummary


@dataclass(frozen=True, slots=True)
class FoundAnnotation:
    """An annotation of another article, with its words and its article."""

    annotation: AnnotationRecord
    place: Place
    article: DocumentSummary


def links_of(workspace: Workspace, annotation_id: UUID) -> list[LinkEnd]:
    """The links of an annotation to others, those that go out from it first, each in the order they were made."""
    with workspace.reading() as connection:
        label_set = workspace.label_set(connection)
        names = queries.annotator_names(connection)
        links = [one for one in relations.relations_of(connection, [annotation_id], names) if one.to_id]
        titles = {kind.key: (kind.title, kind.inverse) for kind in label_set.relations}
        others = {link.id: _other_end(link, annotation_id) for link in links}
        found = {one.annotation.id: one for one in _with_articles(connection, _read(connection, others.values()))}
    ends = []
    for link in links:
        other, inward = found.get(others[link.id]), link.from_id != annotation_id
        if other:
            title = titles.get(link.kind, (link.kind, link.kind))[inward]
            ends.append(LinkEnd(link, title, inward, other.annotation, other.place, other.article))
    return sorted(ends, key=lambda end: end.inward)


def find_annotations(
    workspace: Workspace,
    typed: str,
    labels: Collection[str],
    *,
    beside: UUID | None = None,
    by: str = "",
    limit: int = 50,
    cancelled: IsCancelled | None = None,
) -> list[FoundAnnotation]:
    """Annotations with these labels that have what was typed in their passage or in the title of their article.

    Those of the article `beside` are left out; of older versions only those of that article are found. `by`: only those
    of this annotator. The newest articles come first; the last word typed may be a beginning; with nothing typed the
    annotations that were made last. Raises Cancelled.
    """
    query = parse(f"{typed}*" if typed[-1:].isalnum() else typed)
    with workspace.reading() as connection:
        names = queries.annotator_names(connection)
        older = set(versions.version_keys(connection, beside)) - {beside} if beside else set()
        if query.is_empty:
            found = linkable.newest_annotations(
                connection, labels, names, apart_from=beside, older=older, limit=limit * (20 if by else 1)
            )
            return _with_articles(connection, [one for one in found if not by or one.annotator == by][:limit])
        filters = Filters(labels=frozenset(labels), with_superseded=bool(older))
        articles = find_articles(connection, query, filters, folded=True, cancelled=cancelled)
        keys = (article.candidate.id for article in islice(articles, _MOST_ARTICLES))
        hits: list[FoundAnnotation] = []
        while len(hits) < limit and (batch := list(islice(keys, _AT_A_TIME))):
            wanted = [key for key in batch if key != beside]
            there = linkable.annotations_of(connection, wanted, labels, names)
            fitting = _with_articles(connection, [one for one in there if not by or one.annotator == by])
            hits += [one for one in fitting if _is_open(one, older) and _has(one, query)]
            if cancelled and cancelled():
                raise Cancelled("The search was stopped.")
        return hits[:limit]


def _other_end(link: RelationRecord, annotation_id: UUID) -> UUID:
    other = link.to_id if link.from_id == annotation_id else link.from_id
    return other or link.from_id


def _read(connection: Connection, ids: Iterable[UUID]) -> list[AnnotationRecord]:
    wanted = list(dict.fromkeys(ids))
    return queries.annotations(connection, wanted) if wanted else []


def _with_articles(connection: Connection, annotations: Sequence[AnnotationRecord]) -> list[FoundAnnotation]:
    """These annotations with their places and articles, in the order that is given."""
    if not annotations:
        return []
    places = linkable.places_of(connection, annotations)
    keys = list(dict.fromkeys(one.document_id for one in annotations))
    articles = {summary.id: summary for summary in queries.document_summaries(connection, keys)}
    return [FoundAnnotation(one, places[one.id], articles[one.document_id]) for one in annotations]


def _is_open(found: FoundAnnotation, older: Collection[UUID]) -> bool:
    return found.article.superseded_by is None or found.article.id in older


def _has(found: FoundAnnotation, query: Query) -> bool:
    """True when the passage, or the title of its article, has each part of what was typed."""
    words = [spelling(one, folded=True) for one in (found.place.passage, found.article.title)]

    def is_there(group: Iterable[object]) -> bool:
        return any(holds(one, part, folded=True) for part in group for one in words)  # type: ignore[arg-type]

    return all(map(is_there, query.wanted)) and not is_there(query.unwanted)
