"""Disputed articles without a database, for the page's parts."""

from dataclasses import replace
from datetime import UTC, datetime
from uuid import UUID

from annotator.core.adjudication import compare
from annotator.core.people import Person
from annotator.core.records import DocumentRecord
from annotator.core.rulings import Dispute, RulingRecord
from annotator.core.spans import Span
from annotator.core.submissions import SubmittedReading
from annotator.operations.disputed_articles import DisputedArticle
from annotator.operations.disputes import ArticleDisputes
from annotator.operations.label_sets import shipped_label_set
from tests.core.submitted import ANA, BEN, CLEO, DOCUMENT, reading, said

LABELS = shipped_label_set("newsroom")
TEXT = "The mayor left. Nobody was hurt. نفى الوزير ذلك.\n"
SENTENCES = (Span(0, 16), Span(16, 33), Span(33, len(TEXT)))
PEOPLE = {
    ANA: Person(ANA, "Ana Bell", "AB", color="blue"),
    BEN: Person(BEN, "Ben", "B", color="rust"),
    CLEO: Person(CLEO, "Cleo", "C", color="green"),
}
READINGS = (
    reading(ANA, said(1, "claim", (0, 15)), said(2, "claim", (16, 32), voice="outlet")),
    reading(BEN, said(11, "claim", (4, 15)), said(12, "claim", (16, 32)), said(13, "denial", (33, 47))),
)


def article(
    *rulings: RulingRecord, readings: tuple[SubmittedReading, ...] = READINGS, text: str = TEXT
) -> DisputedArticle:
    """The article with these rulings on its disputes."""
    comparison = compare(readings, LABELS)
    settled = {ruling.settles: ruling for ruling in rulings}
    disputes = tuple(Dispute(group, settled.get(group.ids)) for group in comparison.disputes)
    return DisputedArticle(record(text), ArticleDisputes(comparison, disputes), PEOPLE, {UUID(int=90): "Rina"})


def record(text: str = TEXT) -> DocumentRecord:
    nothing = {"outlet": "", "byline": "", "published": "", "url": "", "original_sha256": "", "encoding": "utf-8"}
    made = DocumentRecord(
        id=DOCUMENT,
        title="",
        language="en",
        language_confidence=None,
        language_by_hand=True,
        text=text,
        text_sha256="",
        file_name="",
        loaded_at=datetime.now(UTC),
        furniture=(),
        sentences=SENTENCES,
        marks=(),
        annotations=(),
        **nothing,  # type: ignore[arg-type]
    )
    return replace(made, title="News")
