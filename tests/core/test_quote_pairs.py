"""Quotations as an editor means them."""

import pytest

from annotator.core.quote_pairs import is_speech, spoken


def pairs(text: str, language: str = "en") -> list[str]:
    return [" | ".join(text[slice(*each)] for each in one.segments) for one in spoken(text, language)]


def test_only_the_outermost_marks_count() -> None:
    assert pairs("“He said ‘no’ twice,” Lim said. “Why?”") == ["“He said ‘no’ twice,”", "“Why?”"]


def test_marks_with_their_space_on_the_wrong_side_are_paired_by_the_verb_after_them() -> None:
    text = "Toko tutup. ” Kami pulang, ”ujarnya. Jalan sepi.” Besok buka, ”kata Budi."
    assert pairs(text, "id") == ["” Kami pulang, ”", "” Besok buka, ”"]


def test_without_a_verb_nothing_is_repaired() -> None:
    assert pairs("Toko tutup.” Kami pulang, ”besok. Jalan sepi.", "xx") == []


def test_a_turn_that_a_dash_opens_is_one() -> None:
    (one,) = spoken("— Мы закроем дорогу, — сказала мэр.", "ru")
    assert one.dash


@pytest.mark.parametrize(
    ("text", "cued", "near", "expected"),
    [
        ("“Go.”", True, False, True),
        ("“Go.”", False, False, False),
        ("“It is all over now.”", False, False, True),
        ("“grew very slowly”", False, True, True),
        ("“grew very slowly”", True, False, False),
        ("“grew very slowly over many years”", False, False, True),
        ("“The Long Way”", True, True, False),
        ("“Long Way Home.”", True, False, True),
        ("“Long Way Home.”", False, False, False),
        ("“我们将关闭这条路和那条路”", False, False, True),
        ("“公平”", True, False, False),
    ],
)
def test_speech_is_told_from_titles_and_single_words(text: str, cued: bool, near: bool, expected: bool) -> None:
    (one,) = spoken(text, "en")
    assert is_speech(one, cued=cued, near=near) is expected
