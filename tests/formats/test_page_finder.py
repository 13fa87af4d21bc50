"""What trafilatura finds, without the half of it that fetches."""

import subprocess
import sys
import time
from types import SimpleNamespace

import pytest

from annotator.formats import page_finder
from annotator.formats.page_finder import found_authors, found_text
from annotator.formats.page_tree import tree_of

WORDS = "The ferry stays in port until the inquiry into its engines has ended, the owner said on Friday. "
PAGE = f"<html><body><nav>Home</nav><article><p>{WORDS * 3}</p><p>{WORDS}</p></article></body></html>"


def test_the_text_of_an_article() -> None:
    assert found_text(tree_of(PAGE)).startswith("The ferry stays in port")
    assert "Home" not in found_text(tree_of(PAGE))


def test_nothing_is_found_in_nothing() -> None:
    assert found_text(tree_of("")) == ""
    assert found_authors(tree_of("")) == ()


def test_the_authors_of_an_article() -> None:
    assert found_authors(tree_of(PAGE.replace("<p>", '<span class="author">Lena Orsolt</span><p>', 1))) == (
        "Lena Orsolt",
    )


@pytest.mark.parametrize("letter", "({")
def test_a_name_of_brackets_takes_no_time(letter: str) -> None:
    page = f"<html><head><meta name=author content='{letter * 300_000}'></head><body><p>Text.</p></body></html>"
    began = time.monotonic()
    found_authors(tree_of(page))
    assert time.monotonic() - began < 2


def test_whatever_it_raises_it_finds_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    def stumble(*_: object, **__: object) -> None:
        raise IndexError

    library = SimpleNamespace(bare_extraction=stumble, extract_metadata=stumble)
    monkeypatch.setattr(page_finder, "_trafilatura", lambda: library)
    assert found_text(tree_of(PAGE)) == ""
    assert found_authors(tree_of(PAGE)) == ()


def test_to_load_it_makes_no_socket() -> None:
    script = """
import sys
from types import SimpleNamespace
tried = []
sys.addaudithook(lambda event, arguments: tried.append(event) if event.startswith("socket.") else None)
from annotator.formats import page_finder
from annotator.formats.page_finder import found_text
from annotator.formats.page_tree import tree_of
found_text(tree_of("<p>x"))
import socket, urllib3.util.connection
sys.exit(bool(tried) or socket.has_ipv6 != urllib3.util.connection.HAS_IPV6)
"""
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0
