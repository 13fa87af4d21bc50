"""What stands in one line of a brat file, and what cannot."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.exchange import ExchangedAnnotation, ExchangedArticle, ExchangedLink
from annotator.core.losses import Fitted
from annotator.core.spans import Span
from annotator.formats.brat_lines import fit_lines, fragments, joined, lines_of
from tests.formats.exchanged import minister

TEXT = "Satu dua.\n\n Tiga\u2028empat lima."


def annotation(*segments: tuple[int, int], key: str = "k", **more: object) -> ExchangedAnnotation:
    return replace(ExchangedAnnotation(key, "claim", tuple(Span(*one) for one in segments)), **more)  # type: ignore[arg-type]


def fitted(*annotations: ExchangedAnnotation, links: tuple[ExchangedLink, ...] = ()) -> Fitted:
    return fit_lines(Fitted(ExchangedArticle("a", TEXT, annotations=annotations, links=links)))


def test_a_line_break_parts_a_span_and_joins_it_again() -> None:
    cut = fragments(TEXT, [Span(5, len(TEXT))])
    assert [TEXT[slice(*one)] for one in cut] == ["dua.", "Tiga", "empat lima."]
    assert joined(TEXT, cut) == (Span(5, len(TEXT)),)
    assert joined(TEXT, [Span(0, 4), Span(5, 8)]) == (Span(0, 4), Span(5, 8))


def test_the_lines() -> None:
    article = ExchangedArticle("a", TEXT, annotations=(annotation((0, 4), (12, 22)),))
    assert list(lines_of(article, article.annotations, ())) == ["T1\tclaim 0 4;12 16;17 22\tSatu Tiga empat\n"]


def test_the_lines_of_the_first_article() -> None:
    article = minister()
    assert "".join(lines_of(article, article.annotations, article.links)).splitlines()[:4] == [
        'T1\tquote 14 34\t"Harga beras turun."',
        "T2\tclaim 15 32\tHarga beras turun",
        "T3\tdenial 37 55\tPedagang membantah",
        "R1\tdenies Arg1:T3 Arg2:T2",
    ]


@pytest.mark.parametrize(
    ("segments", "kept", "what"),
    [
        ([(0, 10)], [(0, 9)], "gap"),
        ([(0, 9), (12, 16)], [(0, 16)], "gap"),
        ([(9, 12)], [], "span"),
        ([(4, 5)], [], "span"),
        ([(0, 9)], [(0, 9)], ""),
    ],
)
def test_places_that_end_in_a_line_break(
    segments: list[tuple[int, int]], kept: list[tuple[int, int]], what: str
) -> None:
    found = fitted(annotation(*segments))
    assert [one.segments for one in found.article.annotations] == ([tuple(Span(*one) for one in kept)] if kept else [])
    assert [loss.what for loss in found.lost] == ([what] if what else [])


def test_a_blank_piece_behind_line_breaks_is_left_out_and_told() -> None:
    one = ExchangedAnnotation("1", "cue", (Span(0, 3), Span(4, 5)))
    fitted = fit_lines(Fitted(ExchangedArticle("a", "a>\n\n b", annotations=(one,))))
    (held,) = fitted.article.annotations
    assert joined(fitted.article.text, fragments(fitted.article.text, held.segments)) == held.segments == (Span(0, 2),)
    assert [loss.what for loss in fitted.lost] == ["gap"]


def test_words_become_one_line_and_that_is_named() -> None:
    found = fitted(annotation((0, 4), note="a\n\tb", attributes={"cue": "x\u2028y", "empty": "", "plain": " z"}))
    (one,) = found.article.annotations
    assert (one.note, dict(one.attributes)) == ("a b", {"cue": "x y", "plain": " z"})
    assert [loss.what for loss in found.lost] == ["note", "attribute cue", "attribute empty"]


def test_links_stay_within_one_file() -> None:
    ends = annotation((0, 4), key="1", annotator="Ana"), annotation((5, 8), key="2", annotator="Ben")
    found = fitted(*ends, links=(ExchangedLink("denies", "1", "2"),))
    assert found.article.links == ()
    assert [(loss.annotation, loss.what) for loss in found.lost] == [("1", "link denies")]
    same = fitted(*(replace(one, annotator="") for one in ends), links=(ExchangedLink("denies", "1", "2"),))
    assert (len(same.article.links), same.lost) == (1, ())


@given(st.text("ab \n\r\u2028\x85\t\u00a0"), st.lists(st.integers(0, 20), min_size=2, max_size=6))
def test_fragments_hold_no_line_break_and_come_back(text: str, edges: list[int]) -> None:
    cuts = sorted({min(edge, len(text)) for edge in edges})
    segments = [Span(start, end) for start, end in zip(cuts[::2], cuts[1::2], strict=False)]
    cut = fragments(text, segments)
    assert all(len(text[start:end].splitlines()) == 1 and start < end for start, end in cut)
    assert "".join("".join(text[slice(*one)].split()) for one in cut) == "".join(
        "".join(text[slice(*one)].split()) for one in segments
    )
    if cut:
        once = joined(text, cut)
        assert joined(text, fragments(text, once)) == once
