"""The gazetteers: CSV files checked row by row on load, and one pass over a text that finds all their names at once.

A folder of the caller's own may stand beside the shipped one: its rows are added, and a row whose `id` is known already
replaces the shipped row. `gazetteers/README.md` describes each file's columns.
"""

from __future__ import annotations

import csv
import hashlib
import io
import string
from functools import lru_cache
from itertools import islice
from operator import itemgetter
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, NamedTuple

from pydantic import ValidationError

from extractor.anchors import Asked, tell
from extractor.errors import Fault, GazetteerError
from extractor.gazetteer_rows import KINDS, Row
from extractor.normalise import normalise
from extractor.phrases import GROWS, Phrases

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping


class Hit(NamedTuple):
    """A gazetteer form found at `start:end` of a text."""

    start: int
    end: int
    row: Row


class Sweep:
    """Finds every form of all gazetteers in one pass over a text, for all the finders that share it.

    Args:
        rows: every row of a lexicon, which keeps them.
        few: they have some hundreds of forms at most (see `Phrases`).
        words: the words that patterns begin with are found in the same pass (see `anchors`).
    """

    def __init__(self, rows: Iterable[Row], *, few: bool = False, words: bool = False) -> None:
        numbers: dict[str, int] = {}
        rows = list(rows)
        folded = iter(_all_folded([form for row in rows for form in row.forms]))
        self._numbers = {id(row): [numbers.setdefault(form, len(numbers)) for form in _spellings(row, folded)] for row in rows}
        self._latin = {number for form, number in numbers.items() if {form[:1], form[-1:]} & _LATIN}
        self._forms, self._few, self._with_words = numbers, few, words
        self._sought: _Sought | None = None
        # how many finders there are, and by form's number which of them it is of, and for which row; replaced as a whole, for
        # another thread may be looking
        self._finders: tuple[int, list[list[tuple[int, Row]]]] = 0, [[] for _ in numbers]
        self._last: tuple[str, list[list[_Place]]] = ("", [])

    def add(self, rows: Iterable[Row]) -> int:
        """The number of a new finder of some of the sweep's rows; where two share a form, the earlier one has it.

        Finders are added one after another; others may look for their places meanwhile.
        """
        finder, takers = self._finders
        owners: dict[int, Row] = {}
        for row in rows:
            for number in self._numbers[id(row)]:
                owners.setdefault(number, row)
        takers = takers.copy()
        for number, row in owners.items():
            takers[number] = [*takers[number], (finder, row)]
        self._finders = finder + 1, takers
        return finder

    def places(self, text: str, finder: int) -> list[_Place]:
        """Where a finder's forms stand in `text` (normalised), overlapping ones too: by start, longest first.

        Those that begin within a Latin word are left out, and those that end within one are no row's.
        """
        known, places = self._last  # at once, for another thread may be reading another text
        if text is known and finder < len(places):
            return places[finder]
        sought = self._sought
        if sought is None or (sought.words is not None and sought.words.is_stale):
            sought = self._sought = self._seek()
        latin = self._latin
        finders, takers = self._finders
        forms = len(takers)
        places = [[] for _ in range(finders)]
        words = sought.words.nowhere() if sought.words is not None else []
        for hits in sought.phrases.parts(text):
            hits.reverse()  # they come in the order of their ends
            hits.sort(key=_start)
            if sought.words is not None:
                sought.words.note(words, hits, text)
            for number, start, end in hits:
                if number >= forms:
                    continue  # no more than a word
                if number not in latin:
                    for taker, row in takers[number]:
                        places[taker].append((start, -end, row))
                elif not _within_latin(text, start):
                    whole = not _within_latin(text, end)
                    for taker, row in takers[number]:
                        places[taker].append((start, -end, row if whole else None))
        if len(text) >= _WORTH_KEEPING:
            self._last = (text, places)
            if sought.words is not None and GROWS not in text:  # else words with capitals were not found
                tell(text, words)
        return places[finder]

    def _seek(self) -> _Sought:
        numbers = self._forms.copy()
        words = Asked(numbers, folded=True) if self._with_words else None
        return _Sought(Phrases(numbers, few=self._few, folded=True), words)


class _Sought(NamedTuple):
    """What a sweep looks for: all forms by their numbers, and the words that stand behind them or are forms themselves."""

    phrases: Phrases
    words: Asked | None


