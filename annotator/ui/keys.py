"""Which keys a command has: the built-in ones, or those that the person chose; and what clashes."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from PySide6.QtGui import QKeySequence

from annotator.ui.command import Command

Keys = Mapping[str, str]
_BETWEEN = " "


def keys_of(command: Command, chosen: Keys) -> tuple[str, ...]:
    """The keys of a command in portable spelling; an empty choice means none."""
    if command.id in chosen:
        return tuple(key for key in chosen[command.id].split(_BETWEEN) if key)
    return command.keys


def shown_key(command: Command, chosen: Keys) -> str:
    """The first key as this system writes it, "" when there is none."""
    found = sequences(command, chosen)
    return in_words(found[0]) if found else ""


def in_words(sequence: QKeySequence) -> str:
    """A key as it is printed on the keyboard: Qt calls the large one "Return", keyboards "Enter"."""
    return sequence.toString(QKeySequence.SequenceFormat.NativeText).replace("Return", "Enter")


def sequences(command: Command, chosen: Keys) -> list[QKeySequence]:
    """The keys of a command as Qt wants them."""
    return [QKeySequence(key, QKeySequence.SequenceFormat.PortableText) for key in keys_of(command, chosen)]


def spelt(command: Command, chosen: Keys = MappingProxyType({})) -> set[str]:
    """The keys of a command, each in its one portable spelling."""
    return {one.toString(QKeySequence.SequenceFormat.PortableText) for one in sequences(command, chosen)} - {""}


def conflicts(commands: Sequence[Command], chosen: Keys) -> dict[str, list[str]]:
    """Key -> the ids of the commands that share it, for every key that works for none of them.

    Keys of the window work everywhere; those of two other places do not meet, wherever the keyboard is.
    """
    holders: dict[str, list[Command]] = {}
    for command in commands:
        for key in spelt(command, chosen):
            holders.setdefault(key, []).append(command)
    found = {key: [one.id for one in sharing if _meets(one, sharing)] for key, sharing in holders.items()}
    return {key: ids for key, ids in found.items() if ids}


def _meets(command: Command, others: Sequence[Command]) -> bool:
    """True when another command can have the same key at the same time."""
    return any(
        other.id != command.id and ("window" in (command.scope, other.scope) or command.scope == other.scope)
        for other in others
    )


def with_keys(chosen: Keys, command: Command, keys: Sequence[str]) -> dict[str, str]:
    """The choices with this command's keys changed; its built-in ones need no entry."""
    changed = {name: kept for name, kept in chosen.items() if name != command.id}
    if tuple(keys) != command.keys:
        changed[command.id] = _BETWEEN.join(keys)
    return changed
