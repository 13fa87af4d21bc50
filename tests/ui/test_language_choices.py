"""Languages are found by either of their names, or by their code."""

import pytest

from annotator.core.languages import known_languages
from annotator.ui.language_choices import LanguageRow, begins, in_order, language_rows, meant

GERMAN, JAPANESE, DANISH = (
    LanguageRow("de", "Deutsch", "German"),
    LanguageRow("ja", "日本語", "Japanese"),
    (LanguageRow("da", "Dansk", "Danish")),
)
ROWS = [DANISH, GERMAN, JAPANESE]


@pytest.mark.parametrize(
    ("typed", "codes"),
    [
        ("ger", ["de"]),
        (" DEUT ", ["de"]),
        ("jap", ["ja"]),
        ("日本", ["ja"]),
        ("d", ["da", "de"]),
        ("de", ["de"]),
        ("", ["da", "de", "ja"]),
        ("utsch", []),
    ],
)
def test_what_is_typed_begins_a_name_or_is_the_code(typed: str, codes: list[str]) -> None:
    assert [row.code for row in meant(ROWS, typed)] == codes


def test_the_language_whose_code_was_typed_comes_first() -> None:
    assert meant(language_rows(), "id")[0].code == "id"
    assert meant(language_rows(), "ga")[0].code == "ga"
    assert len(meant(language_rows(), "ga")) > 1


def test_accents_need_not_be_typed() -> None:
    assert begins("Français French", "franca")
    assert begins("Français French", "frança")
    assert not begins("Français French", "ench")


def test_every_language_is_there_once_in_the_order_of_its_name() -> None:
    codes = [row.code for row in language_rows()]
    assert sorted(codes) == sorted(known_languages())
    assert codes.index("ca") < codes.index("cs") < codes.index("da")
    names = {row.code: (row.name, row.english) for row in language_rows()}
    assert names["de"] == ("Deutsch", "German")
    assert names["en"] == ("English", "")


def test_a_name_from_right_to_left_does_not_turn_its_row_around() -> None:
    words = LanguageRow("ar", "العربية", "Arabic").words
    assert words == "\u2068العربية\u2069 · \u2068Arabic\u2069 · \u2068ar\u2069"
    assert LanguageRow("en", "English", "").words == "\u2068English\u2069 · \u2068en\u2069"


def test_codes_give_their_rows_in_order() -> None:
    assert in_order(ROWS, ["ja", "unknown", "da"]) == [JAPANESE, DANISH]
