"""What came of an import, and what of a file was not taken, thing by thing with the reason."""

from collections import Counter
from dataclasses import dataclass, field

_MOST_NAMED = 1000
_LONGEST = 160


@dataclass(frozen=True, slots=True)
class LeftOut:
    """One thing of a file: in which article (its title), what it is, and why it is told."""

    article: str
    what: str
    why: str

    def as_row(self) -> dict[str, str]:
        """The same for JSON."""
        return {"article": self.article, "what": self.what, "why": self.why}


@dataclass(slots=True)
class Losses:
    """Things of a file: `counts` by reason, and the first thousand one by one."""

    counts: Counter[str] = field(default_factory=Counter)
    named: list[LeftOut] = field(default_factory=list)

    def add(self, article: str, what: str, why: str) -> None:
        """One more thing."""
        self.counts[why] += 1
        if len(self.named) < _MOST_NAMED:
            self.named.append(LeftOut(article, shortened(what), why))


@dataclass(slots=True)
class ImportReport:
    """What came in. `people` are the names of those whose annotations they are.

    `known` were there already, `changed` were there and have been changed since. `unsure` were placed where the words
    are others, or stand more than once; each is told with the words here. `losses` were left out. `unread` are parts
    of the file that could not be read: what, and why. `undoable`: one undo takes all of it back.
    `not_there`: names that the file does not have, though it was said what they mean.
    """

    format_id: str = ""
    articles: int = 0
    loaded: int = 0
    annotations: int = 0
    known: int = 0
    changed: int = 0
    links: int = 0
    sources: int = 0
    marks: int = 0
    people: list[str] = field(default_factory=list)
    losses: Losses = field(default_factory=Losses)
    unsure: Losses = field(default_factory=Losses)
    unread: list[tuple[str, str]] = field(default_factory=list)
    cancelled: bool = False
    undoable: bool = False
    not_there: list[str] = field(default_factory=list)

    @property
    def left_out(self) -> dict[str, int]:
        """How many were left out, by the reason."""
        return dict(self.losses.counts)


def shortened(words: str) -> str:
    """Words in one line, and not too many."""
    line = " ".join(words[: 4 * _LONGEST].split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"
