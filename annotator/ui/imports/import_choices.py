"""What a person decides about a file of annotations, and between what: as rows, before any widget shows them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QCoreApplication

from annotator.core.import_map import AS_NOTE, LEFT_OUT, ImportMap
from annotator.core.schema import AttributeKind, LabelSet
from annotator.operations.import_preview import ImportPreview

Choice = tuple[str, str]
"""The words of a choice, and what it stands for in an ImportMap."""
_VALUES = 40
"""Of so many values of one attribute a person may say what each means; more are taken as they are called."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What is chosen at the moment. `format_id` None: as it is recognised."""

    format_id: str | None = None
    names: ImportMap = field(default_factory=ImportMap)
    new_labels: bool = False
    submit: bool = False


@dataclass(frozen=True, slots=True)
class MapRow:
    """A foreign name, how often it stands in the file, and what it may mean here.

    `key` is where it stands in a map: the name, or an attribute's name and one of its values.
    """

    key: tuple[str, ...]
    name: str
    count: int
    choices: Sequence[Choice]
    current: str

    @property
    def is_part(self) -> bool:
        """True for a value, which stands below its attribute."""
        return len(self.key) > 1


def label_rows(preview: ImportPreview, label_set: LabelSet) -> list[MapRow]:
    """The labels of a file."""
    choices = [_left_out(), *((one.title, one.key) for one in label_set.offered)]
    return _rows(preview.survey.labels, preview.names.labels, choices)


def relation_rows(preview: ImportPreview, label_set: LabelSet) -> list[MapRow]:
    """The kinds of links of a file."""
    choices = [_left_out(), *((one.title, one.key) for one in label_set.relations if not one.retired)]
    return _rows(preview.survey.relations, preview.names.relations, choices)


def people_rows(preview: ImportPreview, people: Iterable[str], me: str) -> list[MapRow]:
    """Those who have made the annotations of a file; one who is not here yet can be added."""
    there = [one for one in people if one != me]
    yourself = _tr("{name} (you)").format(name=me) if me else _tr("You")
    rows = []
    for name, count in preview.survey.annotators.most_common():
        if name:
            current = preview.names.annotators.get(name, "")
            here = [(one, one) for one in there]
            new = [] if name in there or name == me else [(_tr("{name} (new here)").format(name=name), name)]
            current = "" if current == me else current
            rows.append(MapRow((name,), name, count, [*new, (yourself, ""), *here], current))
    return rows


def attribute_rows(preview: ImportPreview, label_set: LabelSet) -> list[MapRow]:
    """The attributes of a file, each with its values below it where these are chosen from a list here."""
    known = {one.key: one for one in label_set.attributes if not one.retired}
    choices = [_left_out(), (_tr("(into the note)"), AS_NOTE), *((one.title, one.key) for one in known.values())]
    rows = []
    for name, values in preview.survey.attributes.items():
        ours = preview.names.attributes.get(name, LEFT_OUT)
        rows.append(MapRow((name,), name, values.total(), choices, ours))
        attribute = known.get(ours)
        if attribute is None or attribute.kind is not AttributeKind.CHOICE or len(values) > _VALUES:
            continue
        closed = [_left_out(), *((one.title, one.key) for one in attribute.values if not one.retired)]
        meant = preview.names.values.get(name, {})
        rows += [MapRow((name, one), one, count, closed, meant.get(one, "")) for one, count in values.most_common()]
    return rows


def values_in(chosen: Mapping[tuple[str, ...], str]) -> dict[str, dict[str, str]]:
    """The values among what is chosen of attributes, by attribute."""
    found: dict[str, dict[str, str]] = {}
    for key, ours in chosen.items():
        if len(key) > 1:
            found.setdefault(key[0], {})[key[1]] = ours
    return found


def names_in(chosen: Mapping[tuple[str, ...], str]) -> dict[str, str]:
    """The names among what is chosen."""
    return {key[0]: ours for key, ours in chosen.items() if len(key) == 1}


def _rows(counts: Mapping[str, int], meant: Mapping[str, str], choices: Sequence[Choice]) -> list[MapRow]:
    ordered = sorted(counts.items(), key=lambda one: (-one[1], one[0]))
    return [MapRow((name,), name, count, choices, meant.get(name, LEFT_OUT)) for name, count in ordered]


def _left_out() -> Choice:
    return _tr("(leave out)"), LEFT_OUT


def _tr(words: str) -> str:
    return QCoreApplication.translate("ImportChoices", words)
