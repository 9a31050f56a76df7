"""Cuts what the inputs hold into batches, the work that a process gets at a time, and these into shards.

Where the cuts fall depends on the items alone, so that every run over the same input has the same shards.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, TypeAlias

from extractor.models import Article
from extractor.read import ArticleFile, Reject

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from extractor.read import Item

Batch: TypeAlias = "tuple[Item, ...]"

BATCH = (32, 300_000)
"""Items and characters at which a batch is full."""

SHARD = (256, 4_000_000)
"""Items and characters at which a shard is full."""

_FILE = 20_000  # characters that a file is taken for before it is read
_SHARE = 1 << 20


@dataclass(frozen=True, slots=True)
class Shard:
    """Some hundred items of the input, one after another, and the hash by which they are known again."""

    number: int
    batches: tuple[Batch, ...]
    digest: str


def batches(items: Iterable[Item], *, full: tuple[int, int] = BATCH) -> Iterator[Batch]:
    """The items in groups, in order; none is empty."""
    kept: list[Item] = []
    characters = 0
    for item in items:
        kept.append(item)
        characters += _size(item)
        if len(kept) >= full[0] or characters >= full[1]:
            yield tuple(kept)
            kept, characters = [], 0
    if kept:
        yield tuple(kept)


def shards(items: Iterable[Item], *, full: tuple[int, int] = SHARD) -> Iterator[Shard]:
    """The items in groups of batches, each with the hash of its items and of all before them.

    Those before count because an id that came before is not read again.
    """
    digest = hashlib.sha256()
    for number, group in enumerate(batches(items, full=full)):
        for item in group:
            digest.update(hash_of(item))
        yield Shard(number, tuple(batches(group)), digest.hexdigest())


def _size(item: Item) -> int:
    return len(item.text) if isinstance(item, Article) else _FILE


def hash_of(item: Item) -> bytes:
    """SHA-256 of all that an item is: what its record, or its line among the rejects, depends on.

    Of a file, its name and its bytes; one that cannot be read counts by its name.
    """
    if isinstance(item, ArticleFile):
        digest = hashlib.sha256(json.dumps([item.source.name, item.source.stem, item.form]).encode())
        if item.source.path is not None:
            _add_file(digest, item.source.path)
        return digest.digest()
    said = json.dumps(asdict(item)) if isinstance(item, Reject) else item.model_dump_json()
    return hashlib.sha256(said.encode("utf-8", "surrogatepass")).digest()


def _add_file(digest: hashlib._Hash, path: Path) -> None:
    try:
        with path.open("rb") as file:
            while part := file.read(_SHARE):
                digest.update(part)
    except OSError:
        return
