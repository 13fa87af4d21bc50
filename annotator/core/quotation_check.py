"""The check of an article's quotation marks: what a person is shown of it, and in which words."""

from bisect import bisect_right
from collections.abc import Sequence
from typing import Final

from annotator.core.records import DocumentRecord, DoubtKind, Quotations
from annotator.core.spans import Span, covered

# Said at the prompt as they stand, in the window in the person's language.
WORDS: Final[dict[DoubtKind, str]] = {
    DoubtKind.UNCLOSED: "The quotation that begins here is still open where the paragraph ends.",
    DoubtKind.UNOPENED: "A quotation ends here, but none has begun in this paragraph.",
    DoubtKind.TURNED: "This mark points the wrong way, compared with the others in this article.",
    DoubtKind.MIXED: "The ends of this quotation do not fit together as others in this article do.",
    DoubtKind.SPACED: "A space stands between this mark and the words that it belongs to.",
    DoubtKind.EMPTY: "There is nothing between these two marks.",
}


def check_quotations(record: DocumentRecord) -> Quotations:
    """The quotations and suspicious marks of an article; those in page furniture are nobody's concern."""
    from annotator.core.quotations import find_quotations  # the window starts with the words alone

    found = find_quotations(record.text, record.language)
    furniture = covered(Span(start, end) for start, end, _ in record.furniture)
    if not furniture:
        return found
    return Quotations(
        tuple(one for one in found.quotations if not _is_on(furniture, one.segments[0].start_char)),
        tuple(one for one in found.doubts if not _is_on(furniture, one.start_char)),
    )


def has_single_marks(text: str, found: Quotations) -> bool:
    """True where an article quotes with single marks too: these are paired, and never doubted."""
    return "‘" in text or "‚" in text or any(one.opener in ("’", "‛", "'") for one in found.quotations)


def _is_on(stretches: Sequence[Span], position: int) -> bool:
    """True when a position lies on one of some sorted, disjoint stretches."""
    before = bisect_right(stretches, position, key=_start) - 1
    return before >= 0 and position < stretches[before].end_char


def _start(span: Span) -> int:
    return span.start_char
