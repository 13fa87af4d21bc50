"""What a format cannot hold of an article: left out before it is written, and named, each thing by itself."""

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from typing import Any

from annotator.core.exchange import ExchangedAnnotation, ExchangedArticle, ExchangedLink, place_of
from annotator.core.spans import Span


class Reach(StrEnum):
    """How far links may lead in a format."""

    NOWHERE = "nowhere"
    ARTICLE = "article"
    ANYWHERE = "anywhere"


class Values(StrEnum):
    """What attributes may be in a format: nothing; words (see `as_words`); or yes and no, numbers and lists, too."""

    NONE = "none"
    WORDS = "words"
    ANY = "any"


class Flat(StrEnum):
    """Which of overlapping annotations is written where a format holds one layer; or all, in a layer a label."""

    OUTERMOST = "outermost"
    INNERMOST = "innermost"
    LAYERS = "layers"


@dataclass(frozen=True, slots=True)
class Holds:
    """What a format holds beside an article's text, and its annotations' labels and places.

    `details` are the names of the fields of ExchangedArticle that come back (title, sentences, marks ...). `keys`:
    annotations and links come back under their keys.
    """

    details: frozenset[str] = frozenset()
    keys: bool = False
    pieces: bool = False
    overlaps: bool = True
    attributes: Values = Values.NONE
    notes: bool = False
    annotators: bool = False
    link_annotators: bool = False
    times: bool = False
    links: Reach = Reach.NOWHERE

    @classmethod
    def everything(cls, details: Collection[str]) -> "Holds":
        """What a format holds that loses nothing of an annotation or a link; `details` of the article."""
        return cls(
            details=frozenset(details),
            keys=True,
            pieces=True,
            attributes=Values.ANY,
            notes=True,
            annotators=True,
            link_annotators=True,
            times=True,
            links=Reach.ANYWHERE,
        )


@dataclass(frozen=True, slots=True)
class Loss:
    """One thing that a format cannot hold.

    `article` and `annotation` are keys, `annotation` "" where it is the article's. `what` is a short name: "span",
    "gap", "attribute certainty", "link denies", "note", "annotator", "text". `why` is a plain sentence.
    """

    article: str
    annotation: str
    what: str
    why: str

    def as_row(self) -> dict[str, str]:
        """The same for JSON."""
        return {"article": self.article, "annotation": self.annotation, "what": self.what, "why": self.why}


@dataclass(frozen=True, slots=True)
class Fitted:
    """An article as a format can hold it whole, and what had to be left out for that."""

    article: ExchangedArticle
    lost: tuple[Loss, ...] = ()


@dataclass(slots=True)
class _Fitting:
    """One article on its way into a format; `name` is what the sentences call that."""

    article: ExchangedArticle
    holds: Holds
    name: str
    lost: list[Loss] = field(default_factory=list)

    def lose(self, annotation: str, what: str, why: str) -> None:
        self.lost.append(Loss(self.article.key, annotation, what, why))


_KEPT_ALWAYS = frozenset({"key", "text", "annotations", "links"})
_DETAILS = frozenset(ExchangedArticle.__dataclass_fields__) - _KEPT_ALWAYS
_NO_ARTICLE = ExchangedArticle("", "")


def fit(article: ExchangedArticle, holds: Holds, name: str, flat: Flat = Flat.OUTERMOST) -> Fitted:
    """The article as a format holds it. What it holds of the article's details is said once, not here."""
    fitting = _Fitting(article, holds, name)
    annotations = list(article.annotations)
    if not holds.pieces:
        annotations = [part for one in annotations for part in _in_one_piece(fitting, one)]
    if not holds.overlaps:
        annotations = _flattened(fitting, annotations, flat)
    annotations = sorted((_plain(fitting, one) for one in annotations), key=place_of)
    links = tuple(_links(fitting, annotations))
    blank = {name: getattr(_NO_ARTICLE, name) for name in _DETAILS - holds.details}
    fitted = replace(article, annotations=tuple(annotations), links=links, **blank)
    return Fitted(fitted, tuple(fitting.lost))


def as_words(value: Any) -> str:
    """A value of an attribute as words: names of sources with a semicolon between them, JSON for all that is no text.

    A name that has a semicolon itself makes the whole list JSON, so that `names_in` finds the same again.
    """
    if isinstance(value, str):
        return value
    if isinstance(value, list | tuple) and all(isinstance(one, str) and _is_plain_name(one) for one in value):
        return "; ".join(value)
    return json.dumps(value, ensure_ascii=False)


def names_in(words: str) -> list[str]:
    """The names that `as_words` has written."""
    if words.startswith("["):
        try:
            found = json.loads(words)
        except ValueError:
            found = None
        if isinstance(found, list):
            return [str(one) for one in found]
    return [name for name in (part.strip() for part in words.split(";")) if name]


def saying(article: ExchangedArticle, holds: Holds) -> tuple[Any, ...]:
    """All that an article says, in a form in which two that say the same are equal, whatever their keys.

    Where the format holds keys, these are part of it.
    """
    by_key = {one.key: _said(one, holds) for one in article.annotations}
    details = tuple(getattr(article, name) for name in sorted(holds.details))
    links = sorted(_link_said(one, by_key, holds) for one in article.links)
    return article.text, details, sorted(by_key.values()), links


def _said(one: ExchangedAnnotation, holds: Holds) -> tuple[str, ...]:
    attributes = json.dumps(dict(one.attributes), sort_keys=True, ensure_ascii=False, default=str)
    moment = one.created_at.isoformat() if one.created_at else ""
    places = " ".join(f"{start:09}-{end:09}" for start, end in one.segments)
    return places, one.label, attributes, one.note, one.annotator, moment, one.key if holds.keys else ""


