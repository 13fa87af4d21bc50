"""Typefaces for paper, and letters that none has."""

from pytestqt.qtbot import QtBot

from annotator.ui.paper.faces import Letters, paper_font, plain_families, text_families


def test_letters_of_the_bundled_faces_are_there(qtbot: QtBot) -> None:
    letters = Letters()
    letters.take(["Ana “said” žluť Ελλάδα мэр", "نفى", "השר", "मंत्री ने", "\u200f\u2068x\u2069"])
    assert letters.missing == set()


def test_letters_that_no_typeface_has_are_told(qtbot: QtBot) -> None:
    letters = Letters()
    letters.take(["a \U000f0000 b", "\U000f0001"])
    assert letters.missing == {"\U000f0000", "\U000f0001"}


def test_a_language_chooses_its_han_face(qtbot: QtBot) -> None:
    assert "Noto Serif CJK JP" in text_families("ja")
    assert "Noto Serif CJK SC" in text_families("zh")
    assert paper_font(plain_families(), 9).pointSizeF() == 9
