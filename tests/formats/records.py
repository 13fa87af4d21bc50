"""Documents made by hand, with ids and times that stay the same, for writing formats to be tried on."""

from dataclasses import replace
from datetime import UTC, datetime
from hashlib import sha256
from itertools import accumulate
from uuid import UUID

from annotator.core.records import AnnotationRecord, DocumentRecord, Furniture, Status
from annotator.core.spans import Span

LOADED = datetime(2026, 1, 2, 3, 4, 5, 678_000, UTC)


def annotation(
    number: int, document: int, label: str, *segments: tuple[int, int], note: str = "", annotator: str = "Ana"
) -> AnnotationRecord:
    """An annotation whose id ends in `number`."""
    return AnnotationRecord(
        id=UUID(int=0x0190_0000_0000_7000_8000_0000_0000_0000 + number),
        document_id=document_id(document),
        label=label,
        segments=tuple(Span(*segment) for segment in segments),
        annotator=annotator,
        note=note,
        origin="manual",
        created_at=LOADED,
    )


def document_id(number: int) -> UUID:
    """The id of the document of this number."""
    return UUID(int=0x0191_0000_0000_7000_8000_0000_0000_0000 + number)


def document(
    number: int,
    text: str,
    sentences: list[Span],
    *annotations: AnnotationRecord,
    furniture: tuple[Furniture, ...] = (),
    marks: tuple[Span, ...] = (),
    title: str = "Judul",
    file_name: str = "berita.txt",
) -> DocumentRecord:
    """A document of this text; its sentences are given as tiles."""
    return DocumentRecord(
        id=document_id(number),
        title=title,
        outlet="Kantor Berita",
        byline="Ana",
        published="2026-01-01",
        url="https://berita.invalid/1",
        language="id",
        language_confidence=0.9999,
        language_by_hand=False,
        text=text,
        text_sha256=sha256(text.encode()).hexdigest(),
        original_sha256=sha256(text.encode()).hexdigest(),
        encoding="utf-8",
        file_name=file_name,
        loaded_at=LOADED,
        furniture=furniture,
        sentences=sentences,
        marks=marks,
        annotations=annotations,
    )


def minister() -> DocumentRecord:
    """A claim nested in a quote, and a denial after an emoji."""
    text = 'Kata Menteri: "Harga beras turun." 😀 Pedagang membantah.'
    return document(
        1,
        text,
        [Span(0, 37), Span(37, 56)],
        annotation(1, 1, "quote", (14, 34)),
        annotation(2, 1, "claim", (15, 32)),
        annotation(3, 1, "denial", (37, 55), note="cek ulang", annotator="Budi"),
        title="Kata Menteri",
    )


def framed() -> DocumentRecord:
    """Furniture before, within and after the text, a quote in two parts, a mark, a cell to be afraid of."""
    lines = (
        "10 hours ago 4\n",
        "Harga Naik\n",
        "“Kami rugi,” kata Siti, “setiap hari.” (I-3)\n",
        "Pasar sepi.\n\n",
        "Read Entire Article\n",
    )
    text, ends = "".join(lines), list(accumulate(map(len, lines)))
    sentences = [Span(start, end) for start, end in zip([0, *ends], ends, strict=False)]
    record = document(
        2,
        text,
        sentences,
        annotation(4, 2, "quote", place(text, "“Kami rugi,”"), place(text, "“setiap hari.”"), note="=2+3"),
        furniture=(
            Furniture(*place(text, "10 hours ago 4"), "time_stamp"),
            Furniture(*place(text, "(I-3)"), "desk"),
            Furniture(*place(text, "Read Entire Article"), "read_more"),
        ),
        marks=(place(text, "Pasar sepi."),),
        title="-Harga Naik",
    )
    return replace(
        record,
        published_at="2026-01-01T08:00:00+07:00",
        embargo_until="2026-01-02",
        status=Status.WITHHELD,
        source_note="=Dari surel",
        format_id="html",
    )


def place(text: str, words: str) -> Span:
    """Where the words are in the text."""
    return Span(text.index(words), text.index(words) + len(words))


def bare() -> DocumentRecord:
    """A document about which nothing has been said."""
    return document(3, "Kosong.", [Span(0, 7)], title="Kosong")
