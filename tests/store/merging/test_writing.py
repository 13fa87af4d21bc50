"""Texts and originals come along; a value that may be there once makes room first."""

import hashlib

from annotator.operations import documents
from annotator.operations.loading import load_content
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
