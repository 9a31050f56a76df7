"""The search index: values and their codes, packed columns, and the words in the database's own full-text index."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Make the tables; `extractor.archive.migrate.upgrade` fills them when all steps are done."""
    op.create_table(
        "search_values",
        sa.Column("code", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("label", sa.Text(), nullable=True),
        sa.Column("key", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("code", name="pk_search_values"),
        sa.UniqueConstraint("key", name="uq_search_values_key"),
    )
    op.create_table(
        "search_blocks",
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("block", sa.Integer(), nullable=False),
        sa.Column("stamp", sa.Text(), nullable=False),
        sa.Column("data", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("kind", "block", name="pk_search_blocks"),
    )
    if op.get_bind().dialect.name == "postgresql":
        op.create_table(
            "search_documents",
            sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
            sa.Column("words", postgresql.TSVECTOR(), nullable=False),
            sa.PrimaryKeyConstraint("number", name="pk_search_documents"),
        )
        op.execute("CREATE INDEX ix_search_documents_words ON search_documents USING gin (words)")
        op.execute("ALTER TABLE search_blocks ALTER COLUMN data SET STORAGE EXTERNAL")  # it is deflated already
    else:
        op.execute("CREATE VIRTUAL TABLE search_documents USING fts5(words, tokenize='ascii')")


def downgrade() -> None:
    """Drop them; nothing but the index is lost."""
    for table in ("search_documents", "search_blocks", "search_values"):
        op.drop_table(table)
