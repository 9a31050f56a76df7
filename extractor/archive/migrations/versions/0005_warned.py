"""How many warnings an article has, and indexes that hold all that lists of articles are narrowed by."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"

_INDEXES = {
    "ix_articles_listed": ["id", "outlet", "published", "warned"],
    "ix_articles_warned": ["warned", "id", "outlet", "published"],
    "ix_articles_published": ["published", "id", "outlet", "warned"],
}


def upgrade() -> None:
    """Add the column, count for what is there, and make the indexes."""
    op.add_column("articles", sa.Column("warned", sa.Integer(), server_default="0", nullable=False))
    op.execute("UPDATE articles SET warned = json_array_length(warnings)")
    op.drop_index("ix_articles_published", table_name="articles")
    for name, columns in _INDEXES.items():
        op.create_index(name, "articles", columns, unique=False)


def downgrade() -> None:
    """Drop them; nothing is lost, as the warnings themselves stay."""
    for name in _INDEXES:
        op.drop_index(name, table_name="articles")
    op.drop_column("articles", "warned")
    op.create_index("ix_articles_published", "articles", ["published"], unique=False)
