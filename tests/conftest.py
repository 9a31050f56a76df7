"""What several test modules share: case files, the walk over a record's mentions, rows of conferrals to compare."""

from __future__ import annotations

import importlib.util
import sys
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from hypothesis import HealthCheck, settings
from pydantic import BaseModel

from extractor.models import Mention

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from types import ModuleType

    import pytest

    from extractor.models import Record

T = TypeVar("T")
ROOT = Path(__file__).parent.parent
CORPUS = ROOT / "corpus"

settings.register_profile("extractor", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("extractor")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Modules that take long come first (marker `long`), the others by how many tests they have."""
    tests = Counter(item.path for item in items)
    items.sort(key=lambda item: (item.get_closest_marker("long") is None, -tests[item.path], item.path))


def script(name: str) -> ModuleType:
    """The module of `scripts/NAME.py`."""
    spec = importlib.util.spec_from_file_location(name, ROOT / "scripts" / f"{name}.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module  # dataclasses look their module up
    spec.loader.exec_module(module)
    return module


def soon(work: Callable[[], T], seconds: float, *, tries: int = 4) -> T:
    """What `work` gives; it has to be done within so many seconds of this process's CPU once in so many tries.

    A busy machine slows one try or another, never makes one faster: what takes too long four times does so by itself.
    """
    taken = []
    for _ in range(tries):
        began = time.process_time()
        result = work()
        taken.append(time.process_time() - began)
        if taken[-1] < seconds:
            return result
    raise AssertionError(f"took {', '.join(f'{each:.1f}' for each in taken)} s, and {seconds:.1f} s would do")


@dataclass(frozen=True, slots=True)
class Case:
    """One line of a case file: `text => value | value`; a line that begins with `!` has no values.

    `mark` is what stands behind the last ` ~`: a known miss is marked by ` ~` alone, so that a test can say when it is
    mended. In the text `\\n` is a line break.
    """

    line: int
    text: str
    values: tuple[str, ...]
    mark: str | None = None

    @property
    def known_miss(self) -> bool:
        return self.mark == ""


def read_cases(path: Path) -> list[Case]:
    """All cases of a file, with their line numbers; comments (#) and blank lines are left out."""
    cases = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        body, tilde, mark = line.rpartition(" ~")
        said, note = (body, mark.strip()) if tilde else (line, None)
        text, arrow, values = said.partition(" => ")
        if said.startswith("!"):
            text, values = said[1:], ""
        elif not arrow:
            raise ValueError(f"{path}:{number}: neither “text => value” nor “! text”")
        found = tuple(value.strip() for value in values.split(" | ") if value.strip())
        cases.append(Case(number, text.strip().replace("\\n", "\n"), found, note))
    return cases


def label(case: Case) -> str:
    """The case's name in pytest's output."""
    return f"line {case.line}"


def assert_case(case: Case, found: Sequence[str]) -> None:
    """Holds what was found against the case; a known miss has to be missed still."""
    if case.known_miss:
        assert list(found) != list(case.values), f"{case.text!r} is read rightly now: take the mark off line {case.line}"
        return
    assert list(found) == list(case.values), case.text


def mentions(value: object, path: str = "") -> Iterator[tuple[str, Mention]]:
    """Every mention anywhere in a model, with the path to it."""
    if isinstance(value, Mention):
        yield path, value
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from mentions(getattr(value, name), f"{path}.{name}" if path else name)
    elif isinstance(value, (list, tuple)):
        for index, item in enumerate(value):
            yield from mentions(item, f"{path}.{index}")


def rows(record: Record, *names: str) -> list[tuple[str | int | None, ...]]:
    """The record's conferrals as tuples of the named fields: text, but the value of year and edition."""
    found = []
    for conferral in record.awards:
        cells: list[str | int | None] = []
        for name in names:
            value = getattr(conferral, name)
            cells.append(value if not isinstance(value, Mention) else value.value if name in {"year", "edition"} else value.text)
        found.append(tuple(cells))
    return found
