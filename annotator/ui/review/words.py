"""What the review page says of readings and annotations, in words and signs."""

from collections.abc import Callable
from datetime import UTC, datetime

from PySide6.QtCore import QCoreApplication

from annotator.core.attributes import value_of
from annotator.core.records import AnnotationRecord, SourceRecord
from annotator.core.review_queue import APPROVED, RETURNED, SUBMITTED, QueueEntry
from annotator.core.reviewing import Decision, Standing, VerdictRecord
from annotator.core.schema import AttributeKind, LabelSet
from annotator.core.validation import shown_attributes
from annotator.operations.under_review import ReviewedAnnotation, ReviewedReading
from annotator.ui.lines import isolated, local_time, number, one_line, quoted_line

SIGNS = {Standing.WAITING: "•", Standing.APPROVED: "✓", Standing.CORRECTED: "✎", Standing.RETURNED: "↩"}
"""One sign a standing, beside its word or in the margin: colour is never the only one."""

NameOf = Callable[[SourceRecord], str]

_SHOWN = 160


def standing_words(standing: Standing) -> str:
    """Where an annotation stands."""
    return {
        Standing.WAITING: _tr("waits for a verdict"),
        Standing.APPROVED: _tr("approved"),
        Standing.CORRECTED: _tr("corrected"),
        Standing.RETURNED: _tr("returned"),
    }[standing]


def state_words(state: str) -> str:
    """Where a reading stands."""
    known = {SUBMITTED: _tr("waiting"), RETURNED: _tr("returned"), APPROVED: _tr("approved")}
    return known.get(state, state)


