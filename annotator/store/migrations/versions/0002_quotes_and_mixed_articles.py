"""A project keeps how quotations are cut, and an article which other languages it is in."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("project", sa.Column("quotes", sa.JSON))
    op.add_column("document", sa.Column("also_in", sa.JSON))
