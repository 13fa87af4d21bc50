"""Articles out of a REFI-QDA project: this program's own, and those of MAXQDA, NVivo, ATLAS.ti, QualCoder and others.

In a project of another tool each coding is an annotation, labelled with the code's name after those of the codes that
it lies in (“Reaction/denial”), but for a value of an attribute that has come from here: that is one again. What is no
text is named as not read.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from annotator.core.exchange import ExchangedAnnotation, ExchangedArticle, ExchangedLink, place_of
from annotator.core.records import Unread
from annotator.core.spans import Span
from annotator.errors import UnreadableInput
from annotator.formats.line_ends import LineEnds
from annotator.formats.refi_codes import Code, attribute_in, joined_values, read_codes, value_in
from annotator.formats.refi_memos import Memo, Memos
from annotator.formats.refi_names import ORIGIN, guid_in, moment_in
from annotator.formats.refi_parts import Project
from annotator.formats.refi_places import Counting, counting_of
from annotator.formats.refi_values import with_values
from annotator.formats.refi_writing import UNTITLED, VARIABLES
from annotator.formats.zip_safely import Archive

_INTERNAL = "internal://"
_OTHERS = {
    "PictureSource": "a picture",
    "AudioSource": "a recording",
    "VideoSource": "a film",
    "PDFSource": "a PDF without its text",
}
_UNCODED = "memo"
"""The label of a stretch that bears a note and no code."""


class _Link(NamedTuple):
    """What leads from a selection or coding to another."""

    guid: str
    name: str
    target: str


class ProjectReader:
    """A project.qde and the texts beside it: gone through once for what sources refer to, and again for these."""

    def __init__(self, project: Project, archive: Archive) -> None:
        """Raises UnreadableInput."""
        self._project = project
        self._archive = archive
        self._files = {name.lower(): name for name in archive.names()}
        origin = project.origin()
        self._is_ours = origin == ORIGIN
        self._usual = Counting(line_ends_once="atlas" in origin.lower())
        self._codes: dict[str, Code] = {}
        self._users: dict[str, str] = {}
        self._variables: dict[str, str] = {}
        self._memos = Memos()
        self._links: dict[str, list[_Link]] = {}
        for part, element in project.elements():
            self._note_down(part, element)
        for origin_guid, links in self._links.items():
            for link in links:
                self._memos.link(origin_guid, link.target)
        codes = () if self._is_ours else self._codes.values()
        self._values = {self._label(code): told for code in codes if (told := value_in(code))}

    def read(self) -> Iterator[ExchangedArticle | Unread]:
        """Each source in turn."""
        for part, source in self._project.elements():
            if part == "Sources":
                yield from self._source(source)
        if number := self._memos.left:
            why = "about no stretch of a text, or in a form that is not read, and not taken"
            yield Unread("memos", f"Of its memos, {number:,} are {why}.")

    def _note_down(self, part: str, element: Any) -> None:
        guid, name = guid_in(element.get("guid")), element.get("name", "")
        if part == "CodeBook":
            self._codes |= read_codes(element)
        elif part == "Users":
            self._users[guid] = name
        elif part == "Variables":
            self._variables[guid] = name
        elif part == "Notes":
            self._memos.note_down(element)
        elif part == "Links":
            origin = guid_in(element.get("originGUID"))
            self._links.setdefault(origin, []).append(_Link(guid, name, guid_in(element.get("targetGUID"))))

    def _source(self, source: Any) -> Iterator[ExchangedArticle | Unread]:
        kind = str(source.tag).rpartition("}")[2]
        name = source.get("name") or guid_in(source.get("guid"))
        text = source.find("{*}Representation") if kind == "PDFSource" else source
        if kind != "TextSource" and (kind != "PDFSource" or text is None):
            yield Unread(name, f"It is {_OTHERS.get(kind, 'of an unknown kind')}; only texts are read.")
            return
        try:
            yield from self._article(source, text, name)
        except UnreadableInput as error:
            yield Unread(name, str(error))

    def _article(self, source: Any, text: Any, name: str) -> Iterator[ExchangedArticle | Unread]:
        within = text.findtext("{*}PlainTextContent")
        lines = LineEnds(self._text(within, text.get("plainTextPath", ""), name))
        selections = list(text.iterfind("{*}PlainTextSelection"))
        counting = self._usual if self._is_ours else counting_of(lines, selections, self._usual)
        reading = _Selections(self, lines, counting)
        for selection in selections:
            reading.take(selection)
        yield from self._whole_memos(source, reading, name)
        if reading.outside:
            yield Unread(name, f"{reading.outside:,} selections lie outside its text, or cover none of it.")
        if pictured := len(source.findall("{*}PDFSelection")):
            yield Unread(name, f"{pictured:,} selections are areas of a page; only those of text are read.")
        guid = guid_in(source.get("guid"))
        details: dict[str, Any] = self._details([*source.iterfind("{*}VariableValue")])
        title = "" if self._is_ours and name == f"{UNTITLED}{guid[:8]}" else name
        annotations, into = with_values(reading.annotations, self._values)
        yield ExchangedArticle(
            key=guid,
            text=lines.text,
            title=title,
            annotations=tuple(sorted(annotations, key=place_of)),
            links=tuple(self._links_between({guid: into.get(key, key) for guid, key in reading.keys.items()})),
            **details,
        )

    def _whole_memos(self, source: Any, reading: "_Selections", name: str) -> Iterator[Unread]:
        """Take the memos of a text that name a stretch of it; tell of those that do not, and of its codes."""
        number = 1 if source.findtext("{*}Description") else 0
        for memo in self._memos.of(source):
            for selection in memo.selections:
                reading.take_memo(selection, memo, "\n".join(self._words([memo])))
            number += not memo.selections
        if number:
            are = "memo is about all of it, and is" if number == 1 else "memos are about all of it, and are"
            yield Unread(name, f"{number:,} {are} not taken.")
        if coded := len(source.findall("{*}Coding")):
            are = "code is given to all of it, and is" if coded == 1 else "codes are given to all of it, and are"
            yield Unread(name, f"{coded:,} {are} not taken.")

    def memo(self, selection: Any, memo: Memo, words: str, place: Span) -> ExchangedAnnotation:
        """The annotation that a memo on a stretch is."""
        return self._annotation(guid_in(selection.get("guid")) or memo.guid, _UNCODED, place, (memo.made,), words)

    def annotations(self, selection: Any, place: Span) -> Iterator[ExchangedAnnotation]:
        """What a selection is: one annotation in this program's own files, one for each coding in others."""
        guid = guid_in(selection.get("guid"))
        codings = selection.findall("{*}Coding")
        coded = [(coding, code) for coding in codings if (code := self._code_of(coding))]
        memo = selection.findtext("{*}Description") or ""
        if self._is_ours:
            labels = [(coding, code) for coding, code in coded if not code.in_group][:1]
            attributes = self._attributes(selection, [code for _, code in coded])
        else:
            labels, attributes = coded, {}
            memo = "\n".join(words for words in (memo, *self._words(self._memos.of(selection))) if words)
        if not labels and memo:
            yield self._annotation(guid, _UNCODED, place, (selection,), memo)
        for coding, code in labels:
            key = guid if len(labels) == 1 else guid_in(coding.get("guid"))
            words = "\n".join(words for words in (memo, *self._words(self._memos.of(coding))) if words)
            yield self._annotation(key, self._label(code), place, (coding, selection), words, attributes)

    def _annotation(
        self, key: str, label: str, place: Span, made: tuple[Any, ...], memo: str, attributes: Any = None
    ) -> ExchangedAnnotation:
        """An annotation; the first of `made` that tells by whom and when it was made is right."""
        by = next((name for one in made if (name := self._by(one))), "")
        moment = next((found for one in made if (found := moment_in(one.get("creationDateTime")))), None)
        return ExchangedAnnotation(key, label, (place,), attributes or {}, memo, by, moment)

    def _by(self, made: Any) -> str:
        user = guid_in(made.get("creatingUser") or made.get("modifyingUser"))
        return self._users.get(user, "")

    def _code_of(self, coding: Any) -> Code | None:
        reference = coding.find("{*}CodeRef")
        return None if reference is None else self._codes.get(guid_in(reference.get("targetGUID")))

    def _label(self, code: Code) -> str:
        return code.path[-1] if self._is_ours else "/".join(code.path)

    def _attributes(self, selection: Any, codes: list[Code]) -> dict[str, str]:
        said: dict[str, list[str]] = {}
        for code in codes:
            told = attribute_in(code)
            if told:
                said.setdefault(told[0], []).append(told[1])
        found = joined_values(said)
        for memo in self._memos.of(selection):
            found[memo.name] = memo.content or ""
        return found

    def _words(self, memos: Iterable[Memo]) -> Iterator[str]:
        for memo in memos:
            try:
                yield self._text(memo.content, memo.path, memo.name)
            except UnreadableInput:
                self._memos.leave(memo)  # it takes nothing from the annotation

    def _text(self, within: str | None, path: str, name: str) -> str:
        """The text of a source: in the file itself, or beside it. Raises UnreadableInput."""
        if within is not None:
            return within
        if not path.startswith(_INTERNAL):
            raise UnreadableInput(f"The text of “{name}” lies outside the file; export it with its texts.")
        file = path.removeprefix(_INTERNAL).strip("/").lower()
        found = next((self._files[at] for at in (f"sources/{file}", file) if at in self._files), None)
        if found is None:
            raise UnreadableInput(f"The text of “{name}” is not in the file; export it again.")
        try:
            return self._archive.read(found).decode("utf-8" if self._is_ours else "utf-8-sig")
        except UnicodeDecodeError as error:
            raise UnreadableInput(f"The text of “{name}” is not in UTF-8; export it again.") from error

    def _details(self, values: list[Any]) -> dict[str, str]:
        found = {}
        for value in values:
            reference = value.find("{*}VariableRef")
            name = self._variables.get(guid_in(reference.get("targetGUID")), "") if reference is not None else ""
            words = next((one.text for one in value if str(one.tag).endswith("Value") and one.text), "")
            if name in VARIABLES and words:
                found[name] = words
        return found

    def _links_between(self, keys: dict[str, str]) -> Iterator[ExchangedLink]:
        for origin, start in keys.items():
            for one in self._links.get(origin, ()):
                if end := keys.get(one.target):
                    yield ExchangedLink(one.name, start, end, key=one.guid)


