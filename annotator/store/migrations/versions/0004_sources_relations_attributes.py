"""Annotations get attributes; sources, relations and the right of reply come in; label sets have versions."""

import sqlalchemy as sa
from alembic import op

from annotator.store.columns import Key

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("annotation", sa.Column("attributes", sa.JSON))
    op.add_column("annotation", sa.Column("guideline_version", sa.Integer))
    op.add_column("annotation", sa.Column("suggested_by", sa.String))
    op.add_column("project", sa.Column("guideline", sa.JSON))
    op.add_column("project", sa.Column("suggestions", sa.JSON))
    _make_label_set_version()
    _make_source()
    _make_relation()
    _make_contact()
    _make_rejected_suggestion()


def _make_label_set_version() -> None:
    op.create_table(
        "label_set_version",
        _key(),
        sa.Column("version", sa.Integer, nullable=False, unique=True),
        sa.Column("label_set", sa.JSON, nullable=False),
        sa.Column("guideline", sa.JSON),
        sa.Column("annotator_id", Key),
    )


def _make_source() -> None:
    op.create_table(
        "source",
        _key(),
        _word("name"),
        sa.Column("aliases", sa.JSON),
        _word("kind"),
        _word("naming"),
        _word("role"),
        sa.Column("gender", sa.String),
        sa.Column("protected", sa.Boolean, nullable=False),
        _word("note"),
    )


def _make_relation() -> None:
    op.create_table(
        "relation",
        _key(),
        _reference("document_id", "document"),
        _reference("annotator_id", "annotator"),
        _word("kind"),
        _reference("from_id", "annotation"),
        sa.Column("to_id", Key, sa.ForeignKey("annotation.id")),
        sa.Column("source_id", Key, sa.ForeignKey("source.id")),
    )
    op.create_index("relation_of", "relation", ["document_id"])
    op.create_index("relation_from", "relation", ["from_id"])
    op.create_index("relation_to", "relation", ["to_id"])
    op.create_index("relation_source", "relation", ["source_id"])


def _make_contact() -> None:
    op.create_table(
        "contact",
        _key(),
        _reference("document_id", "document"),
        _reference("annotation_id", "annotation"),
        _reference("annotator_id", "annotator"),
        _word("at"),
        _word("person"),
        _word("channel"),
        sa.Column("deadline", sa.String),
        sa.Column("answered_at", sa.String),
        _word("answer"),
        _word("note"),
    )
    op.create_index("contact_of_document", "contact", ["document_id"])
    op.create_index("contact_of", "contact", ["annotation_id"])


def _make_rejected_suggestion() -> None:
    op.create_table(
        "rejected_suggestion",
        _key(),
        _reference("document_id", "document"),
        _reference("annotator_id", "annotator"),
        _word("label"),
        sa.Column("start_char", sa.Integer, nullable=False),
        sa.Column("end_char", sa.Integer, nullable=False),
        sa.Column("segments", sa.JSON),
        _word("suggester"),
    )
    op.create_index("rejected_suggestion_of", "rejected_suggestion", ["document_id"])


def _key() -> sa.Column[object]:
    return sa.Column("id", Key, primary_key=True, nullable=False)


def _word(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.String, nullable=False)


def _reference(name: str, table: str) -> sa.Column[object]:
    return sa.Column(name, Key, sa.ForeignKey(f"{table}.id"), nullable=False)
