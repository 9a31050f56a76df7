"""Hypothesis looks for the text on which a pattern takes longest: what leads, what is repeated, what spoils the match."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import HealthCheck, Phase, given, settings, target
from hypothesis import seed as seeded
from hypothesis import strategies as st

from pumping.measure import short_seconds
from pumping.pumps import COMMON, ENDS, Pump, pieces

if TYPE_CHECKING:
    from collections.abc import Sequence
    from random import Random

    from pumping.collect import Found


def sought_pumps(found: Found, known: Sequence[Pump], window: int | None, chance: Random, most: int) -> list[Pump]:
    """The texts that it came upon, led by the seconds that short ones take; `known` are those that it starts from."""
    if not most:
        return []
    bricks = pieces(found.pattern, chance) or [" "]
    bases = [*known, *(Pump("", piece, "") for piece in bricks)]
    brick = st.sampled_from(bricks) | st.sampled_from(COMMON)
    maybe = st.just("") | st.just("") | brick
    made: list[Pump] = []

    @seeded(chance.randrange(1 << 30))
    @settings(
        max_examples=most,
        database=None,
        deadline=None,
        suppress_health_check=list(HealthCheck),
        phases=[Phase.generate, Phase.target],
    )
    @given(st.sampled_from(bases), maybe, maybe, st.sampled_from(ENDS) | st.sampled_from(bricks))
    def take(base: Pump, start: str, more: str, end: str) -> None:
        pump = Pump((start + base.start)[:200], (base.unit + more)[:200], end[:200])
        made.append(pump)
        target(short_seconds(found, pump, window) * 1e6)

    take()
    return list(dict.fromkeys(made))
