"""What can be known of a source beside its name, and the words for it."""

import re
import unicodedata
from enum import StrEnum

from annotator.core.fuzzy import fold
from annotator.errors import AnnotatorError

_NUMBER = re.compile(r"[0-9]+")
_DIGITS = 9


class SourceKind(StrEnum):
    """What a source is."""

    PERSON = "person"
    ORGANISATION = "organisation"
    DOCUMENT = "document"
    GROUP = "group"
    UNKNOWN = "unknown"


class Naming(StrEnum):
    """How far the article names it. Somebody unnamed is a source, too."""

    NAMED = "named"
    PARTLY_ANONYMOUS = "partly_anonymous"
    ANONYMOUS = "anonymous"


class Role(StrEnum):
    """In which part it speaks."""

    OFFICIAL_POLITICAL = "official_political"
    OFFICIAL_NONPOLITICAL = "official_nonpolitical"
    PRIVATE = "private"
    MEDIA = "media"
    UNKNOWN = "unknown"


def check_source_values(kind: str, naming: str, role: str) -> None:
    """Raise AnnotatorError, naming the values there are, for one that there is not."""
    for noun, value, there in (("kind", kind, SourceKind), ("naming", naming, Naming), ("role", role, Role)):
        if value not in set(there):
            raise AnnotatorError(f"There is no {noun} of source “{value}”; there are {', '.join(there)}.")


def place_in_list(name: str) -> tuple[str, str]:
    """What a list by name is sorted by: É stands with E, 10 behind 9. Of a protected source, give what is shown."""
    letters = fold(unicodedata.normalize("NFC", name))
    return _NUMBER.sub(lambda number: number[0].zfill(_DIGITS), letters), name
