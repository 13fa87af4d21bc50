"""Pages from addresses become articles: fetched from a host on this machine, read and stored as files are."""

import os
from dataclasses import replace

import pytest

from annotator.errors import Unreachable
from annotator.network.fetching import Fetched
from annotator.network.resolving import Rules
from annotator.operations import addresses, history
from annotator.operations.addresses import Contacts, load_addresses, rules_for
from annotator.operations.documents import document_row, list_documents, read_document
from tests.network.conftest import Names, host, names, no_proxy
from tests.network.hosts import Host, leads_to, page
from tests.store.desk import Desk

__all__ = ["host", "names", "no_proxy"]

RULES = replace(rules_for(["news.test"]), connect_seconds=2, read_seconds=2, whole_seconds=5)
FEED = """<?xml version="1.0"?><rss version="2.0"><channel><title>Kabar</title>
<item><title>Jembatan ditutup</title><link>{0}/1?utm_source=feed</link>
<pubDate>Fri, 04 Jul 2025 21:35:00 +0700</pubDate>
<description>Pendek.</description></item>
<item><title>Harga beras</title><link>{0}/2</link></item>
</channel></rss>"""


def text(words: str) -> bytes:
    return f"{words}\n\nWali kota membantah kabar itu pada hari Senin.\n".encode()


def url(host: Host, path: str) -> str:
    return f"http://news.test:{host.port}{path}"


@pytest.mark.network
def test_pages_are_loaded_as_one_step_and_each_is_named_by_its_address(desk: Desk, host: Host) -> None:
    host.scripts |= {
        "/1": leads_to("/satu/"),
        "/satu/": page(text("Jembatan ditutup."), "text/plain; charset=utf-8"),
        "/2": page(text("Harga naik."), "text/plain"),
        "/3": page(text("Harga naik."), "text/plain"),
    }
    asked = [url(host, path) for path in ("/1", "/2", "/3", "/none")]
    seen: list[tuple[int, int]] = []
    told = load_addresses(
        desk.workspace, [*asked, "ftp://news.test/"], desk.ana, RULES, lambda *step: seen.append(step)
    ).report
    assert [article.path for article in told.loaded] == asked[:2]
    assert [duplicate.path for duplicate in told.duplicates] == asked[2:3]
    assert [failure.path for failure in told.failed] == [asked[3], "ftp://news.test/"]
    assert seen[0] == (0, 5)
    assert seen[-1] == (5, 5)
    assert {summary.title for summary in list_documents(desk.workspace)} == {"Jembatan ditutup.", "Harga naik."}
    assert read_document(desk.workspace, told.loaded[0].id).file_name == "satu.txt"
    history.undo(desk.workspace, desk.ana)
    assert list_documents(desk.workspace) == []


@pytest.mark.network
def test_a_web_page_keeps_where_it_was_found(desk: Desk, host: Host) -> None:
    words = "Wali kota membantah kabar bahwa jembatan itu ditutup – kata “ditutup” tidak pernah ia ucapkan. " * 4
    html = f"<html><title>Jembatan</title><body><article><h1>Jembatan</h1><p>{words}</p></article></body></html>"
    host.scripts |= {
        "/old": leads_to("/berita/jembatan"),
        "/berita/jembatan": page(html.encode("cp1252"), "text/html; charset=windows-1252"),
    }
    (loaded,) = load_addresses(desk.workspace, [url(host, "/old")], desk.ana, RULES).report.loaded
    record = read_document(desk.workspace, loaded.id)
    assert record.url == url(host, "/berita/jembatan")
    assert record.file_name == "jembatan.html"
    assert "kata “ditutup”" in record.text
    assert record.format_id == "html"
    assert len(host.asked) == 2


@pytest.mark.network
def test_a_page_that_cannot_be_read_is_named_by_its_address(desk: Desk, host: Host) -> None:
    host.scripts["/1"] = page(b"\0\1\2" * 100, "application/octet-stream")
    (failure,) = load_addresses(desk.workspace, [url(host, "/1")], desk.ana, RULES).report.failed
    assert failure.path == url(host, "/1")
    assert failure.reason.endswith(".")


@pytest.mark.network
def test_what_was_there_when_it_was_stopped_is_kept(desk: Desk, host: Host) -> None:
    for number in range(4):
        host.scripts[f"/{number}"] = page(text(f"Berita {number}."), "text/plain")
    asked = [url(host, f"/{number}") for number in range(4)]
    told = load_addresses(desk.workspace, asked, desk.ana, RULES, cancelled=lambda: len(host.asked) >= 3)
    report = told.report
    assert report.cancelled
    assert [article.path for article in report.loaded] == asked[: len(report.loaded)]
    assert report.not_reached == asked[len(report.loaded) :]
    assert 1 <= len(report.not_reached) <= 2


