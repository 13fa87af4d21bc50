"""Mailboxes (mbox): the messages of one file, one after the other, each as if it had been saved by itself."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from annotator.core.records import ArticleRecord, Unread
from annotator.errors import UnreadableInput
from annotator.formats.base import Read, ReadOptions
from annotator.formats.email_message import read_message
from annotator.formats.limits import megabytes
from annotator.formats.members import at_most, called, guarded

# The line before a message and the beginning of its first header.
_SEPARATOR = re.compile(rb"^From ([^\r\n]{0,500})\r?\n(?=[!-9;-~]{1,80}:)", re.MULTILINE)
_CLOCK, _YEAR = re.compile(rb"\d\d:\d\d"), re.compile(rb"(?<!\d)\d{4}(?!\d)")
_ESCAPED = re.compile(rb"^>(>*From )", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Mbox:
    """One article a message, and one each for what is attached; read only."""

    id: str = "mbox"
    title: str = "Mailbox (mbox)"
    extensions: tuple[str, ...] = (".mbox", ".mbx")
    losses: tuple[str, ...] = ()

    def recognises(self, content: bytes) -> bool:
        """True for bytes that begin with the line before a message its time in it, and a header."""
        found = _SEPARATOR.match(content) if content.startswith(b"From ") else None
        return found is not None and _is_timed(found)

    def read(self, content: bytes, name: str, options: ReadOptions) -> Read:
        """The messages, one by one, and an Unread for each that cannot be read. Raises UnreadableInput."""
        what, most = f"“{name}”" if name else "This mailbox", options.limits.container_bytes
        if len(content) > most:
            raise UnreadableInput(
                f"{what} has {megabytes(len(content))}; the limit for a mailbox is {megabytes(most)}, "
                "so split it in your mail program."
            )
        starts = _separators(content)
        first = next(starts, None)
        if first is None:
            raise UnreadableInput(f"{what} is a mailbox without messages; there is nothing in it to load.")
        return at_most(_articles(content, first, starts, name, options), options.limits)


def _separators(content: bytes) -> Iterator[re.Match[bytes]]:
    """The lines before messages: with a time, or behind an empty line with nothing but a sender; no sentences."""
    for found in _SEPARATOR.finditer(content):
        before = content[max(found.start() - 3, 0) : found.start()]
        if _is_timed(found) or (len(found[1].split()) < 2 and (not before or before.endswith((b"\n\n", b"\n\r\n")))):
            yield found


def _is_timed(line: re.Match[bytes]) -> bool:
    return bool(_CLOCK.search(line[1]) and _YEAR.search(line[1]))


def _articles(
    content: bytes, first: re.Match[bytes], others: Iterator[re.Match[bytes]], name: str, options: ReadOptions
) -> Iterator[ArticleRecord | Unread]:
    start = first.end()
    for number, following in enumerate(chain(others, [None]), 1):
        end = len(content) if following is None else following.start()
        yield from _message(content[start:end], f"message {number}.eml", name, options)
        if following is not None:
            start = following.end()


def _message(raw: bytes, place: str, mailbox: str, options: ReadOptions) -> Iterator[ArticleRecord | Unread]:
    # One line break at its end belongs to the mailbox.
    message = _ESCAPED.sub(rb"\1", re.sub(rb"\r?\n\Z", b"", raw))
    yield from called(guarded(lambda: read_message(message, f"{mailbox}/{place}", options)), place)
