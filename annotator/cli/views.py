"""Articles and annotations as the command line shows them: plain values for JSON, lines for a terminal."""

from collections.abc import Iterator
from typing import Any

from annotator.cli.output import one_line
from annotator.core.language import PROBABLE_FROM, SURE_FROM, UNKNOWN, language_name
from annotator.core.progress import progress
from annotator.core.records import AnnotationRecord, DocumentRecord, DocumentSummary, SentenceState
from annotator.core.release import Hold, hold_of
from annotator.core.spans import Span, trim
from annotator.operations.documents import states_of


def document_view(record: DocumentRecord) -> dict[str, Any]:
    """An article for JSON; sentences without the white space around them."""
    extents = [trim(record.text, sentence) for sentence in record.sentences]
    return {
        "id": record.id,
        "title": record.title,
        "outlet": record.outlet,
        "byline": record.byline,
        "published": record.published,
        "published_at": record.published_at,
        "url": record.url,
        "status": record.status,
        "embargo_until": record.embargo_until,
        "source_note": record.source_note,
        "format": record.format_id,
        "language": record.language,
        "language_confidence": record.language_confidence,
        "also_in": list(record.also_in),
        "superseded_by": record.superseded_by,
        "text": record.text,
        "text_sha256": record.text_sha256,
        "furniture": [[start, end] for start, end, _ in record.furniture],
        "sentences": [
            {"index": index, "start": start, "end": end, "state": state}
            for index, ((start, end), state) in enumerate(zip(extents, states_of(record), strict=True))
        ],
        "annotations": [annotation_view(annotation, record.text) for annotation in record.annotations],
        "relations": [
            {"id": one.id, "kind": one.kind, "from": one.from_id, "to": one.to_id, "source": one.source_id}
            for one in record.relations
        ],
    }


def annotation_view(annotation: AnnotationRecord, text: str) -> dict[str, Any]:
    """An annotation for JSON; `text` is its document's."""
    return {
        "id": annotation.id,
        "label": annotation.label,
        "segments": [[start, end] for start, end in annotation.segments],
        "text": passage(annotation, text),
        "annotator": annotation.annotator,
        "note": annotation.note,
        "origin": annotation.origin,
        "attributes": dict(annotation.attributes),
    }


def passage(annotation: AnnotationRecord, text: str) -> str:
    """What is labelled; several stretches are joined with a space."""
    return " ".join(text[start:end] for start, end in annotation.segments)


def document_lines(record: DocumentRecord) -> Iterator[str]:
    """An article for a terminal: what it is, its sentences with their state, its annotations."""
    yield one_line(record.title)
    yield _facts(record)
    yield ""
    for index, (sentence, state) in enumerate(zip(record.sentences, states_of(record), strict=True)):
        start, end = trim(record.text, sentence)
        if start < end:
            words = one_line(record.text[start:end])
            yield f"{index:>4}  {start:>6}–{end:<6} {_state_words(record, Span(start, end), state):12}  {words}"
    if record.annotations:
        yield ""
    for annotation in record.annotations:
        yield annotation_line(annotation, record.text)


def annotation_line(annotation: AnnotationRecord, text: str) -> str:
    """An annotation for a terminal."""
    where = " ".join(f"{start}–{end}" for start, end in annotation.segments)
    note = f"  ({one_line(annotation.note)})" if annotation.note else ""
    words = one_line(passage(annotation, text))
    return f"{annotation.id}  {annotation.label:8}  {where}  {one_line(annotation.annotator)}  “{words}”{note}"


def language_words(record: DocumentRecord) -> str:
    """The language of an article and how sure that is, in words."""
    if record.language == UNKNOWN:
        return "unknown"
    name = _named(record.language)
    if record.language_by_hand:
        return f"{name}, chosen by hand"
    if record.also_in:
        return f"mixed: {', '.join(map(_named, (record.language, *record.also_in)))}"
    if record.language_confidence is None:
        return name
    confidence = record.language_confidence
    likely = "perhaps " if confidence < PROBABLE_FROM else "probably " if confidence < SURE_FROM else ""
    return f"{likely}{name}, {confidence:.0%} sure"


def hold_words(article: DocumentRecord | DocumentSummary) -> str:
    """What holds an article back, in words; "" when nothing does."""
    hold = hold_of(article)
    return f"embargo until {article.embargo_until}" if hold is Hold.EMBARGOED else str(hold or "")


def version_words(article: DocumentRecord | DocumentSummary) -> str:
    """That a newer version has replaced an article; "" when none has."""
    return "older version" if article.superseded_by else ""


def _named(language: str) -> str:
    return f"{language_name(language)} ({language})"


def _facts(record: DocumentRecord) -> str:
    counts = progress(states_of(record))
    held = hold_words(record)
    facts = (
        version_words(record),
        held,
        record.outlet,
        record.byline,
        record.published,
        f"language {language_words(record)}",
    )
    read = f"{counts.decided} of {counts.sentences} sentences decided"
    return one_line(" · ".join(fact for fact in (str(record.id), *facts, read) if fact))


def _state_words(record: DocumentRecord, extent: Span, state: SentenceState) -> str:
    """The labels in a sentence where there are any, else its state."""
    if state is not SentenceState.TAGGED:
        return "" if state is SentenceState.UNDECIDED else str(state)
    labels = dict.fromkeys(
        annotation.label
        for annotation in record.annotations
        if any(extent.overlaps(segment) for segment in annotation.segments)
    )
    return ", ".join(labels)
