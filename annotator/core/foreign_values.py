"""The attributes of an annotation that was made elsewhere, as this project's label set has them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from annotator.core.attributes import checked_value
from annotator.core.import_map import AS_NOTE, LEFT_OUT, ImportMap, value_like
from annotator.core.losses import as_words, names_in
from annotator.core.schema import Attribute, AttributeKind, LabelSet
from annotator.errors import InvalidLabelSet


@dataclass(slots=True)
class Translated:
    """Values by our keys, names of sources by theirs, lines for the note; and what was left out, with why."""

    attributes: dict[str, Any] = field(default_factory=dict)
    sources: dict[str, list[str]] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    left_out: list[tuple[str, str]] = field(default_factory=list)


class ForeignValues:
    """Translates attributes by a map; made once for many annotations."""

    def __init__(self, label_set: LabelSet, names: ImportMap) -> None:
        self._label_set, self._names = label_set, names
        self._of_label: dict[str, dict[str, Attribute]] = {}
        self._titles = {one.key: one.title for one in label_set.labels}

    def translate(self, label: str, foreign: Mapping[str, Any]) -> Translated:
        """What attributes say of an annotation with our label `label`."""
        found = Translated()
        for name, value in foreign.items():
            ours = self._names.attributes.get(name, LEFT_OUT)
            if ours == AS_NOTE:
                found.notes.append(f"{name}: {as_words(value)}")
            elif ours == LEFT_OUT:
                why = f"attribute “{name}”, which the label set does not have"
                found.left_out.append((f"{name}: {as_words(value)}", why))
            elif attribute := self._attributes_of(label).get(ours):
                self._put(found, attribute, name, value)
            else:
                why = f"attribute “{name}”, which “{self._titles.get(label, label)}” does not have"
                found.left_out.append((f"{name}: {as_words(value)}", why))
        return found

    def _attributes_of(self, label: str) -> Mapping[str, Attribute]:
        if label not in self._of_label:
            self._of_label[label] = {one.key: one for one in self._label_set.attributes_of(label)}
        return self._of_label[label]

    def _put(self, found: Translated, attribute: Attribute, name: str, value: Any) -> None:
        if attribute.kind is AttributeKind.SOURCE:
            self._put_sources(found, attribute, name, value)
            return
        words = as_words(value)
        if self._names.values.get(name, {}).get(words) == LEFT_OUT and attribute.kind is AttributeKind.CHOICE:
            found.left_out.append((f"{name}: {words}", f"value “{words}” of “{attribute.title}”, which is left out"))
            return
        try:
            kept = checked_value(attribute, self._typed(attribute, name, value, words))
        except InvalidLabelSet:
            found.left_out.append((f"{name}: {words}", f"value “{words}”, which “{attribute.title}” cannot have"))
            return
        if kept is not None:
            found.attributes[attribute.key] = kept

    def _typed(self, attribute: Attribute, name: str, value: Any, words: str) -> Any:
        """A value of the kind that the attribute has; whatever it is else is refused by the check."""
        if attribute.kind is AttributeKind.CHOICE:
            return self._names.values.get(name, {}).get(words) or value_like(attribute, words) or words
        if attribute.kind is AttributeKind.YES_NO:
            return value_like(attribute, words) or words
        if attribute.kind is AttributeKind.NUMBER and isinstance(value, int | float):
            return value
        return words

    @staticmethod
    def _put_sources(found: Translated, attribute: Attribute, name: str, value: Any) -> None:
        names = names_of_sources(value)
        if len(names) > 1 and not attribute.many:
            why = f"further source: “{attribute.title}” is one source"
            found.left_out += [(f"{name}: {one}", why) for one in names[1:]]
            names = names[:1]
        if names:
            found.sources[attribute.key] = names


def names_of_sources(value: Any) -> list[str]:
    """The names that a value holds, each once: a list of them, or words with semicolons between."""
    given: Sequence[Any] = value if isinstance(value, list | tuple) else names_in(as_words(value))
    return list(dict.fromkeys(name for one in given if (name := " ".join(str(one).split()))))
