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
_building = Lock()
_snapshots: OrderedDict[tuple[str, ...], Snapshot] = OrderedDict()
_vocabularies: OrderedDict[tuple[str, ...], Vocabulary] = OrderedDict()


@dataclass(frozen=True, slots=True)
class Column:
    """A column of several codes a conferral.

    Those of the conferral numbered `n` are `values[starts[n]:starts[n + 1]]`.
    """

    starts: NDArray[np.int64]
    values: Ints

    def of(self, numbers: NDArray[np.int64]) -> Ints:
        """The codes of these conferrals, one after the other."""
        counts = self.starts[numbers + 1] - self.starts[numbers]
        first = np.cumsum(counts) - counts
        codes: Ints = self.values[np.repeat(self.starts[numbers] - first, counts) + np.arange(counts.sum())]
        return codes


@dataclass(frozen=True, slots=True)
class Postings:
    """A column turned about: the numbers of the conferrals that hold `codes[i]` are `rows[starts[i]:starts[i + 1]]`.

    `codes` are those that occur, but for 0, in order. What holds a few codes is read without a look at any other conferral.
    """

    codes: Ints
    starts: NDArray[np.int64]
    rows: Ints

    @classmethod
    def of(cls, rows: NDArray[np.int64], values: Ints) -> Postings:
        """The column in which `values[i]` stands in the row `rows[i]`."""
        held = np.flatnonzero(values)
        both = (values.take(held).astype(np.int64) << 32) | rows.take(held)
        both.sort()
        codes = (both >> 32).astype(np.int32)
        first = np.flatnonzero(np.diff(codes, prepend=np.int32(0)))
        return cls(codes[first], np.append(first, codes.size), (both & 0xFFFFFFFF).astype(np.int32))

    def holding(self, places: NDArray[np.int64]) -> tuple[Ints, NDArray[np.int64]]:
        """The conferrals that hold the codes at these places of `codes`, one code after the other, and how many hold each."""
        counts = self.starts[places + 1] - self.starts[places]
        first = np.cumsum(counts) - counts
        return self.rows.take(np.repeat(self.starts[places] - first, counts) + np.arange(counts.sum())), counts

    def counts(self, chosen: NDArray[np.bool_]) -> NDArray[np.int64]:
        """How many of the chosen conferrals hold each of `codes`."""
        sums = np.zeros(self.rows.size + 1, np.int64)
        np.cumsum(chosen.view(np.uint8).take(self.rows), out=sums[1:])
        counted: NDArray[np.int64] = np.diff(sums.take(self.starts))
        return counted


@dataclass(frozen=True, slots=True)
class Snapshot:
    """All conferrals' columns and all names; index `n` of a column is the conferral numbered `n`.

    `postings` are the columns turned about, all but `sources` and `state`; `order` is higher the earlier a conferral comes among
    equals: more sources, then the later year, then the earlier number. `words` are the stamps of the vocabulary's blocks.
    """

    single: dict[str, Ints]
    multiple: dict[str, Column]
    lines: Lines
    postings: dict[str, Postings]
    order: NDArray[np.int64]
    words: dict[Key, str]

    @property
    def size(self) -> int:
        """One more than the highest number there can be."""
        return int(self.single["state"].size)


def snapshot(connection: Connection) -> Snapshot:
    """The archive's columns as this transaction sees them.

    What another query has read is taken from memory, as far as its stamp is still that of the database. A stamp is random, so
    that of a write rolled back is never seen again.
    """
    stamps = blocks.stamps(connection)
    wanted = tuple(stamps.values())
    with _lock:
        kept = _snapshots.get(wanted)
        if kept is not None:
            _snapshots.move_to_end(wanted)
            return kept
    with _building:  # what many ask for at once is built by the first of them
        with _lock:
            kept = _snapshots.get(wanted)
        if kept is not None:
            return kept
        made = _build(connection, stamps)
        _keep(_snapshots, wanted, made)
    return made


def vocabulary(connection: Connection, seen: Snapshot) -> Vocabulary:
    """All words that a slip can be put right to, by their length and end; kept like the columns."""
    wanted = tuple(seen.words.values())
    with _lock:
        kept = _vocabularies.get(wanted)
    if kept is not None:
        return kept
    made: Vocabulary = {}
    for _, block in blocks.read(connection, seen.words).values():
        assert isinstance(block, Words)
        for word in block.text.split("\n"):
            made.setdefault((len(word), word[0], ""), []).append(word)
            made.setdefault((len(word), "", word[-1]), []).append(word)
    _keep(_vocabularies, wanted, made)
    return made


def standing(sources: Ints, years: Ints, numbers: NDArray[np.int64]) -> NDArray[np.int64]:
    """How conferrals stand among equals, the higher the earlier: more sources, then the later year, then the earlier number."""
    keys: NDArray[np.int64] = (np.minimum(sources.astype(np.int64), 0xFFF) << 36) | (0xFFFFFF - np.minimum(numbers, 0xFFFFFF))
    keys |= np.clip(years.astype(np.int64), 0, 0xFFF) << 24
    return keys


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
    words = {key: stamp for key, stamp in stamps.items() if key[0] == "words"}
    read = {key: block for key, (_, block) in blocks.read(connection, stamps.keys() - words.keys()).items()}
    conferrals = [block for block in _ordered(read, "conferrals", Conferrals.empty()) if isinstance(block, Conferrals)]
    names = [block for block in _ordered(read, "names", Names.empty()) if isinstance(block, Names)]
    single = {name: np.concatenate([block.single[name] for block in conferrals]) for name in SINGLE}
    multiple = {name: _column([block.multiple[name] for block in conferrals]) for name in MULTIPLE}
    lines = Lines.of(names)
    numbers = np.arange(single["state"].size)
    postings = {name: Postings.of(numbers, single[name]) for name in (*NAMED, "rank", "year")}
    postings |= {name: Postings.of(np.repeat(numbers, np.diff(many.starts)), many.values) for name, many in multiple.items()}
    keys = standing(single["sources"], single["year"], numbers)
    order = np.empty(keys.size, np.int64)
    order[np.argsort(keys)] = numbers
    return Snapshot(single, multiple, lines, postings, order, words)


def _ordered(read: dict[Key, Block], kind: str, empty: Block) -> list[Block]:
    """The blocks of one kind from the first to the last, empty ones where none was written; at least one."""
    last = max((number for at, number in read if at == kind), default=0)
    return [read.get((kind, number), empty) for number in range(last + 1)]


def _column(parts: list[Many]) -> Column:
    counts = np.concatenate([np.diff(part.starts) for part in parts])
    starts = np.concatenate([[0], np.cumsum(counts)])
    return Column(starts, np.concatenate([part.values for part in parts]))
