"""What is asked for when something is exported, as one plain record; and how a project keeps it under a name.

A request is all that an export needs but a project and a place to write to. It can be kept as JSON, and be told as
the words of a command line that ask for the same.
"""

import shlex
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field, fields, replace
from enum import StrEnum
from typing import Any
from uuid import UUID

from annotator.core.losses import Flat
from annotator.core.selection import Selection, Unit
from annotator.core.splits import SHARES
from annotator.errors import UnusableRecipe

VERSION = 1


class Partition(StrEnum):
    """By what a dataset of many files is parted."""

    LANGUAGE = "language"
    MONTH = "month"


@dataclass(frozen=True, slots=True)
class ExportRequest:
    """A format, what goes out in it, and how; what a format knows nothing of, it leaves aside.

    `with_furniture`: also what is no article text. `bom`: a byte-order mark first. `flat`: which of overlapping
    annotations a format of one layer holds. `lean`: a dataset without what only a project can read. `without_text`:
    places and hashes only. `partition_by`: folders, the outer one first. `parquet`: the files of a dataset folder are
    Parquet. `licence` is told in a dataset's card. `seed` and `shares` (train, dev, test) say how articles are dealt
    out; `splits` is a file that says how they were in an earlier dataset, or the folder of that. `strict`: nothing is
    written where the format cannot hold everything.
    """

    format_id: str
    selection: Selection = field(default_factory=Selection)
    with_furniture: bool = False
    bom: bool = False
    flat: Flat = Flat.OUTERMOST
    lean: bool = False
    without_text: bool = False
    partition_by: tuple[str, ...] = ()
    parquet: bool = False
    licence: str = ""
    splits: str = ""
    seed: int = 0
    shares: tuple[int, int, int] = SHARES
    strict: bool = False

    def as_dict(self) -> dict[str, Any]:
        """As JSON holds it: what is as usual is not in it."""
        said = {"version": VERSION, "format_id": self.format_id}
        return said | _unusual(self, ExportRequest(self.format_id)) | _unusual(self.selection, Selection())

    @classmethod
    def from_dict(cls, said: Mapping[str, Any]) -> "ExportRequest":
        """What `as_dict` has written. Raises UnusableRecipe for anything else."""
        if said.get("version") != VERSION:
            raise UnusableRecipe("This recipe was made by another version of the program; make it anew.")
        known = dict(said)
        del known["version"]
        try:
            read = {name: _READ[name](value) for name, value in known.items()}
            own = {name: read.pop(name) for name in tuple(read) if name in _OWN}
            return cls(**own, selection=Selection(**read))
        except KeyError as error:
            raise UnusableRecipe(f"This recipe asks for {error}, which is unknown here; make it anew.") from error
        except (ValueError, TypeError, AttributeError) as error:
            raise UnusableRecipe(f"This recipe does not hold together ({error}); make it anew.") from error


@dataclass(frozen=True, slots=True)
class Recipe:
    """An export that has a name. `target` is where it was written last, "" where it has not been."""

    name: str
    request: ExportRequest
    target: str = ""


def as_arguments(request: ExportRequest) -> list[str]:
    """The options of `annotator export` that ask for this, without articles and OUT."""
    said = ["--format", request.format_id]
    present, usual = values_of(request), values_of(ExportRequest(request.format_id))
    for name, option in _LISTS.items():
        values = ("=".join(one) if isinstance(one, tuple) else one for one in present[name])
        said += [word for value in values for word in (option, value)]
    for name, option in _VALUED.items():
        if present[name] != usual[name]:
            value = present[name]
            said += [option, "/".join(map(str, value)) if isinstance(value, tuple) else str(value)]
    return said + [option for name, option in _FLAGS.items() if present[name] != usual[name]]


def as_command(request: ExportRequest, out: str, project: str = "") -> str:
    """The command line that exports the same, as a shell reads it."""
    begin = ["annotator", *(["--project", project] if project else []), "export"]
    articles = [str(key) for key in request.selection.documents or ()]
    names = [*articles, out]
    ended = ["--"] if any(name.startswith("-") and name != "-" for name in names) else []
    return shlex.join([*begin, *as_arguments(request), *ended, *names])


