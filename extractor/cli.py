"""The command line: reads options, runs the library, says what happened. Data goes to stdout, messages to stderr."""

from __future__ import annotations

import sys
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from extractor.errors import ExtractorError, GazetteerError, InputError, OutputError
from extractor.version import __version__

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from extractor.lexicon import Lexicon
    from extractor.models import Article, Record
    from extractor.read import Reject

ALL_FINE, SET_ASIDE, NOTHING, NO_OUTPUT, BAD_GAZETTEERS, INTERRUPTED = 0, 1, 2, 3, 4, 130

_EXIT_CODES = """
\b
Exit codes:
  0    all fine
  1    some articles were set aside; the others are done
  2    wrong usage, or no article could be read
  3    the output cannot be written
  4    the gazetteers have faults
  130  interrupted
"""
_FEW = 4  # articles before a progress bar appears
_SHOWN = 10  # messages about single articles before they go to the rejects file alone

_gazetteers = click.option(
    "--gazetteers",
    multiple=True,
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="A folder of your own gazetteers, added to the shipped ones. May be given again.",
)
_encoding = click.option("--encoding", metavar="NAME", help="The files' encoding; left out, each file tells its own.")
_input_format = click.option(
    "--input-format", "form", type=click.Choice(["text", "html", "jsonl", "csv"]), help="The files' format, whatever their names."
)


class _Commands(click.Group):
    """Turns the library's errors into one clean message and an exit code."""

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 - as click has it
        try:
            return super().invoke(ctx)
        except OutputError as error:
            self._end(ctx, error, NO_OUTPUT)
        except GazetteerError as error:
            self._end(ctx, error, BAD_GAZETTEERS)
        except ExtractorError as error:
            self._end(ctx, error, NOTHING)
        except BrokenPipeError:
            sys.stdout = None  # nobody reads on, so that nothing is left to flush
            ctx.exit(ALL_FINE)
        except KeyboardInterrupt:
            _say("interrupted; no output was written")
            ctx.exit(INTERRUPTED)

    @staticmethod
    def _end(ctx: click.Context, error: ExtractorError, code: int) -> None:
        _say(f"error: {error}")
        ctx.exit(code)


def _say(message: str) -> None:
    click.echo(message.encode("utf-8", "backslashreplace").decode(), err=True)


_CONTEXT = {"help_option_names": ["-h", "--help"], "max_content_width": 100}


