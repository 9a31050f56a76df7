"""How long the texts are that the package hands to each pattern: a whole article, a line, or a window of so many characters."""

from __future__ import annotations

import re
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from extractor.anchors import Anchored, Ending

if TYPE_CHECKING:
    from collections.abc import Iterator

Key = tuple[Any, int]

_METHODS = {"match", "fullmatch", "search", "finditer", "findall", "split", "sub", "subn"}


class _Recorder:
    """Stands in a pattern's place and notes the longest stretch that it is asked to look at."""

    def __init__(self, pattern: re.Pattern[Any], longest: dict[Key, int]) -> None:
        self._pattern = pattern
        self._longest = longest

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever a pattern has
        value = getattr(self._pattern, name)
        if name not in _METHODS:
            return value
        key = (self._pattern.pattern, self._pattern.flags)

        def noting(*arguments: Any, **options: Any) -> Any:  # noqa: ANN401
            given = arguments[1] if name in {"sub", "subn"} else arguments[0]
            begin, end = 0, len(given)
            if name in {"match", "fullmatch", "search", "finditer", "findall"}:
                begin = arguments[1] if len(arguments) > 1 else 0
                end = min(end, arguments[2]) if len(arguments) > 2 else end
            self._longest[key] = max(self._longest.get(key, 0), end - begin)
            return value(*arguments, **options)

        return noting


@contextmanager
def recording(package: str = "extractor") -> Iterator[dict[Key, int]]:
    """While this lasts, the patterns that stand in modules, or in dicts and lists of theirs, note what they are given."""
    longest: dict[Key, int] = {}
    put_back: list[tuple[Any, Any, re.Pattern[Any]]] = []

    def replace(holder: Any, key: Any) -> None:  # noqa: ANN401 - a dict or a list
        pattern = holder[key]
        put_back.append((holder, key, pattern))
        holder[key] = _Recorder(pattern, longest)

    for name, module in list(sys.modules.items()):
        if name.split(".")[0] != package:
            continue
        names = vars(module)
        for key, value in list(names.items()):
            if isinstance(value, re.Pattern):
                replace(names, key)
            elif isinstance(value, Anchored | Ending) and isinstance(value.pattern, re.Pattern):
                put_back.append((value, "pattern", value.pattern))
                value.pattern = _Recorder(value.pattern, longest)  # type: ignore[assignment]
            elif isinstance(value, dict | list) and not key.startswith("__"):
                for inner in list(value) if isinstance(value, dict) else range(len(value)):
                    if isinstance(value[inner], re.Pattern):
                        replace(value, inner)
    try:
        yield longest
    finally:
        for holder, key, pattern in reversed(put_back):
            if isinstance(holder, Anchored | Ending):
                holder.pattern = pattern
            else:
                holder[key] = pattern
