"""A project with two people at work in it, for tests of what they do to each other."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import Connection, create_engine, func, select, text

from annotator.core.records import AnnotationRecord
from annotator.core.spans import Span
from annotator.operations import annotations, annotators, loading, projects
from annotator.operations.verification import verify
from annotator.store import sqlite
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

    @contextmanager
    def behind(self) -> Iterator[Connection]:
        """A connection that writes behind the program's back, without journal and foreign keys."""
        if isinstance(self.address, Path):
            module, path = sqlite.driver(), self.address
            engine = create_engine("sqlite+pysqlite://", module=module, creator=lambda: module.connect(path))
        else:
            engine = create_engine(self.address.replace("postgresql://", "postgresql+psycopg://"))
        with engine.begin() as connection:
            if connection.dialect.name == "postgresql":
                connection.execute(text("SET session_replication_role = replica"))
            yield connection
        engine.dispose()

    def sql(self, statement: str, **values: Any) -> None:
        """Run one statement behind the program's back."""
        with self.behind() as connection:
            connection.execute(text(statement), values)

    def problems(self) -> list[str]:
        return verify(self.workspace).problems
