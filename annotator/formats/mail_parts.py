"""The parts of a MIME message: which are its text, which are attached. Nothing of it is fetched, run or written."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from email import message_from_bytes
from email.message import Message
from email.policy import compat32

from annotator.errors import UnreadableInput
from annotator.formats.html_text import text_of_html
from annotator.formats.limits import Limits, megabytes
from annotator.formats.line_joining import flowed, unwrapped
from annotator.formats.mail_article import Attachment, Mail, sender_of
from annotator.formats.mail_charsets import decode_header, decode_words
from annotator.formats.media_types import ENDINGS
from annotator.formats.wire_text import language_code, newlines, one_line, safe_name

_LONGEST_HEADER = 4_000
_PARAMETERS = re.compile(
    rb"^content-(?:type|disposition):[^\r\n]*(?:\r?\n[ \t][^\r\n]*)*", re.IGNORECASE | re.MULTILINE
)
_EMPTY_LINES = re.compile(r"\n{4,}")
# A plain text that only says that there is another is not the one to read.
_STUB = 300
_ENDINGS = ENDINGS | {"message/rfc822": ".eml", "text/rtf": ".rtf", "text/vtt": ".vtt"}
# Nothing that a person attached: signatures, reports of delivery, headers of what came back.
_MACHINERY = {
    "application/pgp-signature",
    "application/pkcs7-signature",
    "application/x-pkcs7-signature",
    "text/rfc822-headers",
}
# What the library's parts raise on broken parameters and headers.
_BROKEN = (ValueError, LookupError, TypeError, AttributeError)


@dataclass(slots=True)
class _Found:
    """What one part holds: its texts in order, what is attached, and why a text of it could not be read."""

    texts: list[str] = field(default_factory=list)
    attached: list[Message] = field(default_factory=list)
    refused: list[UnreadableInput] = field(default_factory=list)

    def add(self, others: Iterable["_Found"]) -> None:
        for other in others:
            self.texts += other.texts
            self.attached += other.attached
            self.refused += other.refused


def mail_of(content: bytes, called: str, limits: Limits) -> Mail:
    """What a message says and brings; `called` names it in sentences, with its quotes.

    Raises UnreadableInput for one that is too large or nested too deep.
    """
    if len(content) > limits.article_bytes:
        raise UnreadableInput(
            f"{called} has {megabytes(len(content))}; the limit for one message is {megabytes(limits.article_bytes)}, "
            "so save what is attached and load that."
        )
    check_parts(content, called, limits)
    try:
        # The older policy: it leaves headers as they came, where the newer one breaks on those that are damaged.
        message = message_from_bytes(content, policy=compat32)
        found = _found(message, limits)
        attachments, lost = _attachments(found.attached)
    except RecursionError as error:
        raise UnreadableInput(
            f"{called} holds parts too many times in each other; the limit is some hundred. Save its text as a file."
        ) from error
    if found.refused and not found.texts:
        raise found.refused[0]
    return Mail(
        subject=header(message, "subject"),
        sender=sender_of(header(message, "from")),
        organization=one_line(header(message, "organization")),
        published=one_line(header(message, "date")),
        language=language_code(header(message, "content-language").partition(",")[0]),
        body="\n\n".join(found.texts),
        attachments=tuple(attachments),
        unread=tuple(lost),
    )


def check_parts(content: bytes, called: str, limits: Limits) -> None:
    """Raises UnreadableInput for more parts, or longer lists of parameters, than the library takes a short time for.

    It takes quadratic time for parameters and does not end for very many parts.
    """
    kinds = 0
    for found in _PARAMETERS.finditer(content):
        kinds += 1
        if len(found.group()) > limits.header:
            raise UnreadableInput(
                f"{called} has a header of more than {limits.header:,} characters that says what a part of it is, "
                "which is the limit; save its text as a file."
            )
    if kinds > 2 * limits.parts or content.count(b"\n--") > limits.members:
        raise UnreadableInput(
            f"{called} has more than {limits.parts:,} parts, which is the limit; save its text as a file."
        )


def header(message: Message, name: str) -> str:
    """A header's words, decoded, on one line; "" when there is none."""
    for known, value in message.raw_items():
        if known.lower() == name:
            return decode_header(str(value)[:_LONGEST_HEADER])
    return ""


