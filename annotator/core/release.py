"""What may leave: not what is withheld, cancelled or under an embargo, nor what was said off the record."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from enum import StrEnum
from hashlib import sha256
from typing import Any, Protocol
from unicodedata import category
from uuid import UUID

from annotator.core.attributes import Defaults
from annotator.core.masking import BLOCK
from annotator.core.records import AnnotationRecord, DocumentRecord, Status
from annotator.core.schema import LabelSet, Rule, Severity, holds
from annotator.core.spans import Span, covered, encloses
from annotator.core.times import moment_of

_TELLING = "LMNS"  # kinds of characters: letters, marks on them, figures, symbols


class Hold(StrEnum):
    """Why an article is held back."""

    CANCELLED = "cancelled"
    WITHHELD = "withheld"
    EMBARGOED = "embargoed"


class Held(Protocol):
    """Whatever has a status and an embargo: a DocumentRecord, a DocumentSummary."""

    @property
    def status(self) -> Status: ...

    @property
    def embargo_until(self) -> str: ...


def hold_of(article: Held, now: datetime | None = None) -> Hold | None:
    """What holds an article back at this moment (None: now); None when nothing does.

    An embargo without a zone is in the computer's own time; one that is no time at all never ends by itself.
    """
    if article.status is Status.CANCELLED:
        return Hold.CANCELLED
    if article.status is Status.WITHHELD:
        return Hold.WITHHELD
    if not article.embargo_until:
        return None
    end = moment_of(article.embargo_until)
    return Hold.EMBARGOED if end is None or (now or datetime.now(UTC)) < end else None


class Said(Protocol):
    """What rules look at of an annotation."""

    @property
    def label(self) -> str: ...

    @property
    def attributes(self) -> Mapping[str, Any]: ...


class Release:
    """Lets out what may leave of documents, as the rules of a label set say."""

    def __init__(self, label_set: LabelSet) -> None:
        self._rules = [rule for rule in label_set.rules if rule.severity is Severity.HOLD]
        self._defaults = Defaults(label_set)
        self._held_when_silent: dict[str, bool] = {}
        self._looked_at = _looked_at(self._rules, label_set)

    def is_held(self, annotation: Said) -> bool:
        """True when a rule says that this annotation never leaves; also one that said so under another label."""
        label, own = annotation.label, annotation.attributes
        if not own or self._looked_at.isdisjoint(own):  # most say nothing of it: asked once a label
            if label not in self._held_when_silent:
                self._held_when_silent[label] = self._is_held_as(label, {})
            return self._held_when_silent[label]
        return self._is_held_as(label, own) or any(rule.when and holds(rule.when, own.get) for rule in self._rules)

    def _is_held_as(self, label: str, own: Mapping[str, Any]) -> bool:
        rules = [rule for rule in self._rules if not rule.labels or label in rule.labels]
        said = self._defaults.complete(label, own) if rules else {}
        return any(holds(rule.when, said.get) for rule in rules)

    def held_in(self, annotations: Sequence[AnnotationRecord]) -> set[UUID]:
        """Which annotations of an article never leave: those that a rule holds, and what lies inside their words."""
        held = [annotation for annotation in annotations if self.is_held(annotation)]
        words = covered(segment for annotation in held for segment in annotation.segments)
        inside = (one for one in annotations if encloses(words, one.segments))
        return {annotation.id for annotation in (*held, *inside)}

    def let_out(self, record: DocumentRecord, beside: Sequence[AnnotationRecord] = ()) -> DocumentRecord:
        """The document without the annotations that never leave and what only they refer to, their words blacked out.

        `beside` are others on its text, which are not to leave by themselves, and whose words may have to stay in.
        """
        there = (*record.annotations, *beside)
        held = self.held_in(there)
        if not held:
            return record
        words = covered(segment for one in there if one.id in held for segment in one.segments)
        kept = tuple(annotation for annotation in record.annotations if annotation.id not in held)
        relations = tuple(one for one in record.relations if held.isdisjoint({one.from_id, one.to_id}))
        named = {one.source_id for one in relations}
        sources = tuple(source for source in record.sources if source.id in named)
        return blacked_out(replace(record, annotations=kept, relations=relations, sources=sources), words)


def _looked_at(rules: Sequence[Rule], label_set: LabelSet) -> frozenset[str]:
    """The attributes on which it depends whether a rule holds: its own, and those by which these are shown at all."""
    named = {key for rule in rules for key, _ in rule.when}
    deciding = {key for one in label_set.attributes if one.key in named for key, _ in one.shown_when}
    return frozenset(named | deciding)


def blacked_out(record: DocumentRecord, stretches: Sequence[Span]) -> DocumentRecord:
    """The document with all of these stretches but spaces and punctuation as █, in its title, too, where that is taken
    from its text, and hashes that give none of it away.
    """
    text = record.text
    for start, end in stretches:
        words = "".join(BLOCK if category(letter)[0] in _TELLING else letter for letter in text[start:end])
        text = text[:start] + words + text[end:]
    if text == record.text:
        return record
    digest = sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    title = _title_of(record, text)
    return replace(record, title=title, text=text, text_sha256=digest, original_sha256="")


def _title_of(record: DocumentRecord, black: str) -> str:
    """The title with what is black in the text; it may be the text's first words, cut short."""
    title = " ".join(record.title.split())
    words = title.removesuffix("…").rstrip()
    place = " ".join(record.text.split()).find(words) if words else -1
    if place < 0:
        return record.title
    return " ".join(black.split())[place : place + len(words)] + title[len(words) :]
