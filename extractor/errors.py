"""Everything the package raises on purpose, as one tree.

    ExtractorError
    ├── InputError            a file or line that cannot be read as an article
    │   ├── MissingInputError     no such file, or a pattern that matches none
    │   ├── EncodingError         bytes that are no text in any known encoding
    │   ├── FormatError           not the format it says it is (JSON, CSV, gzip, HTML …)
    │   └── EmptyInputError       nothing in it to read
    ├── GazetteerError        faults in gazetteer files, all of them at once
    ├── OutputError           a place that cannot be written
    ├── ClusterError          a run on many machines that cannot begin or go on
    └── ArchiveError          an archive that cannot be opened, or a decision that does not fit it
        └── UnknownIdError        an id that the archive does not have

Each error prints as one line: where, what is wrong, what to do about it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


class ExtractorError(Exception):
    """Base of all errors of this package."""


class InputError(ExtractorError):
    """Something given as input cannot be read as an article.

    Args:
        problem: what is wrong, in a few words.
        file: the file's path as the caller named it, or None for text that came from memory.
        line: one-based line within the file, where that is known.
        remedy: what the caller can do about it.
    """

    def __init__(self, problem: str, *, file: str | None = None, line: int | None = None, remedy: str = "") -> None:
        self.problem = problem
        self.file = file
        self.line = line
        self.remedy = remedy
        super().__init__(str(self))

    def __str__(self) -> str:
        where = "" if self.file is None else self.file + (f":{self.line}" if self.line is not None else "") + ": "
        said = f"{where}{self.problem}" + (f"; {self.remedy}" if self.remedy else "")
        return said.replace("\r", "\\r").replace("\n", "\\n")


class MissingInputError(InputError):
    """No such file, or a pattern that matches no file."""


class EncodingError(InputError):
    """The bytes are no text in the encoding given, or in any that is recognised."""


class FormatError(InputError):
    """The content is not of the format that its name or its option says."""


class EmptyInputError(InputError):
    """There is nothing to read."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault in a gazetteer file: `file`, one-based `line`, `problem`."""

    file: str
    line: int
    problem: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.problem}"


class GazetteerError(ExtractorError):
    """One or more gazetteer files have faults; `faults` holds every one of them."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        self.faults = tuple(faults)
        count = len(self.faults)
        super().__init__("\n".join([f"{count} fault{'s' if count != 1 else ''} in the gazetteers:", *map(str, self.faults)]))


class OutputError(ExtractorError):
    """A file or folder cannot be written."""

    def __init__(self, problem: str, *, file: str, remedy: str = "") -> None:
        self.problem = problem
        self.file = file
        self.remedy = remedy
        super().__init__(f"{file}: {problem}" + (f"; {remedy}" if remedy else ""))


class ClusterError(ExtractorError):
    """A run on many machines cannot begin or go on: what it needs is not there, or two machines differ.

    Args:
        problem: what is wrong, in a few words.
        remedy: what the caller can do about it.
    """

    def __init__(self, problem: str, *, remedy: str) -> None:
        self.problem = problem
        self.remedy = remedy
        super().__init__(f"{problem}; {remedy}".replace("\r", "\\r").replace("\n", "\\n"))


class ArchiveError(ExtractorError):
    """The archive cannot be opened, read or written, or what is asked does not fit what stands in it.

    Args:
        problem: what is wrong, in a few words.
        database: the archive's path, or its URL without the password.
        remedy: what the caller can do about it.
    """

    def __init__(self, problem: str, *, database: str | None = None, remedy: str = "") -> None:
        self.problem = problem
        self.database = database
        self.remedy = remedy
        where = "" if database is None else f"{database}: "
        said = f"{where}{problem}" + (f"; {remedy}" if remedy else "")
        super().__init__(said.replace("\r", "\\r").replace("\n", "\\n"))


class UnknownIdError(ArchiveError):
    """The archive has nothing under the id."""
