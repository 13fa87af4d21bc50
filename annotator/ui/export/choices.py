"""What the export dialog offers and what it hands back: plain records."""

from dataclasses import dataclass
from pathlib import Path

from annotator.operations.exported_readings import ALL


@dataclass(frozen=True, slots=True)
class FormatChoice:
    """A format to write. `extensions` start with a dot, the usual one first; `losses` are whole sentences."""

    id: str
    title: str
    extensions: tuple[str, ...]
    losses: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ExportChoice:
    """What a person asked for. `current_only`: the open article alone; `with_held`: also what is held back.

    `reading` is whose work: ALL or GOLD of operations/exported_readings.py, or a name.
    """

    format_id: str
    target: Path
    current_only: bool
    include_furniture: bool
    byte_order_mark: bool
    with_held: bool = False
    reading: str = ALL


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
    """The target with the format's extension, where it has none of the format's own."""
    if not choice.extensions or target.suffix.lower() in choice.extensions:
        return target
    return target.with_name(target.name + choice.extensions[0])


def is_there(target: Path | None) -> bool:
    """True when writing the target would replace a file; a name that cannot be is not there."""
    try:
        return target is not None and target.exists()
    except (OSError, ValueError):
        return False
