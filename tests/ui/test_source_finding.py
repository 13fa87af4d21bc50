"""Whom a source field offers."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator.core.records import AnnotationRecord
from annotator.core.spans import Span
from annotator.operations import annotations, describing, documents, sources
from annotator.ui.source_finding import ProjectSources
from tests.store.desk import Desk

TEXT = (
    "Wali Kota Rina Hartono menegaskan bahwa jembatan aman. “Kami sudah memeriksanya,” kata Rina. "
    "“Itu tidak benar,” ujarnya. Bambang Sutejo mengatakan bahwa dana habis."
)


class Around:
    """A project with one article, and the field's view of it."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.document_id = desk.load(TEXT)
        documents.set_language(desk.workspace, self.document_id, "id", desk.ana)
        self.about: list[AnnotationRecord] = []
        self.sources = ProjectSources(desk.workspace, self._about)

    def _about(self) -> tuple[object, list[AnnotationRecord], describing.Ties]:
        ties = describing.read_ties(self.desk.workspace, self.document_id)
        return documents.read_document(self.desk.workspace, self.document_id), self.about, ties

    def tag(self, passage: str, name: str = "") -> None:
        start = TEXT.index(passage)
        span = Span(start, start + len(passage))
        made = annotations.add_annotation(self.desk.workspace, self.document_id, [span], "quote", self.desk.ana)
        self.about = [made]
        if name:
            describing.name_new_source(self.desk.workspace, [made.id], "attributed_to", name, self.desk.ana)

    def proposed(self) -> list[tuple[str, bool]]:
        return [(choice.name, choice.source_id is None) for choice in self.sources.proposed("attributed_to")]


@pytest.fixture
def around(project_path: Path) -> Iterator[Around]:
    desk = Desk(project_path)
    yield Around(desk)
    desk.workspace.close()


def test_a_name_in_the_article_comes_first_to_be_made(around: Around) -> None:
    around.tag("jembatan aman")
    assert around.proposed() == [("Wali Kota Rina Hartono", True)]


def test_once_it_is_known_a_part_of_the_name_means_it(around: Around) -> None:
    around.tag("jembatan aman", "Wali Kota Rina Hartono")
    around.tag("“Kami sudah memeriksanya,”")
    assert around.proposed() == [("Wali Kota Rina Hartono", False)]


def test_where_nobody_is_named_whom_the_article_named_last_comes_first(around: Around) -> None:
    around.tag("jembatan aman", "Wali Kota Rina Hartono")
    around.tag("dana habis", "Bambang Sutejo")
    around.tag("“Itu tidak benar,”")
    assert around.proposed() == [("Bambang Sutejo", False), ("Wali Kota Rina Hartono", False)]


def test_whom_the_article_names_comes_before_those_made_later_in_the_project(around: Around) -> None:
    around.tag("jembatan aman", "Wali Kota Rina Hartono")
    sources.add_source(around.desk.workspace, "Siti", around.desk.ana)
    around.tag("“Itu tidak benar,”")
    choices = around.sources.proposed("attributed_to")
    assert [(choice.name, choice.likely) for choice in choices] == [("Wali Kota Rina Hartono", True), ("Siti", False)]


def test_a_name_is_not_taken_for_somebody_of_another_article(around: Around) -> None:
    sources.add_source(around.desk.workspace, "Rina Wati", around.desk.ana)
    around.tag("“Kami sudah memeriksanya,”")
    assert around.proposed() == [("Rina", True), ("Rina Wati", False)]


def test_what_is_typed_finds_with_kind_and_alias(around: Around) -> None:
    workspace, ana = around.desk.workspace, around.desk.ana
    sources.add_source(workspace, "Рина Хартоно", ana, aliases=["Ibu Wali"], kind="person")
    (by_sound,) = around.sources.found("rina")
    assert (by_sound.name, by_sound.hint) == ("Рина Хартоно", "person")
    (by_alias,) = around.sources.found("ibu")
    assert by_alias.hint == "person · also “Ibu Wali”"


def test_who_is_protected_is_masked_also_by_alias(around: Around) -> None:
    workspace, ana = around.desk.workspace, around.desk.ana
    made = sources.add_source(workspace, "Rina", ana, aliases=["Ibu Wali"], protected=True)
    (found,) = around.sources.found("ibu")
    assert (found.name, found.hint) == ("Protected source 1", "")
    sources.set_source_details(workspace, made.id, ana, protected=False)
    around.sources.forget()
    assert around.sources.found("ibu")[0].name == "Rina"


def test_nothing_is_proposed_for_nothing(around: Around) -> None:
    assert around.proposed() == []
