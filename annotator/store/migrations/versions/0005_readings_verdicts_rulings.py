"""Readings, submissions, verdicts, comments, rulings, self-checks; people get roles; copies can be merged."""

import sqlalchemy as sa
from alembic import op

from annotator.store.columns import Bytes, Key, UtcTime

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    for name in ("initials", "role", "color"):
        op.add_column("annotator", sa.Column(name, sa.String, nullable=False, server_default=""))
    op.add_column("project", sa.Column("review", sa.JSON))
    op.add_column("project", sa.Column("packet", sa.JSON))
    op.add_column("installation", sa.Column("branch_of", Key))
    op.add_column("installation", sa.Column("begins", sa.Integer, nullable=False, server_default="0"))
    op.add_column("installation", sa.Column("begins_hash", Bytes))
    op.add_column("journal", sa.Column("received", sa.Boolean, nullable=False, server_default=sa.false()))
    _make_reading()
    _make_submission()
    _make_verdict()
    _make_comment()
    _make_ruling()
    _make_self_check()
    _make_merge_conflict()


def _make_reading() -> None:
    op.create_table(
        "reading",
        *_of_an_annotator(),
        _word("state"),
        sa.Column("blind", sa.Boolean, nullable=False),
        sa.Column("saw_others", sa.Boolean, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        _word("reason"),
        sa.Column("assigned_by", Key),
        sa.Column("assigned_at", UtcTime),
        sa.Column("submitted_at", UtcTime),
        sa.Column("submission_id", Key),
        sa.Column("reviewer_id", Key),
    )
    op.create_index("reading_of", "reading", ["document_id", "annotator_id"])
    op.create_index("reading_by", "reading", ["annotator_id"])


def _make_submission() -> None:
    op.create_table(
        "submission",
        *_of_an_annotator(),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("independent", sa.Boolean, nullable=False),
        sa.Column("content", sa.JSON, nullable=False),
    )
    op.create_index("submission_of", "submission", ["document_id", "annotator_id"])


def _make_verdict() -> None:
    op.create_table(
        "verdict",
        _key(),
        _reference("document_id", "document"),
        sa.Column("annotation_id", Key, nullable=False),
        _reference("annotator_id", "annotator"),
        _word("verdict"),
        _word("reason"),
        sa.Column("replacement_id", Key),
    )
    op.create_index("verdict_of_document", "verdict", ["document_id"])
    op.create_index("verdict_of", "verdict", ["annotation_id"])


def _make_comment() -> None:
    op.create_table(
        "comment",
        *_of_an_annotator(),
        sa.Column("thread_id", Key),
        sa.Column("annotation_id", Key),
        sa.Column("start_char", sa.Integer),
        sa.Column("end_char", sa.Integer),
        _word("words"),
        sa.Column("resolved", sa.Boolean, nullable=False),
        sa.Column("mentions", sa.JSON),
    )
    op.create_index("comment_of_document", "comment", ["document_id"])
    op.create_index("comment_of_thread", "comment", ["thread_id"])


def _make_ruling() -> None:
    op.create_table(
        "ruling",
        *_of_an_annotator(),
        _word("verdict"),
        sa.Column("settles", sa.JSON, nullable=False),
        sa.Column("keeps", sa.JSON, nullable=False),
        sa.Column("label", sa.String),
        sa.Column("start_char", sa.Integer),
        sa.Column("end_char", sa.Integer),
        sa.Column("segments", sa.JSON),
        sa.Column("attributes", sa.JSON),
        _word("reason"),
        sa.Column("case_number", sa.Integer),
        _word("case_title"),
    )
    op.create_index("ruling_of", "ruling", ["document_id"])


def _make_self_check() -> None:
    op.create_table(
        "self_check",
        *_of_an_annotator(),
        sa.Column("start_char", sa.Integer, nullable=False),
        sa.Column("end_char", sa.Integer, nullable=False),
        sa.Column("first", sa.JSON, nullable=False),
        sa.Column("again", sa.JSON),
        sa.Column("answered_at", UtcTime),
    )
    op.create_index("self_check_of", "self_check", ["annotator_id"])


def _make_merge_conflict() -> None:
    op.create_table(
        "merge_conflict",
        _key(),
        sa.Column("document_id", Key),
        _word("kind"),
        _word("table_name"),
        sa.Column("row_id", Key, nullable=False),
        _word("field"),
        sa.Column("kept", sa.JSON),
        sa.Column("other", sa.JSON),
        _word("settled"),
        sa.Column("settled_by", Key),
    )
    op.create_index("merge_conflict_of", "merge_conflict", ["document_id"])


def _of_an_annotator() -> tuple[sa.Column[object], ...]:
    return _key(), _reference("document_id", "document"), _reference("annotator_id", "annotator")


def _key() -> sa.Column[object]:
    return sa.Column("id", Key, primary_key=True, nullable=False)


def _word(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.String, nullable=False)


def _reference(name: str, table: str) -> sa.Column[object]:
    return sa.Column(name, Key, sa.ForeignKey(f"{table}.id"), nullable=False)