def waiting_words(since: datetime, now: datetime | None = None) -> str:
    """For how long a reading has waited."""
    seconds = max(0.0, ((now or datetime.now(UTC)) - since).total_seconds())
    days, hours, minutes = int(seconds // 86_400), int(seconds // 3600), int(seconds // 60)
    for count, one, many in (
        (days, _tr("1 day"), _tr("{n} days")),
        (hours, _tr("1 hour"), _tr("{n} hours")),
        (minutes, _tr("1 minute"), _tr("{n} minutes")),
    ):
        if count:
            return one if count == 1 else many.format(n=number(count))
    return _tr("just now")


def counts_words(entry: QueueEntry) -> str:
    """How much there is in a reading, and how far its review is."""
    one, many = _tr("1 annotation"), _tr("{n} annotations")
    words = [one if entry.annotations == 1 else many.format(n=number(entry.annotations))]
    if entry.judged and entry.state == SUBMITTED:
        words.append(_tr("{n} judged").format(n=number(entry.judged)))
    if entry.returned:
        words.append(_tr("{n} returned").format(n=number(entry.returned)))
    if entry.unsure:
        words.append(_tr("{n} unsure").format(n=number(entry.unsure)))
    if entry.flagged:
        words.append(_tr("{n} flagged").format(n=number(entry.flagged)))
    return " · ".join(words)


def state_of_entry(entry: QueueEntry, now: datetime | None = None) -> str:
    """How long a reading waits, or what has become of it."""
    if entry.state == SUBMITTED:
        return waiting_words(entry.since, now)
    sign = SIGNS[Standing.APPROVED if entry.state == APPROVED else Standing.RETURNED]
    return f"{sign} {state_words(entry.state)}"


def spoken_entry(entry: QueueEntry) -> str:
    """A line of the queue for who listens."""
    facts = (entry.title, entry.outlet, entry.annotator, counts_words(entry), state_of_entry(entry))
    return ", ".join(one_line(fact) for fact in facts if fact)


def field_lines(label_set: LabelSet, record: AnnotationRecord) -> list[tuple[str, str]]:
    """Title and value of each attribute that says something beside its default."""
    if record.label not in {label.key for label in label_set.labels}:
        return [(key, str(value)) for key, value in record.attributes.items()]
    lines = []
    for attribute in shown_attributes(label_set, record.label, record.attributes):
        if attribute.kind is AttributeKind.SOURCE or attribute.key not in record.attributes:
            continue
        value = value_of(attribute, record.attributes)
        found = attribute.value(value) if attribute.kind is AttributeKind.CHOICE else None
        told = (_tr("yes") if value else _tr("no")) if isinstance(value, bool) else str(value)
        lines.append((attribute.title, found.title if found else told))
    return lines


def link_lines(reading: ReviewedReading, record: AnnotationRecord, name_of: NameOf) -> list[tuple[str, str]]:
    """What an annotation leads to, and what leads to it: the link's title, and the source or the words at its end."""
    kinds = {one.key: one.title for one in reading.label_set.attributes}
    kinds |= {one.key: one.title for one in reading.label_set.relations}
    there = {one.id: one for one in reading.document.annotations}
    sources = {one.id: one for one in reading.document.sources}
    lines = []
    for link in reading.document.relations:
        title = kinds.get(link.kind, link.kind)
        if link.from_id == record.id and link.source_id in sources:
            lines.append((title, isolated(one_line(name_of(sources[link.source_id]), _SHOWN))))
        elif link.from_id == record.id and link.to_id:
            other = there.get(link.to_id)
            lines.append((title, _words(reading, other) if other else _tr("in another article")))
        elif link.to_id == record.id and link.from_id in there:
            lines.append((_tr("← {link}").format(link=title), _words(reading, there[link.from_id])))
    return lines


def verdict_line(verdict: VerdictRecord) -> str:
    """One thing that a reviewer said, when, and why."""
    said = {
        Decision.APPROVED: _tr("{name} approved it"),
        Decision.CORRECTED: _tr("{name} corrected it"),
        Decision.RETURNED: _tr("{name} returned it"),
    }[verdict.decision].format(name=isolated(verdict.reviewer))
    line = f"{said}, {local_time(verdict.at)}"
    return f"{line}: {isolated(one_line(verdict.reason))}" if verdict.reason else line


def comment_lines(reading: ReviewedReading, one: ReviewedAnnotation) -> list[str]:
    """What is said about an annotation, thread by thread."""
    lines = []
    for thread in reading.threads_on(one):
        for comment in thread.comments:
            words = f"{isolated(comment.annotator)}: {isolated(one_line(comment.words))}"
            lines.append(words if comment is thread.first else f"  ↳ {words}")
        if not thread.is_open:
            lines.append(_tr("  (settled)"))
    return lines


def progress_words(reading: ReviewedReading) -> str:
    """How far the review of a reading is."""
    counts = [(reading.count(one), one) for one in (Standing.APPROVED, Standing.CORRECTED, Standing.RETURNED)]
    words = [f"{SIGNS[standing]} {number(count)} {standing_words(standing)}" for count, standing in counts if count]
    if waiting := reading.count(Standing.WAITING):
        words.append(_tr("{sign} {n} to be looked at").format(sign=SIGNS[Standing.WAITING], n=number(waiting)))
    return " · ".join(words) or _tr("Nothing is tagged in this reading.")


def return_proposal(reading: ReviewedReading) -> str:
    """What may be said when a reading is returned: the reasons of its annotations, each once."""
    returned = [one for one in reading.annotations if one.judged.standing is Standing.RETURNED]
    reasons = dict.fromkeys(one.judged.verdict.reason for one in returned if one.judged.verdict)
    return " ".join(one_line(reason) for reason in reasons)


def change_words(reading: ReviewedReading, one: ReviewedAnnotation) -> str:
    """What the correction made of an annotation; "" where it was not corrected."""
    if one.correction is None:
        return ""
    label = reading.label_set.label(one.correction.label).title
    return _tr("Instead: {label}, {words}").format(label=label, words=_words(reading, one.correction))


def sources_of(reading: ReviewedReading, record: AnnotationRecord) -> dict[str, tuple[SourceRecord, ...]]:
    """The sources that an annotation names, by attribute."""
    known = {source.id: source for source in reading.document.sources}
    found: dict[str, tuple[SourceRecord, ...]] = {}
    for link in reading.document.relations:
        if link.from_id == record.id and link.source_id in known:
            found[link.kind] = (*found.get(link.kind, ()), known[link.source_id])
    return found


def exact_words(reading: ReviewedReading, record: AnnotationRecord) -> str:
    """The words that an annotation is on."""
    return " … ".join(reading.document.text[start:end] for start, end in record.segments)


def _words(reading: ReviewedReading, record: AnnotationRecord) -> str:
    return isolated(quoted_line(exact_words(reading, record), _SHOWN))


def _tr(words: str) -> str:
    return QCoreApplication.translate("Review", words)
