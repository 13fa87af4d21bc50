"""What stands behind a figure of agreement: the sentences or spans it counts, and what each reader says there."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from annotator.core.agreement.attributes import Values
from annotator.core.agreement.compared import Compared
from annotator.core.agreement.counting import Met
from annotator.core.agreement.links import Tie, Ties
from annotator.core.agreement.measures import BY_SENTENCE, ON_TEXT, Measure
from annotator.core.agreement.runs import sentence_labels
from annotator.core.schema import Attribute
from annotator.core.spans import Span
from annotator.core.submissions import SubmittedAnnotation


@dataclass(frozen=True, slots=True)
class Answer:
    """What one reader says of a place: the labels there, on which spans, and (of an attribute or link) a value."""

    reader: UUID
    labels: tuple[str, ...] = ()
    spans: tuple[tuple[Span, ...], ...] = ()
    value: str | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """A place of an article that a figure counts."""

    document_id: UUID
    span: Span
    answers: tuple[Answer, ...]
    agreed: bool


def places(article: Compared, measure: Measure, labels: Collection[str]) -> list[Place]:
    """The places of an article that a measure of these labels looks at, those where nobody has any left out."""
    if measure in BY_SENTENCE:
        return list(_sentences(article, labels))
    if measure in ON_TEXT and article.furniture:
        counted = {one.id for said in article.without_furniture().annotations for one in said}
        said = (tuple(one for one in each if one.id in counted) for each in article.annotations)
        article = replace(article, annotations=tuple(said))
    return list(_spans(article, labels))


def attribute_places(article: Compared, met: Met, attribute: Attribute, values: Values) -> list[Place]:
    """Annotations of two readers that match, and what each says of an attribute."""
    found = []
    for (one, other), meeting in met.items():
        left, right = (article.annotations[article.readers.index(person)] for person in (one, other))
        for mine, theirs in meeting.matches:
            pair = left[mine], right[theirs]
            said = tuple(values.of(annotation, attribute.key) for annotation in pair)
            if values.has(pair[0].label, attribute) and any(said):
                answers = tuple(
                    Answer(reader, (annotation.label,), (annotation.segments,), value)
                    for reader, annotation, value in zip((one, other), pair, said, strict=True)
                )
                found.append(Place(article.document_id, pair[0].extent, answers, said[0] == said[1]))
    return found


def link_places(articles: Sequence[Compared], found: dict[tuple[UUID, ...], Ties], kind: str) -> list[Place]:
    """Links of one kind that one reader or both have made between annotations that both have."""
    where: dict[UUID, tuple[UUID, SubmittedAnnotation]] = {
        annotation.id: (article.document_id, annotation)
        for article in articles
        for said in article.annotations
        for annotation in said
    }
    told = []
    for (one, other), ties in found.items():
        for tie in sorted(tie for tie in ties.mine | ties.theirs if tie[0] == kind):
            document_id, annotation = where[tie[1]]
            answers = (_linked(one, tie, ties.mine, annotation), _linked(other, tie, ties.theirs, annotation))
            told.append(Place(document_id, annotation.extent, answers, tie in ties.mine and tie in ties.theirs))
    return told


def _linked(reader: UUID, tie: Tie, ties: set[Tie], annotation: SubmittedAnnotation) -> Answer:
    value = str(tie[2]) if tie in ties else ""
    return Answer(reader, (annotation.label,), (annotation.segments,), value)


def _sentences(article: Compared, labels: Collection[str]) -> Iterator[Place]:
    names = sorted(labels)
    numbers = {label: at for at, label in enumerate(names)}
    said = [[one for one in each if one.label in numbers] for each in article.annotations]
    found = [sentence_labels(article.sentences, each, numbers) for each in said]
    for index in sorted(set().union(*found)):
        sentence = article.sentences[index]
        answers = tuple(
            Answer(
                reader,
                tuple(name for name, number in numbers.items() if here.get(index, 0) >> number & 1),
                tuple(one.segments for one in each if any(part.overlaps(sentence) for part in one.segments)),
            )
            for reader, here, each in zip(article.readers, found, said, strict=True)
        )
        yield Place(article.document_id, sentence, answers, len({answer.labels for answer in answers}) == 1)


def _spans(article: Compared, labels: Collection[str]) -> Iterator[Place]:
    """Annotations with one label that overlap each other, as one place."""
    for label in labels:
        said = sorted(
            (one.extent, reader, one.segments)
            for reader, each in zip(article.readers, article.annotations, strict=True)
            for one in each
            if one.label == label
        )
        group: list[tuple[Span, UUID, tuple[Span, ...]]] = []
        reached = -1
        for one in said:
            if group and one[0].start_char >= reached:
                yield _place(article, label, group)
                group = []
            group.append(one)
            reached = max(reached, one[0].end_char)
        if group:
            yield _place(article, label, group)


def _place(article: Compared, label: str, group: list[tuple[Span, UUID, tuple[Span, ...]]]) -> Place:
    answers = tuple(
        Answer(reader, (label,) if spans else (), spans)
        for reader in article.readers
        for spans in [tuple(segments for _, by, segments in group if by == reader)]
    )
    whole = Span(group[0][0].start_char, max(extent.end_char for extent, _, _ in group))
    return Place(article.document_id, whole, answers, len({answer.spans for answer in answers}) == 1)