def values_of(request: ExportRequest) -> dict[str, Any]:
    """All that a request asks for: fields of it and of its selection by name."""
    return _values(request) | _values(request.selection)


def taken_back(request: ExportRequest, names: Collection[str]) -> ExportRequest:
    """The request with these fields, of it or of its selection, as they usually are."""
    usual = values_of(ExportRequest(request.format_id))
    own = {name: usual[name] for name in names if name in _OWN}
    chosen = {name: usual[name] for name in names if name not in _OWN}
    return replace(request, selection=replace(request.selection, **chosen), **own)


_LISTS = {
    "labels": "--label",
    "annotators": "--by",
    "states": "--state",
    "languages": "--language",
    "outlets": "--outlet",
    "attributes": "--attribute",
    "partition_by": "--partition-by",
}
_VALUED = {
    "reading": "--reading",
    "since": "--since",
    "until": "--until",
    "unit": "--unit",
    "context": "--context",
    "split": "--split",
    "splits": "--splits",
    "seed": "--seed",
    "shares": "--shares",
    "flat": "--flat",
    "licence": "--licence",
}
_FLAGS = {
    "with_held": "--with-withheld",
    "with_off_record": "--with-off-record",
    "pseudonyms": "--pseudonyms",
    "negatives": "--no-negatives",
    "with_furniture": "--with-furniture",
    "without_text": "--without-text",
    "lean": "--lean",
    "parquet": "--parquet",
    "bom": "--bom",
    "strict": "--strict",
}
OPTIONS = _LISTS | _VALUED | _FLAGS
"""The option of a command line that asks for it: field of a request or of its selection -> option."""


def _values(record: Any) -> dict[str, Any]:
    return {one.name: getattr(record, one.name) for one in fields(record) if one.name != "selection"}


def _unusual(record: Any, usual: Any) -> dict[str, Any]:
    """The fields that have not their usual value, as JSON."""
    ordinary = _values(usual)
    return {name: _plain(value) for name, value in _values(record).items() if value != ordinary[name]}


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    return str(value) if isinstance(value, UUID | StrEnum) else value


def _yes(value: Any) -> bool:
    if not isinstance(value, bool):
        raise ValueError(f"“{value}” is neither true nor false")
    return value


def _number(value: Any) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise ValueError(f"“{value}” is no number")
    return value


def _word(value: Any) -> str:
    if not isinstance(value, str):
        raise ValueError(f"“{value}” is no text")
    return value


def _words(value: Any) -> tuple[str, ...]:
    return tuple(map(_word, _list(value)))


def _list(value: Any) -> list[Any]:
    if not isinstance(value, list):
        raise ValueError(f"“{value}” is no list")
    return value


def _pairs(value: Any) -> tuple[tuple[str, str], ...]:
    return tuple((_word(key), _word(said)) for key, said in map(_list, _list(value)))


def _keys(value: Any) -> tuple[UUID, ...]:
    return tuple(UUID(_word(one)) for one in _list(value))


def _shares(value: Any) -> tuple[int, int, int]:
    train, dev, test = map(_number, _list(value))
    return train, dev, test


_READ: dict[str, Callable[[Any], Any]] = {
    "format_id": _word,
    "with_furniture": _yes,
    "bom": _yes,
    "flat": Flat,
    "lean": _yes,
    "without_text": _yes,
    "partition_by": lambda value: tuple(Partition(one).value for one in _list(value)),
    "parquet": _yes,
    "licence": _word,
    "splits": _word,
    "seed": _number,
    "shares": _shares,
    "strict": _yes,
    "documents": _keys,
    "labels": _words,
    "reading": _word,
    "annotators": _words,
    "states": _words,
    "languages": _words,
    "outlets": _words,
    "since": _word,
    "until": _word,
    "attributes": _pairs,
    "with_held": _yes,
    "with_off_record": _yes,
    "pseudonyms": _yes,
    "negatives": _yes,
    "unit": Unit,
    "context": _number,
    "split": _word,
}
_OWN = {one.name for one in fields(ExportRequest)}
