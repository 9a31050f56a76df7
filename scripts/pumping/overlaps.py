"""The runs that a pattern may share out among its repeats in more than one way: where it costs most, if it does anywhere.

A repeat within a repeat, two repeats that admit the same character, and a repeat that a search may begin at any of its
characters: each is fed with a run of what both take, after what leads there and before what spoils the match.
"""

from __future__ import annotations

import re
from re import _constants, _parser  # type: ignore[attr-defined]  # the only parser of re's own syntax
from typing import TYPE_CHECKING, Any

from pumping.pumps import ENDS, Pump, Sampler, admits

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from random import Random

REPEATS = {_constants.MAX_REPEAT, _constants.MIN_REPEAT, _constants.POSSESSIVE_REPEAT}
"""What the parser calls a repeat."""
UNIVERSE = "ก า1aA .,\n\t“”\"'()-/:|ๆฯ่\u0e31+&_=<>;[]"
"""One character of each kind that articles and patterns are made of."""
FEW = 4
"""Times that a repeat goes on at least to be looked at: two of five may share a run in many ways already."""


def overlap_pumps(pattern: re.Pattern[Any], chance: Random, most: int) -> list[Pump]:
    """Runs that more than one repeat of the pattern takes, at most so many."""
    source = pattern.pattern if isinstance(pattern.pattern, str) else pattern.pattern.decode("latin-1")
    tree = list(_parser.parse(source, pattern.flags))
    sampler = Sampler(chance)
    universe = "".join(dict.fromkeys(UNIVERSE + "".join(_literals(tree))))[:400]
    repeats = [(before, body, set(taken(body, universe))) for before, body in _found(tree)]
    pumps: dict[Pump, None] = {}
    for at, (before, body, takes) in enumerate(repeats):
        lead = "".join(map(sampler.sequence, before))
        shared = [takes & others for _, _, others in repeats[at + 1 :]]
        for both in [*shared[:6], takes]:
            if not both:
                continue
            first = chance.choice(sorted(both))
            second = chance.choice(sorted(both))
            unit = sampler.sequence(body) or first
            for run in (first, first + second, unit):
                pumps[Pump(lead, run, chance.choice(ENDS))] = None
            pumps[Pump("", first, chance.choice(ENDS))] = None
            pumps[Pump("", lead + first * 3, chance.choice(ENDS))] = None
    made = list(pumps)
    return made if len(made) <= most else chance.sample(made, most)


def _found(
    nodes: Sequence[Any], before: tuple[Sequence[Any], ...] = ()
) -> Iterator[tuple[tuple[Sequence[Any], ...], Sequence[Any]]]:
    """Every repeat, from left to right, with what stands before it."""
    for at, (op, value) in enumerate(nodes):
        here = (*before, nodes[:at])
        if op in REPEATS and int(value[1]) >= FEW:
            yield here, value[2]
        for inner in inner_nodes(op, value):
            yield from _found(inner, here)


def inner_nodes(op: Any, value: Any) -> list[Sequence[Any]]:  # noqa: ANN401 - one case a kind of node
    if op in REPEATS:
        return [value[2]]
    if op is _constants.SUBPATTERN:
        return [value[3]]
    if op is _constants.ATOMIC_GROUP:
        return [value]
    if op is _constants.BRANCH:
        return list(value[1])
    if op in {_constants.ASSERT, _constants.ASSERT_NOT}:
        return [value[1]]
    if op is _constants.GROUPREF_EXISTS:
        return [part for part in value[1:] if part]
    return []


def _literals(nodes: Sequence[Any]) -> Iterator[str]:
    """The characters that are written out in the pattern."""
    for op, value in nodes:
        if op is _constants.LITERAL:
            yield chr(value)
        elif op is _constants.IN:
            yield from (chr(of) for kind, of in value if kind is _constants.LITERAL)
        for inner in inner_nodes(op, value):
            yield from _literals(inner)


def taken(nodes: Sequence[Any], universe: str) -> Iterator[str]:
    """The characters that may stand anywhere in what these nodes match."""
    for op, value in nodes:
        if op is _constants.LITERAL:
            yield chr(value)
        elif op is _constants.NOT_LITERAL:
            yield from (char for char in universe if ord(char) != value)
        elif op is _constants.ANY:
            yield from universe
        elif op is _constants.IN:
            yield from (char for char in universe if admits(value, char))
        elif op not in {_constants.ASSERT, _constants.ASSERT_NOT}:
            for inner in inner_nodes(op, value):
                yield from taken(inner, universe)
