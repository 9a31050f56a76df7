"""A run from its plan to its end, and how far it has come."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from extractor import lexicon as lexicons
from extractor.cluster.files import DRAFT, names_in, read_bytes, remove, whole_url
from extractor.cluster.plan import Settings, prepare
from extractor.errors import MissingInputError, OutputError
from extractor.read.encodings import known_encoding

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

_MARK = re.compile(r"\d{5,}")


@dataclass(frozen=True, slots=True)
class Progress:
    """What the complete tasks of a run have come to."""

    tasks: int
    complete: int
    articles: int
    conferrals: int
    people: int
    set_aside: int


def plan(settings: Settings) -> tuple[Settings, int]:
    """Plan a run, or go on with the one that stands in the output folder.

    A task that is marked complete but whose shard is gone is taken for incomplete.

    Returns:
        The settings as every machine needs them, and how many tasks are complete already.

    Raises:
        InputError: there is nothing to read, or no encoding of that name.
        OutputError: the folder holds another run, or cannot be written.
        GazetteerError: the gazetteers have faults.
    """
    if settings.encoding is not None:
        known_encoding(settings.encoding)
    folders = tuple(str(Path(folder).resolve()) for folder in settings.gazetteers)
    digest = lexicons.load(*map(Path, folders)).digest
    try:
        output = whole_url(settings.output)
    except (ImportError, ValueError) as error:
        raise OutputError(f"cannot be reached ({error})", file=settings.output, remedy="name another place") from error
    settings = replace(settings, output=output, gazetteers=folders, gazetteers_digest=digest)
    if not prepare(settings):
        return settings, 0
    shards = set(names_in(f"{settings.output}/records"))
    complete = marks(settings)
    gone = {rank for rank in complete if settings.shard(rank).rpartition("/")[2] not in shards}
    for rank in gone:
        remove(f"{settings.run_folder}/completions/{rank:05d}")
    return settings, len(complete - gone)


def started(output: str) -> Settings:
    """The settings of the run that stands in a folder, as far as its plan tells them.

    Raises:
        MissingInputError: there is none.
    """
    kept = read_bytes(f"{whole_url(output)}/run/plan.json")
    if kept is None:
        raise MissingInputError("holds no run", file=output, remedy="name the output folder of extractor cluster run")
    told = json.loads(kept)
    return Settings(told["input"], whole_url(output), told["tasks"], told["format"])


def marks(settings: Settings) -> AbstractSet[int]:
    """The tasks that are marked complete."""
    return {int(name) for name in names_in(f"{settings.run_folder}/completions") if _MARK.fullmatch(name)}


def check(settings: Settings, problems: dict[int, str]) -> Progress:
    """How far a run has come that should be complete.

    Args:
        settings: those of the run.
        problems: what went wrong in which task.

    Raises:
        OutputError: it is not complete.
    """
    progress = progress_of(settings)
    if progress.complete < progress.tasks:
        told = f"{progress.tasks - progress.complete:,} of {progress.tasks:,} tasks are not complete"
        first = min(problems, default=None)
        because = "" if first is None else f" (task {first}: {problems[first]})"
        remedy = "run the same command again, which does only these; their logs are in run/logs"
        raise OutputError(told + because, file=settings.output, remedy=remedy)
    for folder in ("records", "rejects"):  # what killed attempts have left
        for name in names_in(f"{settings.output}/{folder}"):
            if name.startswith(".") and name.endswith(DRAFT):
                remove(f"{settings.output}/{folder}/{name}")
    return progress


def progress_of(settings: Settings) -> Progress:
    """What the complete tasks of a run have come to, by the statistics that each left."""
    complete = marks(settings)
    totals = dict.fromkeys(("articles", "conferrals", "people", "set_aside"), 0)
    for rank in complete:
        statistics = read_bytes(f"{settings.run_folder}/stats/{rank:05d}.json")
        for step in json.loads(statistics) if statistics else []:
            for name in totals.keys() & step["stats"].keys():
                figure = step["stats"][name]
                totals[name] += figure["total"] if isinstance(figure, dict) else figure
    return Progress(settings.tasks, len(complete), **totals)
