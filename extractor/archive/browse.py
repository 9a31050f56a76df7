"""Fetches from an archive what `entries` describes."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

from sqlalchemy import and_, or_, select

from extractor.archive import entries
from extractor.archive.bulk import batches, fetch
from extractor.archive.entries import BASE, FIELDS, AuthorityKind
from extractor.archive.settling import sets_of
from extractor.archive.tables import Article, Authority, Conferral, Doubt, Form, Link, Mention, Telling
from extractor.archive.words import chosen_in, chosen_words
from extractor.errors import UnknownIdError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sqlalchemy import Connection, Select
    from sqlalchemy.orm import InstrumentedAttribute

    from extractor.archive.settling import Set

_AT_ONCE = 500
_FIRST = 25
_NAMES = ("variant", "abbreviation", "seen", "merged")
_NUMBERS = {"year", "edition", "count"}
_PLAIN = (
    "id", "award", "award_id", "year", "edition", "branch", "category", "level", "level_code", "work", "work_id", "recipient",
    "recipient_id", "recipient_kind", "parent", "parent_id", "conferred_by", "conferred_by_id", "date", "province", "status",
    "state", "confidence",
)  # fmt: skip

LISTED = and_(Conferral.merged_into.is_(None), Conferral.state != "rejected")
"""The conferrals that count: neither merged into another nor rejected."""


@dataclass(frozen=True, slots=True)
class ArchiveSnapshot:
    """An archive, or the conferrals of `chosen` and what belongs to them, as it stands behind one connection.

    `base` stands before an id to make a URI of it.
    """

    connection: Connection
    name: str
    base: str = BASE
    chosen: tuple[str, ...] | None = None

    def conferrals(self) -> Iterator[entries.Conferral]:
        """The conferrals by year, award and id; with `chosen`, in its order."""
        if self.chosen is not None:
            yield from conferrals(self.connection, self.chosen)
            return
        order = (Conferral.year.is_(None), Conferral.year, _by_letters(self.connection, Conferral.award), Conferral.id)
        ids = self.connection.execute(select(Conferral.id).where(LISTED).order_by(*order)).scalars().all()
        yield from conferrals(self.connection, ids)

    def authorities(self, kind: AuthorityKind | None = None) -> Iterator[entries.Authority]:
        """The authorities by id; of a gazetteer's only those that an article names, a conferral or another of them points to."""
        wanted = select(Authority.id).where(Authority.merged_into.is_(None), Authority.id.in_(select(Link.authority)))
        named = self.connection.execute(wanted).scalars().all() if self.chosen is None else self._named()
        ids = _with_parents(self.connection, named)
        yield from authorities(self.connection, sorted(ids), kind)

    def _named(self) -> set[str]:
        columns = [getattr(Conferral, f"{name}_id") for name in ("award", "work", "recipient", "parent", "conferred_by")]
        rows = fetch(self.connection, select(*columns), Conferral.id, self.chosen or ())
        return {given for row in rows for given in row if given is not None}

    def articles(self) -> Iterator[entries.Article]:
        """The articles by outlet and id; with `chosen`, those that tell of its conferrals."""
        order = (_by_letters(self.connection, Article.outlet), _by_letters(self.connection, Article.article_id))
        if self.chosen is None:
            ids: Iterable[int] = self.connection.execute(select(Article.id).order_by(*order)).scalars().all()
        else:
            told = fetch(self.connection, select(Telling.article).distinct(), Telling.conferral, self.chosen)
            ids = sorted({row.article for row in told})
        yield from articles(self.connection, ids)

    def doubts(self) -> Iterator[entries.Doubt]:
        """The pairs that wait for a person, the likeliest first."""
        yield from doubts(self.connection)


def _by_letters(connection: Connection, column: InstrumentedAttribute[Any]) -> Any:  # noqa: ANN401 - a collated expression
    """The column in the order of its code points, whatever the server's language."""
    return column.collate("C" if connection.dialect.name == "postgresql" else "BINARY")