@dataclass(slots=True)
class _Selections:
    """The annotations of a source, gathered. `keys` leads from the GUIDs of selections and codings to them."""

    project: ProjectReader
    lines: LineEnds
    counting: Counting
    annotations: list[ExchangedAnnotation] = field(default_factory=list)
    keys: dict[str, str] = field(default_factory=dict)
    outside: int = 0
    _used: set[str] = field(default_factory=set)

    def take(self, selection: Any) -> None:
        """Take one selection in."""
        place = self.counting.place(self.lines, selection)
        if place is None:
            self.outside += 1
            return
        for one in self.project.annotations(selection, place):
            if self._add(one):
                self.keys.setdefault(guid_in(selection.get("guid")), one.key)
                self.keys[one.key] = one.key

    def take_memo(self, selection: Any, memo: Memo, words: str) -> None:
        """Take a memo on a stretch in."""
        place = self.counting.place(self.lines, selection)
        if place is None:
            self.outside += 1
        elif words:
            self._add(self.project.memo(selection, memo, words, place))

    def _add(self, one: ExchangedAnnotation) -> bool:
        """Whether an annotation was not there: the same GUID twice is the same coding, told twice."""
        if one.key in self._used:
            return False
        self._used.add(one.key)
        self.annotations.append(one)
        return True
