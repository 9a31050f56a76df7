"""Packed tables: the columns that are filtered, counted and looked through, in blocks of 4,096 rows.

A query counts the values of all facets over whatever it found, and a database that does so row by row takes seconds for
what numpy does in milliseconds. So each row's values stand in columns of integers, cut in blocks; a block is one value of
the table `search_blocks`, deflated, under a stamp that is new each time it is written. Whoever has read a block keeps it
until its stamp changes.
"""

from __future__ import annotations

import secrets
import struct
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from sqlalchemy import bindparam, text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from numpy.typing import NDArray
    from sqlalchemy import Connection

    Ints = NDArray[np.int32]

SIZE = 4_096
"""Rows of a block."""

NAMED = ("recipient", "award", "work", "parent", "branch", "category", "level", "province", "conferred_by")
"""Columns of one value a conferral, each the code of a name or 0, in the order in which a match counts."""

SINGLE = (*NAMED, "rank", "year", "sources", "state")
"""All columns of one value a conferral; `rank` is the code of the level as a facet, `year` 0 where there is none, and
`state` 0 where no conferral stands, 1 extracted, 2 confirmed."""

MULTIPLE = ("agency", "person", "outlet")
"""Columns of several codes a conferral: bodies with all above them, people, outlets."""

STATES = ("", "extracted", "confirmed")
"""What the column `state` tells by 0, 1 and 2."""


@dataclass(frozen=True, slots=True)
class Many:
    """A column of several values a row: those of row `i` are `values[starts[i]:starts[i + 1]]`."""

    starts: Ints
    values: Ints


@dataclass(frozen=True, slots=True)
class Conferrals:
    """One block of conferrals; row `i` of block `b` is the conferral numbered `b * SIZE + i`."""

    single: dict[str, Ints]
    multiple: dict[str, Many]

    @classmethod
    def empty(cls) -> Conferrals:
        """A block in which no conferral stands."""
        nothing = np.empty(0, np.int32)
        return cls(
            {name: np.zeros(SIZE, np.int32) for name in SINGLE},
            {name: Many(np.zeros(SIZE + 1, np.int32), nothing) for name in MULTIPLE},
        )

    def pack(self) -> bytes:
        arrays = [self.single[name] for name in SINGLE]
        for name in MULTIPLE:
            arrays += [self.multiple[name].starts, self.multiple[name].values]
        return _deflate(arrays)

    @classmethod
    def unpack(cls, data: bytes) -> Conferrals:
        arrays, _ = _inflate(data)
        after = arrays[len(SINGLE) :]
        return cls(
            dict(zip(SINGLE, arrays, strict=False)),
            {name: Many(after[2 * at], after[2 * at + 1]) for at, name in enumerate(MULTIPLE)},
        )


@dataclass(frozen=True, slots=True)
class Names:
    """One block of names; `text` holds the folded forms, a line each, `codes` and `hows` whose and what each line is.

    `hows` is 0 for the name itself, 1 for a form
    known of it, 2 for one only seen in articles. `parents` is the code of each code's superior body or 0;
    of an authority merged into another, the other's code made negative.
    """

    codes: Ints
    hows: Ints
    parents: Ints
    text: str

    @classmethod
    def empty(cls) -> Names:
        """A block without names."""
        nothing = np.empty(0, np.int32)
        return cls(nothing, nothing, np.zeros(SIZE, np.int32), "")

    def pack(self) -> bytes:
        return _deflate([self.codes, self.hows, self.parents], self.text)

    @classmethod
    def unpack(cls, data: bytes) -> Names:
        (codes, hows, parents), said = _inflate(data)
        return cls(codes, hows, parents, said)


@dataclass(frozen=True, slots=True)
class Words:
    """One block of the words that a slip is put right to; `text` holds them, a line each."""

    text: str

    def pack(self) -> bytes:
        return _deflate([], self.text)

    @classmethod
    def unpack(cls, data: bytes) -> Words:
        return cls(_inflate(data)[1])


Block = Conferrals | Names | Words
_KINDS: dict[str, type[Conferrals | Names | Words]] = {"conferrals": Conferrals, "names": Names, "words": Words}
Key = tuple[str, int]
"""Kind (`conferrals`, `names`, `words`) and number of a block."""


def stamps(connection: Connection) -> dict[Key, str]:
    """The stamp of every block there is, by its key, kind by kind and in the order of their numbers."""
    joined = "string_agg" if connection.dialect.name == "postgresql" else "group_concat"
    # as one value: fetched row by row they would take longer than anything else a query reads
    said = connection.execute(
        text(
            f"SELECT {joined}(kind || ' ' || block || ' ' || stamp, ',') "  # noqa: S608 — one of two functions
            "FROM (SELECT kind, block, stamp FROM search_blocks ORDER BY kind, block) AS ordered"
        )
    ).scalar()
    split = (line.split(" ") for line in said.split(",")) if said else ()
    return {(kind, int(block)): stamp for kind, block, stamp in split}


def read(connection: Connection, keys: Iterable[Key]) -> dict[Key, tuple[str, Block]]:
    """The blocks of these keys with the stamp that each was read under; one that is not there is left out."""
    found: dict[Key, tuple[str, Block]] = {}
    wanted: dict[str, list[int]] = {}
    for kind, block in keys:
        wanted.setdefault(kind, []).append(block)
    query = text("SELECT block, stamp, data FROM search_blocks WHERE kind = :kind AND block IN :blocks").bindparams(
        bindparam("blocks", expanding=True)
    )
    for kind, blocks in wanted.items():
        for block, stamp, data in connection.execute(query, {"kind": kind, "blocks": blocks}):
            found[kind, block] = stamp, _KINDS[kind].unpack(bytes(data))
    return found


def write(connection: Connection, blocks: dict[Key, Block]) -> None:
    """Writes blocks, each under a new stamp."""
    rows = [
        {"kind": kind, "block": block, "stamp": secrets.token_hex(8), "data": content.pack()}
        for (kind, block), content in blocks.items()
    ]
    if rows:
        connection.execute(
            text(
                "INSERT INTO search_blocks(kind, block, stamp, data) VALUES (:kind, :block, :stamp, :data) "
                "ON CONFLICT (kind, block) DO UPDATE SET stamp = excluded.stamp, data = excluded.data"
            ),
            rows,
        )


def _deflate(arrays: list[Ints], said: str = "") -> bytes:
    """Number of arrays, their lengths, their values as little-endian 32-bit integers, then the text as UTF-8."""
    head = struct.pack(f"<{len(arrays) + 1}I", len(arrays), *(array.size for array in arrays))
    return zlib.compress(head + b"".join(array.astype("<i4").tobytes() for array in arrays) + said.encode(), level=1)


def _inflate(data: bytes) -> tuple[list[Ints], str]:
    raw = zlib.decompress(data)
    (count,) = struct.unpack_from("<I", raw)
    at = 4 + 4 * count
    arrays: list[Ints] = []
    for size in struct.unpack_from(f"<{count}I", raw, 4):
        arrays.append(np.frombuffer(raw, "<i4", size, at).astype(np.int32, copy=False))
        at += 4 * size
    return arrays, raw[at:].decode()
