"""Measures how well whole short articles are read, by what they are composed of.

    python scripts/bench_passages.py [--missed KIND] [--most N]

Where `bench_statements.py` tries one sentence, here the facts of a conferral stand in several: the prize with its year in the
headline, the lead or the body, the winners below, and beside them who presided, judged, sponsored or was merely visited. The
articles are composed from parts (tests/assemble/passages): every telling with every kind of winner, the other parts
drawn by lot with a fixed seed; the gold follows from the parts. The measures are those of `extractor evaluate`, told for
each kind of each part. `--missed` prints articles of a kind with what was read wrongly.
"""

from __future__ import annotations

import argparse
import csv
import random
import re
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from extractor.evaluate.measures import CLEAN, ArticleScore, evaluate, ratio
from extractor.models import Article
from extractor.pipeline import extract

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

FOLDER = Path(__file__).resolve().parent.parent / "tests" / "assemble" / "passages"
GIVER = "กรมทรัพยากรน้ำ"
TIMES = 3
_SEED = 17
_FIELDS = ("award", "year", "edition", "category", "level", "work", "recipient", "parent")
_WINNER = re.compile(r"\{W(\d)\}")
_PERSON = re.compile(r"(?<=[ก-๙])(?=\{W\d\})|(?<=\})(?=[ก-๙])")

Row = dict[str, str]


@dataclass(frozen=True)
class Passage:
    """One composed article: the kind of each of its parts, its text, and its conferrals."""

    kinds: dict[str, str]
    text: str
    awards: list[dict[str, str | int | None]]


