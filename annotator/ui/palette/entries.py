"""What the palette can lead to: commands, articles, sources, annotations; and how they are found as one types."""

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass, replace
from enum import IntEnum

from annotator.core.fuzzy import best, fold
from annotator.core.spans import Span

MOST_OF_ONE_GROUP = 50
_MOST = {0: 6, 1: 12, 2: 6, 3: 8}  # of each group when all are asked
_RECENT_BONUS = 25.0
_FOUND_OTHERWISE = 45.0  # how well something fits that was found by another name of it


class Group(IntEnum):
    """What an entry is, in the order in which equals are shown."""

    COMMAND = 0
    ARTICLE = 1
    SOURCE = 2
    ANNOTATION = 3


PREFIXES = {">": Group.COMMAND, "@": Group.SOURCE, "#": Group.ANNOTATION}
"""What is typed first to be shown one group alone."""


@dataclass(frozen=True, slots=True)
class Entry:
    """Something to go to. `key` says which to whoever goes there; `marks` are the letters of the title that were typed.

    Beside it stands the `detail`, or of a command its `keys`.
    """

    group: Group
    key: Hashable
    title: str
    detail: str = ""
    keys: str = ""
    marks: tuple[Span, ...] = ()


FindSources = Callable[[str, int], Sequence[Entry]]


class Entries:
    """All there is to go to. `find_sources` knows the sources by more than their letters."""

    def __init__(self, find_sources: FindSources) -> None:
        self._find_sources = find_sources
        self._there: dict[Group, Sequence[Entry]] = dict.fromkeys(Group, ())
        self._folded: dict[Group, Sequence[str]] = dict.fromkeys(Group, ())
        self._recent: dict[tuple[Group, Hashable], Entry] = {}

    def put(self, group: Group, entries: Iterable[Entry]) -> None:
        """These are the entries of a group now, those first that come first among equals."""
        known = dict(zip((entry.title for entry in self._there[group]), self._folded[group], strict=True))
        there = tuple(entries)
        self._there[group] = there
        self._folded[group] = [known.get(entry.title) or fold(entry.title) for entry in there]
        keys = {entry.key for entry in there}
        self._recent = {name: one for name, one in self._recent.items() if name[0] != group or name[1] in keys}

    def remember(self, entry: Entry) -> None:
        """It was gone to: next time it is among the first."""
        name = (entry.group, entry.key)
        self._recent.pop(name, None)
        self._recent = {name: replace(entry, marks=()), **self._recent}
        for late in list(self._recent)[MOST_OF_ONE_GROUP:]:
            del self._recent[late]

    def find(self, typed: str) -> list[Entry]:
        """What fits, group by group, the group with the best first; nothing typed: what was gone to last.

        Where there is nothing to go to yet, that is what can be done.
        """
        typed = typed.lstrip()
        if typed[:1] in PREFIXES:
            group = PREFIXES[typed[0]]
            return [entry for _, entry in self._of(group, typed[1:], MOST_OF_ONE_GROUP)]
        if not typed.strip():
            return self._without_words()
        groups = [found for group in Group if (found := self._of(group, typed, _MOST[group]))]
        groups.sort(key=lambda found: -found[0][0])
        return [entry for found in groups for _, entry in found]

    def _without_words(self) -> list[Entry]:
        recent = list(self._recent.values())[: _MOST[Group.ARTICLE]]
        known = {entry.key for entry in recent if entry.group is Group.ARTICLE}
        articles = [one for one in self._there[Group.ARTICLE][: _MOST[Group.ARTICLE]] if one.key not in known]
        there = recent + articles or self._there[Group.COMMAND][:MOST_OF_ONE_GROUP]
        return sorted(there, key=lambda entry: (entry not in recent, entry.group))

    def _of(self, group: Group, typed: str, most: int) -> list[tuple[float, Entry]]:
        if group is Group.SOURCE:
            found = [_scored(entry, typed) for entry in self._find_sources(typed, most)]
        elif typed.strip():
            there = self._there[group]
            found = [
                (match.score, replace(there[index], marks=match.marks))
                for index, match in best(typed, self._folded[group], most)
            ]
        else:
            found = [(0.0, entry) for entry in self._there[group][:most]]
        found = [(score + (_RECENT_BONUS if self._is_recent(entry) else 0), entry) for score, entry in found]
        return sorted(found, key=lambda scored: -scored[0])

    def _is_recent(self, entry: Entry) -> bool:
        return (entry.group, entry.key) in self._recent


def _scored(entry: Entry, typed: str) -> tuple[float, Entry]:
    """A source as it was found: by letters of its name, else by something that is not shown."""
    for _, match in best(typed, [fold(entry.title)], 1):
        return max(match.score, _FOUND_OTHERWISE), replace(entry, marks=match.marks)
    return _FOUND_OTHERWISE, entry
