"""Packs gold records of articles that may not be copied into places in their texts, and unpacks them beside the articles.

`annotations/pool.jsonl` says of each annotated article of the pool its id, a hash of its text, and its gold record with a
place (start, end; Python characters of the text) for every string. It holds no word of any article.

    python scripts/pool_gold.py unpack --part hold > hold.jsonl      # gold for `extractor evaluate`, from ../shared's pool
    python scripts/pool_gold.py pack GOLD.jsonl --part read >> annotations/pool.jsonl
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import re
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ROOT = Path(__file__).resolve().parent.parent
POOL = ROOT.parent / "shared" / "pool.jsonl.gz"
LABELS = ROOT / "annotations" / "pool.jsonl"
# white space and what has no width may differ between a value and the article's words
_LOOSE = r"[\s\u00ad\u200b-\u200f\u00a0\ufeff]*"
_CONVERTED = frozenset({"year", "edition", "date", "dates", "published"})


def main() -> int:
    """Run the command line; 0, or 2 with a message where an article or value is missing."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    unpack = commands.add_parser("unpack", help="print gold records with their articles, as `extractor evaluate` reads them")
    unpack.add_argument("--part", choices=("read", "hold"), help="only what was read while rules were written, or only the rest")
    unpack.add_argument("--full", action="store_true", help="only articles annotated in every field")
    unpack.add_argument("--pool", type=Path, default=POOL, help="the articles (default: %(default)s)")
    unpack.add_argument("--labels", type=Path, default=LABELS, help="the packed records (default: %(default)s)")
    pack = commands.add_parser("pack", help="print packed records of {id, text, gold} lines")
    pack.add_argument("gold", type=Path)
    pack.add_argument("--part", choices=("read", "hold"), required=True)
    options = parser.parse_args()
    try:
        lines = _unpacked(options) if options.command == "unpack" else _packed(options)
        for line in lines:
            print(json.dumps(line, ensure_ascii=False, separators=(",", ":")))
    except (OSError, ValueError) as error:
        print(f"pool_gold: {error}", file=sys.stderr)
        return 2
    return 0


def digest(text: str) -> str:
    """A short hash by which a text is known again."""
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def place(text: str, value: str) -> list[int]:
    """Where `value` first stands in `text`, white space aside.

    Raises:
        ValueError: it does not stand there.
    """
    at = text.find(value)
    if at >= 0:
        return [at, at + len(value)]
    letters = [re.escape(letter) for letter in re.sub(_LOOSE, "", value)]
    match = re.search(_LOOSE.join(letters), text)
    if match is None:
        raise ValueError(f"{value!r} does not stand in the text")
    return list(match.span())


def _walk(value: Any, change: Callable[[Any], Any], key: str = "") -> Any:  # noqa: ANN401
    """The record with `change` made to each string, or place of a string."""
    if key in _CONVERTED or value is None:
        return value
    if isinstance(value, dict):
        return {name: _walk(inner, change, name) for name, inner in value.items()}
    if isinstance(value, str) or _is_place(value):
        return change(value)
    return [_walk(inner, change, key) for inner in value]


def _words(text: str, span: list[int]) -> str:
    return text[span[0] : span[1]]


def _is_place(value: object) -> bool:
    return isinstance(value, list) and len(value) == 2 and all(isinstance(number, int) for number in value)


def _packed(options: argparse.Namespace) -> Iterator[dict[str, Any]]:
    for row in _rows(options.gold):
        text = row["text"]
        try:
            gold = _walk(row["gold"], partial(place, text))
        except ValueError as error:
            raise ValueError(f"{options.gold}: {row['id']}: {error}") from None
        yield {"id": row["id"], "hash": digest(text), "part": options.part, "gold": gold}


def _unpacked(options: argparse.Namespace) -> Iterator[dict[str, Any]]:
    if not options.pool.exists():
        raise ValueError(f"no articles at {options.pool}; name them with --pool")
    texts = {row["id"]: row["text"] for row in _rows(options.pool)}
    for row in _rows(options.labels):
        full = "people" in row["gold"]
        if (options.part and row["part"] != options.part) or (options.full and not full):
            continue
        text = texts.get(row["id"])
        if text is None or digest(text) != row["hash"]:
            raise ValueError(f"{row['id']} is not in {options.pool}, or its text is another")
        gold = _walk(row["gold"], partial(_words, text))
        empty: dict[str, Any] = {"title": None, "published": None, "people": [], "organisations": [], "dates": []}
        yield {"id": row["id"], "text": text, "gold": {**empty, **gold}}


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines if line.strip())


if __name__ == "__main__":
    sys.exit(main())