def _link_said(link: ExchangedLink, by_key: dict[str, tuple[str, ...]], holds: Holds) -> tuple[str, ...]:
    start = by_key.get(link.from_key, (link.from_key,))
    end = by_key.get(link.to_key, (link.to_key,)) if not link.to_article else (link.to_article, link.to_key)
    return (link.kind, *start, "→", *end, link.annotator, link.key if holds.keys else "")


def _is_plain_name(name: str) -> bool:
    return bool(name) and ";" not in name and name == name.strip() and not name.startswith("[")


def _in_one_piece(fitting: _Fitting, one: ExchangedAnnotation) -> Iterator[ExchangedAnnotation]:
    """An annotation of several pieces as several of one: no word gets a label that it had not, and none loses it."""
    if len(one.segments) == 1:
        yield one
        return
    number = len(one.segments)
    fitting.lose(one.key, "gap", f"{fitting.name} holds no gaps; it becomes {number} annotations of one piece each.")
    for at, segment in enumerate(one.segments):
        yield replace(one, key=one.key if at == 0 else f"{one.key}-{at + 1}", segments=(segment,), texts=())


def _flattened(fitting: _Fitting, annotations: Sequence[ExchangedAnnotation], flat: Flat) -> list[ExchangedAnnotation]:
    """The annotations that are left when none may overlap another; with a layer a label, another of its label."""
    sign = 1 if flat is Flat.INNERMOST else -1
    wanted = sorted(annotations, key=lambda one: (sign * _size(one), place_of(one)))
    kept: list[ExchangedAnnotation] = []
    layers: defaultdict[str, _Taken] = defaultdict(_Taken)
    for one in wanted:
        taken = layers[one.label if flat is Flat.LAYERS else ""]
        other = next((found for segment in one.segments if (found := taken.over(segment))), None)
        if other is None:
            kept.append(one)
            taken.add(one)
        else:
            start, end = other.extent
            many = "one layer a label" if flat is Flat.LAYERS else "one layer"
            why = f"{fitting.name} holds {many}, and “{other.label}” {start}–{end} is in the way."
            fitting.lose(one.key, "span", why)
    return kept


def _size(one: ExchangedAnnotation) -> int:
    return sum(end - start for start, end in one.segments)


class _Taken:
    """The stretches that are taken, so that what overlaps one is found without looking at all of them."""

    def __init__(self) -> None:
        self._of: dict[int, list[tuple[Span, ExchangedAnnotation]]] = {}

    def add(self, one: ExchangedAnnotation) -> None:
        for segment in one.segments:
            for block in self._blocks(segment):
                self._of.setdefault(block, []).append((segment, one))

    def over(self, segment: Span) -> ExchangedAnnotation | None:
        """One of those that overlap this stretch."""
        near = (pair for block in self._blocks(segment) for pair in self._of.get(block, ()))
        return next((one for there, one in near if there.overlaps(segment)), None)

    @staticmethod
    def _blocks(segment: Span) -> Iterable[int]:
        return range(segment.start_char >> 8, (segment.end_char - 1 >> 8) + 1)


def _plain(fitting: _Fitting, one: ExchangedAnnotation) -> ExchangedAnnotation:
    """An annotation without what the format does not hold of any."""
    holds, name = fitting.holds, fitting.name
    attributes = one.attributes
    if attributes and holds.attributes is Values.NONE:
        for key in attributes:
            fitting.lose(one.key, f"attribute {key}", f"{name} holds no attributes.")
        attributes = {}
    elif attributes and holds.attributes is Values.WORDS:
        attributes = {key: as_words(value) for key, value in attributes.items()}
    if one.note and not holds.notes:
        fitting.lose(one.key, "note", f"{name} holds no notes.")
    if one.annotator and not holds.annotators:
        fitting.lose(one.key, "annotator", f"{name} does not say who made an annotation.")
    return _with(
        one,
        attributes,
        one.note if holds.notes else "",
        one.annotator if holds.annotators else "",
        one.created_at if holds.times else None,
    )


def _with(
    one: ExchangedAnnotation, attributes: Mapping[str, Any], note: str, annotator: str, created: datetime | None
) -> ExchangedAnnotation:
    """The annotation with these; itself where it has them. Several times as fast as `replace`, which counts here."""
    if attributes is one.attributes and note == one.note and annotator == one.annotator and created is one.created_at:
        return one
    return ExchangedAnnotation(one.key, one.label, one.segments, attributes, note, annotator, created, one.texts)


def _links(fitting: _Fitting, annotations: Sequence[ExchangedAnnotation]) -> Iterator[ExchangedLink]:
    """The links that are left: both ends are there, and lie as near as the format needs."""
    here = {one.key for one in annotations}
    for link in fitting.article.links:
        why = _why_no_link(fitting, link, here)
        if why:
            fitting.lose(link.from_key, f"link {link.kind}", why)
            continue
        if link.annotator and not fitting.holds.link_annotators:
            link = replace(link, annotator="")
        yield link


def _why_no_link(fitting: _Fitting, link: ExchangedLink, here: set[str]) -> str:
    reach, name = fitting.holds.links, fitting.name
    if reach is Reach.NOWHERE:
        return f"{name} holds no links."
    if link.to_article and reach is not Reach.ANYWHERE:
        return f"{name} holds no links to other articles."
    if link.from_key not in here or (not link.to_article and link.to_key not in here):
        return "One of its ends is not in the file."
    return ""
