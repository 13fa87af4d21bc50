"""Files made to harm whoever reads them, or that only a broken program writes; each small, or mostly a hole.

`HOSTILE` says of each what a person is told of it: words of the refusal, or "" where it is loaded like any other.
"""

import gzip
import io
import stat
import struct
import zipfile
import zlib
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from tests.formats import outlook_files, workbooks
from tests.formats.office_files import (
    docx,
    drawn,
    epub,
    flat_odt,
    odt,
    pdf_of,
    relationships,
    stream,
    word_paragraph,
)
from tests.formats.wires import nitf

SENTENCE = "The mayor of Sandhaven denied on Friday that she had been told of the cracks in the bridge. "
PARAGRAPH = f"<p>{SENTENCE * 3}</p>"
_ENTITIES = "<!DOCTYPE d [<!ENTITY a 'ha '>" + "".join(
    f"<!ENTITY {chr(letter + 1)} '{f'&{chr(letter)};' * 10}'>" for letter in range(97, 106)
)
BOMB = _ENTITIES + "]>"
OUTSIDE = "<!DOCTYPE d [<!ENTITY x SYSTEM 'file:///etc/passwd'><!ENTITY y SYSTEM 'http://127.0.0.1:9/y'>]>"


class Hostile(NamedTuple):
    """A file: its name, its bytes, and what is said of it; behind the bytes comes a hole up to `size`."""

    name: str
    content: Callable[[], bytes]
    said: str = ""
    size: int = 0

    def write(self, folder: Path) -> Path:
        path = folder / self.name
        with path.open("wb") as file:
            file.write(self.content())
            if self.size:
                file.truncate(self.size)
        return path


# Archives


def _zip(entries: Sequence[tuple[str | zipfile.ZipInfo, bytes]]) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for entry, part in entries:
            archive.writestr(entry, part, zipfile.ZIP_DEFLATED)
    return content.getvalue()


def zip_bomb(size: int = 50_000_000) -> bytes:
    return _zip([("a.txt", bytes(size))])


def zip_that_lies() -> bytes:
    """Its directory says 100 bytes; the entry unpacks to a million."""
    content = bytearray(_zip([("a.txt", b"x" * 1_000_000)]))
    at = content.rfind(b"PK\x01\x02")
    content[at + 24 : at + 28] = struct.pack("<I", 100)
    return bytes(content)


def zips_in_zips(depth: int) -> bytes:
    content = SENTENCE.encode()
    for number in range(depth):
        content = _zip([(f"{depth - number}.{'zip' if number else 'txt'}", content)])
    return content


def zip_with_link() -> bytes:
    entry = zipfile.ZipInfo("link.txt")
    entry.create_system = 3
    entry.external_attr = (stat.S_IFLNK | 0o777) << 16
    return _zip([(entry, b"/etc/passwd"), ("told.txt", f"{SENTENCE}In an archive.".encode())])


