"""A file a label: nested labels go out and come back, and files that do not go together are told."""

import os
from dataclasses import replace
from pathlib import Path

import pytest

from annotator import formats
from annotator.core.exchange import ExchangedArticle
from annotator.core.losses import Flat, saying
from annotator.core.records import Unread
from annotator.errors import UnreadableInput
from annotator.formats.base import WriteOptions
from annotator.formats.conll import Bilou, Columns, Conll2003, Iob2
from tests.formats.exchanged import minister
from tests.formats.test_conll import OF_THE_SPECIFICATION

LAYERS = WriteOptions(flat=Flat.LAYERS)
BARE = ExchangedArticle("2", "Satu dua.")


def written(folder: Path, *articles: ExchangedArticle, kind: Columns | None = None) -> list[ExchangedArticle]:
    kind = kind or Conll2003()
    fitted = [kind.fit(one, LAYERS).article for one in articles]
    folder.mkdir()
    kind.write_articles(fitted, folder, LAYERS)
    return fitted


def read(folder: Path) -> list[ExchangedArticle | Unread]:
    return list(Conll2003().read_articles(folder))


@pytest.mark.parametrize("kind", [Conll2003(), Iob2(), Bilou()])
def test_nested_labels_come_back_from_a_file_each(kind: Columns, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    assert not [loss for loss in kind.fit(minister(), LAYERS).lost if loss.what == "span"]
    fitted = written(folder, BARE, minister(), kind=kind)
    assert sorted(file.stem for file in folder.iterdir()) == ["claim", "denial", "quote"]
    back = list(kind.read_articles(folder))
    for before, after in zip(fitted, back, strict=True):
        assert isinstance(after, ExchangedArticle)
        assert saying(after, kind.holds) == saying(before, kind.holds)
    assert len(fitted[1].annotations) == 3
    first = next(one for one in formats.annotation_readers() if one.recognises_annotations(folder))
    assert first.id == kind.id


def test_a_file_has_every_word_and_one_label(tmp_path: Path) -> None:
    written(tmp_path / "out", minister())
    claims = (tmp_path / "out" / "claim.conll").read_text(encoding="utf-8")
    assert claims == OF_THE_SPECIFICATION.replace("B-denial", "O").replace("I-denial", "O") + "\n"


def test_without_labels_there_are_words_alone(tmp_path: Path) -> None:
    written(tmp_path / "out", BARE)
    assert [file.name for file in (tmp_path / "out").iterdir()] == ["words.conll"]
    (back,) = read(tmp_path / "out")
    assert isinstance(back, ExchangedArticle)
    assert (back.text, back.annotations) == ("Satu dua .", ())


def test_a_label_that_no_file_can_be_called(tmp_path: Path) -> None:
    names = ["../x", "words", "Claim"]
    ones = [replace(one, label=name) for one, name in zip(minister().annotations, names, strict=True)]
    fitted = written(tmp_path / "out", replace(minister(), annotations=tuple(ones)))
    assert sorted(file.name for file in tmp_path.rglob("*.conll")) == ["Claim.conll", "words (2).conll", "x.conll"]
    assert saying(fitted[0], Conll2003.holds) == saying(read(tmp_path / "out")[0], Conll2003.holds)  # type: ignore[arg-type]


def test_files_that_do_not_go_together(tmp_path: Path) -> None:
    (tmp_path / "a.conll").write_text("a B-x\n-DOCSTART- O\n\nb O\n-DOCSTART- O\n\nc B-x\n")
    (tmp_path / "b.iob").write_text("a B-y\n-DOCSTART- O\n\nother B-y\n-DOCSTART- O\n\nc B-y\n")
    (tmp_path / "c.bilou").write_text("a U-z\n")
    found = read(tmp_path)
    assert [(one.name, one.reason) for one in found if isinstance(one, Unread)] == [
        ("c.bilou", "It ends before article 2, which “a.conll” has."),
        ("b.iob", "From article 2 on it has other words than “a.conll”; these were left out."),
    ]
    articles = [one for one in found if isinstance(one, ExchangedArticle)]
    assert [(one.text, [each.label for each in one.annotations]) for one in articles] == [
        ("a", ["x", "y", "z"]),
        ("b", []),
        ("c", ["x"]),
    ]


def test_parts_of_a_dataset_are_no_layers(tmp_path: Path) -> None:
    (tmp_path / "train.conll").write_text("a B-x\n")
    (tmp_path / "dev.conll").write_text("b B-x\n")
    with pytest.raises(UnreadableInput, match=r"“dev\.conll” and “train\.conll” have different words"):
        read(tmp_path)


def test_what_is_damaged_is_told_with_its_file(tmp_path: Path) -> None:
    (tmp_path / "a.conll").write_text("a B-x\nword\n")
    (tmp_path / "b.conll").write_bytes(b"\xff O\n")
    found = read(tmp_path)
    assert [one.name for one in found if isinstance(one, Unread)] == ["a.conll, line 2", "b.conll", "b.conll"]
    assert [one.text for one in found if isinstance(one, ExchangedArticle)] == ["a"]


def test_other_folders_and_links_that_lead_out(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "note.txt").write_text("a B-x\n")
    (tmp_path / "secret.conll").write_text("a B-x\n")
    (folder / "a.conll").symlink_to(tmp_path / "secret.conll")
    if hasattr(os, "mkfifo"):
        os.mkfifo(folder / "b.conll")
    assert not Conll2003().recognises_annotations(folder)
    with pytest.raises(UnreadableInput, match="There are no files of words with tags"):
        read(folder)
