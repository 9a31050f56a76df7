"""Commands that look: search, show, history, review."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import click

from extractor.archive.entries import ERA
from extractor.cli.archive.common import database_option, facet_options, json_option, open_, query
from extractor.cli.common import EXIT_CODES, count, say

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from extractor.archive.entries import Authority, Conferral


@click.command(epilog=EXIT_CODES)
@click.argument("text", required=False, default="")
@facet_options
@click.option("--limit", type=click.IntRange(0, 2**31 - 1), default=20, show_default=True, help="How many conferrals.")
@click.option("--offset", type=click.IntRange(0, 2**31 - 1), default=0, help="How many to pass over before them.")
@click.option("--counts", is_flag=True, help="Count what was found by award, year, level, body, province, person and outlet.")
@database_option
@json_option
def search(text: str, database: str, *, limit: int, offset: int, counts: bool, as_json: bool, **facets: Any) -> None:  # noqa: ANN401
    """Find conferrals by TEXT, in which one letter a word may be wrong, and by what they are of."""
    from extractor.archive.browse import conferrals  # noqa: PLC0415
    from extractor.archive.database import reading  # noqa: PLC0415
    from extractor.archive.search import Query  # noqa: PLC0415
    from extractor.archive.search import search as find  # noqa: PLC0415

    engine = open_(database)
    with reading(engine) as connection:
        page = find(connection, query(text, limit=limit, offset=offset, **facets) or Query(limit=limit, offset=offset))
        found = list(conferrals(connection, [hit.id for hit in page.hits]))
    if as_json:
        for each in found:
            click.echo(json.dumps(asdict(each), ensure_ascii=False))
    else:
        for each in found:
            click.echo(f"{each.id}  {summary(each)}")
    if counts:
        for facet, values in page.facets.items():
            for _, label, number in values:
                click.echo(f"{facet:<10}{number:>7,}  {label}", err=as_json)
    say(f"{count(page.total, 'conferral')} found" + (f", {len(found):,} shown" if len(found) < page.total else ""))


@click.command(epilog=EXIT_CODES)
@click.option("--outlet", default="", metavar="NAME", help="Who published them.")
@click.option("--state", type=click.Choice(["new", "review", "done"]), help="How far people are with them.")
@click.option("--since", default="", metavar="DAY", help="Published on this day or later, as 2024-05-31.")
@click.option("--until", default="", metavar="DAY", help="Published on this day or earlier.")
@click.option("--warned", is_flag=True, help="Only those with warnings.")
@click.option(
    "--order", type=click.Choice(["imported", "published", "warnings"]), default="imported", show_default=True,
    help="The latest first, or those with the most warnings.",
)  # fmt: skip
@click.option("--limit", type=click.IntRange(1, 2**31 - 1), default=20, show_default=True, help="How many.")
@database_option
@json_option
def articles(
    database: str, *, outlet: str, state: str | None, since: str, until: str, warned: bool, order: str, limit: int, as_json: bool
) -> None:
    """List articles: id, day, state, conferrals, warnings and title."""
    from extractor.archive.database import reading  # noqa: PLC0415
    from extractor.archive.listing import Asked, listed  # noqa: PLC0415

    asked = Asked(outlet=outlet, state=state or "", since=since, until=until, warned=warned, order=order, limit=limit)
    engine = open_(database)
    with reading(engine) as connection:
        found = listed(connection, asked)
    for each in found.lines:
        if as_json:
            click.echo(json.dumps(asdict(each), ensure_ascii=False))
            continue
        where = "/".join(part for part in (each.outlet, each.article_id) if part)
        told = f"{count(each.conferrals, 'conferral')}, {count(each.warnings, 'warning')}"
        click.echo(f"{where}  {each.published or ''}  {each.state}  {told}  {each.title}")
    say(f"{count(found.total, 'article')}" + (f", {len(found.lines):,} shown" if len(found.lines) < found.total else ""))


@click.command(epilog=EXIT_CODES)
@click.argument("given", metavar="ID")
@database_option
@json_option
def show(given: str, database: str, *, as_json: bool) -> None:
    """Show a conferral with its sources, or an authority with its forms."""
    from extractor.archive.browse import authorities, conferrals, current  # noqa: PLC0415
    from extractor.archive.database import reading  # noqa: PLC0415

    engine = open_(database)
    with reading(engine) as connection:
        at = current(connection, given)
        found: list[Conferral | Authority] = [*conferrals(connection, [at]), *authorities(connection, [at])]
    if as_json:
        click.echo(json.dumps(asdict(found[0]), ensure_ascii=False))
        return
    if at != given:
        say(f"{given} was merged into {at}")
    for name, value in asdict(found[0]).items():
        if name == "sources":
            for source in value:
                where = "/".join(part for part in (source["outlet"], source["article_id"]) if part)
                click.echo(f"{'source':<16}{where}  {source['published'] or ''}  {source['title'] or ''}".rstrip())
        elif value not in (None, ()):
            click.echo(f"{name:<16}{', '.join(value) if isinstance(value, tuple) else value}")


@click.command(epilog=EXIT_CODES)
@click.argument("given", metavar="ID")
@database_option
@json_option
def history(given: str, database: str, *, as_json: bool) -> None:
    """Tell how a conferral or an authority came to be what it is: its articles, and every decision with who and when."""
    from extractor.archive.database import reading  # noqa: PLC0415
    from extractor.archive.history import history as steps_of  # noqa: PLC0415

    engine = open_(database)
    with reading(engine) as connection:
        steps = steps_of(connection, given)
    for step in steps:
        if as_json:
            click.echo(json.dumps(asdict(step), ensure_ascii=False))
        else:
            number = f"[{step.event}] " if step.event else ""
            click.echo(f"{step.at}  {step.who}: {number}{step.what}")


@click.command(epilog=EXIT_CODES)
@database_option
@click.option(
    "--kind",
    type=click.Choice(["conferral", "organisation", "person", "award", "work", "other"]),
    help="Only pairs of this kind.",
)
@click.option("--limit", type=click.IntRange(0, 2**31 - 1), default=20, show_default=True, help="How many pairs.")
@json_option
def review(database: str, kind: str | None, limit: int, *, as_json: bool) -> None:
    """List the pairs that may be one, the likeliest first: merge them, or keep them apart."""
    from itertools import islice  # noqa: PLC0415

    from extractor.archive.browse import doubts  # noqa: PLC0415
    from extractor.archive.database import reading  # noqa: PLC0415

    engine = open_(database)
    with reading(engine) as connection:
        found = list(islice(doubts(connection, kind), limit))
        told = {given: _line(connection, given) for pair in found for given in (pair.left, pair.right)}
    for pair in found:
        if as_json:
            click.echo(json.dumps(asdict(pair), ensure_ascii=False))
            continue
        click.echo(f"{pair.score:.2f}  {'; '.join(pair.reasons)}")
        click.echo(f"      {pair.left}  {told[pair.left]}\n      {pair.right}  {told[pair.right]}")
    if not found:
        say("no pair waits")


def _line(connection: Connection, given: str) -> str:
    """An entry on one line."""
    from extractor.archive.browse import authorities, conferrals  # noqa: PLC0415

    if not given.startswith("c-"):
        return next((each.name for each in authorities(connection, [given])), "gone")
    found = next(iter(conferrals(connection, [given])), None)
    return "gone" if found is None else summary(found)


def summary(found: Conferral) -> str:
    """A conferral on one line: award, year in both eras, category, level, recipient, work, what is not told left out."""
    year = f"{found.year + ERA} ({found.year})" if found.year is not None else None
    work = f"“{found.work}”" if found.work else None
    told = (found.award, year, found.branch, found.category, found.level, found.recipient, work)
    return " · ".join(part for part in told if part)
