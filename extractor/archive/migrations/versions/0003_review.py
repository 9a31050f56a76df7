"""Review: the words that decisions rest on, and how far people are with each article."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Make the tables; what was decided before rests on no words, and every article is new."""
    op.create_table(
        "words",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("event", sa.Integer(), nullable=False),
        sa.Column("field", sa.Text(), nullable=False),
        sa.Column("article", sa.Integer(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=True),
        sa.Column("end", sa.Integer(), nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["article"], ["articles.id"], name=op.f("fk_words_article")),
        sa.ForeignKeyConstraint(["event"], ["events.id"], name=op.f("fk_words_event")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_words")),
        sa.UniqueConstraint("event", "field", name=op.f("uq_words_event_field")),
    )
    op.create_index(op.f("ix_words_article"), "words", ["article"], unique=False)
    op.create_table(
        "article_states",
        sa.Column("article", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("changed", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["article"], ["articles.id"], name=op.f("fk_article_states_article")),
        sa.PrimaryKeyConstraint("article", name=op.f("pk_article_states")),
    )
    op.create_index(op.f("ix_article_states_state"), "article_states", ["state"], unique=False)


def downgrade() -> None:
    """Drop them; decisions stay, without their words."""
    op.drop_table("article_states")
    op.drop_table("words")
