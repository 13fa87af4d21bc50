"""Folders of brat files: ours, those of others, and damaged ones."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.exchange import ExchangedAnnotation, ExchangedArticle, ExchangedLink, unfaithful
from annotator.core.records import Unread
from annotator.core.spans import Span
from annotator.errors import UnreadableInput
from annotator.formats.base import WriteOptions
from annotator.formats.brat import NO_LINE
from annotator.formats.brat_folder import Brat
from tests.formats.exchanged import TEXT, minister
from tests.formats.write_golden import GOLDEN, files_of, write_exchange

KIND = Brat()
LINES = (
    'T1\tquote 14 34\t"Harga beras turun."\nT2\tclaim 15 32\tHarga beras turun\nT3\tdenial 37 55\tPedagang membantah\n'
    "R1\tdenies Arg1:T3 Arg2:T2\nA1\tCertainty T2 high\n#1\tAnnotatorNotes T3\tcek ulang\n"
)


def put(folder: Path, **files: str | bytes) -> Path:
    for name, content in files.items():
        path = folder / name.replace("__", "/").replace("_ann", ".ann").replace("_txt", ".txt")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    return folder


def articles(path: Path) -> list[ExchangedArticle]:
    return [one for one in KIND.read_articles(path) if isinstance(one, ExchangedArticle)]


def unread(path: Path) -> list[Unread]:
    return [one for one in KIND.read_articles(path) if isinstance(one, Unread)]


def written(path: Path, *given_: ExchangedArticle) -> Path:
    path.mkdir()
    KIND.write_articles((KIND.fit(one, WriteOptions()).article for one in given_), path, WriteOptions())
    return path


def shared_with(annotator: str) -> ExchangedArticle:
    """The first article, the last annotation of which is another person's."""
    *others, last = minister().annotations
    return replace(minister(), annotations=(*others, replace(last, annotator=annotator)))


def test_the_golden_files(tmp_path: Path) -> None:
    write_exchange(KIND, tmp_path / "out")
    assert files_of(tmp_path / "out") == files_of(GOLDEN / "brat")


def test_the_lines_of_the_specification(tmp_path: Path) -> None:
    (one,) = articles(put(tmp_path, doc_txt=TEXT, doc_ann=LINES))
    assert (one.key, one.text, one.file_name) == ("doc", TEXT, "doc.txt")
    assert one.annotations == (
        ExchangedAnnotation("T1", "quote", (Span(14, 34),)),
        ExchangedAnnotation("T2", "claim", (Span(15, 32),), {"Certainty": "high"}),
        ExchangedAnnotation("T3", "denial", (Span(37, 55),), {}, "cek ulang"),
    )
    assert one.links == (ExchangedLink("denies", "T3", "T2"),)
    assert articles(tmp_path / "doc.ann")[0].annotations == one.annotations


def test_an_annotator_is_a_folder_that_brat_opens(tmp_path: Path) -> None:
    two = replace(
        minister(), annotations=(*minister().annotations[:2], replace(minister().annotations[2], annotator=""))
    )
    path = written(tmp_path / "out", minister(), two)
    assert {name for name in files_of(path) if name.endswith((".ann", ".txt"))} == {
        *("Ana/Harga_beras.ann", "Ana/Harga_beras.txt", "Ana/Harga_beras_2.ann", "Ana/Harga_beras_2.txt"),
        *("Harga_beras_2.ann", "Harga_beras_2.txt"),
    }
    assert [sorted(one.annotator for one in article.annotations) for article in articles(path)] == [
        ["Ana", "Ana", "Ana"],
        ["", "Ana", "Ana"],
    ]


def test_files_that_were_added_are_read_besides(tmp_path: Path) -> None:
    path = put(written(tmp_path / "out", minister()), doc_txt=TEXT, doc_ann=LINES)
    assert [one.title or one.key for one in articles(path)] == ["Harga beras", "doc"]


def test_texts_of_several_annotators_are_one_article(tmp_path: Path) -> None:
    put(tmp_path, Ana__a_txt=TEXT, Ana__a_ann=LINES, Ben__a_txt=TEXT, Ben__a_ann=LINES, Ben__b_txt="b", Ben__b_ann="")
    first, second = articles(tmp_path)
    assert [(one.key, one.annotator) for one in first.annotations][::3] == [("1.T1", "Ana"), ("2.T1", "Ben")]
    assert [(one.from_key, one.to_key) for one in first.links] == [("1.T3", "1.T2"), ("2.T3", "2.T2")]
    assert (second.text, second.annotations) == ("b", ())


