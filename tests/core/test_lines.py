"""What ends a line here ends one for Python too, but for its information separators."""

from annotator.core.lines import BULLETS, LINE_BREAKS


def test_each_ends_a_line() -> None:
    assert all(len(f"a{character}b".splitlines()) == 2 for character in LINE_BREAKS)


def test_a_bullet_is_neither_letter_nor_space() -> None:
    assert not any(character.isalnum() or character.isspace() for character in BULLETS)