@click.group(cls=_Commands, context_settings=_CONTEXT, epilog=_EXIT_CODES)
@click.version_option(__version__, prog_name="extractor")
def main() -> None:
    """Reads Thai news about awards and yields one structured record an article."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


# --- extract ----------------------------------------------------------------------------------------------------------


@dataclass(slots=True)
class _Run:
    """What a run has done so far."""

    articles: int = 0
    conferrals: int = 0
    people: int = 0
    rejects: list[Reject] = field(default_factory=list)

    def summary(self) -> str:
        return (
            f"{_count(self.articles, 'article')}, {_count(self.conferrals, 'conferral')}, "
            f"{_count(self.people, 'person', 'people')}, {len(self.rejects):,} set aside"
        )


def _count(number: int, one: str, many: str = "") -> str:
    return f"{number:,} {one if number == 1 else many or one + 's'}"


@main.command(epilog=_EXIT_CODES)
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT...")
@click.option("-o", "--output", default="-", metavar="FILE", help="Where the records go; - is standard output.  [default: -]")
@click.option("--format", "output_form", type=click.Choice(["jsonl", "json", "csv"]), help="Of the output; else by its name.")
@_input_format
@_encoding
@click.option("--rejects", metavar="FILE", help="What was set aside, as JSON Lines.  [default: beside the output]")
@_gazetteers
@click.option("-q", "--quiet", is_flag=True, help="No progress bar and no summary; errors are still told.")
def extract(
    *,
    inputs: tuple[str, ...],
    output: str,
    output_form: Any,  # noqa: ANN401 - one of the choices
    form: Any,  # noqa: ANN401 - one of the choices
    encoding: str | None,
    rejects: str | None,
    gazetteers: tuple[Path, ...],
    quiet: bool,
) -> None:
    """Extract a record from each article of INPUT: files, folders, patterns, - for standard input.

    Text, HTML, JSON Lines and CSV are read, packed with gzip or not. CSV output has a row for each conferral.
    An article that cannot be read is set aside, with the reason, in the rejects file; the others are still extracted.
    """
    from extractor import lexicon as lexicons  # noqa: PLC0415 - loaded when needed, as are those below
    from extractor.read import read_articles  # noqa: PLC0415
    from extractor.write import RejectsFile, format_for, open_records, rejects_beside  # noqa: PLC0415

    if rejects is None and output != "-":
        rejects = rejects_beside(output)
    written = [place for place in (output, rejects) if place is not None and place != "-"]
    _keep_inputs(inputs, written)
    run = _Run()
    with ExitStack() as stack:
        put = stack.enter_context(open_records(output, output_form or format_for(output)))
        aside = stack.enter_context(RejectsFile(rejects)) if rejects is not None else None
        lexicon = lexicons.load(*gazetteers)
        progress = stack.enter_context(_progress(inputs, shown=not quiet and sys.stderr.isatty()))

        def set_aside(reject: Reject) -> None:
            run.rejects.append(reject)
            if aside is not None:
                aside.write(reject)
            if len(run.rejects) <= _SHOWN:
                _say(f"set aside: {reject}")
            elif len(run.rejects) == _SHOWN + 1:
                _say("more was set aside" + (f"; all of it stands in {rejects}" if rejects else ""))

        articles = read_articles(
            inputs, encoding=encoding, form=form, on_error=set_aside, on_bytes=progress.take, leave_out=written
        )
        for record in extract_all(articles, lexicon, set_aside):
            put.write(record)
            run.articles += 1
            run.conferrals += len(record.awards)
            run.people += len(record.people)
            progress.tell(run.articles)
    if not quiet:
        _say(run.summary() + (f" (see {rejects})" if run.rejects and rejects else ""))
    if run.rejects:
        sys.exit(SET_ASIDE if run.articles else NOTHING)


def extract_all(articles: Iterator[Article], lexicon: Lexicon, set_aside: Callable[[Reject], None]) -> Iterator[Record]:
    """The records of `articles`; one at which the extraction breaks is set aside, and the next follows."""
    from extractor.pipeline import extract as extract_record  # noqa: PLC0415
    from extractor.read import Reject  # noqa: PLC0415

    for article in articles:
        try:
            record = extract_record(article, lexicon=lexicon)
        except Exception as error:  # noqa: BLE001 - a bug in one article must not cost the others
            said = f"{type(error).__name__}: {error}".splitlines()[0]
            remedy = "this is a fault of the program; please report it with the article"
            set_aside(Reject(article.source, None, article.id, "extract", f"the extraction broke ({said})", remedy))
            continue
        yield record


def _keep_inputs(inputs: Sequence[str], outputs: Sequence[str]) -> None:
    """Refuse to write over what is to be read.

    Raises:
        OutputError: an output is one of the inputs.
    """
    for output in outputs:
        for given in inputs:
            if given != "-" and Path(given).is_file() and Path(output).is_file() and Path(given).samefile(output):
                raise OutputError("is one of the inputs", file=output, remedy="name another output")


class _Silent:
    """No progress bar."""

    def take(self, count: int) -> None:
        """Bytes of the input were read."""

    def tell(self, articles: int) -> None:
        """So many articles are done."""


class _Bar(_Silent):
    """A progress bar over the bytes of the input, which appears after a few articles."""

    def __init__(self, total: int | None) -> None:
        from rich.console import Console  # noqa: PLC0415
        from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn  # noqa: PLC0415

        columns = (TextColumn("{task.description}"), BarColumn(), TimeRemainingColumn())
        self.bar = Progress(*columns, console=Console(stderr=True), transient=True)
        self._task = self.bar.add_task("extracting", total=total)
        self._begun = False

    def take(self, count: int) -> None:
        self.bar.advance(self._task, count)

    def tell(self, articles: int) -> None:
        if articles > _FEW and not self._begun:
            self._begun = True
            self.bar.start()
        self.bar.update(self._task, description=_count(articles, "article"))


@contextmanager
def _progress(inputs: Sequence[str], *, shown: bool) -> Iterator[_Silent]:
    if not shown:
        yield _Silent()
        return
    from extractor.read import find_sources  # noqa: PLC0415

    sources = list(find_sources(tuple(inputs), lambda _: None))
    total = None if any(source.path is None for source in sources) else sum(_size(source.path) for source in sources)
    bar = _Bar(total)
    try:
        yield bar
    finally:
        bar.bar.stop()


def _size(path: Path | None) -> int:
    try:
        return path.stat().st_size if path else 0
    except OSError:
        return 0


# --- one article ------------------------------------------------------------------------------------------------------


def _one_article(given: str, name: str | None, encoding: str | None, form: Any) -> Article:  # noqa: ANN401
    """The article in `given`, or of several the one called `name`.

    Raises:
        InputError: there is none, or several and no name, or none of that name.
    """
    from extractor.read import read_articles  # noqa: PLC0415

    rejects: list[Reject] = []
    articles = read_articles([given], encoding=encoding, form=form, on_error=rejects.append)
    if name is not None:
        found = next((article for article in articles if article.id == name), None)
        if found is None:
            raise InputError(f"no article is called {name!r}", file=given, remedy="check the --id")
        return found
    first = next(articles, None)
    if first is None:
        problem = rejects[0] if rejects else None
        if problem is None:
            raise InputError("holds no article", file=given, remedy="name another file")
        raise InputError(problem.error, file=problem.source, line=problem.line, remedy=problem.remedy)
    second = next(articles, None)
    if second is not None:
        raise InputError("holds several articles", file=given, remedy=f"choose one with --id, such as --id {first.id}")
    return first


@main.command(epilog=_EXIT_CODES)
@click.argument("article")
@click.option("--html", metavar="FILE", help="Write a page of its own instead, to open in a browser.")
@click.option("--id", "name", help="Which article, where the file holds several.")
@_input_format
@_encoding
@_gazetteers
def explain(
    *,
    article: str,
    html: str | None,
    name: str | None,
    form: Any,  # noqa: ANN401 - one of the choices
    encoding: str | None,
    gazetteers: tuple[Path, ...],
) -> None:
    """Show where in ARTICLE every value was found, and by which rule."""
    from extractor import lexicon as lexicons  # noqa: PLC0415
    from extractor.explain import render_html, render_terminal  # noqa: PLC0415
    from extractor.pipeline import extract as extract_record  # noqa: PLC0415
    from extractor.write import write_text  # noqa: PLC0415

    chosen = _one_article(article, name, encoding, form)
    record = extract_record(chosen, lexicon=lexicons.load(*gazetteers))
    if html is not None:
        write_text(html, render_html(chosen, record))
        if html != "-":
            _say(f"written to {html}")
        return
    from rich.console import Console  # noqa: PLC0415

    Console().print(render_terminal(chosen, record))


@main.command(epilog=_EXIT_CODES)
@click.argument("file")
@click.option("--id", "name", help="Which article, where the file holds several.")
@_input_format
@_encoding
def text(file: str, name: str | None, form: Any, encoding: str | None) -> None:  # noqa: ANN401
    """Print the text of an article, to which the offsets of its record refer."""
    click.echo(_one_article(file, name, encoding, form).text.encode(), nl=False)


# --- evaluation, schema -----------------------------------------------------------------------------------------------


@main.command(epilog=_EXIT_CODES)
@click.argument("gold", type=click.Path(path_type=Path))
@click.option("--predicted", metavar="FILE", help="Records to judge; left out, the gold's articles are extracted now.")
@click.option("--report", type=click.Path(path_type=Path), metavar="DIR", help="Write a page of every disagreement there.")
@click.option("--errors", metavar="FILE", help="Write every disagreement there, as text.")
@click.option("--json", "as_json", is_flag=True, help="Print the figures as JSON.")
@_gazetteers
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
        _say(f"report: {first}")
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

    def set_aside(reject: Reject) -> None:
        _say(f"set aside: {reject}")

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


@main.command(epilog=_EXIT_CODES)
def schema() -> None:
    """Print the JSON Schema of a record."""
    import json  # noqa: PLC0415

    from extractor.models import Record  # noqa: PLC0415

    click.echo(json.dumps(Record.model_json_schema(mode="serialization"), ensure_ascii=False, indent=2))


# --- gazetteers -------------------------------------------------------------------------------------------------------


@main.group(epilog=_EXIT_CODES)
def gazetteers() -> None:
    """Look at the gazetteers, and check your own."""


@gazetteers.command("check", epilog=_EXIT_CODES)
@click.argument("folders", nargs=-1, metavar="[DIR]...", type=click.Path(path_type=Path))
def gazetteers_check(folders: tuple[Path, ...]) -> None:
    """Check the shipped gazetteers, together with those in DIR; every fault is told with its file and line."""
    from extractor import lexicon as lexicons  # noqa: PLC0415

    lexicon = lexicons.load(*folders)
    for kind in lexicons.KINDS:
        rows = lexicon.of(kind)
        click.echo(f"{kind:<14}{len(rows):>7,} rows{sum(len(row.forms) for row in rows):>9,} forms")
    click.echo(f"no fault found; the gazetteers' hash is {lexicon.digest}")


@gazetteers.command("list", epilog=_EXIT_CODES)
@click.argument("kind", required=False)
@click.option("--grep", metavar="TEXT", help="Only rows with TEXT in their id or in one of their forms.")
@_gazetteers
def gazetteers_list(kind: str | None, grep: str | None, gazetteers: tuple[Path, ...]) -> None:
    """List the rows of KIND (all kinds without it): kind, id and forms, tab-separated."""
    from extractor import lexicon as lexicons  # noqa: PLC0415

    if kind is not None and kind not in lexicons.KINDS:
        raise click.BadParameter(f"there is no {kind!r}; the kinds are {', '.join(lexicons.KINDS)}", param_hint="KIND")
    lexicon = lexicons.load(*gazetteers)
    wanted = grep.lower() if grep else ""
    for each in [kind] if kind else lexicons.KINDS:
        for row in lexicon.of(each):
            forms = " | ".join(dict.fromkeys(row.forms))
            if wanted in row.id or wanted in forms.lower():
                click.echo(f"{each}\t{row.id}\t{forms}")


if __name__ == "__main__":
    main()
