"""Articles for formats of other tools to be tried on: the one that all are tried on first, and any there may be."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from itertools import accumulate, pairwise
from typing import Any
from uuid import UUID

from hypothesis import strategies as st

from annotator.core.exchange import ExchangedAnnotation, ExchangedArticle, ExchangedLink, place_of
from annotator.core.spans import Span, is_boundary, trim

TEXT = 'Kata Menteri: "Harga beras turun." 😀 Pedagang membantah.'
"""A claim nested in a quote, and a denial after an emoji."""
MADE = datetime(2026, 1, 1, tzinfo=UTC)
LABELS = ("claim", "denial", "quote")


def key(number: int) -> str:
    """A key as this program makes them."""
    return str(UUID(int=0x0190_0000_0000_7000_8000_0000_0000_0000 + number))


def minister() -> ExchangedArticle:
    """The article that every format is tried on first."""
    quote = ExchangedAnnotation(key(1), "quote", (Span(14, 34),), {"attributed_to": ["Menteri"]}, "", "Ana", MADE)
    claim = ExchangedAnnotation(key(2), "claim", (Span(15, 32),), {"certainty": "high"}, "", "Ana", MADE)
    denial = ExchangedAnnotation(key(3), "denial", (Span(37, 55),), {}, "cek ulang", "Ana", MADE)
    return ExchangedArticle(
        key=key(100),
        text=TEXT,
        title="Harga beras",
        outlet="Kantor Berita",
        published="1 Januari 2026",
        published_at="2026-01-01",
        url="https://berita.invalid/1",
        language="id",
        file_name="berita.txt",
        sentences=(Span(0, 56),),
        annotations=(quote, claim, denial),
        links=(ExchangedLink("denies", key(3), key(2), "Ana", key(50)),),
        text_sha256="0" * 64,
    )


_WORDS = st.sampled_from(
    [
        "Harga",
        "beras",
        "turun",
        "😀",
        "👩‍👩‍👧",
        "سعر",
        "الأرز",
        "गेहूँ",
        "米价",
        "e\u0301te\u0301",
        '"',
        "”",
        "[1]",
        "a_b|c\\d",
        "x;y*",
        "{<&>}",
        "İ",
        "-",
    ]
)
_GAPS = st.sampled_from([" ", " ", " ", "  ", "\n", "\n\n", ". ", ".\n", "\t", "\u00a0"])
_NAMES = st.sampled_from(["Ana", "Ben Wijaya", "سارة", "O’Neil; Jr.", "a_b"])
_NOTES = st.sampled_from(["", "", "cek ulang", "zwei\nZeilen", "\ttab | pipe \\ „“", "😀"])


def attributes() -> st.SearchStrategy[Mapping[str, Any]]:
    """Values of every kind that an attribute may have, and names of sources."""
    return st.fixed_dictionaries(
        {},
        optional={
            "certainty": st.sampled_from(["high", "low"]),
            "checked": st.just(True),
            "weight": st.one_of(st.integers(-5, 5), st.just(0.5)),
            "cue": st.sampled_from(["kata", "menurut | dia", "a\nb", "[x]", "true", "7"]),
            "attributed_to": st.lists(st.sampled_from(["Menteri", "وزير", "A; B", "[C]"]), min_size=1, max_size=2),
        },
    )


@st.composite
def articles(draw: st.DrawFn, number: int = 0) -> ExchangedArticle:
    """An article with nested, overlapping and broken annotations of several people, and links between them."""
    parts = draw(st.lists(st.tuples(_WORDS, _GAPS), min_size=1, max_size=25))
    text = "".join(word + gap for word, gap in parts)
    edges = [at for at in range(len(text) + 1) if is_boundary(text, at)]
    made = draw(st.lists(_annotations(text, edges), max_size=8))
    annotations = tuple(sorted((_keyed(one, number * 1000 + at) for at, one in enumerate(made)), key=place_of))
    keys = [one.key for one in annotations]
    links = []
    if len(keys) > 1:
        pairs = draw(st.lists(st.tuples(st.sampled_from(keys), st.sampled_from(keys)), max_size=3, unique=True))
        links = [
            ExchangedLink(
                draw(st.sampled_from(["denies", "supports"])), start, end, "Ana", key(number * 1000 + 500 + at)
            )
            for at, (start, end) in enumerate(pairs)
            if start != end
        ]
    sentences = _sentences(text, [len(word + gap) for word, gap in parts])
    return ExchangedArticle(
        key=key(number * 1000 + 900),
        text=text,
        title=draw(st.sampled_from(["Judul", "", "A title; with, commas\tand “marks”", "عنوان"])),
        outlet=draw(st.sampled_from(["", "Kantor Berita"])),
        language=draw(st.sampled_from(["id", "ar", ""])),
        url=draw(st.sampled_from(["", "https://berita.invalid/1?a=b&c=d"])),
        published_at=draw(st.sampled_from(["", "2026-01-01", "2026-01-01T10:00:00+07:00"])),
        file_name=draw(st.sampled_from(["berita.txt", "دفتر.html", ""])),
        sentences=sentences,
        marks=sentences[:1] if draw(st.booleans()) else (),
        annotations=annotations,
        links=tuple(links),
        text_sha256="0" * 64,
    )


@st.composite
def corpora(draw: st.DrawFn) -> list[ExchangedArticle]:
    """Up to three articles, each with keys of its own, maybe with a link from one to another."""
    made = [draw(articles(number)) for number in range(draw(st.integers(0, 3)))]
    labelled = [at for at, one in enumerate(made) if one.annotations]
    if len(labelled) > 1:
        start, end = draw(st.sampled_from([(first, last) for first in labelled for last in labelled if first != last]))
        from_key, to_key = (draw(st.sampled_from(made[at].annotations)).key for at in (start, end))
        link = ExchangedLink("denies", from_key, to_key, "Ana", key(99_999), made[end].key)
        made[start] = replace(made[start], links=(*made[start].links, link))
    return made


@st.composite
def _annotations(draw: st.DrawFn, text: str, edges: list[int]) -> ExchangedAnnotation:
    cuts = sorted(
        draw(st.lists(st.sampled_from(edges), min_size=2, max_size=4, unique=True)) if len(edges) > 1 else edges
    )
    pairs = [Span(cuts[at], cuts[at + 1]) for at in range(0, len(cuts) - 1, 2)]
    segments = tuple(found for pair in pairs if (found := trim(text, pair)).start_char < found.end_char)
    return ExchangedAnnotation(
        "",
        draw(st.sampled_from(LABELS)),
        segments or (_first_word(text),),
        draw(attributes()),
        draw(_NOTES),
        draw(_NAMES),
        MADE,
    )


def _first_word(text: str) -> Span:
    start, _ = trim(text, Span(0, len(text)))
    end = next(at for at in range(start + 1, len(text) + 1) if is_boundary(text, at))
    return Span(start, end)


def _keyed(one: ExchangedAnnotation, number: int) -> ExchangedAnnotation:
    return ExchangedAnnotation(
        key(number), one.label, one.segments, one.attributes, one.note, one.annotator, one.created_at
    )


def _sentences(text: str, lengths: list[int]) -> tuple[Span, ...]:
    """Every fourth gap ends a sentence."""
    ends = list(accumulate(lengths))
    cuts = [0, *(end for at, end in enumerate(ends, 1) if at % 4 == 0 and end < len(text)), len(text)]
    found = (trim(text, Span(start, end)) for start, end in pairwise(cuts))
    return tuple(span for span in found if span.start_char < span.end_char)