def _with_parents(connection: Connection, ids: Iterable[str]) -> set[str]:
    found: set[str] = set()
    asked = set(ids)
    while asked:
        found |= asked
        rows = fetch(connection, select(Authority.parent), Authority.id, sorted(asked))
        asked = {row.parent for row in rows if row.parent is not None} - found
    return found


def current(connection: Connection, given: str) -> str:
    """The id that stands for `given` today: its own, or of what it was merged into.

    Raises:
        UnknownIdError: the archive has no such conferral or authority.
    """
    table: type[Conferral | Authority] = Conferral if given.startswith("c-") else Authority
    seen: set[str] = set()
    while given not in seen:
        seen.add(given)
        row = connection.execute(select(table.merged_into).where(table.id == given)).first()
        if row is None:
            raise UnknownIdError(f"nothing has the id {given!r}", remedy="find it with `extractor archive search`")
        given = row.merged_into or given
    return given


def conferrals(connection: Connection, ids: Iterable[str]) -> Iterator[entries.Conferral]:
    """The conferrals of these ids, in their order, with their sources and evidence; unknown ids are passed over."""
    columns = [getattr(Conferral, name) for name in _PLAIN]
    for some in batches(ids, _AT_ONCE):
        rows = {row.id: row for row in fetch(connection, select(*columns), Conferral.id, some)}
        sets = sets_of(connection, some)
        sources = _sources(connection, some, sets)
        for given in some:
            if given in rows:
                row = dict(rows[given]._mapping)  # noqa: SLF001 - its public name
                corrected = tuple(name for name in FIELDS if name in sets.get(given, {}))
                yield entries.Conferral(**row, corrected=corrected, sources=tuple(sources.get(given, ())))


def _sources(connection: Connection, ids: list[str], sets: dict[str, dict[str, Set]]) -> dict[str, list[entries.Source]]:
    told = (
        select(Telling.conferral, Telling.article, Telling.number, Telling.key)
        .where(Telling.gone.is_(False))
        .order_by(Telling.id)
    )
    tellings = list(fetch(connection, told, Telling.conferral, ids))
    at = sorted({row.article for row in tellings})
    heads = {row.id: row for row in fetch(connection, _HEADS, Article.id, at)}
    evidence: defaultdict[tuple[int, int], list[entries.Evidence]] = defaultdict(list)
    said = select(Mention.article, Mention.number, Mention.field, Mention.text, Mention.start, Mention.end, Mention.rule)
    said = said.where(Mention.subject == "conferral").order_by(Mention.id)
    for row in fetch(connection, said, Mention.article, at):
        evidence[row.article, row.number].append(entries.Evidence(row.field, row.text, row.start, row.end, row.rule))
    found: defaultdict[str, dict[int, list[entries.Evidence]]] = defaultdict(dict)
    for row in tellings:
        found[row.conferral].setdefault(row.article, []).extend(evidence[row.article, row.number])
    chosen = chosen_words(connection, sets, [(row.conferral, row.key) for row in tellings])
    for conferral, articles_ in chosen.items():
        for article, words in articles_.items():
            if article in found[conferral]:
                others = [each for each in found[conferral][article] if each.field not in {one.field for one in words}]
                found[conferral][article] = others + words
    return {
        conferral: sorted(
            (_source(heads[article], tuple(mentions)) for article, mentions in articles_.items()),
            key=lambda source: (source.published is None, source.published or "", source.outlet or "", source.article_id),
        )
        for conferral, articles_ in found.items()
    }


_HEADS = select(
    Article.id, Article.outlet, Article.article_id, Article.title, Article.url, Article.published, Article.imported,
    Article.text_sha256,
)  # fmt: skip


