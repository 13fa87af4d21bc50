"""An article as a UIMA CAS, built by dkpro-cassis, which counts in UTF-16 where it writes.

UIMA knows no gaps: an annotation of several pieces becomes several spans with one key, and the links lead to the first.
A relation stands where its second end does, as INCEpTION wants it.
"""

from collections.abc import Iterable
from typing import Any

from annotator.core.exchange import ExchangedAnnotation, ExchangedArticle
from annotator.core.losses import Holds, Reach, Values
from annotator.core.schema import LabelSet
from annotator.core.spans import Span
from annotator.formats.uima_types import (
    ARTICLE,
    DETAILS,
    FROM,
    METADATA,
    NOTHING,
    RELATION,
    SENTENCE,
    SPAN,
    TO,
    feature_of,
    type_system,
)

HOLDS = Holds(
    details=frozenset({*DETAILS, "sentences", "marks", "kept"}),
    keys=True,
    pieces=True,
    attributes=Values.WORDS,
    notes=True,
    annotators=True,
    link_annotators=True,
    times=True,
    links=Reach.ARTICLE,
)
LOSSES = (
    "UIMA knows no gaps: an annotation of several pieces is several spans with one key there.",
    "Yes and no, numbers and lists are told as words.",
)


class Types:
    """The type systems of an export: a feature for each attribute of the label set, and for those met besides."""

    def __init__(self, label_set: LabelSet | None) -> None:
        self._known = tuple(one.key for one in label_set.attributes) if label_set else ()
        self._met: dict[str, None] = dict.fromkeys(self._known)
        self._made: dict[tuple[str, ...], Any] = {}

    def of(self, article: ExchangedArticle) -> Any:
        """The type system that an article needs: what articles before it had is not in it."""
        besides = sorted({key for one in article.annotations for key in one.attributes} - set(self._known))
        self._met |= dict.fromkeys(besides)
        names = (*self._known, *besides)
        if names not in self._made:  # only the last is kept: most articles need the same
            self._made = {names: type_system(names)}
        return self._made[names]

    def whole(self) -> Any:
        """One with the attributes of all articles."""
        return type_system((*self._known, *sorted(self._met.keys() - set(self._known))))


def cas_of(article: ExchangedArticle, types: Any) -> Any:
    """The article as a CAS of cassis; `types` is its type system."""
    from cassis import Cas  # late, as in uima_types

    cas = Cas(typesystem=types)
    cas.sofa_string = article.text
    cas.sofa_mime = "text/plain"
    _add(cas, METADATA, Span(0, len(article.text)), _metadata(article))
    details = {name: getattr(article, name) for name in DETAILS}
    kept = " ".join(f"{start}-{end}" for start, end in article.kept)
    cas.add(cas.typesystem.get_type(ARTICLE)(**_told({"key": article.key, **details, "kept": kept})))
    for kind, stretches in ((SENTENCE, article.sentences), (NOTHING, article.marks)):
        _add_all(cas, kind, stretches)
    spans = {one.key: _add_spans(cas, one) for one in article.annotations}
    for link in article.links:
        to = spans[link.to_key]
        ends = {FROM: spans[link.from_key], TO: to}
        words = _told({"label": link.kind, "key": link.key, "annotator": link.annotator})
        _add(cas, RELATION, Span(to.begin, to.end), {**words, **ends})
    return cas


def _metadata(article: ExchangedArticle) -> dict[str, Any]:
    words = {"documentTitle": article.title, "documentId": article.key, "documentUri": article.url}
    return {**_told(words), "language": article.language or "x-unspecified"}


def _add_spans(cas: Any, one: ExchangedAnnotation) -> Any:
    """Add the pieces of an annotation and give the first of them."""
    words = {"label": one.label, "key": one.key, "note": one.note, "annotator": one.annotator}
    words["created"] = one.created_at.isoformat() if one.created_at else ""
    values = {**_told(words), **{feature_of(key): value for key, value in one.attributes.items()}}
    first, *_ = [_add(cas, SPAN, segment, values) for segment in one.segments]
    return first


def _add_all(cas: Any, kind: str, stretches: Iterable[Span]) -> None:
    for stretch in stretches:
        _add(cas, kind, stretch, {})


def _add(cas: Any, kind: str, place: Span, values: dict[str, Any]) -> Any:
    made = cas.typesystem.get_type(kind)(begin=place.start_char, end=place.end_char, **values)
    cas.add(made)
    return made


def _told(words: dict[str, str]) -> dict[str, str]:
    """The features that say something; a feature that is not there is null in UIMA."""
    return {name: value for name, value in words.items() if value}
