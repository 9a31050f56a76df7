"""Commands that hand out: export."""

from __future__ import annotations

import os

import click

from extractor.cli.archive.common import database_option, open_
from extractor.cli.common import EXIT_CODES, say


@click.command(epilog=EXIT_CODES)
@click.option("--format", "form", metavar="NAME", help="The format; else by the output's ending. --list tells them.")
@click.option("-o", "--output", default="-", metavar="FILE", help="Where it goes; - is standard output.  [default: -]")
@click.option(
    "--base", default="urn:thai-awards:", show_default=True, metavar="URI", help="What stands before an id to make a URI."
)
@click.option("--list", "listing", is_flag=True, help="List the formats, and what each drops.")
@database_option
def export(form: str | None, output: str, base: str, database: str, *, listing: bool) -> None:
    """Write the archive in another system's format."""
    from extractor.archive.browse import ArchiveSnapshot  # noqa: PLC0415
    from extractor.archive.database import reading  # noqa: PLC0415
    from extractor.archive.exchange import FORMATS  # noqa: PLC0415
    from extractor.write import WholeFile  # noqa: PLC0415

    if listing:
        for each in FORMATS.values():
            click.echo(f"{each.name:<16}{each.suffix:<16}drops {each.drops}")
        return
    chosen = next(
        (each for each in FORMATS.values() if each.name == form or (form is None and output.endswith(each.suffix))), None
    )
    if chosen is None:
        raise click.BadParameter(f"name one of {', '.join(FORMATS)}", param_hint="--format")
    engine = open_(database)
    with reading(engine) as connection, WholeFile(output) as file:
        chosen.write(ArchiveSnapshot(connection, _name_of(database), base), file.stream)
    if output != "-":
        say(f"written to {output}")


def _name_of(database: str) -> str:
    """What the archive is called: its file's or database's name."""
    return os.path.basename(database.partition("?")[0]).removesuffix(".sqlite") or "awards"  # noqa: PTH119 - of a URL too
