"""The records of a web archive, read by a library that is kept from lines and headers without end."""

import io
from collections.abc import Iterator
from contextlib import redirect_stderr
from typing import Any

from annotator.errors import UnreadableInput
from annotator.formats.limits import Limits


def bounded(stream: Any, called: str, limits: Limits) -> Iterator[Any]:
    """The records in a stream of unpacked bytes, as warcio has them. Raises UnreadableInput where it breaks off."""
    # Started late: only web archives need it.
    from warcio.archiveiterator import WARCIterator
    from warcio.bufferedreaders import BufferedReader

    class Lines(BufferedReader):  # type: ignore[misc]  # the library has no types
        """Bytes by the line, none of them longer than a header can be."""

        lines = 0

        def read(self, length: int | None = None) -> bytes:
            self.lines = 0
            return bytes(super().read(length))

        def readline(self, length: int | None = None) -> bytes:
            self.lines += 1
            # The library stops somewhere between half of what it is asked for and all of it.
            line = bytes(super().readline(min(length or 4 * limits.line, 4 * limits.line)))
            if (len(line) > limits.line and not line.endswith(b"\n")) or self.lines > limits.lines:
                raise UnreadableInput(
                    f"{called} is damaged: a header of it has more than {limits.line:,} characters "
                    f"or {limits.lines:,} lines, which is the limit."
                )
            return line

    records = WARCIterator(stream)
    records.reader = Lines(stream)
    try:
        while (record := _next(records)) is not None:
            yield record
    except UnreadableInput:
        raise
    except Exception as error:  # it raises whatever its parts do on what is no WARC
        raise UnreadableInput(f"{called} is damaged: what follows in it is no record of a web archive.") from error


def _next(records: Iterator[Any]) -> Any:
    # The library tells the terminal of what it finds wrong, in the file's own words.
    with redirect_stderr(io.StringIO()):
        return next(records, None)
