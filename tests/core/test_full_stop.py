"""A full stop ends a sentence, or stands after an abbreviation, an initial or a number."""

import pytest

from annotator.core.full_stop import FullStops
from annotator.core.languages import read_language


def ends(text: str, language: str = "en") -> list[bool]:
    """For each full stop before a space: whether it ends the sentence that begins at the text's head or after `|`."""
    start, found = 0, []
    facts = read_language(language).sentences
    clean = text.replace("|", " ")
    stops = FullStops(clean, facts)
    for at, character in enumerate(text):
        if character == "|":
            start = at + 1
        if character == "." and text[at + 1 : at + 2] in (" ", "|"):
            found.append(stops.ends(start, at, at + 2))
    return found


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "He met Dr. Vane. She left", [False, True]),
        ("en", "See No. 5. No. Five", [False, True, True]),
        ("en", "In the U.S. Army of the U.S. The end", [False, True]),
        ("en", "Ask D. A. Vane", [False, False]),
        ("en", "Not you and I. Did he", [True]),
        ("en", "A. The first", [False]),
        ("en", "• 3. The third", [False]),
        ("en", "He bought 3. The third", [True]),
        ("de", "Am 3. Mai. Am 3. Das", [False, True, True]),
        ("de", "Ludwig XIV. Herbst", [False]),
        ("en", "Chapter XIV. Autumn", [True]),
        ("fr", "Il vit J.-P. Le Marec", [False]),
        ("id", "Di RT. 03/RW. 05", [False, False]),
        ("de", "Hauptstr. 5. Pag. 3. Die", [False, False, True, True]),
        ("da", "Den 24. 8. 2020", [False, False]),
        ("da", "1 og 1 er 2. 2 og 2", [True]),
        ("it", "Parla l'on. Verdi", [False]),
        ("nl", "Blz. 4 en McDonald's. Daar", [False, True]),
        ("id", "Naik 8 persen dari APBN-P. Harga", [True]),
        ("hi", "जी.डी.पी. बढ़ी", [False]),
        ("ro", "11.3. Text nou", [False]),
        ("xx", "Mr. Unknown", [False]),
        ("en", " . Spaced", [True]),
        ("de", "Vom 3.-5. Juni und am 3./4. Juni", [False, False]),
        ("de", "Es sind 20 km/h. Dann", [True]),
        ("pl", "Z Vane'm. Lim wygrał", [True]),
        ("pt", "O sr. Lim e a dra. Vane", [False, False]),
        ("de", "Dr. h. c. Lim vom Verein e. V. in Bad Lim", [False] * 5),
        ("de", "Es sind 500 g. Danach zur o. g. Zeit", [True, False, False]),
        ("id", "Caranya: 1. Cuci tangan", [False]),
        ("ru", "См. п. A.2", [False, False]),
        ("fr", "Nous décidons : A. Que la porte, etc. L’eau", [False, True]),
        ("fi", "Paikalla oli mm. Ana Lim", [False]),
        ("ko", "회의는 2020. 5. 3. 열렸다", [False, False, False]),
        ("en", "Lim, Ana. 1995. The gate", [True, True]),
        ("en", "Lim. |1995. The gate", [True, True]),
    ],
)
def test_what_stands_before_and_after_decides(language: str, text: str, expected: list[bool]) -> None:
    assert ends(text, language) == expected


def test_a_word_that_the_article_writes_small_elsewhere_is_no_name() -> None:
    assert ends("It shut at 7 p.m. Residents said") == [False]
    assert ends("It shut at 7 p.m. Residents said. Other residents left") == [True, True]


def test_a_list_of_the_language_takes_a_word_from_the_common_list() -> None:
    common, german = read_language("xx").sentences, read_language("de").sentences
    assert "Art" in common.number_abbreviations
    assert ("Art" in german.number_abbreviations) or ("Art" in german.abbreviations) or not german.abbreviations
