"""Strings that regular expressions stumble over, in every kind of file that holds text."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial

from tests.formats import outlook_files
from tests.formats.hostile_files import Hostile, mail, page, rtf, warc
from tests.formats.office_files import docx, epub, odt, word_paragraph, zipped
from tests.formats.wires import nitf

PIECES = (
    "a", "a@", "“", '"', ".", " ", "\t", "\n", "(", "'", "A. ", "http://", "1.", "- ", "a-", "«»", "=", "é", "一", "ก",
    "\u0301", "\u202e", "👩\u200d", "<", "&", "\\", "{", "[", "<a ", "&#x", "--", "From ", "=?", "*a_ ",
)  # fmt: skip
"""What is repeated."""

WRAPPED: dict[str, Callable[[str], bytes]] = {
    "txt": lambda words: words.encode(),
    "md": lambda words: words.encode(),
    "html": lambda words: page(f"<p>{words}</p>"),
    "docx": lambda words: docx(word_paragraph(_escaped(words))),
    "odt": lambda words: odt(f"<text:p>{_escaped(words)}</text:p>"),
    "epub": lambda words: epub({"a.xhtml": f"<html><body><p>{_escaped(words)}</p></body></html>"}),
    "rtf": lambda words: rtf(words.encode("cp1252", "replace")),
    "eml": lambda words: mail(words.encode(), b"text/plain; charset=utf-8"),
    "mbox": lambda words: b"From a Thu Jul  3 10:00:00 2025\n" + mail(words.encode(), b"text/plain; charset=utf-8"),
    "subject.eml": lambda words: b"Received: x\nFrom: a\nTo: b\nSubject: " + words.encode() + b"\n\nText of it.",
    "csv": lambda words: f"title,text,published,byline\n{words[:9]},".encode() + words.encode() + b",,\n",
    "head.csv": lambda words: words.encode() + b"\na,b,c\n",
    "json": lambda words: b'[{"title":"a","text":"' + _in_json(words) + b'","published":"' + _in_json(words) + b'"}]',
    "srt": lambda words: b"1\n00:00:01,000 --> 00:00:02,000\n" + words.encode() + b"\n",
    "vtt": lambda words: b"WEBVTT " + words.encode() + b"\n\n00:01.000 --> 00:02.000\na " + words.encode(),
    "rss": lambda words: (
        f"<rss version='2.0'><channel><item><title>{_escaped(words)}</title><pubDate>{_escaped(words)}</pubDate>"
        f"<description>{_escaped(words)}</description></item></channel></rss>"
    ).encode(),
    "nitf": lambda words: (
        nitf().replace("County silent", _escaped(words)).replace("Ada Brook", _escaped(words)).encode()
    ),
    "warc": lambda words: warc(page(f"<p>{words}</p>")),
    "zip": lambda words: zipped({"a.txt": words}),
    "meta.html": lambda words: page(f"<h1>{words}</h1><time>{words}</time>").replace(
        b"<head>",
        f'<head><meta name=author content="{_quoted(words)}"><meta name=date content="{_quoted(words)}">'.encode(),
    ),
    "msg": lambda words: outlook_files.compound_file(outlook_files.message(body=words)),
}


def _escaped(words: str) -> str:
    return words.replace("&", "&amp;").replace("<", "&lt;")


def _quoted(words: str) -> bytes:
    return words.replace('"', "&quot;").encode()


def _in_json(words: str) -> bytes:
    return words.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t").encode()


def stumbling(length: int, pieces: Iterable[str] = PIECES, kinds: Iterable[str] = WRAPPED) -> Iterator[Hostile]:
    """Every such string of `length` characters, an “a” behind it, in each of these kinds of file."""
    for piece in pieces:
        words = piece * (length // len(piece)) + "a"
        for kind in kinds:
            yield Hostile(f"{PIECES.index(piece):02}.{kind}", partial(WRAPPED[kind], words))
