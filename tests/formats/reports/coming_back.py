"""What every format of a report must keep."""

import io
from typing import Any

from tests.formats.reports.sample import PASSAGES, sample


def written(writer: Any, **more: Any) -> bytes:
    stream = io.BytesIO()
    assert writer.write(sample(**more), stream) == ()
    return stream.getvalue()


def check_passages(writer: Any) -> None:
    """Every passage comes back as it was, and the same report gives the same bytes."""
    content = written(writer)
    assert list(writer.passages(io.BytesIO(content))) == [words for _, words in PASSAGES]
    assert written(writer) == content


def check_any_text(writer: Any, text: str) -> None:
    content = written(writer, passages=(("en", text), ("ar", text + "نفى"), ("zh", text)))
    assert list(writer.passages(io.BytesIO(content))) == [text, text + "نفى", text]
