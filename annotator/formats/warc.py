"""Web archives (WARC): the pages and documents in them, each with its address; nothing is asked of the web."""

import io
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlsplit

from annotator.core.records import ArticleRecord, Unread
from annotator.errors import UnreadableInput
from annotator.formats.base import Read, ReadOptions
from annotator.formats.gzip_safely import MAGIC, Unpacked, beginning, unpack
from annotator.formats.limits import Limits, megabytes
from annotator.formats.media_types import ARTICLES
from annotator.formats.members import at_most, read_member
from annotator.formats.warc_lines import bounded
from annotator.formats.wire_text import one_line, web_address

_TYPES = ("response", "resource", "conversion")
_LONGEST_NAME = 200
_CUT = "The web archive holds only the beginning of this page."


@dataclass(frozen=True, slots=True)
class Warc:
    """One article a page that was saved; read only."""

    id: str = "warc"
    title: str = "Web archive (WARC)"
    extensions: tuple[str, ...] = (".warc",)
    losses: tuple[str, ...] = ()

    def recognises(self, content: bytes) -> bool:
        """True for a first record of WARC, compressed or not."""
        return content.startswith(b"WARC/") or beginning(content, 5) == b"WARC/"

    def read(self, content: bytes, name: str, options: ReadOptions) -> Read:
        """The pages, one by one, and an Unread for each that cannot be read. Raises UnreadableInput."""
        called, most = f"“{name}”" if name else "This archive", options.limits.container_bytes
        if len(content) > most:
            raise UnreadableInput(
                f"{called} has {megabytes(len(content))}; the limit for a web archive is {megabytes(most)}, "
                "so split it first."
            )
        if not self.recognises(content):
            raise UnreadableInput(f"{called} is no web archive; it does not begin with a record of WARC.")
        packed = content.startswith(MAGIC)
        stream = Unpacked(content, options.limits, called) if packed else io.BytesIO(content)
        return at_most(_articles(stream, called, name, options), options.limits)


def _articles(stream: Any, called: str, name: str, options: ReadOptions) -> Iterator[ArticleRecord | Unread]:
    records, found = bounded(stream, called, options.limits), False
    left = options.limits.records
    while True:
        try:
            record = next(records, None)
            page = None if record is None else _page(record, options.limits)
        except UnreadableInput as error:
            yield Unread("the rest", str(error))
            return
        if record is None:
            break
        left -= 1
        if left < 0:
            yield Unread(
                "the rest",
                f"A web archive may hold {options.limits.records:,} records; the rest is left out, so split it.",
            )
            return
        if isinstance(page, Page):
            found = True
            yield from _read(page, name, options)
        elif page:
            found = True
            yield page
    if not found:
        raise UnreadableInput(f"{called} is a web archive without pages; there is nothing in it to load.")


@dataclass(frozen=True, slots=True)
class Page:
    """What the web answered for one address: when (ISO 8601), of which kind, and whether all of it is there."""

    url: str
    saved: str
    ending: str
    content: bytes
    is_cut: bool


def _page(record: Any, limits: Limits) -> Page | Unread | None:
    """The page in a record, why it cannot be had, or None for what is no page."""
    if record.rec_type not in _TYPES:
        return None
    url = str(record.rec_headers.get_header("WARC-Target-URI") or "")
    told = record.http_headers if record.rec_type == "response" else None
    kind = told.get_header("Content-Type") if told else record.content_type
    # Pictures, styles and scripts belong to pages.
    ending = ARTICLES.get(str(kind or "").partition(";")[0].strip().lower())
    status = str(told.get_statuscode()) if told else "200"
    if ending is None or status[:1] in "13" or urlsplit_path(url) == "/robots.txt":
        return None
    called = one_line(url) or "a page"
    if status[:1] != "2":
        return Unread(called, f"The server did not give this page when it was saved; it answered “{one_line(status)}”.")
    try:
        content = _body(record, told, limits)
    except UnreadableInput as error:
        return Unread(called, str(error))
    saved = str(record.rec_headers.get_header("WARC-Date") or "")
    return Page(url, saved, ending, content, bool(record.rec_headers.get_header("WARC-Truncated")))


def urlsplit_path(url: str) -> str:
    """The path of an address, "" for one that is none."""
    try:
        return urlsplit(url).path
    except ValueError:
        return ""


def _body(record: Any, told: Any, limits: Limits) -> bytes:
    """A page's own bytes, as the program that asked for it would have had them."""
    # Loaded already, by what reads the records.
    from warcio.bufferedreaders import ChunkedDataReader

    most = limits.article_bytes
    header = (told.get_header("Transfer-Encoding") or "").strip().lower() if told else ""
    stream = ChunkedDataReader(record.raw_stream) if header == "chunked" else record.raw_stream
    content = bytes(stream.read(most + 1))
    if len(content) > most:
        raise UnreadableInput(f"It has more than {megabytes(most)}, which is the limit for one page.")
    return _unpacked(content, (told.get_header("Content-Encoding") or "").strip().lower() if told else "", limits)


def _unpacked(content: bytes, encoding: str, limits: Limits) -> bytes:
    if encoding in ("", "identity", "none") or not content:
        return content
    if encoding in ("gzip", "x-gzip"):
        # Many archives hold pages that their programs unpacked and that still say they are packed.
        return unpack(content, limits, "It") if content.startswith(MAGIC) else content
    if encoding == "deflate":
        for bits in (zlib.MAX_WBITS, -zlib.MAX_WBITS):
            unpacked = _inflated(content, bits, limits)
            if unpacked:
                return unpacked
        return content
    raise UnreadableInput(
        f"It is packed as “{one_line(encoding)}”, which is not read here; save the page from a browser."
    )


def _inflated(content: bytes, bits: int, limits: Limits) -> bytes:
    most = min(limits.article_bytes, max(limits.ratio_bytes, len(content) * limits.ratio))
    try:
        unpacked = zlib.decompressobj(bits).decompress(content, most + 1)
    except zlib.error:
        return b""
    if len(unpacked) > most:
        raise UnreadableInput(f"It unpacks to more than {megabytes(most)}, which is the limit for it.")
    return unpacked


def _read(page: Page, name: str, options: ReadOptions) -> Iterator[ArticleRecord | Unread]:
    with_address = replace(options, url=web_address(page.url) or None)
    for found in read_member(page.content, _name(page), name, with_address):
        if isinstance(found, Unread):
            yield found
            continue
        note = f"Saved from the web on {one_line(page.saved[:10])}." if page.saved else ""
        yield replace(
            found,
            url=found.url or web_address(page.url),
            source_note=found.source_note or note,
            notices=(*found.notices, _CUT) if page.is_cut else found.notices,
        )


def _name(page: Page) -> str:
    """The address as a place in the archive, with the ending of what it is."""
    place = page.url.partition("://")[2] or page.url
    parts = [one_line(part) for part in place.partition("?")[0].split("/")]
    shown = "/".join(part for part in parts if part not in ("", ".", ".."))[-_LONGEST_NAME:].strip("/") or "page"
    return shown if shown.lower().endswith((page.ending, ".htm")) else shown + page.ending
