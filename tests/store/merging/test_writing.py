"""Texts and originals come along; a value that may be there once makes room first."""

import hashlib
from typing import Any
from uuid import UUID

import pytest

from annotator.errors import NotMergeable
from annotator.operations import documents
from annotator.operations.loading import load_content
from annotator.operations.readings import put_submission
from annotator.store.merging.writing import refuse_unlike
from annotator.store.tables import Annotator
from tests.store.desk import Desk
from tests.store.merging.two_copies import bring


def test_an_original_that_its_text_does_not_tell(home: Desk, away: Desk) -> None:
    content = "Ça coûte cinq euros, dit-il.\r\n".encode("cp1252")
    key = load_content(away.workspace, content, "a.txt", away.ana).id
    bring(home, away)
    assert documents.read_original(home.workspace, key) == content
    row = next(row for row in home.rows()["document"] if row["id"] == key)
    assert row["original_sha256"] == hashlib.sha256(content).digest()
    assert home.problems() == []


def test_names_that_were_passed_on(home: Desk, away: Desk) -> None:
    with away.workspace.edit("Rename", away.ana) as session:
        session.get_one(Annotator, away.ben).name = "Benjamin"
        session.flush()
        session.add(Annotator(name="Ben"))
    bring(home, away)
    assert home.rows()["annotator"] == away.rows()["annotator"]
    assert home.problems() == []


@pytest.mark.parametrize(
    ("column", "value"),
    [("note", 7), ("start_char", 0.5), ("start_char", True), ("label", None), ("label", b"A"), ("id", "x"), ("new", 1)],
)
def test_values_that_the_program_does_not_write(column: str, value: object) -> None:
    """Whoever makes a file anew, hashes and all, still brings in nothing that the program could not read."""
    row: dict[str, Any] = {
        "id": UUID(int=1),
        "label": "claim",
        "start_char": 0,
        "end_char": 4,
        "note": "",
        "origin": "",
    }
    row |= {"document_id": UUID(int=2), "annotator_id": UUID(int=3)}
    refuse_unlike({"annotation": [row]}, [])
    with pytest.raises(NotMergeable):
        refuse_unlike({"annotation": [row | {column: value}]}, [])


def test_every_row_of_the_program_is_like_that(home: Desk) -> None:
    (article,) = (row["id"] for row in home.rows()["document"])
    home.tag(article)
    with home.workspace.edit("Submit", home.ana, undoable=False) as session:
        put_submission(session, article, home.ana)
    known = {name: [{key: value for key, value in row.items() if value is not None} for row in rows]
             for name, rows in home.rows().items()}  # fmt: skip
    refuse_unlike(known, [])
