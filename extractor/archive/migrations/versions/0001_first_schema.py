"""The first schema: articles, their mentions, authorities, conferrals with their tellings, decisions."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "authorities",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("english", sa.Text(), nullable=True),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("parent", sa.Text(), nullable=True),
        sa.Column("province", sa.Text(), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("merged_into", sa.Text(), nullable=True),
        sa.Column("changed", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_authorities")),
    )
    op.create_index(op.f("ix_authorities_kind"), "authorities", ["kind"], unique=False)
    op.create_index(op.f("ix_authorities_merged_into"), "authorities", ["merged_into"], unique=False)
    op.create_index(op.f("ix_authorities_parent"), "authorities", ["parent"], unique=False)
    op.create_table(
        "conferrals",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("merged_into", sa.Text(), nullable=True),
        sa.Column("award", sa.Text(), nullable=True),
        sa.Column("award_id", sa.Text(), nullable=True),
        sa.Column("year", sa.Integer(), nullable=True),
        sa.Column("edition", sa.Integer(), nullable=True),
        sa.Column("branch", sa.Text(), nullable=True),
        sa.Column("category", sa.Text(), nullable=True),
        sa.Column("level", sa.Text(), nullable=True),
        sa.Column("level_code", sa.Text(), nullable=True),
        sa.Column("work", sa.Text(), nullable=True),
        sa.Column("work_id", sa.Text(), nullable=True),
        sa.Column("recipient", sa.Text(), nullable=True),
        sa.Column("recipient_id", sa.Text(), nullable=True),
        sa.Column("recipient_kind", sa.Text(), nullable=True),
        sa.Column("parent", sa.Text(), nullable=True),
        sa.Column("parent_id", sa.Text(), nullable=True),
        sa.Column("conferred_by", sa.Text(), nullable=True),
        sa.Column("conferred_by_id", sa.Text(), nullable=True),
        sa.Column("date", sa.Text(), nullable=True),
        sa.Column("province", sa.Text(), nullable=True),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("confidence", sa.Float(), nullable=False),
        sa.Column("sources", sa.Integer(), nullable=False),
        sa.Column("changed", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_conferrals")),
        sa.UniqueConstraint("number", name=op.f("uq_conferrals_number")),
    )
    op.create_index(op.f("ix_conferrals_award_id"), "conferrals", ["award_id"], unique=False)
    op.create_index(op.f("ix_conferrals_changed"), "conferrals", ["changed"], unique=False)
    op.create_index(op.f("ix_conferrals_conferred_by_id"), "conferrals", ["conferred_by_id"], unique=False)
    op.create_index(op.f("ix_conferrals_merged_into"), "conferrals", ["merged_into"], unique=False)
    op.create_index(op.f("ix_conferrals_parent_id"), "conferrals", ["parent_id"], unique=False)
    op.create_index(op.f("ix_conferrals_province"), "conferrals", ["province"], unique=False)
    op.create_index(op.f("ix_conferrals_recipient_id"), "conferrals", ["recipient_id"], unique=False)
    op.create_index(op.f("ix_conferrals_work_id"), "conferrals", ["work_id"], unique=False)
    op.create_index(op.f("ix_conferrals_year"), "conferrals", ["year"], unique=False)
    op.create_table(
        "doubts",
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("left", sa.Text(), nullable=False),
        sa.Column("right", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("score", sa.Float(), nullable=False),
        sa.Column("reasons", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("kind", "left", "right", name=op.f("pk_doubts")),
    )
    op.create_index(op.f("ix_doubts_right"), "doubts", ["right"], unique=False)
    op.create_table(
        "events",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("action", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("other", sa.Text(), nullable=True),
        sa.Column("field", sa.Text(), nullable=True),
        sa.Column("value", sa.Text(), nullable=True),
        sa.Column("before", sa.JSON(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("undone", sa.Integer(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_events")),
    )
    op.create_index(op.f("ix_events_other"), "events", ["other"], unique=False)
    op.create_index(op.f("ix_events_subject"), "events", ["subject"], unique=False)
    op.create_table(
        "runs",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("started", sa.Text(), nullable=False),
        sa.Column("finished", sa.Text(), nullable=False),
        sa.Column("input", sa.Text(), nullable=False),
        sa.Column("version", sa.Text(), nullable=False),
        sa.Column("gazetteers", sa.Text(), nullable=False),
        sa.Column("added", sa.Integer(), nullable=False),
        sa.Column("changed", sa.Integer(), nullable=False),
        sa.Column("unchanged", sa.Integer(), nullable=False),
        sa.Column("set_aside", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_runs")),
    )
    op.create_table(
        "settings",
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_settings")),
    )
    op.create_table(
        "articles",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("outlet", sa.Text(), nullable=False),
        sa.Column("article_id", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("published", sa.Text(), nullable=True),
        sa.Column("url", sa.Text(), nullable=True),
        sa.Column("source", sa.Text(), nullable=True),
        sa.Column("text", sa.Text(), nullable=True),
        sa.Column("text_sha256", sa.Text(), nullable=False),
        sa.Column("record_sha256", sa.Text(), nullable=False),
        sa.Column("version", sa.Text(), nullable=False),
        sa.Column("gazetteers", sa.Text(), nullable=False),
        sa.Column("meta", sa.JSON(), nullable=False),
        sa.Column("warnings", sa.JSON(), nullable=False),
        sa.Column("imported", sa.Text(), nullable=False),
        sa.Column("run", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["run"], ["runs.id"], name=op.f("fk_articles_run")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_articles")),
        sa.UniqueConstraint("outlet", "article_id", name=op.f("uq_articles_outlet_article_id")),
    )
    op.create_index(op.f("ix_articles_published"), "articles", ["published"], unique=False)
    op.create_table(
        "forms",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("authority", sa.Text(), nullable=False),
        sa.Column("how", sa.Text(), nullable=False),
        sa.Column("form", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["authority"], ["authorities.id"], name=op.f("fk_forms_authority")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_forms")),
        sa.UniqueConstraint("authority", "how", "form", name=op.f("uq_forms_authority_how_form")),
    )
    op.create_table(
        "name_keys",
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("authority", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["authority"], ["authorities.id"], name=op.f("fk_name_keys_authority")),
        sa.PrimaryKeyConstraint("kind", "key", "authority", name=op.f("pk_name_keys")),
    )
    op.create_index(op.f("ix_name_keys_authority"), "name_keys", ["authority"], unique=False)
    op.create_table(
        "ceremonies",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("article", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("award", sa.Text(), nullable=True),
        sa.Column("award_id", sa.Text(), nullable=True),
        sa.Column("date", sa.Text(), nullable=True),
        sa.Column("organiser", sa.Text(), nullable=True),
        sa.Column("organiser_id", sa.Text(), nullable=True),
        sa.Column("presided_by", sa.Text(), nullable=True),
        sa.Column("presided_by_id", sa.Text(), nullable=True),
        sa.Column("venue", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["article"], ["articles.id"], name=op.f("fk_ceremonies_article")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ceremonies")),
    )
    op.create_index(op.f("ix_ceremonies_article"), "ceremonies", ["article"], unique=False)
    op.create_table(
        "links",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("article", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("form", sa.Text(), nullable=False),
        sa.Column("authority", sa.Text(), nullable=False),
        sa.Column("how", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["article"], ["articles.id"], name=op.f("fk_links_article")),
        sa.ForeignKeyConstraint(["authority"], ["authorities.id"], name=op.f("fk_links_authority")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_links")),
    )
    op.create_index("ix_links_article", "links", ["article"], unique=False)
    op.create_index(op.f("ix_links_authority"), "links", ["authority"], unique=False)
    op.create_table(
        "mentions",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("article", sa.Integer(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("field", sa.Text(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=True),
        sa.Column("rule", sa.Text(), nullable=False),
        sa.Column("gazetteer", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["article"], ["articles.id"], name=op.f("fk_mentions_article")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_mentions")),
    )
    op.create_index(op.f("ix_mentions_article"), "mentions", ["article"], unique=False)
    op.create_table(
        "tellings",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("article", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("conferral", sa.Text(), nullable=False),
        sa.Column("award", sa.Text(), nullable=True),
        sa.Column("award_id", sa.Text(), nullable=True),
        sa.Column("year", sa.Integer(), nullable=True),
        sa.Column("edition", sa.Integer(), nullable=True),
        sa.Column("branch", sa.Text(), nullable=True),
        sa.Column("category", sa.Text(), nullable=True),
        sa.Column("level", sa.Text(), nullable=True),
        sa.Column("level_code", sa.Text(), nullable=True),
        sa.Column("work", sa.Text(), nullable=True),
        sa.Column("work_id", sa.Text(), nullable=True),
        sa.Column("recipient", sa.Text(), nullable=True),
        sa.Column("recipient_id", sa.Text(), nullable=True),
        sa.Column("recipient_kind", sa.Text(), nullable=True),
        sa.Column("parent", sa.Text(), nullable=True),
        sa.Column("parent_id", sa.Text(), nullable=True),
        sa.Column("province", sa.Text(), nullable=True),
        sa.Column("conferred_by", sa.Text(), nullable=True),
        sa.Column("conferred_by_id", sa.Text(), nullable=True),
        sa.Column("date", sa.Text(), nullable=True),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("confidence", sa.Float(), nullable=False),
        sa.Column("gone", sa.Boolean(), nullable=False),
        sa.Column("pinned", sa.Boolean(), nullable=False),
        sa.Column("reasons", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["article"], ["articles.id"], name=op.f("fk_tellings_article")),
        sa.ForeignKeyConstraint(["conferral"], ["conferrals.id"], name=op.f("fk_tellings_conferral")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_tellings")),
    )
    op.create_index(op.f("ix_tellings_article"), "tellings", ["article"], unique=False)
    op.create_index(op.f("ix_tellings_conferral"), "tellings", ["conferral"], unique=False)
    op.create_table(
        "telling_keys",
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("telling", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["telling"], ["tellings.id"], name=op.f("fk_telling_keys_telling")),
        sa.PrimaryKeyConstraint("key", "telling", name=op.f("pk_telling_keys")),
    )
    op.create_index(op.f("ix_telling_keys_telling"), "telling_keys", ["telling"], unique=False)


def downgrade() -> None:
    """Drop the tables."""
    op.drop_index(op.f("ix_telling_keys_telling"), table_name="telling_keys")
    op.drop_table("telling_keys")
    op.drop_index(op.f("ix_tellings_conferral"), table_name="tellings")
    op.drop_index(op.f("ix_tellings_article"), table_name="tellings")
    op.drop_table("tellings")
    op.drop_index(op.f("ix_mentions_article"), table_name="mentions")
    op.drop_table("mentions")
    op.drop_index(op.f("ix_links_authority"), table_name="links")
    op.drop_index("ix_links_article", table_name="links")
    op.drop_table("links")
    op.drop_index(op.f("ix_ceremonies_article"), table_name="ceremonies")
    op.drop_table("ceremonies")
    op.drop_index(op.f("ix_name_keys_authority"), table_name="name_keys")
    op.drop_table("name_keys")
    op.drop_table("forms")
    op.drop_index(op.f("ix_articles_published"), table_name="articles")
    op.drop_table("articles")
    op.drop_table("settings")
    op.drop_table("runs")
    op.drop_index(op.f("ix_events_subject"), table_name="events")
    op.drop_index(op.f("ix_events_other"), table_name="events")
    op.drop_table("events")
    op.drop_index(op.f("ix_doubts_right"), table_name="doubts")
    op.drop_table("doubts")
    op.drop_index(op.f("ix_conferrals_year"), table_name="conferrals")
    op.drop_index(op.f("ix_conferrals_work_id"), table_name="conferrals")
    op.drop_index(op.f("ix_conferrals_recipient_id"), table_name="conferrals")
    op.drop_index(op.f("ix_conferrals_province"), table_name="conferrals")
    op.drop_index(op.f("ix_conferrals_parent_id"), table_name="conferrals")
    op.drop_index(op.f("ix_conferrals_merged_into"), table_name="conferrals")
    op.drop_index(op.f("ix_conferrals_conferred_by_id"), table_name="conferrals")
    op.drop_index(op.f("ix_conferrals_changed"), table_name="conferrals")
    op.drop_index(op.f("ix_conferrals_award_id"), table_name="conferrals")
    op.drop_table("conferrals")
    op.drop_index(op.f("ix_authorities_parent"), table_name="authorities")
    op.drop_index(op.f("ix_authorities_merged_into"), table_name="authorities")
    op.drop_index(op.f("ix_authorities_kind"), table_name="authorities")
    op.drop_table("authorities")
