"""Every role and every colour has a word."""

from annotator.core.people import COLORS, Role
from annotator.ui.people.people_words import color_words, role_words, roles_guide


def test_all_have_words() -> None:
    assert all(role_words(role) for role in Role)
    assert len({color_words(color) for color in COLORS}) == len(COLORS)


def test_it_is_said_that_roles_protect_nothing() -> None:
    assert "protects nothing" in roles_guide()