def main() -> None:
    """Run the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--missed", metavar="KIND", help="print articles of this kind that were not read rightly")
    parser.add_argument("--most", metavar="N", type=int, default=10, help="how many of them (10)")
    options = parser.parse_args()
    composed = passages()
    scored = score(composed)
    if options.missed:
        pairs = zip(composed, scored, strict=True)
        _print_missed([pair for pair in pairs if options.missed in pair[0].kinds.values()], options.most)
        return
    told = [each for passage, each in zip(composed, scored, strict=True) if passage.awards]
    print(
        f"{len(composed)} articles: award fields {f1(told):.3f}, conferrals {f1(told, 'conferrals'):.3f},"
        f" kept clean {clean(scored):.3f} of {len(composed) - len(told)}"
    )
    for part in composed[0].kinds:
        worst_first = sorted(shares(composed, scored, part).items(), key=lambda pair: pair[1])
        print(part, *(f"{kind} {share:.2f}" for kind, share in worst_first), sep="  ")


def f1(scored: Iterable[ArticleScore], measure: str = "award fields") -> float:
    """F1 of a measure over articles."""
    tallies = [tally for each in scored if (tally := each.tallies.get(measure))]
    right = sum(tally.tp for tally in tallies)
    return ratio(2 * right, 2 * right + sum(tally.fp + tally.fn for tally in tallies))


def clean(scored: Iterable[ArticleScore]) -> float:
    """The share of articles without a conferral for which none was read."""
    tallies = [tally.tp for each in scored if (tally := each.tallies.get(CLEAN))]
    return ratio(sum(tallies), len(tallies))


def shares(composed: Sequence[Passage], scored: Sequence[ArticleScore], part: str) -> dict[str, float]:
    """For each kind of a part F1 of the award fields, or for articles without conferrals the share kept clean."""
    kinds: dict[str, list[ArticleScore]] = defaultdict(list)
    for passage, each in zip(composed, scored, strict=True):
        if passage.awards or part == "telling":
            kinds[passage.kinds[part]].append(each)
    return {kind: clean(each) if CLEAN in each[0].tallies else f1(each) for kind, each in kinds.items()}


def score(composed: Sequence[Passage]) -> tuple[ArticleScore, ...]:
    """Every article extracted and compared with its gold."""
    empty: dict[str, object] = {
        "title": None,
        "published": None,
        "ceremonies": [],
        "people": [],
        "organisations": [],
        "dates": [],
    }
    gold = {str(number): empty | {"awards": passage.awards} for number, passage in enumerate(composed)}
    found = {id_: extract(Article(id=id_, text=passage.text)) for id_, passage in zip(gold, composed, strict=True)}
    return evaluate(gold, found).articles


def rows(name: str) -> list[Row]:
    """The rows of a part."""
    with (FOLDER / f"{name}.tsv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def passages() -> list[Passage]:
    """Every telling with every kind of winner, some times over; what else the article has is drawn by lot."""
    lot = random.Random(_SEED)
    winners: dict[str, list[Row]] = defaultdict(list)
    for winner in rows("winners"):
        winners[winner["kind"]].append(winner)
    prizes, headlines, leads, asides = (rows(name) for name in ("prizes", "headlines", "leads", "asides"))
    composed = []
    for telling in rows("tellings"):
        for who in winners.values():
            if who[0]["work"] and "work=" in telling["gold"]:
                continue
            for _ in range(TIMES):
                groups = [name for name in telling["group"].split() if name != "visit" or not who[0]["work"]]
                group = lot.choice(groups or ["one"])
                goes_on = telling["text"].startswith(" ")
                parts = {
                    "telling": telling,
                    "winner": {"kind": who[0]["kind"]},
                    "prize": lot.choice(prizes),
                    "headline": lot.choice([row for row in headlines if row["group"] == group]),
                    "lead": lot.choice([row for row in leads if row["group"] == group and ("{Q}" in row["text"] or not goes_on)]),
                    "before": lot.choice(asides),
                    "after": lot.choice(asides),
                }
                composed.append(compose(parts, lot.sample(who, len(who)), lot))
    return composed


def compose(parts: dict[str, Row], who: Sequence[Row], lot: random.Random) -> Passage:
    """An article of these parts. The prize has its year and edition in one of headline, lead and telling, or in all of them."""
    telling, prize = parts["telling"], parts["prize"]
    # what leaves its subject unsaid goes on with the lead's, with no other sentence between
    before = parts["before"]["text"] if "{W1}" in telling["text"] or "{W1}" not in parts["lead"]["text"] else ""
    clause = telling["text"] if telling["text"].startswith(" ") else ""
    texts = {
        "headline": parts["headline"]["text"],
        "lead": parts["lead"]["text"].replace("{Q}", clause),
        "before": before and "\n" + before,
        "telling": "" if clause else telling["text"].replace("\\n", "\n"),
        "after": parts["after"]["text"] and "\n" + parts["after"]["text"],
    }
    named = [name for name in ("headline", "lead", "telling") if re.search(r"\{G?A\}", texts[name])]
    where = lot.choice([*named, "all"])
    for name, text in texts.items():
        texts[name] = _filled(text, prize, who, full=where in {name, "all"})
    said = where != "all" or named
    kinds = {part: row["kind"] for part, row in parts.items()} | {"before": parts["before"]["kind"] if before else "none"}
    body = texts["lead"] + texts["before"] + texts["telling"] + texts["after"]
    if lot.random() < 0.5:
        kinds["layout"] = "once"
        text = f"{texts['headline']}\nวันที่ 10 มกราคม 2567\n{body}\n"
    else:
        kinds["layout"] = "thrice"
        text = f"รัฐบาลไทย-ข่าวทำเนียบรัฐบาล-{texts['headline']}\n\n\nวันพุธที่ 10 มกราคม 2567\nพิมพ์\n"
        text += f"{texts['headline']}\n" * 2 + body + "\n"
    kinds["year in"] = where
    gold = [_conferral(each, prize, who, said=bool(said)) for each in telling["gold"].split(";") if each]
    if not gold:
        kinds["telling"] = f"no {kinds['telling']}"
    return Passage(kinds, text, gold)


def _filled(text: str, prize: Row, who: Sequence[Row], *, full: bool) -> str:
    """A part with the prize and winners put in, and a blank wherever Thai writes one: beside persons' names and English."""
    suffix = "" if full else " short"
    forms = {"{GA}": f"given{suffix}", "{A}": f"name{suffix}", "{SGA}": "given short", "{SA}": "name short"}
    for token, column in forms.items():
        text = text.replace(token, prize[column])
    text = text.replace("{G}", GIVER)
    if who[0]["person"] or "“" in who[0]["as told"]:
        text = _PERSON.sub(" ", text)
    text = _WINNER.sub(lambda token: who[int(token[1]) - 1]["as told"], text)
    return re.sub(r"(?<=[A-Za-z\d])(?=[ก-๙])(?!ฯ)|(?<=[ก-๙])(?=[A-Za-z])", " ", text)


def _conferral(told: str, prize: Row, who: Sequence[Row], *, said: bool) -> dict[str, str | int | None]:
    """The conferral that a telling's gold says: the winner's number, and what holds of it alone."""
    number, *own = re.split(r" (?=[a-z]+=)", told)
    winner = who[int(number) - 1]
    values = {name: prize[name] for name in ("award", "year", "edition") if said or name == "award"}
    values |= {name: winner[name] for name in ("recipient", "parent", "work") if winner[name]}
    values |= dict(each.split("=", 1) for each in own)
    return {
        name: (int(value) if name in {"year", "edition"} else value) if (value := values.get(name)) else None
        for name in (*_FIELDS, "branch")
    }


def _print_missed(pairs: Iterable[tuple[Passage, ArticleScore]], most: int) -> None:
    missed = [pair for pair in pairs if any(each.subject == "award" and each.kind != "close" for each in pair[1].disagreements)]
    for passage, each in missed[:: max(1, len(missed) // most)][:most]:
        print("#", *passage.kinds.values(), sep=" | ")
        print(passage.text.strip())
        for disagreement in each.disagreements:
            if disagreement.subject == "award":
                wrong = [row for row in disagreement.rows if row.state == "wrong"]
                print(" ", disagreement.kind, *(f"{row.field}: {row.gold} / {row.predicted}" for row in wrong), sep="  ")


if __name__ == "__main__":
    main()
