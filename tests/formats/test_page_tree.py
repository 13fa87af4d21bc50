"""HTML as a tree: under limits, whatever it is."""

import time
from dataclasses import replace

import pytest

from annotator.errors import UnreadableInput
from annotator.formats.limits import LIMITS
from annotator.formats.page_tree import tree_of


def test_a_page_and_a_piece_of_one() -> None:
    assert [element.tag for element in tree_of("<title>x</title><p>y").iter()] == ["html", "head", "title", "body", "p"]
    assert tree_of("<!-- a --><p>b<!-- c -->d").findtext(".//p") == "bd"


@pytest.mark.parametrize("nothing", ["", b"", " \n", "<!-- x -->", "</p>", "<?x?>", "\ufeff"])
def test_nothing_is_an_empty_page(nothing: str | bytes) -> None:
    assert "".join(tree_of(nothing).itertext()).strip() == ""


def test_what_a_file_says_of_its_encoding_does_not_confuse_decoded_text() -> None:
    assert tree_of("<?xml version='1.0' encoding='utf-16'?><html><p>ü").findtext(".//p") == "ü"
    assert tree_of(b"<p>\xfc", encoding="cp1252").findtext(".//p") == "ü"


def test_every_depth_up_to_the_limit_is_read_whole() -> None:
    deep = "<div>" * (LIMITS.nesting - 2) + "x"
    assert "".join(tree_of(deep).itertext()) == "x"
    with pytest.raises(UnreadableInput, match="500 deep"):
        tree_of("<div>" + deep)


def test_a_page_over_the_limit_is_refused() -> None:
    assert tree_of("x" * 100, replace(LIMITS, page_bytes=100)) is not None
    with pytest.raises(UnreadableInput, match=r"has 0\.0 MB; the limit for one page is 0\.0 MB"):
        tree_of("x" * 101, replace(LIMITS, page_bytes=100))


def test_very_many_attributes_are_refused_at_once() -> None:
    started = time.process_time()
    with pytest.raises(UnreadableInput, match="more than 1,000 attributes"):
        tree_of("<p " + " ".join(f"a{number}=b" for number in range(100_000)) + ">x")
    assert time.process_time() - started < 1


def test_control_characters_are_left_out_however_they_are_written() -> None:
    page = "<p>a\x01\x0c&#11;&#x1F;&#0031;&#xFFFF;\ufffeb&#0;c\0d&#x11a;&#7f;"
    text = tree_of(page).findtext(".//p")
    assert text == "a b\ufffdc\ufffdd\u011af;"
    tree_of(page).find(".//p").text = text  # raises ValueError for what no tree may hold
    tree_of("<p>x<script>y\x17</script>z\x11<b>").find(".//script").drop_tree()


def test_nothing_outside_is_read() -> None:
    page = "<!DOCTYPE html SYSTEM 'file:///etc/passwd' [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><p>a&x;b"
    assert "root:" not in "".join(tree_of(page).itertext())
