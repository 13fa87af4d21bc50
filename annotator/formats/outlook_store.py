"""What lies in a message of Outlook: a small file system of streams, opened so that it can harm nothing."""

import io
import struct
from datetime import datetime
from typing import Any

from annotator.errors import UnreadableInput
from annotator.formats.limits import Limits, megabytes
from annotator.formats.mail_charsets import decode_words

MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# Where properties begin, after the counts that the head of each kind of storage has.
OF_MESSAGE, OF_ENCLOSED, OF_ATTACHMENT = 32, 24, 8
_ENCLOSED = "__SUBSTG1.0_3701000D"


class Properties:
    """The properties of a message or of what is attached to it, by their numbers; damaged ones are not there."""

    def __init__(self, storage: Any, offset: int) -> None:
        # Loaded already, by what opened the file.
        from oxmsg.properties import Properties as Told

        self._told = Told(storage, offset)
        self._streams = {stream.name.upper(): stream.bytes_ for stream in storage.streams}
        self.attachments = tuple(storage.iter_attachment_storages())
        self.enclosed = next((inner for inner in storage.storages if inner.name.upper() == _ENCLOSED), None)

    def content(self, number: int) -> bytes:
        """The bytes of a property."""
        return self._stream(number, "0102")

    def text(self, number: int) -> str:
        """The words of a property, whichever way they are spelled."""
        wide = self._stream(number, "001F")
        if wide:
            return wide.decode("utf-16-le", "replace").rstrip("\0")
        return decode_words(self._stream(number, "001E"), self.encoding).rstrip("\0")

    def moment(self, number: int) -> datetime | None:
        """The time of a property."""
        try:
            found = self._told.date_prop_value(number)
        except (ValueError, LookupError, TypeError, AttributeError, AssertionError, OverflowError, struct.error):
            return None
        return found if isinstance(found, datetime) else None

    @property
    def encoding(self) -> str:
        """The charset of what is not in Unicode, "" where the message does not say."""
        try:
            return str(self._told.body_encoding)
        except (ValueError, LookupError, TypeError, AttributeError, AssertionError, struct.error):
            return ""

    def _stream(self, number: int, kind: str) -> bytes:
        return bytes(self._streams.get(f"__SUBSTG1.0_{number:04X}{kind}", b""))


def open_message(content: bytes, limits: Limits, called: str) -> Any:
    """The storage of a message's bytes. Raises UnreadableInput for what is damaged or over a limit."""
    if len(content) > limits.article_bytes:
        raise UnreadableInput(
            f"{called} has {megabytes(len(content))}; the limit for one message is {megabytes(limits.article_bytes)}, "
            "so save what is attached and load that."
        )
    # Started late: only messages of Outlook need them.
    from olefile import OleFileIO
    from oxmsg.storage import Storage

    try:
        # As a stream: bytes that are few would be taken for the name of a file.
        with OleFileIO(io.BytesIO(content)) as files:
            _check(files, len(content), limits, called)
            return Storage.from_ole(files)
    except UnreadableInput:
        raise
    except Exception as error:  # its parts raise whatever they do on what is no message, RecursionError too
        raise UnreadableInput(
            f"{called} is damaged: it cannot be opened as a message of Outlook; save it once more, as .eml if you can."
        ) from error


def _check(files: Any, size: int, limits: Limits, called: str) -> None:
    """Raises UnreadableInput for streams that are too many, or that say they hold more than the file."""
    streams = [entry for entry in files.direntries if entry is not None and entry.entry_type == 2]
    if len(streams) > limits.streams:
        raise UnreadableInput(
            f"{called} holds more than {limits.streams:,} streams, which is the limit; save its text as a file."
        )
    if sum(entry.size for entry in streams) > size:
        raise UnreadableInput(f"{called} is damaged: what lies in it lies over each other; save it once more.")
