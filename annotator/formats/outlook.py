"""Messages as Outlook saves them (.msg): the message is an article, and so is every text that is attached."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from email.parser import HeaderParser

import orjson

from annotator.core.records import ArticleRecord, Unread
from annotator.formats.base import Read, ReadOptions
from annotator.formats.html_text import text_of_html
from annotator.formats.limits import Limits
from annotator.formats.line_joining import unwrapped
from annotator.formats.mail_article import Attachment, Mail, articles_of, sender_of
from annotator.formats.mail_charsets import decode_words
from annotator.formats.mail_parts import header
from annotator.formats.members import called, guarded
from annotator.formats.outlook_rtf import unpacked_rtf
from annotator.formats.outlook_store import MAGIC, OF_ATTACHMENT, OF_ENCLOSED, OF_MESSAGE, Properties, open_message
from annotator.formats.rtf_words import read_words
from annotator.formats.wire_text import newlines, one_line, safe_name
from annotator.formats.wire_time import utc_time

_SUBJECT, _BODY, _HTML, _RTF = 0x0037, 0x1000, 0x1013, 0x1009
_HEADERS, _SENT, _DELIVERED = 0x007D, 0x0039, 0x0E06
_SENDER, _FOR_WHOM, _ADDRESS = 0x0C1A, 0x0042, 0x0C1F
_LONG_NAME, _SHORT_NAME, _SHOWN_NAME = 0x3707, 0x3704, 0x3001
_DATA, _CONTENT_ID, _KIND = 0x3701, 0x3712, 0x370E
_NAMED_AS_MESSAGES = "__properties_version1.0".encode("utf-16-le")
_LONGEST_HEADERS = 100_000


@dataclass(frozen=True, slots=True)
class OutlookMessage:
    """One message and what is attached to it; read only."""

    id: str = "msg"
    title: str = "Outlook message"
    extensions: tuple[str, ...] = (".msg",)
    losses: tuple[str, ...] = ()

    def recognises(self, content: bytes) -> bool:
        """True for Outlook's kind of file with the properties that messages have."""
        return content.startswith(MAGIC) and _NAMED_AS_MESSAGES in content

    def read(self, content: bytes, name: str, options: ReadOptions) -> Read:
        """The message, then what is attached to it. Raises UnreadableInput."""
        what = f"“{name}”" if name else "This message"
        storage = open_message(content, options.limits, what)
        return _articles(Properties(storage, OF_MESSAGE), content, name, options)


def _articles(message: Properties, content: bytes, name: str, options: ReadOptions) -> Iterator[ArticleRecord | Unread]:
    parts = [Properties(storage, OF_ATTACHMENT) for storage in message.attachments]
    enclosed = [Properties(part.enclosed, OF_ENCLOSED) for part in parts if part.enclosed is not None]
    mail = _mail(message, [part for part in parts if part.enclosed is None], options.limits)
    if mail.body or mail.attachments or not enclosed:
        yield from articles_of(mail, content or _own_bytes(mail), name, options, "msg")
    for number, inner in enumerate(enclosed, 1):
        place = f"{safe_name(inner.text(_SUBJECT).replace('/', ' ')) or f'message {number}'}.msg"
        yield from called(_enclosed(inner, f"{name}/{place}", options), place)


def _enclosed(message: Properties, name: str, options: ReadOptions) -> Iterator[ArticleRecord | Unread]:
    """A message inside a message, which has no bytes of its own in the file."""
    if options.depth >= options.limits.depth:
        yield Unread("", f"It lies more than {options.limits.depth} files deep in other files, which is the limit.")
        return
    within = replace(options, depth=options.depth + 1)
    yield from guarded(lambda: _articles(message, b"", name, within))


def _own_bytes(mail: Mail) -> bytes:
    """What stands for the bytes of a message that has none: all that was read of it."""
    told = {"subject": mail.subject, "sender": mail.sender, "published": mail.published, "body": mail.body}
    return orjson.dumps(told)


def _mail(message: Properties, parts: list[Properties], limits: Limits) -> Mail:
    headers = HeaderParser().parsestr(message.text(_HEADERS)[:_LONGEST_HEADERS])
    moment = message.moment(_SENT) or message.moment(_DELIVERED)
    sender = message.text(_SENDER) or message.text(_FOR_WHOM) or message.text(_ADDRESS)
    attachments, lost = _attachments(parts)
    return Mail(
        subject=message.text(_SUBJECT),
        sender=one_line(sender) or sender_of(header(headers, "from")),
        organization=one_line(header(headers, "organization")),
        published=one_line(header(headers, "date")) or (utc_time(moment) if moment else ""),
        body=_body(message, limits),
        attachments=tuple(attachments),
        unread=tuple(lost),
    )


def _body(message: Properties, limits: Limits) -> str:
    """The text as it is, else that of the page, else that of the rich text, which older messages have alone."""
    text = newlines(message.text(_BODY)).strip()
    if text:
        return unwrapped(text)
    page = message.content(_HTML)
    if page:
        return text_of_html(decode_words(page, message.encoding) if message.encoding else page, limits)
    words = message.text(_HTML)
    if words:
        return text_of_html(words, limits)
    rich = unpacked_rtf(message.content(_RTF), limits)
    return read_words(rich, limits, "The message").text.strip() if rich else ""


def _attachments(parts: list[Properties]) -> tuple[list[Attachment], list[str]]:
    """What is attached, and the names of what cannot be taken out; pictures of the page are neither."""
    taken, lost = [], []
    for number, part in enumerate(parts, 1):
        told = part.text(_LONG_NAME) or part.text(_SHORT_NAME) or part.text(_SHOWN_NAME)
        name = safe_name(told) or f"attachment {number}"
        if part.text(_CONTENT_ID) and part.text(_KIND).startswith("image/"):
            continue
        content = part.content(_DATA)
        if content:
            taken.append(Attachment(name, content))
        else:
            lost.append(name)
    return taken, lost
