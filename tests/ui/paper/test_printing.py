"""A report as a PDF."""

import io
from collections.abc import Iterator

import pypdfium2
import pytest
from pytestqt.qtbot import QtBot

from annotator.core.report import Fact, Facts, Heading, Part, Report, Style, plain
from annotator.errors import Cancelled
from annotator.ui.paper import printing
from annotator.ui.paper.copying import bare
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


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("zh", "政府表示，二〇二六年物价不会上涨。“你好”比一二立食見長門"),
        ("ja", "政府は「物価は上がらない」と述べた。"),
        ("ko", "정부는 물가가 오르지 않을 것이라고 밝혔다."),
        ("hi", "सरकार ने कहा कि कीमतें नहीं बढ़ेंगी, क्योंकि स्थिति ठीक है।"),
        ("th", "รัฐบาลกล่าวว่าราคาจะไม่เพิ่มขึ้น น้ำ"),
        ("he", "הממשלה הודיעה כי המחירים לא יעלו."),
    ],
)
def test_words_of_other_scripts_can_be_copied_from_it(language: str, words: str) -> None:
    stream = io.BytesIO()
    report = Report("Title", "2026", "en", front=(plain(words * 3, Style.PASSAGE, language),), parts=(), count=0)
    if not PaperReport().write(report, stream):  # letters that no typeface here has are told, and are boxes
        assert bare(words * 3) in bare(text_of(stream.getvalue()))


def test_what_cannot_be_copied_is_told() -> None:
    front = (plain("مُحَمَّدٌ قالَ", Style.PASSAGE, "ar"), plain("Said he.", Style.PASSAGE, "en"))
    notices = PaperReport().write(Report("Title", "2026", "en", front=front, parts=(), count=0), io.BytesIO())
    assert any("Arabic" in notice or "boxes" in notice for notice in notices)
    assert not any("others" in notice for notice in notices)


def test_no_page_is_empty_and_no_passage_lacks_where_tables_follow_passages() -> None:
    for rows in (3, 4, 5):
        facts = Facts(tuple(Fact("Name", f"value {row}") for row in range(rows)))
        blocks = [
            block
            for number in range(40)
            for block in (
                Heading(f"{number}. Claim", 3),
                plain(f"Passage {number}. " + "words that go on " * (number % 7 * 9), Style.PASSAGE, "en"),
                facts,
            )
        ]
        content, _ = written(Report("Title", "2026", "en", front=tuple(blocks), parts=(), count=0))
        with pypdfium2.PdfDocument(content) as document:
            texts = [page.get_textpage().get_text_range() for page in document]
        assert min(map(len, texts[:-1])) > 300
        assert all(f"Passage {number}." in "".join(texts) for number in range(40))


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
