"""Messages of Outlook: text, sender, time, attachments, messages in messages."""

import struct

import pytest
from hypothesis import given

from annotator import formats
from annotator.core.records import ArticleRecord, Unread
from annotator.errors import UnreadableInput
from annotator.formats.base import ReadOptions
from annotator.formats.outlook import OutlookMessage
from tests.formats.mutations import mutated
from tests.formats.outlook_files import Tree, attachment, compound_file, enclosed, message, text


def read(told: Tree | bytes) -> list[ArticleRecord | Unread]:
    content = told if isinstance(told, bytes) else compound_file(told)
    return list(OutlookMessage().read(content, "a.msg", ReadOptions()))


def article(told: Tree) -> ArticleRecord:
    (found,) = read(told)
    assert isinstance(found, ArticleRecord)
    return found


def test_a_message_is_an_article() -> None:
    found = article(message())
    assert found.text == "Statement on the bridge\n\nThe county denied it."
    assert (found.title, found.byline, found.authors) == ("Statement on the bridge", "Ada Brook", ("Ada Brook",))
    assert (found.published, found.published_at) == ("2025-07-04T14:35:00+00:00", "2025-07-04T14:35:00+00:00")
    assert (found.original, found.file_name, found.format_id) == (compound_file(message()), "a.msg", "msg")


def test_what_its_headers_say_goes_first() -> None:
    headers = "From: Jo <jo@x>\r\nDate: Fri, 04 Jul 2025 21:35:00 +0700\r\nOrganization: Sandhaven County\r\n\r\n"
    found = article(message(more=text(0x007D, headers)))
    assert found.published == "Fri, 04 Jul 2025 21:35:00 +0700"
    assert (found.outlet, found.byline) == ("Sandhaven County", "Ada Brook")


def test_any_writing() -> None:
    assert article(message("Próba 市长 \u202etxt", "Próba ✓")).text == "Próba 市长 txt\n\nPróba ✓"
    old = message(body="", more={"__substg1.0_1000001E": "Źródło".encode("cp1250")})
    codepage = bytes(32) + struct.pack("<HHIIxxxx", 0x0003, 0x3FDE, 6, 1250)
    assert article({**old, "__properties_version1.0": codepage}).text.endswith("Źródło")


def test_a_page_where_there_is_no_plain_text() -> None:
    page = b'<html><meta charset="utf-8"><p>It was d\xc3\xa9nied.</p><script>x()</script></html>'
    assert article(message(body="", more={"__substg1.0_10130102": page})).text.endswith("\n\nIt was dénied.")


def test_rich_text_where_there_is_nothing_else() -> None:
    rich = rb"{\rtf1\ansi It was denied.\par Twice.}"
    packed = struct.pack("<II4sI", len(rich) + 12, len(rich), b"MELA", 0) + rich
    assert article(message(body="", more={"__substg1.0_10090102": packed})).text.endswith("It was denied.\n\nTwice.")


def test_what_is_attached_is_read_by_what_it_is() -> None:
    picture = {**attachment("logo.png", b"\x89PNG"), **text(0x3712, "1@x"), **text(0x370E, "image/png")}
    main, first, second = read(
        message(
            attachments=(
                attachment("..\\..\\laporan.txt", b"Judul\n\nIsi."),
                attachment("peta.png", b"\x89PNG\r\n\x1a\n" * 900),
                picture,
                enclosed(message("Earlier / before", "Before.", 24)),
            )
        )
    )
    assert isinstance(main, ArticleRecord)
    assert main.notices == ("Attached, but not loaded: “peta.png”.",)
    assert isinstance(first, ArticleRecord)
    assert (first.file_name, first.text) == ("a.msg/laporan.txt", "Judul\n\nIsi.")
    assert isinstance(second, ArticleRecord)
    assert (second.file_name, second.text) == ("a.msg/Earlier before.msg", "Earlier / before\n\nBefore.")
    assert second.published_at == "2025-07-04T14:35:00+00:00"
    assert second.original not in (main.original, b"")


def test_messages_in_messages_end_at_the_depth_of_archives() -> None:
    told = message("6", "Innermost.", 24)
    for level in range(5, -1, -1):
        told = message(str(level), "Denied.", 24 if level else 32, attachments=(enclosed(told),))
    found = read(told)
    assert [isinstance(one, Unread) for one in found] == [False, False, False, False, True]
    assert found[-1] == Unread(
        "1.msg/2.msg/3.msg/4.msg", "It lies more than 3 files deep in other files, which is the limit."
    )


def test_a_message_without_text_is_refused() -> None:
    with pytest.raises(UnreadableInput, match="without text"):
        read(message(body=""))


def test_it_is_recognised() -> None:
    assert formats.reader_of(compound_file(message()), "a.doc").id == "msg"
    assert not OutlookMessage().recognises(compound_file({"WordDocument": b"x" * 5_000}))


@given(mutated(compound_file(message(attachments=(attachment("a.txt", b"Isi." * 2_000), enclosed(message(head=24)))))))
def test_whatever_comes_it_is_read_or_refused(content: bytes) -> None:
    try:
        found = read(content)
    except UnreadableInput:
        return
    assert all(isinstance(one, Unread) or one.text.strip() for one in found)
