"""What the page of disputes calls things."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QCoreApplication

from annotator.core.attributes import value_of
from annotator.core.disputes import DisputeKind, Group
from annotator.core.rulings import RulingRecord, RulingVerdict
from annotator.core.schema import Attribute, AttributeKind, LabelSet
from annotator.operations.disputed_articles import DisputedArticle
from annotator.ui.lines import isolated, one_line, quoted_line


def kind_words(kind: DisputeKind) -> str:
    """What readings differ in."""
    return {
        DisputeKind.LABEL: _tr("Label"),
        DisputeKind.BOUNDARY: _tr("Boundary"),
        DisputeKind.MISSED: _tr("Missed"),
        DisputeKind.ATTRIBUTE: _tr("Attribute"),
        DisputeKind.LINK: _tr("Link"),
    }[kind]


def kinds_words(group: Group) -> str:
    """All that the sides of a group differ in."""
    return ", ".join(kind_words(kind) for kind in group.kinds)


def label_words(label_set: LabelSet, key: str) -> str:
    """The title of a label; its key where the label set does not have it."""
    return next((label.title for label in label_set.labels if label.key == key), key)


def link_words(label_set: LabelSet, key: str) -> str:
    """What a kind of link is called: a relation, or an attribute that names sources."""
    titles = {kind.key: kind.title for kind in label_set.relations}
    titles |= {one.key: one.title for one in label_set.attributes if one.kind is AttributeKind.SOURCE}
    return titles.get(key, key)


def attribute_words(label_set: LabelSet, key: str) -> str:
    """What an attribute is called."""
    return next((one.title for one in label_set.attributes if one.key == key), key)


def value_words(label_set: LabelSet, key: str, attributes: Mapping[str, Any]) -> str:
    """What an annotation says of an attribute, its default where it says nothing."""
    attribute = next((one for one in label_set.attributes if one.key == key), None)
    value = value_of(attribute, attributes) if attribute else attributes.get(key)
    if value is None or value == "":
        return _tr("nothing said")
    if isinstance(value, bool):
        return _tr("yes") if value else _tr("no")
    return _choice(attribute, str(value)) if attribute else str(value)


def ruling_words(ruling: RulingRecord, group: Group, article: DisputedArticle, label_set: LabelSet) -> str:
    """What was ruled, by whom and why, in a sentence."""
    held = {
        RulingVerdict.ONE: lambda: _one_words(ruling, group, article),
        RulingVerdict.BOTH: lambda: _tr("all of it holds"),
        RulingVerdict.NEITHER: lambda: _tr("nothing of it holds"),
        RulingVerdict.NEW: lambda: _new_words(ruling, article, label_set),
    }[ruling.verdict]()
    words = _tr("{who}: {held}").format(who=isolated(article.name(ruling.annotator_id)), held=held)
    if ruling.reason:
        words = f"{words}. {one_line(ruling.reason)}"
    return words


def case_words(ruling: RulingRecord) -> str:
    """“Case 7: title”; "" for a ruling that is none."""
    if ruling.case_number is None:
        return ""
    words = _tr("Case {number}").format(number=ruling.case_number)
    return f"{words}: {one_line(ruling.case_title)}" if ruling.case_title else words


def _one_words(ruling: RulingRecord, group: Group, article: DisputedArticle) -> str:
    alike = [side for side in group.sides if {one.id for one in side.annotations} == ruling.keeps]
    # A ruling on what has changed since may keep what no side says any more.
    if not alike:
        return _tr("one side held")
    return _tr("{name}’s side holds").format(name=isolated(article.name(alike[0].annotator_id)))


def _new_words(ruling: RulingRecord, article: DisputedArticle, label_set: LabelSet) -> str:
    passage = " … ".join(article.record.text[start:end] for start, end in ruling.segments)
    return _tr("{label} {words} holds instead").format(
        label=label_words(label_set, ruling.label), words=isolated(quoted_line(passage, 120))
    )


def _choice(attribute: Attribute, key: str) -> str:
    value = attribute.value(key)
    return value.title if value else key


def _tr(words: str) -> str:
    return QCoreApplication.translate("DisputesPage", words)
