"""Commands about records: evaluate, schema."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from extractor.cli.common import EXIT_CODES, gazetteers_option, say
from extractor.errors import InputError

if TYPE_CHECKING:
    from extractor.models import Record
    from extractor.read import Reject


@click.command(epilog=EXIT_CODES)
@click.argument("gold", type=click.Path(path_type=Path))
@click.option("--predicted", metavar="FILE", help="Records to judge; left out, the gold's articles are extracted now.")
@click.option("--report", type=click.Path(path_type=Path), metavar="DIR", help="Write a page of every disagreement there.")
@click.option("--errors", metavar="FILE", help="Write every disagreement there, as text.")
@click.option("--json", "as_json", is_flag=True, help="Print the figures as JSON.")
@gazetteers_option
def evaluate(
    *, gold: Path, predicted: str | None, report: Path | None, errors: str | None, as_json: bool, gazetteers: tuple[Path, ...]
) -> None:
    """Compare records with GOLD (JSON Lines, or a folder with NAME.gold.json beside NAME.txt) and print how well they agree."""
    import json  # noqa: PLC0415

    from extractor import evaluate as evaluation  # noqa: PLC0415
    from extractor.write import write_text  # noqa: PLC0415

    articles = evaluation.read_gold(gold)
    records = _predictions(predicted) if predicted else _extract_gold(articles, gazetteers)
    result = evaluation.evaluate({name: article.record for name, article in articles.items()}, records)
    if errors is not None:
        write_text(errors, _disagreements(result))
    if report is not None:
        first = evaluation.write_report(report, result, texts={name: article.article.text for name, article in articles.items()})
        say(f"report: {first}")
    click.echo(json.dumps(_figures(result), ensure_ascii=False) if as_json else evaluation.render_table(result))


def _predictions(path: str) -> dict[str, dict[str, Any]]:
    """Records read back from JSON Lines, by id.

    Raises:
        InputError: the file is missing, or a line of it is no record.
    """
    import json  # noqa: PLC0415

    records: dict[str, dict[str, Any]] = {}
    try:
        lines = sys.stdin.read() if path == "-" else Path(path).read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"cannot be read ({error})", file=path, remedy="give the records as JSON Lines in UTF-8") from error
    for number, line in enumerate(lines.split("\n"), start=1):
        if not line.strip():
            continue
        try:
            record = json.loads(line)
            records[record["id"]] = record
        except (ValueError, KeyError, TypeError) as error:
            raise InputError("no record with an id", file=path, line=number, remedy="give the records as JSON Lines") from error
    return records


def _extract_gold(articles: dict[str, Any], gazetteers: tuple[Path, ...]) -> dict[str, Record]:
    from extractor import lexicon as lexicons  # noqa: PLC0415
    from extractor.run import extract_all  # noqa: PLC0415

    def set_aside(reject: Reject) -> None:
        say(f"set aside: {reject}")

    given = (article.article for article in articles.values())
    return {record.id: record for record in extract_all(given, lexicons.load(*gazetteers), set_aside)}


def _figures(result: Any) -> dict[str, dict[str, float]]:  # noqa: ANN401 - an Evaluation, loaded late
    from extractor.evaluate import MEAN_AWARD_FIELDS  # noqa: PLC0415

    rounded = {
        measure: {"p": round(score.precision, 4), "r": round(score.recall, 4), "f1": round(score.f1, 4), "n": score.gold}
        for measure, score in result.scores.items()
    }
    return {MEAN_AWARD_FIELDS: {"f1": round(result.mean.f1, 4), "n": result.mean.n}} | rounded


def _disagreements(result: Any) -> str:  # noqa: ANN401 - an Evaluation, loaded late
    lines: list[str] = []
    for article in result.articles:
        lines.append(f"# {article.id}")
        for found in article.disagreements:
            rows = "; ".join(f"{row.field}: {row.gold!r} | {row.predicted!r}" for row in found.rows)
            lines.append(f"  {found.subject} {found.kind}: {rows}")
    return "\n".join(lines) + "\n"


@click.command(epilog=EXIT_CODES)
def schema() -> None:
    """Print the JSON Schema of a record."""
    import json  # noqa: PLC0415

    from extractor.models import Record  # noqa: PLC0415

    click.echo(json.dumps(Record.model_json_schema(mode="serialization"), ensure_ascii=False, indent=2))
