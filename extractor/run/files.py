"""A whole run: from the inputs to one output file, with what was set aside beside it."""

from __future__ import annotations

from contextlib import ExitStack, closing
from dataclasses import dataclass, field
from itertools import chain
from typing import TYPE_CHECKING, Protocol

from extractor import lexicon as lexicons
from extractor.errors import OutputError
from extractor.models import Article
from extractor.read import ArticleFile, Ids, Reject, read_items, twice
from extractor.run.batches import Batch, Shard, batches, shards
from extractor.run.outcomes import Outcome, Settings
from extractor.run.shards import Done, Entry, Parts, Same
from extractor.run.workers import Mark, Workers
from extractor.version import __version__
from extractor.write import STDOUT, RejectsFile, encode_reject, is_file, open_records

if TYPE_CHECKING:
    from collections.abc import Generator

    from extractor.read import Format
    from extractor.write import RecordsFile


@dataclass(frozen=True, slots=True)
class Options:
    """What a run reads and where it writes.

    Attributes:
        inputs: files, folders, patterns, and `-` for standard input.
        output: the records' file, or `-` for standard output.
        rejects: the file of what is set aside, or None for none.
        settings: how each article is read, extracted and encoded.
        input_format: the format of all inputs; else each tells its own.
        workers: processes that extract.
        resume: go on where an earlier run with the same output was.
    """

    inputs: tuple[str, ...]
    output: str
    rejects: str | None = None
    settings: Settings = field(default_factory=Settings)
    input_format: Format | None = None
    workers: int = 1
    resume: bool = False


@dataclass(slots=True)
class Totals:
    """What a run has done so far.

    `kept` of the articles were done by the run that it resumes; `unlike` shards of that run could not be used, as another
    version, other gazetteers, another format or another limit made them.
    """

    articles: int = 0
    conferrals: int = 0
    people: int = 0
    rejected: int = 0
    kept: int = 0
    unlike: int = 0

    def add(self, done: Outcome | Done | Entry) -> None:
        """Count one outcome, or a shard."""
        if isinstance(done, Outcome):
            self.articles += done.reject is None
            self.rejected += done.reject is not None
        else:
            self.articles += done.articles
            self.rejected += done.rejected
        self.conferrals += done.conferrals
        self.people += done.people


class Watcher(Protocol):
    """Is told how a run goes."""

    def take(self, count: int) -> None:
        """So many bytes of the input were read."""

    def tell(self, totals: Totals) -> None:
        """So much is done."""

    def set_aside(self, reject: Reject) -> None:
        """This was set aside."""


def extract_files(options: Options, watcher: Watcher) -> Totals:
    """Extract the records of all inputs into the output.

    The output appears when it is whole. Until then what is done is kept beside it (see `shards`), so that after a kill, or
    an error such as a full disk, a run with `resume` goes on and yields byte for byte what an undisturbed run does.
    Articles stand in the order of the input, whatever the number of workers.

    Raises:
        OutputError: the output cannot be written, or holds the parts of an earlier run and `resume` is not set.
        EncodingError: there is no encoding of the name given.
        GazetteerError: the gazetteers have faults.
    """
    if options.resume and not is_file(options.output):
        raise OutputError("cannot be resumed", file=options.output, remedy="name a file with --output")
    with ExitStack() as stack:
        put = stack.enter_context(open_records(options.output, options.settings.form))
        aside = stack.enter_context(RejectsFile(options.rejects)) if options.rejects is not None else None
        parts = None
        lexicon = lexicons.load(*options.settings.gazetteers)
        if is_file(options.output):
            made_by = {
                "extractor": __version__,
                "gazetteers": lexicon.digest,
                "records": "csv" if options.settings.form == "csv" else "jsonl",
                "seconds": options.settings.seconds,
            }
            parts = stack.enter_context(Parts(options.output, made_by))
            parts.open(resume=options.resume)
        run = _Run(options, watcher, put, aside, parts)
        run.totals.unlike = parts.unlike if parts is not None else 0
        workers = stack.enter_context(Workers(options.workers, options.settings, lexicon))
        run.go(workers)
    if parts is not None:
        parts.remove()
    return run.totals


