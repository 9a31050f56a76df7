"""Keeps what a long run has done beside its output, so that another run can go on where a killed one was.

Beside `records.jsonl` stands `.records.jsonl.parts/`, from the end of the run's second shard to the end of the run:

    manifest.jsonl       what made the shards, then a line for each shard that is whole
    00000.records        its encoded records
    00000.rejects        what was set aside in it, where anything was
    lock                 held by the run that writes here

A shard's files are written under other names, brought to the disk and renamed; its line in the manifest, with the hashes
of its input and of its files, comes last. What has no line, or does not agree with it, is done again.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import shutil
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, Self

from extractor.errors import OutputError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extractor.run.batches import Shard
    from extractor.write import RecordsFile, RejectsFile

try:
    import fcntl
except ImportError:  # Windows has no such locks
    fcntl = None  # type: ignore[assignment]

_MANIFEST = "manifest.jsonl"
_AT_A_TIME = 1 << 22


@dataclass(frozen=True, slots=True)
class Entry:
    """A whole shard: its number, the hashes of its input, records and rejects, and what is in it."""

    shard: int
    items: str
    records: str
    rejects: str
    articles: int
    conferrals: int
    people: int
    rejected: int


@dataclass(frozen=True, slots=True)
class Done:
    """What came of a shard's items: the encoded records and rejects, and their counts."""

    records: bytes
    rejects: bytes
    articles: int
    conferrals: int
    people: int
    rejected: int


@dataclass(frozen=True, slots=True)
class Same:
    """A shard of the input that is whole already."""

    shard: Shard
    entry: Entry


def parts_beside(output: str) -> Path:
    """Where the parts of an output file are kept while the run lasts."""
    place = Path(os.path.realpath(output))
    return place.with_name(f".{place.name[:200]}.parts")