def _source(row: Any, evidence: tuple[entries.Evidence, ...]) -> entries.Source:  # noqa: ANN401 - a row of _HEADS
    return entries.Source(
        row.outlet or None, row.article_id, row.title, row.url, row.published, row.imported[:10], row.text_sha256, evidence
    )


def authorities(connection: Connection, ids: Iterable[str], kind: AuthorityKind | None = None) -> Iterator[entries.Authority]:
    """The authorities of these ids, in their order, of one kind or of all; unknown ids are passed over."""
    columns = ("id", "kind", "name", "status", "english", "parent", "province", "note")
    wanted: Select[*tuple[Any, ...]] = select(*(getattr(Authority, name) for name in columns))
    if kind is not None:
        wanted = wanted.where(Authority.kind == kind)
    for some in batches(ids, _AT_ONCE):
        rows = {row.id: row for row in fetch(connection, wanted, Authority.id, some)}
        forms: defaultdict[str, set[str]] = defaultdict(set)
        known = select(Form.authority, Form.form).where(Form.how.in_(_NAMES))
        for row in fetch(connection, known, Form.authority, list(rows)):
            forms[row.authority].add(row.form)
        for given in some:
            if given in rows:
                row = dict(rows[given]._mapping)  # noqa: SLF001 - its public name
                yield entries.Authority(**row, forms=tuple(sorted(forms[given] - {row["name"]})))


def articles(connection: Connection, ids: Iterable[int]) -> Iterator[entries.Article]:
    """The articles of these numbers of `articles`, in their order, with their mentions."""
    for some in batches(ids, _AT_ONCE):
        wanted = _HEADS.add_columns(Article.text)
        rows = {row.id: row for row in fetch(connection, wanted, Article.id, some)}
        linked: dict[tuple[int, str, str], str] = {}
        for row in fetch(connection, select(Link.article, Link.kind, Link.form, Link.authority), Link.article, some):
            linked[row.article, row.kind, row.form] = row.authority
        mentions: defaultdict[int, list[entries.Mention]] = defaultdict(list)
        said = select(Mention).order_by(Mention.start, Mention.end, Mention.id)
        for row in fetch(connection, said, Mention.article, some):
            mentions[row.article].append(_mention(row, linked))
        for article, number, chosen in chosen_in(connection, some):
            mentions[article] = _with_chosen(mentions[article], number, chosen)
        for given in some:
            if given in rows:
                head = rows[given]
                yield entries.Article(
                    head.outlet or None, head.article_id, head.title, head.url, head.published, head.imported[:10],
                    head.text_sha256, head.text, tuple(mentions[given]),
                )  # fmt: skip


def _with_chosen(mentions: list[entries.Mention], number: int, chosen: entries.Evidence) -> list[entries.Mention]:
    """The mentions with one that a person chose in place of what was found for the same field."""
    place = ("conferral", number, chosen.field)
    said = entries.Mention(*place, chosen.start, chosen.end, chosen.text, chosen.rule, None, None)
    others = [each for each in mentions if (each.subject, each.number, each.field) != place]
    return sorted([*others, said], key=lambda each: (each.start, each.end))


_LINKED: dict[tuple[str, str], tuple[AuthorityKind, ...]] = {
    ("conferral", "award"): ("award",),
    ("conferral", "work"): ("work",),
    ("conferral", "recipient"): ("organisation", "person", "other"),
    ("conferral", "parent"): ("organisation",),
    ("ceremony", "award"): ("award",),
    ("ceremony", "organiser"): ("organisation",),
    ("ceremony", "presided_by"): ("person",),
    ("person", "name"): ("person",),
    ("organisation", "name"): ("organisation",),
}


def _mention(row: Any, linked: dict[tuple[int, str, str], str]) -> entries.Mention:  # noqa: ANN401 - a row of mentions
    words = " ".join(row.text.split())
    kinds = _LINKED.get((row.subject, row.field), ())
    authority = next((at for kind in kinds if (at := linked.get((row.article, kind, words))) is not None), None)
    value: str | int | None = int(row.value) if row.value is not None and row.field in _NUMBERS else row.value
    return entries.Mention(row.subject, row.number, row.field, row.start, row.end, row.text, row.rule, value, authority)


