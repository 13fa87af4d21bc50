"""What stands before and after a stop says whether a sentence ends there."""

import pytest

from annotator.core.languages import read_language
from annotator.core.stops import STOPS, WIDE_STOPS, Stops, clings


def ends(text: str, language: str = "en") -> bool:
    """Whether the sentence ends at the text's only |, which marks the white space or the place after a stop."""
    gap = text.index("|")
    clean = text.replace("|", "")
    end = gap
    while clean[end].isspace():
        end += 1
    stop = gap - 1
    while stop and clean[stop - 1] in STOPS + WIDE_STOPS + "\"'”’»」』)]":
        stop -= 1
    return Stops(clean, read_language(language)).ends(0, stop, gap, end)


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "He left.| Nobody knew.", True),
        ("en", "He left.| nobody knew", False),
        ("en", "He left!”| Nobody knew.", True),
        ("en", "He left!”| Ms. Lee said.", False),
        ("en", "Why not?| (dpa)", True),
        ("en", "He bought it.| eBay sold it.", True),
        ("en", "We waited ...| I think.", False),
        ("en", "3 June.| - The mayor left.", False),
        ("en", "He left.|Nobody knew.", True),
        ("en", "Ask ana.|Lim@port.example", False),
        ("en", "Kabar.|Com wrote", False),
        ("fr", "Il part.| à midi il revient.", True),
        ("zh", "“没有。”|他说。", False),
        ("zh", "“没有。”|他走了。", True),
        ("ja", "「なぜ?」|と聞いた。", False),
        ("ur", "وہ گیا۔| پھر", True),
        ("ka", "წავიდა.| არავინ", True),
    ],
)
def test_what_stands_around_a_stop_decides(language: str, text: str, expected: bool) -> None:
    assert ends(text, language) is expected


@pytest.mark.parametrize(("character", "expected"), [("\u0301", True), ("\u200d", True), ("a", False), (" ", False)])
def test_what_clings_to_the_character_before_it(character: str, expected: bool) -> None:
    assert clings(character) is expected
