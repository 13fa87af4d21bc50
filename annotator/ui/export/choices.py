"""What the export dialog offers and what it hands back: plain records."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class FormatChoice:
    """A format to write. `extensions` start with a dot, the usual one first; `losses` are whole sentences."""

    id: str
    title: str
    extensions: tuple[str, ...]
    losses: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ExportChoice:
    """What a person asked for. `current_only`: the open article alone."""

    format_id: str
    target: Path
    current_only: bool
    include_furniture: bool
    byte_order_mark: bool


def with_extension(target: Path, choice: FormatChoice) -> Path:
    """The target with the format's extension, where it has none of the format's own."""
    if not choice.extensions or target.suffix.lower() in choice.extensions:
        return target
    return target.with_name(target.name + choice.extensions[0])
