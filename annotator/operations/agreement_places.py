"""What stands behind a figure of agreement, in words: each place, and what everybody said there."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from uuid import UUID

from annotator.core.agreement.counting import EVERYBODY, OVERALL, Group
from annotator.core.agreement.differences import Answer, Place, attribute_places, link_places, places
from annotator.core.agreement.measures import Measure
from annotator.core.schema import Attribute
from annotator.core.spans import Span, trim
from annotator.operations.agreement import Comparison
from annotator.operations.sources import mask_of
from annotator.store import queries, relations
from annotator.store.blindness import hidden_documents
from annotator.store.queries import BATCH
from annotator.store.workspace import Workspace

MOST = 2000
"""Places that are told at most."""


@dataclass(frozen=True, slots=True)
class Cell:
    """Which figure is meant: a measure of a label (OVERALL: of all), an attribute, or a kind of link; for whom."""

    measure: Measure | None = None
    scope: str = OVERALL
    group: Group = EVERYBODY
    attribute: str = ""
    link: str = ""


@dataclass(frozen=True, slots=True)
class SeenAnswer:
    """What one reader says: labels by key, the words that are tagged, and the value of an attribute or link."""

    name: str
    labels: tuple[str, ...]
    passages: tuple[str, ...]
    value: str | None = None


@dataclass(frozen=True, slots=True)
class SeenPlace:
    """A place of an article, its words, and what its readers say. `marks` count from the beginning of the words."""

    document_id: UUID
    title: str
    span: Span
    words: str
    marks: tuple[Span, ...]
    answers: tuple[SeenAnswer, ...]
    agreed: bool


@dataclass(frozen=True, slots=True)
class SeenPlaces:
    """The first places behind a figure, those in dispute before the others, and how many there are of both."""

    places: tuple[SeenPlace, ...]
    disputed: int
    agreed: int


def places_behind(workspace: Workspace, comparison: Comparison, cell: Cell, most: int = MOST) -> SeenPlaces:
    """The places that a figure counts, those left out at which nobody says anything; disputed ones come first."""
    with workspace.reading() as connection:
        hidden = hidden_documents(connection, workspace.viewer)
        found = [place for place in _places(comparison, cell) if place.document_id not in hidden]
        found.sort(key=lambda place: place.agreed)
        disputed = sum(not place.agreed for place in found)
        shown = found[:most]
        texts = _texts(workspace, shown)
        titles = _value_titles(comparison, cell, texts)
        if cell.link:
            mask = mask_of(workspace)
            titles |= {str(source.id): mask.name(source) for source in relations.sources(connection)}
        told = [
            _seen(place, texts[place.document_id], comparison.names, titles)
            for place in shown
            if place.document_id in texts
        ]
    return SeenPlaces(tuple(told), disputed, len(found) - disputed)


def _places(comparison: Comparison, cell: Cell) -> Iterator[Place]:
    articles = [article.only(cell.group) if cell.group else article for article in comparison.articles]
    if cell.link:
        ties = {group: tie for group, tie in comparison.ties.items() if cell.group in (EVERYBODY, group)}
        yield from link_places(comparison.articles, ties, cell.link)
    elif cell.attribute:
        attribute = next(one for one in comparison.compared_attributes if one.key == cell.attribute)
        for article, met in zip(comparison.articles, comparison.met, strict=True):
            yield from attribute_places(article, met, attribute, comparison.values)
    elif cell.measure:
        labels = comparison.labels if cell.scope == OVERALL else (cell.scope,)
        for one in articles:
            if one is not None:
                yield from places(one, cell.measure, labels)


@dataclass(frozen=True, slots=True)
class _Known:
    title: str
    text: str


def _texts(workspace: Workspace, found: Iterable[Place]) -> dict[UUID, _Known]:
    wanted = list(dict.fromkeys(place.document_id for place in found))
    with workspace.reading() as connection:
        titles: dict[UUID, str] = {}
        known: dict[UUID, _Known] = {}
        for start in range(0, len(wanted), BATCH):
            part = wanted[start : start + BATCH]
            titles |= {one.id: one.title for one in queries.document_summaries(connection, part)}
            known |= {one.id: _Known(titles[one.id], one.text) for one in queries.cut_texts(connection, part)}
    return known


def _value_titles(comparison: Comparison, cell: Cell, texts: Mapping[UUID, _Known]) -> dict[str, str]:
    """What values are called: those of an attribute, and the annotations that links lead to."""
    if cell.attribute:
        attribute: Attribute = comparison.label_set.attribute(cell.attribute)
        return {value.key: value.title for value in attribute.values}
    if not cell.link:
        return {}
    return {
        str(annotation.id): _words(texts[article.document_id].text, annotation.segments)
        for article in comparison.articles
        if article.document_id in texts
        for said in article.annotations
        for annotation in said
    }


def _seen(place: Place, known: _Known, names: Mapping[UUID, str], titles: Mapping[str, str]) -> SeenPlace:
    start, end = extent = trim(known.text, place.span)
    marks = {
        Span(max(first, start) - start, min(last, end) - start)
        for answer in place.answers
        for spans in answer.spans
        for first, last in spans
        if first < end and start < last
    }
    answers = tuple(_answer(answer, known.text, names, titles) for answer in place.answers)
    return SeenPlace(
        place.document_id, known.title, extent, known.text[start:end], tuple(sorted(marks)), answers, place.agreed
    )


def _answer(answer: Answer, text: str, names: Mapping[UUID, str], titles: Mapping[str, str]) -> SeenAnswer:
    value = None if answer.value is None else titles.get(answer.value, answer.value)
    passages = tuple(_words(text, spans) for spans in answer.spans)
    return SeenAnswer(names.get(answer.reader, ""), answer.labels, passages, value)


def _words(text: str, segments: Iterable[Span]) -> str:
    return " … ".join(text[slice(*trim(text, segment))] for segment in segments)
