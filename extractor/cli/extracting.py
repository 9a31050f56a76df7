"""Commands over articles: extract, explain, text."""

from __future__ import annotations

import os
import sys
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import click

from extractor.cli.common import (
    EXIT_CODES,
    FEW,
    INTERRUPTED,
    NOTHING,
    SET_ASIDE,
    SHOWN,
    count,
    encoding_option,
    gazetteers_option,
    input_format_option,
    keep_inputs,
    say,
    time_limit_option,
)
from extractor.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from extractor.models import Article
    from extractor.read import Reject
    from extractor.run import Totals


@click.command(epilog=EXIT_CODES)
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT...")
@click.option("-o", "--output", default="-", metavar="FILE", help="Where the records go; - is standard output.  [default: -]")
@click.option("--format", "output_form", type=click.Choice(["jsonl", "json", "csv"]), help="Of the output; else by its name.")
@input_format_option
@encoding_option
@click.option("--rejects", metavar="FILE", help="What was set aside, as JSON Lines.  [default: beside the output]")
@gazetteers_option
@click.option(
    "--workers", type=click.IntRange(0, 1024), default=1, show_default=True, metavar="N", help="Processes; 0 is one a core."
)
@click.option("--resume", is_flag=True, help="Go on where a run with the same output was when it was interrupted or killed.")
@time_limit_option
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
    workers: int,
    resume: bool,
    time_limit: float,
    quiet: bool,
) -> None:
    """Extract a record from each article of INPUT: files, folders, patterns, - for standard input.

    Text, HTML, JSON Lines and CSV are read, packed with gzip or not. CSV output has a row for each conferral.
    An article that cannot be read is set aside, with the reason, in the rejects file; the others are still extracted.

    The output appears when it is whole. Of a long run, what is done is kept beside it, and the same command with --resume
    goes on from there.
    """
    from extractor.run import Options, extract_files  # noqa: PLC0415 - loaded when needed, as are those below
    from extractor.run.outcomes import Settings  # noqa: PLC0415
    from extractor.run.shards import parts_beside  # noqa: PLC0415
    from extractor.write import format_for, rejects_beside  # noqa: PLC0415

    if resume and output == "-":
        raise click.UsageError("--resume needs a file to go on with; name it with --output")
    if rejects is None and output != "-":
        rejects = rejects_beside(output)
    written = [place for place in (output, rejects) if place is not None and place != "-"]
    keep_inputs(inputs, written)
    settings = Settings(gazetteers, output_form or format_for(output), encoding, time_limit)
    options = Options(inputs, output, rejects, settings, form, workers or os.cpu_count() or 1, resume)
    with _progress(inputs, rejects, shown=not quiet and sys.stderr.isatty()) as progress:
        try:
            totals = extract_files(options, progress)
        except KeyboardInterrupt:
            if not parts_beside(output).is_dir():
                raise
            progress.stop()
            say("interrupted; what is done is kept, and the same command with --resume goes on")
            sys.exit(INTERRUPTED)
    if totals.unlike:
        say("what the run before had done was made by another version, other gazetteers or other options, and was done anew")
    if not quiet:
        say(_summary(totals) + (f" (see {rejects})" if totals.rejected and rejects else ""))
    if totals.rejected:
        sys.exit(SET_ASIDE if totals.articles else NOTHING)


def _summary(totals: Totals) -> str:
    kept = f" ({totals.kept:,} of them kept from the run before)" if totals.kept else ""
    return (
        f"{count(totals.articles, 'article')}{kept}, {count(totals.conferrals, 'conferral')}, "
        f"{count(totals.people, 'person', 'people')}, {totals.rejected:,} set aside"
    )


class _Watching:
    """Says what was set aside, the first few of it; shows no progress bar."""

    def __init__(self, rejects: str | None) -> None:
        self._rejects = rejects
        self._said = 0

    def take(self, count: int) -> None:
        """Bytes of the input were read."""

    def tell(self, totals: Totals) -> None:
        """So much is done."""

    def set_aside(self, reject: Reject) -> None:
        """Say it, unless much has been said already."""
        self._said += 1
        if self._said <= SHOWN:
            say(f"set aside: {reject}")
        elif self._said == SHOWN + 1:
            say("more was set aside" + (f"; all of it stands in {self._rejects}" if self._rejects else ""))

    def stop(self) -> None:
        """Take the progress bar away."""


class _Bar(_Watching):
    """A progress bar over the bytes of the input, with rate and time left, which appears after a few articles."""

    def __init__(self, rejects: str | None, total: int | None) -> None:
        from rich.console import Console  # noqa: PLC0415
        from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn  # noqa: PLC0415

        super().__init__(rejects)
        left = (TextColumn("left"), TimeRemainingColumn()) if total is not None else ()
        columns = (TextColumn("{task.description}"), BarColumn(), TextColumn("{task.fields[rate]}"), *left)
        self._bar = Progress(*columns, console=Console(stderr=True), transient=True, speed_estimate_period=120)
        self._task = self._bar.add_task("extracting", total=total, rate="")
        self._begun: float | None = None

    def take(self, count: int) -> None:
        self._bar.advance(self._task, count)

    def tell(self, totals: Totals) -> None:
        articles = totals.articles
        if self._begun is None and articles > FEW:
            self._begun = time.monotonic()
            self._first = articles
            self._bar.start()
        passed = time.monotonic() - self._begun if self._begun is not None else 0
        rate = f"{(articles - self._first - totals.kept) / passed:,.0f}/s" if passed > 1 else ""
        self._bar.update(self._task, description=count(articles, "article"), rate=rate)

    def stop(self) -> None:
        self._bar.stop()


@contextmanager
def _progress(inputs: Sequence[str], rejects: str | None, *, shown: bool) -> Iterator[_Watching]:
    if not shown:
        yield _Watching(rejects)
        return
    from extractor.read import find_sources  # noqa: PLC0415

    sources = list(find_sources(tuple(inputs), lambda _: None))
    total = None if any(source.path is None for source in sources) else sum(_size(source.path) for source in sources)
    bar = _Bar(rejects, total)
    try:
        yield bar
    finally:
        bar.stop()


def _size(path: Path | None) -> int:
    try:
        return path.stat().st_size if path else 0
    except OSError:
        return 0


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


@click.command(epilog=EXIT_CODES)
@click.argument("article")
@click.option("--html", metavar="FILE", help="Write a page of its own instead, to open in a browser.")
@click.option("--id", "name", help="Which article, where the file holds several.")
@input_format_option
@encoding_option
@gazetteers_option
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
            say(f"written to {html}")
        return
    from rich.console import Console  # noqa: PLC0415

    Console().print(render_terminal(chosen, record))


@click.command(epilog=EXIT_CODES)
@click.argument("file")
@click.option("--id", "name", help="Which article, where the file holds several.")
@input_format_option
@encoding_option
def text(file: str, name: str | None, form: Any, encoding: str | None) -> None:  # noqa: ANN401
    """Print the text of an article, to which the offsets of its record refer."""
    click.echo(_one_article(file, name, encoding, form).text.encode(), nl=False)
