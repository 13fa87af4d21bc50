"""An article as one flat, typed row: the same columns whether the file is JSON Lines or Parquet.

Every column has one type and is there in every row: "" and [] say that nothing is known. Offsets are code points of the
row's `text`. What can be said about a span depends on the project's labels, so it is no columns but a list of key,
value and kind, which all projects have alike; `speaker` is the same as plain words, for those who need no more.
"""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from annotator.core.damage import Damaged
from annotator.core.exchange import ExchangedAnnotation, ExchangedArticle, ExchangedLink, slices
from annotator.core.losses import Holds, as_words, names_in
from annotator.core.schema import LabelSet
from annotator.core.spans import Span
from annotator.formats.joined_pieces import unused

Type = str | tuple["Type", ...] | dict[str, "Type"]
"""A column's type: "string" or "int32"; a list of one of them as a tuple of one; a struct as a dictionary."""

_PLACE: dict[str, Type] = {"start": "int32", "end": "int32"}
COLUMNS: dict[str, Type] = {
    "id": "string",
    "text": "string",
    "title": "string",
    "outlet": "string",
    "byline": "string",
    "published": "string",
    "published_at": "string",
    "url": "string",
    "lang": "string",
    "file_name": "string",
    "split": "string",
    "text_sha256": "string",
    "kept": (_PLACE,),
    "sentences": (_PLACE,),
    "negatives": (_PLACE,),
    "spans": (
        {
            "id": "string",
            **_PLACE,
            "label": "string",
            "text": "string",
            "segments": (_PLACE,),
            "annotator": "string",
            "speaker": "string",
            "attributes": ({"key": "string", "value": "string", "kind": "string"},),
            "note": "string",
            "created_at": "string",
        },
    ),
    "relations": (
        {
            "head": "int32",
            "tail": "int32",
            "type": "string",
            "id": "string",
            "annotator": "string",
            "to_article": "string",
            "to_id": "string",
        },
    ),
    "annotators": ("string",),
}
MEANING = {
    "id": "the article’s key; of a part of an article, with # and the part behind it",
    "text": "the text that all offsets count in, in code points, the end excluded",
    "published": "when it was published, as it was printed",
    "published_at": "the same as ISO 8601, as exact as is known",
    "lang": "the language, ISO 639",
    "split": "train, dev or test",
    "text_sha256": "SHA-256 of the whole text as it was frozen when it was loaded, in UTF-8",
    "kept": "the stretches of that text of which text consists, where not all of it is here; [] for all",
    "sentences": "where the sentences stand",
    "negatives": "stretches that somebody has read and found nothing to label in",
    "spans": "what is labelled: segments has one stretch or several, start and end are the first and the last place",
    "relations": "head and tail are indices into spans; a tail of -1 leads to the span to_id of the row to_article",
    "annotators": "whose spans are in the row",
}
"""What columns mean that do not speak for themselves."""

HOLDS = Holds.everything(set(ExchangedArticle.__dataclass_fields__) - {"key", "text", "annotations", "links"})
ELSEWHERE = -1
_DETAILS = ("title", "outlet", "byline", "published", "published_at", "url", "file_name", "split", "text_sha256")
_SPAN_FIELDS = frozenset(COLUMNS["spans"][0])  # type: ignore[index]  # it is a list of structs
_YES_NO = {True: "yes", False: "no"}


def speakers_of(label_set: LabelSet | None) -> dict[str, str]:
    """Which attribute names the source of annotations with each label."""
    found = {label.key: label_set.source_of(label.key) for label in label_set.labels} if label_set else {}
    return {label: attribute.key for label, attribute in found.items() if attribute}


def row_of(article: ExchangedArticle, speakers: Mapping[str, str] | None = None) -> dict[str, Any]:
    """The article's row; `speakers` says which attribute names the speaker, by label."""
    index = {one.key: at for at, one in enumerate(article.annotations)}
    return {
        "id": article.key,
        "text": article.text,
        "title": article.title,
        "outlet": article.outlet,
        "byline": article.byline,
        "published": article.published,
        "published_at": article.published_at,
        "url": article.url,
        "lang": article.language,
        "file_name": article.file_name,
        "split": article.split,
        "text_sha256": article.text_sha256,
        "kept": _places(article.kept),
        "sentences": _places(article.sentences),
        "negatives": _places(article.marks),
        "spans": [_span(article, one, speakers or {}) for one in article.annotations],
        "relations": [_relation(link, index) for link in article.links],
        "annotators": sorted({one.annotator for one in article.annotations if one.annotator}),
    }


def article_of(row: Any, number: int) -> ExchangedArticle:
    """The article of a row, one of another tool's with fewer columns, too. Raises DAMAGE."""
    if not isinstance(row, Mapping):
        raise Damaged("it is no row with columns")
    text = _words(row, "text")
    if not text and "text_sha256" not in row:
        raise Damaged("it has no text")
    if "spans" not in row:  # of what says in another column what is labelled, the labels would be lost
        raise Damaged("spans is missing")
    used = set[str]()
    annotations = tuple(_annotation(text, one, at, used) for at, one in enumerate(_list(row, "spans")))
    return ExchangedArticle(
        key=str(row.get("id", number)),
        text=text,
        language=_words(row, "lang") or _words(row, "language"),
        sentences=_spans(_list(row, "sentences")),
        marks=_spans(_list(row, "negatives")),
        annotations=annotations,
        links=tuple(_link(one, annotations) for one in _list(row, "relations")),
        kept=_spans(_list(row, "kept")),
        **{name: _words(row, name) for name in _DETAILS},
    )


