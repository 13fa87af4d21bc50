"""What a rule has found: words that the article hands to somebody, and what says so."""

from typing import NamedTuple

from annotator.core.spans import Span

DIRECT, INDIRECT, MIXED = "direct", "indirect", "mixed"


class Report(NamedTuple):
    """Reported words, in one or several segments, with the cue and who said it, where the text has them.

    `how`: which sign told of them: "marks", "dash" (it opens a turn of speech), "colon", "that", "clause", "object",
    "noun", "after" (the cue follows), "source" (a phrase that names the source), "mood", "summary". `last`: the last
    word of the sentence that it uses.
    `quote_type`: whether it stands in marks: direct, indirect or mixed. `marks`: where those marks are.
    `negated`: the article says that it was not said.
    """

    segments: tuple[Span, ...]
    how: str
    cue: Span | None = None
    source: Span | None = None
    last: int = -1
    quote_type: str = INDIRECT
    marks: tuple[Span, ...] = ()
    negated: bool = False
