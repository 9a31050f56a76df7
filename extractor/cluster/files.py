"""Files wherever fsspec reaches: found, and written whole or not at all."""

from __future__ import annotations

import contextlib
import os
import posixpath
from contextlib import contextmanager
from dataclasses import dataclass
from glob import has_magic
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, Literal
from uuid import uuid4

from fsspec.core import url_to_fs
from fsspec.implementations.local import LocalFileSystem

from extractor.errors import ClusterError, EmptyInputError, MissingInputError, OutputError
from extractor.read.sources import FORMATS, format_of, stem_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extractor.read import Format

FileFormat = Literal["text", "html", "jsonl", "csv", "parquet"]

PARQUET = ".parquet"
DRAFT = ".part"


@dataclass(frozen=True, slots=True)
class File:
    """A file of articles.

    `url` is where every machine opens it, `name` how messages and records name it, `stem` what its articles are called
    that have no id of their own, `size` its bytes.
    """

    url: str
    name: str
    stem: str
    format: FileFormat
    size: int


def whole_url(path: str) -> str:
    """The path as any process of this machine, or with a shared file system any machine, can open it.

    >>> whole_url("/data/news")
    '/data/news'
    """
    filesystem, inner = url_to_fs(path)
    return inner if isinstance(filesystem, LocalFileSystem) else str(filesystem.unstrip_protocol(inner))


def find_files(given: str, form: Format | None = None, *, leave_out: str = "") -> list[File]:
    """The files that `given` names, sorted: one file, all below a folder, or those that match a pattern.

    In a folder only files of a known ending are read and none that is hidden, as `extractor.read` does; and Parquet.

    Args:
        given: a path or URL.
        form: the format of all of them but Parquet; else each ending tells it.
        leave_out: a folder of which nothing is read, as `whole_url` has it.

    Raises:
        MissingInputError: there is no such file, or the place cannot be reached.
        EmptyInputError: none of the files in it is of a known ending.
    """
    try:
        filesystem, root = url_to_fs(given)
        given = os.path.normpath(given) if isinstance(filesystem, LocalFileSystem) and "://" not in given else given.rstrip("/")
        if filesystem.isfile(root):
            found = [(given, posixpath.basename(root), root, filesystem.size(root))]
        elif filesystem.isdir(root):
            found = list(_below(filesystem, root, given))
        elif has_magic(root):
            found = list(_matching(filesystem, root, given))
        else:
            raise MissingInputError("no such file", file=given, remedy="check the path")
    except (OSError, ImportError, ValueError) as error:
        said = getattr(error, "strerror", None) or str(error)
        raise MissingInputError(f"cannot be reached ({said})", file=given, remedy="check the path and its rights") from error
    files = []
    for name, inner, path, size in found:
        url = path if isinstance(filesystem, LocalFileSystem) else str(filesystem.unstrip_protocol(path))
        parquet = inner.lower().endswith(PARQUET)
        known: FileFormat | None = "parquet" if parquet else form or format_of(inner)
        if known is None or (leave_out and url.startswith(f"{leave_out}/")):
            continue
        stem = inner[: -len(PARQUET)] if parquet else stem_of(inner)
        files.append(File(url, _printable(name), _printable(stem), known, size or 0))
    if not files:
        remedy = f"files that end in {', '.join([*FORMATS, PARQUET])} are read"
        raise EmptyInputError("no article here", file=given, remedy=remedy)
    return files


def _printable(name: str) -> str:
    """A name that can be written as UTF-8, whatever bytes the file system has in it."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def _below(filesystem: Any, root: str, given: str) -> Iterator[tuple[str, str, str, int]]:  # noqa: ANN401 - fsspec has no types
    for path, info in sorted(filesystem.find(root, detail=True).items()):
        inner = posixpath.relpath(path, root)
        if not any(part.startswith(".") for part in inner.split("/")):
            yield posixpath.join(given, inner), inner, path, info.get("size")


def _matching(filesystem: Any, root: str, given: str) -> Iterator[tuple[str, str, str, int]]:  # noqa: ANN401 - fsspec has no types
    fixed, beginning = _before_magic(root), _before_magic(given)
    for path, info in sorted(filesystem.glob(root, detail=True).items()):
        if info["type"] == "file" and not path.endswith(".gold.json"):
            inner = posixpath.relpath(path, fixed)
            yield posixpath.join(beginning, inner), inner, path, info.get("size")


def _before_magic(pattern: str) -> str:
    parts = pattern.split("/")
    return "/".join(parts[: next(at for at, part in enumerate(parts) if has_magic(part))])


@contextmanager
def whole_file(url: str) -> Iterator[IO[bytes]]:
    """A file for writing bytes that appears at `url` when the block ends well, and else not at all.

    It is written beside its place under a hidden name that no other attempt has, and renamed; what a killed attempt leaves is
    such a hidden file, never half of the file itself.

    Raises:
        OutputError: it cannot be written.
    """
    filesystem, path = url_to_fs(url)
    folder, name = posixpath.split(path)
    draft = f"{folder}/.{name}.{uuid4().hex[:12]}{DRAFT}"
    try:
        filesystem.makedirs(folder, exist_ok=True)
        with filesystem.open(draft, "wb") as stream:
            yield stream
            stream.flush()
            if isinstance(filesystem, LocalFileSystem):
                os.fsync(stream.fileno())
        if isinstance(filesystem, LocalFileSystem):
            Path(draft).replace(path)
        else:
            filesystem.mv(draft, path)
    except BaseException as error:
        with contextlib.suppress(Exception):
            filesystem.rm_file(draft)
        if isinstance(error, OSError):
            said = error.strerror or str(error)
            raise OutputError(
                f"cannot be written ({said})", file=url, remedy="free the place, and run the command again"
            ) from error
        raise


def read_bytes(url: str) -> bytes | None:
    """What stands in a file, or None where there is none.

    Raises:
        ClusterError: it cannot be read.
    """
    filesystem, path = url_to_fs(url)
    try:
        return bytes(filesystem.cat_file(path))
    except FileNotFoundError:
        return None
    except OSError as error:
        raise ClusterError(f"{url} cannot be read ({error.strerror or error})", remedy="run the command again") from error


def names_in(url: str) -> list[str]:
    """The names of the files in a folder, hidden ones too; none where there is no folder."""
    filesystem, path = url_to_fs(url)
    filesystem.invalidate_cache()
    try:
        return [posixpath.basename(name.rstrip("/")) for name in filesystem.ls(path, detail=False)]
    except FileNotFoundError:
        return []


def remove(url: str) -> None:
    """Take a file away, if it is there."""
    filesystem, path = url_to_fs(url)
    with contextlib.suppress(FileNotFoundError):
        filesystem.rm_file(path)
