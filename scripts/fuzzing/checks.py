"""One spoilt article: made from a number, read and extracted as a user would, and held against what is promised."""

from __future__ import annotations

import csv
import gzip
import hashlib
import io
import json
import math
import signal
import time
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

import jsonschema_rs
from pydantic import BaseModel

from extractor import extract
from extractor.models import Article, Mention
from extractor.read import read_articles
from fuzzing.mutators import mutate, mutate_bytes

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from extractor.models import Record
    from extractor.read import Reject

ROOT = Path(__file__).resolve().parent.parent.parent
POOL = ROOT.parent / "shared" / "pool.jsonl.gz"
SLOW = 10.0
"""Seconds of CPU after which an article of at most a few ten thousand characters has failed."""

_ENDINGS = (".txt", ".jsonl", ".csv", ".html", ".txt.gz", ".jsonl.gz", "")
_ENCODINGS = ("utf-8", "utf-8", "utf-8", "utf-8-sig", "utf-16", "cp874")


class BrokenPromiseError(AssertionError):
    """Something that is promised does not hold."""


class TooSlowError(Exception):
    """One article takes too long."""


@dataclass(slots=True)
class Tally:
    """What a number of articles came to."""

    articles: int = 0
    records: int = 0
    rejects: int = 0
    mentions: int = 0
    characters: int = 0
    slowest: float = 0.0
    slowest_number: int = -1
    failures: list[str] = field(default_factory=list)

    def add(self, other: Tally) -> None:
        """Take in what others came to."""
        self.articles += other.articles
        self.records += other.records
        self.rejects += other.rejects
        self.mentions += other.mentions
        self.characters += other.characters
        if other.slowest > self.slowest:
            self.slowest, self.slowest_number = other.slowest, other.slowest_number
        self.failures += other.failures


def seed_texts(*, pool: bool) -> list[str]:
    """The articles to be spoilt: the bundled corpus and, with `pool`, those of ../shared where it is present."""
    told: list[Reject] = []
    texts = [article.text for article in read_articles([str(ROOT / "corpus")], on_error=told.append)]
    if pool and POOL.exists():
        with gzip.open(POOL, "rt", encoding="utf-8") as lines:
            texts += [json.loads(line)["text"] for line in lines]
    return texts


