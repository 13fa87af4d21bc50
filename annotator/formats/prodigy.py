"""Prodigy's JSON Lines: an article a line, or a line for each of its annotators, with tokens, spans and relations.

Places are code points; a span's `token_end` is its last token. Each span has its own key, attributes and note, which
the tool keeps as it finds them. The two hashes that it knows a task by are left to it: it makes them when it takes in a
line without them, by a rule that is written down nowhere.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import orjson

from annotator.core.exchange import ExchangedAnnotation, ExchangedArticle
from annotator.core.losses import Fitted, Holds, Reach, Values
from annotator.core.records import Unread
from annotator.core.spans import Span
from annotator.core.tokens import tokens
from annotator.formats.annotators_apart import by_annotator, one_annotator_a_link
from annotator.formats.base import WriteOptions
from annotator.formats.exchange import Exchange
from annotator.formats.foreign_details import DETAILS, details_of
from annotator.formats.json_entries import first_of, lines_of
from annotator.formats.prodigy_reading import articles_of, is_task


class Prodigy(Exchange):
    """Tasks that are answered. A span that is made anew in the tool has no key, so keys do not last there."""

    id = "prodigy"
    title = "Prodigy (JSON Lines)"
    extensions = (".jsonl",)
    losses = ("Sentences, and what was read and holds nothing, are not in it.",)
    holds = Holds(
        details=frozenset(DETAILS),
        keys=True,
        attributes=Values.ANY,
        notes=True,
        annotators=True,
        link_annotators=True,
        times=True,
        links=Reach.ARTICLE,
    )

    def fit(self, article: ExchangedArticle, options: WriteOptions) -> Fitted:
        """The same, without links between annotations of two people: each has a line, and a link stays in one."""
        return one_annotator_a_link(super().fit(article, options), self.title)

    def write_articles(self, articles: Iterable[ExchangedArticle], path: Path, options: WriteOptions) -> None:
        """Write a line for each annotator of an article, and one for an article without annotations."""
        with path.open("wb") as stream:
            for article in articles:
                cut = _cut(article.text, article.annotations)
                for name, own in (by_annotator(article) or {"": []}).items():
                    line = _Line(article, cut, name).as_fields(own)
                    stream.write(orjson.dumps(line, option=orjson.OPT_APPEND_NEWLINE))

    def read_articles(self, path: Path) -> Iterator[ExchangedArticle | Unread]:
        """Read line by line; lines of one article that follow each other are one. What is left out is named."""
        return articles_of(lines_of(path))

    def recognises_annotations(self, path: Path) -> bool:
        """Its first line has a text, and what only Prodigy puts beside it."""
        return is_task(first_of(path, lines_of(path)))


@dataclass(frozen=True, slots=True)
class _Cut:
    """A text as tokens: words, marks, and white space that is more than one space after a token."""

    tokens: Sequence[Span]
    spaced: Sequence[bool]

    def within(self, span: Span) -> tuple[int, int]:
        """The first and the last token of a stretch."""
        first = bisect_right(self.tokens, span.start_char, key=lambda one: one.end_char)
        last = bisect_left(self.tokens, span.end_char, key=lambda one: one.start_char) - 1
        return min(first, max(last, 0)), max(last, 0)


def _cut(text: str, annotations: Sequence[ExchangedAnnotation]) -> _Cut:
    found: list[Span] = []
    spaced: list[bool] = []
    at = 0
    for word in [*tokens(text, (edge for one in annotations for edge in one.extent)), Span(len(text), len(text))]:
        space = Span(at, word.start_char)
        if found and text[at : at + 1] == " " and at < word.start_char:
            spaced[-1] = True
            space = Span(at + 1, word.start_char)
        for one in (space, word):
            if one.start_char < one.end_char:
                found.append(one)
                spaced.append(False)
        at = word.end_char
    return _Cut(found, spaced)


@dataclass(frozen=True, slots=True)
class _Line:
    """An article as one of its annotators has answered it."""

    article: ExchangedArticle
    cut: _Cut
    annotator: str

    def as_fields(self, annotations: Sequence[ExchangedAnnotation]) -> dict[str, Any]:
        places = {one.key: self._place(one) for one in annotations}
        relations = list(self._relations(places))
        by = {"_annotator_id": self.annotator, "_session_id": self.annotator} if self.annotator else {}
        title = {"meta": {"title": self.article.title}} if self.article.title else {}
        return {
            "text": self.article.text,
            **title,
            "article": {"id": self.article.key, **details_of(self.article)},
            "tokens": [self._token(number) for number in range(len(self.cut.tokens))],
            "spans": [places[one.key] | _said(one) for one in annotations],
            "relations": relations,
            "answer": "accept",
            "_view_id": "relations" if relations else "spans_manual",
            **by,
        }

    def _token(self, number: int) -> dict[str, Any]:
        start, end = self.cut.tokens[number]
        words = self.article.text[start:end]
        return {"text": words, "start": start, "end": end, "id": number, "ws": self.cut.spaced[number]}

    def _place(self, one: ExchangedAnnotation) -> dict[str, Any]:
        start, end = one.extent
        first, last = self.cut.within(one.extent)
        place = {"start": start, "end": end, "token_start": first, "token_end": last}
        return place | {"label": one.label, "id": one.key}

    def _relations(self, places: Mapping[str, Mapping[str, Any]]) -> Iterator[dict[str, Any]]:
        """The links from these annotations: from the head to the child, each told by its last token."""
        for link in self.article.links:
            if link.from_key in places:
                head, child = places[link.from_key], places[link.to_key]
                ends = {"head": head["token_end"], "child": child["token_end"]}
                spans = {"head_span": head, "child_span": child, "id": link.key}
                by = {"annotator": link.annotator} if link.annotator != self.annotator else {}
                yield {**ends, "label": link.kind, **spans, **by}


def _said(one: ExchangedAnnotation) -> dict[str, Any]:
    """What is said of an annotation besides its place and label."""
    made = {"created_at": one.created_at.isoformat()} if one.created_at else {}
    attributes = {"attributes": dict(one.attributes)} if one.attributes else {}
    return {**attributes, **({"note": one.note} if one.note else {}), **made}
