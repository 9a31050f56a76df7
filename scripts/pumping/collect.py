"""Every regular expression of the package: those that its modules hold anywhere, and those written out within functions."""

from __future__ import annotations

import ast
import gc
import importlib
import pkgutil
import re
import types
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

_CALLS = {"compile", "match", "fullmatch", "search", "finditer", "findall", "split", "sub", "subn"}
_LEFT_OUT = ("extractor.archive.migrations.env", "extractor.cli.__main__")  # run when they are imported


@dataclass(slots=True)
class Found:
    """A pattern, and where in the package it stands."""

    pattern: re.Pattern[str] | re.Pattern[bytes]
    where: list[str] = field(default_factory=list)
    uses: set[str] = field(default_factory=set)
    """How the package uses it: `match` at a place, `fullmatch` (it may have to try all ways before it fails), or `search`."""

    @property
    def name(self) -> str:
        """The first place."""
        return self.where[0]


@dataclass(frozen=True, slots=True)
class Collected:
    """The patterns, and the places where one is made that could not be read off; the latter are found as objects, or not."""

    found: list[Found]
    unread: list[str]


def collect(package: str = "extractor") -> Collected:
    """All patterns of `package`, each once; run some of it before, so that what it makes when first needed is there."""
    modules = _modules(package)
    found: dict[tuple[Any, int], Found] = {}

    def add(pattern: Any, where: str, uses: set[str]) -> None:  # noqa: ANN401 - re's or regex's
        entry = found.setdefault((pattern.pattern, pattern.flags), Found(pattern))
        entry.where.append(where)
        entry.uses |= uses

    sources = {module.__name__: _source(module) for module in modules}
    whole = _uses("\n".join(sources.values()))
    for module in modules:
        within = _uses(sources[module.__name__])
        for path, pattern, holder in _held(module, package.partition(".")[0]):
            name = path.partition("[")[0]
            uses = _HELD_BY.get(holder) or (within if name.startswith("_") else whole).get(name, {"search"})
            add(pattern, f"{module.__name__}.{path}", uses)
    unread = []
    for module in modules:
        for where, use, argument, flags in _written(module):
            try:
                names = vars(module)
                pattern = eval(argument, names)
                given = eval(flags, names) if flags else 0
                made = re.compile(pattern, given)
                # of one that a module holds, it is known already how it is used
                add(made, where, {use} if use != "compile" else set() if (made.pattern, made.flags) in found else {"search"})
            except (NameError, TypeError, AttributeError):
                unread.append(where)
    return Collected(list(found.values()), unread)


# how these hand on a pattern that they hold: tried at the places of its first words, and up to the end of a text
_HELD_BY = {"Anchored": {"match"}, "Ending": {"search"}}


def _uses(source: str) -> dict[str, set[str]]:
    """How the names of a source are used, were they patterns; one that is handed on or looped over may be searched for."""
    uses: dict[str, set[str]] = {}
    source = re.sub(
        r"^(?:from .*|def .*|    \w+,|\w+ *(?::[^=\n]*)?=)", "", source, flags=re.MULTILINE
    )  # imports and assignments
    for name, method in re.findall(r"(?<![\w.])([A-Za-z_]\w*)(?:\[[^\]\n]*\]|\([^()\n]*\))?(?:\.(\w+))?", source):
        uses.setdefault(name, set()).add(method if method in {"match", "fullmatch"} else "search")
    return uses


def _modules(package: str) -> list[types.ModuleType]:
    root = importlib.import_module(package)
    names = [info.name for info in pkgutil.walk_packages(root.__path__, package + ".")]
    return [root, *(importlib.import_module(name) for name in names if name not in _LEFT_OUT and ".versions." not in name)]


def _source(module: types.ModuleType) -> str:
    return Path(str(module.__file__)).read_text(encoding="utf-8")


def _held(module: types.ModuleType, package: str) -> list[tuple[str, Any, str]]:
    """Patterns that a module's names lead to: through containers, instances, classes, closures, bound methods and caches.

    Each with the name, and the class of what holds it.
    """
    patterns: list[tuple[str, Any, str]] = []
    seen: set[int] = set()
    rest: list[tuple[str, object, str]] = [(name, value, "") for name, value in vars(module).items() if not name.startswith("__")]
    while rest:
        name, value, holder = rest.pop()
        if id(value) in seen:
            continue
        seen.add(id(value))
        if type(value).__name__ == "Pattern" and hasattr(value, "finditer"):
            patterns.append((name, value, holder))
        elif _own(value, package):
            rest += ((name, part, type(value).__name__) for part in gc.get_referents(value))
    return patterns


def _own(value: object, package: str) -> bool:
    """Whether to look inside: containers and the package's own things, not modules, texts, numbers or others' classes."""
    if isinstance(value, (types.ModuleType, str, bytes, int, float, type(None))):
        return False
    if isinstance(value, type | types.FunctionType):
        return value.__module__.split(".")[0] == package
    if isinstance(value, dict):
        return "__builtins__" not in value  # a module's names, which are looked at with their module
    return True


def _written(module: types.ModuleType) -> list[tuple[str, str, str, str | None]]:
    """Calls such as `re.sub(r"…", …)` within the module: place, use, the pattern's and the flags' source."""
    calls = []
    for node in ast.walk(ast.parse(_source(module))):
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in _CALLS and node.args):
            continue
        if not (isinstance(node.func.value, ast.Name) and node.func.value.id in {"re", "regex"}):
            continue
        place = 2 if node.func.attr in {"match", "fullmatch", "search", "finditer", "findall"} else 1
        place = {"split": 3, "sub": 4, "subn": 4}.get(node.func.attr, place)
        given = node.args[place] if len(node.args) > place else None
        flags = next((keyword.value for keyword in node.keywords if keyword.arg == "flags"), given)
        where = f"{module.__name__}:{node.lineno}"
        use = node.func.attr if node.func.attr in {"match", "fullmatch", "compile"} else "search"
        calls.append((where, use, ast.unparse(node.args[0]), ast.unparse(flags) if flags else None))
    return calls
