"""Two articles for the sheets of the desk: a claim in a quote, and who denies it here and in another article."""

from dataclasses import replace
from uuid import UUID

from annotator import resources
from annotator.core.records import AnnotationRecord, DocumentRecord, RelationRecord, SourceRecord
from annotator.core.schema_file import read_label_set
from annotator.core.spans import Span
from annotator.formats.base import WriteOptions
from tests.formats.records import annotation, document, document_id, minister, place

NEWSROOM = read_label_set(resources.read_toml("label_sets", "newsroom", "label_set.toml"))
OPTIONS = WriteOptions(label_set=NEWSROOM, newsroom="Meja Fakta")
AS_WORKBOOK = replace(OPTIONS, ending=".xlsx")
MENTERI = SourceRecord(UUID(int=1), "Menteri", kind="person", role="official_political")
SITI = SourceRecord(UUID(int=2), "Siti; Pasar Baru", kind="unknown")
DEWAN = SourceRecord(UUID(int=3), "Dewan Kota", kind="organisation", role="official_nonpolitical")


def argued() -> list[DocumentRecord]:
    """The first article as `minister` has it, with sources, a cue and links; the second denies its claim, too."""
    return [_first(), _second()]


def _first() -> DocumentRecord:
    record = minister()
    quote, claim, denial = record.annotations
    cue = annotation(5, 1, "cue", place(record.text, "Kata"))
    quote = replace(quote, attributes={"quote_type": "direct", "negated_report": True, "medium": "speech"}, note="cek")
    checked = {"claim_kind": "quantity", "verification": "misleading"}
    claim = replace(claim, attributes=checked, review_state="approved", reviewer="C")
    links = (
        _link(1, 1, "attributed_to", quote, source=MENTERI),
        _link(2, 1, "addressed_to", quote, source=DEWAN),
        _link(3, 1, "cued_by", quote, cue),
        _link(4, 1, "attributed_to", claim, source=MENTERI),
        _link(5, 1, "attributed_to", denial, source=SITI),
        _link(6, 1, "denies", denial, claim),
    )
    return replace(record, annotations=(cue, quote, claim, denial), relations=links, sources=(MENTERI, DEWAN, SITI))


def _second() -> DocumentRecord:
    text = "Dewan: itu tidak benar. Beras turun."
    denial = annotation(6, 2, "denial", place(text, "itu tidak benar"))
    claim = replace(annotation(7, 2, "claim", place(text, "Beras turun")), attributes={"voice": "outlet"})
    links = (
        _link(7, 2, "attributed_to", denial, source=DEWAN),
        _link(8, 2, "denies", denial, minister().annotations[1]),
        _link(9, 2, "same_as", claim, minister().annotations[1]),
    )
    record = document(2, text, [Span(0, 24), Span(24, 36)], denial, claim, title="Dewan menjawab")
    return replace(record, relations=links, sources=(DEWAN,), url="", published_at="2026-01-02")


def _link(
    number: int,
    article: int,
    kind: str,
    start: AnnotationRecord,
    end: AnnotationRecord | None = None,
    source: SourceRecord | None = None,
) -> RelationRecord:
    return RelationRecord(
        UUID(int=100 + number),
        document_id(article),
        kind,
        start.id,
        end.id if end else None,
        source.id if source else None,
        "Ana",
    )
