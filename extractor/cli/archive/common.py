"""What the archive's commands share."""

from __future__ import annotations

import getpass
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from sqlalchemy import Engine


database_option = click.option(
    "--database",
    default="awards.sqlite",
    show_default=True,
    envvar="EXTRACTOR_DATABASE",
    metavar="URL",
    help="A SQLite file, or postgresql+psycopg://user:password@host/name.",
)
json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON, one entry a line.")


def _me() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return ""


who_option = click.option(
    "--who", default=_me, envvar="EXTRACTOR_WHO", metavar="NAME", help="Who decides.  [default: your user name]"
)
reason_option = click.option("--reason", metavar="TEXT", help="Why, for the history.")


def open_(database: str, *, create: bool = False) -> Engine:
    from extractor.archive.database import open_archive  # noqa: PLC0415 - loaded when needed, as are those below

    return open_archive(database, create=create)
