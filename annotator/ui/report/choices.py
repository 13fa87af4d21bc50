"""What the report dialog offers and what it hands back: plain records."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from annotator.core.report import Kind
from annotator.core.report_article import ReportOptions


class Scope(StrEnum):
    """Which articles a report is about."""

    OPEN = "open"
    LISTED = "listed"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class Offered:
    """What there is to report on: the open article's title ("" for none), how many articles the library shows and how
    many there are, how many of them are held back, how many sources are protected.
    """

    open_title: str
    listed: int
    all: int
    held: int = 0
    protected: int = 0


@dataclass(frozen=True, slots=True)
class Asked:
    """What a report is to be: which kind, on which articles, with what in it."""

    kind: Kind
    scope: Scope
    options: ReportOptions
    with_held: bool = False


@dataclass(frozen=True, slots=True)
class ReportChoice:
    """A report that is to be written: what, as which format, and where to."""

    asked: Asked
    format_id: str
    target: Path
