"""Reports out of a project: whole or not at all, the same bytes for the same state."""

import errno
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO
from uuid import UUID

import pytest

from annotator.core.report import Report, passages_in
from annotator.core.report_article import ReportOptions
from annotator.errors import Cancelled, ExportFailed, NotFound
from annotator.operations import reports
from annotator.operations.readings import put_reading
from annotator.operations.report_kinds import KINDS
from annotator.operations.reports import WRITERS, ReportWriter, Wanted, open_report, write_report, writer_by_id
from tests.store.desk import ARTICLE, Desk

MADE = datetime(2026, 5, 4, 21, 35, tzinfo=UTC)


@pytest.fixture
def article(desk: Desk) -> UUID:
    made = desk.load()
    desk.tag(made, 0, 20, "denial")
    desk.tag(made, 21, 37, "quote")
    return made


@pytest.mark.parametrize("writer", WRITERS, ids=lambda writer: writer.id)
def test_a_report_is_written_read_back_and_the_same_again(
    desk: Desk, article: UUID, tmp_path: Path, writer: ReportWriter
) -> None:
    target = tmp_path / f"report{writer.extension}"
    done = write_report(desk.workspace, Wanted(), writer, target, made=MADE)
    assert (done.path, done.articles, done.passages, done.held_back) == (target, 1, 2, 0)
    first = target.read_bytes()
    write_report(desk.workspace, Wanted(), writer, target, made=MADE)
    assert target.read_bytes() == first
    assert list(writer.passages(target.open("rb"))) == [ARTICLE[0:20], ARTICLE[21:37]]


def test_the_date_line_says_when(desk: Desk, article: UUID, tmp_path: Path) -> None:
    write_report(desk.workspace, Wanted(), writer_by_id("html"), tmp_path / "a.html", made=MADE)
    assert "As of 2026-05-04 21:35 UTC" in (tmp_path / "a.html").read_text("utf-8")


def test_options_reach_the_page(desk: Desk, article: UUID, tmp_path: Path) -> None:
    wanted = Wanted(options=ReportOptions(with_text=False), document_ids=(article,))
    write_report(desk.workspace, wanted, writer_by_id("html"), tmp_path / "a.html")
    assert "The text</h2>" not in (tmp_path / "a.html").read_text("utf-8")


class _Changing:
    """Writes something, and says that other words came back."""

    id, title, extension = "x", "x", ".x"

    def __init__(self, *passages: str) -> None:
        self._passages = passages

    def write(self, report: Report, stream: BinaryIO) -> Sequence[str]:
        list(report.parts)
        stream.write(b"x")
        return ("It lacks colour.",)

    def passages(self, stream: BinaryIO) -> Iterator[str]:
        yield from self._passages


@pytest.mark.parametrize(
    ("passages", "words"), [(("other",), "came back changed"), ((ARTICLE[:20],), "1 passages lack")]
)
def test_what_does_not_come_back_leaves_no_file(
    desk: Desk, article: UUID, tmp_path: Path, passages: tuple[str, ...], words: str
) -> None:
    with pytest.raises(ExportFailed, match=words):
        write_report(desk.workspace, Wanted(), _Changing(*passages), tmp_path / "a.x")
    assert [path.name for path in tmp_path.iterdir() if path.suffix in (".x", ".part")] == []


def test_what_the_file_lacks_is_told(desk: Desk, article: UUID, tmp_path: Path) -> None:
    whole = _Changing(ARTICLE[:20], ARTICLE[21:37])
    assert write_report(desk.workspace, Wanted(), whole, tmp_path / "a.x").notices == ("It lacks colour.",)


class _Full(_Changing):
    def write(self, report: Report, stream: BinaryIO) -> Sequence[str]:
        raise OSError(errno.ENOSPC, "No space left on device")


def test_a_full_disk_leaves_what_was_there(desk: Desk, article: UUID, tmp_path: Path) -> None:
    (tmp_path / "a.x").write_text("before")
    with pytest.raises(ExportFailed, match="no room left"):
        write_report(desk.workspace, Wanted(), _Full(), tmp_path / "a.x")
    assert (tmp_path / "a.x").read_text() == "before"


def test_it_can_be_stopped_and_tells_how_far_it_is(desk: Desk, article: UUID, tmp_path: Path) -> None:
    seen: list[tuple[int, int]] = []
    html = writer_by_id("html")
    write_report(desk.workspace, Wanted(), html, tmp_path / "a.html", progress=lambda *now: seen.append(now))
    assert seen == [(1, 1)]
    with pytest.raises(Cancelled):
        write_report(desk.workspace, Wanted(), html, tmp_path / "b.html", cancelled=lambda: True)
    assert not (tmp_path / "b.html").exists()


def test_a_project_without_articles_has_a_report_that_says_so(desk: Desk) -> None:
    with open_report(desk.workspace, Wanted(), MADE) as opened:
        assert opened.report.count == 0
        assert "There is no article" in opened.report.front[-1].text  # type: ignore[union-attr]


def test_an_unknown_format_or_language_is_refused_with_those_there_are(desk: Desk) -> None:
    with pytest.raises(NotFound, match="html, docx, odt"):
        writer_by_id("pdf")
    assert writer_by_id("x", {"x": _Changing()}).id == "x"
    with pytest.raises(NotFound, match="there is en"), open_report(desk.workspace, Wanted(language="xx"), MADE):
        pass


def test_every_kind_is_written_for_every_project(desk: Desk, article: UUID, tmp_path: Path) -> None:
    for kind in KINDS:
        write_report(desk.workspace, Wanted(kind), writer_by_id("html"), tmp_path / f"{kind}.html", made=MADE)
        assert reports.WRITERS[0].title


def _saw(desk: Desk) -> list[tuple[UUID, UUID]]:
    return [(row["document_id"], row["annotator_id"]) for row in desk.rows()["reading"] if row["saw_others"]]


def test_who_is_told_of_others_work_is_no_longer_independent(desk: Desk, article: UUID) -> None:
    desk.workspace.viewer = desk.ana
    with open_report(desk.workspace, Wanted(), MADE) as opened:
        list(opened.report.parts)
    assert _saw(desk) == []
    desk.workspace.viewer = desk.ben
    with open_report(desk.workspace, Wanted(), MADE):
        pass
    assert _saw(desk) == []
    for _ in range(2):
        with open_report(desk.workspace, Wanted(), MADE) as opened:
            list(opened.report.parts)
        assert _saw(desk) == [(article, desk.ben)]
    assert desk.problems() == []


def test_a_blind_reader_is_told_nothing_of_the_others(desk: Desk, article: UUID) -> None:
    with desk.workspace.edit("Assign", desk.ana, undoable=False) as session:
        put_reading(session, article, desk.ben).blind = True
    desk.workspace.viewer = desk.ben
    for kind in KINDS:
        with open_report(desk.workspace, Wanted(kind), MADE) as opened:
            assert [passage for part in opened.report.parts for passage in passages_in(part.blocks)] == []
    assert _saw(desk) == []