class _Run:
    """One run, between its inputs and its open outputs."""

    def __init__(
        self, options: Options, watcher: Watcher, put: RecordsFile, aside: RejectsFile | None, parts: Parts | None
    ) -> None:
        self.totals = Totals()
        self._options = options
        self._watcher = watcher
        self._put = put
        self._aside = aside
        self._parts = parts
        self._ids = Ids()
        self._held: tuple[Shard, Done] | None = None
        self._kept: list[int] = []
        self._outcomes: list[Outcome] = []

    def go(self, workers: Workers) -> None:
        """Do all of it."""
        with closing(self._work()) as work:
            for each in workers.outcomes(work):
                if isinstance(each, list):
                    self._take(each)
                elif isinstance(each, Same):
                    self._take_up(each)
                else:
                    self._close(each)
                self._watcher.tell(self.totals)
        if self._parts is not None:
            self._parts.put_together(self._kept, self._put, self._aside)
            if self._held is not None:
                self._put.write_encoded(self._held[1].records)
                if self._aside is not None:
                    self._aside.write_encoded(self._held[1].rejects)

    def _work(self) -> Generator[Batch | Mark]:
        """Batches, behind those of each shard the shard itself, and shards that are done already."""
        options = self._options
        written = [place for place in (options.output, options.rejects) if place is not None and place != STDOUT]
        items = read_items(
            options.inputs,
            encoding=options.settings.encoding,
            form=options.input_format,
            on_bytes=self._watcher.take,
            leave_out=written,
        )
        with closing(items):
            if self._parts is None:
                yield from batches(items, full=(1, 1)) if options.workers == 1 else batches(items)
                return
            for shard in shards(items):
                entry = self._parts.known(shard.number, shard.digest)
                if entry is not None:
                    yield Same(shard, entry)
                else:
                    yield from shard.batches
                    yield shard

    def _take(self, outcomes: list[Outcome]) -> None:
        """Note what came of a batch; without parts it goes to the output at once."""
        outcomes = [self._once(outcome) for outcome in outcomes]
        for outcome in outcomes:
            self.totals.add(outcome)
            if outcome.reject is not None:
                self._watcher.set_aside(outcome.reject)
        if self._parts is not None:
            self._outcomes += outcomes
            return
        for outcome in outcomes:
            if outcome.reject is None:
                self._put.write_encoded(outcome.data)
            elif self._aside is not None:
                self._aside.write(outcome.reject)

    def _once(self, outcome: Outcome) -> Outcome:
        """The outcome, or a reject in its place if an article of its id came before."""
        if not outcome.id:
            return outcome
        again = twice(self._ids, outcome.id, outcome.source)
        return outcome if again is None else Outcome(reject=again)

    def _close(self, shard: Shard) -> None:
        """Bring what came of a shard to the disk; the first is held until the second comes, so that small runs leave none."""
        self._keep_held()
        done = self._outcomes
        self._outcomes = []
        totals = Totals()
        for outcome in done:
            totals.add(outcome)
        records = b"".join(outcome.data for outcome in done if outcome.reject is None)
        rejects = b"".join(encode_reject(outcome.reject) for outcome in done if outcome.reject is not None)
        counts = (totals.articles, totals.conferrals, totals.people, totals.rejected)
        self._held = shard, Done(records, rejects, *counts)
        if shard.number > 0:
            self._keep_held()

    def _keep_held(self) -> None:
        if self._held is not None and self._parts is not None:
            shard, done = self._held
            self._parts.keep(shard.number, shard.digest, done)
            self._kept.append(shard.number)
            self._held = None

    def _take_up(self, same: Same) -> None:
        """Count a shard that an earlier run has done, and note the ids of its articles."""
        assert self._parts is not None
        self._keep_held()
        rejects = [Reject(**fields) for fields in self._parts.rejects_of(same.shard.number)]
        unread = {reject.source for reject in rejects if reject.stage == "read" and reject.id is None}
        for item in chain.from_iterable(same.shard.batches):
            if isinstance(item, Article):
                self._ids.first(item.id, item.source or "")
            elif isinstance(item, ArticleFile) and item.source.name not in unread:
                self._ids.first(item.source.stem, item.source.name)
        for reject in rejects:
            self._watcher.set_aside(reject)
        self.totals.add(same.entry)
        self.totals.kept += same.entry.articles
        self._kept.append(same.shard.number)
