"""Claims as drafts of ClaimReview (schema.org), in JSON-LD: what a fact-check will say of them is left to its writers.

A draft states nothing that nobody has said: it has no address and no date of a review, and a rating only where somebody
has recorded what checking found, in words, never as a number. Whoever publishes it adds the rest.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any, BinaryIO

import orjson

from annotator.core.language import UNKNOWN
from annotator.core.losses import Loss
from annotator.core.records import AnnotationRecord, DocumentRecord, SourceRecord
from annotator.core.schema import LabelSet
from annotator.core.sources import SourceKind
from annotator.formats.base import Passage, WriteOptions
from annotator.formats.sheet_cells import passage_words, segment_words, segments_in, texts_in
from annotator.formats.sheet_desk import Told, source_of
from annotator.formats.sheet_losses import beside_label

_LABEL, _VOICE, _OUTLET, _VERIFICATION = "claim", "voice", "outlet", "verification"
_FOUND = ("verified", "false", "misleading", "inconclusive")
"""What checking can have found; a claim of which it is not done yet has no rating."""
_HEAD, _TAIL = b'{"@context":"https://schema.org","@graph":[\n', b"]}\n"
_TYPES = {
    SourceKind.PERSON: "Person",
    SourceKind.ORGANISATION: "Organization",
    SourceKind.GROUP: "Organization",
}
_ID = "urn:uuid:"


@dataclass(frozen=True, slots=True)
class ClaimReviews:
    """One draft a claim, each on a line of its own; write only. Offsets count code points of the frozen text."""

    id: str = "claimreview"
    title: str = "ClaimReview drafts (JSON-LD)"
    extensions: tuple[str, ...] = (".jsonld",)
    losses: tuple[str, ...] = (
        "Only claims are in it, each as a draft: the address, the date and the rating of a review are left to it.",
        "Who denies a claim is not in it, as schema.org has no word for that.",
        "The texts of articles, and articles without claims, are not in it.",
    )

    def write(self, records: Iterable[DocumentRecord], stream: BinaryIO, options: WriteOptions) -> None:
        """Write one graph of all drafts."""
        stream.write(_HEAD)
        between = b""
        for record in records:
            told = Told.of(record, options)
            for claim in self.fitted(record, options).annotations:
                stream.write(between + orjson.dumps(_draft(told, claim, options)))
                between = b",\n"
        stream.write((b"\n" if between else b"") + _TAIL)

    def passages(self, stream: BinaryIO) -> Iterator[Passage]:
        """Every draft's claim. Raises ValueError when the file does not hold together."""
        if stream.readline() != _HEAD:
            raise ValueError("the file does not begin as a graph of drafts")
        line = stream.readline()
        while line != _TAIL:
            following = stream.readline()
            if not following:
                raise ValueError("the file ends in the middle")
            if line.endswith(b",\n") == (following == _TAIL):
                raise ValueError("the drafts are not apart by commas")
            yield _passage(orjson.loads(line.rstrip(b",\n")))
            line = following

    def fitted(self, record: DocumentRecord, options: WriteOptions) -> DocumentRecord:
        """The document with its claims alone."""
        return replace(record, annotations=tuple(one for one in record.annotations if one.label == _LABEL))

    def lost(self, record: DocumentRecord, options: WriteOptions) -> Iterator[Loss]:
        """Every other label, what is said of claims beyond who says so and what checking found, notes and links."""
        held, sources = frozenset({_VOICE, _VERIFICATION}), {source_of(options.label_set, _LABEL)}
        yield from beside_label(record, _LABEL, held, sources, self.title)
        for one in self.fitted(record, options).annotations:
            for what in _unsaid(one):
                yield Loss(str(record.id), str(one.id), what, f"{self.title} has no place for it.")


def _unsaid(claim: AnnotationRecord) -> Iterator[str]:
    """What is known of a claim beside its attributes and links, and not in its draft."""
    if claim.note:
        yield "note"
    if claim.annotator:
        yield "annotator"
    if claim.attributes.get(_VERIFICATION, _FOUND[0]) not in _FOUND:
        yield f"attribute {_VERIFICATION}"


def _draft(told: Told, claim: AnnotationRecord, options: WriteOptions) -> dict[str, Any]:
    record, words = told.record, passage_words(told.record.text, claim)
    reviewed = {
        "@type": "Claim",
        "text": words,
        "author": _speakers(told, claim, source_of(options.label_set, _LABEL)),
        "datePublished": record.published_at,
        "appearance": _appearance(record),
        "identifier": [_property("segments", segment_words(claim)), _property("text_sha256", record.text_sha256)],
    }
    author = {"@type": "Organization", "name": options.newsroom} if options.newsroom else None
    return _filled(
        {
            "@type": "ClaimReview",
            "@id": f"{_ID}{claim.id}",
            "creativeWorkStatus": "Draft",
            "inLanguage": ""
            if record.language == UNKNOWN
            else record.language,  # where only codes of languages may stand
            "author": author,
            "claimReviewed": words,
            "itemReviewed": _filled(reviewed),
            "reviewRating": _rating(claim, options.label_set),
        }
    )


def _speakers(told: Told, claim: AnnotationRecord, source: str) -> Any:
    """Who claims it: the sources, or the outlet where the claim is the article's own."""
    if claim.attributes.get(_VOICE) == _OUTLET:
        return _filled({"@type": "Organization", "name": told.record.outlet}) if told.record.outlet else None
    speakers = [_speaker(one) for one in told.sources(claim, source)]
    return speakers[0] if len(speakers) == 1 else speakers


def _speaker(source: SourceRecord) -> dict[str, Any]:
    """One who claims it; what kind of source that is, is said only where somebody has said it."""
    kind = _TYPES.get(SourceKind(source.kind))
    return _filled({"@type": kind, "name": source.name})


def _appearance(record: DocumentRecord) -> dict[str, Any]:
    return _filled(
        {
            "@type": "NewsArticle",
            "@id": f"{_ID}{record.id}",
            "headline": record.title,
            "url": record.url,
            "datePublished": record.published_at,
            "publisher": {"@type": "Organization", "name": record.outlet} if record.outlet else None,
        }
    )


def _rating(claim: AnnotationRecord, label_set: LabelSet | None) -> dict[str, Any] | None:
    """What checking has found, in the newsroom's words; None where it has found nothing yet."""
    found = claim.attributes.get(_VERIFICATION)
    if found not in _FOUND:
        return None
    there = label_set.attributes if label_set else ()
    value = next((one.value(found) for one in there if one.key == _VERIFICATION), None)
    return {"@type": "Rating", "alternateName": value.title if value else found}


def _property(name: str, value: str) -> dict[str, str]:
    return {"@type": "PropertyValue", "propertyID": name, "value": value}


def _filled(said: dict[str, Any]) -> dict[str, Any]:
    """Without what is empty: nobody has said it."""
    return {key: value for key, value in said.items() if value}


def _passage(draft: dict[str, Any]) -> Passage:
    reviewed = draft["itemReviewed"]
    segments = segments_in(reviewed["identifier"][0]["value"])
    texts = texts_in(draft["claimReviewed"], segments)
    key = draft["@id"].removeprefix(_ID)
    if texts is None or reviewed["text"] != draft["claimReviewed"]:
        raise ValueError(f"the text of {key} is not as long as its segments")
    article = reviewed["appearance"]["@id"].removeprefix(_ID)
    return Passage(key, article, _LABEL, tuple((start, end) for start, end in segments), texts)
