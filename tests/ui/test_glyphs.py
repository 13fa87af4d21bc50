"""Letters that cannot be drawn are noticed, and the package that draws them is named."""

import pytest
from PySide6.QtGui import QFont

from annotator.ui import fonts, glyphs


@pytest.mark.usefixtures("qapp")
def test_letters_that_are_there_need_no_package() -> None:
    fonts.load_fonts()
    fonts.load_fonts_for("नमस्ते")
    font = QFont()
    font.setFamilies(fonts.families(fonts.READING))
    for text in ("", "12 (3/7)", "Harga beras naik", "Мэр признал", "नमस्ते दुनिया"):
        assert glyphs.package_for(text, font) == ""


@pytest.mark.usefixtures("qapp")
def test_letters_that_nothing_draws_name_a_package() -> None:
    assert glyphs.package_for("\U0001bc00\U0001bc01 word", QFont()) in ("fonts-noto-core", "")
    unassigned_by_every_face = "\U0002fa1d"
    assert glyphs._package(ord(unassigned_by_every_face)) == "fonts-noto-cjk"
    assert glyphs._package(0x0E01) == "fonts-noto-core"


@pytest.mark.usefixtures("qapp")
def test_a_letter_without_a_glyph_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(glyphs, "_is_missing", lambda letter, _font: letter == "市")
    assert glyphs.package_for("市 word", QFont()) == "fonts-noto-cjk"
    assert glyphs.package_for("市 " + "".join(map(chr, range(0x4E00, 0x4E00 + 290))), QFont()) == ""
