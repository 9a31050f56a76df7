"""What the archive's commands share."""

from __future__ import annotations

import getpass
from typing import TYPE_CHECKING, Any

import click

from extractor.archive.entries import common_era

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy import Engine

    from extractor.archive.search import Query


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


_FACETS = (
    click.option("--award", metavar="NAME", help="The award, by name or id."),
    click.option("--year", type=int, help="The award's year; of the Buddhist era from 2400 on."),
    click.option("--level", metavar="LEVEL", help="The level, as written or by its id in the gazetteer."),
    click.option("--agency", metavar="NAME", help="The body, with those below it, by name or id."),
    click.option("--province", metavar="NAME", help="The province."),
    click.option("--person", metavar="NAME", help="Somebody whom one of the articles names."),
    click.option("--outlet", metavar="NAME", help="Who published one of the articles."),
)


def facet_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options that narrow a search."""
    for option in reversed(_FACETS):
        command = option(command)
    return command


def query(text: str, *, year: int | None, limit: int, offset: int = 0, **facets: str | None) -> Query | None:
    """What a search asks for, or None if it asks for everything."""
    from extractor.archive.search import Query  # noqa: PLC0415

    if not text.strip() and year is None and not any(facets.values()):
        return None
    return Query(text=text, year=common_era(year), limit=limit, offset=offset, **facets)  # type: ignore[arg-type]  # the facets that are text
