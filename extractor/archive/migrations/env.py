"""Runs the steps over the connection that `extractor.archive.migrate` hands over, within its transaction."""

from __future__ import annotations

from alembic import context

from extractor.archive.tables import Base

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    render_as_batch=True,
    transaction_per_migration=False,
)
context.run_migrations()
