"""Words that say who spoke."""

import pytest

from annotator.core.attribution import attribution, is_attributed


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Ms. Lee asked.", True),
        ("en", "she asked.", False),  # a small letter goes on with the sentence anyway
        ("en", "Anwar Hadi Putra said no.", True),
        ("en", "Nobody knew. Lee said no.", False),
        ("en", "The old man said no.", False),
        ("id", "kata Rina.", True),
        ("hi", "उसने पूछा।", True),
        ("ar", "سأل الوزير.", True),
        ("xx", "Lee said.", False),
    ],
)
def test_who_spoke_after_a_quotation(language: str, text: str, expected: bool) -> None:
    assert is_attributed(f"“Who?” {text}", 7, language) is expected


def test_who_spoke_inside_an_open_quotation() -> None:
    english = attribution("en")
    assert english
    assert english.search("“It is shut, said Lim.")
    assert english.search("“It is shut, she said.")
    assert not english.search("“It is shut, she said that day it was")
    assert attribution("xx") is None