def doubts(connection: Connection, kind: str | None = None) -> Iterator[entries.Doubt]:
    """The pairs that wait for a person, the likeliest first and those put off last, of one kind or of all.

    An entry that was merged is shown as what took it in, each pair once; one that was rejected waits no more.
    """
    return (doubt for _, doubt in waiting(connection, kind))


@dataclass(frozen=True, slots=True)
class Waiting:
    """Where a pair stands among those that wait: `later` are those put off."""

    later: bool
    score: float
    left: str
    right: str


def waiting(
    connection: Connection, kind: str | None = None, after: Waiting | None = None
) -> Iterator[tuple[Waiting, entries.Doubt]]:
    """The same with the place of each, from behind the place `after` on."""
    later = Doubt.state == "later"
    wanted = select(Doubt).where(Doubt.state.in_(("open", "later")))
    wanted = wanted.order_by(later, Doubt.score.desc(), Doubt.left, Doubt.right)
    if kind is not None:
        wanted = wanted.where(Doubt.kind == kind)
    if after is not None:
        behind = or_(Doubt.left > after.left, and_(Doubt.left == after.left, Doubt.right > after.right))
        here = or_(Doubt.score < after.score, and_(Doubt.score == after.score, behind))
        here = and_(later if after.later else ~later, here)
        wanted = wanted.where(here if after.later else or_(later, here))
    shown: set[frozenset[str]] = set()
    for some in _by_and_by(connection, wanted):
        stands = _standing(connection, {given for row in some for given in (row.left, row.right)})
        for row in some:
            left, right = stands.get(row.left), stands.get(row.right)
            if left is None or right is None or left == right or (pair := frozenset((left, right))) in shown:
                continue
            shown.add(pair)
            if (left, right) == (row.left, row.right) or not _is_decided(connection, left, right):
                place = Waiting(row.state == "later", row.score, row.left, row.right)
                yield place, entries.Doubt(cast("AuthorityKind", row.kind), left, right, row.score, tuple(row.reasons))


def _by_and_by(connection: Connection, wanted: Select[*tuple[Any, ...]]) -> Iterator[list[Any]]:
    """The rows in lists that grow, each asked for when the one before is used up: most who ask want the first pair."""
    passed, size = 0, _FIRST
    while some := list(connection.execute(wanted.limit(size).offset(passed))):
        yield some
        passed, size = passed + size, _AT_ONCE


def _standing(connection: Connection, ids: Iterable[str]) -> dict[str, str]:
    """What stands for each of these conferrals and authorities today; those rejected, and unknown ids, are left out."""
    into: dict[str, str | None] = {}
    ahead = set(ids)
    while ahead:
        rows = [
            *fetch(connection, select(Conferral.id, Conferral.merged_into, Conferral.state), Conferral.id, sorted(ahead)),
            *fetch(connection, select(Authority.id, Authority.merged_into, Authority.status), Authority.id, sorted(ahead)),
        ]
        into |= {given: merged for given, merged, state in rows if merged is not None or state != "rejected"}
        ahead = {merged for _, merged, _ in rows if merged is not None} - into.keys()
    found: dict[str, str] = {}
    for given in ids:
        at: str | None = given
        while at is not None and (after := into.get(at)) is not None:
            at = after
        if at in into:
            found[given] = at
    return found


def _is_decided(connection: Connection, left: str, right: str) -> bool:
    pair = or_((Doubt.left == left) & (Doubt.right == right), (Doubt.left == right) & (Doubt.right == left))
    return connection.execute(select(Doubt.kind).where(pair, Doubt.state.in_(("apart", "merged")))).first() is not None
