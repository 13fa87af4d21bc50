"""A screen is one that answers, not one that is only named."""

import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
import screen
import system_libraries

pytestmark = pytest.mark.skipif("sys.platform != 'linux'", reason="elsewhere there is always a screen")


@pytest.fixture
def wayland(tmp_path: Path) -> Iterator[dict[str, str]]:
    """The environment of a Wayland session that listens."""
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(tmp_path / "wayland-7"))
        server.listen()
        yield {"WAYLAND_DISPLAY": "wayland-7", "XDG_RUNTIME_DIR": str(tmp_path)}


@pytest.fixture
def x11() -> Iterator[dict[str, str]]:
    """The environment of an X11 session that listens."""
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("\0/tmp/.X11-unix/X7321")
        server.listen()
        yield {"DISPLAY": ":7321.0"}


def test_no_screen_is_said_in_one_sentence() -> None:
    assert not screen.is_there({})
    assert screen.why_not({}) == "There is no screen here (neither DISPLAY nor WAYLAND_DISPLAY is set)."


@pytest.mark.network
@pytest.mark.parametrize("display", [":7399", "nonsense", "localhost:7399.0", "unix:7399", ":"])
def test_a_screen_that_does_not_answer_is_none(display: str) -> None:
    assert not screen.is_there({"DISPLAY": display})
    assert display in screen.why_not({"DISPLAY": display})


def test_a_screen_that_answers_is_one(wayland: dict[str, str], x11: dict[str, str]) -> None:
    assert screen.is_there(wayland)
    assert screen.is_there(x11)


def test_a_platform_chosen_by_hand_is_taken_at_its_word() -> None:
    assert screen.is_there({"QT_QPA_PLATFORM": "offscreen"})
    assert screen.missing_packages({"QT_QPA_PLATFORM": "offscreen"}) == []


def test_what_a_window_lacks_is_named(x11: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(system_libraries, "_can_load", lambda library: library != "libxcb-cursor.so.0")
    assert screen.missing_packages(x11) == ["libxcb-cursor0"]


def test_one_whole_kind_of_screen_is_enough(
    wayland: dict[str, str], x11: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(system_libraries, "_can_load", lambda library: "wayland" not in library)
    assert screen.missing_packages(wayland) == ["libwayland-cursor0", "libwayland-egl1"]
    assert screen.missing_packages(wayland | x11) == []
