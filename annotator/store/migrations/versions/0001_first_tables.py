"""The first tables.

New projects are made from tables.py; this file is what later migrations start from, and a test
holds the two against each other.
"""

import sqlalchemy as sa
from alembic import op

from annotator.store.columns import Bytes, Key, UtcTime

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    _facts()
    _texts()
    _documents()
    _said_about_documents()
    _journal()


def _facts() -> None:
    op.create_table(
        "project",
        sa.Column("id", Key, primary_key=True),
        sa.Column("name", sa.String, nullable=False),
        sa.Column("label_set", sa.JSON, nullable=False),
        sa.Column("created_at", UtcTime, nullable=False),
    )
    op.create_table(
        "annotator",
        sa.Column("id", Key, primary_key=True),
        sa.Column("name", sa.String, nullable=False, unique=True),
    )


def _texts() -> None:
    op.create_table(
        "text",
        sa.Column("sha256", Bytes, primary_key=True),
        sa.Column("content", Bytes, nullable=False),
    )
    op.create_table(
        "original",
        sa.Column("sha256", Bytes, primary_key=True),
        sa.Column("text_sha256", Bytes, sa.ForeignKey("text.sha256"), nullable=False),
        sa.Column("encoding", sa.String, nullable=False),
        sa.Column("content", Bytes),
    )


def _documents() -> None:
    op.create_table(
        "document",
        sa.Column("id", Key, primary_key=True),
        *(sa.Column(name, sa.String, nullable=False) for name in ("title", "outlet", "byline", "published", "url")),
        sa.Column("language", sa.String, nullable=False),
        sa.Column("language_confidence", sa.Float),
        sa.Column("language_by_hand", sa.Boolean, nullable=False),
        sa.Column("loaded_at", UtcTime, nullable=False),
        sa.Column("length", sa.Integer, nullable=False),
        sa.Column("file_name", sa.String, nullable=False),
        sa.Column("encoding", sa.String, nullable=False),
        sa.Column("text_sha256", Bytes, sa.ForeignKey("text.sha256"), nullable=False),
        sa.Column("original_sha256", Bytes, sa.ForeignKey("original.sha256"), nullable=False, index=True),
        sa.Column("furniture", sa.JSON, nullable=False),
        sa.Column("sentence_ends", sa.JSON, nullable=False),
    )
    op.create_table(
        "sentence_break",
        sa.Column("id", Key, primary_key=True),
        sa.Column("document_id", Key, sa.ForeignKey("document.id"), nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("joined", sa.Boolean, nullable=False),
    )
    op.create_index("sentence_break_of", "sentence_break", ["document_id", "position"], unique=True)


def _said_about_documents() -> None:
    op.create_table(
        "annotation",
        sa.Column("id", Key, primary_key=True),
        sa.Column("document_id", Key, sa.ForeignKey("document.id"), nullable=False),
        sa.Column("annotator_id", Key, sa.ForeignKey("annotator.id"), nullable=False),
        sa.Column("label", sa.String, nullable=False),
        sa.Column("start_char", sa.Integer, nullable=False),
        sa.Column("end_char", sa.Integer, nullable=False),
        sa.Column("segments", sa.JSON),
        sa.Column("note", sa.String, nullable=False),
        sa.Column("origin", sa.String, nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_index("annotation_of", "annotation", ["document_id", "start_char"])
    op.create_table(
        "mark",
        sa.Column("id", Key, primary_key=True),
        sa.Column("document_id", Key, sa.ForeignKey("document.id"), nullable=False),
        sa.Column("annotator_id", Key, sa.ForeignKey("annotator.id"), nullable=False),
        sa.Column("start_char", sa.Integer, nullable=False),
        sa.Column("end_char", sa.Integer, nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_index("mark_of", "mark", ["document_id", "start_char"])


def _journal() -> None:
    op.create_table(
        "installation",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("id", Key, nullable=False, unique=True),
        sa.Column("head_sequence", sa.Integer, nullable=False),
        sa.Column("head_hash", Bytes, nullable=False),
    )
    op.create_table(
        "journal",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("installation", sa.Integer, sa.ForeignKey("installation.number"), nullable=False),
        sa.Column("sequence", sa.Integer, nullable=False),
        sa.Column("previous_hash", Bytes, nullable=False),
        sa.Column("at", UtcTime, nullable=False),
        sa.Column("annotator_id", Key),
        sa.Column("document_id", Key),
        sa.Column("title", sa.String, nullable=False),
        sa.Column("kind", sa.Integer, nullable=False),
        sa.Column("step", sa.Integer),
        sa.Column("undoes", sa.Integer),
        sa.Column("changes", Bytes, nullable=False),
    )
    op.create_index("journal_chain", "journal", ["installation", "sequence"], unique=True)
    op.create_index("journal_of_document", "journal", ["document_id", "number"])
    op.create_index("journal_of_annotator", "journal", ["annotator_id", "number"])
