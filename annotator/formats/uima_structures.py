"""The feature structures of a UIMA CAS, read from XMI or JSON by their shape alone: any tool's types will do.

This is no full UIMA: arrays and lists of structures are passed over, as none of what is looked for stands in them.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import orjson

from annotator.errors import UnreadableInput
from annotator.formats.limits import LIMITS
from annotator.formats.xml_safely import parse

XMI = "{http://www.omg.org/XMI}"
_PRIMITIVE = frozenset(
    f"uima.cas.{name}" for name in ("String", "Boolean", "Integer", "Long", "Short", "Byte", "Float", "Double")
)


@dataclass(frozen=True, slots=True)
class Structure:
    """A feature structure: its number, its type, and its features, references as the numbers of what they lead to.

    `values` of XMI are all words; `references` are the names of those features that are surely references.
    """

    key: int
    type: str
    values: dict[str, Any]
    references: frozenset[str] = frozenset()

    def number(self, name: str) -> int | None:
        """A feature as a whole number; None when it is not there or is none."""
        try:
            return int(self.values[name])
        except (KeyError, TypeError, ValueError, OverflowError):
            return None


def from_xmi(content: bytes, what: str, referring: frozenset[str] = frozenset()) -> list[Structure]:
    """The structures of an .xmi file; `referring` are the features that `referring_features` has found.

    Raises UnreadableInput.
    """
    root = parse(content, LIMITS, what=what)
    if root.tag != f"{XMI}XMI":
        raise UnreadableInput(f"{what} is no XMI of UIMA; export it from its tool again.")
    return [_from_element(element, referring) for element in root]


def from_json(content: bytes, what: str) -> list[Structure]:
    """The structures of a JSON CAS. Raises UnreadableInput."""
    try:
        said = orjson.loads(content)
        found = said["%FEATURE_STRUCTURES"]
        if isinstance(found, dict):  # by number, as version 0.3 had it
            found = [{"%ID": key, **one} for key, one in found.items()]
        return [_from_object(one) for one in found]
    except (ValueError, KeyError, TypeError, AttributeError, OverflowError) as error:
        raise UnreadableInput(f"{what} is no JSON of UIMA, or it is damaged; export it from its tool again.") from error


def referring_features(content: bytes, what: str) -> frozenset[str]:
    """The names of the features in a TypeSystem.xml whose values are no plain ones. Raises UnreadableInput."""
    root = parse(content, LIMITS, what=what)
    return frozenset(
        name
        for feature in root.iter("{*}featureDescription")
        if feature.findtext("{*}rangeTypeName") not in _PRIMITIVE and (name := feature.findtext("{*}name"))
    )


def _from_element(element: Any, referring: frozenset[str]) -> Structure:
    space, _, name = str(element.tag).removeprefix("{").rpartition("}")
    package = space.removeprefix("http:///").removesuffix(".ecore").strip("/").replace("/", ".")
    values = {key: value for key, value in element.attrib.items() if not key.startswith("{")}
    key = element.get(f"{XMI}id", "")
    return Structure(_whole(key), _full(package, name), values, referring)


def _full(package: str, name: str) -> str:
    return name if package in ("", "uima.noNamespace", "uima.nonamespace") else f"{package}.{name}"


def _whole(words: str) -> int:
    return int(words) if words.isascii() and words.isdigit() and len(words) < 19 else -1


def _from_object(said: dict[str, Any]) -> Structure:
    """“@” is before what refers, “^” before places in some versions, “#” before numbers that JSON has none for."""
    plain = list(_features(said))
    values = {name: value for name, value, _ in plain}
    references = frozenset(name for name, _, refers in plain if refers)
    return Structure(int(said["%ID"]), str(said["%TYPE"]), values, references)


def _features(said: dict[str, Any]) -> Iterator[tuple[str, Any, bool]]:
    for name, value in said.items():
        if not name.startswith("%"):
            yield name.lstrip("@^#"), value, name.startswith("@")
