"""A report as a PDF."""

import io
from collections.abc import Iterator

import pypdfium2
import pytest
from pytestqt.qtbot import QtBot

from annotator.core.report import Heading, Part, Report, Style, plain
from annotator.errors import Cancelled
from annotator.ui.paper import printing
from annotator.ui.paper.printing import PaperReport
from tests.formats.reports.sample import PASSAGES, sample


@pytest.fixture(autouse=True)
def application(qtbot: QtBot) -> None:
    """Fonts are Qt's."""


def written(report: Report) -> tuple[bytes, PaperReport]:
    stream, paper = io.BytesIO(), PaperReport()
    paper.write(report, stream)
    return stream.getvalue(), paper


def text_of(content: bytes) -> str:
    with pypdfium2.PdfDocument(content) as document:
        return "\n".join(page.get_textpage().get_text_range() for page in document)


def test_it_opens_with_title_bookmarks_and_words() -> None:
    content, _ = written(sample())
    with pypdfium2.PdfDocument(content) as document:
        assert document.get_metadata_value("Title") == "Quotes & <claims>"
        assert document.get_metadata_value("CreationDate") == "D:20260504213500Z"
        contents = [(entry.level, entry.get_title()) for entry in document.get_toc()]
    assert contents == [(0, "Quotes & <claims>"), (0, "عنوان"), (0, "Two")]
    words = text_of(content)
    assert "will double" in words
    assert "1 / " in words


def test_latin_letters_and_figures_can_be_copied_from_it() -> None:
    told = "2026-11-23 15:34 [3 … 3] (1) 54–93 3x4 office fluffy first"
    lines = (plain(told), plain(told, Style.TEXT, language="en"))
    content, _ = written(Report("Title", "2026-05-04", "en", front=lines, parts=(), count=0))
    assert text_of(content).count(told) == len(lines)


def test_passages_are_those_that_were_set_and_the_file_must_open() -> None:
    content, paper = written(sample())
    assert list(paper.passages(io.BytesIO(content))) == [words for _, words in PASSAGES]
    with pytest.raises(ValueError, match="does not open"):
        list(paper.passages(io.BytesIO(b"%PDF-1.4 broken")))
    other, _ = written(_report(1))
    with pytest.raises(ValueError, match="pages instead of"):
        list(paper.passages(io.BytesIO(other)))


def _report(parts: int, words: str = "words") -> Report:
    made = tuple(Part(f"Part {number}", (Heading(f"Part {number}", 1), plain(words))) for number in range(parts))
    return Report("Title", "2026-05-04", "en", front=(Heading("Title", 1),), parts=made, count=parts)


def test_the_same_report_gives_the_same_bytes() -> None:
    assert written(_report(3))[0] == written(_report(3))[0]


def test_one_part_stands_on_the_page_of_the_front_and_several_on_their_own() -> None:
    assert [written(_report(parts))[1]._pages for parts in (1, 2)] == [1, 3]


def test_very_long_reports_are_drawn_as_they_come(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(printing, "_MOST_WAIT", 2)
    content, paper = written(_report(5))
    assert paper._pages == 6
    assert " / 6" not in text_of(content)


def test_letters_without_a_typeface_are_told() -> None:
    stream = io.BytesIO()
    (notice,) = PaperReport().write(_report(1, "a \U000f0000"), stream)
    assert "\U000f0000" in notice
    assert "Install a typeface" in notice


def test_it_can_be_stopped_while_it_draws() -> None:
    def stop() -> None:
        raise Cancelled("stopped")

    with pytest.raises(Cancelled):
        written(Report("Title", "2026", "en", parts=_parts(), count=2, go_on=stop))


def _parts() -> Iterator[Part]:
    yield Part("One", (plain("words", Style.PASSAGE),))
