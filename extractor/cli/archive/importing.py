"""Commands that bring in: import, upgrade."""

from __future__ import annotations

import os
import sys
from contextlib import ExitStack
from typing import TYPE_CHECKING, Any

import click

from extractor.cli.archive.common import database_option, open_
from extractor.cli.common import (
    EXIT_CODES,
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

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from extractor.archive.incoming import Incoming
    from extractor.errors import InputError
    from extractor.lexicon import Lexicon
    from extractor.read import Reject
    from extractor.read.sources import Source

_SMALL = 2000  # characters of a broken line that are kept beside its error


@click.command("import", epilog=EXIT_CODES)
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT...")
@database_option
@click.option("--outlet", metavar="NAME", help="Who published the articles, where they do not say so themselves.")
@click.option("--texts", multiple=True, metavar="INPUT", help="Where the articles of the records stand, to keep their texts.")
@input_format_option
@encoding_option
@click.option("--rejects", metavar="FILE", help="What was set aside, as JSON Lines.  [default: import.rejects.jsonl]")
@gazetteers_option
@click.option("-q", "--quiet", is_flag=True, help="No summary; errors are still told.")
def import_(
    *,
    inputs: tuple[str, ...],
    database: str,
    outlet: str | None,
    texts: tuple[str, ...],
    form: Any,  # noqa: ANN401 - one of the choices
    encoding: str | None,
    rejects: str | None,
    gazetteers: tuple[Path, ...],
    quiet: bool,
) -> None:
    """Take INPUT into the archive: records as `extractor extract` writes them, or articles, which are extracted first.

    All of it comes in, or, when the command is stopped or fails, nothing. What came in before is passed over; an article that
    says something else than before takes its own place, and what people decided stays.
    """
    from extractor import lexicon as lexicons  # noqa: PLC0415
    from extractor.archive.importing import import_records  # noqa: PLC0415
    from extractor.write import RejectsFile  # noqa: PLC0415

    place = rejects or "import.rejects.jsonl"
    keep_inputs([*inputs, *texts, database], [place])
    lexicon = lexicons.load(*gazetteers)
    engine = open_(database, create=True)
    seen: list[Reject] = []
    with ExitStack() as stack:
        stack.callback(engine.dispose)
        aside = stack.enter_context(RejectsFile(place))

        def set_aside(reject: Reject) -> None:
            seen.append(reject)
            aside.write(reject)
            if len(seen) <= SHOWN:
                say(f"set aside: {reject}")
            elif len(seen) == SHOWN + 1:
                say(f"more was set aside; all of it stands in {place}")

        repeated: list[str] = []

        def again(article: str) -> None:
            repeated.append(article)
            if len(repeated) <= SHOWN:
                say(f"warning: {article} comes again and says something else; the last holds")
            elif len(repeated) == SHOWN + 1:
                say("warning: more articles come again")

        known = _texts(texts, encoding, set_aside, place)
        records = _incoming(inputs, form, encoding, lexicon, set_aside, outlet, known, place)
        done = import_records(engine, records, lexicon, source=" ".join(inputs), set_aside=lambda: len(seen), again=again)
    if not quiet:
        say(
            f"{count(done.added, 'article')} added, {done.changed:,} changed, {done.unchanged:,} unchanged, "
            f"{done.set_aside:,} set aside" + (f" (see {place})" if seen else "")
        )
        say(f"the archive has {count(done.conferrals, 'conferral')} now")
    if seen:
        sys.exit(SET_ASIDE if done.added + done.changed + done.unchanged else NOTHING)


def _texts(inputs: tuple[str, ...], encoding: str | None, set_aside: Callable[[Reject], None], rejects: str) -> dict[str, str]:
    """By their hash the texts of the articles that `--texts` names."""
    import hashlib  # noqa: PLC0415

    from extractor.read import read_articles  # noqa: PLC0415

    if not inputs:
        return {}
    articles = read_articles(inputs, encoding=encoding, on_error=set_aside, leave_out=[rejects])
    return {hashlib.sha256(each.text.encode("utf-8", "surrogatepass")).hexdigest(): each.text for each in articles}


def _incoming(
    inputs: tuple[str, ...],
    form: Any,  # noqa: ANN401 - one of the choices
    encoding: str | None,
    lexicon: Lexicon,
    set_aside: Callable[[Reject], None],
    outlet: str | None,
    texts: dict[str, str],
    rejects: str,
) -> Iterator[Incoming]:
    """Records out of files of records, and out of articles, in the order of the inputs."""
    from extractor.archive.incoming import Incoming  # noqa: PLC0415
    from extractor.archive.reading import read_records  # noqa: PLC0415
    from extractor.errors import InputError  # noqa: PLC0415
    from extractor.read import Reject, read_articles  # noqa: PLC0415

    for given in inputs:
        files, others = _files_of_records(given, rejects) if form is None else ([], True)
        for source in files:

            def failed(error: InputError, line: int | None, raw: str | None, name: str = source.name) -> None:
                raw = None if raw is None or len(raw) > _SMALL else raw
                set_aside(Reject(error.file or name, error.line or line, None, "read", error.problem, error.remedy, raw))

            try:
                for record in read_records(source, failed):
                    yield Incoming(record, texts.get(record.text_sha256), outlet)
            except InputError as error:
                failed(error, None, None)
        if not others:
            continue
        from extractor.run import extract_all  # noqa: PLC0415 - who brings records only need not wait for what reads articles

        bodies: dict[str, str] = {}

        def noted(articles: Any, bodies: dict[str, str] = bodies) -> Iterator[Any]:  # noqa: ANN401 - an iterator of articles
            for article in articles:
                bodies[article.id] = article.text
                yield article

        done = [rejects, *(str(source.path) for source in files)]
        articles = noted(read_articles([given], encoding=encoding, form=form, on_error=set_aside, leave_out=done))
        for record in extract_all(articles, lexicon, set_aside):
            yield Incoming(record, bodies.pop(record.id), outlet)


def _files_of_records(given: str, rejects: str) -> tuple[list[Source], bool]:
    """The files of records that an input names, and whether it names others, or what cannot be read."""
    from extractor.archive.reading import holds_records  # noqa: PLC0415
    from extractor.errors import InputError  # noqa: PLC0415
    from extractor.read.sources import find_sources  # noqa: PLC0415

    faults: list[InputError] = []
    found = []
    others = False
    for source in find_sources([given], faults.append):
        if source.path is not None and os.path.realpath(source.path) == os.path.realpath(rejects):
            continue
        try:
            records = holds_records(source)
        except InputError:
            records = False  # told when it is read as an article
        found += [source] if records else []
        others |= not records
    return found, others or bool(faults)


@click.command(epilog=EXIT_CODES)
@database_option
def upgrade(database: str) -> None:
    """Bring the archive of an older version to this version's schema: all of it or nothing. Copy it first."""
    from extractor.archive import migrate  # noqa: PLC0415
    from extractor.archive.database import connect, told  # noqa: PLC0415

    engine = connect(database)
    with told(database), engine.connect() as connection:
        at = migrate.revision(connection)
    if at is None:
        migrate.check(at, database)
    before, after = migrate.upgrade(engine, database)
    engine.dispose()
    say(f"nothing to do; the schema is {after}" if before == after else f"upgraded from {before} to {after}")