def _places(spans: Iterable[Span]) -> list[dict[str, int]]:
    return [{"start": start, "end": end} for start, end in spans]


def _span(article: ExchangedArticle, one: ExchangedAnnotation, speakers: Mapping[str, str]) -> dict[str, Any]:
    extent = one.extent
    return {
        "id": one.key,
        "start": extent.start_char,
        "end": extent.end_char,
        "label": one.label,
        "text": " ".join(slices(article, one)) if article.text else "",
        "segments": _places(one.segments),
        "annotator": one.annotator,
        "speaker": _speaker(one, speakers),
        "attributes": [_attribute(key, value) for key, value in sorted(one.attributes.items())],
        "note": one.note,
        "created_at": one.created_at.astimezone(UTC).isoformat() if one.created_at else "",
    }


def _speaker(one: ExchangedAnnotation, speakers: Mapping[str, str]) -> str:
    """Whom the label set names as the source; where it names nobody, the first names there are."""
    if one.label in speakers:
        return as_words(one.attributes.get(speakers[one.label], ""))
    return next((as_words(value) for _, value in sorted(one.attributes.items()) if _are_names(value)), "")


def _are_names(value: Any) -> bool:
    return isinstance(value, list | tuple) and all(isinstance(one, str) for one in value)


def _attribute(key: str, value: Any) -> dict[str, str]:
    if isinstance(value, str):
        return {"key": key, "value": value, "kind": "text"}
    if isinstance(value, bool):
        return {"key": key, "value": _YES_NO[value], "kind": "yes_no"}
    if isinstance(value, int | float):
        return {"key": key, "value": json.dumps(value), "kind": "number"}
    if _are_names(value) and names_in(as_words(value)) == list(value):
        return {"key": key, "value": as_words(value), "kind": "names"}
    return {"key": key, "value": json.dumps(value, ensure_ascii=False, sort_keys=True), "kind": "json"}


def _relation(link: ExchangedLink, index: Mapping[str, int]) -> dict[str, Any]:
    return {
        "head": index[link.from_key],
        "tail": ELSEWHERE if link.to_article else index[link.to_key],
        "type": link.kind,
        "id": link.key,
        "annotator": link.annotator,
        "to_article": link.to_article,
        "to_id": link.to_key,
    }


def _words(row: Mapping[str, Any], name: str) -> str:
    found = row.get(name)
    if found is None:
        return ""
    if isinstance(found, datetime):
        return found.isoformat()
    if not isinstance(found, str):
        raise Damaged(f"its {name} is no text")
    return found


def _list(row: Mapping[str, Any], name: str) -> Sequence[Any]:
    found = row.get(name)
    if found is None:
        return ()
    if not isinstance(found, list):
        raise Damaged(f"its {name} is no list")
    return found


def _spans(places: Iterable[Any]) -> tuple[Span, ...]:
    return tuple(_place(one) for one in places)


def _place(one: Any) -> Span:
    start, end = (one["start"], one["end"]) if isinstance(one, Mapping) else one
    if type(start) is not int or type(end) is not int:
        raise Damaged("a place in it is no number")
    return Span(start, end)


def _annotation(text: str, one: Any, number: int, used: set[str]) -> ExchangedAnnotation:
    """An annotation; its key is none of those that are `used`."""
    segments = _spans(_list(one, "segments")) or (_place(one),)
    return ExchangedAnnotation(
        key=unused(_words(one, "id") or str(number), used),
        label=str(one["label"]),
        segments=segments,
        attributes=_attributes(one),
        note=_words(one, "note"),
        annotator=_words(one, "annotator"),
        created_at=_moment(one.get("created_at")),
        texts=_texts(text, segments, _words(one, "text")),
    )


def _texts(text: str, segments: Sequence[Span], words: str) -> tuple[str, ...]:
    """What the row says stands there: of each segment, where the row has them together and they are right."""
    if not (words and text):
        return ()
    there = tuple(text[start:end] for start, end in segments)
    return there if " ".join(there) == words else (words,)


def _attributes(one: Mapping[str, Any]) -> dict[str, Any]:
    if "attributes" not in one:  # another tool's: what it says of a span stands beside its label
        return {key: value for key, value in one.items() if key not in _SPAN_FIELDS - {"speaker"} and value}
    return {said["key"]: _READ_VALUE[said["kind"]](said["value"]) for said in _list(one, "attributes")}


def _moment(said: Any) -> datetime | None:
    if not said:
        return None
    moment = said if isinstance(said, datetime) else datetime.fromisoformat(said)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _link(one: Any, annotations: Sequence[ExchangedAnnotation]) -> ExchangedLink:
    head, tail = one["head"], one["tail"]
    if not 0 <= head < len(annotations) or not ELSEWHERE <= tail < len(annotations):
        raise Damaged("a relation in it leads to no span")
    return ExchangedLink(
        kind=str(one["type"]),
        from_key=annotations[head].key,
        to_key=_words(one, "to_id") if tail == ELSEWHERE else annotations[tail].key,
        annotator=_words(one, "annotator"),
        key=_words(one, "id"),
        to_article=_words(one, "to_article"),
    )


_READ_VALUE: Mapping[str, Callable[[str], Any]] = {
    "text": str,
    "yes_no": lambda words: words == "yes",
    "number": json.loads,
    "names": names_in,
    "json": json.loads,
}
