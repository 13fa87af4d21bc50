"""A line becomes the rows of an article, and what they weigh; test_restoring.py has all that can be wrong in one."""

import hashlib
from typing import Any
from uuid import UUID

import pytest

from annotator.core.damage import DAMAGE, reason_of
from annotator.operations.restored_articles import article_of
from annotator.operations.restored_project import Here
from annotator.store.tables import Annotation, Document

ANA, HOME, OLD = UUID(int=1), UUID(int=2), UUID(int=3)
HERE = Here({ANA: ANA})


def row(key: UUID, text: str, newer: UUID | None = None) -> dict[str, Any]:
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    document = {
        "id": str(key), "title": "Beras", "language": "id", "language_by_hand": False, "loaded_at": "2026-01-01T00:00Z",
        "length": len(text), "text_sha256": sha256, "original_sha256": sha256, "sentence_ends": [len(text)],
        "furniture": [], "superseded_by": str(newer) if newer else None,
    }  # fmt: skip
    tag = {"id": str(UUID(int=key.int + 9)), "annotator_id": str(ANA), "label": "claim", "start_char": 0, "end_char": 5}
    return {"document": [document], "annotation": [tag | {"origin": "manual"}]}


def line(text: str = "Harga naik.", **changed: Any) -> dict[str, Any]:
    told = {"id": str(HOME), "text": text, "cut": [], "kept": [[0, len(text)]], "rows": row(HOME, text)}
    return told | changed


def test_rows_and_their_weight() -> None:
    older = {"text": "Harga turun.", "rows": row(OLD, "Harga turun.", HOME)}
    article = article_of(4, line(older=[older]), HERE)
    assert (article.line, article.id, [one.id for one in article.versions]) == (4, HOME, [HOME, OLD])
    assert article.keys(Document) == [HOME, OLD]
    assert [one["document_id"] for one in article.versions[1].tables[Annotation]] == [OLD]
    assert article.weight == 4
    assert article_of(1, line("Harga naik. " * 500), HERE).weight == 2 + 12


@pytest.mark.parametrize(
    ("damaged", "reason"),
    [
        ({"cut": [{"start": 0, "text": "Berita: "}]}, "its text is not the one that it names"),
        ({"id": str(OLD)}, "its row is that of another article"),
        ({"rows": {}}, "document is missing"),
        ({"kept": None}, "something in it is not what it should be"),
        ({"older": [{"text": "x", "rows": row(OLD, "y", HOME)}]}, "the text of an older version is not the one"),
        ({"older": [{"text": "Harga", "rows": row(OLD, "Harga")}]}, "an older version of it belongs to another"),
    ],
)
def test_what_is_wrong_with_a_line_is_said(damaged: dict[str, Any], reason: str) -> None:
    with pytest.raises(DAMAGE) as raised:
        article_of(1, line(**damaged), HERE)
    assert reason_of(raised.value).startswith(reason)
