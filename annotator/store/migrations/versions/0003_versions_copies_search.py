"""Articles get their details, versions and copies; texts can be compared and searched."""

import sqlalchemy as sa
from alembic import op

from annotator.store import search_index
from annotator.store.columns import Bytes, Key

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

_WORDS = ("published_at", "embargo_until", "status", "source_note", "format")
_KEYS = ("copy_group", "superseded_by")


def upgrade() -> None:
    for name in _WORDS:
        op.add_column("document", sa.Column(name, sa.String))
    for name in _KEYS:
        op.add_column("document", sa.Column(name, Key))
    op.add_column("annotation", sa.Column("made_from", Key))
    op.create_index("document_of_text", "document", ["text_sha256"])
    op.create_index("document_of_group", "document", ["copy_group"])
    op.create_index("document_superseded", "document", ["superseded_by"])
    op.create_table(
        "text_sketch",
        sa.Column("sha256", Bytes, primary_key=True, nullable=False),
        sa.Column("sketch", Bytes, nullable=False),
    )
    op.create_table(
        "sketch_band",
        sa.Column("band", sa.BigInteger, primary_key=True, nullable=False, autoincrement=False),
        sa.Column("sha256", Bytes, primary_key=True, nullable=False),
        sqlite_with_rowid=False,
    )
    search_index.make_tables(op.get_bind())
