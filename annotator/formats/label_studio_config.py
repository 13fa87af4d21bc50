"""The labelling configuration of Label Studio, made from a label set: what lies beside a file of tasks.

The names of its controls are those that the tasks' results refer to.
"""

from collections.abc import Iterator
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from annotator.core.schema import Attribute, AttributeKind, LabelSet

TEXT, LABEL, NOTE = "text", "label", "note"
"""The names of the text, of the control with the labels and of the one for notes."""
_TAKEN = (TEXT, LABEL, NOTE)
_OTHER = "attribute-"
_CHOSEN = (AttributeKind.CHOICE, AttributeKind.YES_NO)
_AS_TYPED = ".htx-text{ white-space: pre-wrap; }"  # else the tool leaves out spaces that it counts


def control_of(key: str) -> str:
    """The name of the control for an attribute, which no other control has."""
    return _OTHER + key if key in _TAKEN or key.startswith(_OTHER) else key


def attribute_of(control: str) -> str:
    """The key of the attribute whose control this is."""
    return control.removeprefix(_OTHER)


def choices_of(attribute: Attribute) -> tuple[str, ...]:
    """The values that an attribute has choices for, as the tasks have them; none for one that is written freely."""
    if attribute.kind is AttributeKind.YES_NO:
        return ("true", "false")
    return tuple(value.key for value in attribute.values) if attribute.kind is AttributeKind.CHOICE else ()


def config_of(label_set: LabelSet) -> bytes:
    """The configuration for a label set: its labels in their colours, attributes and a note for each, and links.

    What is retired is in it, too, since tasks may have it.
    """
    view = Element("View")
    SubElement(view, "Style").text = _AS_TYPED
    labels = SubElement(view, "Labels", name=LABEL, toName=TEXT)
    for label in label_set.labels:
        said = {"value": label.key, "background": label.colours.light, "hint": label.description or label.title}
        SubElement(labels, "Label", said | ({"hotkey": label.shortcut} if label.shortcut else {}))
    SubElement(view, "Text", name=TEXT, value=f"${TEXT}")
    for attribute in label_set.attributes:
        _add_attribute(view, attribute, label_set)
    _add_written(view, NOTE, {}, "note")
    if label_set.relations:
        relations = SubElement(view, "Relations")
        for kind in label_set.relations:
            SubElement(relations, "Relation", value=kind.key)
    indent(view)
    return (tostring(view, encoding="unicode") + "\n").encode()


def _add_attribute(view: Element, attribute: Attribute, label_set: LabelSet) -> None:
    keys = ",".join(label.key for label in label_set.labels if attribute.is_of(label))
    shown = {"whenTagName": LABEL, "whenLabelValue": keys} if keys else {}
    if attribute.kind not in _CHOSEN:
        _add_written(view, control_of(attribute.key), shown, attribute.title)
        return
    named = {"name": control_of(attribute.key), "toName": TEXT, "choice": "single", "showInline": "true"}
    choices = SubElement(view, "Choices", named | _PER_REGION | shown)
    for value, hint in _hinted(attribute):
        SubElement(choices, "Choice", {"value": value} | ({"hint": hint} if hint else {}))


def _hinted(attribute: Attribute) -> Iterator[tuple[str, str]]:
    for key in choices_of(attribute):
        value = attribute.value(key)
        yield key, (value.description or value.title) if value else ""


def _add_written(view: Element, name: str, shown: dict[str, str], words: str) -> None:
    SubElement(view, "TextArea", {"name": name, "toName": TEXT, "placeholder": words} | _PER_REGION | shown)


_PER_REGION = {"perRegion": "true", "visibleWhen": "region-selected"}
