"""Regular expressions that a person types to search, kept to those that can be searched with in bounded time.

An expression can take for ever, or all memory, in two ways. What is refused before it is used: expressions that say
how often something is repeated too many times over, groups that remember what they matched, whatever calls itself.
What no look at an expression can tell is left to a clock: it stops where one article takes too long. `regex` has one
and lets the window go on meanwhile, which Python's own `re` does not.
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import islice
from typing import Any

from annotator.core.spans import Span
from annotator.errors import PatternTooSlow, UnusablePattern

LONGEST_PATTERN = 500
"""Characters of an expression."""

SECONDS_AN_ARTICLE = 0.5

_MOST_STEPS = 2000  # what an expression may come to when all that is counted in it is written out
_DEEPEST = 20
_GROUP = re.compile(r"\((?:\?(?:<?[=!]|:|-?[ims]+:))?")
_GROUP_THAT_IS_NONE = re.compile(r"\(\?|\(\*")
_COUNT = re.compile(r"\{(\d{1,4})?(?:(,)(\d{1,4})?)?\}")
_ESCAPE = re.compile(
    r"\\(?:[dDwWsSbBXntrfv]|[pP]\{\^?[A-Za-z_ ]{1,40}(?:[=:][A-Za-z_ ]{1,40})?\}|u[0-9A-Fa-f]{4}|[\W_])"
)
_CLASS = re.compile(r"\[\^?\]?(?:\\.|[^\\\]])*\]", re.DOTALL)
_ESCAPED = re.compile(r"\\.", re.DOTALL)


class SearchPattern:
    """An expression that can be looked for in many texts."""

    def __init__(self, found: Any) -> None:
        self._found = found

    def places(self, text: str, most: int | None = None) -> list[Span]:
        """Where a text has it, from left to right, at most so many times; what is empty counts for nothing.

        Raises PatternTooSlow.
        """
        return list(islice(self._places(text), most))

    def _places(self, text: str) -> Iterator[Span]:
        try:
            for match in self._found.finditer(text, timeout=SECONDS_AN_ARTICLE, concurrent=True):
                start, end = match.span()
                if start < end:
                    yield Span(start, end)
        except TimeoutError as error:
            raise PatternTooSlow(
                "Searching with this expression takes too long. Say more exactly what is repeated, "
                "for example \\w+ in place of .*"
            ) from error


@lru_cache(maxsize=32)
def search_pattern(written: str) -> SearchPattern:
    """The expression that was typed; capitals make no difference, ^ and $ stand for the ends of lines.

    Raises UnusablePattern, in words, for one that cannot be used.
    """
    if not written.strip():
        raise UnusablePattern("There is no expression to look for yet.")
    if len(written) > LONGEST_PATTERN:
        raise UnusablePattern(f"The expression is longer than {LONGEST_PATTERN} characters; shorten it.")
    library = _library()
    try:
        return SearchPattern(library.compile(_Check(written).checked(), library.I | library.M | library.V0))
    except (library.error, RecursionError, OverflowError) as error:
        said = str(getattr(error, "msg", "")) or "it cannot be read"
        raise UnusablePattern(f"This is no regular expression: {said}.") from error


@cache
def _library() -> Any:
    # Loaded late: few searches are by expression, and it costs a start some 20 ms.
    import regex

    return regex


class _Check:
    """One walk over an expression: what is in it, and how large it is when all counts are written out."""

    def __init__(self, written: str) -> None:
        self._written, self._at = written, 0
        self._taken: list[str] = []
        self._sums = [0]  # of each open group, the outermost first
        self._last = 0  # the size of what a count would be about, 0 where there is nothing to count
        self._counted = False

    def checked(self) -> str:
        """The expression, with groups that remember nothing. Raises UnusablePattern."""
        while self._at < len(self._written):
            self._take()
        if len(self._sums) > 1:
            raise UnusablePattern("A bracket ( is not closed in the expression; a bracket itself is written \\(.")
        return "".join(self._taken)

    def _take(self) -> None:
        character = self._written[self._at]
        if character == "\\":
            self._add(self._match(_ESCAPE, self._escape_words()))
        elif character == "[":
            self._add(self._checked_class())
        elif character == "(":
            self._open()
        elif character == ")":
            self._close()
        elif character in "*+?{":
            self._repeat(character)
        elif character in "|^$":
            self._keep(character)
            self._last, self._counted = 0, False
        else:
            self._add(character)

    def _keep(self, piece: str, taken: str | None = None) -> None:
        self._taken.append(piece if taken is None else taken)
        self._at += len(piece)

    def _add(self, piece: str) -> None:
        self._keep(piece)
        self._grow(1)

    def _grow(self, size: int) -> None:
        self._sums[-1] += size
        self._last, self._counted = size, False
        if self._sums[-1] > _MOST_STEPS:
            raise UnusablePattern("What is repeated in the expression comes to too much; use smaller numbers in { }.")

    def _match(self, wanted: re.Pattern[str], words: str) -> str:
        found = wanted.match(self._written, self._at)
        if found is None:
            raise UnusablePattern(words)
        return found[0]

    def _escape_words(self) -> str:
        return f"“{self._written[self._at : self._at + 2]}” cannot be used in an expression here."

    def _checked_class(self) -> str:
        found = self._match(_CLASS, "A bracket [ is not closed in the expression; a bracket itself is written \\[.")
        for escape in _ESCAPED.finditer(found):
            if not _ESCAPE.match(found, escape.start()):
                raise UnusablePattern(f"“{escape[0]}” cannot be used in an expression here.")
        if "[:" in found:
            raise UnusablePattern("Write \\p{L} for letters, in place of [:alpha:].")
        return found

    def _open(self) -> None:
        found = _GROUP.match(self._written, self._at)
        if found is None or (found[0] == "(" and _GROUP_THAT_IS_NONE.match(self._written, self._at)):
            piece = self._written[self._at : self._at + 3]
            raise UnusablePattern(f"“{piece}” cannot be used in an expression here; ( ), (?: ), (?= ) and (?! ) can.")
        if len(self._sums) > _DEEPEST:
            raise UnusablePattern("The expression has too many brackets in one another.")
        # What a group matched each time is remembered, if it may be: hundreds of megabytes for a long text.
        self._keep(found[0], "(?:" if found[0] == "(" else None)
        self._sums.append(0)
        self._last, self._counted = 0, False

    def _close(self) -> None:
        if len(self._sums) == 1:
            raise UnusablePattern("A bracket ) was never opened in the expression; a bracket itself is written \\).")
        self._keep(")")
        self._grow(max(1, self._sums.pop()))

    def _repeat(self, character: str) -> None:
        piece, times = character, 1
        if character == "{":
            found = _COUNT.match(self._written, self._at)
            if found is None or not (found[1] or found[3]):
                raise UnusablePattern("In { } stand numbers, as in a{2,5}; a brace itself is written \\{.")
            piece, times = found[0], max(int(number) for number in (found[1], found[3], "1") if number)
        if self._counted and character == "?":
            self._keep(piece)  # as few as possible
            self._last, self._counted = 0, False
            return
        if not self._last or self._counted:
            raise UnusablePattern(f"There is nothing before “{piece}” that could be repeated; see \\{character}.")
        self._keep(piece)
        size = self._last
        self._grow(size * times - size)
        self._last, self._counted = size * times, True
