"""Addresses are read once, in one way, whatever tricks are in them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.errors import Unreachable
from annotator.network.addresses import Address, host_of, looks_like_address, parse


@pytest.mark.parametrize(
    ("text", "url"),
    [
        ("https://www.news.test", "https://www.news.test/"),
        ("  www.news.test/a?b=c#d \n", "https://www.news.test/a?b=c"),
        ("//news.test/x", "https://news.test/x"),
        ("HTTP://News.TEST:80/A", "http://news.test/A"),
        ("news.test:8080/a", "https://news.test:8080/a"),
        ("http://news.test./a", "http://news.test/a"),
        ("http://news.test/ä b%20c?q=ü&r=[1]", "http://news.test/%C3%A4%20b%20c?q=%C3%BC&r=[1]"),
        ("http://bücher.test/", "http://xn--bcher-kva.test/"),
        ("http://faß.test/", "http://xn--fa-hia.test/"),
        ("http://news。test/", "http://news.test/"),
        ("http://127。0。0。1/", "http://127.0.0.1/"),
        ("http://２１３０７０６４３３/", "http://127.0.0.1/"),
        ("http://2130706433/", "http://127.0.0.1/"),
        ("http://0x7f.1/", "http://127.0.0.1/"),
        ("http://0177.0.0.1/", "http://127.0.0.1/"),
        ("http://[::FFFF:7f00:1]:81/", "http://[::ffff:7f00:1]:81/"),
        ("http://good.test#@127.0.0.1/", "http://good.test/"),
    ],
)
def test_read(text: str, url: str) -> None:
    assert parse(text).url == url
    assert parse(parse(text).url) == parse(text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "no name of a host"),
        ("file:///etc/passwd", "not “file:”"),
        ("ftp://news.test/", "not “ftp:”"),
        ("javascript:alert(1)", "not “javascript:”"),
        ("mailto:a@b.test", "not “mailto:”"),
        ("http://ana:secret@news.test/", "a name or a password"),
        ("http://news.test@127.0.0.1/", "a name or a password"),
        ("http://news.test\\@127.0.0.1/", "a name or a password"),
        ("http://@127.0.0.1/", "a name or a password"),
        ("http://ne ws.test/", "no name of a host"),
        ("http://news.test\\.evil.test/", "no name of a host"),
        ("http://%6cocalhost/", "no name of a host"),
        ("http://news..test/", "no name of a host"),
        ("http://a\u200db.test/", "no name of a host"),
        ("http://news.test:99999/", "does not hold together"),
        ("http://news.test:0/", "port 0"),
        ("http://news.te\nst/", "cannot be seen"),
        ("http://a\u2100b.test/", "does not hold together"),
        ("http://1.2.3.4.5/", "neither"),
        ("http://256.1.1.1/", "neither"),
        ("http://[fe80::1%25eth0]/", "neither"),
        ("http://[v1.x]/", "neither|does not hold together"),
        ("http://news.test/" + "a" * 4000, "4,000"),
        ("http://" + "a." * 130 + "test/", "253"),
    ],
)
def test_refused(text: str, words: str) -> None:
    with pytest.raises(Unreachable, match=words) as caught:
        parse(text)
    assert "secret" not in str(caught.value)
    assert str(caught.value).endswith(".")


def test_an_address_on_a_page_is_read_from_where_the_page_is() -> None:
    here = parse("https://news.test/a/b?c")
    assert parse("../d", here).url == "https://news.test/d"
    assert parse("//else.test/e", here).url == "https://else.test/e"
    assert parse("?f", here).url == "https://news.test/a/b?f"
    assert parse("http://else.test", here).url == "http://else.test/"


def test_a_name_of_another_script_is_shown_both_ways() -> None:
    assert parse("http://bücher.test:81/").shown == "bücher.test (xn--bcher-kva.test:81)"
    assert parse("http://news.test/").shown == "news.test"
    assert parse("http://xn--a-ecp.test/").shown.isprintable()
    assert parse("http://xn--999999999.test/").shown == "xn--999999999.test"


@pytest.mark.parametrize("name", ["localhost", "printer", "a.localhost", "nas.local", "x.internal", "router.home.arpa"])
def test_names_of_one_s_own_network(name: str) -> None:
    assert parse(f"http://{name}/").is_own_name
    assert not parse(f"http://{name}.test/").is_own_name


def test_an_address_alone_is_told_from_a_text() -> None:
    assert looks_like_address(" https://news.test/a \n")
    for text in ("news.test", "https://a.test https://b.test", "See https://a.test", "", "ftp://a.test"):
        assert not looks_like_address(text)


@given(st.text(max_size=60))
def test_whatever_is_typed_is_an_address_or_refused(text: str) -> None:
    try:
        address = parse(text)
    except Unreachable:
        return
    assert address.url.isascii()
    assert " " not in address.url
    assert parse(address.url) == address


@given(st.text(alphabet="abc.:@/\\#?%[]0x127。．١-_ß\u200d", min_size=1, max_size=20))
def test_the_host_is_what_any_other_reader_would_take(rest: str) -> None:
    try:
        address = parse(f"http://{rest}")
    except Unreachable:
        return
    assert address == Address(address.scheme, host_of(address.host), address.port, address.target)
    assert not set(address.host) & set("@/\\#?%[] ")
