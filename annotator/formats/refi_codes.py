"""The code book of REFI-QDA: a code for each label, and for each attribute a group with a code for each of its values.

Tools for qualitative analysis know codes only, and count and cross them; so a value is a code beside that of the label.
Its name begins with the attribute's, since some of them (QualCoder) allow a name once.
"""

from collections import deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from annotator.core.losses import names_in
from annotator.core.schema import Attribute, AttributeKind, LabelSet
from annotator.formats.refi_names import guid_in, guid_of
from annotator.formats.xml_words import spaced

_CODED = frozenset({AttributeKind.CHOICE, AttributeKind.YES_NO, AttributeKind.SOURCE})
_LONGEST_NAME = 40
_BETWEEN = ": "


@dataclass(frozen=True, slots=True)
class Code:
    """A code of a code book. `path` are the names of the groups that it is in, and its own."""

    guid: str
    path: tuple[str, ...]
    description: str = ""
    colour: str = ""
    is_codable: bool = True
    in_group: bool = False


@dataclass(slots=True)
class CodeBook:
    """The codes of an export: those of the label set, and those that are met besides."""

    label_set: LabelSet | None
    labels: dict[str, None] = field(default_factory=dict)
    values: dict[str, dict[str, None]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if self.label_set:
            self.labels |= dict.fromkeys(one.key for one in self.label_set.offered)
            for one in self.label_set.attributes:
                if one.kind in _CODED and not one.retired:
                    self.values[one.key] = dict.fromkeys(_words_of(one))

    def label(self, key: str) -> str:
        """The GUID of a label's code."""
        self.labels.setdefault(key)
        return guid_of(f"label {key}")

    def value_codes(self, attribute: str, words: str) -> list[str]:
        """The GUIDs of the codes that tell an attribute's value; none where it is too long for a name."""
        kind = self._kind(attribute)
        is_name = bool(words) and len(words) <= _LONGEST_NAME and words == words.strip() and "\n" not in words
        if kind not in _CODED and (kind is not None or not is_name):
            return []
        each = names_in(words) if kind is AttributeKind.SOURCE and not words.startswith("[") else [words]
        for one in each:
            self.values.setdefault(attribute, {}).setdefault(one)
        return [_value_guid(attribute, one) for one in each]

    def codes(self) -> Iterator[Code]:
        """Every code, a group before what is in it."""
        known = {one.key: one for one in self.label_set.labels} if self.label_set else {}
        for key in self.labels:
            label = known.get(key)
            about = (spaced(label.description), label.colours.light) if label else ("", "")
            yield Code(guid_of(f"label {key}"), (key,), *about)
        for attribute, values in self.values.items():
            if values:
                yield Code(guid_of(f"attribute {attribute}"), (attribute,), self._about(attribute), is_codable=False)
            for words in values:
                name = f"{attribute}{_BETWEEN}{words}"
                yield Code(_value_guid(attribute, words), (attribute, name), self._about(attribute, words))

    def _kind(self, attribute: str) -> AttributeKind | None:
        found = self._attribute(attribute)
        return found.kind if found else None

    def _about(self, attribute: str, value: str = "") -> str:
        found = self._attribute(attribute)
        if not found or not value:
            return spaced(found.description) if found else ""
        said = found.value(value)
        return spaced(said.description) if said else ""

    def _attribute(self, key: str) -> Attribute | None:
        known = self.label_set.attributes if self.label_set else ()
        return next((one for one in known if one.key == key), None)


def codes_element(book: CodeBook, etree: Any) -> Any:
    """<Codes> of a code book, None where it has no code."""
    whole = etree.Element("Codes")
    groups: dict[str, Any] = {}
    for code in book.codes():
        within = groups.get(code.path[0], whole) if len(code.path) > 1 else whole
        words = {"guid": code.guid, "name": code.path[-1], "isCodable": "true" if code.is_codable else "false"}
        made = etree.SubElement(within, "Code", words)
        if code.colour:
            made.set("color", code.colour)
        if code.description:
            etree.SubElement(made, "Description").text = code.description
        if not code.is_codable:
            groups[code.path[0]] = made
    return whole if len(whole) else None


def read_codes(codes: Any) -> dict[str, Code]:
    """The codes of a <Codes> element (None: none), by their GUIDs, however deep they lie in each other."""
    found: dict[str, Code] = {}
    waiting: deque[tuple[Any, Code | None]] = deque()
    waiting += [(one, None) for one in codes.iterfind("{*}Code")] if codes is not None else []
    while waiting:
        element, above = waiting.popleft()
        code = Code(
            guid_in(element.get("guid")),
            (*(above.path if above else ()), element.get("name", "")),
            element.findtext("{*}Description") or "",
            element.get("color", ""),
            element.get("isCodable") != "false",
            above is not None and not above.is_codable,
        )
        found[code.guid or f"code {len(found)}"] = code
        waiting += [(one, code) for one in element.iterfind("{*}Code")]
    return found


def attribute_in(code: Code) -> tuple[str, str] | None:
    """The attribute and the value that one of this program's own codes tells; None for a label's."""
    if not code.in_group:
        return None
    return code.path[0], code.path[-1].removeprefix(f"{code.path[0]}{_BETWEEN}")


def value_in(code: Code) -> tuple[str, str] | None:
    """The attribute and the value that a code tells in another tool which has this program's code book from it.

    Such a tool gives codes GUIDs of its own and keeps their names.
    """
    attribute, name = code.path[-2:] if len(code.path) > 1 else ("", "")
    value = name.removeprefix(f"{attribute}{_BETWEEN}")
    is_key = attribute.isidentifier() and attribute == attribute.lower()
    return (attribute, value) if is_key and value != name else None


def joined_values(said: Mapping[str, list[str]]) -> dict[str, str]:
    """Attributes as words; several names of one are apart by semicolons."""
    return {attribute: "; ".join(values) for attribute, values in said.items()}


def _words_of(attribute: Attribute) -> list[str]:
    if attribute.kind is AttributeKind.YES_NO:
        return ["true", "false"]
    return [value.key for value in attribute.values if not value.retired]


def _value_guid(attribute: str, words: str) -> str:
    return guid_of(f"value {attribute} {words}")
