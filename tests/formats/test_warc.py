"""Web archives: their pages with addresses, however they were packed; one that is damaged leaves the others."""

import gzip
import io
import zlib
from dataclasses import replace

import pytest
from hypothesis import given
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from annotator import formats
from annotator.core.records import ArticleRecord, Unread
from annotator.errors import UnreadableInput
from annotator.formats.base import ReadOptions
from annotator.formats.limits import LIMITS, Limits
from annotator.formats.warc import Warc
from tests.formats.mutations import mutated

SENTENCE = "The mayor of Sandhaven denied on Monday that the harbour bridge was closed without notice."
PAGE = f"Mayor denies\n\n{SENTENCE}\n".encode()
TEXT = "text/plain; charset=utf-8"
Record = tuple[str, str, str, bytes, dict[str, str]]


def response(
    url: str = "https://post.example/news/1",
    status: str = "200 OK",
    body: bytes = PAGE,
    kind: str = TEXT,
    **more: str,
) -> Record:
    headers = {"Content-Type": kind} | {name.replace("_", "-"): value for name, value in more.items()}
    return url, "response", status, body, headers


def archive(*records: Record, packed: bool = False) -> bytes:
    stream = io.BytesIO()
    writer = WARCWriter(stream, gzip=packed)
    writer.write_record(writer.create_warcinfo_record("a.warc", {"software": "test"}))
    for url, rec_type, status, body, headers in records:
        told = StatusAndHeaders(status, list(headers.items()), protocol="HTTP/1.1") if rec_type == "response" else None
        record = writer.create_warc_record(
            url,
            rec_type,
            payload=io.BytesIO(body),
            http_headers=told,
            warc_content_type=headers.get("Content-Type", "") if told is None else "",
            warc_headers_dict={"WARC-Date": "2025-07-04T21:35:00Z"},
        )
        writer.write_record(record)
    return stream.getvalue()


def read(content: bytes, options: ReadOptions = formats.PLAIN_OPTIONS) -> list[ArticleRecord | Unread]:
    return list(Warc().read(content, "crawl.warc", options))


@pytest.mark.parametrize("packed", [False, True])
def test_a_page_is_an_article_with_its_address(packed: bool) -> None:
    (article,) = read(archive(response(), packed=packed))
    assert isinstance(article, ArticleRecord)
    assert SENTENCE in article.text
    assert article.original == PAGE
    assert (article.url, article.file_name) == (
        "https://post.example/news/1",
        "crawl.warc/post.example/news/1.txt",
    )
    assert article.source_note == "Saved from the web on 2025-07-04."


def test_a_web_page_is_read_as_one() -> None:
    page = (
        f"<!DOCTYPE html><html><body><article><h1>Mayor denies</h1><p>{SENTENCE}</p></article></body></html>".encode()
    )
    (article,) = read(archive(response(body=page, kind="text/html; charset=utf-8")))
    assert isinstance(article, ArticleRecord)
    assert SENTENCE in article.text
    assert (article.format_id, article.original) == ("html", page)
    assert article.file_name == "crawl.warc/post.example/news/1.html"


def test_packed_and_chunked_pages() -> None:
    chunked = b"%x\r\n%s\r\n0\r\n\r\n" % (len(PAGE), PAGE)
    raw = zlib.compressobj(9, zlib.DEFLATED, -15)
    found = read(
        archive(
            response(body=gzip.compress(PAGE), Content_Encoding="gzip"),
            response(body=PAGE, Content_Encoding="gzip"),
            response(body=zlib.compress(PAGE), Content_Encoding="deflate"),
            response(body=raw.compress(PAGE) + raw.flush(), Content_Encoding="deflate"),
            response(body=chunked, Transfer_Encoding="chunked"),
            response(body=PAGE, Transfer_Encoding="chunked"),
        )
    )
    assert [one.original == PAGE for one in found if isinstance(one, ArticleRecord)] == [True] * 6


