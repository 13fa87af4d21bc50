"""Articles as they go to other tools and come from them: text, spans, attributes and links, in no format's own words.

What a format writes and what its reader gives are of one kind, so that both can be held against each other. All places
are code points of the article's own `text`, end excluded; the text's lines end in a line feed.
"""

from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from annotator.core.dataset import cut_furniture, whole_text
from annotator.core.records import AnnotationRecord, DocumentRecord, RelationRecord
from annotator.core.schema import AttributeKind, LabelSet
from annotator.core.spans import Span, trim


@dataclass(frozen=True, slots=True)
class ExchangedAnnotation:
    """A label on one or more stretches of an article.

    `key` is its id in the file: unique in its article, maybe made up by the reader. `attributes` by key: text, yes or
    no, numbers; the names of sources as a list. Those that have their default are not in it. `texts` are the words
    that the file itself says stand in each of the segments, () where it says nothing: a proof, no part of what is said.
    """

    key: str
    label: str
    segments: tuple[Span, ...]
    attributes: Mapping[str, Any] = field(default_factory=dict, hash=False)
    note: str = ""
    annotator: str = ""
    created_at: datetime | None = None
    texts: tuple[str, ...] = field(default=(), compare=False)

    @property
    def extent(self) -> Span:
        """From the first segment's start to the last one's end."""
        return Span(self.segments[0].start_char, self.segments[-1].end_char)


@dataclass(frozen=True, slots=True)
class ExchangedLink:
    """A link between two annotations. `to_article` is the key of the article of `to_key`, "" for the same one."""

    kind: str
    from_key: str
    to_key: str
    annotator: str = ""
    key: str = ""
    to_article: str = ""


@dataclass(frozen=True, slots=True)
class ExchangedArticle:
    """An article with what is said of it.

    `sentences` are without the white space between them, () where a file knows none. `marks` are stretches that were
    read and hold nothing. `text_sha256` is that of the frozen text at home, from which `text` may have been cut: `kept`
    are the stretches of it that `text` consists of, () where that is all. An empty `text` with annotations: the file
    has places only, in the text that `text_sha256` or `key` names.
    """

    key: str
    text: str
    title: str = ""
    outlet: str = ""
    byline: str = ""
    published: str = ""
    published_at: str = ""
    url: str = ""
    language: str = ""
    file_name: str = ""
    sentences: tuple[Span, ...] = ()
    marks: tuple[Span, ...] = ()
    annotations: tuple[ExchangedAnnotation, ...] = ()
    links: tuple[ExchangedLink, ...] = ()
    text_sha256: str = ""
    kept: tuple[Span, ...] = ()
    split: str = ""


_ANYWHERE = 1 << 62


def exchanged(
    record: DocumentRecord, home_of: Callable[[UUID], UUID | None] | None = None, *, with_furniture: bool = False
) -> ExchangedArticle:
    """A document as it goes out: its text without page furniture, unless that is wanted or labelled.

    Sources become attributes: the names, in the order in which they were linked. `home_of` says in which article an
    annotation of another one is; a link to one that is in none is left out.
    """
    shown = whole_text(record) if with_furniture else cut_furniture(record)
    names = {source.id: source.name for source in record.sources}
    sources: dict[UUID, dict[str, list[str]]] = {}
    for one in record.relations:
        if one.source_id in names:
            sources.setdefault(one.from_id, {}).setdefault(one.kind, []).append(names[one.source_id])
    here = {annotation.id for annotation in record.annotations}
    links = tuple(link for one in record.relations if one.to_id and (link := _link(one, here, home_of)))
    annotations = [_annotation(one, shown.span, sources.get(one.id, {})) for one in record.annotations]
    return ExchangedArticle(
        key=str(record.id),
        text=shown.text,
        title=record.title,
        outlet=record.outlet,
        byline=record.byline,
        published=record.published,
        published_at=record.published_at,
        url=record.url,
        language=record.language,
        file_name=record.file_name,
        sentences=tuple(_shown(record.text, shown.text, shown.span, record.sentences)),
        marks=tuple(_shown(record.text, shown.text, shown.span, record.marks)),
        annotations=tuple(sorted(annotations, key=place_of)),
        links=links,
        text_sha256=record.text_sha256,
        kept=() if shown.text == record.text else shown.kept,
    )


def place_of(annotation: ExchangedAnnotation) -> tuple[int, int, tuple[Span, ...], str]:
    """The order in which annotations are written: by their place, the longer one first, then by their key."""
    start, end = annotation.extent
    return start, -end, annotation.segments, annotation.key


def source_attributes(label_set: LabelSet) -> frozenset[str]:
    """The keys of the attributes whose values are the names of sources."""
    return frozenset(one.key for one in label_set.attributes if one.kind is AttributeKind.SOURCE)


def slices(article: ExchangedArticle, annotation: ExchangedAnnotation) -> tuple[str, ...]:
    """The text of each of an annotation's segments."""
    return tuple(article.text[start:end] for start, end in annotation.segments)


def unfaithful(article: ExchangedArticle) -> ExchangedAnnotation | None:
    """The first annotation that lies outside the text, or whose words, as the file tells them, are not at its place.

    Where the file has places only, those are looked at alone.
    """
    length = len(article.text) if article.text else _ANYWHERE  # places without a text are of one that lies elsewhere
    for one in article.annotations:
        ends = [0, *(end for _, end in one.segments)]
        starts = [*(start for start, _ in one.segments), length + 1]
        in_order = all(end <= start for end, start in zip(ends, starts, strict=True))
        if not in_order or ends[-1] > length or any(start >= end for start, end in one.segments):
            return one
        if article.text and one.texts and one.texts != slices(article, one):
            return one
    return None


def _link(
    one: RelationRecord, here: Container[UUID], home_of: Callable[[UUID], UUID | None] | None
) -> ExchangedLink | None:
    home = None
    if one.to_id not in here:
        home = home_of(one.to_id) if home_of and one.to_id else None
        if home is None:
            return None
    to_article = str(home) if home else ""
    return ExchangedLink(one.kind, str(one.from_id), str(one.to_id), one.annotator, str(one.id), to_article)


def _annotation(record: AnnotationRecord, shown: Any, sources: Mapping[str, Sequence[str]]) -> ExchangedAnnotation:
    return ExchangedAnnotation(
        key=str(record.id),
        label=record.label,
        segments=tuple(shown(segment) for segment in record.segments),
        attributes={**record.attributes, **{kind: list(names) for kind, names in sources.items()}},
        note=record.note,
        annotator=record.annotator,
        created_at=record.created_at,
    )


def _shown(frozen: str, text: str, shown: Any, stretches: Sequence[Span]) -> Iterator[Span]:
    """The stretches as far as they are shown, without white space around them."""
    for stretch in stretches:
        place = trim(text, shown(trim(frozen, stretch)))
        if place.start_char < place.end_char:
            yield place
