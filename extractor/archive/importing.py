"""Takes records into an archive: all of a run in one transaction, and twice the same is once.

An article is known by its outlet and its id. One that says the same as before is passed over; one that says something else
takes the place of what it said, and what people decided stays: a decision belongs to a conferral, and a conferral lives on in
the telling that follows the one it came from.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from extractor.archive import known
from extractor.archive.adopting import adopt
from extractor.archive.bulk import add, batches, change, fetch, next_number, remove
from extractor.archive.closing import close
from extractor.archive.database import writing
from extractor.archive.entries import FIELDS
from extractor.archive.events import told_with, utc_now
from extractor.archive.gathering import gathered
from extractor.archive.identity.folding import solid
from extractor.archive.joining import Joiner, compared
from extractor.archive.naming import Names, forget
from extractor.archive.search import index
from extractor.archive.settling import drop, fetch_decided, settle
from extractor.archive.standing import reopen
from extractor.archive.tables import Article, Ceremony, Conferral, Link, Mention, Run, Telling, TellingKey
from extractor.archive.words import event_of, find_again
from extractor.version import __version__

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from sqlalchemy import Connection, Engine, Row

    from extractor.archive.incoming import Brought, Held, Incoming, Told
    from extractor.lexicon import Lexicon

_AT_ONCE = 500  # articles whose names and conferrals are looked up together

_ALIKE = ("recipient", "work", "award", "category", "year", "level", "branch")


@dataclass(slots=True)
class Imported:
    """What a run changed: articles, each counted once, by what became of them; how many conferrals the archive has now."""

    added: int = 0
    changed: int = 0
    unchanged: int = 0
    set_aside: int = 0
    tellings: int = 0
    conferrals: int = 0


def import_records(
    engine: Engine,
    records: Iterable[Incoming],
    lexicon: Lexicon,
    *,
    source: str = "",
    set_aside: Callable[[], int] = lambda: 0,
    again: Callable[[str], None] = lambda _: None,
) -> Imported:
    """Take records into the archive, in one transaction that begins when all of them are read.

    Args:
        engine: the archive, as `open_archive` gives it.
        records: what to take in; read as it goes, so that they need not fit in memory.
        lexicon: the gazetteers whose agencies and awards are the known authorities.
        source: what was imported, in words, for the archive's list of runs.
        set_aside: how many articles could not be read, asked when all records are in.
        again: told the id of an article (`outlet/id`) that came before in this run and said something else; the last holds.

    Raises:
        ArchiveError: the database failed; the archive is as it was.
    """
    with writing(engine):
        pass  # an archive that cannot be written is told now, not when all is read
    with gathered(records, known.provinces(lexicon), again) as articles, writing(engine) as connection:
        run = _Import(connection, lexicon)
        for some in batches(articles, _AT_ONCE):
            run.take(some)
        run.done.set_aside = set_aside()
        run.finish(source)
        return run.done


class _Import:
    def __init__(self, connection: Connection, lexicon: Lexicon) -> None:
        self._connection = connection
        self._lexicon = lexicon
        self._now = utc_now()
        taken = known.take_in(connection, lexicon, self._now)
        self.authorities = taken.added | taken.changed
        adopt(connection, taken.learned, self._now)
        self._names = Names(connection, self._now)
        self._joiner = Joiner(connection, self._now)
        self._run = next_number(connection, Run.id)
        self._next = {table: next_number(connection, table.id) for table in (Article, Mention, Link, Telling, Ceremony)}
        self.done = Imported()
        self.conferrals, _ = settle(connection, told_with(connection, taken.changed), self._now)
        self._left: set[str] = set()
        self._unlinked: set[str] = set()
        started = {"id": self._run, "started": self._now, "finished": self._now, "input": "", "version": __version__}
        counts = {"added": 0, "changed": 0, "unchanged": 0, "set_aside": 0}
        add(connection, Run, [started | {"gazetteers": lexicon.digest} | counts])

    def take(self, articles: list[Brought]) -> None:
        """Take in articles, none of them twice."""
        before = self._held(articles)
        new: list[tuple[Brought, int]] = []
        replaced: list[int] = []
        for brought in articles:
            held = before.get((brought.outlet, brought.article_id))
            if held is None:
                new.append((brought, self._number(Article)))
                self.done.added += 1
            elif held.record_sha256 == brought.row["record_sha256"]:
                self.done.unchanged += 1
                self._late_text(held, brought)
            else:
                new.append((brought, held.id))
                replaced.append(held.id)
                self.done.changed += 1
        if not new:
            return
        old = self._clear(replaced)
        kept = {"imported": self._now, "run": self._run}
        stand = set(replaced)
        add(self._connection, Article, [{"id": at} | brought.row | kept for brought, at in new if at not in stand])
        change(
            self._connection,
            Article,
            "id",
            [{"id": at} | self._with_text(brought, before) | kept for brought, at in new if at in stand],
        )
        self._mentions(new)
        self._names.prepare((name.kind, name.value) for brought, _ in new for name in brought.names)
        rows = {at: self._link(brought, at) for brought, at in new}
        self._names.write()
        add(self._connection, Link, [row for some in rows.values() for row in some])
        links = {at: [row["authority"] for row in some] for at, some in rows.items()}
        self._ceremonies(new, links)
        self._tellings(new, links, old)
        find_again(self._connection, {at: brought.row["text"] for brought, at in new if at in stand})
        reopen(self._connection, [at for brought, at in new if at in stand and _is_other(brought, old[at])])

    def _held(self, articles: list[Brought]) -> dict[tuple[str, str], Row[Any]]:
        wanted = select(
            Article.id,
            Article.outlet,
            Article.article_id,
            Article.record_sha256,
            Article.text_sha256,
            Article.text.is_(None).label("bare"),
        )
        ids = sorted({brought.article_id for brought in articles})
        return {(row.outlet, row.article_id): row for row in fetch(self._connection, wanted, Article.article_id, ids)}

    def _late_text(self, held: Row[Any], brought: Brought) -> None:
        """Keep a text that an earlier import of the same record did not have."""
        if held.bare and brought.row["text"] is not None:
            change(self._connection, Article, "id", [{"id": held.id, "text": brought.row["text"]}])

    def _with_text(self, brought: Brought, before: dict[tuple[str, str], Row[Any]]) -> dict[str, Any]:
        """The article's row; a text that stands there stays where the record comes without one and means the same text."""
        held = before[brought.outlet, brought.article_id]
        row = brought.row
        if row["text"] is None and not held.bare and held.text_sha256 == row["text_sha256"]:
            text = self._connection.execute(select(Article.text).where(Article.id == held.id)).scalar()
            return row | {"text": text}
        return row

    def _clear(self, articles: list[int]) -> dict[int, list[Row[Any]]]:
        """Take away what changed articles told; gives their old tellings."""
        old: dict[int, list[Row[Any]]] = defaultdict(list)
        columns = (Telling.id, Telling.article, Telling.key, Telling.conferral, Telling.pinned, Telling.gone)
        wanted = select(*columns, *(getattr(Telling, name) for name in FIELDS)).order_by(Telling.id)
        for row in fetch(self._connection, wanted, Telling.article, articles):
            old[row.article].append(row)
        linked = fetch(self._connection, select(Link.authority).distinct(), Link.article, articles)
        self._unlinked |= {row.authority for row in linked}
        for column in (Mention.article, Link.article, Ceremony.article):
            remove(self._connection, column, articles)
        decided = fetch_decided(self._connection, {row.conferral for rows in old.values() for row in rows})
        kept = [row.id for rows in old.values() for row in rows if row.conferral in decided and event_of(row.key) is None]
        self._drop([row.id for rows in old.values() for row in rows if row.conferral not in decided])
        change(self._connection, Telling, "id", [{"id": each, "gone": True} for each in kept])
        self._left |= {row.conferral for rows in old.values() for row in rows}
        return old

    def _drop(self, tellings: list[int]) -> None:
        remove(self._connection, TellingKey.telling, tellings)
        remove(self._connection, Telling.id, tellings)

    def _number(self, table: type[Article | Mention | Link | Telling | Ceremony]) -> int:
        self._next[table] += 1
        return self._next[table] - 1

    def _mentions(self, new: list[tuple[Brought, int]]) -> None:
        rows = [mention | {"article": at} for brought, at in new for mention in brought.mentions]
        first = self._next[Mention]
        self._next[Mention] += len(rows)
        for number, row in enumerate(rows, start=first):
            row["id"] = number
        add(self._connection, Mention, rows)

    def _link(self, brought: Brought, article: int) -> list[dict[str, Any]]:
        """Join the article's names; gives the rows of `links`, in their order."""
        rows = []
        for name in brought.names:
            joined = self._names.join(name.kind, name.value, name.forms)
            row = {"id": self._number(Link), "article": article, "kind": name.kind, "number": name.number}
            rows.append(row | {"form": name.value.name, "authority": joined.authority, "how": joined.how})
        return rows

    def _ceremonies(self, new: list[tuple[Brought, int]], links: dict[int, list[str]]) -> None:
        rows = [self._ceremony(held, at, links[at]) for brought, at in new for held in brought.ceremonies]
        add(self._connection, Ceremony, rows)

    def _ceremony(self, held: Held, article: int, authorities: list[str]) -> dict[str, Any]:
        ids = {
            f"{name}_id": authorities[held.names[name]] if name in held.names else None
            for name in ("award", "organiser", "presided_by")
        }
        return {"id": self._number(Ceremony), "article": article, "number": held.number} | held.fields | ids

    def _tellings(self, new: list[tuple[Brought, int]], links: dict[int, list[str]], old: dict[int, list[Row[Any]]]) -> None:
        rows = [self._telling(told, at, links[at], brought) for brought, at in new for told in brought.tellings]
        sources = [(brought.outlet, brought.article_id, brought.row["published"]) for brought, _ in new for _ in brought.tellings]
        values = [compared(row, *source) for row, source in zip(rows, sources, strict=True)]
        followed = _follow(rows, old)
        self._drop([before.id for before in followed.values()])
        self._joiner.prepare(rows, values, [before.conferral for before in followed.values()])
        # the fullest first, so that what is vague finds the one that it fits whichever article came first
        for row, value in sorted(
            zip(rows, values, strict=True), key=lambda pair: -sum(pair[0][name] is not None for name in FIELDS)
        ):
            before = followed.get(row["id"])
            self._joiner.place(row, value, before and before.conferral, pinned=before is not None and before.pinned)
        self.conferrals |= self._joiner.write(rows)
        self.done.tellings += len(rows)

    def _telling(self, told: Told, article: int, authorities: list[str], brought: Brought) -> dict[str, Any]:
        ids = {
            f"{name}_id": authorities[told.names[name]] if name in told.names else None
            for name in ("award", "work", "recipient", "parent", "conferred_by")
        }
        kind = brought.names[told.names["recipient"]].kind if "recipient" in told.names else None
        by = brought.names[told.names["conferred_by"]].value.name if "conferred_by" in told.names else None
        return {
            "id": self._number(Telling),
            "article": article,
            "number": told.number,
            "key": told.key,
            "level_code": told.level_code,
            "recipient_kind": kind,
            "conferred_by": by,
            "date": told.date,
            "province": told.province,
            "status": told.status,
            "confidence": told.confidence,
            "gone": False,
        } | told.fields | ids  # fmt: skip

    def finish(self, source: str) -> None:
        """Settle what changed articles left behind, count, and note the run."""
        stay, gone = settle(self._connection, self._left, self._now)
        drop(self._connection, gone)
        closed, joined = close(self._connection, self._joiner.made - gone, self._now)
        self.conferrals = (self.conferrals | stay | closed) - gone - joined
        self.authorities |= self._names.changed
        self.authorities -= forget(self._connection, self._unlinked)
        index(self._connection, self.conferrals, self.authorities)
        counted = select(Conferral.id).where(Conferral.merged_into.is_(None), Conferral.state != "rejected")
        self.done.conferrals = len(self._connection.execute(counted).all())
        done = self.done
        counts = {"added": done.added, "changed": done.changed, "unchanged": done.unchanged, "set_aside": done.set_aside}
        change(self._connection, Run, "id", [{"id": self._run, "finished": utc_now(), "input": source} | counts])


