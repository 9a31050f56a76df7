"""Which task reads what: planned once, kept beside the output, and held against by every later run.

datatrove marks tasks complete by their numbers alone. So that a number always means the same articles, the plan is written
into the output folder with what the records depend on, and a run that would differ is refused.
"""

from __future__ import annotations

import hashlib
import heapq
import json
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any, Literal

from extractor.cluster.files import File, FileFormat, find_files, read_bytes, whole_file, whole_url
from extractor.errors import OutputError
from extractor.run.limit import SECONDS
from extractor.version import __version__

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extractor.read import Format

OutputFormat = Literal["jsonl", "jsonl.gz", "parquet"]

_SHARED: frozenset[FileFormat] = frozenset({"jsonl", "parquet"})  # formats of which several tasks can each read some lines
_UNEVEN = 2  # how many times the even share of bytes a task may have before a file is shared out further


@dataclass(frozen=True, slots=True)
class Part:
    """What a task reads of a file: of its lines or rows, counted from 0, those that leave `index` when divided by `of`."""

    url: str
    name: str
    stem: str
    format: FileFormat
    index: int = 0
    of: int = 1


@dataclass(frozen=True, slots=True)
class Settings:
    """What the records of a run depend on, besides the articles.

    `input` and `output` are paths or URLs; `gazetteers` are folders of the caller's own, `gazetteers_digest` the hash of all
    gazetteers together, `extractor` the version of this package, `seconds` the processor time that an article may take (0 is
    no limit).
    """

    input: str
    output: str
    tasks: int
    form: OutputFormat = "jsonl.gz"
    input_form: Format | None = None
    encoding: str | None = None
    gazetteers: tuple[str, ...] = ()
    gazetteers_digest: str = ""
    extractor: str = __version__
    seconds: float = SECONDS

    @property
    def run_folder(self) -> str:
        """Where plan, completion marks, logs and statistics stand."""
        return f"{self.output}/run"

    def shard(self, rank: int) -> str:
        """Where the records of task `rank` go."""
        return f"{self.output}/records/{rank:05d}.{self.form}"

    def rejects(self, rank: int) -> str:
        """Where what task `rank` set aside goes, as JSON Lines."""
        return f"{self.output}/rejects/{rank:05d}.jsonl"


def share_out(files: Sequence[File], tasks: int) -> list[list[Part]]:
    """The parts that each of `tasks` tasks reads, about the same number of bytes each; every line is in exactly one.

    Files are read whole where there are enough of them; else JSON Lines and Parquet files are read by several tasks, of which
    each takes every n-th line. The same files give the same parts.
    """
    even = sum(file.size for file in files) / tasks
    shares = dict.fromkeys(range(len(files)), 1)
    largest = [(-float(file.size), at) for at, file in enumerate(files) if file.format in _SHARED]
    heapq.heapify(largest)
    count = len(files)
    while largest and (count < tasks or -largest[0][0] > _UNEVEN * even):
        size, at = largest[0]
        if not size or shares[at] >= tasks:
            heapq.heappop(largest)
            continue
        shares[at] += 1
        count += 1
        heapq.heapreplace(largest, (-files[at].size / shares[at], at))
    parts = [
        (file.size / shares[at], at, Part(file.url, file.name, file.stem, file.format, index, shares[at]))
        for at, file in enumerate(files)
        for index in range(shares[at])
    ]
    loads = [(0.0, rank) for rank in range(tasks)]
    dealt: list[list[tuple[int, Part]]] = [[] for _ in range(tasks)]
    for share, at, part in sorted(parts, key=lambda item: (-item[0], item[1], item[2].index)):
        load, rank = loads[0]
        dealt[rank].append((at, part))
        heapq.heapreplace(loads, (load + max(share, 1), rank))
    return [[part for _, part in sorted(each, key=lambda item: (item[0], item[1].index))] for each in dealt]


def prepare(settings: Settings) -> bool:
    """Write the plan of a run into its output folder, or hold the run against the plan that stands there.

    Returns:
        Whether the plan stood there already, so that this run goes on with an earlier one.

    Raises:
        InputError: there is nothing to read.
        OutputError: the output folder holds a run of other articles or settings, or cannot be written.
    """
    files = find_files(settings.input, settings.input_form, leave_out=settings.output)
    planned = _planned(settings, files)
    place = f"{settings.run_folder}/plan.json"
    before = read_bytes(place)
    if before is not None:
        _hold(before, planned, settings.output)
        return True
    for rank, parts in enumerate(share_out(files, settings.tasks)):
        with whole_file(_parts_of(settings, rank)) as stream:
            stream.write(json.dumps([asdict(part) for part in parts]).encode())
    with whole_file(place) as stream:
        stream.write(json.dumps(planned, indent=1).encode())
    return False


def parts_of(settings: Settings, rank: int) -> list[Part]:
    """What task `rank` reads.

    Raises:
        OutputError: the plan is gone.
    """
    kept = read_bytes(_parts_of(settings, rank))
    if kept is None:
        raise OutputError("the run's plan is gone", file=_parts_of(settings, rank), remedy="begin again in a new folder")
    return [Part(**fields) for fields in json.loads(kept)]


def _parts_of(settings: Settings, rank: int) -> str:
    return f"{settings.run_folder}/parts/{rank:05d}.json"


def _planned(settings: Settings, files: Sequence[File]) -> dict[str, Any]:
    listing = hashlib.sha256("".join(f"{file.name}\0{file.size}\n" for file in files).encode()).hexdigest()
    return {
        "input": whole_url(settings.input),
        "files": len(files),
        "bytes": sum(file.size for file in files),
        "listing": listing,
        "tasks": settings.tasks,
        "format": settings.form,
        "input_format": settings.input_form,
        "encoding": settings.encoding,
        "gazetteers": settings.gazetteers_digest,
        "extractor": settings.extractor,
        "time_limit": settings.seconds,
    }


_IN_WORDS = {
    "files": "other files of articles",
    "bytes": "articles of other sizes",
    "listing": "other files of articles",
    "tasks": "another number of tasks",
    "gazetteers": "other gazetteers",
    "extractor": "another version of the extractor",
}


def _hold(before: bytes, planned: dict[str, Any], output: str) -> None:
    try:
        kept = json.loads(before)
    except ValueError:
        kept = {}
    other = [_IN_WORDS.get(key, f"another {key.replace('_', ' ')}") for key, value in planned.items() if kept.get(key) != value]
    if other:
        told = " and ".join(dict.fromkeys(other))
        remedy = "give the same as then, or name a new output folder"
        raise OutputError(f"holds a run begun with {told}", file=output, remedy=remedy)
