"""A project made again from our own JSON Lines: every row under its own key, as it was when it was exported.

Into a project without articles comes the whole project, with its name, label set and people. Into another one come the
articles that it does not have yet; what is there already is not taken twice.
"""

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import Connection

from annotator.core.damage import DAMAGE, Damaged, reason_of
from annotator.errors import EditConflict, UnreadableInput
from annotator.formats.jsonl_reader import lines_of
from annotator.formats.jsonl_rows import PROJECT, has_everything
from annotator.operations import restored_project
from annotator.operations.restored_articles import Article, Version, article_of
from annotator.operations.restored_links import WaitingLinks
from annotator.operations.restored_project import Here
from annotator.operations.restored_texts import ReadyText, keep_texts, ready_text
from annotator.store import plain_rows, queries
from annotator.store.plain_rows import OF_ARTICLES, Row, name_of
from annotator.store.recorder import RecordedSession
from annotator.store.tables import Annotation, Document, Mark, Relation, Source
from annotator.store.workspace import Step, Workspace

Progressed = Callable[[int, int], None]
IsCancelled = Callable[[], bool]

_BATCH = 50
"""Lines that are looked at together."""
_WEIGHT = 500
"""Rows that one edit writes at most, unless one article has more: what a key press may have to wait for."""
_LINKS = 400
_SECONDS_FOR_OTHERS = 0.002  # as in loading: whoever waits for a turn would lose it to the next edit else
_TITLE = "Restore articles"


@dataclass(slots=True)
class RestoreReport:
    """What came in. `known` articles were there already; `failed` are lines that could not be taken, and why.

    `versions` are older versions of articles. `links` are those between annotations, `marks` stretches that hold
    nothing, `people` the names of those whose annotations came. `links_left_out` lead to annotations that are nowhere.
    `notices` say in plain sentences what else is not as it was in the file.
    """

    articles: int = 0
    versions: int = 0
    annotations: int = 0
    links: int = 0
    sources: int = 0
    marks: int = 0
    people: list[str] = field(default_factory=list)
    known: int = 0
    links_left_out: int = 0
    is_whole_project: bool = False
    failed: list[tuple[int, str]] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)
    cancelled: bool = False


def is_restorable(path: Path) -> bool:
    """True for a file that holds what a project is made of again. Raises UnreadableInput."""
    return has_everything(path)


def restore(
    workspace: Workspace,
    path: Path,
    progress: Progressed | None = None,
    cancelled: IsCancelled | None = None,
) -> RestoreReport:
    """Take in what a file holds, some articles at a time; what has come in stays when it is stopped.

    Each text is held against its SHA-256, each place against its text. A line that is damaged is left out and told by
    its number. It cannot be undone. Raises UnreadableInput for a file without rows, ProjectError.
    """
    if not has_everything(path):
        raise UnreadableInput(f"“{path}” does not hold all of a project; import it as annotations made elsewhere.")
    return _Restoring(workspace, path, progress, cancelled).run()


