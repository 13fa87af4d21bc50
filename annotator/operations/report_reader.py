"""One state of a project as a report reads it, and what a kind of report hands over."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from uuid import UUID

from sqlalchemy import Connection

from annotator.core.report import Block, Mark, Part, marks_of
from annotator.core.report_article import ReportOptions
from annotator.core.report_words import ReportWords
from annotator.operations.report_articles import Articles
from annotator.store.workspace import Workspace


@dataclass(frozen=True)
class Made:
    """What a kind of report consists of. `nothing` is said where there is no part."""

    parts: Iterable[Part]
    count: int
    held_back: int = 0
    front: tuple[Block, ...] = ()
    nothing: str = ""


class Reader:
    """One state of a project, read for a report in some words; what is late or not is so at the moment `now`."""

    def __init__(
        self,
        workspace: Workspace,
        connection: Connection,
        words: ReportWords,
        now: datetime,
        options: ReportOptions,
        *,
        with_held: bool = False,
        cancelled: Callable[[], bool] | None = None,
    ) -> None:
        self.workspace, self.connection, self.cancelled = workspace, connection, cancelled
        self.words, self.now, self.options, self.with_held = words, now, options, with_held

    @cached_property
    def articles(self) -> Articles:
        """The articles, without what must not leave."""
        return Articles(self.workspace, self.connection, self.words, with_held=self.with_held)

    @property
    def marks(self) -> tuple[Mark, ...]:
        """How the project's labels look."""
        return marks_of(self.articles.label_set)


Maker = Callable[[Reader, Sequence[UUID] | None], Made]
"""What makes a kind of report on some articles (None: the newest versions of all)."""
