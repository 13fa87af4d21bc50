"""Pairs of quotation marks that look wrong: odd ends, nothing or white space inside."""

from collections import Counter
from collections.abc import Iterable, Iterator

from annotator.core.quotation_marks import GUILLEMETS, RARE, SINGLE
from annotator.core.records import Doubt, DoubtKind, Quotation

_REGULAR = frozenset(
    [
        "“ ”", "„ “", "„ ”", "” “", "« »", "» «", "» »", "‹ ›", "› ‹", '" "', "＂ ＂", "״ ״", "'' ''", "`` ''", ",, ''",
        "「 」", "『 』", "〝 〞", "〝 〟", "﹁ ﹂", "﹃ ﹄",
    ]
)  # fmt: skip


def odd_pairs(text: str, quotations: Iterable[Quotation]) -> Iterator[Doubt]:
    """Pairs whose ends do not fit together, that hold nothing or have space inside.

    What the article does again and again is its style, and no reason to doubt.
    """
    pairs = [one for one in quotations if one.opener not in SINGLE]
    kinds = Counter((one.opener, one.closer) for one in pairs)
    spaced = [one for one in pairs if one.opener not in GUILLEMETS and any(_inner_space(text, one))]
    usual = kinds.most_common(1)[0][0] if kinds else ("", "")
    for one in pairs:
        kind = (one.opener, one.closer)
        first, last = one.segments[0].start_char, one.segments[-1].end_char
        opening = (first, first + len(one.opener))
        closing = (last - len(one.closer), last)
        if not text[opening[1] : closing[0]].strip():
            yield Doubt(first, last, DoubtKind.EMPTY)
        elif _is_odd(kind, kinds):
            yield Doubt(*(opening if kind[1] == usual[1] and kind != usual else closing), DoubtKind.MIXED)
    if len(spaced) < RARE * len(pairs) or len(spaced) == 1:
        for one in spaced:
            yield from _spaces(text, one)


def _is_odd(kind: tuple[str, str], kinds: Counter[tuple[str, str]]) -> bool:
    """True for ends that do not fit together, and for those that the article pairs otherwise."""
    alike = {other: count for other, count in kinds.items() if other[0] == kind[0]}
    rare = kinds[kind] < max(3, RARE * sum(alike.values()))
    if " ".join(kind) in _REGULAR:
        return rare and max(alike.values()) >= 2 * kinds[kind]
    openers = {opener for opener, _ in kinds}
    return rare and not (kind == ("”", "”") and not openers & {"“", "„"})


def _inner_space(text: str, one: Quotation) -> tuple[bool, bool]:
    first, last = one.segments[0].start_char, one.segments[-1].end_char
    return text[first + len(one.opener)].isspace(), text[last - len(one.closer) - 1].isspace()


def _spaces(text: str, one: Quotation) -> Iterator[Doubt]:
    first, last = one.segments[0].start_char, one.segments[-1].end_char
    after_opening, before_closing = _inner_space(text, one)
    if after_opening:
        yield Doubt(first, first + len(one.opener), DoubtKind.SPACED)
    if before_closing:
        yield Doubt(last - len(one.closer), last, DoubtKind.SPACED)