def gzip_bomb(size: int = 300_000_000) -> bytes:
    packer = zlib.compressobj(9, wbits=31)
    return b"".join(packer.compress(bytes(1_000_000)) for _ in range(size // 1_000_000)) + packer.flush()


def warc(*bodies: bytes, head: str = "Content-Type: text/html\r\n") -> bytes:
    records = []
    for number, body in enumerate(bodies):
        answer = f"HTTP/1.1 200 OK\r\n{head}\r\n".encode() + body
        records.append(
            f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://coast.example/{number}\r\n"
            f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(answer)}\r\n\r\n".encode()
            + answer
            + b"\r\n\r\n"
        )
    return b"".join(records)


ARCHIVES = (
    Hostile("bomb.zip", zip_bomb, "times its size; the limit is 100 times"),
    Hostile("bomb of holes.zip", lambda: _zip([(f"{n}.txt", bytes(30_000_000)) for n in range(8)]), "limit is 200 MB"),
    Hostile("bomb in a zip.zip", lambda: _zip([("in.zip", zip_bomb(5_000_000))]), "limit is 100 times"),
    Hostile("lies.zip", zip_that_lies, "damaged and cannot be unpacked"),
    Hostile("deep.zip", lambda: zips_in_zips(9), "more than 3 files deep"),
    Hostile("up.zip", lambda: _zip([("../../up.txt", b"x"), ("b.txt", b"y")]), "leads out of the archive"),
    Hostile("root.zip", lambda: _zip([("/tmp/root.txt", b"x")]), "leads out of the archive"),
    Hostile("drive.zip", lambda: _zip([("C:\\root.txt", b"x")]), "leads out of the archive"),
    Hostile("many.zip", lambda: _zip([(f"{n}", b"") for n in range(20_001)]), "more than 20,000 files"),
    Hostile("link.zip", zip_with_link),
    Hostile("bomb.warc.gz", lambda: gzip.compress(warc(b"") + b"\0" * 30_000_000), "limit"),
    Hostile("bomb.html.gz", gzip_bomb, "100 times its size, which is the limit"),
    Hostile("members.txt.gz", lambda: gzip.compress(b"") * 100_000, "empty"),
    Hostile(
        "endless.warc",
        lambda: warc(b"1\r\nx\r\n" * 50_000, head="Content-Type: text/html\r\nTransfer-Encoding: chunked\r\n"),
    ),
    Hostile("header.warc", lambda: b"WARC/1.0\r\n" + b"a" * 5_000_000, "32,768 characters"),
    Hostile("headers.warc", lambda: b"WARC/1.0\r\n" + b"a: b\r\n" * 500_000, "100,000 lines"),
    Hostile("hole.mbox", lambda: b"From ada Thu Jul  3 10:00:00 2025\nFrom: a\nTo: b\n\n", "limit is 200 MB", 10**9),
    Hostile("hole.html", lambda: b"<html><body><p>", "limit for one page is 10 MB", 100_000_000),
    Hostile("hole.txt", lambda: SENTENCE.encode(), "limit for one article is 50 MB", 100_000_000),
)

# Pages and markup


def nested(element: str, depth: int = 100_000) -> bytes:
    return b"<html><body>" + f"<{element}>".encode() * depth + SENTENCE.encode()


def page(body: str) -> bytes:
    return f"<html><head><title>Bridge</title></head><body><article>{body}</article></body></html>".encode()


def mhtml(parts: bytes) -> bytes:
    return (
        b"From: <Saved by Blink>\r\nSnapshot-Content-Location: https://coast.example/a\r\nMIME-Version: 1.0\r\n"
        b'Content-Type: multipart/related; type="text/html"; boundary="b"\r\n\r\n' + parts
    )


PAGES = (
    Hostile("deep.html", lambda: nested("div"), "more than 500 deep"),
    Hostile("tables.html", lambda: nested("table><tr><td", 40_000), "more than 500 deep"),
    Hostile("elements.html", lambda: page("<b>x</b>" * 250_000), "more than 200,000 elements"),
    Hostile("attributes.html", lambda: page(f"<p {' '.join(f'a{n}=1' for n in range(50_000))}>"), "1,000 attributes"),
    Hostile("open.html", lambda: b"<html><body>" + b"<" * 3_000_000, "holds no article"),
    Hostile("comments.html", lambda: page("<!--" * 500_000), ""),
    Hostile("references.html", lambda: page(PARAGRAPH + "&#x" * 500_000)),
    Hostile(
        "active.html",
        lambda: page(
            "<base href='http://127.0.0.1:9/'><script src='http://127.0.0.1:9/a.js'></script><img src='file:///etc/passwd'>"
            f"<link rel=stylesheet href='//127.0.0.1:9/a.css'><iframe src='http://127.0.0.1:9/'></iframe>{PARAGRAPH}"
        ),
    ),
    Hostile("parts.mhtml", lambda: mhtml(b"--b\r\n\r\n" * 600_000), "limit"),
    Hostile("parameters.mhtml", lambda: mhtml(b"--b\r\nContent-Type: text/html" + b"; a*1*=b" * 200_000), "limit"),
    Hostile("brackets.md", lambda: b"[" * 1_900_000),
    Hostile("quotes.md", lambda: b">" * 1_900_000),
    Hostile("lists.md", lambda: b"- " * 900_000),
    Hostile("stars.md", lambda: b"*a_ " * 450_000),
    Hostile("links.md", lambda: b"[a](" * 450_000),
    Hostile("ticks.md", lambda: b"".join(b"`" * (n % 900) + b"a" for n in range(3_000))),
    Hostile("large.md", lambda: b"a\n\n" * 700_000, "limit for Markdown is 2.0 MB"),
    Hostile("bomb.rss", lambda: f"<rss version='2.0'>{BOMB}<channel>&j;</channel></rss>".encode(), "declares entities"),
    Hostile(
        "many.rss",
        lambda: b"<rss version='2.0'><channel>" + b"<item/>" * 100_000 + b"</channel></rss>",
        "more than 20,000 entries",
    ),
    Hostile("deep.rss", lambda: b"<rss version='2.0'><channel>" + b"<item>" * 2_000, "only a headline"),
    Hostile("tags.rss", lambda: b"<rss version='2.0'><channel><item>" + b"<a>" * 250_000, "more than 200,000 tags"),
    Hostile("bomb.nitf", lambda: (BOMB + nitf()).encode(), "declares entities"),
    Hostile("outside.nitf", lambda: (OUTSIDE + nitf()).encode(), "declares entities"),
    Hostile("deep.nitf", lambda: b"<nitf>" + b"<p>" * 100_000, "more than 256 deep"),
    Hostile("bomb.newsml", lambda: (BOMB + "<newsMessage>&j;</newsMessage>").encode(), "declares entities"),
    Hostile(
        "bomb.svg", lambda: (BOMB + "<svg xmlns='http://www.w3.org/2000/svg'>&j;</svg>").encode(), "cannot be read"
    ),
    Hostile("bomb.xml", lambda: (BOMB + "<svg xmlns='http://www.w3.org/2000/svg'>&j;</svg>").encode(), ""),
)

# Office files


def pdf_page(content: bytes, *more: bytes, page: bytes = b"", catalogue: bytes = b"", trailer: bytes = b"") -> bytes:
    return pdf_of(
        [
            b"<</Type/Catalog/Pages 2 0 R%s>>" % catalogue,
            b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 5 0 R"
            b"/Resources<</Font<</F1 4 0 R>>/XObject<</X 6 0 R>>>>%s>>" % page,
            b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
            content,
            *more,
        ],
        trailer,
    )


_DRAWN = b"BT /F1 11 Tf 50 700 Td (%s) Tj ET\n" % drawn(SENTENCE)


def pdf_bomb(size: int = 1_000_000_000) -> bytes:
    packer = zlib.compressobj(9)
    packed = b"".join(packer.compress(b" " * 1_000_000) for _ in range(size // 1_000_000)) + packer.flush()
    return pdf_page(stream(packed, b"/Filter/FlateDecode"))


def pdf_loops() -> bytes:
    """Pages that are their own parents and children, notes that are pages, a form that draws itself."""
    form = stream(b"q /X Do Q", b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 6 0 R>>>>")
    content = pdf_page(stream(_DRAWN + b"/X Do"), form, page=b"/Annots[3 0 R]", catalogue=b"/Outlines 7 0 R")
    return content.replace(b"/Kids[3 0 R]", b"/Kids[3 0 R 2 0 R]")


def pdf_laughs(depth: int = 30) -> bytes:
    """Forms that draw another twice each."""
    drawing = b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</Font<</F1 4 0 R>>/XObject<</X %d 0 R>>>>"
    forms = [stream(b"/X Do /X Do", drawing % (number + 1)) for number in range(6, 6 + depth)]
    return pdf_page(stream(_DRAWN + b"/X Do"), *forms, stream(_DRAWN, drawing % 5))


def pdf_encrypted() -> bytes:
    """Locked by a password that nobody has."""
    lock = b"<</Filter/Standard/V 2/R 3/Length 128/P -44/O<%s>/U<%s>>>" % (b"41" * 32, b"42" * 32)
    name = b"/Encrypt 6 0 R/ID[<%s><%s>]" % (b"43" * 16, b"43" * 16)
    return pdf_page(stream(_DRAWN), lock, trailer=name)


def pdf_numbers(count: int) -> bytes:
    """A page that draws one letter very many times, each in its own place."""
    return pdf_page(stream(b"BT /F1 9 Tf " + b"1 1 Td (a) Tj " * count + b"ET"))


def rtf(words: bytes) -> bytes:
    return b"{\\rtf1\\ansi " + words + b"}"


_TEMPLATE = {
    "word/settings.xml": '<w:settings xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>',
    "word/_rels/settings.xml.rels": relationships(("attachedTemplate", "http://127.0.0.1:9/evil.dotm", True)),
    "word/_rels/document.xml.rels": relationships(("image", "http://127.0.0.1:9/pixel.png", True)),
}


def xlsx_of(rows: str) -> bytes:
    return workbooks.xlsx({"a": []}, **{"xl/worksheets/sheet1.xml": workbooks.worksheet(rows)})


OFFICE = (
    Hostile("bomb.docx", lambda: docx("", doctype=BOMB), "declares entities"),
    Hostile("outside.docx", lambda: docx(word_paragraph("&x;&y;"), doctype=OUTSIDE), "declares entities"),
    Hostile("template.docx", lambda: docx(word_paragraph(SENTENCE + "By template."), _TEMPLATE)),
    Hostile("large.docx", lambda: docx(word_paragraph("A" * 1_000) * 55_000), "limit"),
    Hostile("deep.docx", lambda: docx("<w:p>" * 10_000 + "</w:p>" * 10_000), "more than 256 deep"),
    Hostile("up.docx", lambda: docx(word_paragraph("x"), {"../up.xml": "<a/>"}), "leads out of the archive"),
    Hostile("bomb.odt", lambda: odt("", further={"content.xml": BOMB + "<a>&j;</a>"}), "declares entities"),
    Hostile("outside.odt", lambda: odt("", further={"styles.xml": OUTSIDE + "<a>&x;</a>"}), ""),
    Hostile("spaces.odt", lambda: odt('<text:p>a<text:s text:c="999999999"/>b</text:p>'), ""),
    Hostile("spaces.fodt", lambda: flat_odt('<text:p>a<text:s text:c="99999"/>b</text:p>' * 2_000), ""),
    Hostile("loop.epub", lambda: epub(dict.fromkeys(["a.xhtml"], f"<html><body>{PARAGRAPH}Book.</body></html>")), ""),
    Hostile("bomb.epub", lambda: epub({"a.xhtml": "x" * 30_000_000}), "limit is 100 times"),
    Hostile("chapters.epub", lambda: epub({f"{n}.xhtml": "<p>x</p>" for n in range(3_000)}), "2,000 files"),
    Hostile("braces.rtf", lambda: rtf(b"{" * 100_000), ""),
    Hostile("words.rtf", lambda: rtf(b"\\a" * 200_000), "holds no text"),
    Hostile("binary.rtf", lambda: rtf(b"\\bin2147483647 " + SENTENCE.encode()), ""),
    Hostile("unicode.rtf", lambda: rtf(b"\\uc2147483647\\u8211 " + SENTENCE.encode() * 9), ""),
    Hostile("bomb.pdf", lambda: pdf_bomb(100_000_000), "holds no text"),
    Hostile("loops.pdf", pdf_loops),
    Hostile("locked.pdf", pdf_encrypted, "protected by a password"),
    Hostile("letters.pdf", lambda: pdf_numbers(50_000), ""),
    Hostile("cut.pdf", lambda: pdf_page(stream(_DRAWN))[:300], "damaged"),
    Hostile(
        "far.xlsx",
        lambda: xlsx_of(f'<row r="1">{workbooks.inline("A1", "text")}</row><row r="1048576"><c r="XFD1048576"/></row>'),
        "limit is 1,000",
    ),
    Hostile(
        "tall.xlsx",
        lambda: xlsx_of('<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="SR1048576"/></row>'),
        "more than 10,000,000 cells",
    ),
    Hostile("bomb.xlsx", lambda: workbooks.xlsx({"a": [["text"], ["x" * 60_000_000]]}), "limit"),
    Hostile(
        "repeated.ods",
        lambda: workbooks.ods(workbooks.ods_row("text") + workbooks.ods_row(SENTENCE, rows_repeated=1_048_576)),
    ),
)

# Mail


def mail(parts: bytes, kind: bytes = b'multipart/mixed; boundary="b"') -> bytes:
    return (
        b"Message-ID: <1@coast.example>\nFrom: ada@coast.example\nTo: b@coast.example\nSubject: Bridge\n"
        b"MIME-Version: 1.0\nContent-Type: " + kind + b"\n\n" + parts
    )


def attached(name: str, content: bytes) -> bytes:
    return (
        b'--b\nContent-Type: text/plain\nContent-Disposition: attachment; filename="'
        + name.encode()
        + b'"\n\n'
        + (content + b"\n")
    )


def mails_in_mails(depth: int) -> bytes:
    content = mail(SENTENCE.encode(), b"text/plain")
    for _ in range(depth):
        content = mail(content, b"message/rfc822")
    return content


MAIL = (
    Hostile(
        "thousand.eml",
        lambda: mail(b"--b\n\nSee below.\n" + b"".join(attached(f"{n}.txt", b"x %d" % n) for n in range(1_000))),
        "Of one message 200 attachments are read",
    ),
    Hostile("nested.eml", lambda: mails_in_mails(60), "more than 3 files deep"),
    Hostile("very nested.eml", lambda: mails_in_mails(3_000), ""),
    Hostile("multiparts.eml", lambda: mail(b"--b\nContent-Type: multipart/mixed; boundary=b\n\n" * 1_500), ""),
    Hostile("parts.eml", lambda: mail(b"--b\n\n" * 500_000), "more than 2,000 parts"),
    Hostile("parameters.eml", lambda: mail(b"", b"text/plain" + b"; a*1*=b" * 300_000), "4,000 characters"),
    Hostile("header.eml", lambda: b"Received: x\nSubject: " + b"=?utf-8?q?a?= " * 300_000 + b"\nFrom: a\n\nText.", ""),
    Hostile("headers.eml", lambda: b"Received: x\nFrom: a\nTo: b\n" + b"X: y\n" * 500_000 + b"\nText of it.", ""),
    Hostile(
        "outside.eml",
        lambda: mail(b"--b\n\nSee below the line.\n" + attached("../../../outside.txt", b"Outside. " * 9)),
    ),
    Hostile(
        "messages.mbox", lambda: b"From a Thu Jul  3 10:00:00 2025\nSubject: x\n\n" * 30_000, "may hold 20,000 articles"
    ),
    Hostile(
        "nested.msg",
        lambda: outlook_files.compound_file(_messages(20)),
        "",
    ),
)


def _messages(depth: int) -> outlook_files.Tree:
    tree = outlook_files.message(head=24)
    for number in range(depth):
        tree = outlook_files.message(head=24 if number < depth - 1 else 32, attachments=(outlook_files.enclosed(tree),))
    return tree


# Tables and transcripts


def cues(count: int) -> bytes:
    return b"1\n00:00:01,000 --> 00:00:02,000\na\n\n" * count


TABLES = (
    Hostile("wide.csv", lambda: b"," * 50_000_000, "more than 1,000 columns"),
    Hostile("wide quoted.csv", lambda: b'"a","b"\n' + b'"",' * 1_000_000, "more than 1,000 columns"),
    Hostile("hole.csv", lambda: b"title,text\na,", "limit is 200 MB", 250_000_000),
    Hostile("cell.csv", lambda: b"title,text\na," + b"a" * 60_000_000, "limit for one article is 50 MB"),
    Hostile("quote.csv", lambda: b'title,text\na,"' + b'""' * 5_000_000, ""),
    Hostile("rows.csv", lambda: b"title,text\n" + b"\n" * 3_000_000, "more than 1,048,576 rows"),
    Hostile("few cells.csv", lambda: b"title,text\n" + b"a\n" * 60_000, "more rows could not be read"),
    Hostile("deep.json", lambda: b"[" * 100_000, "not whole JSON"),
    Hostile("deep objects.json", lambda: b'{"a":' * 900 + b"1" + b"}" * 900, ""),
    Hostile("deep lines.jsonl", lambda: (b'{"text":' + b"[" * 100_000 + b"\n") * 2, ""),
    Hostile("number.json", lambda: b'[{"text": ' + b"9" * 5_000_000 + b"}]", ""),
    Hostile("keys.json", lambda: b"[{" + b",".join(b'"k%d":1' % n for n in range(200_000)) + b"}]", "limit is 1,000"),
    Hostile("deep ninjs.json", lambda: b'{"uri":"a","associations":' + b'{"a":' * 1_000 + b"}" * 1_001, ""),
    Hostile("cues.srt", lambda: cues(50_000), ""),
    Hostile("arrows.vtt", lambda: b"WEBVTT\n\n" + b"00:00:01.000 --> " * 500_000, ""),
    Hostile("voices.vtt", lambda: b"WEBVTT\n\n00:01.000 --> 00:02.000\n" + b"<v a" * 500_000, ""),
)


HOSTILE = (*ARCHIVES, *PAGES, *OFFICE, *MAIL, *TABLES)
