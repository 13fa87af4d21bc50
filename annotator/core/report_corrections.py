"""What a report tells of corrections: what stood there, what stands there now, who changed it, when and why."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from annotator.core.report import Block, Fact, Facts, Heading, Part, Style, Table, plain
from annotator.core.report_article import Article, particulars
from annotator.core.report_words import ENGLISH, ReportWords, printed_moment
from annotator.core.text_diff import PieceKind, differences

_MOST_CHANGES = 60
_AROUND = 40


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage as it was or is: what it is called, its words ("" where it is gone), what is said of it."""

    label: str
    words: str
    facts: tuple[Fact, ...] = ()


@dataclass(frozen=True, slots=True)
class Correction:
    """One thing that was corrected, or a passage that it is `about`. `changes` are stretches: taken out, put in."""

    what: str
    at: datetime
    who: str
    why: str = ""
    facts: tuple[Fact, ...] = ()
    about: tuple[Passage, ...] = ()
    was: tuple[Passage, ...] = ()
    now: tuple[Passage, ...] = ()
    changes: tuple[tuple[str, str], ...] | None = field(default=None)


class CorrectionReport:
    """Makes the parts of a correction report."""

    def __init__(self, words: ReportWords = ENGLISH) -> None:
        self._words = words

    def part(self, article: Article, corrections: Sequence[Correction]) -> Part:
        """One article with what was corrected in it, the oldest first."""
        title = article.title or self._words.untitled
        blocks: list[Block] = [Heading(title, 1, article.record.language), particulars(article, self._words)]
        blocks += [plain(notice, Style.NOTICE) for notice in article.notices]
        for number, one in enumerate(sorted(corrections, key=lambda one: one.at), 1):
            blocks += self._correction(number, one, article.record.language)
        return Part(title, tuple(blocks))

    def _correction(self, number: int, one: Correction, language: str) -> Iterator[Block]:
        words = self._words
        yield Heading(words.passage.format(number=number, label=one.what), 2)
        yield Facts(
            (
                Fact(words.when, printed_moment(one.at)),
                Fact(words.who, one.who or words.unknown),
                Fact(words.why, one.why or words.no_reason),
                *one.facts,
            )
        )
        yield from self._passages(words.about, one.about, language)
        yield from self._passages(words.was, one.was, language)
        yield from self._passages(words.now, one.now, language)
        if one.changes is not None:
            yield from self._changes(one.changes)

    def _passages(self, heading: str, passages: Sequence[Passage], language: str) -> Iterator[Block]:
        for passage in passages:
            yield Heading(f"{heading}: {passage.label}" if passage.label else heading, 3)
            if passage.words:
                yield plain(passage.words, Style.PASSAGE, language)
            else:
                yield plain(self._words.gone, Style.QUIET)
            if passage.facts:
                yield Facts(passage.facts)

    def _changes(self, changes: Sequence[tuple[str, str]]) -> Iterator[Block]:
        words = self._words
        if not changes:
            yield plain(words.text_same)
            return
        yield Table(words.text_changes, (words.taken_out, words.put_in), tuple(changes[:_MOST_CHANGES]))
        if len(changes) > _MOST_CHANGES:
            yield plain(words.more_changes.format(count=len(changes) - _MOST_CHANGES), Style.NOTICE)


def text_changes(old: str, new: str) -> tuple[tuple[str, str], ...]:
    """What was taken out of a text and put in, each with a few words around it."""
    return tuple(
        (_around(old, *piece.old), _around(new, *piece.new))
        for piece in differences(old, new)
        if piece.kind is not PieceKind.EQUAL
    )


def _around(text: str, start: int, end: int) -> str:
    """A stretch in brackets, with what stands beside it on its line."""
    before, after = text[max(0, start - _AROUND) : start], text[end : end + _AROUND]
    before = before.rpartition("\n")[2] if "\n" in before else ("…" if start > _AROUND else "") + before
    after = after.partition("\n")[0] if "\n" in after else after + ("…" if end + _AROUND < len(text) else "")
    return f"{before}[{text[start:end]}]{after}"
