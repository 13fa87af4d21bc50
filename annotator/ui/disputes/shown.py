"""What the texts of the page show: agreed passages in their label's ink, those in dispute in their reader's."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from uuid import UUID

from annotator.core.disputes import Group
from annotator.core.people import COLORS, Person
from annotator.core.rulings import Dispute
from annotator.core.schema import Label, LabelSet, Pattern
from annotator.operations.disputed_articles import DisputedArticle
from annotator.ui.passages.shown_span import ShownSpan


def merged_spans(article: DisputedArticle, label_set: LabelSet, theme_name: str) -> list[ShownSpan]:
    """All readings in one text: what is agreed once, what is in dispute from each side, the side's initials beside it.

    What a ruling has not kept is struck; what it has made new is there, too.
    """
    labels = {label.key: label for label in label_set.labels}
    shown: list[ShownSpan] = []
    for group in article.disputes.comparison.agreed:
        for one in group.sides[0].annotations:
            shown.append(ShownSpan(one.id, one.segments, labels.get(one.label), tip=_tip(labels, one.label)))
    for dispute in article.disputes.disputes:
        shown += _disputed(dispute, article, labels, theme_name)
    return shown


def spans_of(
    article: DisputedArticle, annotator_id: UUID, label_set: LabelSet, groups: Iterable[Group]
) -> Iterator[ShownSpan]:
    """What one reader says in these groups, in the labels' inks."""
    labels = {label.key: label for label in label_set.labels}
    struck = _not_kept(article.disputes.disputes)
    for group in groups:
        side = group.side_of(annotator_id)
        for one in side.annotations if side else ():
            yield ShownSpan(
                one.id, one.segments, labels.get(one.label), struck=one.id in struck, tip=_tip(labels, one.label)
            )


def in_colour_of(person: Person, label: Label | None) -> Label | None:
    """A label with its own pattern in a person's colour."""
    return replace(label, colours=COLORS[person.color]) if label else None


def _disputed(
    dispute: Dispute, article: DisputedArticle, labels: dict[str, Label], theme_name: str
) -> Iterator[ShownSpan]:
    struck = _not_kept([dispute])
    for side in dispute.group.sides:
        person = article.people.get(side.annotator_id)
        for one in side.annotations:
            label = labels.get(one.label)
            ink = getattr(COLORS[person.color], theme_name) if person else ""
            yield ShownSpan(
                one.id,
                one.segments,
                in_colour_of(person, label) if person else label,
                mark=person.initials if person else "",
                mark_ink=ink,
                struck=one.id in struck,
                tip=f"{person.name}: {_tip(labels, one.label)}" if person else _tip(labels, one.label),
            )
    if (ruling := dispute.ruling) and ruling.segments:
        label = labels.get(ruling.label)
        tip = _tip(labels, ruling.label)
        yield ShownSpan(ruling.id, ruling.segments, replace(label, pattern=Pattern.DOUBLE) if label else None, tip=tip)


def _not_kept(disputes: Iterable[Dispute]) -> set[UUID]:
    return {key for one in disputes if one.ruling for key in one.group.ids - one.ruling.keeps}


def _tip(labels: dict[str, Label], key: str) -> str:
    return labels[key].title if key in labels else key
