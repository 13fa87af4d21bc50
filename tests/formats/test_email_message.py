"""E-mails: their text with its subject, what is attached to them, whatever state they are in."""

import io
import time
import zipfile
from email.message import EmailMessage as Written

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator import formats
from annotator.core.records import ArticleRecord, Unread
from annotator.errors import UnreadableInput
from annotator.formats.base import ReadOptions
from annotator.formats.email_message import EmailMessage
from annotator.formats.limits import LIMITS
from tests.formats.mutations import mutated


def written(body: str = "The county denied it.\n", subject: str = "Statement on the bridge") -> Written:
    message = Written()
    message["From"] = '"Brook, Ada" <ada@county.example>'
    message["To"] = "desk@post.example"
    message["Subject"] = subject
    message["Date"] = "Fri, 04 Jul 2025 21:35:00 +0700"
    message["Message-ID"] = "<1@county.example>"
    message["Organization"] = "Sandhaven County"
    message.set_content(body)
    message["Content-Language"] = "en-GB"
    return message


def read(message: Written | bytes, name: str = "a.eml") -> list[ArticleRecord | Unread]:
    content = message if isinstance(message, bytes) else message.as_bytes()
    return list(EmailMessage().read(content, name, ReadOptions()))


def article(message: Written | bytes) -> ArticleRecord:
    (found,) = read(message)
    assert isinstance(found, ArticleRecord)
    return found


def test_a_message_is_an_article() -> None:
    content = written().as_bytes()
    found = article(content)
    assert found.text == "Statement on the bridge\n\nThe county denied it."
    assert (found.title, found.byline, found.authors) == ("Statement on the bridge", "Brook, Ada", ("Brook, Ada",))
    assert (found.outlet, found.language) == ("Sandhaven County", "en")
    assert found.published == "Fri, 04 Jul 2025 21:35:00 +0700"
    assert found.published_at == "2025-07-04T21:35:00+07:00"
    assert (found.original, found.encoding, found.file_name, found.format_id) == (content, "", "a.eml", "eml")


def test_subject_sender_and_text_in_any_writing() -> None:
    message = written("Próba 市长 ✓\n", "Próba 市长 \u202etxt")
    message.replace_header("From", "Źródło <a@example.org>")
    found = article(message)
    assert found.text == "Próba 市长 txt\n\nPróba 市长 ✓"
    assert found.byline == "Źródło"


def test_without_a_name_the_sender_is_an_address() -> None:
    message = written()
    message.replace_header("From", "ada@county.example")
    assert article(message).byline == "ada@county.example"


def test_the_plain_text_is_read_rather_than_the_page() -> None:
    message = written()
    message.add_alternative('<p>html body</p><img src="http://127.0.0.1:9/open.gif">', subtype="html")
    assert article(message).text.endswith("The county denied it.")


def test_a_page_is_read_where_the_plain_text_only_says_that_there_is_one() -> None:
    message = written("Your program cannot show this message.\n")
    message.add_alternative("<p>The county denied it.</p>" * 20 + "<script>x()</script>", subtype="html")
    assert article(message).text.startswith("Statement on the bridge\n\nThe county denied it.\n\nThe county")


def test_a_page_over_its_limits_leaves_the_plain_text() -> None:
    message = written("")
    message.set_content("<div>" * 5_000, subtype="html")
    with pytest.raises(UnreadableInput, match="deep"):
        read(message)
    message = written("Short.")
    message.add_alternative("<div>" * 5_000, subtype="html")
    assert article(message).text.endswith("Short.")


def test_broken_lines_are_joined() -> None:
    body = (
        "The county of Sandhaven denied on Monday that the harbour bridge had\n"
        "been closed without notice.\n\nKind regards\nAda\n"
    )
    assert article(written(body)).text.split("\n\n", 1)[1] == body.replace("had\nbeen", "had been").rstrip()
    message = written()
    message.set_content("It was \ndenied.\n", params={"format": "flowed"})
    assert article(message).text.endswith("\n\nIt was denied.")


def test_what_is_attached_is_read_by_what_it_is() -> None:
    message = written()
    message.add_attachment("Judul\n\nIsi.", filename="../../laporan.txt")
    message.add_attachment("Kedua.", filename="laporan.txt")
    message.add_attachment(b"\x89PNG\r\n\x1a\n", maintype="image", subtype="png", filename="C:\\x\\peta.png")
    enclosed = written("What was said before.\n", "Earlier / before")
    message.add_attachment(enclosed)
    main, first, second, earlier = read(message)
    assert isinstance(main, ArticleRecord)
    assert main.notices == ("Attached, but not loaded: “peta.png”.",)
    assert isinstance(first, ArticleRecord)
    assert isinstance(second, ArticleRecord)
    assert (first.file_name, first.text) == ("a.eml/laporan.txt", "Judul\n\nIsi.\n")
    assert (second.file_name, second.text) == ("a.eml/2-laporan.txt", "Kedua.\n")
    assert isinstance(earlier, ArticleRecord)
    assert earlier.file_name == "a.eml/Earlier before.eml"
    assert earlier.text == "Earlier / before\n\nWhat was said before."


def test_an_archive_attached_is_read_too() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("a.txt", "Isi.")
    message = written()
    message.add_attachment(stream.getvalue(), maintype="application", subtype="zip", filename="b.zip")
    _, inside = read(message)
    assert isinstance(inside, ArticleRecord)
    assert inside.file_name == "a.eml/b.zip/a.txt"


