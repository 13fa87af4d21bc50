"""Articles that somebody has decided about: for tests of learning."""

from collections.abc import Sequence
from datetime import UTC, datetime
from uuid import UUID

from annotator.core.learned.decisions import Decision, decisions_of
from annotator.core.records import AnnotationRecord, DocumentRecord, Furniture
from annotator.core.segmenter import split_sentences
from annotator.core.spans import Span
from annotator.core.suggestion import Suggestion

LABELS = ("claim", "denial", "quote")
_NAMES = ("Rina", "Tomas", "Aiko", "Bela", "Chidi", "Dara", "Emre")
_PLACES = ("harbour", "market", "school", "bridge", "library")


def article(number: int = 1, text: str = "", language: str = "en", group: int | None = None) -> DocumentRecord:
    """An article without annotations: `text`, or one of which every third sentence blames the ferry."""
    text = text or " ".join(sentence(number, at) for at in range(12))
    return DocumentRecord(
        id=UUID(int=number),
        title="",
        outlet="",
        byline="",
        published="",
        url="",
        language=language,
        language_confidence=None,
        language_by_hand=False,
        text=text,
        text_sha256="",
        original_sha256="",
        encoding="",
        file_name="",
        loaded_at=datetime(2026, 1, 1, tzinfo=UTC),
        furniture=(),
        sentences=[Span(*one) for one in split_sentences(text, language)],
        marks=(),
        annotations=(),
        copy_group=UUID(int=group) if group else None,
    )


def sentence(number: int, at: int) -> str:
    """The sentence at a place of article `number`; those at 0, 3, 6 … say what the tests’ editors tag."""
    name, place = _NAMES[(number + at) % 7], _PLACES[(number * 3 + at) % 5]
    if at % 3 == 0:
        return f"The leaky ferry allegedly sank near the {place}, and {name} blames rust."
    return f"{name} walked to the {place} in the {('morning', 'rain', 'evening')[(number + at) % 3]} and had tea."


def annotation(document: DocumentRecord, label: str, *segments: Span) -> AnnotationRecord:
    at = datetime(2026, 1, 1, tzinfo=UTC)
    return AnnotationRecord(UUID(int=7), document.id, label, segments, "Ana", "", "manual", at)


def furniture(document: DocumentRecord, at: int) -> Furniture:
    return Furniture(*document.sentences[at], "manual")


def decided(
    articles: int, label: str = "claim", *, language: str = "en", first: int = 1, cues: Sequence[Suggestion] = ()
) -> list[Decision]:
    """Decisions on whole articles, in which every sentence that blames the ferry has the label."""
    found = []
    for number in range(first, first + articles):
        plain = article(number, language=language)
        parts = [one for at, one in enumerate(plain.sentences) if at % 3 == 0]
        tagged = tuple(annotation(plain, label, part) for part in parts)
        read = {name: getattr(plain, name) for name in plain.__slots__}
        record = DocumentRecord(**read | {"annotations": tagged, "marks": tuple(plain.sentences)})
        found += decisions_of(record, LABELS, cues)
    return found
