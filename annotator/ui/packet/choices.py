"""What the dialog for giving articles away is told, and what comes of it. Knows no database."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from annotator.core.packets import ENDING


class Which(StrEnum):
    """Which articles go into a packet."""

    OPEN = "open"
    LISTED = "listed"
    ASSIGNED = "assigned"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class Offer:
    """What there is to give: how many articles of each kind (0: that way is not offered), and people by name.

    `assigned` are the names of those who were asked to read something, with how many articles.
    """

    total: int
    open_title: str = ""
    listed: int = 0
    assigned: Sequence[tuple[str, int]] = ()
    people: Sequence[str] = ()
    held: int = 0
    protected: int = 0


@dataclass(frozen=True, slots=True)
class Gift:
    """What is to be given to whom. `of` is who was assigned the articles, "" for another choice."""

    which: Which
    of: str
    recipient: str
    target: Path
    with_readings: bool = False
    with_contacts: bool = False
    with_originals: bool = False
    with_protected: bool = False
    with_held: bool = False
    passphrase: str | None = field(default=None, repr=False)


def with_ending(path: Path) -> Path:
    """The path with the ending of packets, where a person has typed none or half of it."""
    name = path.name
    for known in (ENDING, ".packet", ".annotator"):
        if name.endswith(known):
            name = name.removesuffix(known)
            break
    return path.with_name(f"{name}{ENDING}")


def usual_name(recipient: str) -> str:
    """What the file for somebody is called, where nobody has said."""
    words = "".join(letter if letter.isalnum() else "-" for letter in recipient.strip()).strip("-")
    return f"{words or 'articles'}{ENDING}"
