"""Files of words in columns: ours, and those of many others."""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator import formats
from annotator.core.exchange import ExchangedArticle, slices, unfaithful
from annotator.core.losses import Flat
from annotator.core.records import Unread
from annotator.errors import UnreadableInput
from annotator.formats.base import WriteOptions
from annotator.formats.conll import Bilou, Columns, Conll2003, Iob2
from tests.formats.exchanged import minister
from tests.formats.write_golden import GOLDEN, write_exchange

OF_THE_SPECIFICATION = """\
-DOCSTART- -X- -X- O

Kata -X- -X- O
Menteri -X- -X- O
: -X- -X- O
" -X- -X- O
Harga -X- -X- B-claim
beras -X- -X- I-claim
turun -X- -X- I-claim
. -X- -X- O
" -X- -X- O
😀 -X- -X- O
Pedagang -X- -X- B-denial
membantah -X- -X- I-denial
. -X- -X- O
"""
SAID = [("claim", "Harga beras turun"), ("denial", "Pedagang membantah")]


def read(path: Path, content: str | bytes, kind: Columns | None = None) -> list[ExchangedArticle | Unread]:
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return list((kind or Conll2003()).read_articles(path))


def told(found: list[ExchangedArticle | Unread]) -> Iterator[tuple[str, str]]:
    for article in found:
        assert isinstance(article, ExchangedArticle)
        assert unfaithful(article) is None
        yield from ((one.label, slices(article, one)[0]) for one in article.annotations)


@pytest.mark.parametrize(
    ("kind", "name"), [(Conll2003(), "conll2003.conll"), (Iob2(), "iob2.iob"), (Bilou(), "bilou.bilou")]
)
def test_the_golden_files(kind: Columns, name: str, tmp_path: Path) -> None:
    write_exchange(kind, tmp_path / "out")
    assert (tmp_path / "out").read_bytes() == (GOLDEN / name).read_bytes()


def test_the_innermost_labels_are_those_of_the_specification(tmp_path: Path) -> None:
    options = WriteOptions(flat=Flat.INNERMOST)
    article = Conll2003().fit(minister(), options).article
    Conll2003().write_articles([article], tmp_path / "out", options)
    assert (tmp_path / "out").read_text(encoding="utf-8") == OF_THE_SPECIFICATION + "\n"


def test_the_lines_of_the_specification(tmp_path: Path) -> None:
    (one,) = found = read(tmp_path / "a", OF_THE_SPECIFICATION)
    assert isinstance(one, ExchangedArticle)
    assert one.text == 'Kata Menteri : " Harga beras turun . " 😀 Pedagang membantah .'
    assert list(told(found)) == SAID


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text.replace("-DOCSTART- -X- -X- O\n\n", ""),
        lambda text: text.replace("\n", "\r\n"),
        lambda text: "\ufeff" + text,
        lambda text: text.replace(" ", "\t"),
        lambda text: text.replace(" -X- -X-", ""),
        lambda text: text.replace(" -X- -X-", " NN"),
        lambda text: text.replace("-X- -X- ", "-X- _ ").replace("-DOCSTART- -X- _ O", "-DOCSTART- -X- O"),
        lambda text: text.replace("B-", "I-"),
        lambda text: text.replace("turun -X- -X- I", "turun -X- -X- E").replace("h -X- -X- I", "h -X- -X- L"),
        lambda text: "# text = Kata Menteri\n" + text,
        lambda text: text.rstrip("\n"),
    ],
)  # fmt: skip
def test_files_of_others(change: "type[str]", tmp_path: Path) -> None:
    content = change(OF_THE_SPECIFICATION)
    assert list(told(read(tmp_path / "a", content))) == SAID
    first = next(one for one in formats.annotation_readers() if one.recognises_annotations(tmp_path / "a"))
    assert first.id in ("conll2003", "iob2", "bilou")


@pytest.mark.parametrize("writer", [Conll2003(), Iob2(), Bilou()])
def test_a_byte_order_mark_within_a_text_is_a_word(writer: Columns, tmp_path: Path) -> None:
    path = tmp_path / "a"
    article = ExchangedArticle("1", "\ufeffSatu \ufeff dua\ufeff")
    fitted = writer.fit(article, WriteOptions()).article
    writer.write_articles([fitted], path, WriteOptions())
    (back,) = writer.read_articles(path)
    assert isinstance(back, ExchangedArticle)
    assert (back.text, back.sentences) == (fitted.text, fitted.sentences)


def test_who_reads_which(tmp_path: Path) -> None:
    for content, of in (
        ("a B-x\nb O\n", Iob2),
        ("a B-x\nb L-x\n", Bilou),
        ("a\tS-x\n", Bilou),
        ("a NN B-x\n", Conll2003),
        ("a NN NP B-x\n", Conll2003),
        ("two words\n", None),
        ("a B-x\ntwo words\n", None),
        ("a O\n\xff", None),
        ("O\nO\n", None),
        ("\n\n", None),
    ):
        (tmp_path / "a").write_text(content, encoding="latin-1")
        assert [kind for kind in (Conll2003, Iob2, Bilou) if kind().recognises_annotations(tmp_path / "a")] == (
            [of] if of else []
        )


def test_articles_and_sentences(tmp_path: Path) -> None:
    content = "-DOCSTART- O\n\na B-x\n\n\nb I-x\n-DOCSTART- O\n-DOCSTART- O\n\nc O\n"
    found = [one for one in read(tmp_path / "a", content) if isinstance(one, ExchangedArticle)]
    assert [(one.key, one.text, len(one.sentences)) for one in found] == [("1", "a\nb", 2), ("2", "", 0), ("3", "c", 1)]
    assert list(told(list(found))) == [("x", "a"), ("x", "b")]


def test_lines_that_are_no_words_are_told(tmp_path: Path) -> None:
    found = read(tmp_path / "a", "a O\nword\nb O\nc X-y\n")
    assert [one.name for one in found if isinstance(one, Unread)] == ["line 2", "line 4"]
    assert [one.text for one in found if isinstance(one, ExchangedArticle)] == ["a b"]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"Kata Menteri.\n", "Line 1 of “a” is no word with a tag"),
        (b"a O\n\xff O\n", "Line 2 of “a” is not UTF-8"),
        (b"a" * (1 << 22), "longer than any word"),
        (b"a O\n" + b"x\n" * 200, "is no word with a tag"),
        (b"\xff\xfea\x00 \x00O\x00", "not UTF-8"),
    ],
)
def test_other_files_are_refused(content: bytes, words: str, tmp_path: Path) -> None:
    with pytest.raises(UnreadableInput, match=words):
        read(tmp_path / "a", content)


def test_what_cannot_be_opened(tmp_path: Path) -> None:
    with pytest.raises(UnreadableInput, match="cannot be opened"):
        list(Iob2().read_articles(tmp_path / "gone"))


@given(content=st.text(st.sampled_from("aO \t\n-BIXL#\r\u00a0😀")))
def test_nothing_else_stops_the_reading(content: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.mktemp("conll") / "a"
    for kind in (Conll2003(), Iob2(), Bilou()):
        with suppress(UnreadableInput):
            list(told([one for one in read(path, content, kind) if isinstance(one, ExchangedArticle)]))
        kind.recognises_annotations(path)
