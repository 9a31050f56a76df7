"""Frequent names that the gazetteers lack: award names that only their shape tells, and bodies without an authority id.

    scripts/mine_names.py corpus                                  a folder, a file, a pattern, or - as for `extractor extract`
    scripts/mine_names.py news.jsonl.gz --kind awards --at-least 5
    scripts/mine_names.py news --csv > names.csv                  a row a name, for a spreadsheet

Names are grouped by the word that they begin with (กรม, รางวัล), and spellings that differ in white space, quotation marks or
letter case are one name. Each comes with how often it stands in the articles, in how many of them, the rule that read it,
and one context. A frequent one is worth a row of its own in the gazetteers if it is read rightly: only a row gives it an
`id`, and joins its short and English forms to it. What is read wrongly here is a fault of the grammar, not a gap.
"""

from __future__ import annotations

import argparse
import csv
import signal
import sys
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from extractor import extract
from extractor import lexicon as gazetteers
from extractor.evaluate.values import fold
from extractor.read import read_articles

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from extractor.lexicon import Lexicon
    from extractor.models import Article, Mention, Record
    from extractor.read import Reject

KINDS = {"awards": "award names found by shape alone", "organisations": "bodies without an authority id"}
COLUMNS = ("kind", "head", "name", "count", "articles", "rule", "context", "article")
OTHER = "other"
# What an award's name may begin with; of several the longest.
AWARD_HEADS = (
    "รางวัล", "โล่รางวัล", "โล่", "ถ้วย", "เหรียญ", "เข็ม", "เกียรติบัตร", "การประกวด", "ประกวด", "การแข่งขัน", "แข่งขัน", "มหกรรม", "โครงการ",
)  # fmt: skip
AROUND = 30  # characters of context on either side


@dataclass(slots=True, eq=False)
class Name:
    """A name under all its spellings: how often and where it stands."""

    kind: str
    head: str
    rule: str
    context: str
    article: str
    spellings: Counter[str] = field(default_factory=Counter)
    articles: int = 0

    @property
    def name(self) -> str:
        """The most frequent spelling."""
        return self.spellings.most_common(1)[0][0]

    @property
    def count(self) -> int:
        return self.spellings.total()

    def row(self) -> dict[str, object]:
        """The name's values by column."""
        return {column: getattr(self, column) for column in COLUMNS}


def main() -> None:
    """Extract the articles, then print the names that resolved to nothing."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("inputs", metavar="INPUT", nargs="+", help="articles: files, folders, patterns, or - for standard input")
    parser.add_argument("--kind", choices=(*KINDS, "all"), default="all", help="which names to list (default: %(default)s)")
    parser.add_argument(
        "--at-least", type=int, default=2, metavar="N", help="names in no fewer than N articles (default: %(default)s)"
    )
    parser.add_argument("--most", type=int, default=200, metavar="N", help="no more than N of a kind (default: %(default)s)")
    parser.add_argument("--csv", action="store_true", help="a table with a row a name, most frequent first")
    parser.add_argument("--gazetteers", metavar="DIR", action="append", default=[], type=Path, help="names to add to the shipped")
    options = parser.parse_args()

    lexicon = gazetteers.load(*options.gazetteers)
    kinds = tuple(KINDS) if options.kind == "all" else (options.kind,)
    articles = read_articles(options.inputs, on_error=set_aside)
    names, seen = mine(articles, lexicon, kinds)
    chosen = [name for kind in kinds for name in frequent(names, kind, options.at_least)[: options.most]]
    if options.csv:
        table = csv.DictWriter(sys.stdout, COLUMNS)
        table.writeheader()
        table.writerows(name.row() for name in chosen)
        return
    for kind in kinds:
        of_kind = [name for name in chosen if name.kind == kind]
        print(f"{kind}: {KINDS[kind]}; {len(of_kind)} in at least {options.at_least} of {seen} articles")
        print_groups(of_kind)


def set_aside(reject: Reject) -> None:
    """Tell what could not be read, on the side."""
    print(reject, file=sys.stderr)


def mine(articles: Iterable[Article], lexicon: Lexicon, kinds: Sequence[str]) -> tuple[list[Name], int]:
    """The names of `kinds` that resolve to no gazetteer row, and the number of articles read."""
    body_heads = tuple(form for row in lexicon.of("agency_heads") for form in row.forms)
    heads = {"awards": AWARD_HEADS, "organisations": body_heads}
    names: dict[tuple[str, str], Name] = {}
    seen = 0
    for article in articles:
        seen += 1
        record = extract(article, lexicon=lexicon)
        for kind in kinds:
            told: dict[str, Mention] = {}
            for mention in unresolved(record, kind):
                told.setdefault(mention.text, mention)
            counted: set[Name] = set()
            for form, mention in told.items():
                spelling = " ".join(form.split())
                name = names.get((kind, fold(form)))
                if name is None:
                    head = head_of(spelling, heads[kind])
                    name = Name(kind, head, mention.rule, context(article.text, mention), article.id)
                    names[kind, fold(form)] = name
                name.spellings[spelling] += article.text.count(form)
                counted.add(name)
            for name in counted:
                name.articles += 1
    return list(names.values()), seen


def unresolved(record: Record, kind: str) -> Iterator[Mention]:
    """The mentions without an authority id, each place once: of a body known by another of its forms, none."""
    if kind == "organisations":
        for body in record.organisations:
            forms = (body.name, *body.aliases)
            if not any(form.id or form.rule == "organisation.gazetteer" for form in forms):
                yield body.name
        return
    told = (entry.award for entries in (record.awards, record.ceremonies, record.unconferred) for entry in entries)
    places = {(award.start, award.end): award for award in told if award and not award.id and award.rule != "award.gazetteer"}
    yield from (places[place] for place in sorted(places))


def head_of(name: str, heads: Iterable[str]) -> str:
    """The longest head word that a name begins with.

    >>> head_of("การประกวดผ้าลายพระราชทาน", ("การ", "การประกวด"))
    'การประกวด'
    """
    return max((head for head in heads if name.startswith(head)), key=len, default=OTHER)


def context(text: str, mention: Mention) -> str:
    """A name with some words on either side, the name in brackets.

    >>> context("วันนี้กรมประมงจัดพิธี", mention)
    'วันนี้[กรมประมง]จัดพิธี'
    """
    before, after = text[max(0, mention.start - AROUND) : mention.start], text[mention.end : mention.end + AROUND]
    return " ".join(f"{before}[{mention.text}]{after}".split())


def frequent(names: Iterable[Name], kind: str, least: int) -> list[Name]:
    """The names of a kind that stand in at least so many articles, most frequent first."""
    of_kind = (name for name in names if name.kind == kind and name.articles >= least)
    return sorted(of_kind, key=lambda name: (-name.articles, -name.count, name.name))


def print_groups(names: Sequence[Name]) -> None:
    """The names under their head words, the head with the most articles first."""
    groups: dict[str, list[Name]] = {}
    for name in names:
        groups.setdefault(name.head, []).append(name)
    for head, members in sorted(groups.items(), key=lambda group: -sum(name.articles for name in group[1])):
        print(f"\n  {head} ({len(members)})")
        print("  articles  times")
        for name in members:
            print(f"  {name.articles:>8}{name.count:>7}  {name.name}  [{name.rule}]\n{'':<19}{name.context}")
    print()


if __name__ == "__main__":
    signal.signal(signal.SIGPIPE, signal.SIG_DFL)  # `| head` ends it quietly
    main()
