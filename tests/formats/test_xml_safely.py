"""XML of strangers: what it says comes out, what it wants from the machine does not."""

import time
from contextlib import suppress
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.errors import UnreadableInput
from annotator.formats.limits import LIMITS
from annotator.formats.xml_safely import parse

WHAT = "“a.xml”"
LAUGHS = (
    "<!DOCTYPE d [<!ENTITY a0 'ha ha '>"
    + "".join(f"<!ENTITY a{level} '{f'&a{level - 1};' * 10}'>" for level in range(1, 10))
    + "]>"
)


def test_elements_and_their_words_come_out() -> None:
    root = parse("<a>één<!-- no --><?run me?> twee<b>drie</b></a>".encode(), LIMITS, what=WHAT)
    assert (root.tag, "".join(root.itertext()), len(root)) == ("a", "één tweedrie", 1)


@pytest.mark.parametrize(
    "declared",
    [LAUGHS, "<!DOCTYPE d [<!ENTITY a9 SYSTEM 'file:///etc/passwd'>]>", "<!DOCTYPE d [<!ENTITY % a9 'x'>]>"],
)
@pytest.mark.parametrize("doctype", [True, False])
def test_declared_entities_are_refused(declared: str, doctype: bool) -> None:
    with pytest.raises(UnreadableInput, match=r"“a\.xml” declares entities"):
        parse(f"{declared}<d>before after</d>".encode(), LIMITS, what=WHAT, doctype=doctype)


def test_an_entity_loop_is_refused() -> None:
    loop = b"<!DOCTYPE d [<!ENTITY a '&b;'><!ENTITY b '&a;'>]><d x='&a;'/>"
    with pytest.raises(UnreadableInput):
        parse(loop, LIMITS, what=WHAT, doctype=True)


def test_a_document_type_is_refused_unless_it_is_allowed() -> None:
    page = b"<!DOCTYPE html SYSTEM 'http://127.0.0.1:9/x.dtd'><html>text</html>"
    assert parse(page, LIMITS, what=WHAT, doctype=True).text == "text"
    with pytest.raises(UnreadableInput, match="declares a document type"):
        parse(page, LIMITS, what=WHAT)


@pytest.mark.parametrize("depth", [257, 3_000, 1_000_000])
def test_elements_too_deep_in_each_other_are_refused_at_once(depth: int) -> None:
    began = time.perf_counter()
    with pytest.raises(UnreadableInput, match="more than 256 deep"):
        parse(b"<a>" * depth + b"x" + b"</a>" * depth, LIMITS, what=WHAT)
    assert time.perf_counter() - began < 2


def test_elements_as_deep_as_the_limit_are_read() -> None:
    root = parse(b"<a>" * 256 + b"x" + b"</a>" * 256, LIMITS, what=WHAT)
    assert "".join(root.itertext()) == "x"


def test_the_limit_on_depth_can_be_lower() -> None:
    content = b"<a><b><c/></b></a>"
    assert parse(content, replace(LIMITS, nesting=3), what=WHAT).tag == "a"
    with pytest.raises(UnreadableInput, match="more than 2 deep"):
        parse(content, replace(LIMITS, nesting=2), what=WHAT)


def test_too_many_bytes_are_refused() -> None:
    with pytest.raises(UnreadableInput, match=r"0\.0 MB"):
        parse(b"<a>0123456789</a>", replace(LIMITS, article_bytes=10), what=WHAT)
    assert parse(b"<a>0123456789</a>", replace(LIMITS, article_bytes=10), what=WHAT, most_bytes=100).text


@pytest.mark.parametrize(
    "content",
    [b"", b"text", b"<a>", b"<a></b>", b"\0", b"<?xml version='1.0' encoding='none-such'?><a/>", b"\xff\xfe<"],
)
def test_what_is_damaged_is_said_in_a_sentence(content: bytes) -> None:
    with pytest.raises(UnreadableInput, match="is damaged"):
        parse(content, LIMITS, what=WHAT)


@given(
    st.binary(max_size=60)
    | st.lists(st.sampled_from([b"<a>", b"</a>", b"<!DOCTYPE a>", b"&lt;", b"&x;", b"<![CDATA[", b"]]>", b"\xe9"])).map(
        b"".join
    )
)
def test_any_bytes_give_an_element_or_a_sentence(content: bytes) -> None:
    with suppress(UnreadableInput):
        assert parse(content, LIMITS, what=WHAT, doctype=True) is not None
