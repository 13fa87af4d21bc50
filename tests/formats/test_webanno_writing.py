"""Rows of WebAnno TSV, as the specification has them."""

from dataclasses import replace

from annotator.core.exchange import ExchangedAnnotation, ExchangedArticle
from annotator.core.losses import Fitted
from annotator.core.spans import Span
from annotator.formats.base import WriteOptions
from annotator.formats.webanno_tsv import WebannoTsv
from annotator.formats.webanno_writing import fit_rows, text_of
from tests.formats.exchanged import minister

PLAIN = """\
1-1 0-4 Kata _
1-2 5-12 Menteri _
1-3 12-13 : _
1-4 14-15 " quote[3]
1-5 15-20 Harga claim[1]|quote[3]
1-6 21-26 beras claim[1]|quote[3]
1-7 27-32 turun claim[1]|quote[3]
1-8 32-33 . quote[3]
1-9 33-34 " quote[3]
1-10 35-37 😀 _
1-11 38-46 Pedagang denial[2]
1-12 47-56 membantah denial[2]
1-13 56-57 . _
""".splitlines()


def rows(article: ExchangedArticle) -> list[str]:
    return "".join(text_of(WebannoTsv().fit(article, WriteOptions()).article)).split("\n")


def test_the_rows_of_the_specification() -> None:
    bare = [replace(one, attributes={}, note="", annotator="", created_at=None) for one in minister().annotations]
    link = replace(minister().links[0], annotator="", key="")
    found = rows(replace(minister(), annotations=tuple(bare), links=(link,)))
    assert found[:6] == [
        "#FORMAT=WebAnno TSV 3.3",
        "#T_SP=custom.Span|label|key",
        "#T_RL=custom.Relation|label|BT_custom.Span",
        "",
        "",
        '#Text=Kata Menteri: "Harga beras turun." 😀 Pedagang membantah.',
    ]
    told = [line.split("\t") for line in found[6:-1]]
    assert [" ".join(cells[:4]) for cells in told] == PLAIN
    assert [cells[-3:] for cells in told if cells[-2] != "_"] == [["denies", "1-11[2_1]", ""]]
    assert all(line.endswith("\t") for line in found[6:-1])


def test_a_sentence_takes_the_white_space_behind_it_along() -> None:
    article = ExchangedArticle("a", "Satu.  Dua.\n\nTiga.\n", sentences=(Span(0, 5), Span(7, 11), Span(13, 18)))
    assert [line for line in rows(article) if line.startswith("#Text")] == [
        "#Text=Satu.  ",
        "#Text=Dua.",
        "#Text=",
        "#Text=",
        "#Text=Tiga.",
        "#Text=",
    ]


def test_what_it_cannot_hold_is_named() -> None:
    text = "\n\tSatu dua "
    annotations = tuple(
        ExchangedAnnotation(str(at), "claim", (Span(*place),), {"empty": ""} if at == 1 else {})
        for at, place in enumerate(((1, 2), (2, 7), (7, 10)))
    )
    found = fit_rows(Fitted(ExchangedArticle("a", text, annotations=annotations)))
    assert found.article.text == "  Satu dua "
    assert [one.segments for one in found.article.annotations] == [(Span(2, 6),), (Span(7, 10),)]
    assert [(loss.annotation, loss.what) for loss in found.lost] == [
        ("", "text"),
        ("0", "span"),
        ("1", "gap"),
        ("1", "attribute empty"),
    ]
    assert fit_rows(found).article == found.article
    assert fit_rows(Fitted(ExchangedArticle("a", " \n"))).article.text == ""


def test_one_word_needs_no_number() -> None:
    article = ExchangedArticle("a", "Satu dua", annotations=(ExchangedAnnotation("k", "claim", (Span(0, 4),)),))
    assert "1-1\t0-4\tSatu\tclaim\tk\t" in rows(article)
