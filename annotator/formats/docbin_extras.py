"""What spaCy has no place for, kept with each document as its user data: plain words, numbers and lists."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from annotator.core.exchange import ExchangedAnnotation, ExchangedArticle, ExchangedLink
from annotator.core.spans import Span

NAME = "annotator.article"
"""The key in `doc.user_data`."""
DETAILS = (
    "key", "title", "outlet", "byline", "published", "published_at", "url", "language", "file_name", "text_sha256",
    "split",
)  # fmt: skip
STRETCHES = ("sentences", "marks", "kept")
_LINK = ("kind", "from_key", "to_key", "annotator", "key", "to_article")


def extras_of(article: ExchangedArticle) -> dict[str, Any]:
    """What goes into the user data; `spans` of an annotation are its pieces' numbers in doc.spans["sc"]."""
    said: dict[str, Any] = {name: value for name in DETAILS if (value := getattr(article, name))}
    said |= {name: [list(one) for one in value] for name in STRETCHES if (value := getattr(article, name))}
    annotations = []
    number = 0
    for one in article.annotations:
        behind = number + len(one.segments)
        annotations.append({"key": one.key, "spans": list(range(number, behind)), **_more(one)})
        number = behind
    links = [{name: value for name in _LINK if (value := getattr(link, name))} for link in article.links]
    return {**said, "annotations": annotations, "links": links}


def article_from(said: Mapping[str, Any], text: str, spans: Sequence[tuple[str, Span]]) -> ExchangedArticle:
    """The article again; `spans` are labels and places. Raises ValueError, KeyError or TypeError for anything else."""
    details: dict[str, Any] = {name: _words(said[name]) for name in DETAILS if name in said}
    for name in STRETCHES:
        details[name] = tuple(Span(int(start), int(end)) for start, end in said.get(name, ()))
    annotations = []
    for one in said["annotations"]:
        pieces = [spans[number] for number in one["spans"] if number >= 0]
        annotations.append(
            ExchangedAnnotation(
                _words(one["key"]),
                pieces[0][0],
                tuple(place for _, place in pieces),
                dict(one.get("attributes", {})),
                _words(one.get("note", "")),
                _words(one.get("annotator", "")),
                datetime.fromisoformat(one["created_at"]) if "created_at" in one else None,
            )
        )
    if len({one.key for one in annotations}) < len(annotations):
        raise ValueError("two annotations have one key")
    links = tuple(ExchangedLink(**{name: _words(link.get(name, "")) for name in _LINK}) for link in said["links"])
    return ExchangedArticle(text=text, annotations=tuple(annotations), links=links, **details)


def _more(one: ExchangedAnnotation) -> dict[str, Any]:
    more: dict[str, Any] = {"attributes": dict(one.attributes), "note": one.note, "annotator": one.annotator}
    if one.created_at:
        more["created_at"] = one.created_at.isoformat()
    return {name: value for name, value in more.items() if value}


def _words(said: object) -> str:
    if not isinstance(said, str):
        raise TypeError("no text")
    return said
