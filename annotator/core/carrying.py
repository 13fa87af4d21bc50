"""What a person has said of an article beside its annotations, carried over to its corrected version.

Marks (“nothing here”), splits, joins and page furniture go over only where the text that they are about is
the same; elsewhere the reading has to be done again.
"""

from collections.abc import Iterable, Sequence

from annotator.core.anchoring import Anchoring
from annotator.core.progress import sentence_at
from annotator.core.records import Furniture
from annotator.core.spans import Span, covered, trim

BY_HAND = "manual"
"""The kind of furniture that a person has marked."""
_AROUND = 8  # characters on each side of a split that must be the same


def carried_mark(anchoring: Anchoring, mark: Span, sentences: Sequence[Span]) -> list[Span]:
    """Where a stretch that was read is in the new text: whole, or those of its sentences that are the same."""
    if same := anchoring.same(mark):
        return [same]
    found: list[Span] = []
    index = max(0, sentence_at(sentences, mark.start_char))
    while index < len(sentences) and sentences[index].start_char < mark.end_char:
        sentence = trim(anchoring.old, sentences[index])
        part = Span(max(mark.start_char, sentence.start_char), min(mark.end_char, sentence.end_char))
        here, whole = anchoring.same(part), anchoring.same(sentence)
        if part.start_char < part.end_char and here and whole:
            found.append(here)
        index += 1
    return found


def carried_break(anchoring: Anchoring, position: int) -> int | None:
    """Where a split or join is in the new text; None when the words beside it are others."""
    around = Span(max(0, position - _AROUND), min(len(anchoring.old), position + _AROUND))
    here = anchoring.same(around) if around.start_char < position < around.end_char else None
    return here.start_char + position - around.start_char if here else None


def carried_furniture(
    anchoring: Anchoring, rules_said: Iterable[Furniture], had: Sequence[Furniture], found: Sequence[Furniture]
) -> list[Furniture]:
    """The furniture of the new text: what is found there, corrected as a person has corrected the old text's.

    `rules_said` is what the rules find in the old text, `had` what the old article had in the end, `found` what
    the rules find in the new one.
    """
    there = covered(Span(piece.start_char, piece.end_char) for piece in had)
    by_hand = [Span(piece.start_char, piece.end_char) for piece in had if piece.kind == BY_HAND]
    not_furniture = [span for piece in rules_said if not any((span := Span(*piece[:2])).overlaps(one) for one in there)]
    added = _same(anchoring, by_hand)
    decided = covered([*added, *_same(anchoring, not_furniture)])
    kept = [piece for piece in found if not any(Span(*piece[:2]).overlaps(one) for one in decided)]
    return sorted([*kept, *(Furniture(*span, BY_HAND) for span in added)])


def _same(anchoring: Anchoring, spans: Iterable[Span]) -> list[Span]:
    return [here for span in spans if (here := anchoring.same(span))]
