"""Measures the workbench's server under many readers and a few editors at once, and looks whether any edit was lost.

    python scripts/bench_web.py                        50 readers and 5 editors for 60 seconds
    python scripts/bench_web.py --pause 0              the same without a pause between a reader's requests
    python scripts/bench_web.py --database ARCHIVE     over a copy of another archive (SQLite)

`extractor serve` runs as its own process over an archive of the first articles of ../shared/pool.jsonl.gz, and is asked over the
loopback by this one, so that both share the machine. A reader waits a second, more or less, and asks for one of: a search with
facets, a page of a filtered list, a conferral, its history, an article, the facets, and what pages of the workbench there are.
An editor reads a conferral of a few that all editors share, waits as long, and sets its level to words never used before,
with the ETag that was read; an edit that is refused because another was quicker (412) is begun anew.

Afterwards the archive's events are compared with what the editors were told: an edit that was acknowledged and has no event is
lost, and one that took the place of another that its editor had not seen overwrote it.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import random
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import httpx
from bench_archive import incoming, records

from extractor.archive.database import open_archive
from extractor.archive.importing import import_records
from extractor.lexicon import load

if TYPE_CHECKING:
    from collections.abc import Iterator

V1 = "/api/v1"
SHARED = 40  # conferrals that the editors work on
WORDS = ("รางวัล", "กรมการพัฒนาชุมชน", "เลิศรัฐ ชนะเลิศ", "โรงเรียน", "พช.", "ดีเดน", "เทศบาล", "มหาวิทยาลัย")
SERVE = "import sys; from extractor.cli import main; sys.argv[0] = 'extractor'; main()"


@dataclass(slots=True)
class Seen:
    """What came of the requests: milliseconds by what was asked, faults by what they were, and the edits."""

    taken: defaultdict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    faults: Counter[str] = field(default_factory=Counter)
    refused: int = 0
    done: dict[str, tuple[str, str | None]] = field(default_factory=dict)


def main() -> None:
    """Measure, and print the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--readers", type=int, default=50)
    parser.add_argument("--editors", type=int, default=5)
    parser.add_argument("--seconds", type=float, default=60.0)
    parser.add_argument(
        "--pause", type=float, default=1.0, help="seconds between two requests of one reader or editor, on average"
    )
    parser.add_argument("--articles", type=int, default=3_000, help="articles of the archive that is made")
    parser.add_argument("--database", help="a SQLite archive to copy instead")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="bench-web-") as folder:
        place = Path(folder) / "awards.sqlite"
        if options.database:
            shutil.copy(options.database, place)
        else:
            engine = open_archive(str(place), create=True)
            import_records(engine, incoming(records(), options.articles), load())
            engine.dispose()
        with serving(place) as address:
            seen, total, events = asyncio.run(crowd(address, options))
    report(seen, total, events, options)


@contextlib.contextmanager
def serving(place: Path) -> Iterator[str]:
    """The address of `extractor serve` over an archive, while it runs."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = [sys.executable, "-c", SERVE, "serve", "--database", str(place), "--port", str(port), "--who", "bench"]
    process = subprocess.Popen(command, stderr=subprocess.PIPE)
    assert process.stderr is not None
    try:
        if b"open " not in process.stderr.readline():
            sys.exit(f"the server did not start: {process.stderr.read().decode()}")
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait()


async def crowd(address: str, options: argparse.Namespace) -> tuple[Seen, int, list[dict[str, Any]]]:
    """Let readers and editors work at once; gives what they saw, how many conferrals there are, and the events afterwards."""
    seen = Seen()
    # uvicorn ends a connection that was idle for five seconds, perhaps just as a request is on its way
    limits = httpx.Limits(max_connections=None, max_keepalive_connections=None, keepalive_expiry=3)
    async with httpx.AsyncClient(base_url=address, timeout=60, limits=limits) as client:
        first = (await client.get(f"{V1}/conferrals?limit=200")).json()
        known = [item["id"] for item in first["items"]]
        places = await offered(client, known)
        until = time.monotonic() + options.seconds
        async with asyncio.TaskGroup() as group:
            for number in range(options.readers):
                group.create_task(read(client, places, seen, until, options.pause, random.Random(number)))
            for number in range(options.editors):
                group.create_task(edit(client, known[:SHARED], seen, until, options.pause, random.Random(-1 - number)))
        events: list[dict[str, Any]] = []
        following: str | None = f"{V1}/events?limit=200"
        while following is not None:
            answer = await client.get(following)
            events += answer.json()["items"]
            following = answer.links.get("next", {}).get("url")
    return seen, first["total"], events


async def offered(client: httpx.AsyncClient, known: list[str]) -> dict[str, list[str]]:
    """Addresses to ask for by what they are: the API's, and those pages of the workbench that there are."""
    facets = (await client.get(f"{V1}/facets")).json()["facets"]
    awards = [value["value"] for value in facets["award"]]
    articles = [item["id"] for item in (await client.get(f"{V1}/articles?limit=200")).json()["items"]]
    places = {
        "API: search": [f"{V1}/search?q={word}" for word in WORDS],
        "API: list": [f"{V1}/conferrals?award={award}" for award in awards],
        "API: conferral": [f"{V1}/conferrals/{given}" for given in known],
        "API: history": [f"{V1}/conferrals/{given}/history" for given in known],
        "API: article": [f"{V1}/articles/{given}" for given in articles],
        "API: facets": [f"{V1}/facets?year={value['value']}" for value in facets["year"]],
    }
    pages = {
        "page: search": [f"/browse?q={word}" for word in WORDS],
        "page: award": [f"/award/{award}" for award in awards],
        "page: conferral": [f"/conferral/{given}" for given in known],
        "page: article": [f"/article/{given}" for given in articles],
        "page: inbox": ["/inbox"],
    }
    there = {what: (await client.get(some[0])).status_code == 200 for what, some in pages.items()}
    return places | {what: some for what, some in pages.items() if there[what]}


