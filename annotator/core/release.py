"""What may leave: not what is withheld, cancelled or under an embargo, nor what was said off the record."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any, Protocol
from uuid import UUID

from annotator.core.attributes import Defaults
from annotator.core.records import AnnotationRecord, DocumentRecord, Status
from annotator.core.schema import LabelSet, Severity, holds
from annotator.core.spans import covered, encloses
from annotator.core.times import moment_of


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


class Release:
    """Lets out what may leave of documents, as the rules of a label set say."""

    def __init__(self, label_set: LabelSet) -> None:
        self._rules = [rule for rule in label_set.rules if rule.severity is Severity.HOLD]
        self._defaults = Defaults(label_set)
        self._held_when_silent: dict[str, bool] = {}

    def is_held(self, annotation: AnnotationRecord) -> bool:
        """True when a rule says that this annotation never leaves; also one that said so under another label."""
        label, own = annotation.label, annotation.attributes
        if not own:  # most say nothing: asked once a label
            if label not in self._held_when_silent:
                self._held_when_silent[label] = self._is_held_as(label, own)
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
        """The document without the annotations that never leave, and without what only they refer to.

        `beside` are others on its text, which are not to leave by themselves, and whose words may have to stay in.
        """
        held = self.held_in((*record.annotations, *beside))
        if not held:
            return record
        kept = tuple(annotation for annotation in record.annotations if annotation.id not in held)
        relations = tuple(one for one in record.relations if held.isdisjoint({one.from_id, one.to_id}))
        named = {one.source_id for one in relations}
        sources = tuple(source for source in record.sources if source.id in named)
        return replace(record, annotations=kept, relations=relations, sources=sources)
