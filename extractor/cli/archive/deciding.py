"""Commands by which people decide; each is an event in the history."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from extractor.archive.entries import FIELDS
from extractor.cli.archive.common import database_option, open_, reason_option, who_option
from extractor.cli.common import EXIT_CODES, say

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy import Connection

    from extractor.archive.adding import Given


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
@click.option("--article", metavar="ID", help="The article whose --words tell it.")
@click.option("--words", metavar="TEXT", help="Its words, or their place START:END: the evidence, and without VALUE the value.")
@database_option
@who_option
@reason_option
def correct(
    given: str,
    field: str,
    value: str | None,
    article: str | None,
    words: str | None,
    database: str,
    who: str,
    reason: str | None,
) -> None:
    """Set FIELD of conferral ID to VALUE, or without VALUE to nothing. A body or an award may be named by its authority's id."""
    from extractor.archive import decisions  # noqa: PLC0415
    from extractor.archive.listing import number_of  # noqa: PLC0415

    if (article is None) != (words is None):
        raise click.UsageError("--article and --words belong together")

    def decision(connection: Connection) -> int:
        if article is None or words is None:
            return decisions.correct(connection, given, field, value, who=who, reason=reason)
        told = _told(connection, number_of(connection, article), field, value, words)
        return decisions.correct(connection, given, field, told.value, who=who, reason=reason, words=told.words)

    _done(_decide(database, decision))


def _told(connection: Connection, article: int, field: str, value: str | None, words: str) -> Given:
    """A value with the words of an article that tell it, or the value that they tell."""
    from extractor.archive.adding import Given  # noqa: PLC0415
    from extractor.archive.fields import value_in  # noqa: PLC0415
    from extractor.archive.words import text_of, words_in  # noqa: PLC0415

    place = words_in(connection, article, words)
    said = text_of(connection, place)
    return Given(value_in(field, said) if value is None else value, place)


def _pairs(given: tuple[str, ...], hint: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for each in given:
        name, sign, value = each.partition("=")
        if not sign or name not in FIELDS:
            raise click.BadParameter(f"{each!r} is not FIELD=… with one of {', '.join(FIELDS)}", param_hint=hint)
        found[name] = value
    return found


@click.command(epilog=EXIT_CODES)
@click.argument("article", metavar="ARTICLE")
@click.argument("values", nargs=-1, metavar="[FIELD=VALUE]...")
@click.option("--words", multiple=True, metavar="FIELD=TEXT", help="Words of the article that tell a field, or START:END.")
@database_option
@who_option
@reason_option
def add(article: str, values: tuple[str, ...], words: tuple[str, ...], database: str, who: str, reason: str | None) -> None:
    """Add a conferral that ARTICLE tells and that was not found; its id is printed.

    ARTICLE is the article's id, or OUTLET/ID. At least a recipient or a work is needed. A field with --words and no value has the
    words as its value.
    """
    from extractor.archive import decisions  # noqa: PLC0415
    from extractor.archive.adding import Given  # noqa: PLC0415
    from extractor.archive.listing import number_of  # noqa: PLC0415

    told, said = _pairs(values, "FIELD=VALUE"), _pairs(words, "--words")

    def decision(connection: Connection) -> tuple[int, str]:
        number = number_of(connection, article)
        given = {name: Given(value) for name, value in told.items()}
        given |= {name: _told(connection, number, name, told.get(name), each) for name, each in said.items()}
        return decisions.add(connection, number, given, who=who, reason=reason)

    event, new = _decide(database, decision)
    click.echo(new)
    _done(event)


@click.command(epilog=EXIT_CODES)
@click.argument("given", metavar="ID")
@click.option("--article", required=True, metavar="ID", help="The article that tells two in the place of one.")
@database_option
@who_option
@reason_option
def part(given: str, article: str, database: str, who: str, reason: str | None) -> None:
    """Make two of conferral ID; the new one, whose id is printed, begins with its values and evidence."""
    from extractor.archive import decisions  # noqa: PLC0415
    from extractor.archive.listing import number_of  # noqa: PLC0415

    event, new = _decide(
        database,
        lambda connection: decisions.part(connection, given, number_of(connection, article), who=who, reason=reason),
    )
    click.echo(new)
    _done(event)


@click.command(epilog=EXIT_CODES)
@click.argument("article", metavar="ARTICLE")
@click.argument("state", type=click.Choice(["new", "review", "done"]))
@database_option
@who_option
@reason_option
def set_state(article: str, state: str, database: str, who: str, reason: str | None) -> None:
    """Say how far you are with ARTICLE (its id, or OUTLET/ID): new, in review, or done."""
    from extractor.archive import decisions  # noqa: PLC0415
    from extractor.archive.listing import number_of  # noqa: PLC0415

    _done(
        _decide(
            database,
            lambda connection: decisions.set_state(connection, number_of(connection, article), state, who=who, reason=reason),
        )
    )


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
