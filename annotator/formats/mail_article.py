"""An e-mail as articles, whatever file it came in: the message itself, and what is attached that can be read."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from annotator.core.records import ArticleRecord, Unread
from annotator.errors import UnreadableInput
from annotator.formats.base import ReadOptions
from annotator.formats.members import read_member
from annotator.formats.plain_text import title_of
from annotator.formats.wire_text import one_line, with_headline
from annotator.formats.wire_time import printed_time

_NO_TEXT = "{called} is a message without text; there is nothing in it to load."
_MOST_NAMED = 10
_NAMED = re.compile(r'\s*("(?:[^"\\]|\\.)*"|[^"<,][^<,]*?)\s*<')


class Attachment(NamedTuple):
    """A file that came with a message; its name is fit to be shown, never a path."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Mail:
    r"""What of a message matters here. `body` has `\n` newlines only; `published` is the date as it was sent."""

    subject: str = ""
    sender: str = ""
    organization: str = ""
    published: str = ""
    language: str = ""
    body: str = ""
    attachments: tuple[Attachment, ...] = ()
    unread: tuple[str, ...] = ()


def articles_of(
    mail: Mail, content: bytes, name: str, options: ReadOptions, format_id: str
) -> Iterator[ArticleRecord | Unread]:
    """The message, then what is attached to it. Raises UnreadableInput when there is no text in any of it."""
    readable, others = _sorted(mail.attachments)
    named = [*mail.unread, *others]
    if mail.body.strip():
        yield _message(mail, content, name, format_id, named)
    elif not readable:
        called = f"“{name}”" if name else "This"
        raise UnreadableInput(_NO_TEXT.format(called=called) if not named else _only_attached(called, named))
    for attachment in readable[: options.limits.attachments]:
        yield from read_member(attachment.content, attachment.name, name, options)
    if len(readable) > options.limits.attachments:
        most = options.limits.attachments
        yield Unread("the rest", f"Of one message {most} attachments are read; save the others and load those.")


def sender_of(value: str) -> str:
    """The name in a From header, its address where there is no name; of several senders the first."""
    found = _NAMED.match(value)
    if found:
        return one_line(found[1].strip().strip("\"'").replace("\\", ""))
    return one_line(value.partition(",")[0].strip(" <>"))


def _sorted(attachments: tuple[Attachment, ...]) -> tuple[list[Attachment], list[str]]:
    """What some reader reads, and the names of the rest; of two with one name the second gets a number."""
    from annotator import formats  # it lists the readers, those of mail among them

    readable, others = [], []
    seen: dict[str, int] = {}
    for attachment in attachments:
        try:
            formats.reader_of(attachment.content, attachment.name)
        except UnreadableInput:
            others.append(attachment.name)
            continue
        times = seen[attachment.name] = seen.get(attachment.name, 0) + 1
        readable.append(attachment if times == 1 else attachment._replace(name=f"{times}-{attachment.name}"))
    return readable, others


def _message(mail: Mail, content: bytes, name: str, format_id: str, unread: list[str]) -> ArticleRecord:
    subject = one_line(mail.subject)
    text = with_headline(subject, mail.body)
    return ArticleRecord(
        title=subject or title_of(text, name),
        text=text,
        original=content,
        encoding="",
        file_name=name,
        outlet=mail.organization,
        byline=mail.sender,
        published=mail.published,
        published_at=printed_time(mail.published),
        language=mail.language,
        format_id=format_id,
        authors=(mail.sender,) if mail.sender else (),
        notices=(f"Attached, but not loaded: {_listed(unread)}.",) if unread else (),
    )


def _only_attached(called: str, names: list[str]) -> str:
    return f"{called} is a message without text, and what is attached cannot be read: {_listed(names)}."


def _listed(names: list[str]) -> str:
    shown = ", ".join(f"“{name}”" for name in names[:_MOST_NAMED])
    left = len(names) - _MOST_NAMED
    return f"{shown} and {left} more" if left > 0 else shown
