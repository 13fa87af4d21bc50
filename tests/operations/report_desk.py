"""What a report says, as lines, for tests of its kinds."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from annotator.core.report import Facts, Kind, Part, Table, words_of
from annotator.core.report_article import ReportOptions
from annotator.operations.reports import Wanted, open_report
from tests.store.desk import Desk

NOW = datetime(2026, 5, 4, 21, 35, tzinfo=UTC)


def parts(desk: Desk, kind: Kind, ids: Sequence[UUID] | None = None, **more: Any) -> list[Part]:
    """The parts of a report."""
    options = more.pop("options", ReportOptions())
    wanted = Wanted(kind, tuple(ids) if ids is not None else None, options, **more)
    with open_report(desk.workspace, wanted, NOW) as opened:
        return list(opened.report.parts)


def front(desk: Desk, kind: Kind, ids: Sequence[UUID] | None = None, **more: Any) -> list[str]:
    """What stands before the parts."""
    with open_report(desk.workspace, Wanted(kind, tuple(ids) if ids is not None else None, **more), NOW) as opened:
        return [words for block in opened.report.front for words in words_of(block)]


def lines(part: Part) -> list[str]:
    """A part as lines: facts as “name: words”, tables row by row."""
    found: list[str] = []
    for block in part.blocks:
        if isinstance(block, Facts):
            found += [f"{row.name}: {row.words}" for row in block.rows]
        elif isinstance(block, Table):
            found += [block.caption, " | ".join(block.headings), *(" | ".join(row) for row in block.rows)]
        else:
            found.append("".join(words_of(block)))
    return found