def test_pictures_of_the_page_are_no_attachments() -> None:
    message = written()
    message.add_alternative("<p>html body</p>", subtype="html")
    page = message.get_payload()[1]  # type: ignore[index]
    page.add_related(b"x", "image", "png", cid="<1>", filename="logo.png")  # type: ignore[union-attr]
    assert article(message).notices == ()


def test_a_message_of_attachments_only() -> None:
    message = written("")
    message.add_attachment("Judul\n\nIsi.", filename="laporan.txt")
    assert article(message).file_name == "a.eml/laporan.txt"
    message = written("")
    message.add_attachment(b"x", maintype="image", subtype="png", filename="a.png")
    with pytest.raises(UnreadableInput, match=r"without text, and what is attached cannot be read: “a\.png”"):
        read(message)
    with pytest.raises(UnreadableInput, match="without text"):
        read(written(""))


def test_very_many_attachments() -> None:
    message = written()
    for number in range(400):
        message.add_attachment(f"Isi {number}.", filename=f"{number}.txt")
    found = read(message)
    assert len(found) == 1 + LIMITS.attachments + 1
    assert found[-1] == Unread("the rest", "Of one message 200 attachments are read; save the others and load those.")


@pytest.mark.parametrize("charset", ["unknown-8bit", "punycode", "rot13", "x" * 3_000])
def test_broken_charsets(charset: str) -> None:
    content = written().as_bytes().replace(b'charset="utf-8"', f'charset="{charset}"'.encode())
    content = content.replace(b"denied it", "dénied it".encode())
    assert article(content).text.endswith("The county dénied it.")


@pytest.mark.parametrize(
    "header",
    [
        b'Content-Type: text/plain; charset*0="utf"; charset*' + b"9" * 3_900 + b'="8"',
        b"Content-Type: multipart/mixed",
        b"Content-Type: multipart/mixed; boundary=",
        b"Content-Transfer-Encoding: nonsense",
        b"Content-Disposition: inline; filename*=utf-8''%ff%00",
        b"Subject: =?utf-8?b?a?= =?x?q?=ff?=",
        b"Date: 99 Foo 99999 99:99",
        b"From: " + b"," * 5_000,
    ],
)
def test_broken_headers(header: bytes) -> None:
    (found,) = read(b"Message-ID: <1>\r\n" + header + b"\r\n\r\nThe county denied it.")
    assert isinstance(found, ArticleRecord)
    assert found.text.endswith("The county denied it.")


def test_parts_in_parts_without_end() -> None:
    deep = b"".join(b'Content-Type: multipart/mixed; boundary="%d"\n\n--%d\n' % (at, at) for at in range(3_000))
    start = time.perf_counter()
    with pytest.raises(UnreadableInput, match="in each other"):
        read(b"Subject: a\n" + deep + b"\n\ntext")
    assert time.perf_counter() - start < 5


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"Content-Type: text/plain" + b"; a=b" * 200_000 + b"\n\ntext", "header of more than 4,000 characters"),
        (b'Content-Disposition: inline;\n a="' + b";" * 100_000 + b"\n\ntext", "header of more than 4,000 characters"),
        (b'Content-Type: multipart/mixed; boundary="b"\n\n' + b"--b\n\n" * 30_000, "more than 2,000 parts"),
    ],
)
def test_what_would_take_for_ever_is_refused_at_once(content: bytes, said: str) -> None:
    start = time.perf_counter()
    with pytest.raises(UnreadableInput, match=said):
        read(content)
    assert time.perf_counter() - start < 1


def test_empty_lines_without_end() -> None:
    assert article(b"Subject: a\n\nOne." + b"\n" * 100_000 + b"Two.").text == "a\n\nOne.\n\n\nTwo."


def test_messages_in_messages_end_at_the_depth_of_archives() -> None:
    message = written("Innermost.\n")
    for _ in range(6):
        outer = written()
        outer.add_attachment(message)
        message = outer
    found = read(message)
    assert [isinstance(one, Unread) for one in found] == [False, False, False, False, True]


def test_too_large_a_message() -> None:
    with pytest.raises(UnreadableInput, match="limit for one message is 50 MB"):
        read(b"Subject: a\n\n" + b"a" * 50_000_000)


def test_as_apple_saves_it() -> None:
    content = written().as_bytes()
    found = article(b"%d\n" % len(content) + content + b"<?xml version='1.0'?><plist/>")
    assert found.original == content


def test_messages_are_recognised_and_memoranda_are_not() -> None:
    reader = EmailMessage()
    assert reader.recognises(written().as_bytes())
    assert reader.recognises(b"Received: by x;\r\n\tFri\r\nFrom: a\r\nSubject: b\r\n\r\n")
    assert not reader.recognises(b"From: Ada\nTo: Jo\nDate: Monday\nSubject: the bridge\n\nDear Jo,")
    assert not reader.recognises(b"Message-ID is a header")
    assert formats.reader_of(written().as_bytes(), "statement.txt").id == "eml"


FULL = written()
FULL.add_alternative("<p>html body</p>", subtype="html")
FULL.add_attachment("Judul\n\nIsi.", filename="laporan.txt")
FULL.add_attachment(written())


@given(mutated(FULL.as_bytes(), written("Żółć “x”\n" * 30).as_bytes()))
def test_whatever_comes_it_is_read_or_refused(content: bytes) -> None:
    try:
        found = read(content)
    except UnreadableInput:
        return
    assert all(isinstance(one, Unread) or one.text.strip() for one in found)


@given(st.binary(max_size=300))
def test_any_headers_are_read_or_refused(content: bytes) -> None:
    try:
        read(b"Subject: " + content + b"\n\nThe county denied it.")
    except UnreadableInput:
        return
