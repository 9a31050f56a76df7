"""Which article ids a run has read, in some twenty bytes an id, so that a million of them need little memory."""

from __future__ import annotations

import hashlib
from array import array

_FIRST_SIZE = 1 << 10
_NAMED = 1 << 16  # files that are remembered by name
_LINES = 1 << 40


class Ids:
    """A set of ids that remembers where each was read first.

    Ids are told apart by 64 bits of their BLAKE2 hash: that two of a million are taken for one has a chance of 1 in
    thirty million.
    """

    def __init__(self) -> None:
        self._keys = array("Q", bytes(8 * _FIRST_SIZE))
        self._places = array("Q", bytes(8 * _FIRST_SIZE))
        self._count = 0
        self._files: dict[str, int] = {}
        self._names: list[str] = []

    def __len__(self) -> int:
        return self._count

    def first(self, name: str, where: str) -> str | None:
        """Note an id, and tell where it was read before.

        Args:
            name: the article's id.
            where: the file it stands in, with `:` and the line where a file holds many.

        Returns:
            None if the id is new; else the place of its first reading, as it was given (or, of very many files, in words).
        """
        key = int.from_bytes(hashlib.blake2b(name.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big") or 1
        slot = self._slot(key)
        if self._keys[slot]:
            return self._told(self._places[slot])
        self._keys[slot] = key
        self._places[slot] = self._place(where)
        self._count += 1
        if self._count * 3 > len(self._keys) * 2:
            self._grow()
        return None

    def _slot(self, key: int) -> int:
        keys, mask = self._keys, len(self._keys) - 1
        slot = key & mask
        while keys[slot] and keys[slot] != key:
            slot = (slot + 1) & mask
        return slot

    def _grow(self) -> None:
        keys, places = self._keys, self._places
        self._keys = array("Q", bytes(16 * len(keys)))
        self._places = array("Q", bytes(16 * len(keys)))
        for key, place in zip(keys, places, strict=True):
            if key:
                slot = self._slot(key)
                self._keys[slot] = key
                self._places[slot] = place

    def _place(self, where: str) -> int:
        file, colon, line = where.rpartition(":")
        number = int(line) + 1 if colon and line.isdecimal() and line.isascii() else 0
        if not number or number >= _LINES:
            file, number = where, 0
        at = self._files.get(file)
        if at is None:
            at = len(self._names)
            if at == _NAMED:
                return at * _LINES
            self._files[file] = at
            self._names.append(file)
        return at * _LINES + number

    def _told(self, place: int) -> str:
        at, number = divmod(place, _LINES)
        if at == _NAMED:
            return "an earlier file"
        return f"{self._names[at]}:{number - 1}" if number else self._names[at]
