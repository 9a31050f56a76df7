"""Gathers what an import brings before any of it goes in: each article once, on disk, so that it need not fit in memory."""

from __future__ import annotations

import pickle
import tempfile
from contextlib import contextmanager
from typing import TYPE_CHECKING

from extractor.archive.incoming import bring
from extractor.errors import ArchiveError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from typing import IO

    from extractor.archive.incoming import Brought, Incoming

_IN_MEMORY = 32_000_000  # bytes, from which on a file in the folder for temporary ones is used


@contextmanager
def gathered(
    records: Iterable[Incoming], provinces: tuple[tuple[str, str], ...], again: Callable[[str], None]
) -> Iterator[Iterator[Brought]]:
    """The articles of `records` in the order of their publication, each once; of one that comes more than once, the last.

    Whichever order they come in, one run gives the same archive: what was published first is named and told first, and of one
    day by outlet and id. Those without a day come first.

    Args:
        records: what comes in; all of it is read before the block begins.
        provinces: as `bring` takes them.
        again: told the id of an article, with its outlet, each time that it comes again and says something else.

    Raises:
        ArchiveError: the folder for temporary files has no room, or cannot be written.
    """
    with tempfile.SpooledTemporaryFile(_IN_MEMORY) as file:
        places: dict[tuple[str, str], tuple[int, bytes, str]] = {}
        for incoming in records:
            brought = bring(incoming, provinces)
            key, said = (brought.outlet, brought.article_id), bytes.fromhex(brought.row["record_sha256"])
            before = places.pop(key, None)  # so that it stands last
            if before is not None and before[1] != said:
                again("/".join(filter(None, key)))
            with _room():
                places[key] = (file.tell(), said, brought.row["published"] or "")
                pickle.dump(brought, file, pickle.HIGHEST_PROTOCOL)
        yield _read(file, [at for _, (at, _, _) in sorted(places.items(), key=lambda item: (item[1][2], item[0]))])


def _read(file: IO[bytes], places: list[int]) -> Iterator[Brought]:
    for at in places:
        file.seek(at)
        brought: Brought = pickle.load(file)  # noqa: S301 - of our own writing, a moment ago
        yield brought


@contextmanager
def _room() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        problem = f"the folder for temporary files cannot be written ({error.strerror or error})"
        raise ArchiveError(
            problem, remedy="free some room there, or name another folder in TMPDIR; nothing was changed"
        ) from error
