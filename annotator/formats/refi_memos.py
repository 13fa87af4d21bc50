"""The memos of a REFI-QDA project, and what each is about: a stretch, a coding, a whole text, or nothing that is here.

A stretch or a text refers to its memos; NVivo has links between both instead. QualCoder says in the memo of a text
which stretch it is about.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from annotator.formats.refi_names import guid_in


class Memo(NamedTuple):
    """A memo: its text, or where that lies. `made` says by whom and when, `selections` the stretches that it names."""

    guid: str
    name: str
    content: str | None
    path: str
    made: dict[str, str]
    selections: tuple[dict[str, str], ...]


@dataclass(slots=True)
class Memos:
    """The memos of a project, by their GUIDs."""

    _memos: dict[str, Memo] = field(default_factory=dict)
    _linked: dict[str, list[str]] = field(default_factory=dict)
    _used: set[str] = field(default_factory=set)

    def note_down(self, element: Any) -> None:
        """Take a <Note> in."""
        guid = guid_in(element.get("guid"))
        selections = tuple(dict(one.attrib) for one in element.iterfind("{*}PlainTextSelection"))
        content, path = element.findtext("{*}PlainTextContent"), element.get("plainTextPath", "")
        self._memos[guid] = Memo(guid, element.get("name", ""), content, path, dict(element.attrib), selections)

    def link(self, origin: str, target: str) -> None:
        """Take in what a <Link> leads from and to, once all memos are there."""
        if origin in self._memos:
            self._linked.setdefault(target, []).append(origin)
        elif target in self._memos:
            self._linked.setdefault(origin, []).append(target)

    def of(self, element: Any) -> Iterator[Memo]:
        """The memos of a stretch or a text, each once."""
        referred = [guid_in(one.get("targetGUID")) for one in element.iterfind("{*}NoteRef")]
        for guid in dict.fromkeys([*referred, *self._linked.get(guid_in(element.get("guid")), ())]):
            if guid in self._memos:
                self._used.add(guid)
                yield self._memos[guid]

    def leave(self, memo: Memo) -> None:
        """Say that a memo was not taken after all."""
        self._used.discard(memo.guid)

    @property
    def left(self) -> int:
        """How many memos nothing that was asked about has, or were not taken."""
        return len(self._memos) - len(self._used)
