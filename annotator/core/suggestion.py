"""What a suggester proposes: a label on a stretch of text, and why. Never an annotation by itself."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol

from annotator.core.spans import Span


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A label that a stretch may deserve.

    `reason` says in words of the language-neutral kind what spoke for it, `evidence` are the stretches that did: the
    cue's words, the marks. `source` is where the text names who said it, `cue` the verb or phrase that says so.
    `attributes` are values to propose with it (key of an attribute -> value, as the label set has them).
    `confidence` is 0..1. `suggester` is which one proposed it: "cues", "learned".
    """

    label: str
    segments: tuple[Span, ...]
    suggester: str
    reason: str
    evidence: tuple[Span, ...] = ()
    source: Span | None = None
    cue: Span | None = None
    attributes: Mapping[str, str] = field(default_factory=dict, hash=False)
    confidence: float = 1.0

    @property
    def extent(self) -> Span:
        """From the first segment's start to the last one's end."""
        return Span(self.segments[0].start_char, self.segments[-1].end_char)


class Suggester(Protocol):
    """Anything that proposes labels for a text.

    Attributes:
        id: kept with every annotation that was made from its suggestion.

    """

    @property
    def id(self) -> str: ...

    def suggest(self, text: str, language: str) -> list[Suggestion]:
        """Suggestions in the order of the text; places are code points of it. Never raises because of the text."""
        ...
