"""The files of attributions: brat's, with an event for each content that binds its cue and its source to it.

As in PolNeAR: `E1<TAB>Attribution:T4 Content:T3 Cue:T2 Source:T1`, where T4 lies on the cue. A second part of a kind is
`Source2`. Contents without other parts have their event, too. The corpus has no attributes, and its own reader refuses
a file with lines of them: they are remarks, `#1<TAB>AnnotatorAttribute T3<TAB>certainty high`; brat's are read, too.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from annotator.core.exchange import ExchangedAnnotation, ExchangedArticle, ExchangedLink
from annotator.core.records import Unread
from annotator.formats.attribution_roles import CONTENT, CUE, KINDS, LINKS, ROLES, SOURCE, as_part
from annotator.formats.brat import NO_LINE, BratSpan, fits, read_brat
from annotator.formats.brat_lines import joined, lines_of

_EVENT = "Attribution"
_OWN_LABEL = "annotator_label"
_REMARK = "AnnotatorAttribute"
_ATTRIBUTE_LINE = re.compile(r"A\d+\t(\S+) (T\d+) ")
_REMARK_LINE = re.compile(rf"^#(\d+)\t{_REMARK} (T\d+)\t(\S+)", re.MULTILINE)
_EVENT_LINE = re.compile(r"E\d{1,9}\tAttribution:T\d{1,9}((?: +[A-Za-z]+\d{0,4}:T\d{1,9})*)\s*\Z")
_PART = re.compile(r"([A-Za-z]+)\d*:(T\d+)")
_SIGN = re.compile(rb"^E\d{1,9}\tAttribution:T\d", re.MULTILINE)


def is_attributions(head: bytes) -> bool:
    """True for the beginning of a file with an attribution in it."""
    return _SIGN.search(head) is not None


def attribution_lines(article: ExchangedArticle, annotations: Sequence[ExchangedAnnotation]) -> str:
    """The file of one annotator, whose annotations these are."""
    parts = [as_part(one, _OWN_LABEL) for one in annotations]
    by_key = {one.key: one for one in parts}
    contents = [one for one in parts if one.label == CONTENT]
    events = [[one, *_parts_of(one, article.links, by_key)] for one in contents]
    triggers = [replace(_trigger(event), label=_EVENT, attributes={}, note="") for event in events]
    marks = [replace(one, key=f"event {number}") for number, one in enumerate(triggers)]
    lines = _with_remarks(lines_of(article, [*parts, *marks], ()))
    numbers = {one.key: number for number, one in enumerate(parts, 1)}
    for number, event in enumerate(events, 1):
        told = " ".join(f"{name}:T{numbers[one.key]}" for name, one in _numbered(event))
        lines.append(f"E{number}\t{_EVENT}:T{len(parts) + number} {told}\n")
    return "".join(lines)


def read_attributions(
    content: str, text: str, annotator: str, prefix: str
) -> tuple[list[ExchangedAnnotation], list[ExchangedLink], list[Unread]]:
    """The annotations and links of one annotator's file; `prefix` makes keys of several files different."""
    found = read_brat(_REMARK_LINE.sub(r"A\1\t\3 \2", content))
    spans = [one for one in found.spans if one.label != _EVENT]
    annotations = []
    for one in spans:
        said = dict(found.attributes.get(one.key, {}))
        label = said.pop(_OWN_LABEL, "")
        name = label if isinstance(label, str) and ROLES.get(label) == one.label else one.label.lower()
        annotations.append(_annotation(one, text, name, annotator, prefix, said, found.notes.get(one.key, "")))
    parts = {one.key: one.label for one in spans}
    links = [
        ExchangedLink(kind, prefix + start, prefix + end) for kind, start, end in dict.fromkeys(_links(content, parts))
    ]
    unread = [Unread(f"line {number}", NO_LINE) for number in found.broken[:100]]
    return annotations, links, unread


def _with_remarks(lines: Iterable[str]) -> list[str]:
    """The lines of a file, those of attributes as remarks behind the notes."""
    told = list(lines)
    kept = [line for line in told if not _ATTRIBUTE_LINE.match(line)]
    said = [line for line in told if _ATTRIBUTE_LINE.match(line)]
    first = sum(line.startswith("#") for line in kept) + 1
    numbered = enumerate(said, first)
    return kept + [_ATTRIBUTE_LINE.sub(rf"#{at}\t{_REMARK} \2\t\1 ", line, count=1) for at, line in numbered]


def _annotation(
    one: BratSpan, text: str, label: str, annotator: str, prefix: str, said: dict[str, str | bool], note: str
) -> ExchangedAnnotation:
    is_there = _is_there(one, text)
    texts = () if is_there or not one.covered else (one.covered,) + ("",) * (len(one.segments) - 1)
    segments = joined(text, one.segments) if is_there else one.segments
    return ExchangedAnnotation(prefix + one.key, label, segments, said, note, annotator, texts=texts)


def _is_there(one: BratSpan, text: str) -> bool:
    """True when the words stand at their places; brat lets the pieces of a span be told in any order."""
    if fits(one, text):
        return True
    words = " ".join(text[start:end] for start, end in one.segments).split()
    return len(one.segments) > 1 and sorted(words) == sorted(one.covered.split())


def _links(content: str, parts: dict[str, str]) -> Iterator[tuple[str, str, str]]:
    for line in content.splitlines():
        event = _EVENT_LINE.match(line)
        if not event:
            continue
        said = [(name, key) for name, key in _PART.findall(event[1]) if key in parts]
        contents = [key for name, key in said if name == CONTENT]
        for name, key in said:
            if name in KINDS:
                yield from ((KINDS[name], start, key) for start in contents)


def _parts_of(
    content: ExchangedAnnotation, links: Sequence[ExchangedLink], by_key: dict[str, ExchangedAnnotation]
) -> Iterator[ExchangedAnnotation]:
    """The cues of a content, then its sources."""
    for part in (CUE, SOURCE):
        for link in links:
            if link.from_key == content.key and LINKS[link.kind] == part:
                yield by_key[link.to_key]


def _trigger(event: Sequence[ExchangedAnnotation]) -> ExchangedAnnotation:
    """What the event lies on: its cue, else its source, else the content itself."""
    return event[1] if len(event) > 1 else event[0]


def _numbered(event: Sequence[ExchangedAnnotation]) -> Iterator[tuple[str, ExchangedAnnotation]]:
    counted: dict[str, int] = {}
    for one in event:
        counted[one.label] = number = counted.get(one.label, 0) + 1
        yield (one.label if number == 1 else f"{one.label}{number}"), one
