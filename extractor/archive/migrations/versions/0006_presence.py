"""Who is at which article, for servers that share the archive."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Make the table; nobody is anywhere yet."""
    op.create_table(
        "presence",
        sa.Column("article", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("seen", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("article", "who", name=op.f("pk_presence")),
    )


def downgrade() -> None:
    """Drop it; who is there is noted again in seconds."""
    op.drop_table("presence")
