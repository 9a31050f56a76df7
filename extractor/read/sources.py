"""Which files the inputs name, and their bytes: standard input, files, folders, patterns; gzip undone."""

from __future__ import annotations

import glob
import gzip
import io
import os
import stat
import sys
import zlib
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import IO, TYPE_CHECKING, Any, BinaryIO, Literal, TypeAlias

from extractor.errors import EmptyInputError, FormatError, InputError, MissingInputError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

Format = Literal["text", "html", "jsonl", "csv"]

FORMATS: dict[str, Format] = {
    ".txt": "text",
    ".html": "html",
    ".htm": "html",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".csv": "csv",
}
"""The endings by which a file's format is known; each may be followed by .gz."""

Stream: TypeAlias = "io.BufferedReader[Any]"

_BUFFER = 1 << 18
_BOMB_SIZE = 1 << 26  # bytes from a gzip file before its ratio is looked at
_BOMB_RATIO = 200  # text shrinks to a tenth; zeros to a thousandth


@dataclass(frozen=True, slots=True)
class Source:
    """A file to read.

    `name` is how messages name it, `path` where it is (None for standard input), `stem` what its articles are called
    that have no id of their own, `format` what its ending says, if it says it.
    """

    name: str
    path: Path | None
    stem: str
    format: Format | None
    regular: bool = True
    """Whether it can be read again: not so standard input, a pipe or a device."""


def find_sources(inputs: list[str] | tuple[str, ...], on_error: Callable[[InputError], None]) -> Iterator[Source]:
    """The files that `inputs` name, in order: `-`, files, folders (all below them, sorted), and patterns.

    In a folder only files of a known ending are read, none that is hidden, and none that ends in .gold.json.
    """
    for given in inputs:
        try:
            yield from _expand(given, on_error)
        except InputError as error:
            on_error(error)


def _expand(given: str, on_error: Callable[[InputError], None]) -> Iterator[Source]:
    if given == "-":
        yield Source("<stdin>", None, "stdin", None, regular=False)
        return
    path = Path(given)
    try:
        mode = path.stat().st_mode
    except FileNotFoundError:
        mode = 0
    except (OSError, ValueError) as error:
        said = getattr(error, "strerror", None) or str(error)
        raise MissingInputError(f"cannot be reached ({said})", file=given, remedy="check the path") from error
    if stat.S_ISDIR(mode):
        found = False
        for source in _walk(path, on_error):
            found = True
            yield source
        if not found:
            remedy = f"files that end in {', '.join(FORMATS)} are read"
            raise EmptyInputError("no article in this folder", file=given, remedy=remedy)
    elif mode:
        yield _source(path, path.name, regular=stat.S_ISREG(mode))
    elif glob.has_magic(given):
        yield from _match(given, on_error)
    else:
        raise MissingInputError("no such file", file=given, remedy="check the path")


def _match(pattern: str, on_error: Callable[[InputError], None]) -> Iterator[Source]:
    matches = sorted(glob.glob(pattern, recursive=True))  # noqa: PTH207 - a pattern may be absolute
    if not matches:
        raise MissingInputError("the pattern matches no file", file=pattern, remedy="check it, and quote it")
    fixed = Path(*_before_magic(Path(pattern)))
    for match in matches:
        path = Path(match)
        if path.is_dir():
            if "**" not in pattern:
                yield from _walk(path, on_error)
        elif not path.name.endswith(".gold.json"):
            yield _source(path, os.path.relpath(path, fixed).replace(os.sep, "/"))


def _before_magic(path: Path) -> Iterator[str]:
    for part in path.parts[:-1]:
        if glob.has_magic(part):
            return
        yield part


def _walk(root: Path, on_error: Callable[[InputError], None]) -> Iterator[Source]:
    def unreadable(error: OSError) -> None:
        on_error(MissingInputError(f"cannot be opened ({error.strerror})", file=str(error.filename), remedy="check its rights"))

    seen = {os.path.realpath(root)}
    for folder, folders, files in os.walk(root, followlinks=True, onerror=unreadable):
        kept = []
        for name in sorted(folders):
            real = os.path.realpath(os.path.join(folder, name))  # noqa: PTH118
            if name.startswith("."):
                continue
            if real in seen:
                problem = "a symbolic link to a folder that is read already"
                on_error(MissingInputError(problem, file=str(Path(folder, name)), remedy="remove the link"))
                continue
            seen.add(real)
            kept.append(name)
        folders[:] = kept
        for name in sorted(files):
            path = Path(folder, name)
            if name.startswith(".") or format_of(name) is None:
                continue
            try:
                regular = stat.S_ISREG(path.stat().st_mode)
            except OSError as error:
                problem = f"cannot be reached ({error.strerror})"
                on_error(MissingInputError(problem, file=str(path), remedy="check the link"))
                continue
            if regular:
                yield _source(path, path.relative_to(root).as_posix())


