"""Texts that may cost a regular expression more than their length: made from its own pieces, and from what articles are full of.

A pump is a beginning, a unit that is repeated until the text is as long as wanted, and an ending that spoils a match.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from re import _constants, _parser  # type: ignore[attr-defined]  # the only parser of re's own syntax
from typing import TYPE_CHECKING, Any

from extractor.normalise import normalise

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from random import Random

COMMON: tuple[str, ...] = (
    " ", "\n", "\t", " \n", "1", "12 ", "1.", ".", ". ", ",", "ก", "กา", "ก ", "กา\n", "a", "A ", "Ab ", "a.", "“", "”",
    "“ก", "“ก” ", '"', "'", "(", "((ก", "(ก) ", ")", "()", "[", "1) ", "1) ก\n", "1.1 ", "- ", "-", "/", ":", "นาย",
    "นายก ", "นายกา กา ", "นางสาว", "ดร.", "พล.ต.", "ศ.ดร.", "รางวัล", "รางวัลที่ 1 ", "รางวัล ", "ชนะเลิศ", "ประเภท",
    "ประเภท ก ", "สาขา", "ด้าน", "และ", "และ ", "จังหวัด", "จังหวัดน่าน ", "อำเภอ", "โรงเรียน", "โรงเรียนก ", "กรม",
    "กรมก ", "สำนักงาน", "วันที่ ", "1 ม.ค. ", "12 กันยายน 2565 ", "2565 ", "ปี ", "ครั้งที่ 1 ", "ระดับ", "โดย", "ของ",
    "ได้แก่ ", "คือ ", "<p>", "<!--", "<", "&", "\\", "\x1e", "\x1f", "ๆ", "ฯ", "ๆ ฯ ",
    " " * 40 + "ก", " " * 40 + "\n", "ก" + " " * 40,
)  # fmt: skip
ENDS = ("", "\x00", "\nก", "!")
_POOL = "ก กา1 .\n“”\"'()-/,:aA|ๆฯ\t" + "".join(map(chr, range(0x21, 0x7F))) + "ขคงาเแ่้ั"
_LONG = 12  # a repeat that may go on for longer than this is pumped


@dataclass(frozen=True, slots=True)
class Pump:
    """A text of any length."""

    start: str
    unit: str
    end: str

    def text(self, length: int, *, clean: bool = False) -> str:
        """The pumped text, of about so many characters; normalised, as nearly all of the package is handed it, where `clean`."""
        made = self.start + self.unit * max(1, (length - len(self.start)) // len(self.unit)) + self.end
        return _normalised(made) if clean else made


@lru_cache(maxsize=1000)
def _normalised(text: str) -> str:
    return normalise(text)[0]


class Sampler:
    """Texts that a parsed pattern matches, or nearly so: what it says of its surroundings is left out of account."""

    def __init__(self, chance: Random) -> None:
        self._chance = chance
        self._groups: dict[int, str] = {}

    def sequence(self, nodes: Sequence[Any]) -> str:
        return "".join(self.node(*node) for node in nodes)

    def node(self, op: Any, value: Any) -> str:  # noqa: ANN401 - one case a kind of node
        chance = self._chance
        if op is _constants.LITERAL:
            return chr(value)
        if op is _constants.NOT_LITERAL:
            return chance.choice([char for char in _POOL if ord(char) != value])
        if op is _constants.ANY:
            return chance.choice("ก 1a“")
        if op is _constants.IN:
            return self._one_of(value)
        if op is _constants.BRANCH:
            return self.sequence(chance.choice(value[1]))
        if op is _constants.SUBPATTERN:
            made = self.sequence(value[3])
            self._groups[value[0]] = made
            return made
        if op in {_constants.MAX_REPEAT, _constants.MIN_REPEAT, _constants.POSSESSIVE_REPEAT}:
            least, most, inner = value
            times = min(int(most), chance.choice((int(least), int(least) + 1, int(least) + 2)))
            return "".join(self.sequence(inner) for _ in range(times))
        if op is _constants.ATOMIC_GROUP:
            return self.sequence(value)
        if op is _constants.GROUPREF:
            return self._groups.get(value, "")
        if op is _constants.ASSERT:
            return self.sequence(value[1]) if chance.random() < 0.3 else ""
        return ""

    def _one_of(self, items: Sequence[Any]) -> str:
        allowed = [char for char in _POOL if admits(items, char)]
        if items[0][0] is not _constants.NEGATE:
            op, value = self._chance.choice(items)
            if op is _constants.LITERAL:
                return chr(value)
            if op is _constants.RANGE:
                return chr(self._chance.choice(value))
        return self._chance.choice(allowed or ["\u4e00"])


def admits(items: Sequence[Any], char: str) -> bool:
    negated = items[0][0] is _constants.NEGATE
    for op, value in items:
        if op is _constants.LITERAL and ord(char) == value:
            return not negated
        if op is _constants.RANGE and value[0] <= ord(char) <= value[1]:
            return not negated
        if op is _constants.CATEGORY and _in_category(value, char):
            return not negated
    return negated


def _in_category(value: Any, char: str) -> bool:  # noqa: ANN401 - one of re's constants
    kinds = {"DIGIT": r"\d", "SPACE": r"\s", "WORD": r"\w", "NOT_DIGIT": r"\D", "NOT_SPACE": r"\S", "NOT_WORD": r"\W"}
    return re.match(kinds[str(value).removeprefix("CATEGORY_")], char) is not None


def _repeats(
    nodes: Sequence[Any], before: tuple[Sequence[Any], ...] = ()
) -> Iterator[tuple[tuple[Sequence[Any], ...], Any, Sequence[Any]]]:
    """Every repeat that may be long: what stands before it, what is repeated, what follows."""
    for at, (op, value) in enumerate(nodes):
        here = (*before, nodes[:at])
        if op in {_constants.MAX_REPEAT, _constants.MIN_REPEAT, _constants.POSSESSIVE_REPEAT}:
            if int(value[1]) > _LONG:
                yield here, value[2], nodes[at + 1 :]
            yield from _repeats(value[2], here)
        elif op is _constants.SUBPATTERN:
            yield from _repeats(value[3], here)
        elif op is _constants.ATOMIC_GROUP:
            yield from _repeats(value, here)
        elif op is _constants.BRANCH:
            for branch in value[1]:
                yield from _repeats(branch, here)
        elif op in {_constants.ASSERT, _constants.ASSERT_NOT}:
            yield from _repeats(value[1], here)


def pieces(pattern: re.Pattern[Any], chance: Random, most: int = 24) -> list[str]:
    """Texts that the pattern's parts match: the bricks of pumps."""
    source = pattern.pattern if isinstance(pattern.pattern, str) else pattern.pattern.decode("latin-1")
    tree = _parser.parse(source, pattern.flags & ~re.UNICODE if isinstance(pattern.pattern, bytes) else pattern.flags)
    made = []
    sampler = Sampler(chance)
    for before, body, after in _repeats(list(tree)):
        made += ["".join(map(sampler.sequence, before)), sampler.sequence(body), sampler.sequence(after[:1])]
    made += [sampler.sequence(list(tree)) for _ in range(4)]
    chance.shuffle(made)
    return [piece[:200] for piece in dict.fromkeys(made) if piece][:most]


