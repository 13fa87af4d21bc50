"""What annotations and articles are called where they came from; recipes of exports and maps of imports."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("annotation", sa.Column("foreign_key", sa.String))
    op.add_column("document", sa.Column("foreign_key", sa.String))
    op.add_column("project", sa.Column("exchange", sa.JSON))
    op.create_index("document_foreign", "document", ["foreign_key"])
