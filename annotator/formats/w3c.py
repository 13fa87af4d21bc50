"""W3C Web Annotations in JSON-LD: one AnnotationPage, an annotation an entry, in the terms of the model's own context.

The model keeps texts outside; an article comes first as an annotation that describes its address (its URL, else its
key) with the text as a TextualBody, and what is known of it stands at its target. Those of its stretches follow, each
with a position (code points) and a quotation to put it right by. An annotation of several pieces has a target for each,
since several selectors of one target would mean the same piece. A link is an annotation of an annotation. Attributes
are bodies that say by schema:propertyID which one; one that is no text is JSON, and its format says so.
"""

import hashlib
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any
from uuid import UUID

import orjson

from annotator.core.exchange import ExchangedAnnotation, ExchangedArticle, ExchangedLink
from annotator.core.losses import Holds
from annotator.core.records import Unread
from annotator.core.spans import Span
from annotator.formats.base import WriteOptions
from annotator.formats.exchange import Exchange
from annotator.formats.json_entries import entries_of, first_of
from annotator.formats.w3c_reading import (
    ATTRIBUTE,
    DETAILS,
    JSON,
    LISTS,
    OF_ARTICLE,
    TEXT_OF,
    articles_of,
    is_annotation,
)

_CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_BEGIN = orjson.dumps({"@context": _CONTEXT, "type": "AnnotationPage", "items": []})[:-2] + b"\n"
_AROUND = 32  # characters before and after a stretch that a quotation has with it
_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:\S+")


class WebAnnotations(Exchange):
    """Articles and their annotations as resources that point at each other."""

    id = "w3c"
    title = "W3C Web Annotation (JSON-LD)"
    extensions = (".jsonld", ".json")
    losses = ("Sentences, and what was read and holds nothing, are not in it.",)
    holds = Holds.everything({*DETAILS, "language", "url"})
    lasting_keys = True

    def write_articles(self, articles: Iterable[ExchangedArticle], path: Path, options: WriteOptions) -> None:
        """Write an annotation a line. The page's own id follows from what is on it, so it stands at the end."""
        digest = hashlib.sha256()
        with path.open("wb") as stream:
            before = _BEGIN
            for article in articles:
                for one in _annotations(article):
                    entry = orjson.dumps(one)
                    digest.update(entry)
                    stream.write(before + entry)
                    before = b",\n"
            stream.write(_BEGIN if before == _BEGIN else b"\n")
            stream.write(b'],"id":"urn:uuid:%s"}\n' % str(UUID(bytes=digest.digest()[:16], version=4)).encode())

    def read_articles(self, path: Path) -> Iterator[ExchangedArticle | Unread]:
        """Read annotation by annotation, those that follow each other with one source as an article."""
        return articles_of(entries_of(path, LISTS), path.stem)

    def recognises_annotations(self, path: Path) -> bool:
        """Its first entry is an annotation with a target."""
        return is_annotation(first_of(path, entries_of(path, LISTS)))


def _annotations(article: ExchangedArticle) -> Iterator[dict[str, Any]]:
    source = article.url if _ADDRESS.fullmatch(article.url) else _iri(article.key)
    yield _article(article, source)
    for one in article.annotations:
        yield _annotation(article, one, source)
    for link in article.links:
        yield _link(link)


def _article(article: ExchangedArticle, source: str) -> dict[str, Any]:
    language = {"language": article.language} if article.language else {}
    details = {name: getattr(article, field) for field, name in DETAILS.items() if getattr(article, field)}
    if article.url and article.url != source:
        details["schema:url"] = article.url
    body = {"type": "TextualBody", "purpose": OF_ARTICLE, "format": "text/plain", **language, "value": article.text}
    return {
        "id": _iri(article.key) + TEXT_OF,
        "type": "Annotation",
        "motivation": OF_ARTICLE,
        "body": body,
        "target": {"id": source, "type": "Text", **details},
    }


def _annotation(article: ExchangedArticle, one: ExchangedAnnotation, source: str) -> dict[str, Any]:
    bodies: list[dict[str, Any]] = [{"type": "TextualBody", "purpose": "tagging", "value": one.label}]
    bodies += [_attribute(key, value) for key, value in one.attributes.items()]
    if one.note:
        bodies.append({"type": "TextualBody", "purpose": "commenting", "value": one.note})
    targets = [{"source": source, "selector": _selectors(article.text, span)} for span in one.segments]
    made = {"created": one.created_at.isoformat().replace("+00:00", "Z")} if one.created_at else {}
    named = {"id": _iri(one.key), "type": "Annotation", "motivation": "tagging"}
    return {**named, **_creator(one.annotator), **made, "body": bodies, "target": _one_or_all(targets)}


def _attribute(key: str, value: Any) -> dict[str, Any]:
    is_text = isinstance(value, str)
    said = {"format": "text/plain" if is_text else JSON, "value": value if is_text else orjson.dumps(value).decode()}
    return {"type": "TextualBody", "purpose": "describing", ATTRIBUTE: key, **said}


def _selectors(text: str, span: Span) -> list[dict[str, Any]]:
    start, end = span
    before, after = text[max(0, start - _AROUND) : start], text[end : end + _AROUND]
    quotation = {"exact": text[start:end], "prefix": before, "suffix": after}
    return [
        {"type": "TextPositionSelector", "start": start, "end": end},
        {"type": "TextQuoteSelector", **quotation},
    ]


def _link(link: ExchangedLink) -> dict[str, Any]:
    there = {"dcterms:isPartOf": _iri(link.to_article) + TEXT_OF} if link.to_article else {}
    kind = {"type": "TextualBody", "purpose": "tagging", "value": link.kind}
    to = {"type": "SpecificResource", "purpose": "linking", "source": _iri(link.to_key), **there}
    named = {"id": _iri(link.key)} if link.key else {}
    said = {"type": "Annotation", "motivation": "linking", **_creator(link.annotator)}
    return {**named, **said, "body": [kind, to], "target": _iri(link.from_key)}


def _creator(name: str) -> dict[str, Any]:
    return {"creator": {"type": "Person", "name": name}} if name else {}


def _one_or_all(found: list[Any]) -> Any:
    return found[0] if len(found) == 1 else found


def _iri(key: str) -> str:
    try:
        return UUID(key).urn if key == str(UUID(key)) else key
    except ValueError:
        return key