def test_what_is_no_page_is_passed_over() -> None:
    found = read(
        archive(
            response("https://post.example/a.png", body=b"\x89PNG", kind="image/png"),
            response("https://post.example/old", status="301 Moved"),
            response("https://post.example/robots.txt", body=b"User-agent: *", kind="text/plain"),
            ("https://post.example/b", "revisit", "", b"", {}),
            ("urn:x", "metadata", "", b"a: b", {"Content-Type": "text/plain"}),
            response("https://post.example/note.txt", body=b"It was denied.", kind="text/plain; charset=utf-8"),
            ("https://post.example/c", "resource", "", PAGE, {"Content-Type": "text/plain"}),
        )
    )
    assert [one.file_name for one in found if isinstance(one, ArticleRecord)] == [
        "crawl.warc/post.example/note.txt",
        "crawl.warc/post.example/c.txt",
    ]


def test_what_cannot_be_read_is_named() -> None:
    found = read(
        archive(
            response("https://post.example/gone", status="404 Not Found"),
            response("https://post.example/scan", body=b"\x89PNG\r\n\x1a\n"),
            response("https://post.example/br", body=b"xyz", Content_Encoding="br"),
            response("https://post.example/bomb", body=gzip.compress(bytes(9_000_000)), Content_Encoding="gzip"),
            response("https://post.example/bomb2", body=zlib.compress(bytes(9_000_000)), Content_Encoding="deflate"),
            response(),
        )
    )
    *unread, last = found
    assert isinstance(last, ArticleRecord)
    reasons = [one.reason for one in unread if isinstance(one, Unread)]
    for reason, part in zip(reasons, ("“404”", "a picture", "“br”", "100 times", "the limit for it"), strict=True):
        assert part in reason


def test_what_breaks_off_keeps_what_was_before() -> None:
    content = archive(response(), response("https://post.example/2"))
    article, unread = read(content[: content.rindex(b"WARC/1.0")] + b"no record at all\r\n\r\n")
    assert isinstance(article, ArticleRecord)
    assert isinstance(unread, Unread)
    assert (unread.name, "damaged" in unread.reason) == ("the rest", True)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"WARC/1.0\r\n" + b"a" * 1_000_000, "32,768 characters"),
        (b"WARC/1.0\r\n" + b"a: b\r\n" * 200_000, "100,000 lines"),
        (b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 5\r\n\r\nHTTP/", "damaged"),
    ],
)
def test_headers_without_end(content: bytes, said: str) -> None:
    (unread,) = read(content)
    assert isinstance(unread, Unread)
    assert said in unread.reason


def test_a_bomb_stops_at_the_limit() -> None:
    bomb = gzip.compress(archive(("https://post.example/a", "resource", "", bytes(30_000_000), {})))
    (unread,) = read(bomb)
    assert isinstance(unread, Unread)
    assert "100 times its size" in unread.reason


def test_records_without_end() -> None:
    article, unread = read(archive(*[response()] * 3), ReadOptions(limits=Limits(records=2)))
    assert isinstance(article, ArticleRecord)
    assert isinstance(unread, Unread)
    assert "may hold 2 records" in unread.reason


def test_what_is_none_is_refused() -> None:
    with pytest.raises(UnreadableInput, match="without pages"):
        read(archive())
    with pytest.raises(UnreadableInput, match="no web archive"):
        read(b"plain text")
    with pytest.raises(UnreadableInput, match=r"limit for a web archive is 0\.0 MB"):
        read(archive(response()), ReadOptions(limits=replace(LIMITS, container_bytes=10)))


def test_it_is_recognised() -> None:
    assert formats.reader_of(archive(packed=True), "crawl.warc.gz").id == "warc"
    assert formats.reader_of(archive(), "crawl").id == "warc"
    assert not Warc().recognises(gzip.compress(b"plain"))


@given(
    mutated(
        archive(response(), response("https://post.example/2", body=gzip.compress(PAGE), Content_Encoding="gzip")),
        archive(response(), packed=True),
    )
)
def test_whatever_comes_it_is_read_or_refused(content: bytes) -> None:
    try:
        read(content)
    except UnreadableInput:
        return