class _Restoring:
    """One file on its way in."""

    def __init__(
        self, workspace: Workspace, path: Path, progress: Progressed | None, cancelled: IsCancelled | None
    ) -> None:
        self.report = RestoreReport()
        self._workspace, self._path = workspace, path
        self._progress, self._cancelled = progress, cancelled
        self._step = Step()
        self._here = Here()
        self._waiting = WaitingLinks()
        self._people: set[UUID] = set()

    def run(self) -> RestoreReport:
        """Take in the project, then the articles: a link between two comes with the later one, so that nothing that is
        stopped on the way has lost it.
        """
        total = _number_of_lines(self._path) if self._progress else 0
        for number, batch in self._batches():
            self._take(self._unknown(batch))
            if self._progress:
                self._progress(min(number, total), total)
            if self._cancelled and self._cancelled():
                self.report.cancelled = True
                break
        self._take_links()
        self.report.people = self._names()
        return self.report

    def _names(self) -> list[str]:
        """Whose annotations came, who joined first first."""
        if not self._people:
            return []
        with self._workspace.reading(whole=True) as connection:
            names = queries.annotator_names(connection)
        return [names[key] for key in sorted(self._people) if key in names]

    def _batches(self) -> Iterator[tuple[int, list[Article]]]:
        """The articles of some lines, each checked, and the number of the last of them."""
        batch: list[Article] = []
        lines, weight, number = 0, 0, 0
        for number, line in lines_of(self._path):
            lines += 1
            if article := self._article(number, line):
                batch.append(article)
                weight += article.weight
            if lines >= _BATCH or weight >= _WEIGHT:
                yield number, batch
                batch, lines, weight = [], 0, 0
        if lines:
            yield number, batch

    def _article(self, number: int, line: Mapping[str, Any] | None) -> Article | None:
        """The article of a line; None for one that is damaged, which is told."""
        try:
            if line is None:
                raise Damaged("it is no JSON")
            if line.get(PROJECT) is not None:
                self._take_project(line[PROJECT])
            return article_of(number, line, self._here)
        except DAMAGE as error:
            self._fail(number, reason_of(error))
            return None

    def _take_project(self, said: Mapping[str, Any]) -> None:
        self._here = restored_project.take(self._workspace, said, self._step)
        self.report.is_whole_project = self._here.is_whole_project
        self.report.notices += self._here.notices
        self.report.sources += self._here.sources

    def _unknown(self, articles: Sequence[Article]) -> list[Article]:
        """The articles that are not here, each once."""
        with self._workspace.reading(whole=True) as connection:
            known = plain_rows.there(connection, Document, {one.id for one in articles})
            self._wait(connection, [one for one in articles if one.id in known])
        unknown = []
        for one in articles:
            if one.id in known:
                self.report.known += 1
            else:
                known.add(one.id)
                unknown.append(one)
        return unknown

    def _wait(self, connection: Connection, known: Sequence[Article]) -> None:
        """Let the links wait that lead from articles that are here to what is not: the end of a file cut short."""
        rows = [row for one in known for version in one.versions for row in version.tables[Relation] if row["to_id"]]
        here = plain_rows.there(connection, Annotation, {row["to_id"] for row in rows})
        self._waiting.add(row for row in rows if row["to_id"] not in here)

    def _take(self, articles: Sequence[Article]) -> None:
        """Write articles; where the database refuses some, each by itself, so that the others come in."""
        if not articles:
            return
        texts = {
            one.id: ready_text(one.tables[Document][0], one.text) for article in articles for one in article.versions
        }
        try:
            self._write(articles, texts)
        except EditConflict:
            if len(articles) == 1:
                self._fail(articles[0].line, "a row of it refers to what is not in this project")
                return
            for one in articles:
                self._take([one])

    def _write(self, articles: Sequence[Article], texts: Mapping[UUID, ReadyText]) -> None:
        """Write articles in one edit; the report is only touched when they are on the disk."""
        with self._workspace.edit(_TITLE, None, step=self._step, undoable=False) as session:
            connection = session.connection()
            here = plain_rows.there(connection, Document, {one.id for one in articles})  # since, by another process
            articles = [one for one in articles if one.id not in here]
            clashes = _clashes(connection, articles)
            versions = [version for one in articles if one.line not in clashes for version in reversed(one.versions)]
            keep_texts(connection, {one.id: texts[one.id] for one in versions})
            added = _add_rows(session, versions)
            come = [row["id"] for one in versions for row in one.tables[Annotation]]
            whole = _whole_links(connection, self._waiting.leading_to(come))
            session.add_rows(Relation, whole)
        self.report.known += len(here)
        self._waiting.forget(come)
        self._waiting.add(added.waiting)
        for line, why in clashes.items():
            self._fail(line, why)
        self._count(versions, added, len(articles) - len(clashes))
        self.report.links += len(whole)

    def _count(self, versions: Sequence[Version], added: "_Added", articles: int) -> None:
        """Put into the report what is on the disk now."""
        self.report.articles += articles
        self.report.versions += len(versions) - articles
        self.report.annotations += sum(len(one.tables[Annotation]) for one in versions)
        self.report.marks += sum(len(one.tables[Mark]) for one in versions)
        self.report.links += added.links
        self.report.sources += added.sources
        self._people.update(row["annotator_id"] for one in versions for row in one.tables[Annotation])

    def _take_links(self) -> None:
        for rows in self._waiting.parts(_LINKS):
            with self._workspace.edit(_TITLE, None, step=self._step, undoable=False) as session:
                whole = _whole_links(session.connection(), rows)
                session.add_rows(Relation, whole)
            self.report.links += len(whole)
            self.report.links_left_out += len(rows) - len(whole)
            time.sleep(_SECONDS_FOR_OTHERS)

    def _fail(self, line: int, why: str) -> None:
        self.report.failed.append((line, f"Line {line} cannot be taken: {why}."))


