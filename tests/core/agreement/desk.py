"""Articles with readers, written down shortly."""

from uuid import UUID

from annotator.core.agreement.compared import Compared
from annotator.core.identity import new_id
from annotator.core.spans import Span
from annotator.core.submissions import SubmittedAnnotation, SubmittedLink

ANA, BEN, EVA = (UUID(int=number) for number in (1, 2, 3))
NUMBERS = {"claim": 0, "denial": 1, "quote": 2}


def said(label: str, *places: tuple[int, int], **attributes: object) -> SubmittedAnnotation:
    """An annotation on these stretches."""
    return SubmittedAnnotation(new_id(), label, tuple(Span(*place) for place in places), attributes)


def article(
    length: int,
    *readings: list[SubmittedAnnotation],
    sentence: int = 10,
    links: tuple[tuple[SubmittedLink, ...], ...] = (),
    furniture: tuple[tuple[int, int], ...] = (),
) -> Compared:
    """An article of sentences of one length, read by Ana, Ben, Eva."""
    sentences = [Span(start, min(start + sentence, length)) for start in range(0, length, sentence)]
    readers = (ANA, BEN, EVA)[: len(readings)]
    said_by_each, tied = tuple(map(tuple, readings)), links or tuple(() for _ in readings)
    apart = [Span(*piece) for piece in furniture]
    return Compared(new_id(), length, sentences, readers, said_by_each, tied, "id", apart)
