"""Articles out of the feature structures of a UIMA CAS: this program's own, INCEpTION's, and those of any other types.

An annotation is what has a place and a label: a feature `label` or `value`, else the short name of its type. Words,
sentences and what else DKPro builds on them are no annotations. A relation has a Governor and a Dependent.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from annotator.core.exchange import ExchangedAnnotation, ExchangedArticle, ExchangedLink, place_of
from annotator.core.losses import as_words
from annotator.core.records import Unread
from annotator.core.spans import Span, Utf16Map
from annotator.formats.joined_pieces import apart, unused
from annotator.formats.line_ends import LineEnds
from annotator.formats.uima_structures import Structure
from annotator.formats.uima_types import (
    ARTICLE,
    DETAILS,
    DKPRO,
    FROM,
    METADATA,
    NOTHING,
    OWN,
    SENTENCE,
    SOFA,
    SPAN,
    TO,
    attribute_of,
)

_FIRST_VIEW = "_InitialView"
_STRUCTURAL = (
    "uima.",
    f"{DKPRO}segmentation.",
    f"{DKPRO}metadata.",
    "org.dkpro.core.api.xml.",
    "org.dkpro.core.api.pdf.",
)
_GRAMMAR = (f"{DKPRO}lexmorph.", f"{DKPRO}syntax.")
_LABELS = ("label", "value")
_PERSONS = ("annotation", "curation")
_NOBODY = ("INITIAL_CAS", "CURATION_USER")
"""The folders of an INCEpTION project that hold a folder for each document with a file for each person."""
_SLOT, _CHAIN = "target", "first"
"""The features by which INCEpTION's slots and chains lead to what is in them."""
_NO_ATTRIBUTES = frozenset({"sofa", "begin", "end", *OWN})


def articles_of(structures: Iterable[Structure], file: Path) -> Iterator[ExchangedArticle | Unread]:
    """The articles of a CAS, one a view that has a text; `file` is where it was read from."""
    known = list(structures)
    texts = [one for one in known if one.type == SOFA and isinstance(one.values.get("sofaString"), str)]
    if not texts:
        yield Unread(file.stem, "It has no text.")
    yield from _told(file.stem, _beside(known))
    for sofa in texts:
        here = [one for one in known if one.number("sofa") == sofa.key]
        yield from _View(sofa, here, file.stem, annotator_of(file), is_only=len(texts) == 1).read()


def annotator_of(file: Path) -> str:
    """Whose work a file is, as INCEpTION exports a project: annotation/DOCUMENT/PERSON.xmi."""
    is_theirs = file.parent.parent.name in _PERSONS and file.stem not in _NOBODY
    return file.stem if is_theirs else ""


@dataclass(slots=True)
class _View:
    """One text, and what is said of it."""

    sofa: Structure
    structures: list[Structure]
    name: str
    annotator: str
    is_only: bool
    lines: LineEnds = field(init=False)
    units: Utf16Map = field(init=False)

    def __post_init__(self) -> None:
        self.lines = LineEnds(self.sofa.values["sofaString"])
        self.units = Utf16Map(self.sofa.values["sofaString"])

    def read(self) -> Iterator[ExchangedArticle | Unread]:
        pieces = [one for one in self.structures if self._is_annotation(one)]
        placed = [(one, place) for one in pieces if (place := self._place(one))]
        if outside := len(pieces) - len(placed):
            yield Unread(self.name, f"{outside:,} annotations lie outside its text, or cover none of it.")
        annotations, keys = _joined(placed)
        yield from _told(self.name, self._left_out(keys))
        annotations = [one if one.annotator else replace(one, annotator=self.annotator) for one in annotations]
        details = self._details()
        yield ExchangedArticle(
            text=self.lines.text,
            sentences=tuple(self._stretches(SENTENCE)),
            marks=tuple(self._stretches(NOTHING)),
            annotations=tuple(sorted(annotations, key=place_of)),
            links=tuple(self._links(keys)),
            **details,
        )

    def _is_annotation(self, one: Structure) -> bool:
        if one.type == NOTHING or one.type.startswith((*_STRUCTURAL, *_GRAMMAR)) or FROM in one.values:
            return False
        return one.number("begin") is not None and one.number("end") is not None

    def _place(self, one: Structure) -> Span | None:
        """Where it stands, in code points of the text; None for what is outside it or empty."""
        begin, end = one.number("begin"), one.number("end")
        if begin is None or end is None or begin < 0:
            return None
        place = Span(self.lines.place(self.units.to_points(begin)), self.lines.place(self.units.to_points(end)))
        return place if place.start_char < place.end_char <= len(self.lines.text) else None

    def _stretches(self, kind: str) -> Iterator[Span]:
        found = (self._place(one) for one in self.structures if one.type == kind)
        return iter(sorted(place for place in found if place))

    def _links(self, keys: dict[int, str]) -> Iterator[ExchangedLink]:
        for one in self.structures:
            start, end = one.number(FROM), one.number(TO)
            if start in keys and end in keys:
                words = _words_of(one)
                key = words.get("key") or str(one.key)
                yield ExchangedLink(_label(one), keys[start], keys[end], words.get("annotator", ""), key)

    def _left_out(self, keys: dict[int, str]) -> Iterator[str]:
        """What each structure is that is not taken."""
        for one in self.structures:
            if one.type.startswith(_GRAMMAR):
                yield f"{one.type} of words’ grammar"
            elif FROM in one.values and not (one.number(FROM) in keys and one.number(TO) in keys):
                yield f"relation of {one.type} without both its ends"

    def _details(self) -> dict[str, Any]:
        article = next((one for one in self.structures if one.type == ARTICLE), None)
        if article:
            words = _words_of(article)
            details: dict[str, Any] = {name: words.get(name, "") for name in DETAILS}
            details["kept"] = _stretches_in(words.get("kept", ""))
            key = words.get("key") or self.name
        else:
            details, key = self._foreign_details()
        view = str(self.sofa.values.get("sofaID", _FIRST_VIEW))
        return {"key": key if self.is_only or view == _FIRST_VIEW else f"{key}#{view}", **details}

    def _foreign_details(self) -> tuple[dict[str, Any], str]:
        """What DKPro's own metadata say."""
        found = next((one for one in self.structures if one.type == METADATA), None)
        words = _words_of(found) if found else {}
        language = words.get("language", "")
        title = words.get("documentTitle", "")
        known = {"title": title, "file_name": title, "language": "" if language == "x-unspecified" else language}
        return known, words.get("documentId") or title or self.name