def _whole_links(connection: Connection, rows: Sequence[Row]) -> list[Row]:
    """Those that are not here though both ends are, each once."""
    if not rows:
        return []
    ends = plain_rows.there(connection, Annotation, {row[end] for row in rows for end in ("from_id", "to_id")})
    taken = plain_rows.there(connection, Relation, {row["id"] for row in rows})
    whole = {row["id"]: row for row in rows if {row["from_id"], row["to_id"]} <= ends and row["id"] not in taken}
    return list(whole.values())


def _clashes(connection: Connection, articles: Sequence[Article]) -> dict[int, str]:
    """The lines with a row that is here already, or in a line before, though its article is not, or twice; and why."""
    found: dict[int, str] = {}
    taken = {
        table: plain_rows.there(connection, table, {key for one in articles for key in one.keys(table)})
        for table in OF_ARTICLES
        if table is not Source  # all articles share them
    }
    for one in articles:
        keys = {table: one.keys(table) for table in taken}
        if twice := next((table for table, ids in keys.items() if len(set(ids)) < len(ids)), None):
            found[one.line] = f"two rows of {name_of(twice)} have the same id"
            continue
        if clash := next((table for table, ids in keys.items() if not taken[table].isdisjoint(ids)), None):
            found[one.line] = f"a row of {name_of(clash)} is in this project already"
            continue
        for table, ids in keys.items():
            taken[table].update(ids)
    return found


class _Added(NamedTuple):
    """How many links and sources were added, and the links that wait for their other end."""

    links: int
    sources: int
    waiting: list[Row]


def _add_rows(session: RecordedSession, versions: Sequence[Version]) -> _Added:
    """Add all rows but the links whose other end is to come."""
    connection, waiting, links, sources = session.connection(), list[Row](), 0, 0
    for table in OF_ARTICLES:
        rows = [row for one in versions for row in one.tables[table]]
        if table is Source:
            rows = _new_sources(connection, rows)
            sources = len(rows)
        elif table is Relation:
            there = _ends(connection, rows, versions)
            waiting = [row for row in rows if row["to_id"] is not None and row["to_id"] not in there]
            rows = [row for row in rows if row["to_id"] is None or row["to_id"] in there]
            links = sum(row["to_id"] is not None for row in rows)
        session.add_rows(table, rows)
    return _Added(links, sources, waiting)


def _new_sources(connection: Connection, rows: Sequence[Row]) -> list[Row]:
    found = {row["id"]: row for row in rows}
    here = plain_rows.there(connection, Source, found.keys())
    return [row for key, row in found.items() if key not in here]


def _ends(connection: Connection, links: Sequence[Row], versions: Sequence[Version]) -> set[UUID]:
    """The annotations to which these links lead, as far as they are here by now."""
    here = {row["id"] for one in versions for row in one.tables[Annotation]}
    far = {row["to_id"] for row in links if row["to_id"] is not None} - here
    return here | plain_rows.there(connection, Annotation, far)


def _number_of_lines(path: Path) -> int:
    with path.open("rb") as stream:
        return sum(block.count(b"\n") for block in iter(lambda: stream.read(1 << 20), b""))
