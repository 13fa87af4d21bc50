"""Comments in threads, and whom they mention."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from annotator.core.search_terms import is_single
from annotator.core.spans import Span

LONGEST = 10_000
"""The most characters that a comment can have."""
SIGN = "@"
_LONGEST_NAME = 60


@dataclass(frozen=True, slots=True)
class CommentRecord:
    """Something that somebody said about an annotation, a stretch, or (`span` None) the whole article.

    `span` is where the annotation stands now, or where it stood when it is gone. `resolved` is the thread's.
    """

    id: UUID
    document_id: UUID
    annotator_id: UUID
    annotator: str
    words: str
    created_at: datetime
    thread_id: UUID | None = None
    annotation_id: UUID | None = None
    span: Span | None = None
    resolved: bool = False
    mentions: tuple[UUID, ...] = ()


@dataclass(frozen=True, slots=True)
class Thread:
    """A comment and what was answered. Where the first one was taken back, the first answer stands for it."""

    comments: tuple[CommentRecord, ...]

    @property
    def first(self) -> CommentRecord:
        """The comment that the others answer."""
        return self.comments[0]

    @property
    def id(self) -> UUID:
        """What names the thread."""
        return self.first.thread_id or self.first.id

    @property
    def is_open(self) -> bool:
        """True until somebody has said that it is settled."""
        return not self.first.resolved

    def touches(self, extent: Span) -> bool:
        """True when it is about a place in this stretch of the text."""
        span = self.first.span
        if span is None:
            return False
        return span.start_char < extent.end_char and extent.start_char < max(span.end_char, span.start_char + 1)


class Typed(NamedTuple):
    """A name that somebody is typing: from where on, its sign left out, and as far as it goes."""

    start: int
    words: str


def threads(comments: Iterable[CommentRecord]) -> list[Thread]:
    """The comments by thread, each in the order in which they were made; those on the whole article first, then by
    place.
    """
    grouped: dict[UUID, list[CommentRecord]] = {}
    for comment in sorted(comments, key=lambda one: one.id):
        grouped.setdefault(comment.thread_id or comment.id, []).append(comment)
    found = [Thread(tuple(sorted(there, key=lambda one: one.thread_id is not None))) for there in grouped.values()]
    return sorted(found, key=lambda one: (one.first.span or Span(-1, -1), one.id))


def mentioned(words: str, people: Mapping[UUID, str]) -> tuple[UUID, ...]:
    """Whom a comment means: each `@` and the longest name after it, whatever its case, in the order of the words."""
    longest_first = sorted(people.items(), key=lambda one: -len(one[1]))
    found: dict[UUID, None] = {}
    for at in _signs(words):
        for key, name in longest_first:
            if _is_called(words, at + len(SIGN), name):
                found[key] = None
                break
    return tuple(found)


def being_typed(words: str, cursor: int) -> Typed | None:
    """The name that is being typed where the cursor stands, None when none is."""
    before = words[:cursor]
    at = next((at for at in reversed(list(_signs(before)))), None)
    if at is None:
        return None
    typed = before[at + len(SIGN) :]
    return None if "\n" in typed or len(typed) > _LONGEST_NAME else Typed(at + len(SIGN), typed)


def completions(typed: str, names: Sequence[str]) -> list[str]:
    """The names that may be meant by what was typed: those that begin so first, then those with a word that does.

    Nothing when a name was typed whole.
    """
    wanted = typed.casefold()
    if any(name.casefold() == wanted.rstrip() for name in names):
        return []
    starts = [name for name in names if name.casefold().startswith(wanted)]
    inside = [name for name in names if any(word.startswith(wanted) for word in name.casefold().split()[1:])]
    return list(dict.fromkeys(starts + inside))


def _signs(words: str) -> Iterable[int]:
    """Where a name may follow: not in the middle of a word, as in an address for e-mail."""
    return (at for at, sign in enumerate(words) if sign == SIGN and not (at and words[at - 1].isalnum()))


def _is_called(words: str, start: int, name: str) -> bool:
    end = start + len(name)
    if not name or words[start:end].casefold() != name.casefold():
        return False
    after = words[end : end + 1]
    return not after or not (after.isalnum() and name[-1].isalnum()) or is_single(after) or is_single(name[-1])
