"""E-mail as it is saved and sent (.eml): the message is an article, and so is every text that is attached."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from annotator.core.records import ArticleRecord, Unread
from annotator.formats.base import Read, ReadOptions
from annotator.formats.mail_article import articles_of
from annotator.formats.mail_parts import mail_of

_HEAD = 65_536
_HEADER = re.compile(rb"([!-9;-~]{1,80}):[^\n]*(?:\n[ \t][^\n]*)*\n?")
# Only a machine writes these; From, Date and Subject may be the head of a memorandum that is plain text.
_MACHINES = {
    b"message-id",
    b"received",
    b"return-path",
    b"mime-version",
    b"delivered-to",
    b"x-mailer",
    b"dkim-signature",
}
_PEOPLES = {b"from", b"to", b"subject", b"date", b"sender"}


@dataclass(frozen=True, slots=True)
class EmailMessage:
    """One message and what is attached to it; read only."""

    id: str = "eml"
    title: str = "E-mail message"
    extensions: tuple[str, ...] = (".eml", ".emlx")
    losses: tuple[str, ...] = ()

    def recognises(self, content: bytes) -> bool:
        """True for bytes that begin with the headers of a message, some of them by a person and some by a machine."""
        names, at = set(), 0
        head = content[:_HEAD].replace(b"\r\n", b"\n")
        while found := _HEADER.match(head, at):
            names.add(found[1].lower())
            at = found.end()
        return (
            len(names & _PEOPLES) >= 2 and not names.isdisjoint(_MACHINES) and b"snapshot-content-location" not in names
        )

    def read(self, content: bytes, name: str, options: ReadOptions) -> Read:
        """The message, then what is attached to it. Raises UnreadableInput."""
        return read_message(_without_length(content), name, options)


def read_message(content: bytes, name: str, options: ReadOptions) -> Iterator[ArticleRecord | Unread]:
    """The articles of one message's bytes. Raises UnreadableInput when there is no text in any part of it."""
    mail = mail_of(content, f"“{name}”" if name else "This message", options.limits)
    return articles_of(mail, content, name, options, "eml")


def _without_length(content: bytes) -> bytes:
    """Apple's way of saving begins with a line that counts the bytes of the message."""
    found = re.match(rb"(\d{1,12}) *\r?\n", content[:20])
    return content[found.end() : found.end() + int(found[1])] if found else content
