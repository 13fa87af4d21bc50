"""What is said where no window can open."""

import pytest

from annotator.ui.screen import _advice, what_lacks


@pytest.mark.parametrize("environment", [{"DISPLAY": ":1"}, {"WAYLAND_DISPLAY": "w"}, {"QT_QPA_PLATFORM": "offscreen"}])
def test_any_kind_of_screen_is_enough(environment: dict[str, str]) -> None:
    assert "no screen" not in what_lacks(environment, "linux")


def test_a_missing_library_is_named_with_the_command_that_brings_it() -> None:
    words = _advice("libEGL.so.1: cannot open shared object file: No such file or directory", "linux")
    assert "libEGL.so.1" in words
    assert "apt-get install --no-install-recommends libgl1" in words
    assert "\n" not in words


def test_a_missing_package_is_named() -> None:
    assert "pip install 'PySide6-Essentials" in _advice("No module named 'PySide6'", "linux")
