"""Commands over articles: extract, explain, text."""

from __future__ import annotations

import sys
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import click

from extractor.cli.common import (
    EXIT_CODES,
    FEW,
    NOTHING,
    SET_ASIDE,
    SHOWN,
    count,
    encoding_option,
    gazetteers_option,
    input_format_option,
    keep_inputs,
    say,
)
from extractor.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from extractor.lexicon import Lexicon
    from extractor.models import Article, Record
    from extractor.read import Reject


@dataclass(slots=True)
class _Run:
    """What a run has done so far."""

    articles: int = 0
    conferrals: int = 0
    people: int = 0
    rejects: list[Reject] = field(default_factory=list)

    def summary(self) -> str:
        return (
            f"{count(self.articles, 'article')}, {count(self.conferrals, 'conferral')}, "
            f"{count(self.people, 'person', 'people')}, {len(self.rejects):,} set aside"
        )


@click.command(epilog=EXIT_CODES)
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT...")
@click.option("-o", "--output", default="-", metavar="FILE", help="Where the records go; - is standard output.  [default: -]")
@click.option("--format", "output_form", type=click.Choice(["jsonl", "json", "csv"]), help="Of the output; else by its name.")
@input_format_option
@encoding_option
@click.option("--rejects", metavar="FILE", help="What was set aside, as JSON Lines.  [default: beside the output]")
@gazetteers_option
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
    keep_inputs(inputs, written)
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
            if len(run.rejects) <= SHOWN:
                say(f"set aside: {reject}")
            elif len(run.rejects) == SHOWN + 1:
                say("more was set aside" + (f"; all of it stands in {rejects}" if rejects else ""))

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
        say(run.summary() + (f" (see {rejects})" if run.rejects and rejects else ""))
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
        if articles > FEW and not self._begun:
            self._begun = True
            self.bar.start()
        self.bar.update(self._task, description=count(articles, "article"))


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