# start, end with a minus sign, row if the form stands whole
_Place = tuple[int, int, Row | None]
_start = itemgetter(1)  # of a hit
# a text shorter than this is a piece of one that the next finder asks for again
_WORTH_KEEPING = 200
_LATIN = frozenset(string.ascii_letters + string.digits)


class Finder:
    """Finds the forms of some rows, leftmost longest, without regard to Latin letters' case.

    Args:
        rows: the rows; where two share a form, the earlier one has it.
        sweep: one over these rows and any others.
    """

    def __init__(self, rows: Iterable[Row], sweep: Sweep) -> None:
        self._sweep = sweep
        self._number = sweep.add(rows)

    def find(self, text: str) -> list[Hit]:
        """All hits in `text` (normalised), in order, none overlapping. A Latin form must stand between word bounds."""
        hits: list[Hit] = []
        reached = 0
        for start, minus_end, row in self._sweep.places(text, self._number):
            if start >= reached:
                reached = -minus_end
                if row is not None:
                    hits.append(tuple.__new__(Hit, (start, reached, row)))  # what Hit(…) does, and half as long
        return hits

    def find_crossing(self, text: str) -> list[Hit]:
        """What `find` tells, and of forms that begin within one of those hits and end behind it the longest at each place.

        จากองค์การ… yields องค์การ besides the กอง that is none.
        """
        hits: list[Hit] = []
        reached = begun = 0
        for start, minus_end, row in self._sweep.places(text, self._number):
            if start >= reached:
                reached = -minus_end
            elif start == begun or -minus_end <= reached:
                continue
            begun = start
            if row is not None:
                hits.append(tuple.__new__(Hit, (start, -minus_end, row)))
        return hits


def _within_latin(text: str, at: int) -> bool:
    """Whether a Latin letter or digit stands on either side of `at`."""
    return 0 < at < len(text) and text[at] in _LATIN and text[at - 1] in _LATIN


def _spellings(row: Row, folded: Iterator[str]) -> Iterator[str]:
    """Every form of a row as it is looked for, with either kind of apostrophe: the next ones of `folded`."""
    for form in islice(folded, len(row.forms)):
        yield form
        if "’" in form:
            yield form.replace("’", "'")


def _fold(form: str) -> str:
    return normalise(form)[0].lower()


def _all_folded(forms: list[str]) -> list[str]:
    """Each form as `_fold` gives it, in a third of the time for all at once."""
    folded = _fold("\n".join(forms)).split("\n")
    return folded if len(folded) == len(forms) else list(map(_fold, forms))


_making = Lock()


class Lexicon:
    """All gazetteer rows, by file, and finders over them.

    Args:
        rows: each file's rows by their ids.
        digest: tells these rows from others.
    """

    def __init__(self, rows: Mapping[str, Mapping[str, Row]], digest: str) -> None:
        self.rows = rows
        self.digest = digest
        self._forms: dict[str, dict[str, Row]] = {}
        self._finders: dict[tuple[str, ...], Finder] = {}
        self._small: dict[str, Finder] = {}
        self._sweep: Sweep | None = None

    def of(self, *kinds: str) -> list[Row]:
        """All rows of the named files, in the files' order."""
        return [row for kind in kinds for row in self.rows.get(kind, {}).values()]

    def forms(self, kind: str) -> Mapping[str, Row]:
        """Every form of a file's rows, in lower case, with its row."""
        forms = self._forms.get(kind)
        if forms is None:
            forms = self._forms[kind] = {}
            pairs = [(form, row) for row in self.of(kind) for form in row.forms]
            for folded, (_, row) in zip(_all_folded([form for form, _ in pairs]), pairs, strict=True):
                forms.setdefault(folded, row)
        return forms

    def finder(self, *kinds: str) -> Finder:
        """One finder over the rows of the named files; an earlier file's row has a form that a later one shares."""
        finder = self._finders.get(kinds)
        if finder is None:
            with _making:  # so that no two threads give two finders one number
                finder = self._finders.get(kinds) or self._make(kinds)
        return finder

    def small_finder(self, kind: str) -> Finder:
        """One over the rows of a small file with a pass of its own, for texts in which nothing else is looked for."""
        finder = self._small.get(kind)
        if finder is None:
            with _making:
                rows = self.of(kind)
                finder = self._small[kind] = Finder(rows, Sweep(rows, few=True))
        return finder

    def _make(self, kinds: tuple[str, ...]) -> Finder:
        if self._sweep is None:
            self._sweep = Sweep(self.of(*self.rows), words=True)
        finder = self._finders[kinds] = Finder(self.of(*kinds), self._sweep)
        return finder