async def read(
    client: httpx.AsyncClient, places: dict[str, list[str]], seen: Seen, until: float, pause: float, dice: random.Random
) -> None:
    """One reader."""
    await asyncio.sleep(dice.random() * pause)
    while time.monotonic() < until:
        what = dice.choice(list(places))
        await asked(client, "GET", dice.choice(places[what]), what, seen)
        await asyncio.sleep(pause * (0.5 + dice.random()))


async def edit(client: httpx.AsyncClient, known: list[str], seen: Seen, until: float, pause: float, dice: random.Random) -> None:
    """One editor."""
    while time.monotonic() < until:
        place = f"{V1}/conferrals/{dice.choice(known)}"
        before = await asked(client, "GET", place, "edit: read", seen)
        await asyncio.sleep(pause * (0.5 + dice.random()))
        if before is None or before.status_code != 200:
            continue
        words = f"ระดับ {dice.getrandbits(64):x}"
        tag = before.headers["etag"]
        done = await asked(client, "PATCH", place, "edit: write", seen, json={"level": words}, headers={"If-Match": tag})
        if done is not None and done.status_code == 412:
            seen.refused += 1
        elif done is not None and done.status_code == 200:
            seen.done[words] = (before.json()["id"], before.json()["level"])


async def asked(
    client: httpx.AsyncClient,
    method: str,
    place: str,
    what: str,
    seen: Seen,
    **more: Any,  # noqa: ANN401 - httpx's options
) -> httpx.Response | None:
    """One request, timed; what is neither an answer nor a foreseen refusal is a fault."""
    begun = time.perf_counter()
    try:
        answer = await client.request(method, place, **more)
    except httpx.HTTPError as error:
        seen.faults[f"{what}: {type(error).__name__}"] += 1
        return None
    seen.taken[what].append(1000 * (time.perf_counter() - begun))
    if answer.status_code not in {200, 412}:
        seen.faults[f"{what}: {answer.status_code}"] += 1
    return answer


def report(seen: Seen, total: int, events: list[dict[str, Any]], options: argparse.Namespace) -> None:
    """Print the table, and what became of the edits."""
    crowd_of = f"{options.readers} readers, {options.editors} editors"
    print(f"{total:,} conferrals; {crowd_of}, {options.seconds:g} s, pause {options.pause:g} s")
    print(f"{'asked for':<18}{'requests':>9}{'median ms':>11}{'95 % ms':>9}")
    whole = [each for what, some in seen.taken.items() if not what.startswith("edit") for each in some]
    for what, some in [*sorted(seen.taken.items()), ("all readers", whole)]:
        if some:
            worst = statistics.quantiles(some, n=20)[-1] if len(some) > 1 else some[0]
            print(f"{what:<18}{len(some):>9,}{statistics.median(some):>11.0f}{worst:>9.0f}")
    print(f"errors: {sum(seen.faults.values()):,}" + "".join(f"; {what} {number}" for what, number in seen.faults.items()))
    kept = {event["value"]: event for event in events if event["field"] == "level"}
    lost = [words for words in seen.done if words not in kept]
    unseen = 0
    last: dict[str, str] = {}
    for event in sorted(kept.values(), key=lambda event: int(event["id"])):
        given, level = seen.done.get(event["value"], (event["subject"], None))
        unseen += event["value"] in seen.done and event["subject"] in last and last[event["subject"]] != level
        last[given] = event["value"]
    print(f"edits: {len(seen.done):,} done, {seen.refused:,} refused (412)", end="")
    print(f", {len(lost):,} lost, {unseen:,} overwrote what was not seen")


if __name__ == "__main__":
    main()
