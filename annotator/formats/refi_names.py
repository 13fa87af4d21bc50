"""What REFI-QDA files name things by: GUIDs, made of the keys there are, so that the same things have the same ones."""

import re
from datetime import UTC, datetime
from uuid import UUID, uuid5

PROJECT, CODEBOOK = "urn:QDA-XML:project:1.0", "urn:QDA-XML:codebook:1.0"
ORIGIN = "Annotator"
"""The name of this program in a file, by which it knows its own."""

_OURS = UUID("7c1a4c0e-5d0f-4b5a-9a55-0a7f2f6d3e11")
_GUID = re.compile(r"\{?([0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})\}?")


def guid_of(key: str) -> str:
    """A key as GUID: itself where it is one, else one that it always gives."""
    found = _GUID.fullmatch(key)
    return found[1].lower() if found else str(uuid5(_OURS, key))


def guid_in(words: str | None) -> str:
    """A GUID as another tool has written it, without braces and in small letters; what is none stays as it is."""
    found = _GUID.fullmatch(words or "")
    return found[1].lower() if found else words or ""


def moment_words(moment: datetime) -> str:
    """A time as these files hold it: UTC, in whole seconds."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def moment_in(words: str | None) -> datetime | None:
    """The time that a file tells; None for none, and for one that cannot be understood."""
    try:
        found = datetime.fromisoformat(words or "")
    except ValueError:
        return None
    return found if found.tzinfo else found.replace(tzinfo=UTC)
