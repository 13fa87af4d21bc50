"""The articles in files of Web Annotations: this program's, those of Recogito, and what Hypothesis exports.

A file that has no text of what it annotates gives articles without text: their annotations have the places and the
words that the file tells, for somebody who has the text. Where it has one, a place that does not fit its words is put
right by them, since tools that run in a browser count UTF-16.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import orjson

from annotator.core.exchange import ExchangedAnnotation, ExchangedArticle, ExchangedLink
from annotator.core.records import Unread
from annotator.core.spans import Span
from annotator.formats.foreign_text import ForeignText, shortened
from annotator.formats.json_entries import Entry
from annotator.formats.w3c_selectors import Place, listed, places_of, source_of

LISTS = ("items", "first", "rows", "annotations")
"""Under these names files have their annotations: pages and collections, and what Hypothesis gives."""
TEXT_OF = "#text"
"""What the id of an annotation that has an article's text ends in."""
OF_ARTICLE = "describing"
ATTRIBUTE = "schema:propertyID"
JSON = "application/json"
DETAILS = {
    "title": "dc:title",
    "outlet": "dc:publisher",
    "byline": "dc:creator",
    "published": "dc:date",
    "published_at": "dcterms:issued",
    "file_name": "dc:source",
    "text_sha256": "schema:sha256",
    "split": "dcterms:isPartOf",
}
"""The fields of an article -> what they are called at the target of the annotation that has its text."""
_URN = "urn:uuid:"
_TAGS = ("tagging", "classifying", "identifying")
_ACCOUNT = "acct:"


def is_annotation(said: Mapping[str, Any]) -> bool:
    """True for an annotation of the model, and for one as Hypothesis keeps it."""
    kinds = [str(one).rpartition(":")[2] for one in listed(said.get("type", said.get("@type")))]
    return "target" in said and ("Annotation" in kinds or "uri" in said)


def articles_of(entries: Iterable[Entry | Unread], name: str) -> Iterator[ExchangedArticle | Unread]:
    """The articles, each with the annotations of it that follow each other; `name` is for one without a source."""
    current: _Article | None = None
    for entry in entries:
        if isinstance(entry, Unread):
            yield entry
            continue
        said = _as_model(entry.fields)
        if not is_annotation(said):
            yield Unread(f"entry {entry.number}", "It is no annotation.")
            continue
        begun = _begun(said, name, current)
        if begun:
            if current:
                yield from current.finished()
            current = begun
        if current and not _has_text(said):
            current.add(said, f"entry {entry.number}")
    if current:
        yield from current.finished()


def _as_model(said: dict[str, Any]) -> dict[str, Any]:
    """An annotation as Hypothesis keeps it, in the words of the model; one of the model as it is."""
    if "type" in said or "uri" not in said:
        return said
    tags = [{"type": "TextualBody", "purpose": "tagging", "value": tag} for tag in listed(said.get("tags"))]
    text = said.get("text")
    note = [{"type": "TextualBody", "purpose": "commenting", "value": text}] if text else []
    account = str(said.get("user") or "").removeprefix(_ACCOUNT)
    targets = [{"source": said["uri"], **one} for one in listed(said.get("target")) if isinstance(one, dict)]
    document = said.get("document")
    titles = listed(document.get("title")) if isinstance(document, dict) else []
    return {
        **{key: said[key] for key in ("id", "created", "references") if key in said},
        "type": "Annotation",
        "motivation": "commenting" if text else "highlighting",
        "creator": account,
        "body": tags + note,
        "target": targets or said["uri"],
        "title": titles[0] if titles else "",
    }


def _begun(said: Mapping[str, Any], name: str, current: "_Article | None") -> "_Article | None":
    """The article that begins with an annotation; None where it is of the current one."""
    target = next(iter(listed(said.get("target"))), None)
    source = source_of(target)
    if _has_text(said):
        return _described(said, target if isinstance(target, dict) else {}, source)
    if _is_link(said) or (current and source == current.source):
        return None if current else _Article(source or name, source)
    title = said.get("title")
    details = {"title": title} if isinstance(title, str) and title else {}
    return _Article(_key(source) or name, source, details=details | _address(source))


def _has_text(said: Mapping[str, Any]) -> bool:
    body = said.get("body")
    text = isinstance(body, dict) and isinstance(body.get("value"), str)
    return text and str(said.get("id", "")).endswith(TEXT_OF) and said.get("motivation") == OF_ARTICLE


def _described(said: Mapping[str, Any], target: Mapping[str, Any], source: str) -> "_Article":
    body = said["body"]
    details = {name: value for name, there in DETAILS.items() if isinstance(value := target.get(there), str)}
    language = body.get("language")
    if isinstance(language, str):
        details["language"] = language
    url = target.get("schema:url")
    details |= {"url": url} if isinstance(url, str) else _address(source)
    return _Article(_key(said["id"]), source, ForeignText(body["value"]), details)


def _address(source: str) -> dict[str, str]:
    return {"url": source} if ":" in source and not source.startswith(_URN) else {}


def _key(iri: Any) -> str:
    return str(iri or "").removesuffix(TEXT_OF).removeprefix(_URN)


def _is_link(said: Mapping[str, Any]) -> bool:
    return "linking" in listed(said.get("motivation")) and bool(listed(said.get("target")))


