"""A project with two people at work in it, for tests of what they do to each other."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import func, select, text

from annotator.core.records import AnnotationRecord
from annotator.core.spans import Span
from annotator.operations import annotations, annotators, loading, projects
from annotator.operations.verification import verify
from annotator.store.tables import FACTS, JournalEntry, table_of
from annotator.store.workspace import Workspace

ARTICLE = "Wali kota membantah. “Kami tidak tahu,” kata Rina.\nHarga naik lagi."


@dataclass
class Desk:
    """A workspace and its annotators Ana and Ben, who sit at the same computer unless a test says otherwise."""

    address: str | Path
    installation: UUID = field(default_factory=uuid4)

    def __post_init__(self) -> None:
        self.workspace = self.open()
        self.ana = annotators.find_or_add_annotator(self.workspace, "Ana")
        self.ben = annotators.find_or_add_annotator(self.workspace, "Ben")

    def open(self, installation: UUID | None = None) -> Workspace:
        return projects.open_project(self.address, installation or self.installation)

    def reopen(self) -> None:
        self.workspace.close()
        self.workspace = self.open()

    def load(self, content: str = ARTICLE, annotator_id: UUID | None = None) -> UUID:
        by = annotator_id or self.ana
        return loading.load_content(self.workspace, content.encode(), "a.txt", by, detect_language=False).id

    def tag(
        self, document_id: UUID, start: int = 0, end: int = 4, label: str = "claim", by: UUID | None = None
    ) -> AnnotationRecord:
        return annotations.add_annotation(self.workspace, document_id, [Span(start, end)], label, by or self.ana)

    def rows(self) -> dict[str, list[dict[str, Any]]]:
        """Every fact there is."""
        with self.workspace.reading() as connection:
            return {
                str(table.__tablename__): [
                    dict(row)
                    for row in connection.execute(select(table_of(table)).order_by(table_of(table).c.id)).mappings()
                ]
                for table in FACTS
            }

    def entries(self) -> int:
        """How many entries the journal has."""
        with self.workspace.reading() as connection:
            return connection.execute(select(func.count()).select_from(table_of(JournalEntry))).scalar_one()

    def sql(self, statement: str, **values: Any) -> None:
        """Write behind the program's back."""
        engine = self.workspace._database.engine
        with engine.execution_options(writes=True).begin() as connection:
            if connection.dialect.name == "postgresql":
                connection.execute(text("SET session_replication_role = replica"))  # no foreign keys
            connection.execute(text(statement), values)
            if connection.dialect.name == "postgresql":
                connection.execute(text("SET session_replication_role = DEFAULT"))

    def problems(self) -> list[str]:
        return verify(self.workspace).problems
