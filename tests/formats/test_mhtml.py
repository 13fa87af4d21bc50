"""Web pages in one file: the page in it, and nothing of what came with it."""

import quopri
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.core.records import ArticleRecord
from annotator.errors import UnreadableInput
from annotator.formats.base import ReadOptions
from annotator.formats.mhtml import SavedPage

WORDS = "The ferry to the islands stays in port, “for weeks”, said its owner; the mayor called that a pretext."
TITLE = "Ferry stays in port"
PAGE = f"<html><head><title>{TITLE}</title></head><body><h1>{TITLE}</h1><p>{WORDS}</p></body></html>"


def saved(page: bytes, kind: str = "text/html", head: str = "", start: str = "") -> bytes:
    return (
        "From: <Saved by Blink>\r\n"
        "Snapshot-Content-Location: https://quaypost.example/ferry\r\n"
        "Subject: =?utf-8?Q?Ferry=20stays?=\r\nMIME-Version: 1.0\r\n"
        f'Content-Type: multipart/related; type="text/html"; boundary="--b--"{start}\r\n\r\n\r\n'
        "----b--\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=\r\n"
        f"----b--\r\nContent-Type: {kind}\r\nContent-ID: <frame-1@mhtml>\r\n"
        f"Content-Transfer-Encoding: quoted-printable\r\n{head}\r\n"
    ).encode() + quopri.encodestring(page).replace(b"\n", b"\r\n") + b"\r\n----b----\r\n"  # fmt: skip


def read(content: bytes) -> ArticleRecord:
    (record,) = SavedPage().read(content, "ferry.mhtml", ReadOptions())
    assert isinstance(record, ArticleRecord)
    return record


def test_the_article_its_address_and_the_whole_file() -> None:
    content = saved(PAGE.encode(), head="Content-Location: https://quaypost.example/ferry\r\n")
    record = read(content)
    assert record.text == f"Ferry stays in port\n\n{WORDS}"
    assert record.url == "https://quaypost.example/ferry"
    assert (record.original, record.format_id) == (content, "mhtml")


@pytest.mark.parametrize(
    ("codec", "kind"),
    [("utf-8", "text/html"), ("cp1252", 'text/html; charset="windows-1252"'), ("utf-8", "text/html; charset=latin-1")],
)
def test_encodings(codec: str, kind: str) -> None:
    assert WORDS in read(saved(PAGE.encode(codec), kind)).text


def test_the_part_that_the_file_starts_with_is_the_page() -> None:
    picture = b"----b--\r\nContent-Type: image/png"
    frame = b"----b--\r\nContent-Type: text/html\r\n\r\n<p>An advertisement in a frame</p>\r\n" + picture
    content = saved(PAGE.encode(), start='; start="<frame-1@mhtml>"')
    content = content.replace(picture, frame, 1)
    assert WORDS in read(content).text


def test_an_address_that_is_none_of_the_web_is_left_out() -> None:
    assert read(saved(PAGE.encode(), head="Content-Location: file:///home/ana/ferry.html\r\n")).url == ""


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"no headers at all",
        saved(b"x", "text/plain"),
        saved(b""),
        b"Content-Type: multipart/related; boundary=x\n\n",
    ],
)
def test_a_file_without_a_page_says_so(content: bytes) -> None:
    with pytest.raises(UnreadableInput, match=r"“ferry.mhtml” holds no (web page|article)"):
        read(content)


def test_it_is_recognised_and_an_email_is_not() -> None:
    assert SavedPage().recognises(saved(PAGE.encode()))
    mail = b"From: ana@quaypost.example\r\nContent-Type: multipart/related; boundary=b\r\n\r\nFrom: <Saved by Blink>"
    assert not SavedPage().recognises(mail)
    assert not SavedPage().recognises(b"")


def test_too_large_a_file_is_refused() -> None:
    with pytest.raises(UnreadableInput, match="51 MB; the limit for one article is 50 MB"):
        read(b"x" * 51_000_000)


def test_parts_within_parts_without_end() -> None:
    deep = "".join(f'Content-Type: multipart/mixed; boundary="b{n}"\r\n\r\n--b{n}\r\n' for n in range(2_000))
    with pytest.raises(UnreadableInput):
        read(deep.encode())


@pytest.mark.parametrize(
    ("piece", "said"),
    [
        (b"----b--\r\n\r\n" * 30_000, "more than 2,000 parts, which is the limit"),
        (b"----b--\r\nContent-Type: text/html" + b"; a*1*=b" * 1_000, "header of more than 4,000 characters"),
    ],
)
def test_what_keeps_a_library_busy_is_refused(piece: bytes, said: str) -> None:
    with pytest.raises(UnreadableInput, match=said):
        read(saved(PAGE.encode()) + piece)


@settings(max_examples=40, deadline=None)
@given(st.binary(max_size=40), st.integers(0, 900), st.integers(0, 60))
def test_damaged_files_give_an_article_or_a_sentence(piece: bytes, place: int, lost: int) -> None:
    content = saved(PAGE.encode())
    with suppress(UnreadableInput):
        read(content[:place] + piece + content[place + lost :])