def make(seed: int, number: int, texts: Sequence[str]) -> tuple[str, bytes]:
    """Article `number` of `seed`: the ending of the file that holds it, and its bytes.

    Two of three are texts handed to `extract` (ending .json: one JSON string, so that it can hold any character); the
    others files of every format that is read, half of which are spoilt in their bytes too.
    """
    chance = Random(f"{seed}:{number}")
    text = chance.choice(texts)
    length = max(20, int(math.exp(chance.gauss(math.log(900), 0.7))))
    start = 0 if chance.random() < 0.4 else chance.randrange(max(1, len(text) - length // 2))
    text = mutate(text[start : start + length], chance, texts)
    if chance.random() < 0.66:
        return ".json", json.dumps(text).encode()
    ending = chance.choice(_ENDINGS)
    data = _packed(text, ending, chance.choice(_ENCODINGS), chance)
    return ending, mutate_bytes(data, chance) if chance.random() < 0.5 else data


def _packed(text: str, ending: str, encoding: str, chance: Random) -> bytes:
    plain = ending.removesuffix(".gz")
    if plain == ".jsonl":
        text = "\n".join(
            json.dumps({"id": f"a{n}", "text": part}, ensure_ascii=chance.random() < 0.5) for n, part in _parts(text)
        )
    elif plain == ".csv":
        table = io.StringIO(newline="")
        csv.writer(table).writerows([("id", "text"), *((f"a{n}", part) for n, part in _parts(text))])
        text = table.getvalue()
    elif plain == ".html":
        text = "<html><head><title>ข่าว</title></head><body><p>" + text.replace("\n", chance.choice(("<br>", "</p>\n<p>")))
    data = text.encode(encoding, "replace")
    return gzip.compress(data, 1, mtime=0) if ending.endswith(".gz") else data


def _parts(text: str) -> Iterator[tuple[int, str]]:
    return enumerate(part for part in text.split("\n\n") if part)


def check_file(path: Path, tally: Tally) -> None:
    """Read the file at `path`, extract every article in it, and hold each record against what is promised.

    Raises:
        Exception: whatever broke.
    """
    if path.suffix == ".json":
        articles = iter([Article(id="fuzz", text=json.loads(path.read_bytes()))])
    else:
        articles = read_articles([str(path)], on_error=lambda reject: _check_reject(reject, tally))
    with _limited(SLOW):
        for article in articles:
            check_article(article, tally)


def _check_reject(reject: Reject, tally: Tally) -> None:
    tally.rejects += 1
    if not reject.error or not reject.remedy or "\n" in str(reject):
        raise BrokenPromiseError(f"the reject is not one line with a remedy: {reject!r}")


def check_article(article: Article, tally: Tally) -> None:
    """Extract one article and check its record.

    Raises:
        BrokenPromiseError: a mention does not stand where it says, or the record is not as the schema has it.
    """
    record = extract(article)
    text = article.text
    for mention in _mentions(record):
        tally.mentions += 1
        if text[mention.start : mention.end] != mention.text or not mention.text:
            raise BrokenPromiseError(f"{mention!r} is not what stands there: {text[mention.start : mention.end]!r}")
    if record.text_sha256 != hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest():
        raise BrokenPromiseError("the hash is not the text's")
    written = record.model_dump_json()
    written.encode()
    error = next(iter(_validator().iter_errors(json.loads(written))), None)
    if error is not None:
        raise BrokenPromiseError(f"against the schema: {error.message} at {error.instance_path}")
    tally.records += 1
    tally.characters += len(text)


def _mentions(record: Record) -> Iterator[Mention]:
    rest: list[object] = [record]
    while rest:
        value = rest.pop()
        if isinstance(value, Mention):
            yield value
        elif isinstance(value, BaseModel):
            rest += (getattr(value, name) for name in type(value).model_fields if name != "meta")
        elif isinstance(value, tuple):
            rest += value


_VALIDATORS: list[jsonschema_rs.Draft202012Validator] = []


def _validator() -> jsonschema_rs.Draft202012Validator:
    if not _VALIDATORS:
        schema = json.loads((ROOT / "docs" / "record.schema.json").read_text(encoding="utf-8"))
        _VALIDATORS.append(jsonschema_rs.Draft202012Validator(schema))
    return _VALIDATORS[0]


@contextmanager
def _limited(seconds: float) -> Iterator[None]:
    def stop(*_: object) -> None:
        raise TooSlowError(f"more than {seconds:g} s of CPU")

    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def check_numbers(seed: int, numbers: range, texts: Sequence[str], place: Path, failed: Path) -> Tally:
    """Make and check these articles one by one; a failing one is left in the folder `failed`.

    Args:
        seed: the run's seed.
        numbers: which articles of it.
        texts: what is spoilt.
        place: a folder in which each is written, to be read from there; after a crash of the whole process the last is there.
        failed: where those go at which something broke.
    """
    tally = Tally()
    for number in numbers:
        ending, data = make(seed, number, texts)
        path = place / f"{seed}-{number}{ending}"
        path.write_bytes(data)
        began = time.process_time()
        try:
            check_file(path, tally)
        except Exception as error:  # noqa: BLE001 - any is a find
            failed.mkdir(parents=True, exist_ok=True)
            (failed / path.name).write_bytes(data)
            said = f"{type(error).__name__}: {error}".splitlines()[0][:300]
            tally.failures.append(f"{said}\n  replay: python scripts/fuzz.py --replay {failed / path.name}")
        taken = time.process_time() - began
        if taken > tally.slowest:
            tally.slowest, tally.slowest_number = taken, number
        tally.articles += 1
        path.unlink()
    return tally
