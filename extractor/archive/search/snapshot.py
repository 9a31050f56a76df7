"""The packed columns as a query needs them: read once, kept until the archive changes."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from threading import Lock
from typing import TYPE_CHECKING, TypeVar

import numpy as np

from . import blocks
from .blocks import MULTIPLE, NAMED, SINGLE, Conferrals, Many, Names, Words
from .names import Lines

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from sqlalchemy import Connection

    from .blocks import Block, Ints, Key

Kept = TypeVar("Kept")
Vocabulary = dict[tuple[int, str, str], list[str]]
"""Words by their length and first letter, and again by their length and last letter; the other letter's place is empty."""

_KEPT = 4  # archives whose columns a process keeps at once
_lock = Lock()
_snapshots: OrderedDict[tuple[str, ...], Snapshot] = OrderedDict()
_vocabularies: OrderedDict[tuple[str, ...], Vocabulary] = OrderedDict()


@dataclass(frozen=True, slots=True)
class Column:
    """A column of several codes a conferral: value `i` belongs to the conferral numbered `rows[i]`, in order.

    Those of the conferral numbered `n` are `values[starts[n]:starts[n + 1]]`.
    """

    starts: NDArray[np.int64]
    rows: NDArray[np.int64]
    values: Ints

    def of(self, numbers: NDArray[np.int64]) -> Ints:
        """The codes of these conferrals, one after the other."""
        counts = self.starts[numbers + 1] - self.starts[numbers]
        first = np.cumsum(counts) - counts
        codes: Ints = self.values[np.repeat(self.starts[numbers] - first, counts) + np.arange(counts.sum())]
        return codes


@dataclass(frozen=True, slots=True)
class Snapshot:
    """All conferrals' columns and all names; index `n` of a column is the conferral numbered `n`.

    `borne` tells for each named column, and for `person`, which codes occur in it.
    """

    single: dict[str, Ints]
    multiple: dict[str, Column]
    lines: Lines
    borne: dict[str, NDArray[np.bool_]]

    @property
    def size(self) -> int:
        """One more than the highest number there can be."""
        return int(self.single["state"].size)


def snapshot(connection: Connection) -> Snapshot:
    """The archive's columns as this transaction sees them.

    What another query has read is taken from memory, as far as its stamp is still that of the database. A stamp is random, so
    that of a write rolled back is never seen again.
    """
    stamps = {key: stamp for key, stamp in blocks.stamps(connection).items() if key[0] != "words"}
    wanted = tuple(stamps.values())
    with _lock:
        kept = _snapshots.get(wanted)
        if kept is not None:
            _snapshots.move_to_end(wanted)
            return kept
    made = _build(connection, stamps)
    _keep(_snapshots, wanted, made)
    return made


def vocabulary(connection: Connection) -> Vocabulary:
    """All words that a slip can be put right to, by their length and end; kept like the columns."""
    stamps = {key: stamp for key, stamp in blocks.stamps(connection).items() if key[0] == "words"}
    wanted = tuple(stamps.values())
    with _lock:
        kept = _vocabularies.get(wanted)
    if kept is not None:
        return kept
    made: Vocabulary = {}
    for _, block in blocks.read(connection, stamps).values():
        assert isinstance(block, Words)
        for word in block.text.split("\n"):
            made.setdefault((len(word), word[0], ""), []).append(word)
            made.setdefault((len(word), "", word[-1]), []).append(word)
    _keep(_vocabularies, wanted, made)
    return made


def forget() -> None:
    """Drops everything kept in memory; the next query reads the database anew."""
    with _lock:
        _snapshots.clear()
        _vocabularies.clear()


def _keep(store: OrderedDict[tuple[str, ...], Kept], key: tuple[str, ...], value: Kept) -> None:
    with _lock:
        store[key] = value
        while len(store) > _KEPT:
            store.popitem(last=False)


def _build(connection: Connection, stamps: dict[Key, str]) -> Snapshot:
    read = {key: block for key, (_, block) in blocks.read(connection, stamps).items()}
    conferrals = [block for block in _ordered(read, "conferrals", Conferrals.empty()) if isinstance(block, Conferrals)]
    names = [block for block in _ordered(read, "names", Names.empty()) if isinstance(block, Names)]
    single = {name: np.concatenate([block.single[name] for block in conferrals]) for name in SINGLE}
    multiple = {name: _column([block.multiple[name] for block in conferrals]) for name in MULTIPLE}
    lines = Lines.of(names)
    held = {name: single[name] for name in NAMED} | {"person": multiple["person"].values}
    borne = {name: np.zeros(lines.parents.size, np.bool_) for name in held}
    for name, codes in held.items():
        borne[name][codes] = True
        borne[name][0] = False
    return Snapshot(single, multiple, lines, borne)


def _ordered(read: dict[Key, Block], kind: str, empty: Block) -> list[Block]:
    """The blocks of one kind from the first to the last, empty ones where none was written; at least one."""
    last = max((number for at, number in read if at == kind), default=0)
    return [read.get((kind, number), empty) for number in range(last + 1)]


def _column(parts: list[Many]) -> Column:
    counts = np.concatenate([np.diff(part.starts) for part in parts])
    starts = np.concatenate([[0], np.cumsum(counts)])
    return Column(starts, np.repeat(np.arange(counts.size), counts), np.concatenate([part.values for part in parts]))
