"""What the list of languages offers: rows in order, and which of them are meant by what is typed."""

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QLocale

from annotator.core.languages import own_names


@dataclass(frozen=True, slots=True)
class LanguageRow:
    """A language: its code, its own name, its name in English ("" where that is the same or not known)."""

    code: str
    name: str
    english: str

    @property
    def words(self) -> str:
        """The row as it is shown. Each name is held apart, or one from right to left would turn the row around."""
        return " · ".join(f"\u2068{part}\u2069" for part in (self.name, self.english, self.code) if part)


def language_rows() -> list[LanguageRow]:
    """Every language that the program knows, by name; a letter with an accent stands with the letter."""
    rows = [LanguageRow(code, name, _english(code, name)) for code, name in own_names().items()]
    return sorted(rows, key=lambda row: _folded(row.name))


def meant(rows: Iterable[LanguageRow], typed: str) -> list[LanguageRow]:
    """The languages of which a name or the code begins so; the one whose code was typed comes first."""
    wanted = _folded(typed.strip())
    found = [row for row in rows if begins(f"{row.name} {row.english} {row.code}", wanted)]
    return sorted(found, key=lambda row: row.code != wanted)


def begins(words: str, typed: str) -> bool:
    """True where what is typed begins one of some words, whatever its capitals and accents."""
    return f" {_folded(typed.strip())}" in f" {_folded(words)}"


def in_order(rows: Iterable[LanguageRow], codes: Sequence[str]) -> list[LanguageRow]:
    """The rows of these codes, in the order of the codes."""
    known = {row.code: row for row in rows}
    return [known[code] for code in codes if code in known]


def _english(code: str, name: str) -> str:
    language = QLocale(code).language()
    english = "" if language == QLocale.Language.C else QLocale.languageToString(language)
    return "" if _folded(english) == _folded(name) else english


def _folded(words: str) -> str:
    plain = unicodedata.normalize("NFKD", words.casefold())
    return "".join(letter for letter in plain if not unicodedata.combining(letter))
