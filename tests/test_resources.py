"""Data files are found from a checkout, from an installed wheel and from a packed folder."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator import resources


@pytest.fixture(autouse=True)
def looked_for_anew() -> Iterator[None]:
    resources.root.cache_clear()
    yield
    resources.root.cache_clear()


def test_in_a_checkout() -> None:
    assert resources.path("label_sets", "newsroom", "label_set.toml").is_file()
    assert resources.read_toml("label_sets", "newsroom", "label_set.toml")["id"] == "newsroom"


def test_installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = tmp_path / "annotator"
    (package / "resources_installed").mkdir(parents=True)
    monkeypatch.setattr(resources, "__file__", str(package / "resources.py"))
    assert resources.root() == package / "resources_installed"


def test_packed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert resources.path("themes", "dark.toml") == tmp_path / "resources" / "themes" / "dark.toml"


def test_what_is_not_there_is_said() -> None:
    with pytest.raises(FileNotFoundError):
        resources.read_toml("label_sets", "no-such-set", "label_set.toml")
