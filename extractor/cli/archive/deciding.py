"""Commands by which people decide; each is an event in the history."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from extractor.cli.archive.common import database_option, open_, reason_option, who_option
from extractor.cli.common import EXIT_CODES, say

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy import Connection


def _decide(database: str, decision: Callable[[Connection], Any]) -> Any:  # noqa: ANN401 - what the decision gives
    from extractor.archive.database import writing  # noqa: PLC0415

    engine = open_(database)
    with writing(engine) as connection:
        found = decision(connection)
    engine.dispose()
    return found


def _done(event: int) -> None:
    say(f"noted as decision {event}; `extractor archive undo {event}` takes it back")


@click.command(epilog=EXIT_CODES)
@click.argument("given", metavar="ID")
@click.argument("field")
@click.argument("value", required=False)
@database_option
@who_option
@reason_option
def correct(given: str, field: str, value: str | None, database: str, who: str, reason: str | None) -> None:
    """Set FIELD of conferral ID to VALUE, or without VALUE to nothing. A body or an award may be named by its authority's id."""
    from extractor.archive import decisions  # noqa: PLC0415

    _done(_decide(database, lambda connection: decisions.correct(connection, given, field, value, who=who, reason=reason)))


@click.command(epilog=EXIT_CODES)
@click.argument("given", metavar="ID")
@click.argument("name")
@database_option
@who_option
@reason_option
def rename(given: str, name: str, database: str, who: str, reason: str | None) -> None:
    """Give authority ID the NAME; the old one stays as a form."""
    from extractor.archive import decisions  # noqa: PLC0415

    _done(_decide(database, lambda connection: decisions.rename(connection, given, name, who=who, reason=reason)))


@click.command(epilog=EXIT_CODES)
@click.argument("given", metavar="ID")
@database_option
@who_option
@reason_option
def reject(given: str, database: str, who: str, reason: str | None) -> None:
    """Say that there was no such conferral."""
    from extractor.archive import decisions  # noqa: PLC0415

    _done(_decide(database, lambda connection: decisions.reject(connection, given, who=who, reason=reason)))


@click.command(epilog=EXIT_CODES)
@click.argument("given", metavar="ID")
@database_option
@who_option
@reason_option
def confirm(given: str, database: str, who: str, reason: str | None) -> None:
    """Say that a conferral is right, or that an authority is one."""
    from extractor.archive import decisions  # noqa: PLC0415

    _done(_decide(database, lambda connection: decisions.confirm(connection, given, who=who, reason=reason)))


@click.command(epilog=EXIT_CODES)
@click.argument("into", metavar="ID")
@click.argument("others", nargs=-1, required=True, metavar="OTHER...")
@database_option
@who_option
@reason_option
def merge(into: str, others: tuple[str, ...], database: str, who: str, reason: str | None) -> None:
    """Make conferrals, or authorities of one kind, one: ID stays."""
    from extractor.archive import decisions  # noqa: PLC0415

    for event in _decide(database, lambda connection: decisions.merge(connection, into, others, who=who, reason=reason)):
        _done(event)


@click.command(epilog=EXIT_CODES)
@click.argument("given", metavar="ID")
@click.option("--article", "articles", multiple=True, required=True, metavar="ID", help="An article whose telling goes.")
@database_option
@who_option
@reason_option
def split(given: str, articles: tuple[str, ...], database: str, who: str, reason: str | None) -> None:
    """Take what some articles tell out of a conferral, as one of its own."""
    from extractor.archive import decisions  # noqa: PLC0415

    event, new = _decide(database, lambda connection: decisions.split(connection, given, articles, who=who, reason=reason))
    click.echo(new)
    _done(event)


@click.command(epilog=EXIT_CODES)
@click.argument("left", metavar="ID")
@click.argument("right", metavar="OTHER")
@click.option("--later", is_flag=True, help="Do not decide yet; put the pair off.")
@database_option
@who_option
@reason_option
def apart(left: str, right: str, database: str, who: str, reason: str | None, *, later: bool) -> None:
    """Say that two that look alike are not one."""
    from extractor.archive import decisions  # noqa: PLC0415

    decide = decisions.put_off if later else decisions.keep_apart
    _done(_decide(database, lambda connection: decide(connection, left, right, who=who, reason=reason)))


@click.command(epilog=EXIT_CODES)
@click.argument("event", type=click.IntRange(1, 2**31 - 1))
@database_option
@who_option
@reason_option
def undo(event: int, database: str, who: str, reason: str | None) -> None:
    """Take decision EVENT back; `history` tells its number."""
    from extractor.archive import decisions  # noqa: PLC0415

    taken = _decide(database, lambda connection: decisions.undo(connection, event, who=who, reason=reason))
    say(f"decision {event} is taken back, noted as {taken}")