def _source(path: Path, inner: str, *, regular: bool = True) -> Source:
    """A file, named so that every name can be printed, whatever bytes the file system has in it."""
    name = os.fsencode(path).decode("utf-8", "backslashreplace")
    return Source(name, path, os.fsencode(stem_of(inner)).decode("utf-8", "backslashreplace"), format_of(path.name), regular)


def _plain_name(name: str) -> str:
    return name[:-3] if name.lower().endswith(".gz") else name


def format_of(name: str) -> Format | None:
    """The format that a file's ending tells, with .gz or without; None if it tells none."""
    return FORMATS.get(PurePosixPath(_plain_name(name)).suffix.lower())


def stem_of(name: str) -> str:
    """What the articles of a file are called that have no id of their own: its name without the endings.

    >>> stem_of("2565/news.jsonl.gz")
    '2565/news'
    """
    plain = _plain_name(name)
    suffix = PurePosixPath(plain).suffix
    return plain[: -len(suffix)] if suffix.lower() in FORMATS else plain


class _Expanding(io.RawIOBase):
    """What a gzip stream expands to, as long as the expansion is believable."""

    def __init__(self, packed: _Counting) -> None:
        self._packed = packed
        self._gzip = gzip.GzipFile(fileobj=packed, mode="rb")
        self._made = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        try:
            data = self._gzip.read1(len(buffer))  # what comes before a break is still delivered
        except EOFError as error:
            raise FormatError("the gzip file ends too soon", remedy="fetch or pack the file again") from error
        except (OSError, zlib.error) as error:
            raise FormatError(f"the gzip file is broken ({error})", remedy="fetch or pack the file again") from error
        self._made += len(data)
        if self._made > _BOMB_SIZE and self._made > _BOMB_RATIO * self._packed.taken:
            raise FormatError("the gzip file expands beyond belief", remedy="unpack it, and look what is in it")
        buffer[: len(data)] = data
        return len(data)


class _Counting(io.RawIOBase):
    """A stream that reports how many bytes were taken from it."""

    def __init__(self, stream: IO[bytes], on_bytes: Callable[[int], None] | None) -> None:
        self._stream = stream
        self._on_bytes = on_bytes
        self.taken = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        data = self._stream.read(len(buffer)) or b""
        buffer[: len(data)] = data
        self.taken += len(data)
        if self._on_bytes is not None:
            self._on_bytes(len(data))
        return len(data)


@contextmanager
def opened(source: Source, on_bytes: Callable[[int], None] | None = None) -> Iterator[Stream]:
    """The bytes of a source, gzip undone whether or not its name tells it.

    Args:
        source: the file.
        on_bytes: told how many bytes of the file were taken, each time.

    Raises:
        MissingInputError: it cannot be opened.
        FormatError: while reading, if it is a gzip file and broken.
    """
    stream: BinaryIO
    try:
        stream = sys.stdin.buffer if source.path is None else source.path.open("rb", buffering=0)
    except OSError as error:
        raise MissingInputError(f"cannot be opened ({error.strerror})", file=source.name, remedy="check its rights") from error
    try:
        yield unpacked(stream, source.name, on_bytes)
    except OSError as error:
        raise MissingInputError(f"cannot be read ({error.strerror})", file=source.name, remedy="check the disk") from error
    finally:
        if source.path is not None:
            stream.close()


def unpacked(stream: IO[bytes], name: str, on_bytes: Callable[[int], None] | None = None) -> Stream:
    """A stream of bytes with gzip undone, whether or not the name tells it.

    Args:
        stream: where the bytes come from; it is not closed.
        name: how messages name it.
        on_bytes: told how many bytes were taken from `stream`, each time.

    Raises:
        FormatError: here, if the name promises gzip and it is none; while reading, if it is gzip and broken.
    """
    plain = io.BufferedReader(_Counting(stream, on_bytes), _BUFFER)
    if plain.peek(2)[:2] == b"\x1f\x8b":
        return io.BufferedReader(_Expanding(_Counting(plain, None)), _BUFFER)
    if name.lower().endswith(".gz") and plain.peek(1):
        raise FormatError("is no gzip file, whatever its name says", file=name, remedy="give it its right name")
    return plain
