"""Web pages saved as one file (MHTML): the page itself; its pictures and styles are not looked at."""

import re
from dataclasses import dataclass, replace
from email import message_from_bytes
from email.message import Message

from annotator.errors import UnreadableInput
from annotator.formats.base import Read, ReadOptions
from annotator.formats.charsets import codec_called
from annotator.formats.limits import megabytes
from annotator.formats.mail_parts import check_parts
from annotator.formats.web_page import read_page

_SAVED = re.compile(rb"(?im)^(?:Snapshot-Content-Location:|From:\s*[\"<]?Saved by\b)")
_HEAD = 4_000


@dataclass(frozen=True, slots=True)
class SavedPage:
    """One article a file; read only."""

    id: str = "mhtml"
    title: str = "Web page in one file (MHTML)"
    extensions: tuple[str, ...] = (".mhtml", ".mht")
    losses: tuple[str, ...] = ()

    def recognises(self, content: bytes) -> bool:
        """True for what a browser saved: an e-mail has the same form, but says nothing of it."""
        head = re.split(rb"\r?\n\r?\n", content[:_HEAD].lstrip(), maxsplit=1)[0]
        return bool(_SAVED.search(head)) and b"multipart/related" in head.lower()

    def read(self, content: bytes, name: str, options: ReadOptions) -> Read:
        """The article of the page. Raises UnreadableInput."""
        called = f"“{name}”" if name else "This page"
        if len(content) > options.limits.article_bytes:
            size, limit = megabytes(len(content)), megabytes(options.limits.article_bytes)
            raise UnreadableInput(
                f"{called} has {size}; the limit for one article is {limit}, so save the page as HTML alone."
            )
        check_parts(content, called, options.limits)
        part = _page_of(content)
        page = part.get_payload(decode=True) if part is not None else None
        if part is None or not isinstance(page, bytes):
            raise UnreadableInput(f"{called} holds no web page; save the page again, as HTML.")
        address = options.url or str(part.get("Content-Location", "")).strip()
        encoding = options.encoding or _charset(part, page)
        record = read_page(page, name, replace(options, url=address or None, encoding=encoding))
        return [replace(record, original=content, format_id=self.id)]


def _page_of(content: bytes) -> Message | None:
    """The part that is the page: the one that the file says it starts with, else the first of HTML."""
    try:
        message = message_from_bytes(content)
        parts = [part for part in message.walk() if not part.is_multipart()]
        pages = [part for part in parts if part.get_content_type() in ("text/html", "application/xhtml+xml")]
        start = message.get_param("start")
        return next((page for page in pages if start and page.get("Content-ID") == start), pages[0] if pages else None)
    except (ValueError, LookupError, RecursionError):  # what Python's own parser says of damaged headers
        return None


def _charset(part: Message, page: bytes) -> str | None:
    """The encoding that the part declares, unless the page proves to be UTF-8 or nothing knows the name."""
    declared = codec_called(part.get_content_charset() or "")
    if not declared:
        return None
    try:
        page.decode(declared)
    except ValueError:
        return None
    try:
        page.decode("utf-8")
    except UnicodeDecodeError:
        return declared
    return None
