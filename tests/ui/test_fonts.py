"""The bundled faces are there and small, and scripts are loaded when they are needed."""

import pytest
from PySide6.QtGui import QFont, QFontDatabase, QFontInfo, QRawFont

from annotator import resources
from annotator.ui import fonts


@pytest.mark.usefixtures("qapp")
def test_the_faces_load_under_their_names() -> None:
    fonts.load_fonts()
    assert {"Literata", "Inter"} <= set(QFontDatabase.families())
    bold = QFont("Inter")
    bold.setWeight(QFont.Weight.DemiBold)
    assert QFontInfo(bold).weight() == QFont.Weight.DemiBold


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize(
    ("text", "family"), [("نص", "Noto Naskh Arabic"), ("שלום", "Noto Sans Hebrew"), ("हिन्दी", "Noto Sans Devanagari")]
)
def test_a_script_brings_its_face(text: str, family: str) -> None:
    fonts.load_fonts_for(text)
    assert family in QFontDatabase.families()
    raw = QRawFont.fromFont(QFont(family))
    assert all(raw.supportsCharacter(ord(letter)) for letter in text)


@pytest.mark.usefixtures("qapp")
def test_the_reading_face_has_what_news_in_latin_and_cyrillic_needs() -> None:
    fonts.load_fonts()
    raw = QRawFont.fromFont(QFont("Literata"))
    assert all(raw.supportsCharacter(ord(letter)) for letter in "aéßŁčğışơữ“”„«»–—…€ЖщїΑω")


def test_fonts_stay_small_and_carry_their_licence() -> None:
    folder = resources.path("fonts")
    assert sum(file.stat().st_size for file in folder.glob("*.ttf")) < 2_000_000
    assert "SIL OPEN FONT LICENSE" in (folder / "OFL.txt").read_text(encoding="utf-8")
