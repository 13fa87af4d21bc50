"""The gold reading of an article: what everybody agrees on, what was ruled, and what a reviewer approved or corrected.

Every span says how it got there. What is still in dispute is no part of it, nor what a reviewer has returned; both
are listed beside it.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any, NamedTuple
from uuid import UUID

from annotator.core.disputes import Comparison, Group
from annotator.core.rulings import RulingRecord, RulingVerdict
from annotator.core.spans import Span
from annotator.core.submissions import SubmittedAnnotation, SubmittedLink


class How(StrEnum):
    """How a span got into the gold reading."""

    AGREED = "agreed"
    RULED = "ruled"
    APPROVED = "approved"
    CORRECTED = "corrected"
    ONLY_READER = "only_reader"


class Judgement(NamedTuple):
    """A reviewer's newest word on an annotation: approved, corrected (by `replacement_id`) or returned."""

    id: UUID
    annotation_id: UUID
    annotator_id: UUID
    verdict: str
    reason: str = ""
    replacement_id: UUID | None = None


class Replacement(NamedTuple):
    """What a reviewer has put in the place of an annotation, with its links."""

    annotation: SubmittedAnnotation
    links: tuple[SubmittedLink, ...] = ()


@dataclass(frozen=True, slots=True)
class GoldSpan:
    """One annotation of the gold reading.

    `id` is that of the annotation it is taken from, or of the ruling that made it. `annotator_ids` are those who said
    so, `decided_by` who ruled, approved or corrected it, with the `reason`. `came_from`: the annotations it stands for.
    """

    id: UUID
    label: str
    segments: tuple[Span, ...]
    how: How
    attributes: Mapping[str, Any] = field(default_factory=dict, hash=False)
    note: str = ""
    annotator_ids: tuple[UUID, ...] = ()
    decided_by: UUID | None = None
    reason: str = ""
    case_number: int | None = None
    came_from: frozenset[UUID] = frozenset()


@dataclass(frozen=True, slots=True)
class GoldReading:
    """What holds of an article: its spans in text order, and the links between them, to sources and other articles.

    `disputed` are the groups that nobody has ruled on, `returned` the annotations that a reviewer has given back,
    `decided_against` those that a ruling did not keep.
    """

    document_id: UUID
    annotator_ids: tuple[UUID, ...]
    spans: tuple[GoldSpan, ...] = ()
    links: tuple[SubmittedLink, ...] = ()
    disputed: tuple[Group, ...] = ()
    returned: tuple[UUID, ...] = ()
    decided_against: frozenset[UUID] = frozenset()


@dataclass(frozen=True, slots=True)
class Decisions:
    """What reviewers have decided on an article: rulings by the key of the group, judgements by the annotation's."""

    rulings: Mapping[UUID, RulingRecord] = field(default_factory=dict)
    judgements: Mapping[UUID, Judgement] = field(default_factory=dict)
    replacements: Mapping[UUID, Replacement] = field(default_factory=dict)


class _Found(NamedTuple):
    """A span on its way into the gold reading, with the links that go out from it before they are led to gold spans."""

    span: GoldSpan
    links: tuple[SubmittedLink, ...]


def gold_reading(comparison: Comparison, decisions: Decisions) -> GoldReading:
    """What holds of an article, given what reviewers have decided."""
    found: list[_Found] = []
    disputed: list[Group] = []
    returned: list[UUID] = []
    against: set[UUID] = set()
    stands_for: dict[UUID, UUID] = {}
    for group in comparison.groups:
        ruling = decisions.rulings.get(group.id) if group.kinds else None
        if group.kinds and ruling is None:
            disputed.append(group)
            continue
        kept = _ruled(group, ruling) if ruling else _agreed(group)
        against |= group.ids - {key for one in kept for key in one.span.came_from}
        judged = [_judged(one, decisions, ruling) for one in kept]
        there = [one for one in judged if one]
        returned += [key for one, left in zip(kept, judged, strict=True) if not left for key in one.span.came_from]
        found += there
        stands_for |= _leading(group, there)
    compared = {one.id for group in comparison.groups for one in group.annotations()}
    links = dict.fromkeys(link for one in found for link in _led(one, stands_for, compared))
    spans = sorted((one.span for one in found), key=lambda span: (span.segments, span.label, span.id))
    return GoldReading(
        comparison.document_id,
        comparison.annotator_ids,
        tuple(spans),
        tuple(links),
        tuple(disputed),
        tuple(sorted(returned)),
        frozenset(against),
    )


# What is kept of a group


def _agreed(group: Group) -> list[_Found]:
    how = How.AGREED if len(group.sides) > 1 else How.ONLY_READER
    return _statements(group, group.annotations(), how)


def _ruled(group: Group, ruling: RulingRecord) -> list[_Found]:
    if ruling.verdict is RulingVerdict.NEW:
        return [_made_new(group, ruling)]
    kept = (one for one in group.annotations() if one.id in ruling.keeps)
    case = {"decided_by": ruling.annotator_id, "reason": ruling.reason, "case_number": ruling.case_number}
    return [
        one._replace(span=replace(one.span, **case))  # type: ignore[arg-type]
        for one in _statements(group, kept, How.RULED)
    ]


