"""Letters that lead to a field with Alt, where the menus have not taken them."""

from collections.abc import Container, Sequence


def with_mnemonics(titles: Sequence[str], taken: Container[str]) -> list[str]:
    """Each title with “&” before the first letter that is free, none where all are taken.

    `taken` and what is given out are compared in small letters. A title's own “&” is kept.
    """
    used: set[str] = set()
    found = []
    for title in titles:
        free = (at for at, letter in enumerate(title) if _is_free(letter, taken, used))
        at = next(free, -1)
        if at < 0:
            found.append(_plain(title))
            continue
        used.add(title[at].lower())
        found.append(f"{_plain(title[:at])}&{_plain(title[at:])}")
    return found


def letters_of(titles: Sequence[str]) -> frozenset[str]:
    """The letters that titles such as “&File” have taken."""
    pieces = (title.replace("&&", "").partition("&")[2] for title in titles)
    return frozenset(piece[0].lower() for piece in pieces if piece)


def _is_free(letter: str, taken: Container[str], used: set[str]) -> bool:
    small = letter.lower()
    # Only letters that are on the keyboard wherever the words are; others have no Alt key that could be relied on.
    return small.isascii() and small.isalpha() and small not in used and small not in taken


def _plain(words: str) -> str:
    return words.replace("&", "&&")
