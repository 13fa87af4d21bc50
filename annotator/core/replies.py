"""The right of reply: who is accused, whether they were asked, and what answers the claim.

All of it is worked out from the label set's own fields: the attribute `accuses`, the attribute `reply_status`, and the
relations `denies` and `responds_to`. A label set without the first has no right of reply to show; where one of them is
retired, what was said with it still counts. They are merged into no other (label_merges.py).
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from functools import cached_property
from uuid import UUID

from annotator.core.places import Place
from annotator.core.records import AnnotationRecord, ContactRecord, DocumentSummary, RelationRecord
from annotator.core.schema import Attribute, AttributeKind, LabelSet
from annotator.core.search_terms import spelling
from annotator.core.times import moment_of

ACCUSES, REPLY_STATUS, NOBODY = "accuses", "reply_status", "nobody"
DENIES = "denies"
ANSWERING = (DENIES, "responds_to")
"""The relations by which an annotation answers the claim that it leads to."""

NOT_SOUGHT, SOUGHT, NO_REPLY, OTHER_REPLY = "not_sought", "sought", "no_reply", "other_reply"
DENIED, PARTLY_DENIED = "denied", "partly_denied"
SETTLED = frozenset({"not_applicable", "declined", DENIED, PARTLY_DENIED, "not_denied", "confirmed", OTHER_REPLY})
"""What of the reply status needs no further asking."""
STATUSES = SETTLED | {NOT_SOUGHT, SOUGHT, NO_REPLY}
"""The values of the reply status that mean something here."""

_LENGTH_OF_A_DAY = len("2026-05-04")


class Standing(StrEnum):
    """How far the right of reply of a claim is."""

    UNASKED = "unasked"  # nobody has been asked, nothing answers it
    ASKED = "asked"  # asked, and no answer yet
    ANSWERED = "answered"


@dataclass(frozen=True, slots=True)
class Scope:
    """What of a label set the right of reply is about: attributes, labels and relations, by key.

    `accuses` may be retired; `reply` is None where the status is asked no more. `has_status`: it is, or once was.
    """

    accuses: Attribute
    reply: Attribute | None
    labels: tuple[str, ...]
    answering: tuple[str, ...]
    same: tuple[str, ...]
    sources: tuple[str, ...]
    has_status: bool


@dataclass(frozen=True, slots=True)
class Answer:
    """What answers a claim: a denial or a quote, what it says, and by whom. `through_same`: of the same claim.

    `kind` is the relation by which it answers, `title` that relation's.
    """

    annotation: AnnotationRecord
    article: DocumentSummary
    place: Place
    title: str
    speakers: tuple[str, ...] = ()
    through_same: bool = False
    kind: str = ""

    @property
    def denies(self) -> bool:
        """True for a denial, by its label or by its link."""
        return self.kind == DENIES or self.annotation.label == "denial"


@dataclass(frozen=True)
class ReplyClaim:
    """A claim that accuses somebody. `speakers` are who says it; `accuses` and `status` are keys of values."""

    annotation: AnnotationRecord
    article: DocumentSummary
    place: Place
    accuses: str
    status: str
    speakers: tuple[str, ...] = ()
    answers: tuple[Answer, ...] = ()
    contacts: tuple[ContactRecord, ...] = ()

    @property
    def standing(self) -> Standing:
        """How far the right of reply is."""
        if self.answers or self.status in SETTLED:
            return Standing.ANSWERED
        return Standing.ASKED if self.contacts or self.status in (SOUGHT, NO_REPLY) else Standing.UNASKED

    @property
    def deadline(self) -> str:
        """The first deadline that nothing has come by yet; "" for none."""
        if self.standing is Standing.ANSWERED:
            return ""
        open_ones = [one.deadline for one in self.contacts if one.deadline and not has_answer(one)]
        return min(open_ones, key=lambda one: (_end_of(one) or datetime.max.replace(tzinfo=UTC), one), default="")

    def is_overdue(self, now: datetime) -> bool:
        """True when a deadline has passed and nothing has come."""
        end = _end_of(self.deadline) if self.deadline else None
        return end is not None and end <= now

    @property
    def day(self) -> str:
        """The day of publication as ISO 8601; where that is not known, of loading."""
        return self.article.published_at[:_LENGTH_OF_A_DAY] or self.article.loaded_at.date().isoformat()

    @cached_property
    def searchable(self) -> str:
        """What a filter's words are looked for in, folded."""
        answers = [part for one in self.answers for part in (one.place.passage, *one.speakers)]
        contacts = [part for one in self.contacts for part in (one.person, one.answer, one.note)]
        words = (self.place.sentence_text, self.place.passage, self.article.title, self.article.outlet, *self.speakers)
        return spelling("\n".join((*words, *answers, *contacts)), folded=True).letters


