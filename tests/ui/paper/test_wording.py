"""The words of lines beside their glyphs."""

import zlib

import pytest
from PySide6.QtGui import QTextDocument
from pytestqt.qtbot import QtBot

from annotator.ui.paper.pages import lay_out
from annotator.ui.paper.wording import Line, lines_of, runs_back, with_plain_letters, worded

PAGE = b"\n7 0 obj\n<<\n/Type /Page\n/Parent 1 0 R\n/Contents 8 0 R\n>>\nendobj"
STREAM = b"\n8 0 obj\n<<\n/Length 9 0 R\n/Filter /FlateDecode\n>>\nstream\n%s\nendstream\nendobj\n"
TEXT = b"BT\n/F1 15 Tf 1 0 0 -1 0 0 Tm\n%d -%d Td <0001> Tj\nET\n"
LINE = Line("中文", 0, 20, 100, 40)


def words_on(drawn: bytes, line: Line) -> bytes:
    (made,) = worded(PAGE + STREAM % zlib.compress(drawn), [7], [[line]]).values()
    return zlib.decompress(made.partition(b"stream\n")[2])


def test_all_glyphs_of_a_line_stand_between_its_words_and_its_end() -> None:
    head, one, two, below = TEXT % (0, 30), TEXT % (0, 30), TEXT % (50, 32), TEXT % (0, 60)
    made = words_on(b"".join((head, b"W* n\n", one, b"q\nQ\n", two, below)), LINE)
    begin = b"/Span <</ActualText <feff4e2d6587>>> BDC\n"
    assert made == b"".join((head, b"W* n\n", begin, one, b"q\nQ\n", two, b"EMC\n", below))


def test_pages_without_such_lines_and_lines_that_run_back_stay() -> None:
    content = PAGE + STREAM % zlib.compress(b"W* n\n")
    assert worded(content, [7], [[]]) == {}
    assert worded(content, [7], [[Line("שלום", 0, 20, 100, 40)]]) == {}


@pytest.mark.parametrize(("words", "back"), [("abc", False), ("“é”", False), ("中文", False), ("a ש", True)])
def test_which_words_run_back(words: str, back: bool) -> None:
    assert runs_back(words) is back


def test_lines_are_those_that_latin_letters_do_not_write(qtbot: QtBot) -> None:
    document = QTextDocument()
    document.setPlainText("“Latin” – Ελληνικά Русский\n😀 हिन्दी\nשלום")
    lay_out(document)
    lines = list(lines_of(document))
    assert [line.words for line in lines] == ["😀 हिन्दी", "שלום"]
    assert 0 < lines[0].top < lines[0].bottom <= lines[1].top + 1


def test_signs_that_look_like_letters_become_these_in_place() -> None:
    given = b"begincmap\n<0001> <0002> [<2F70> <2EDD> <FEDF> <0041> ]\nendcmap <2F70>"
    assert with_plain_letters(given) == b"begincmap\n<0001> <0002> [<793A> <98DF> <0644> <0041> ]\nendcmap <2F70>"