def _is_other(brought: Brought, old: list[Row[Any]]) -> bool:
    """Whether an article tells other conferrals than before."""
    return {told.key for told in brought.tellings} != {row.key for row in old if not row.gone and event_of(row.key) is None}


def _follow(rows: list[dict[str, Any]], old: dict[int, list[Row[Any]]]) -> dict[int, Row[Any]]:
    """Which old telling each new one follows: the one of the same key, or the one it shares most with, each once."""
    followed: dict[int, Row[Any]] = {}
    left = {article: list(tellings) for article, tellings in old.items()}
    for row in rows:
        same = next((before for before in left.get(row["article"], ()) if before.key == row["key"]), None)
        if same is not None:
            followed[row["id"]] = same
            left[row["article"]].remove(same)
    pairs = [
        (_likeness(row, before), -row["id"], -before.id, row, before)
        for row in rows
        if row["id"] not in followed
        for before in left.get(row["article"], ())
    ]
    for likeness, _, _, row, before in sorted(pairs, key=lambda pair: pair[:3], reverse=True):
        if likeness > 0 and row["id"] not in followed and before in left[row["article"]]:
            followed[row["id"]] = before
            left[row["article"]].remove(before)
    return followed


def _likeness(row: dict[str, Any], before: Row[Any]) -> int:
    """How many fields agree; none unless recipient or work does, or one of them was not told."""
    told = {name: (row[name], getattr(before, name)) for name in _ALIKE}
    same = {name for name, (new, was) in told.items() if new is not None and was is not None and _words(new) == _words(was)}
    if not same & {"recipient", "work"}:
        return 0
    return len(same)


def _words(value: str | int) -> str:
    return solid(value) if isinstance(value, str) else str(value)