@pytest.mark.network
def test_a_feed_is_offered_with_what_is_there_already(desk: Desk, host: Host) -> None:
    host.scripts |= {
        "/feed": page(FEED.format(url(host, "")).encode(), "application/rss+xml"),
        "/1": page(text("Jembatan ditutup."), "text/plain"),
    }
    (loaded,) = load_addresses(desk.workspace, [url(host, "/1")], desk.ana, RULES).report.loaded
    with desk.workspace.edit("Address", desk.ana) as session:
        document_row(session, loaded.id).url = url(host, "/1/")
    told = load_addresses(desk.workspace, [url(host, "/feed")], desk.ana, RULES, offer_feeds=True)
    assert told.report.loaded == told.report.failed == []
    (offer,) = told.feeds
    assert offer.url == url(host, "/feed")
    assert not offer.texts
    assert [(one.title, one.known) for one in offer.entries] == [("Jembatan ditutup", loaded.id), ("Harga beras", None)]
    assert offer.entries[0].published_at.startswith("2025-07-04")


@pytest.mark.network
def test_a_feed_with_whole_articles_can_be_loaded_as_it_is(desk: Desk, host: Host) -> None:
    whole = FEED.format(url(host, "")).replace("Pendek.", "Jembatan itu ditutup pada hari Senin. " * 60).encode()
    host.scripts["/feed"] = page(whole, "application/rss+xml")
    (offer,) = load_addresses(desk.workspace, [url(host, "/feed")], desk.ana, RULES, offer_feeds=True).feeds
    assert offer.texts
    report = addresses.load_texts_of_feed(desk.workspace, offer, desk.ana)
    assert [article.path for article in report.loaded] == [url(host, "/feed")]
    assert len(host.asked) == 1


def test_whom_it_would_contact_is_told_without_asking_anybody(
    names: Names, no_proxy: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = ["news.test/a", "http://news.test:81", "https://news.test/b", "ftp://x.test", "bücher.test"]
    hosts = ("news.test", "news.test:81", "bücher.test (xn--bcher-kva.test)")
    assert addresses.contacts(asked) == Contacts(hosts)
    monkeypatch.setenv("https_proxy", "http://ana:secret@proxy.test:3128")
    assert addresses.contacts(asked) == Contacts(hosts, "proxy.test:3128")
    assert names.asked == []


def test_addresses_are_told_from_other_words() -> None:
    assert addresses.is_address("HTTP://news.test/a")
    assert not addresses.is_address("article.html")
    assert addresses.addresses_in(" https://a.test \n\nb.test\nhttps://a.test") == ["https://a.test", "b.test"]
    assert addresses.check_address("b.test") == "https://b.test/"
    assert addresses.are_addresses(" https://a.test/b?c\n\nhttp://b.test\n")
    for other in ("", "a.test", "https://a.test\nThe bridge is closed.", "https://a.test\n" * 20_000):
        assert not addresses.are_addresses(other)
    with pytest.raises(Unreachable):
        addresses.check_address("file:///etc/passwd")
    with pytest.raises(Unreachable):
        rules_for(["two words"])
    assert rules_for(["House.Test"]) == Rules(frozenset({"house.test"}))


@pytest.mark.parametrize(
    ("path", "content_type", "name"),
    [
        ("", "text/html", "news.test.html"),
        ("/a/b.html?c", "text/html", "b.html"),
        ("/a/b.php", "text/html", "b.php.html"),
        ("/a/b/", "application/pdf", "b.pdf"),
        ("/a%2F..%2F..%2Fb", "text/plain", "a_.._.._b.txt"),
        ("/%E2%80%AEgnp.x%00", "text/plain", "gnp.x.txt"),
        ("/a", "", "a"),
        ("/" + "x" * 400, "text/html", "x" * 100 + ".html"),
        ("/article.txt", "text/plain", "article.txt"),
    ],
)
def test_a_page_has_a_name_that_says_its_kind(path: str, content_type: str, name: str) -> None:
    found = addresses._name(Fetched(b"", f"https://news.test{path}", content_type, ""))
    assert found == name
    assert os.sep not in found


@pytest.mark.parametrize(
    ("content", "charset", "encoding"),
    [
        ("é".encode("cp1252"), "windows-1252", "cp1252"),
        ("é".encode(), "windows-1252", None),
        ("é".encode("cp1252"), "iso-8859-1", None),
        ("é".encode("cp1252"), "utf-8", None),
        ("é".encode("cp1252"), "no-such", None),
        ("é".encode("cp1252"), "base64", None),
        ("日本".encode("shift_jis"), "shift_jis", "shift_jis"),
        (b"\xff\xff", "shift_jis", None),
        ("日本".encode("iso2022_jp"), "iso-2022-jp", "iso2022_jp"),
        (b"plain", "windows-1252", None),
        (b"plain", "", None),
        (b"plain-\x80", "punycode", None),
        ("\\u0041 é".encode("cp1252"), "unicode_escape", None),
    ],
)
def test_what_a_host_says_of_letters_is_believed_where_the_bytes_leave_it_open(
    content: bytes, charset: str, encoding: str | None
) -> None:
    assert addresses._encoding(Fetched(content, "https://news.test/", "text/html", charset)) == encoding