def test_line_ends_are_counted_as_the_file_counts_them(tmp_path: Path) -> None:
    text = b"\xef\xbb\xbfSatu.\r\nDua.\r\nTiga."
    put(tmp_path, one_txt=text, one_ann="T1\tclaim 11 15\tTiga\r\n", two_txt=text, two_ann="T1\tclaim 13 17\tTiga\n")
    for one in articles(tmp_path):
        assert one.text == "Satu.\nDua.\nTiga."
        assert [note.segments for note in one.annotations] == [(Span(11, 15),)]
        assert unfaithful(one) is None


def test_a_span_over_a_line_break_is_one(tmp_path: Path) -> None:
    (one,) = articles(put(tmp_path, a_txt="Satu\ndua tiga", a_ann="T1\tclaim 0 4;5 8;9 13\tSatu dua tiga\n"))
    assert [note.segments for note in one.annotations] == [(Span(0, 8), Span(9, 13))]


def test_pieces_in_another_order(tmp_path: Path) -> None:
    (one,) = articles(put(tmp_path, a_txt="Satu dua tiga", a_ann="T1\tclaim 9 13;0 4\ttiga Satu\n"))
    assert [(note.segments, note.texts) for note in one.annotations] == [((Span(0, 4), Span(9, 13)), ())]


def test_words_that_are_not_there_are_told(tmp_path: Path) -> None:
    put(tmp_path, a_txt="Satu dua", a_ann="T1\tclaim 0 4\tLain\nT2\tclaim 5 99\tdua\nT3\tclaim 0 4\n")
    (one,) = articles(tmp_path)
    assert [note.texts for note in one.annotations] == [("Lain",), ("dua",), ()]
    assert unfaithful(one) is one.annotations[0]


def test_what_is_left_out_is_told(tmp_path: Path) -> None:
    put(
        tmp_path,
        a_txt="Satu",
        a_ann="E1\tX:T1\nnothing\nT1\tclaim 9" + "9" * 5000 + " 3\tx\n",
        b_ann="T1\tclaim 0 1\tx\n",
    )
    assert [(one.name, one.reason.split(":")[0]) for one in unread(tmp_path)] == [
        ("a.ann", "1 × events"),
        ("a.ann, line 2", NO_LINE),
        ("a.ann, line 3", NO_LINE),
        ("b.ann", "There is no text of this name beside it; put it there."),
    ]
    put(tmp_path, a_ann="x\n" * 500)
    assert unread(tmp_path)[-2].reason == "400 more lines are no lines of brat and were left out."


def test_a_relation_without_its_end_is_told(tmp_path: Path) -> None:
    put(tmp_path, a_txt="Satu", a_ann="T1\tclaim 0 4\tSatu\nR1\tdenies Arg1:T1 Arg2:T9\n")
    assert [one.reason for one in unread(tmp_path)] == [
        "1 × relations with an end that is not in the file: they have no place here and were left out."
    ]


def test_a_damaged_export_is_told(tmp_path: Path) -> None:
    path = written(tmp_path / "out", minister())
    (path / "Ana" / "Harga_beras.txt").unlink()
    assert [one.reason for one in unread(path)] == ["One of its files is missing; put it there."]
    listed = json.loads((path / "articles.jsonl").read_bytes())
    listed["files"][0]["path"] = "../../x.ann"
    (path / "articles.jsonl").write_text(json.dumps(listed), encoding="utf-8")
    assert "outside the folder" in unread(path)[0].reason
    (path / "articles.jsonl").write_text("{", encoding="utf-8")
    with pytest.raises(UnreadableInput, match="Line 1 of “articles"):
        list(KIND.read_articles(path))


def test_texts_that_differ_are_told(tmp_path: Path) -> None:
    two = replace(
        minister(), annotations=(*minister().annotations[:2], replace(minister().annotations[2], annotator="B"))
    )
    path = written(tmp_path / "out", two)
    (path / "B" / "Harga_beras.txt").write_text("other", encoding="utf-8")
    assert [one.reason for one in unread(path)] == [
        "Its texts in the folders of its annotators differ; keep the one that is right."
    ]


def test_no_articles_is_an_export_too(tmp_path: Path) -> None:
    assert list(KIND.read_articles(written(tmp_path / "out"))) == []


@given(annotations=st.text(st.sampled_from("T1R#A\t 0;3claim:\n\rX")), text=st.text(max_size=20))
def test_nothing_stops_the_reading(annotations: str, text: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("brat")
    for one in KIND.read_articles(put(folder, a_txt=text, a_ann=annotations)):
        assert isinstance(one, ExchangedArticle | Unread)
