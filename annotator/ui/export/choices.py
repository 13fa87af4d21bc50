"""What the export dialog offers and what it hands back: plain records."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from uuid import UUID

from annotator.core.schema import LabelSet


@dataclass(frozen=True, slots=True)
class FormatChoice:
    """A format to write. `extensions` start with a dot, the usual one first; `losses` are whole sentences.

    `is_folder`: whatever is chosen of it, it is a folder of files, or an archive where the name ends in .zip. `heeds`:
    names of the choices of a request that change something of it, "unit" for parts of articles.
    """

    id: str
    title: str
    extensions: tuple[str, ...]
    losses: tuple[str, ...] = ()
    is_folder: bool = False
    heeds: frozenset[str] = frozenset()


class Scope(StrEnum):
    """Which articles are exported."""

    ALL = "all"
    LISTED = "listed"
    OPEN = "open"
    KEPT = "kept"  # those that a recipe names


@dataclass(frozen=True, slots=True)
class Offered:
    """What there is in a project to choose from.

    `open_id` is the open article's key, None for none, `open_title` its title; `listed` are the keys of what the list
    shows, `all` counts what there is, `held` what is withheld, cancelled or under an embargo, `protected` the sources
    whose names are blacked out. `people` are names; `languages` and `outlets` those with most articles first.
    `project` is its file, "" for one on a server.
    """

    label_set: LabelSet
    all: int
    open_id: UUID | None = None
    open_title: str = ""
    listed: tuple[UUID, ...] = ()
    held: int = 0
    protected: int = 0
    people: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    outlets: tuple[str, ...] = ()
    project: str = ""


def target_path(words: str, choice: FormatChoice) -> Path | None:
    """The file that typed words name, with the format's extension; None when they name none.

    What is not a whole path lies in the person's home: a window has no folder of its own.
    """
    target = Path(words.strip())
    if target.parts[:1] == ("~",):
        target = Path(*target.parts[1:])
    if not target.name or target.name == ".." or "\0" in words:
        return None
    return with_extension(Path.home() / target, choice)


def with_extension(target: Path, choice: FormatChoice) -> Path:
    """The target with the format's extension, where it has none of the format's own; a folder's name has none."""
    if choice.is_folder or not choice.extensions or target.suffix.lower() in choice.extensions:
        return target
    return target.with_name(target.name + choice.extensions[0])


def is_there(target: Path | None) -> bool:
    """True when writing the target would replace a file; a name that cannot be is not there."""
    try:
        return target is not None and target.exists()
    except (OSError, ValueError):
        return False


def lacks_folder(target: Path | None) -> bool:
    """True when the folder that the target would lie in is not there; one that cannot be looked into may be."""
    try:
        return target is not None and not target.parent.is_dir()
    except OSError:
        return False
