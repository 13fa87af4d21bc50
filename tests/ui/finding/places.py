"""Places that were found, made by hand: one for each thing that may stand in the way."""

from dataclasses import replace
from uuid import UUID

from annotator.core.found_places import FoundPlace, places_in
from annotator.core.records import DocumentRecord, Furniture
from annotator.core.spans import Span
from tests.formats.records import annotation, document

TEXT = "One left. Two left. Tri left. For left. Fiv left. Six left."
SENTENCES = [Span(start, min(start + 10, len(TEXT))) for start in range(0, len(TEXT), 10)]


def article() -> DocumentRecord:
    """Six sentences: nothing, Ana's, Ben's, a part of it Ana's, furniture, nothing."""
    return document(
        1, TEXT, SENTENCES,
        annotation(1, 1, "claim", (10, 19)),
        annotation(2, 1, "claim", (20, 29), annotator="Ben"),
        annotation(3, 1, "claim", (34, 38)),
        furniture=(Furniture(40, 50, "read_more"),),
    )  # fmt: skip


def places(*starts: int) -> list[FoundPlace]:
    """The word “left” at these places of the article."""
    return places_in(article(), [Span(start, start + 4) for start in starts], "Ana")


def all_standings() -> list[FoundPlace]:
    """Ready, tagged, by others, overlapping, furniture, repeated, frozen."""
    older = replace(article(), id=UUID(int=7), superseded_by=UUID(int=9))
    return [*places(4, 14, 24, 34, 44, 0), *places_in(older, [Span(54, 58)], "Ana")]