@dataclass(frozen=True, slots=True)
class ReplyFilter:
    """Which claims are wanted; what is empty asks for nothing. Days are included, as ISO 8601."""

    words: str = ""
    standings: frozenset[Standing] = frozenset()
    overdue: bool = False
    labels: frozenset[str] = frozenset()
    outlets: frozenset[str] = frozenset()
    since: date | None = None
    until: date | None = None

    def fits(self, claim: ReplyClaim, now: datetime) -> bool:
        """True for a claim that is wanted at this moment."""
        return (
            (not self.standings or claim.standing in self.standings)
            and (not self.labels or claim.annotation.label in self.labels)
            and (not self.outlets or claim.article.outlet in self.outlets)
            and (self.since is None or claim.day >= self.since.isoformat())
            and (self.until is None or claim.day <= self.until.isoformat())
            and (not self.overdue or claim.is_overdue(now))
            and all(word in claim.searchable for word in spelling(self.words, folded=True).letters.split())
        )


def scope_of(label_set: LabelSet) -> Scope | None:
    """What the right of reply is about in this label set; None where it has no field for who is accused."""
    accuses, status = _choice(label_set, ACCUSES), _choice(label_set, REPLY_STATUS)
    if accuses is None:
        return None
    labels = tuple(label.key for label in label_set.labels if accuses.is_of(label))
    return Scope(
        accuses,
        None if status is None or status.retired else status,
        labels,
        tuple(kind.key for kind in label_set.relations if kind.key in ANSWERING),
        tuple(kind.key for kind in label_set.relations if kind.symmetric and set(labels) & set(kind.to_labels)),
        tuple(dict.fromkeys(source.key for label in label_set.labels if (source := label_set.source_of(label.key)))),
        status is not None,
    )


def same_claims(links: Iterable[RelationRecord], kinds: Collection[str]) -> dict[UUID, set[UUID]]:
    """Every annotation that is linked as the same, with all that are the same as it, itself among them."""
    groups: dict[UUID, set[UUID]] = {}
    for link in links:
        if link.kind not in kinds or link.to_id is None:
            continue
        one, other = (groups.setdefault(key, {key}) for key in (link.from_id, link.to_id))
        if one is not other:
            small, large = sorted((one, other), key=len)
            large |= small
            groups.update(dict.fromkeys(small, large))
    return groups


def has_answer(contact: ContactRecord) -> bool:
    """True when something has come back."""
    return bool(contact.answered_at or contact.answer.strip())


def is_late(contact: ContactRecord, now: datetime) -> bool:
    """True when the deadline has passed and nothing has come; a day's deadline is its end."""
    end = _end_of(contact.deadline) if contact.deadline else None
    return not has_answer(contact) and end is not None and end <= now


def proposed_status(scope: Scope, claim: ReplyClaim, now: datetime) -> str | None:
    """The reply status that the contact log speaks for, when it is another than is set; nobody sets it but a person."""
    reply = scope.reply
    if reply is None or not claim.contacts:
        return None
    wanted = _spoken_for(claim, now)
    value = reply.value(wanted) if wanted else None
    return None if value is None or value.retired or wanted == claim.status else wanted


def by_urgency(claims: Iterable[ReplyClaim], now: datetime) -> list[ReplyClaim]:
    """Those with no answer first, of them those that are late or not asked; then the newest articles first."""

    def rank(claim: ReplyClaim) -> tuple[bool, int]:
        order = 0 if claim.is_overdue(now) else 1 if claim.standing is Standing.UNASKED else 2
        return claim.standing is Standing.ANSWERED, order

    return sorted(sorted(claims, key=_newness, reverse=True), key=rank)


def _newness(claim: ReplyClaim) -> tuple[str, UUID, int]:
    return claim.day, claim.article.id, -claim.annotation.extent.start_char


def _spoken_for(claim: ReplyClaim, now: datetime) -> str | None:
    if any(has_answer(one) for one in claim.contacts):
        if claim.status in SETTLED:
            return None
        denials = [one.annotation for one in claim.answers if one.denies]
        if not denials:
            return OTHER_REPLY
        partial = all(one.attributes.get("denial_scope") == "partial" for one in denials)
        return PARTLY_DENIED if partial else DENIED
    if claim.status not in (NOT_SOUGHT, SOUGHT, ""):
        return None
    late = any(is_late(one, now) for one in claim.contacts)
    waits = any(one.deadline and not is_late(one, now) for one in claim.contacts)
    return NO_REPLY if late and not waits else SOUGHT


def _end_of(deadline: str) -> datetime | None:
    """The moment at which a deadline has passed: a day is over at its end."""
    moment = moment_of(deadline)
    if moment is not None and len(deadline.strip()) == _LENGTH_OF_A_DAY:
        try:
            return moment + timedelta(days=1)
        except OverflowError:
            return None
    return moment


def _choice(label_set: LabelSet, key: str) -> Attribute | None:
    """The field with this key, a retired one too."""
    return next((one for one in label_set.attributes if one.key == key and one.kind is AttributeKind.CHOICE), None)
