"""Rows on their way through JSON: every column comes back as it was, and nothing else is taken."""

from datetime import UTC, datetime
from uuid import UUID, uuid4

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.store.plain_rows import (
    OF_ARTICLES,
    older_versions,
    plain_annotations,
    read,
    rows_by_article,
    sources_of_no_link,
    tables_in_use,
    there,
    written,
)
from annotator.store.review_tables import Reading
from annotator.store.tables import Annotation, Document, Mark
from tests.operations.whole_desk import Everything
from tests.store.desk import Desk

HOME = UUID(int=5)
MOMENTS = st.datetimes(datetime(1990, 1, 1), datetime(2090, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001  it gets one


@given(
    key=st.uuids(),
    words=st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")),
    moment=st.none() | MOMENTS,
)
def test_any_row_comes_back(key: UUID, words: str, moment: datetime | None) -> None:
    row = {
        "id": key, "document_id": HOME, "annotator_id": key, "state": "open", "blind": True, "saw_others": False,
        "version": 3, "reason": words, "assigned_by": None, "assigned_at": moment, "submitted_at": moment,
        "submission_id": None, "reviewer_id": None,
    }  # fmt: skip
    said = orjson.loads(orjson.dumps(written(Reading, row, HOME)))
    assert "document_id" not in said
    assert ("reason" in said) == bool(words)
    assert read(Reading, said, HOME) == row


@pytest.mark.parametrize(
    ("damage", "words"),
    [
        ({"id": "x"}, "mark.id is not what it should be"),
        ({"id": None}, "mark.id is missing"),
        ({"start_char": "5"}, "mark.start_char is not what it should be"),
        ({"start_char": 1 << 31}, "mark.start_char is not what it should be"),
        ({"start_char": True}, "mark.start_char is not what it should be"),
        ({"more": 1}, "mark.more is not known"),
    ],
)
def test_what_is_no_row_is_refused(damage: dict[str, object], words: str) -> None:
    good = {"id": str(uuid4()), "annotator_id": str(uuid4()), "start_char": 1, "end_char": 2}
    assert read(Mark, good, HOME)["start_char"] == 1
    with pytest.raises(ValueError, match=words):
        read(Mark, good | damage, HOME)


def test_reads_of_a_project(desk: Desk) -> None:
    everything = Everything(desk)
    with desk.workspace.reading() as connection:
        assert tables_in_use(connection) == frozenset(OF_ARTICLES)
        assert there(connection, Document, [everything.articles[0], uuid4()]) == {everything.articles[0]}
        versions = older_versions(connection)
        assert list(versions) == [everything.articles[2], versions[everything.articles[2]][0]]
        (alone,) = sources_of_no_link(connection)
        (row,) = (row for row in desk.rows()["source"] if row["name"] == "Nobody’s")
        assert alone == row["id"]
        by_article = rows_by_article(connection, Annotation, everything.articles)
        plain = plain_annotations(connection, everything.articles)
        assert {key: len(rows) for key, rows in plain.items()} == dict.fromkeys(everything.articles, 8)
        assert {key: {one[3] for one in rows} for key, rows in plain.items()} == {
            key: {row["label"] for row in rows} for key, rows in by_article.items()
        }
