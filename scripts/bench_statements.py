"""Measures how many plain statements of who has won what are read, by kind of winner, of prize and of telling.

    python scripts/bench_statements.py [--missed KIND]

The statements are composed from parts (tests/assemble/statements): every winner in every telling, each time with a prize
that it may have. One case shows that a form is read; a share over combinations shows where the extractor has a hole,
however the form is filled. `--missed` prints the statements of a kind whose winner was not read with its prize.
"""

from __future__ import annotations

import argparse
import csv
import re
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from extractor.evaluate.values import agreement
from extractor.pipeline import extract

if TYPE_CHECKING:
    from collections.abc import Iterable

    from extractor.models import Conferral

FOLDER = Path(__file__).resolve().parent.parent / "tests" / "assemble" / "statements"
PARTS = ("winner", "prize", "telling")
FIELDS = ("award", "year", "edition", "category", "level")
_HEAD = "ข่าวประชาสัมพันธ์\nวันที่ 10 มกราคม 2567\n"
# who stands beside the winner in the tellings that are rows
_BESIDE = ("โรงเรียนบ้านเนินทอง", "เทศบาลตำบลบ้านกลาง")


def main() -> None:
    """Run the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--missed", metavar="KIND", help="print the statements of this kind that were not read rightly")
    options = parser.parse_args()
    found = readings()
    if options.missed:
        for reading in found:
            if options.missed in reading.kinds.values() and not reading.right:
                print(*reading.kinds.values(), reading.text.removeprefix(_HEAD).strip().replace("\n", "⏎"), sep=" | ")
        return
    invented = sum(reading.invented for reading in found)
    print(f"{len(found)} statements: {sum(r.right for r in found) / len(found):.3f} read rightly; {invented} invented winners")
    for part in PARTS:
        print(
            part,
            *(f"{kind} {share:.2f}" for kind, share in sorted(shares(found, part).items(), key=lambda pair: pair[1])),
            sep="  ",
        )


def shares(found: Iterable[Reading], part: str) -> dict[str, float]:
    """The share of statements read rightly, for each kind of a part."""
    right: dict[str, list[bool]] = defaultdict(list)
    for reading in found:
        right[reading.kinds[part]].append(reading.right)
    return {kind: sum(each) / len(each) for kind, each in right.items()}


@dataclass(frozen=True)
class Reading:
    """What became of one statement: its kinds, whether its winner and prize were read, and how many others were."""

    kinds: dict[str, str]
    right: bool
    invented: int
    text: str


def rows(name: str) -> list[dict[str, str]]:
    """The rows of a part."""
    with (FOLDER / f"{name}.tsv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def compose(winner: dict[str, str], prize: dict[str, str], telling: dict[str, str]) -> str:
    """A statement, with a blank wherever Thai writes one: beside persons' names, English and numbers."""
    text = telling["statement"].replace("\\n", "\n")
    if winner["person"]:
        text = re.sub(r"\{S\}(?=[ก-๙{])", "{S} ", re.sub(r"(?<=[ก-๙])\{S\}", " {S}", text))
    text = text.replace("{S}", winner["as told"]).replace("{A}", prize["as told"])
    if not re.match(r"[ก-๙]", prize["as told"]):
        text = re.sub(rf"(?<=[ก-๙]){re.escape(prize['as told'])}", f" {prize['as told']}", text)
    return _HEAD + re.sub(r"(\d)(?=มาครอง|ให้|โดย|ตกเป็น)", r"\1 ", text) + "\n"


def readings() -> list[Reading]:
    """Every winner in every telling, each time with one of the prizes that it may have."""
    found = []
    for row, winner in enumerate(rows("winners")):
        prizes = [prize for prize in rows("prizes") if prize["for persons"] or not winner["person"]]
        for column, telling in enumerate(rows("tellings")):
            prize = prizes[(5 * row + 3 * column + row * column) % len(prizes)]
            kinds = {"winner": winner["kind"], "prize": prize["kind"], "telling": telling["kind"]}
            found.append(read(compose(winner, prize, telling), winner, prize, kinds))
    return found


def read(text: str, winner: dict[str, str], prize: dict[str, str], kinds: dict[str, str]) -> Reading:
    """What the extractor makes of a statement; of others only those may win who stand in the row."""
    wanted = {name: prize[name] for name in FIELDS if prize[name]}
    beside = (winner["recipient"], *_BESIDE)
    right, invented = False, 0
    for conferral in extract(text).awards:
        told = conferral.recipient.text if conferral.recipient else ""
        invented += not any(agreement(name, told, "recipient").relaxed for name in beside)
        if agreement(winner["recipient"], told, "recipient").relaxed:
            right = right or all(said(conferral, name, value) for name, value in wanted.items())
    return Reading(kinds, right, invented, text)


def said(conferral: Conferral, name: str, value: str) -> bool:
    """Whether a conferral has a field's value, in words or converted."""
    mention = getattr(conferral, name)
    if mention is None:
        return False
    return str(mention.value) == value if name in {"year", "edition"} else agreement(value, mention.text, name).relaxed


if __name__ == "__main__":
    main()