def shipped_folder() -> Path:
    """The folder of the gazetteers that come with the package."""
    inside = Path(__file__).parent / "gazetteers"
    return inside if inside.is_dir() else Path(__file__).parent.parent / "gazetteers"


def load(*folders: Path) -> Lexicon:
    """Read the shipped gazetteers and those in `folders`, later ones adding to and replacing earlier ones.

    Raises:
        GazetteerError: with every fault of every file.
    """
    if not folders:
        return _shipped()
    resolved = tuple(folder.resolve() for folder in (shipped_folder(), *folders))
    return _load(resolved, tuple(_state(folder) for folder in resolved))


@lru_cache(maxsize=1)
def _shipped() -> Lexicon:
    folder = shipped_folder().resolve()
    return _load((folder,), (_state(folder),))


def _state(folder: Path) -> tuple[tuple[str, int, int], ...]:
    """What changes when a folder's files do: their names, sizes and times."""
    stats = ((path.name, path.stat()) for path in sorted(folder.glob("*.csv")))
    return tuple((name, stat.st_size, stat.st_mtime_ns) for name, stat in stats)


@lru_cache(maxsize=8)
def _load(folders: tuple[Path, ...], _states: tuple[object, ...]) -> Lexicon:
    places: Places = {}
    faults: list[Fault] = []
    rows: dict[str, dict[str, Row]] = {kind: {} for kind in KINDS}
    digest = hashlib.sha256()
    for folder in folders:
        paths = sorted(folder.glob("*.csv"))
        if not paths:
            faults.append(Fault(str(folder), 1, "no gazetteer here: a folder of CSV files is expected"))
        for path in paths:
            if path.stem not in KINDS:
                faults.append(Fault(str(path), 1, f"unknown gazetteer; the names are {', '.join(KINDS)}"))
                continue
            content = path.read_bytes()
            digest.update(path.name.encode() + b"\0" + content + b"\0")
            rows[path.stem].update(_read(path, content, faults, places))
    _check_links(rows, places, faults)
    if faults:
        raise GazetteerError(faults)
    return Lexicon(rows, digest.hexdigest()[:16])


def _read(path: Path, content: bytes, faults: list[Fault], places: Places) -> dict[str, Row]:
    model = KINDS[path.stem]
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        faults.append(Fault(str(path), content[: error.start].count(b"\n") + 1, "not UTF-8; save the file as UTF-8"))
        return {}
    reader = csv.DictReader(io.StringIO(text, newline=""), strict=True)
    rows: dict[str, Row] = {}
    try:
        for fields in reader:
            line = reader.line_num
            if None in fields or None in fields.values():
                faults.append(Fault(str(path), line, f"{len(reader.fieldnames or ())} cells expected, as in the header"))
                continue
            try:
                row = model.model_validate(fields)
            except ValidationError as error:
                faults.extend(
                    Fault(str(path), line, f"{'.'.join(map(str, fault['loc']))}: {fault['msg']} (found {fault['input']!r})")
                    for fault in error.errors()
                )
                continue
            if row.id in rows:
                faults.append(Fault(str(path), line, f"id {row.id!r} stands twice"))
            if not any(_fold(form) in _fold(row.example) for form in row.forms):
                faults.append(Fault(str(path), line, f"the example holds no form of {row.name!r}"))
            rows[row.id] = row
            places[path.stem, row.id] = (str(path), line)
    except csv.Error as error:
        faults.append(Fault(str(path), reader.line_num, f"not well-formed CSV: {error}"))
    return rows


# the file and line that a row was read from, by gazetteer and id
Places = dict[tuple[str, str], tuple[str, int]]
_LINKS = (
    ("agencies", "parent", "agencies"),
    ("awards", "part_of", "awards"),
    ("award_parts", "award", "awards"),
    ("award_parts", "parent", "award_parts"),
)


def _check_links(rows: Mapping[str, Mapping[str, Row]], places: Places, faults: list[Fault]) -> None:
    for kind, column, target in _LINKS:
        for row in rows[kind].values():
            linked = getattr(row, column)
            if linked is not None and linked not in rows[target]:
                faults.append(Fault(*places[kind, row.id], f"row {row.id!r}: {column} {linked!r} is no id of {target}.csv"))
