"""The lines of a brat file, written, and what brat cannot hold in them.

A line holds one line: a stretch with a line break in it is written as fragments around the break, and joined again when
it is read; a value or a note becomes one line. Whatever ends a line for Python ends it for brat's server.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from annotator.core.exchange import ExchangedAnnotation, ExchangedArticle, ExchangedLink, slices
from annotator.core.losses import Fitted, Holds, Reach, Values
from annotator.core.spans import Span
from annotator.formats.refit import Refit

HOLDS = Holds(pieces=True, attributes=Values.WORDS, notes=True, annotators=True, links=Reach.ARTICLE)
"""What lines of brat hold, beside the details of articles that somebody lists beside them."""

_BREAK = r"[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]"
_AROUND_BREAK = re.compile(rf"\s*{_BREAK}\s*")
_NO_LINE = re.compile(rf"(?:\t|{_BREAK})+")
_ENDS = "brat holds no line break at an annotation's end, no blank piece, and no gap that is a line break."
_ONE_LINE = "brat holds one line of words; what parts its lines became a space."
_EMPTY = "brat holds no empty value."
_ONE_FILE = "brat holds no links between the work of two people."


def fit_lines(fitted: Fitted) -> Fitted:
    """The article as brat's lines can hold it."""
    refit = Refit(fitted)
    annotations = [kept for one in fitted.article.annotations if (kept := _held(refit, one))]
    whose = {one.key: one.annotator for one in annotations}
    links = []
    for link in fitted.article.links:
        if whose.get(link.from_key, "") == whose.get(link.to_key, ""):
            links.append(link)
        else:
            refit.lose(link.from_key, f"link {link.kind}", _ONE_FILE)
    return refit.done(annotations, links)


def fragments(text: str, segments: Iterable[Span]) -> list[Span]:
    """The segments without line breaks in them, nor white space around these, nor any that are white space alone.

    A blank fragment beside a break would be taken for a part of the gap by `joined`, and its end would be lost.
    """
    found = []
    for start, end in segments:
        for gap in _AROUND_BREAK.finditer(text, start, end):
            found.append(Span(start, gap.start()))
            start = gap.end()
        found.append(Span(start, end))
    return [one for one in found if text[slice(*one)].strip()]


def joined(text: str, segments: Sequence[Span]) -> tuple[Span, ...]:
    """The segments that `fragments` has cut, whole again: only a line break is between them."""
    found = [segments[0]]
    for one in segments[1:]:
        if _AROUND_BREAK.fullmatch(text, found[-1].end_char, one.start_char):
            found[-1] = Span(found[-1].start_char, one.end_char)
        else:
            found.append(one)
    return tuple(found)


def lines_of(
    article: ExchangedArticle, annotations: Sequence[ExchangedAnnotation], links: Iterable[ExchangedLink]
) -> Iterator[str]:
    """The lines of one file, each with its end: spans, relations, attributes, notes."""
    keys = {one.key: f"T{number}" for number, one in enumerate(annotations, 1)}
    for one in annotations:
        pieces = fragments(article.text, one.segments)
        places = ";".join(f"{start} {end}" for start, end in pieces)
        covered = " ".join(slices(article, replace(one, segments=tuple(pieces))))
        yield f"{keys[one.key]}\t{one.label} {places}\t{covered}\n"
    within = [link for link in links if link.from_key in keys]
    for number, link in enumerate(within, 1):
        yield f"R{number}\t{link.kind} Arg1:{keys[link.from_key]} Arg2:{keys[link.to_key]}\n"
    said = ((one.key, name, value) for one in annotations for name, value in sorted(one.attributes.items()))
    for number, (key, name, value) in enumerate(said, 1):
        yield f"A{number}\t{name} {keys[key]} {value}\n"
    noted = [one for one in annotations if one.note]
    for number, one in enumerate(noted, 1):
        yield f"#{number}\tAnnotatorNotes {keys[one.key]}\t{one.note}\n"


def _held(refit: Refit, one: ExchangedAnnotation) -> ExchangedAnnotation | None:
    text = refit.article.text
    pieces = fragments(text, one.segments)
    if not pieces:
        refit.lose(one.key, "span", "brat holds no annotation of white space alone.")
        return None
    segments = joined(text, pieces)
    if segments != one.segments:
        refit.lose(one.key, "gap", _ENDS)
    note = _line(one.note)
    if note != one.note:
        refit.lose(one.key, "note", _ONE_LINE)
    return replace(one, segments=segments, note=note, attributes=_values(refit, one))


def _values(refit: Refit, one: ExchangedAnnotation) -> Mapping[str, str]:
    found = {}
    for name, value in one.attributes.items():
        words = _line(value)
        if words != value:
            refit.lose(one.key, f"attribute {name}", _ONE_LINE)
        if words:
            found[name] = words
        elif not value:
            refit.lose(one.key, f"attribute {name}", _EMPTY)
    return found


def _line(words: str) -> str:
    return _NO_LINE.sub(" ", words).strip() if _NO_LINE.search(words) else words