def own_pumps(pattern: re.Pattern[Any], chance: Random, most: int) -> list[Pump]:
    """Pumps for this very pattern: its long repeats pumped, and what nearly matches it many times over."""
    source = pattern.pattern if isinstance(pattern.pattern, str) else pattern.pattern.decode("latin-1")
    tree = list(_parser.parse(source, pattern.flags))
    sampler = Sampler(chance)
    pumps: list[Pump] = []
    for before, body, after in _repeats(tree):
        for _ in range(3):
            lead = "".join(map(sampler.sequence, before))
            unit, other, tail = sampler.sequence(body), sampler.sequence(body), sampler.sequence(after)
            ending = chance.choice(ENDS)
            pumps += [
                Pump(lead, unit, ending),
                Pump(lead, unit + other, ending),
                Pump("", lead + unit, ending),
                Pump("", unit, ending),
            ]
            pumps.append(Pump(lead, unit + tail[: chance.randrange(len(tail) + 1)], ending))
    for _ in range(10):
        whole = sampler.sequence(tree)
        back, cut = sorted((chance.randrange(len(whole) + 1), chance.randrange(len(whole) + 1)))
        pumps += [Pump("", whole[:cut], ""), Pump("", whole, chance.choice(ENDS)), Pump(whole[:cut], whole[back:cut], "\x00")]
    pumps = [pump for pump in dict.fromkeys(pumps) if pump.unit]
    if len(pumps) > most:
        pumps = chance.sample(pumps, most)
    return pumps


def common_pumps() -> list[Pump]:
    """Runs of what articles are full of."""
    return [Pump("", unit, "") for unit in COMMON]