def _told(name: str, left_out: Iterable[str]) -> Iterator[Unread]:
    for what, number in sorted(Counter(left_out).items()):
        yield Unread(name, f"{number:,} × {what}: left out.")


def _beside(structures: Iterable[Structure]) -> Iterator[str]:
    """What has no place of its own and leads to annotations: slots and chains, whose ends are taken by themselves."""
    for one in structures:
        if "begin" in one.values or one.type.startswith((*_STRUCTURAL, *_GRAMMAR)):
            continue
        if _SLOT in one.values:
            yield f"slot of {one.type}"
        elif _CHAIN in one.values:
            yield f"chain of {one.type}"


def _joined(placed: list[tuple[Structure, Span]]) -> tuple[list[ExchangedAnnotation], dict[int, str]]:
    """The annotations, those of one key put together again; and the key of each structure."""
    groups: dict[Any, list[tuple[Structure, Span]]] = {}
    for one, place in placed:
        key = _words_of(one).get("key") if one.type == SPAN else None
        same = groups.setdefault((key, _label(one)) if key else one.key, [])
        same.append((one, place))
    annotations: list[ExchangedAnnotation] = []
    keys: dict[int, str] = {}
    used: set[str] = set()
    for group in groups.values():
        for pieces in apart(group):
            key = unused(_words_of(pieces[0][0]).get("key") or str(pieces[0][0].key), used)
            annotations.append(_annotation(key, pieces))
            keys |= {one.key: key for one, _ in pieces}
    return annotations, keys


def _annotation(key: str, pieces: list[tuple[Structure, Span]]) -> ExchangedAnnotation:
    one = pieces[0][0]
    words = _words_of(one)
    label = next((name for name in _LABELS if words.get(name)), "")
    skipped = {label, *_NO_ATTRIBUTES} if one.type == SPAN else {label, "sofa", "begin", "end"}
    return ExchangedAnnotation(
        key,
        _label(one),
        tuple(place for _, place in pieces),
        {attribute_of(name): value for name, value in words.items() if name not in skipped},
        words.get("note", "") if one.type == SPAN else "",
        words.get("annotator", "") if one.type == SPAN else "",
        _moment(words.get("created", "")) if one.type == SPAN else None,
    )


def _label(one: Structure) -> str:
    words = _words_of(one)
    return words.get("label") or words.get("value") or one.type.rpartition(".")[2]


def _words_of(one: Structure) -> dict[str, str]:
    """The features that are plain values, as words."""
    plain = (str, int, float, bool)
    return {
        name: as_words(value)
        for name, value in one.values.items()
        if isinstance(value, plain) and name not in one.references
    }


def _moment(words: str) -> datetime | None:
    try:
        return datetime.fromisoformat(words)
    except ValueError:
        return None


def _stretches_in(words: str) -> tuple[Span, ...]:
    try:
        pairs = [tuple(map(int, pair.split("-"))) for pair in words.split()]
        return tuple(Span(start, end) for start, end in pairs)
    except ValueError:
        return ()
