"""The command that turns what people confirmed in an archive into rows for the gazetteers."""

from __future__ import annotations

import csv
import io
import json
import tempfile
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from extractor.cli.archive.common import database_option, json_option, open_
from extractor.cli.common import EXIT_CODES, count, gazetteers_option, say
from extractor.errors import ArchiveError, OutputError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extractor.archive.proposing import Proposal


@click.command("propose", epilog=EXIT_CODES)
@click.option("--accept", "accepted", multiple=True, metavar="ID", help="Take only the row of this id. May be given again.")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="DIR",
    help="Add the rows to the gazetteers in DIR, a folder for --gazetteers; a row that stands there stays as it is.",
)
@gazetteers_option
@database_option
@json_option
def propose(
    accepted: tuple[str, ...], output: Path | None, gazetteers: tuple[Path, ...], database: str, *, as_json: bool
) -> None:
    """Propose rows for the gazetteers: names that people confirmed in the archive and that no gazetteer has.

    Prints file, id, name, number of articles and whose decision it was, tab-separated. Look the rows over, then accept them
    with --accept and -o.
    """
    from extractor import lexicon as lexicons  # noqa: PLC0415

    try:
        from extractor.archive.database import reading  # noqa: PLC0415
        from extractor.archive.proposing import propose as proposed  # noqa: PLC0415
    except ModuleNotFoundError as error:
        raise ArchiveError(f"{error.name} is not installed", remedy="pip install 'thai-awards[archive]'") from error
    own = (output,) if output is not None and output not in gazetteers and any(output.glob("*.csv")) else ()
    lexicon = lexicons.load(*gazetteers, *own)
    with reading(open_(database)) as connection:
        rows = proposed(connection, lexicon)
    unknown = sorted(set(accepted) - {row.id for row in rows})
    if unknown:
        raise ArchiveError(f"no row is proposed under {', '.join(unknown)}", remedy="look at `extractor gazetteers propose`")
    rows = [row for row in rows if not accepted or row.id in accepted]
    for row in rows:
        if as_json:
            click.echo(json.dumps(asdict(row), ensure_ascii=False))
        else:
            new = f" + {' | '.join(row.adds)}" if row.adds else ""
            click.echo(f"{row.kind}\t{row.id}\t{row.row['name']}{new}\t{row.articles}\t{row.who} {row.on}".rstrip())
    if output is not None and rows:
        write_rows(rows, output, gazetteers)
    say(f"{count(len(rows), 'row')} proposed" + (f", written to {output}" if output is not None and rows else ""))


def write_rows(rows: Sequence[Proposal], folder: Path, others: tuple[Path, ...] = ()) -> None:
    """Add rows to the gazetteer files of a folder, which is made where there is none, all of them or none.

    Raises:
        GazetteerError: together with the shipped files and `others` they would have faults; nothing was written.
        OutputError: a file cannot be written.
    """
    from extractor import lexicon as lexicons  # noqa: PLC0415
    from extractor.write import write_text  # noqa: PLC0415

    written: dict[str, str] = {}
    for kind in dict.fromkeys(row.kind for row in rows):
        written[f"{kind}.csv"] = _file(folder / f"{kind}.csv", [row.row for row in rows if row.kind == kind])
    with tempfile.TemporaryDirectory() as trial:
        for path in folder.glob("*.csv"):
            Path(trial, path.name).write_bytes(path.read_bytes())
        for name, text in written.items():
            Path(trial, name).write_text(text, encoding="utf-8", newline="")
        lexicons.load(*others, Path(trial))
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError(f"cannot be made ({error.strerror})", file=str(folder), remedy="name another folder") from error
    for name, text in written.items():
        write_text(str(folder / name), text)


def _file(path: Path, new: list[dict[str, str]]) -> str:
    """The file's text with the new rows behind those that stand in it."""
    old: list[dict[str, str]] = []
    if path.exists():
        with path.open(encoding="utf-8-sig", newline="") as file:
            old = list(csv.DictReader(file))
    known = {row["id"] for row in old}
    rows = [*old, *(row for row in new if row["id"] not in known)]
    columns = list(dict.fromkeys(name for row in rows for name in row))
    target = io.StringIO(newline="")
    writer = csv.DictWriter(target, columns, restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return target.getvalue()