@dataclass(slots=True)
class _Article:
    """An article whose annotations are being read."""

    key: str
    source: str
    text: ForeignText | None = None
    details: dict[str, Any] = field(default_factory=dict)
    annotations: dict[str, ExchangedAnnotation] = field(default_factory=dict)
    links: list[tuple[str, ExchangedLink]] = field(default_factory=list)
    unread: list[Unread] = field(default_factory=list)

    def finished(self) -> Iterator[ExchangedArticle | Unread]:
        """The article, and what of it was not taken."""
        links = []
        for name, link in self.links:
            if link.from_key in self.annotations and (link.to_article or link.to_key in self.annotations):
                links.append(link)
            else:
                self.unread.append(Unread(name, "It links what is not here."))
        yield from self.unread
        text = self.text.text if self.text else ""
        annotations = tuple(self.annotations.values())
        yield ExchangedArticle(self.key, text, annotations=annotations, links=tuple(links), **self.details)

    def add(self, said: Mapping[str, Any], name: str) -> None:
        """Take an annotation, or name it."""
        if _is_link(said):
            self._add_link(said, name)
            return
        places = [place for target in listed(said.get("target")) for place in places_of(target)]
        if said.get("references"):
            self.unread.append(Unread(name, "It is an answer to another annotation, and is not taken."))
        elif not places:
            self.unread.append(Unread(name, "It is about the whole page, and is not taken."))
        else:
            try:
                segments = tuple(sorted(map(self._span, places)))
            except ValueError as error:
                self.unread.append(Unread(name, str(error)))
                return
            words = tuple(place.words for place in places) if self.text is None else ()
            self._add(said, name, segments, words if all(words) else ())

    def _span(self, place: Place) -> Span:
        if self.text:
            return self.text.place(place.start, place.end, place.words, place.before, place.after)
        if place.start is not None and place.end is not None:
            if not 0 <= place.start < place.end:
                raise ValueError(f"Its place {place.start}–{place.end} is no stretch of a text.")
            return Span(place.start, place.end)
        return Span(0, len(place.words))

    def _add(self, said: Mapping[str, Any], name: str, segments: tuple[Span, ...], words: tuple[str, ...]) -> None:
        bodies = _Bodies.of(said)
        if bodies.unread:
            self.unread.append(Unread(name, f"What it says by “{shortened(bodies.unread)}” is not taken."))
        given = _key(said.get("id")) or name
        for at, label in enumerate(bodies.labels, 1):
            key = given if at == 1 else f"{given} ({at})"
            if key in self.annotations:
                self.unread.append(Unread(name, f"Another annotation has its id {given}."))
                return
            one = ExchangedAnnotation(
                key=key,
                label=label,
                segments=segments,
                attributes=bodies.attributes,
                note="\n".join(bodies.notes),
                annotator=_creator(said.get("creator")),
                created_at=_moment(said.get("created")),
                texts=words,
            )
            self.annotations[key] = one

    def _add_link(self, said: Mapping[str, Any], name: str) -> None:
        bodies = _Bodies.of(said)
        targets = listed(said.get("target"))
        ends = [_key(source_of(one)) for one in targets]
        to_article = ""
        if len(ends) == 1:
            others = [one for one in listed(said.get("body")) if _key(source_of(one))]
            ends += [_key(source_of(one)) for one in others]
            there = others[0].get("dcterms:isPartOf") if others and isinstance(others[0], dict) else ""
            to_article = _key(there) if isinstance(there, str) else ""
        if len(ends) != 2:
            self.unread.append(Unread(name, "It links what is not here."))
            return
        key, by = _key(said.get("id")), _creator(said.get("creator"))
        self.links.append((name, ExchangedLink(bodies.labels[0], ends[0], ends[1], by, key, to_article)))


@dataclass(slots=True)
class _Bodies:
    """What an annotation says, sorted by what it says it for."""

    labels: list[str] = field(default_factory=list)
    attributes: dict[str, Any] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    unread: str = ""

    @classmethod
    def of(cls, said: Mapping[str, Any]) -> "_Bodies":
        """Those of an annotation. One without a tag has its motivation for a label."""
        found = cls()
        for body in [*listed(said.get("body")), *listed(said.get("bodyValue"))]:
            found._add({"value": body} if isinstance(body, str) else body if isinstance(body, dict) else {})
        motives = [str(one).rpartition(":")[2] for one in listed(said.get("motivation"))]
        found.labels = list(dict.fromkeys(found.labels)) or motives[:1] or ["highlighting"]
        return found

    def _add(self, body: Mapping[str, Any]) -> None:
        purposes = listed(body.get("purpose"))
        value = body.get("value")
        if isinstance(name := body.get(ATTRIBUTE), str):
            self.attributes[name] = _value(value, body.get("format"))
        elif any(one in _TAGS for one in purposes):
            label = value if isinstance(value, str) and value else _name_of(body.get("source"))
            self.labels += [label] if label else []
        elif isinstance(value, str) and "linking" not in purposes:
            self.notes.append(value)
        elif "linking" not in purposes:
            self.unread = self.unread or source_of(body) or "a body of another kind"


def _value(value: Any, kind: Any) -> Any:
    if kind == JSON and isinstance(value, str):
        try:
            return orjson.loads(value)
        except ValueError:
            return value
    return value


def _name_of(resource: Any) -> str:
    """What a thing is called that something is tagged with: its name, else the end of its address."""
    if isinstance(resource, dict):
        named = next((resource[key] for key in ("label", "name", "value") if isinstance(resource.get(key), str)), "")
        return named or _name_of(resource.get("id"))
    return str(resource).rstrip("/").rpartition("/")[2].rpartition("#")[2] if isinstance(resource, str) else ""


def _creator(found: Any) -> str:
    one = next(iter(listed(found)), "")
    if isinstance(one, dict):
        one = one.get("name") or one.get("nickname") or one.get("id") or ""
    return str(one).removeprefix(_ACCOUNT)


def _moment(said: Any) -> datetime | None:
    try:
        return datetime.fromisoformat(said) if isinstance(said, str) else None
    except ValueError:
        return None