def _statements(group: Group, annotations: Iterable[SubmittedAnnotation], how: How) -> list[_Found]:
    """Annotations that say the same made one, which is called by the one that was made first."""
    who = {one.id: side.annotator_id for side in group.sides for one in side.annotations}
    together: dict[str, list[SubmittedAnnotation]] = {}
    for one in annotations:
        said = f"{one.label} {one.segments} {sorted(one.attributes.items())}"
        together.setdefault(said, []).append(one)
    found = []
    for alike in together.values():
        first = min(alike, key=lambda one: one.id)
        ids = frozenset(one.id for one in alike)
        span = GoldSpan(
            id=first.id,
            label=first.label,
            segments=first.segments,
            how=how,
            attributes=first.attributes,
            note="; ".join(dict.fromkeys(one.note for one in sorted(alike, key=lambda one: one.id) if one.note)),
            annotator_ids=tuple(sorted({who[key] for key in ids})),
            came_from=ids,
        )
        found.append(_Found(span, tuple(_moved(group, ids, first.id))))
    return found


def _moved(group: Group, ids: frozenset[UUID], start: UUID) -> Iterator[SubmittedLink]:
    for side in group.sides:
        yield from (link._replace(from_id=start) for link in side.links if link.from_id in ids)


def _made_new(group: Group, ruling: RulingRecord) -> _Found:
    """The span that a ruling has made; it keeps the links that all sides with its label have."""
    speaking = [side for side in group.sides if any(one.label == ruling.label for one in side.annotations)]
    said = [{link._replace(from_id=ruling.id) for link in side.links} for side in speaking]
    common = sorted(set[SubmittedLink].intersection(*said), key=str) if said else []
    span = GoldSpan(
        id=ruling.id,
        label=ruling.label,
        segments=ruling.segments,
        how=How.RULED,
        attributes=ruling.attributes,
        decided_by=ruling.annotator_id,
        reason=ruling.reason,
        case_number=ruling.case_number,
        came_from=group.ids,
    )
    return _Found(span, tuple(common))


# What reviewers have said of it


def _judged(one: _Found, decisions: Decisions, ruling: RulingRecord | None) -> _Found | None:
    """The span as the newest judgement on it leaves it; None where that gave it back. A later ruling counts more."""
    span = one.span
    said = [decisions.judgements[key] for key in span.came_from if key in decisions.judgements]
    newest = max((word for word in said if not ruling or word.id > ruling.id), key=lambda word: word.id, default=None)
    if newest is None:
        return one
    if newest.verdict == "returned":
        return None
    if newest.verdict == "corrected":
        return _corrected(one, newest, decisions)
    how = How.APPROVED if span.how is How.ONLY_READER else span.how
    by = span.decided_by if span.how is How.RULED else newest.annotator_id
    return one._replace(span=replace(span, how=how, decided_by=by, reason=span.reason or newest.reason))


def _corrected(one: _Found, judgement: Judgement, decisions: Decisions) -> _Found | None:
    """What stands in the place of a corrected annotation, which may have been corrected again."""
    seen = set(one.span.came_from)
    while judgement.verdict == "corrected" and judgement.replacement_id not in seen:
        replacement = decisions.replacements.get(judgement.replacement_id) if judgement.replacement_id else None
        if replacement is None:
            return one  # it was taken back: what was corrected stands again
        put = replacement.annotation
        seen.add(put.id)
        span = replace(
            one.span,
            id=put.id,
            label=put.label,
            segments=put.segments,
            how=How.CORRECTED,
            attributes=put.attributes,
            note=put.note,
            decided_by=judgement.annotator_id,
            reason=judgement.reason,
            came_from=frozenset(seen),
        )
        one = _Found(span, replacement.links)
        later = decisions.judgements.get(put.id)
        if later is None:
            break
        judgement = later
    return None if judgement.verdict == "returned" else one


# Links


def _leading(group: Group, there: Sequence[_Found]) -> dict[UUID, UUID]:
    """To which gold span a link leads now that led to an annotation of a group, one that was not kept, too."""
    if not there:
        return {}
    found = {}
    for one in group.annotations():
        alike = [kept.span.id for kept in there if one.id in kept.span.came_from]
        same_label = [kept.span.id for kept in there if kept.span.label == one.label]
        found[one.id] = (alike or same_label or [there[0].span.id])[0]
    return found | {key: kept.span.id for kept in there for key in kept.span.came_from}


def _led(one: _Found, stands_for: Mapping[UUID, UUID], compared: set[UUID]) -> Iterator[SubmittedLink]:
    """The links of a gold span, led to gold spans. To what is compared here and is not gold, none; elsewhere, all."""
    for link in one.links:
        to_id = stands_for.get(link.to_id, link.to_id) if link.to_id else None
        if to_id == one.span.id or (to_id in compared and link.to_id not in stands_for):
            continue
        yield link._replace(from_id=one.span.id, to_id=to_id)
