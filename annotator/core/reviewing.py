"""What reviewers have said of annotations, and what of it counts.

The newest verdict counts, as long as it is about what is there: one that was handed in again otherwise than it was
waits for a verdict once more, and so does one that was returned and handed in again. A correction holds while the
annotation that it put in place is there.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from annotator.core.identity import born_at
from annotator.core.submissions import SubmittedLink, SubmittedReading


class Decision(StrEnum):
    """What a reviewer says of an annotation."""

    APPROVED = "approved"
    CORRECTED = "corrected"
    RETURNED = "returned"


class Standing(StrEnum):
    """How far the review of an annotation is."""

    WAITING = "waiting"
    APPROVED = "approved"
    CORRECTED = "corrected"
    RETURNED = "returned"


@dataclass(frozen=True, slots=True)
class VerdictRecord:
    """What a reviewer said of an annotation; `replacement_id` is what a correction put in its place."""

    id: UUID
    document_id: UUID
    annotation_id: UUID
    reviewer_id: UUID
    reviewer: str
    decision: Decision
    reason: str = ""
    replacement_id: UUID | None = None

    @property
    def at(self) -> datetime:
        """When it was said."""
        return born_at(self.id)


@dataclass(frozen=True, slots=True)
class Judged:
    """Where an annotation stands, by which verdict (None: it waits), and all that was said of it, the oldest first."""

    standing: Standing
    verdict: VerdictRecord | None
    verdicts: tuple[VerdictRecord, ...] = ()


UNJUDGED = Judged(Standing.WAITING, None)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What counts of the annotations of an article after review.

    `replaced` leads from an annotation that was corrected to the one that holds in its place, however often that was
    corrected again. `left_out` are all that do not count: those, and corrections that hold no more.
    """

    replaced: Mapping[UUID, UUID]
    left_out: frozenset[UUID]


NOTHING_REPLACED = Outcome({}, frozenset())


def judge(
    verdicts: Iterable[VerdictRecord], submissions: Iterable[SubmittedReading], present: Collection[UUID]
) -> dict[UUID, Judged]:
    """Where each annotation of an article stands of which somebody has said something.

    `submissions` are all of that article; `present` are the keys of the replacements that there are.
    """
    said: dict[UUID, list[VerdictRecord]] = defaultdict(list)
    for verdict in sorted(verdicts, key=lambda one: one.id):
        said[verdict.annotation_id].append(verdict)
    handed_in = _Versions(submissions)
    return {key: _judged(key, found, handed_in, present) for key, found in said.items()}


def outcome(judged: Mapping[UUID, Judged]) -> Outcome:
    """What counts, from where all annotations of an article stand."""
    chain = {
        key: found.verdict.replacement_id
        for key, found in judged.items()
        if found.standing is Standing.CORRECTED and found.verdict and found.verdict.replacement_id
    }
    made = {one.replacement_id for found in judged.values() for one in found.verdicts if one.replacement_id}
    replaced = {root: _last(chain, root) for root in chain if root not in made}
    return Outcome(replaced, frozenset({*replaced, *(made - set(replaced.values()))}))


def root_of(annotation_id: UUID, verdicts: Iterable[VerdictRecord]) -> UUID:
    """The annotation that a correction, or a correction of a correction, was made of; itself where it is none."""
    made_of = {one.replacement_id: one.annotation_id for one in verdicts if one.replacement_id}
    seen: set[UUID] = set()
    while annotation_id in made_of and annotation_id not in seen:
        seen.add(annotation_id)
        annotation_id = made_of[annotation_id]
    return annotation_id


class _Versions:
    """What was handed in of each annotation, by submission: the oldest first."""

    def __init__(self, submissions: Iterable[SubmittedReading]) -> None:
        self._versions: dict[UUID, list[tuple[UUID, object]]] = defaultdict(list)
        self._newest: dict[UUID, UUID] = {}
        for submission in sorted(submissions, key=lambda one: one.id):
            for key, content in _contents(submission).items():
                self._versions[key].append((submission.id, content))

    def newest(self, annotation_id: UUID) -> UUID | None:
        """The newest submission that an annotation is in."""
        found = self._versions.get(annotation_id)
        return found[-1][0] if found else None

    def is_same_since(self, annotation_id: UUID, moment: UUID) -> bool:
        """True when it was not handed in otherwise after a moment, which is told by a key."""
        found = self._versions.get(annotation_id, [])
        before = [content for key, content in found if key < moment]
        return not before or all(content == before[-1] for key, content in found if key > moment)


def _contents(submission: SubmittedReading) -> dict[UUID, object]:
    links: dict[UUID, set[SubmittedLink]] = defaultdict(set)
    for link in submission.links:
        links[link.from_id].add(link)
    return {one.id: (one, links[one.id]) for one in submission.annotations}


def _judged(key: UUID, said: Sequence[VerdictRecord], handed_in: _Versions, present: Collection[UUID]) -> Judged:
    every = tuple(said)
    holding = [one for one in said if one.decision is not Decision.CORRECTED or one.replacement_id in present]
    if not holding:
        return Judged(Standing.WAITING, None, every)
    last, newest = holding[-1], handed_in.newest(key)
    handed_in_again = newest is not None and newest > last.id
    if handed_in_again and (last.decision is Decision.RETURNED or not handed_in.is_same_since(key, last.id)):
        return Judged(Standing.WAITING, None, every)
    return Judged(Standing(last.decision.value), last, every)


def _last(chain: Mapping[UUID, UUID], root: UUID) -> UUID:
    seen, at = {root}, chain[root]
    while at in chain and at not in seen:
        seen.add(at)
        at = chain[at]
    return at
