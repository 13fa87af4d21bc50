"""Texts that come in are searchable and known, and an original that its text tells is not lost."""

import hashlib
from pathlib import Path
from uuid import uuid4

import pytest
from sqlalchemy import select

from annotator.operations import annotators, loading
from annotator.operations.restored_texts import keep_texts, ready_text
from annotator.operations.restoring import restore
from annotator.store import queries, search_index
from annotator.store.tables import STAYED, SketchBand, TextSketch, table_of
from tests.operations.whole_desk import all_rows, empty, exported, originals

TEXT = "Le maire dément. Été.\n"


@pytest.mark.parametrize(
    ("content", "encoding", "kept"),
    [
        (TEXT.encode("cp1252"), "cp1252", "cp1252"),
        (TEXT.encode(), "utf-8", "utf-8"),
        (TEXT.encode(), "", "utf-8"),
        (b"\xef\xbb\xbf" + TEXT.encode(), "utf-8-sig", "utf-8-sig"),
        (TEXT.replace("\n", "\r\n").encode(), "utf-8", STAYED),
        (TEXT.encode(), "no codec", "utf-8"),
        (b"%PDF", "ascii", STAYED),
    ],
)
def test_an_original_that_its_text_tells_is_not_lost(
    project_path: Path, content: bytes, encoding: str, kept: str
) -> None:
    workspace = empty(project_path)
    row = {
        "text_sha256": hashlib.sha256(TEXT.encode()).digest(),
        "original_sha256": hashlib.sha256(content).digest(),
        "encoding": encoding,
    }
    for _ in range(2):
        with workspace.edit("Restore", None, undoable=False) as session:
            keep_texts(session.connection(), {uuid4(): ready_text(row, TEXT)})
    ((found),) = originals(workspace)
    assert (found["sha256"], found["encoding"], found["content"]) == (row["original_sha256"], kept, None)
    with workspace.reading() as connection:
        assert queries.text_content(connection, row["text_sha256"]) == TEXT  # type: ignore[arg-type]
        assert search_index.number_missing(connection) == 0
    workspace.close()


def test_an_article_that_comes_later_can_be_a_copy_of_a_restored_one(tmp_path: Path) -> None:
    text = " ".join(f"Harga beras ke {at} naik lagi kemarin sore." for at in range(40))
    first, other = empty(tmp_path / "a.annotator"), empty(tmp_path / "b.annotator")
    try:
        who = annotators.find_or_add_annotator(first, "Ana")
        restored = loading.load_content(first, text.encode(), "a.txt", who).id
        exported(first, tmp_path / "a.jsonl")
        restore(other, tmp_path / "a.jsonl")
        with first.reading() as here, other.reading() as there:
            for table in (TextSketch, SketchBand):
                query = select(table_of(table)).order_by(*table_of(table).primary_key)
                rows = here.execute(query).all()
                assert rows
                assert there.execute(query).all() == rows
        who = annotators.find_or_add_annotator(other, "Ana")
        copy = loading.load_content(other, (text + " Tambahan.").encode(), "b.txt", who).id
        groups = {row["id"]: row["copy_group"] for row in all_rows(other)["document"]}
        assert groups == {restored: None, copy: restored}
    finally:
        first.close()
        other.close()
