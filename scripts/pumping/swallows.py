"""Runs of a repeat's alternatives where one of them may swallow the next: สมาชิก[ก-๎]{0,12} takes a second สมาชิก, or leaves it.

Each that follows doubles the ways in which the run can be read: a pattern that must try them all does so in a time that doubles
with it. A drawn sample seldom holds such a run, so each alternative's shortest text is put beside each that it may swallow.
"""

from __future__ import annotations

import re
from re import _constants, _parser  # type: ignore[attr-defined]  # the only parser of re's own syntax
from typing import TYPE_CHECKING, Any

from pumping.overlaps import FEW, REPEATS, UNIVERSE, inner_nodes, taken
from pumping.pumps import Pump, admits

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from random import Random

_MOST_ALTERNATIVES = 120  # of one repeat that are looked at
_END = "\x00"


def swallow_pumps(pattern: re.Pattern[Any], chance: Random, most: int) -> list[Pump]:
    """Runs of alternatives of which one may take the next for its own, at most so many.

    Args:
        pattern: the pattern, compiled by `re`.
        chance: which are taken where there are more than `most`.
        most: how many at most.
    """
    source = pattern.pattern if isinstance(pattern.pattern, str) else pattern.pattern.decode("latin-1")
    pumps: dict[Pump, None] = {}
    for lead, body in _repeats(list(_parser.parse(source, pattern.flags))):
        for unit in _units(body):
            pumps[Pump(lead, unit, _END)] = None
            pumps[Pump("", unit, _END)] = None
    made = list(pumps)
    return made if len(made) <= most else chance.sample(made, most)


def _units(body: Sequence[Any]) -> Iterator[str]:
    """Pairs of alternatives of a body, each as short as may be, the first of which has room for the second."""
    alternatives = list(_alternatives(body))[:_MOST_ALTERNATIVES]
    shorts = [_shortest(nodes) for nodes in alternatives]
    universe = "".join(dict.fromkeys(UNIVERSE + "".join(shorts)))
    for nodes, first in zip(alternatives, shorts, strict=True):
        for _, most, inner in _elastic(nodes):
            room = int(most) * max(1, len(_shortest(inner)))
            takes = set(taken(inner, universe))
            fitting = [second for second in shorts if second and len(second) <= room and takes.issuperset(second)]
            yield from (second if second == first else first + second for second in fitting)


def _repeats(nodes: Sequence[Any], lead: str = "") -> Iterator[tuple[str, Sequence[Any]]]:
    """The body of each repeat that may give up what it took, and the shortest text that leads there."""
    for at, (op, value) in enumerate(nodes):
        here = lead + _shortest(nodes[:at])
        if op in REPEATS and op is not _constants.POSSESSIVE_REPEAT and int(value[1]) >= FEW:
            yield here, value[2]
        for inner in inner_nodes(op, value):
            yield from _repeats(inner, here)


def _alternatives(nodes: Sequence[Any]) -> Iterator[Sequence[Any]]:
    """The branches of a body that is nothing but a choice, or the body itself."""
    if len(nodes) == 1:
        op, value = nodes[0]
        if op in {_constants.BRANCH, _constants.SUBPATTERN, _constants.ATOMIC_GROUP}:
            for inner in inner_nodes(op, value):
                yield from _alternatives(inner)
            return
    yield nodes


def _elastic(nodes: Sequence[Any]) -> Iterator[tuple[Any, Any, Sequence[Any]]]:
    """The repeats anywhere in what these nodes match that may take more or less."""
    for op, value in nodes:
        if op in REPEATS and int(value[1]) > int(value[0]):
            yield value
        for inner in inner_nodes(op, value):
            yield from _elastic(inner)


def _shortest(nodes: Sequence[Any]) -> str:
    """A text that these nodes match, with each repeat as few times as may be; what it says of its surroundings is left out."""
    made = ""
    for op, value in nodes:
        if op is _constants.LITERAL:
            made += chr(value)
        elif op is _constants.NOT_LITERAL:
            made += "ก" if chr(value) != "ก" else "ข"
        elif op is _constants.ANY:
            made += "ก"
        elif op is _constants.IN:
            made += _one_of(value)
        elif op in REPEATS:
            made += _shortest(value[2]) * int(value[0])
        elif op is _constants.BRANCH:
            made += min((_shortest(branch) for branch in value[1]), key=len)
        elif op in {_constants.SUBPATTERN, _constants.ATOMIC_GROUP}:
            made += "".join(map(_shortest, inner_nodes(op, value)))
    return made


def _one_of(items: Sequence[Any]) -> str:
    written = (chr(of) if kind is _constants.LITERAL else chr(of[0]) for kind, of in items if kind in _WRITTEN)
    return next((char for char in (*UNIVERSE, *written) if admits(items, char)), "")


_WRITTEN = {_constants.LITERAL, _constants.RANGE}
