"""Commands that hand out: export, report, schema."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urlsplit

import click

from extractor.archive.entries import BASE
from extractor.cli.archive.common import database_option, facet_options, open_, query
from extractor.cli.common import EXIT_CODES, keep_inputs, say

if TYPE_CHECKING:
    from typing import BinaryIO

    from extractor.archive.browse import ArchiveSnapshot
    from extractor.archive.exchange import Format

_ALL = 1_000_000_000
_ANNOTATIONS = {"label-studio", "doccano"}


@click.command(epilog=EXIT_CODES)
@click.argument("text", required=False, default="")
@facet_options
@click.option("--format", "form", metavar="NAME", help="The format; else by the output's ending. --list tells them.")
@click.option("-o", "--output", default="-", metavar="FILE", help="Where it goes; - is standard output.  [default: -]")
@click.option("--base", default=BASE, show_default=True, metavar="URI", help="Before an id it makes a URI.")
@click.option("--wikidata", metavar="FILE", help="A CSV of authority,item for QuickStatements, JSON-LD and Turtle.")
@click.option("--create", is_flag=True, help="Let QuickStatements make items for recipients that have none.")
@click.option("--list", "listing", is_flag=True, help="List the formats, and what each drops.")
@database_option
def export(
    *,
    text: str,
    form: str | None,
    output: str,
    base: str,
    wikidata: str | None,
    create: bool,
    listing: bool,
    database: str,
    **facets: Any,  # noqa: ANN401 - the options of a search
) -> None:
    """Write the archive, or what a search finds in it, in another system's format."""
    from extractor.archive.browse import ArchiveSnapshot  # noqa: PLC0415
    from extractor.archive.database import reading  # noqa: PLC0415
    from extractor.archive.exchange import FORMATS  # noqa: PLC0415
    from extractor.archive.search import search  # noqa: PLC0415
    from extractor.write import WholeFile  # noqa: PLC0415

    if listing:
        for each in FORMATS.values():
            click.echo(f"{each.name:<16}{each.suffix:<22}drops {each.drops}")
        return
    chosen = _chosen(FORMATS, form, output)
    _keep_archive(database, output)
    engine = open_(database)
    with reading(engine) as connection, WholeFile(output) as file:
        asked = query(text, limit=_ALL, **facets)
        ids = None if asked is None else tuple(hit.id for hit in search(connection, asked).hits)
        snapshot = ArchiveSnapshot(connection, name_of(database), base, ids)
        told = _write(chosen, snapshot, file.stream, wikidata, create=create)
    if output != "-":
        say(f"written to {output}")
    for line in told:
        say(line)


def _chosen(formats: dict[str, Format], form: str | None, output: str) -> Format:
    if form is not None:
        if form not in formats:
            raise click.BadParameter(f"there is no {form!r}; the formats are {', '.join(formats)}", param_hint="--format")
        return formats[form]
    fitting = [each for each in formats.values() if output.endswith(each.suffix)]
    if not fitting:
        raise click.BadParameter(f"name one of {', '.join(formats)}", param_hint="--format")
    return max(fitting, key=lambda each: len(each.suffix))


def _write(chosen: Format, snapshot: ArchiveSnapshot, target: BinaryIO, wikidata: str | None, *, create: bool) -> list[str]:
    """Write, and say in words what was left out."""
    from extractor.archive.exchange.annotations import left_out  # noqa: PLC0415
    from extractor.archive.exchange.jsonld import write_jsonld  # noqa: PLC0415
    from extractor.archive.exchange.quickstatements import noted_items, read_items, write_quickstatements  # noqa: PLC0415
    from extractor.archive.exchange.turtle import write_turtle  # noqa: PLC0415

    items = read_items(wikidata) if wikidata is not None else {}
    if chosen.name == "quickstatements":
        done = write_quickstatements(snapshot, target, noted_items(snapshot) | items, create=create)
        return [
            (
                f"{done.statements:,} statements and {done.created:,} new items written; left out: {done.without_item:,} without "
                f"a Wikidata item, {done.without_source:,} without a web address, {done.repeated:,} of a second year"
            )
        ]
    if chosen.name == "jsonld":
        write_jsonld(snapshot, target, items)
    elif chosen.name == "turtle":
        write_turtle(snapshot, target, items)
    else:
        chosen.write(snapshot, target)
    if chosen.name in _ANNOTATIONS and (number := left_out(snapshot)):
        return [f"{number:,} articles left out: the archive has no text of them; import them with --texts"]
    return []


def _keep_archive(database: str, output: str) -> None:
    keep_inputs([database.removeprefix("sqlite:///")], [output], "is the archive itself")


def name_of(database: str) -> str:
    """What the archive is called: its file's or database's name.

    >>> name_of("postgresql+psycopg://me@host/prizes?sslmode=require"), name_of("/srv/awards.sqlite")
    ('prizes', 'awards')
    """
    path = unquote(urlsplit(database).path) if "://" in database else database
    return Path(path).name.removesuffix(".sqlite") or "awards"


@click.command(epilog=EXIT_CODES)
@click.option("-o", "--output", default="report.html", show_default=True, metavar="FILE", help="Where the page goes.")
@click.option("--language", type=click.Choice(["th", "en"]), default="th", show_default=True, help="Of the page's own words.")
@database_option
def report(output: str, language: Any, database: str) -> None:  # noqa: ANN401 - one of the choices
    """Write a page of figures and charts: winners by year, award, ministry and province, and how good the data is."""
    import datetime as dt  # noqa: PLC0415

    from extractor.archive.database import reading  # noqa: PLC0415
    from extractor.archive.report import figures, render  # noqa: PLC0415
    from extractor.version import __version__  # noqa: PLC0415
    from extractor.write import write_text  # noqa: PLC0415

    _keep_archive(database, output)
    engine = open_(database)
    with reading(engine) as connection:
        counted = figures(connection)
    made = dt.datetime.now(dt.UTC)
    write_text(output, render(counted, name=name_of(database), made=made, version=__version__, language=language))
    if output != "-":
        say(f"written to {output}")


@click.command(epilog=EXIT_CODES)
@click.argument("form", metavar="FORMAT", type=click.Choice(["jsonl", "label-studio", "shapes"]))
def schema(form: str) -> None:
    """Print what describes an export: jsonl's JSON Schema, label-studio's labelling configuration, SHACL shapes of Turtle."""
    from importlib.resources import files  # noqa: PLC0415

    from extractor.archive.exchange import json_lines, label_studio  # noqa: PLC0415

    if form == "jsonl":
        click.echo(json.dumps(json_lines.schema(), ensure_ascii=False, indent=2))
    elif form == "label-studio":
        click.echo(label_studio.label_config(), nl=False)
    else:
        click.echo((files("extractor.archive.exchange") / "shapes.ttl").read_text(encoding="utf-8"), nl=False)
