"""What each kind of report is made of: who reads the project for it, and what comes of that."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from uuid import UUID

from sqlalchemy import Connection

from annotator.core.report import Block, Kind, Mark, Part, marks_of
from annotator.core.report_article import ArticleReport, ReportOptions
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
    ) -> None:
        self.workspace, self.connection = workspace, connection
        self.words, self.now, self.options, self.with_held = words, now, options, with_held

    @cached_property
    def articles(self) -> Articles:
        """The articles, without what must not leave."""
        return Articles(self.workspace, self.connection, self.words, with_held=self.with_held)

    @property
    def marks(self) -> tuple[Mark, ...]:
        """How the project's labels look."""
        return marks_of(self.articles.label_set)


def _article_report(reader: Reader, ids: Sequence[UUID] | None) -> Made:
    asked = reader.articles.asked_for(ids)
    kind = ArticleReport(reader.articles.label_set, reader.options, reader.words)
    return Made(
        (kind.part(article) for article in reader.articles.read(asked.ids)),
        len(asked.ids),
        sum(asked.held.values()),
        tuple(asked.notices(reader.words)),
        reader.words.no_articles,
    )


Maker = Callable[[Reader, Sequence[UUID] | None], Made]

KINDS: Mapping[Kind, Maker] = {Kind.ARTICLE: _article_report}
"""Who makes which kind of report."""
