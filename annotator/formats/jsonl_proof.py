"""What a line of our own JSON Lines must say when it is read back: all that is said of an article, as one digest.

Worked out twice, from what the project holds and from the line, and held against each other. Links, people, notes and
values of attributes are in it as well as places and words. What else a line has (rows that restore a project) is
compared byte for byte by whoever writes the file.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import orjson

from annotator.core.attributes import Defaults
from annotator.core.records import AnnotationRecord, DocumentRecord

_DETAILS = ("title", "outlet", "byline", "published", "published_at", "url", "language", "file_name", "text_sha256")


def said_of(attributes: Mapping[str, Any]) -> bytes:
    """The values of an annotation's attributes, as a digest can hold them."""
    return orjson.dumps(attributes)


def proof_of_spans(said: Sequence[Any]) -> int:
    """The digest of what is said of all spans of an article, each thing after the other."""
    return hash(tuple(said))


def proof_of_article(record: DocumentRecord, spans: int) -> int:
    """The digest of what a line must say of an article; `spans` is that of its spans."""
    links = [
        (str(one.id), one.kind, str(one.from_id), _key(one.to_id), _key(one.source_id), one.annotator)
        for one in record.relations
    ]
    names = [(str(one.id), one.name) for one in record.sources]
    details = [getattr(record, name) for name in _DETAILS]
    return hash((str(record.id), spans, tuple(links), tuple(names), *details))


def proof_of_record(record: DocumentRecord, defaults: Defaults | None) -> int:
    """The digest of what a line must say of a document and its annotations, by its frozen text."""
    said = [thing for one in record.annotations for thing in _said(record.text, one, defaults)]
    return proof_of_article(record, proof_of_spans(said))


def proof_of(line: Mapping[str, Any], number: int) -> int:
    """The digest of what a line says that was read back.

    Raises ValueError where a text is not what lies at its offsets.
    """
    text = line["text"]
    said: list[Any] = []
    for span in line["spans"]:
        texts, places = span["texts"], span["segments"]
        if len(places) == 1:
            ((start, end),) = places
            ((first, last),) = span["document_segments"]
            cut = text[start:end]
            good = texts == [cut] and span["text"] == cut
            said += (span["id"], span["label"], first, last, cut)
        else:
            pieces = [text[start:end] for start, end in places]
            good = texts == pieces and span["text"] == " ".join(pieces)
            said += (span["id"], span["label"], *(at for one in span["document_segments"] for at in one), *pieces)
        if not good:
            raise ValueError(f"line {number}: the text of {span['id']} is not what lies at its offsets")
        said += (
            orjson.dumps(span["attributes"]),
            *(span["note"], span["annotator"], span["origin"], span["review_state"], span["reviewer"]),
            *(span["suggested_by"], span["guideline_version"], span["made_from"]),
        )
    links = [
        (one["id"], one["type"], one["from"], one["to"], one["source"], one["annotator"]) for one in line["relations"]
    ]
    names = [(one["id"], one["name"]) for one in line["sources"]]
    details = [line[name] for name in _DETAILS]
    return hash((line["id"], proof_of_spans(said), tuple(links), tuple(names), *details))


def _said(text: str, one: AnnotationRecord, defaults: Defaults | None) -> Iterator[Any]:
    attributes = defaults.complete(one.label, one.attributes) if defaults else one.attributes
    yield from (str(one.id), one.label)
    for segment in one.segments:
        yield from segment
    yield from (text[start:end] for start, end in one.segments)
    yield said_of(dict(attributes))
    yield from (one.note, one.annotator, one.origin, one.review_state, one.reviewer)
    yield from (one.suggested_by, one.guideline_version, _key(one.made_from))


def _key(key: Any) -> str | None:
    return str(key) if key else None
