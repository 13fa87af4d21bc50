"""Who wrote a page's article: the names, one each, from what pages write where they should be."""

import re
from collections.abc import Iterable

_AND = re.compile(r"\s*(?:;|,|\||/|•|\bund\b|\band\b|\by\b|\be\b|\bet\b|\boch\b|\bog\b|\bdan\b|&)\s*", re.IGNORECASE)
_BY = re.compile(r"^(?:by|von|par|por|di|da|af|av|door|oleh|przez)[:\s]+(?=\S)", re.IGNORECASE)
_NO_NAME = re.compile(
    r"^@|https?:|www\.|[<>{}]|^\W*$|^(?:admin|administrator|author|editor|null|none|undefined)$", re.I
)
_LONGEST = 100
_MOST = 30


def names(texts: Iterable[str]) -> list[str]:
    """The names in what a page gives as authors; addresses and accounts are none. Each once."""
    found: dict[str, str] = {}
    for text in texts:
        for part in _parts(" ".join(text.split())):
            name = part.strip(" ,;|/•")
            if name and len(name) <= _LONGEST and not _NO_NAME.search(name):
                found.setdefault(name.casefold(), name)
    return list(found.values())[:_MOST]


def _parts(text: str) -> list[str]:
    """Several names where there are several: each part must be a name of two words or more."""
    text = _BY.sub("", text[: _LONGEST * _MOST])
    parts = [part for part in _AND.split(text) if part]
    return parts if len(parts) > 1 and all(" " in part.strip() for part in parts) else [text]