def _found(part: Message, limits: Limits) -> _Found:
    kind, found = part.get_content_type(), _Found()
    if part.is_multipart() and kind.startswith("multipart/"):
        if kind == "multipart/alternative":
            found.add(_alternatives(_children(part), limits))
        else:
            found.add(_found(child, limits) for child in _children(part))
        if kind == "multipart/related":  # the pictures of a page
            found.attached = [one for one in found.attached if one.get_content_maintype() != "image"]
    elif kind == "message/rfc822":
        found.attached.append(part)
    elif _is_body(part, kind):
        _add_text(found, part, kind, limits)
    elif not part.is_multipart() and kind not in _MACHINERY:
        found.attached.append(part)
    return found


def _children(part: Message) -> list[Message]:
    payload = part.get_payload()
    return [child for child in payload if isinstance(child, Message)] if isinstance(payload, list) else []


def _alternatives(parts: list[Message], limits: Limits) -> list[_Found]:
    """Of a text and its richer forms one is kept: the plain one, unless it only says that there is another."""
    plain = next((found for part in parts if _is_plain(part) and (found := _found(part, limits)).texts), _Found())
    length = sum(map(len, plain.texts))
    # The page is the costly part: where there is text enough, it is not even looked at.
    others = [part for part in parts if not _is_plain(part)]
    rich = [_found(part, limits) for part in others if length < _STUB or part.get_content_type() != "text/html"]
    chosen = next((found for found in rich if found.texts), None)
    instead = chosen is not None and length < _STUB and sum(map(len, chosen.texts)) > 3 * length
    for found in rich:
        if not (instead and found is chosen):
            found.texts = []
    if instead:
        plain.texts = []
    return [plain, *rich]


def _is_plain(part: Message) -> bool:
    return part.get_content_type() == "text/plain" and not _is_attached(part)


def _is_body(part: Message, kind: str) -> bool:
    """True for text that a mail program shows in the message; a broken multipart is shown as it came."""
    if part.is_multipart():
        return False
    if kind.startswith("multipart/"):
        return True
    return kind in ("text/plain", "text/html", "text/enriched") and not _is_attached(part)


def _is_attached(part: Message) -> bool:
    try:
        return part.get_content_disposition() == "attachment" or bool(part.get_filename())
    except _BROKEN:
        return False


def _add_text(found: _Found, part: Message, kind: str, limits: Limits) -> None:
    try:
        text = _text(part, kind, limits).strip("\n").rstrip()
    except UnreadableInput as error:
        found.refused.append(error)
        return
    if text.strip():
        found.texts.append(text)


def _text(part: Message, kind: str, limits: Limits) -> str:
    content, declared = _payload(part), _parameter(part, "charset")
    if kind == "text/html":
        return text_of_html(decode_words(content, declared) if declared else content, limits)
    text = _EMPTY_LINES.sub("\n\n\n", newlines(decode_words(content, declared)))
    if _parameter(part, "format").lower() == "flowed":
        return flowed(text, _parameter(part, "delsp").lower() == "yes")
    return unwrapped(text)


def _payload(part: Message) -> bytes:
    try:
        payload = part.get_payload(decode=True)
    except _BROKEN:
        payload = None
    return payload if isinstance(payload, bytes) else b""


def _parameter(part: Message, name: str) -> str:
    try:
        value = part.get_param(name)
    except _BROKEN:
        return ""
    return str(value[2] if isinstance(value, tuple) else value or "")


def _attachments(parts: list[Message]) -> tuple[list[Attachment], list[str]]:
    """What is attached, and the names of what cannot be taken out."""
    taken, lost = [], []
    for number, part in enumerate(parts, 1):
        name = _name(part, number)
        content = _enclosed(part) if part.get_content_type() == "message/rfc822" else _payload(part)
        if content:
            taken.append(Attachment(name, content))
        else:
            lost.append(name)
    return taken, lost


def _enclosed(part: Message) -> bytes:
    """The bytes of a message that is attached as one."""
    children = _children(part)
    try:
        return children[0].as_bytes(policy=compat32.clone(max_line_length=0)) if children else _payload(part)
    except _BROKEN:
        return b""


def _name(part: Message, number: int) -> str:
    """The name its sender gave it, made safe; else one by its kind."""
    kind = part.get_content_type()
    try:
        name = safe_name(decode_header((part.get_filename() or "")[:_LONGEST_HEADER]))
    except _BROKEN:
        name = ""
    ending = _ENDINGS.get(kind, "")
    if not name and kind == "message/rfc822" and (children := _children(part)):
        name = safe_name(header(children[0], "subject").replace("/", " "))
        return f"{name or f'message {number}'}.eml"
    if name and "." not in name:
        return name + ending
    return name or f"attachment {number}{ending}"
