"""What a project knows of itself that a dataset's card tells, beside what is counted while it is written."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from annotator.core.guideline import Chapter
from annotator.core.schema import LabelSet
from annotator.core.splits import SHARES


class AgreementCell(NamedTuple):
    """A figure of agreement: None where it is not defined, its interval None where none is known."""

    value: float | None
    low: float | None = None
    high: float | None = None
    is_of_few: bool = False


@dataclass(frozen=True, slots=True)
class AgreementTable:
    """How far annotators agree: under each of `measures` a figure for each label ("" for all together).

    `articles` are those that two or more have read, each without a look at the other's work; `people` how many took
    part. `method` says how it was worked out, a paragraph each.
    """

    articles: int
    people: int
    measures: tuple[str, ...]
    rows: Mapping[str, tuple[AgreementCell, ...]]
    method: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DatasetAbout:
    """Everything is as it may leave: protected names are blacked out.

    `changed_at` is when the project changed last, as ISO 8601. `guideline` are the chapters of `labels` in the card's
    language, `label_set` is the file of both. `agreement` is None where no two have read the same. `reading` says whose
    work it is, `narrowed` what of the project was asked for, in plain sentences. `seed` and `shares` say how articles
    were dealt out. `left_out` says, once all is written, what is not in it.
    """

    title: str
    changed_at: str = ""
    labels: LabelSet | None = None
    guideline: tuple[Chapter, ...] = ()
    label_set: bytes = b""
    agreement: AgreementTable | None = None
    reading: str = ""
    narrowed: tuple[str, ...] = ()
    seed: int = 0
    shares: tuple[int, int, int] = SHARES
    left_out: Callable[[], Sequence[str]] = field(default=tuple, compare=False)
