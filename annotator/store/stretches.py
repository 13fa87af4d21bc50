"""The stretches of text that a row stands for, as its columns hold them: the whole extent, and each where several."""

from collections.abc import Sequence
from typing import Any

from annotator.core.spans import Span


def stretch_columns(segments: Sequence[Span]) -> dict[str, Any]:
    """The columns of a row on these stretches, given in the order of the text."""
    return {
        "start_char": segments[0].start_char,
        "end_char": segments[-1].end_char,
        "segments": [list(segment) for segment in segments] if len(segments) > 1 else None,
    }


def stretches_of(row: Any) -> tuple[Span, ...]:
    """The stretches of a row, in the order of the text."""
    return tuple(Span(*segment) for segment in row.segments or ((row.start_char, row.end_char),))
