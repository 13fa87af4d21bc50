"""The project's own rows: taken over where there is nothing yet, fitted in where there is."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest

from annotator.core.damage import Damaged
from annotator.core.identity import reading_id
from annotator.core.schema_file import write_label_set
from annotator.errors import UnreadableInput
from annotator.operations import annotators, loading
from annotator.operations.label_sets import project_labels, shipped_label_set
from annotator.operations.restored_project import take
from annotator.operations.verification import verify
from annotator.store.review_tables import Comment, Reading
from annotator.store.tables import Annotation, Mark
from annotator.store.workspace import Step, Workspace
from tests.operations.whole_desk import all_rows, empty

ANA, BEN = UUID(int=1), UUID(int=2)


def said(label_set: str = "attribution", **changed: Any) -> dict[str, Any]:
    plain = write_label_set(shipped_label_set(label_set))
    told = {
        "project": [{"id": str(uuid4()), "name": "Berita", "label_set": plain, "created_at": "2026-01-01T00:00:00Z"}],
        "annotator": [{"id": str(ANA), "name": "Ana"}, {"id": str(BEN), "name": "Ben"}],
        "label_set_version": [{"id": str(uuid4()), "version": 1, "label_set": plain, "annotator_id": str(ANA)}],
        "source": [{"id": str(uuid4()), "name": "Polisi", "kind": "x", "naming": "y", "role": "z", "protected": False}],
    }
    return told | changed


@pytest.fixture
def workspace(project_path: Path) -> Iterator[Workspace]:
    opened = empty(project_path)
    yield opened
    opened.close()


def test_an_empty_project_becomes_the_one_in_the_file(workspace: Workspace) -> None:
    assert project_labels(workspace).id == "newsroom"
    here = take(workspace, said(), Step())
    assert (here.is_whole_project, here.people, here.notices) == (True, {ANA: ANA, BEN: BEN}, [])
    rows = all_rows(workspace)
    assert [row["name"] for table in ("project", "annotator", "source") for row in rows[table]] == [
        "Berita", "Ana", "Ben", "Polisi",
    ]  # fmt: skip
    assert project_labels(workspace).id == "attribution"  # though both sets have version 1
    assert verify(workspace).problems == []


@pytest.mark.parametrize(
    ("table", "number", "reason"),
    [
        ("project", 0, "project has several rows, or none"),
        ("project", 2, "project has several rows, or none"),
        ("annotator", 2, "two rows of annotator have the same id"),
        ("label_set_version", 2, "two rows of label_set_version have the same id"),
        ("source", 2, "two rows of source have the same id"),
    ],
)
def test_what_is_told_twice_is_not_taken(workspace: Workspace, table: str, number: int, reason: str) -> None:
    before = all_rows(workspace)
    with pytest.raises(Damaged, match=f"^{reason}$"):
        take(workspace, said(**{table: said()[table] * number}), Step())
    assert all_rows(workspace) == before


def test_a_project_with_articles_stays_what_it_is(workspace: Workspace) -> None:
    who = annotators.find_or_add_annotator(workspace, "Ben")
    loading.load_content(workspace, b"Something.", "x.txt", who)
    here = take(workspace, said(), Step())
    assert (here.is_whole_project, here.people, here.has_versions) == (False, {ANA: ANA, BEN: who}, False)
    (notice,) = here.notices
    assert notice.startswith("This project’s label set lacks “")
    assert project_labels(workspace).id == "newsroom"
    assert [row["version"] for row in all_rows(workspace)["label_set_version"]] == []


def test_rows_become_those_of_who_is_here(workspace: Workspace) -> None:
    who = annotators.find_or_add_annotator(workspace, "Ben")
    loading.load_content(workspace, b"Something.", "x.txt", who)
    here = take(workspace, said(), Step())
    article: UUID = uuid4()
    reading = {"document_id": article, "annotator_id": BEN, "assigned_by": ANA, "reviewer_id": None}
    adopted = here.adopted(Reading, reading | {"id": reading_id(article, BEN)})
    assert adopted == reading | {"annotator_id": who, "id": reading_id(article, who)}
    comment = here.adopted(Comment, {"annotator_id": ANA, "mentions": [str(BEN), "x"]})
    assert comment["mentions"] == [str(who), "x"]
    assert here.adopted(Annotation, {"annotator_id": ANA, "guideline_version": 4})["guideline_version"] is None
    with pytest.raises(ValueError, match="a person whom the first line does not"):
        here.adopted(Mark, {"annotator_id": uuid4()})


@pytest.mark.parametrize("damage", [{"project": []}, {"annotator": [{"id": "x"}]}, {"source": 5}])
def test_what_is_damaged_is_not_taken(workspace: Workspace, damage: dict[str, Any]) -> None:
    with pytest.raises((ValueError, TypeError)):
        take(workspace, said(**damage), Step())
    assert all_rows(workspace)["annotator"] == []


def test_a_label_set_that_cannot_be_read_is_said(workspace: Workspace) -> None:
    told = said()
    told["project"][0]["label_set"] = {"labels": [{"key": "A B"}]}
    with pytest.raises(UnreadableInput, match="label set in this file cannot be read"):
        take(workspace, told, Step())
