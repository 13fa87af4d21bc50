"""The tables of review are facts that the journal follows, and go with their article."""

import pytest
from sqlmodel import SQLModel

from annotator.store import review_tables
from annotator.store.tables import FACTS, table_of

NOUNS = [one for one in vars(review_tables).values() if isinstance(one, type) and issubclass(one, SQLModel)]
OURS = [one for one in NOUNS if one is not SQLModel]


@pytest.mark.parametrize("noun", OURS)
def test_the_journal_follows_each(noun: type[SQLModel]) -> None:
    assert noun in FACTS
    assert [column.name for column in table_of(noun).primary_key] == ["id"]
    assert "document_id" in table_of(noun).c


def test_what_was_said_of_an_annotation_outlives_it() -> None:
    for noun in OURS:
        assert {key.column.table.name for key in table_of(noun).foreign_keys} <= {"document", "annotator"}
