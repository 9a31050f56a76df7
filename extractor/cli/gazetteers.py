"""Commands about the gazetteers."""

from __future__ import annotations

from pathlib import Path

import click

from extractor.cli.common import EXIT_CODES, gazetteers_option
from extractor.cli.proposing import propose


@click.group(epilog=EXIT_CODES)
def gazetteers() -> None:
    """Look at the gazetteers, and check your own."""


@gazetteers.command("check", epilog=EXIT_CODES)
@click.argument("folders", nargs=-1, metavar="[DIR]...", type=click.Path(path_type=Path))
def gazetteers_check(folders: tuple[Path, ...]) -> None:
    """Check the shipped gazetteers, together with those in DIR; every fault is told with its file and line."""
    from extractor import lexicon as lexicons  # noqa: PLC0415
    from extractor.gazetteer_rows import KINDS  # noqa: PLC0415

    lexicon = lexicons.load(*folders)
    for kind in KINDS:
        rows = lexicon.of(kind)
        click.echo(f"{kind:<14}{len(rows):>7,} rows{sum(len(row.forms) for row in rows):>9,} forms")
    click.echo(f"no fault found; the gazetteers' hash is {lexicon.digest}")


@gazetteers.command("list", epilog=EXIT_CODES)
@click.argument("kind", required=False)
@click.option("--grep", metavar="TEXT", help="Only rows with TEXT in their id or in one of their forms.")
@gazetteers_option
def gazetteers_list(kind: str | None, grep: str | None, gazetteers: tuple[Path, ...]) -> None:
    """List the rows of KIND (all kinds without it): kind, id and forms, tab-separated."""
    from extractor import lexicon as lexicons  # noqa: PLC0415
    from extractor.gazetteer_rows import KINDS  # noqa: PLC0415

    if kind is not None and kind not in KINDS:
        raise click.BadParameter(f"there is no {kind!r}; the kinds are {', '.join(KINDS)}", param_hint="KIND")
    lexicon = lexicons.load(*gazetteers)
    wanted = grep.lower() if grep else ""
    for each in [kind] if kind else KINDS:
        for row in lexicon.of(each):
            forms = " | ".join(dict.fromkeys(row.forms))
            if wanted in row.id or wanted in forms.lower():
                click.echo(f"{each}\t{row.id}\t{forms}")


gazetteers.add_command(propose)