class Parts:
    """The shards of one run that are whole. A context manager; on leaving it lets go of the lock.

    Args:
        output: the file that the run writes.
        made_by: what the shards depend on besides their input: version, gazetteers, format, limit.
    """

    def __init__(self, output: str, made_by: dict[str, Any]) -> None:
        self._output = output
        self._made_by = made_by
        self._manifest: BinaryIO | None = None
        self._lock: BinaryIO | None = None
        self.folder = parts_beside(output)
        self.entries: dict[int, Entry] = {}
        self.unlike = 0
        """Shards of an earlier run that cannot be used: another version, other gazetteers, another format or limit."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        for file in (self._manifest, self._lock):
            if file is not None:
                file.close()
        self._manifest = self._lock = None

    def open(self, *, resume: bool) -> None:
        """Take up what an earlier run left.

        Raises:
            OutputError: a run that was not ended left its parts and `resume` is false, or another run is writing here.
        """
        if not self.folder.is_dir():
            return
        if not resume:
            remedy = f"go on with --resume, or remove {self.folder} to begin anew"
            raise OutputError("an earlier run was not ended, and what it had done is kept", file=self._output, remedy=remedy)
        self._hold()
        with self._told():
            self._read()
            self._remove_drafts()

    def _read(self) -> None:
        try:
            lines = (self.folder / _MANIFEST).read_bytes().splitlines(keepends=True)
        except FileNotFoundError:
            return
        found = [fields for line in lines if line.endswith(b"\n") and (fields := _object(line)) is not None]
        if not found or found[0] != self._made_by:
            self.unlike = max(0, len(found) - 1)
            (self.folder / _MANIFEST).unlink()
            return
        for fields in found[1:]:
            with contextlib.suppress(TypeError):
                entry = Entry(**fields)
                self.entries[entry.shard] = entry

    def _remove_drafts(self) -> None:
        """Remove what a killed run was writing when it ended."""
        for draft in self.folder.glob("*.part"):
            draft.unlink()

    def known(self, shard: int, items: str) -> Entry | None:
        """The entry of a shard with this input, if it is there and whole."""
        entry = self.entries.get(shard)
        if entry is None or entry.items != items:
            return None
        for path, digest in ((self._records(shard), entry.records), (self._rejects(shard), entry.rejects)):
            if _hash_of(path) != digest:
                return None
        return entry

    def keep(self, shard: int, items: str, done: Done) -> None:
        """Bring a shard to the disk.

        Raises:
            OutputError: it cannot be written; the shards before it stay.
        """
        with self._told():
            self.folder.mkdir(exist_ok=True)
            if self._lock is None:
                self._hold()
            digests = []
            for path, data in ((self._records(shard), done.records), (self._rejects(shard), done.rejects)):
                digests.append(hashlib.sha256(data).hexdigest() if data else "")
                if data:
                    _put(path, data)
                else:
                    path.unlink(missing_ok=True)
            records, rejects = digests
            entry = Entry(shard, items, records, rejects, done.articles, done.conferrals, done.people, done.rejected)
            self._note(asdict(entry))
            self.entries[shard] = entry

    def _note(self, line: dict[str, Any]) -> None:
        if self._manifest is None:
            place = self.folder / _MANIFEST
            whole = place.read_bytes() if place.is_file() else b""
            if not whole.endswith(b"\n"):  # the last line was cut off, or there is none
                whole = whole[: whole.rfind(b"\n") + 1] or json.dumps(self._made_by).encode() + b"\n"
                _put(place, whole)
            self._manifest = place.open("ab")
        self._manifest.write(json.dumps(line).encode() + b"\n")
        self._manifest.flush()
        os.fsync(self._manifest.fileno())

    def rejects_of(self, shard: int) -> Iterator[dict[str, Any]]:
        """What was set aside in a shard, as in the rejects file."""
        with self._told():
            path = self._rejects(shard)
            if path.is_file():
                for line in path.read_bytes().splitlines():
                    yield json.loads(line)

    def put_together(self, numbers: list[int], records: RecordsFile, rejects: RejectsFile | None) -> None:
        """Write shards, in the order of `numbers`, into the output files."""
        with self._told():
            for shard in numbers:
                if (path := self._records(shard)).is_file():
                    for data in _lines(path):
                        records.write_encoded(data)
                if rejects is not None and (path := self._rejects(shard)).is_file():
                    rejects.write_encoded(path.read_bytes())

    def remove(self) -> None:
        """Remove the parts: the output is whole."""
        if self.folder.is_dir():
            self.__exit__()
            shutil.rmtree(self.folder, ignore_errors=True)

    def _records(self, shard: int) -> Path:
        return self.folder / f"{shard:05}.records"

    def _rejects(self, shard: int) -> Path:
        return self.folder / f"{shard:05}.rejects"

    def _hold(self) -> None:
        """Take the lock, so that no other run writes the same parts.

        Raises:
            OutputError: another run has it.
        """
        with self._told():
            self._lock = (self.folder / "lock").open("ab")
        if fcntl is None:
            return
        try:
            fcntl.flock(self._lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            self._lock.close()
            self._lock = None
            problem = "another run is writing it now"
            raise OutputError(problem, file=self._output, remedy="wait for that run, or name another output") from error

    @contextlib.contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            said = error.strerror or str(error)
            remedy = "free the disk; with --resume the run goes on where it was"
            raise OutputError(f"cannot keep what is done ({said})", file=str(self.folder), remedy=remedy) from error


def _object(line: bytes) -> dict[str, Any] | None:
    try:
        found = json.loads(line)
    except ValueError:
        return None
    return found if isinstance(found, dict) else None


def _put(path: Path, data: bytes) -> None:
    """Write a file under another name, bring it to the disk, and rename it."""
    draft = path.with_name(path.name + ".part")
    with draft.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    draft.replace(path)


def _hash_of(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""


def _lines(path: Path) -> Iterator[bytes]:
    """The file in parts of some megabytes that end where a line does."""
    with path.open("rb") as file:
        while data := file.read(_AT_A_TIME):
            yield data + file.readline()
