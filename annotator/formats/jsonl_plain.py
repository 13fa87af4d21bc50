"""The spans of articles about which nothing special is to be said, straight from the rows of a database.

The same as jsonl_lines.py makes of records, byte for byte (a test holds them together), in a third of the time: a
project of a million annotations is written in seconds only where an annotation is no object on its way.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple

from annotator.core.attributes import Defaults
from annotator.core.dataset import ExportText
from annotator.core.identity import moment_of
from annotator.core.spans import Span
from annotator.formats.jsonl_proof import proof_of_spans, said_of

_Said = tuple[str, str]
"""The review state of somebody's annotations, and who said so."""
DRAFT: _Said = ("draft", "")


class PlainSpans(NamedTuple):
    """Spans of a line, and what is known of each besides: the row, and the digest of all that must come back."""

    spans: list[dict[str, Any]]
    rows: list[dict[str, Any]]
    proof: int


@dataclass(frozen=True, slots=True)
class PlainWriter:
    """Makes spans of rows, whose columns come in the order of the table `annotation`.

    `people` are names and keys by what the driver gives as a key; `key_of` makes text of such a key.
    """

    defaults: Defaults | None
    people: Mapping[Any, tuple[str, str]]
    key_of: Callable[[Any], str]
    with_rows: bool

    def spans(self, found: Sequence[Any], text: str, shown: ExportText, said: Mapping[str, _Said]) -> PlainSpans:
        """The spans of one article; `text` is the frozen one, `said` the review state of each annotator's work."""
        spans: list[dict[str, Any]] = []
        rows: list[dict[str, Any]] = []
        proof: list[Any] = []
        is_whole = shown.text is text
        silent: dict[str, tuple[dict[str, Any], bytes]] = {}  # what most say: the defaults of their label
        for row in found:
            raw, _, person, label, start, end, segments, note, origin, made_from, own, version, suggester, _ = row
            key, (annotator, annotator_key) = self.key_of(raw), self.people[person]
            if segments is None:
                segments = [[start, end]]
                texts = [text[start:end]]
                proof += (key, label, start, end, texts[0])
            else:
                texts = [text[first:last] for first, last in segments]
                proof += (key, label, *(at for segment in segments for at in segment), *texts)
            places = segments if is_whole else [list(shown.span(Span(*segment))) for segment in segments]
            made = self.key_of(made_from) if made_from else None
            if own:
                attributes = self._complete(label, own)
                values = said_of(attributes)
            else:
                attributes, values = silent.get(label) or silent.setdefault(label, self._silent(label))
            review = said.get(annotator, DRAFT)
            proof += (values, note, annotator, origin, *review, suggester or "", version, made)
            spans.append(_span(row, key, annotator, attributes, places, segments, texts, review, made))
            if self.with_rows:
                rows.append(_told(row, key, annotator_key, made))
        return PlainSpans(spans, rows, proof_of_spans(proof))

    def _silent(self, label: str) -> tuple[dict[str, Any], bytes]:
        attributes = self._complete(label, {})
        return attributes, said_of(attributes)

    def _complete(self, label: str, own: Mapping[str, Any]) -> dict[str, Any]:
        return self.defaults.complete(label, own) if self.defaults else dict(own)


def _span(
    row: Any,
    key: str,
    annotator: str,
    attributes: dict[str, Any],
    places: list[list[int]],
    segments: list[list[int]],
    texts: list[str],
    review: _Said,
    made: str | None,
) -> dict[str, Any]:
    _, _, _, label, _, _, _, note, origin, _, _, version, suggester, _ = row
    state, reviewer = review
    return {
        "id": key,
        "label": label,
        "attributes": attributes,
        "start": places[0][0],
        "end": places[-1][1],
        "segments": places,
        "text": texts[0] if len(texts) == 1 else " ".join(texts),
        "texts": texts,
        "note": note,
        "annotator": annotator,
        "origin": origin,
        "review_state": state,
        "reviewer": reviewer,
        "suggested_by": suggester or "",
        "guideline_version": version,
        "made_from": made,
        "created_at": _born(key),
        "document_segments": segments,
    }


def _told(row: Any, key: str, annotator_key: str, made: str | None) -> dict[str, Any]:
    """The row itself, as store/plain_rows.py writes it."""
    _, _, _, label, start, end, segments, note, origin, _, own, version, suggester, foreign = row
    told = {"id": key, "annotator_id": annotator_key, "label": label, "start_char": start, "end_char": end}
    if segments is not None:
        told["segments"] = segments
    if note:
        told["note"] = note
    if origin:
        told["origin"] = origin
    if made:
        told["made_from"] = made
    if own is not None:
        told["attributes"] = own
    if version is not None:
        told["guideline_version"] = version
    if suggester is not None:
        told["suggested_by"] = suggester
    if foreign is not None:
        told["foreign_key"] = foreign
    return told


def plain_key(value: Any) -> str:
    """A key as text, whatever the driver gives: 16 bytes, or a UUID."""
    if not isinstance(value, bytes):
        return str(value)
    digits = value.hex()
    return f"{digits[:8]}-{digits[8:12]}-{digits[12:16]}-{digits[16:20]}-{digits[20:]}"


def _born(key: str) -> datetime:
    """As core/identity.born_at, from the key's text."""
    return moment_of(int(key[:8] + key[9:13], 16))
