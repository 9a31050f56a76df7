"""What the pages of entries show beside the entries: what stands above and below, counts, years, articles, decisions."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select

from extractor.archive.browse import LISTED, authorities, conferrals
from extractor.archive.bulk import fetch
from extractor.archive.entries import FIELDS
from extractor.archive.tables import Article, Authority, Conferral, Event, Form, Link
from extractor.web.language import gettext
from extractor.web.listing import own

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from sqlalchemy import Connection
    from sqlalchemy.orm import InstrumentedAttribute

    from extractor.archive import entries
    from extractor.web.listing import Asked

PAGE = 50
"""Conferrals on one page of an entry's list."""

_ABOVE = 12  # superior bodies that are shown, should they ever go in a circle
_CHILDREN = 60
_ARTICLES = 30

Count = tuple[str, str, int]
"""Value to narrow by, label, number of conferrals."""

Below = tuple[str, str, int | None]
"""An authority's id, its name, and its number of conferrals, None where that was not counted."""


@dataclass(frozen=True, slots=True)
class Winners:
    """A page of an entry's conferrals; `total` counts all, and `pages` tells how many pages they fill."""

    total: int
    pages: int
    found: tuple[entries.Conferral, ...]


def winners(connection: Connection, asked: Asked) -> Winners:
    """The page of an entry's own list that is asked for."""
    ids = own(connection, asked)
    first = (asked.page - 1) * PAGE
    return Winners(len(ids), max(-(-len(ids) // PAGE), 1), tuple(conferrals(connection, ids[first : first + PAGE])))


def counts(
    connection: Connection, column: InstrumentedAttribute[Any], given: str, by: str, label: str | None = None
) -> list[Count]:
    """How many conferrals, whose `column` is the authority `given`, have each value of `by`, the most frequent first.

    `label` names the column that tells the value to people, where that is another.
    """
    value, said = getattr(Conferral, by), getattr(Conferral, label or by)
    shown = func.coalesce(value, said)
    wanted = select(shown.label("value"), func.min(said), func.count()).where(LISTED, column == given, said.is_not(None))
    rows = connection.execute(wanted.group_by(shown).order_by(func.count().desc(), shown))
    return [(str(row[0]), str(row[1]), row[2]) for row in rows]


def years(connection: Connection, column: InstrumentedAttribute[Any], given: str) -> list[tuple[int, int]]:
    """How many conferrals, whose `column` is the authority `given`, each year has."""
    wanted = select(Conferral.year, func.count()).where(LISTED, column == given, Conferral.year.is_not(None))
    return [(int(row[0] or 0), row[1]) for row in connection.execute(wanted.group_by(Conferral.year).order_by(Conferral.year))]


def above(connection: Connection, found: entries.Authority) -> list[entries.Authority]:
    """The bodies above an authority, the topmost first."""
    chain: list[entries.Authority] = []
    while found.parent is not None and len(chain) < _ABOVE and found.parent not in {each.id for each in chain}:
        (found,) = authorities(connection, [found.parent])
        chain.append(found)
    return chain[::-1]


def children(connection: Connection, given: str, known: dict[str, int], most: int) -> tuple[list[Below], int]:
    """The bodies right below another, and how many there are: those with most conferrals first, and only so many.

    Args:
        connection: the archive.
        given: the id of the body above.
        known: how many conferrals bodies below it, with those below them, received: of all, or of the `most` that have most.
        most: how many bodies `known` may tell at most; where it is full, a body that it lacks has a few, or none.
    """
    below = (Authority.parent == given, Authority.kind == "organisation", Authority.merged_into.is_(None))
    wanted = select(Authority.id, Authority.name).where(*below)
    total = int(connection.execute(select(func.count()).where(*below)).scalar() or 0)
    found = [(row.id, row.name, known[row.id]) for row in fetch(connection, wanted, Authority.id, list(known))]
    found = sorted(found, key=lambda each: (-each[2], each[1]))[:_CHILDREN]
    told: list[Below] = [*found]
    if len(told) < min(_CHILDREN, total):
        other = 0 if len(known) < most else None
        had = {each[0] for each in found}
        rows = connection.execute(wanted.order_by(Authority.name, Authority.id).limit(_CHILDREN + len(had)))
        told += [(row.id, row.name, other) for row in rows if row.id not in had][: _CHILDREN - len(told)]
    return told, total


def gives(connection: Connection, given: str) -> tuple[list[Below], int]:
    """The awards that a body gives with how often each was conferred, most first, and how many there are."""
    below = (Authority.parent == given, Authority.kind == "award", Authority.merged_into.is_(None))
    number = func.count(Conferral.id)
    wanted = select(Authority.id, Authority.name, number).outerjoin(Conferral, (Conferral.award_id == Authority.id) & LISTED)
    wanted = wanted.where(*below).group_by(Authority.id, Authority.name).order_by(number.desc(), Authority.name)
    found: list[Below] = [(row[0], row[1], row[2]) for row in connection.execute(wanted)]
    return found[:_CHILDREN], len(found)


def told_of(connection: Connection, given: str) -> dict[str, list[str]]:
    """What else is known of a person: honorifics, positions, bodies."""
    found: dict[str, list[str]] = {}
    kinds = ("honorific", "position", "body")
    for row in connection.execute(
        select(Form.how, Form.form).where(Form.authority == given, Form.how.in_(kinds)).order_by(Form.id)
    ):
        found.setdefault(row.how, []).append(row.form)
    return found


def naming(connection: Connection, given: str) -> tuple[Sequence[Any], int]:
    """The latest articles that name an authority (id, outlet, article_id, title, published), and how many there are."""
    ids = select(Link.article).where(Link.authority == given).distinct()
    total = int(connection.execute(select(func.count()).select_from(ids.subquery())).scalar() or 0)
    head = select(Article.id, Article.outlet, Article.article_id, Article.title, Article.published).where(Article.id.in_(ids))
    order = (Article.published.is_(None), Article.published.desc(), Article.id.desc())
    return connection.execute(head.order_by(*order).limit(_ARTICLES)).all(), total


def numbers_of(connection: Connection, found: entries.Conferral) -> dict[tuple[str | None, str], int]:
    """The numbers of the articles that tell a conferral, by outlet and id."""
    ids = {source.article_id for source in found.sources}
    wanted = select(Article.id, Article.outlet, Article.article_id).where(Article.article_id.in_(ids))
    return {(row.outlet or None, row.article_id): row.id for row in connection.execute(wanted)}


def name_of(connection: Connection, given: str) -> str | None:
    """The name of an authority, or None where there is none of that id."""
    return connection.execute(select(Authority.name).where(Authority.id == given)).scalar()


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision in words: when (UTC), by whom, what, why; `undone` where it was taken back."""

    at: str
    who: str
    what: str
    reason: str | None
    undone: bool


def decided(connection: Connection, given: str) -> list[Decided]:
    """What people decided of an entry, the latest first."""
    wanted = (
        select(Event).where((Event.subject == given) | (Event.other == given), Event.action != "undo").order_by(Event.id.desc())
    )
    rows = connection.execute(wanted).all()
    labels = labels_of(connection, rows)
    return [Decided(row.at, row.who, _words(row, labels), row.reason, row.undone is not None) for row in rows]


def labels_of(connection: Connection, events: Iterable[Any]) -> dict[str, str]:
    """What the conferrals and authorities are called that events are of, by their ids, also those that were merged since."""
    asked = sorted({given for row in events for given in (row.subject, row.other) if given})
    columns = (Conferral.id, Conferral.recipient, Conferral.work, Conferral.level, Conferral.award)
    found = {row.id: row.name for row in fetch(connection, select(Authority.id, Authority.name), Authority.id, asked)}
    for row in fetch(connection, select(*columns), Conferral.id, asked):
        found[row.id] = label(row)
    return found


def label(held: Any) -> str:  # noqa: ANN401 - a conferral, or a row of one
    """What a conferral is called in lists of decisions: who or what, and the level or the award."""
    return " · ".join(str(part) for part in (held.recipient or held.work, held.level or held.award) if part) or str(held.id)


def field_name(name: str) -> str:
    """A field of a conferral in the reader's language."""
    said = {
        "award": gettext("รางวัล"), "year": gettext("ปี"), "edition": gettext("ครั้งที่"), "branch": gettext("สาขา"),
        "category": gettext("ประเภท"), "level": gettext("ระดับ"), "work": gettext("ผลงาน"), "recipient": gettext("ผู้ได้รับ"),
        "parent": gettext("หน่วยงานต้นสังกัด"), "conferred_by": gettext("ผู้ให้รางวัล"), "date": gettext("วันที่มอบ"),
        "province": gettext("จังหวัด"), "name": gettext("ชื่อ"), "english": gettext("ชื่ออังกฤษ"), "forms": gettext("ชื่ออื่น"),
        "record": gettext("ทั้งรายการ"), "sources": gettext("ข่าว"), "kind": gettext("ชนิด"),
        "agency": gettext("หน่วยงาน (รวมที่อยู่ใต้สังกัด)"), "person": gettext("บุคคลในข่าว"), "outlet": gettext("แหล่งข่าว"),
        "state": gettext("สถานะ"), "giver": gettext("ผู้ให้รางวัล"), "q": gettext("คำค้น"), "note": gettext("หมายเหตุ"),
        "organisation": gettext("หน่วยงาน"), "other": gettext("อื่น ๆ"), "conferral": gettext("การได้รับรางวัล"),
    }  # fmt: skip
    return said.get(name, name)


def kind_name(kind: str) -> str:
    """What an entry is, in the reader's language; a person in a list is one that articles name, here it is a person."""
    return gettext("บุคคล") if kind == "person" else field_name("organisation" if kind == "agency" else kind)


def _words(row: Any, labels: Mapping[str, str]) -> str:  # noqa: ANN401 - a row of events
    nothing = gettext("ไม่มี")
    before, value = row.before or {}, row.value or nothing
    subject, other = labels.get(row.subject, row.subject), labels.get(row.other or "", row.other)
    said: dict[str, str] = {
        "set": f"{field_name(row.field or '')}: {before.get('value') or nothing} → {value}",
        "confirm": gettext("ยืนยัน"),
        "reject": gettext("ปฏิเสธ"),
        "merge": f"{gettext('รวม')} {other} → {subject}",
        "split": f"{gettext('แยก')} {subject} → {other}",
        "apart": f"{gettext('ยืนยันว่าต่างกัน')}: {subject}, {other}",
        "later": f"{gettext('พักไว้')}: {subject}, {other}",
        "add": gettext("เพิ่มรายการ"),
        "state": f"{gettext('สถานะ')}: {value}",
        "rename": f"{gettext('เปลี่ยนชื่อ')}: {before.get('name') or nothing} → {value}",
    }
    return said.get(row.action, str(row.action))


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of an article's text; `field` and `rule` are of the mention that it belongs to, empty for none."""

    text: str
    field: str = ""
    rule: str = ""
    start: int = 0
    end: int = 0


def pieces(found: entries.Article) -> list[Piece]:
    """The text cut where mentions begin and end; where several stand, the shortest has it."""
    text = found.text or ""
    mentions = sorted(
        {(each.start, each.end): each for each in found.mentions if each.field != "title"}.values(),
        key=lambda each: (each.start, -each.end),
    )
    cuts = sorted({0, len(text), *(each.start for each in mentions), *(each.end for each in mentions)})
    made: list[Piece] = []
    open_: list[entries.Mention] = []
    at = 0
    for start, end in pairwise(cuts):
        while at < len(mentions) and mentions[at].start <= start:
            open_.append(mentions[at])
            at += 1
        open_ = [each for each in open_ if each.end > start]
        inner = min(open_, key=lambda each: each.end - each.start, default=None)
        if inner is None:
            made.append(Piece(text[start:end]))
        else:
            field = inner.subject if inner.subject in {"person", "organisation"} else inner.field
            made.append(Piece(text[start:end], field, inner.rule, start, end))
    return made


def article_row(connection: Connection, number: int) -> Any:  # noqa: ANN401 - a row of articles
    """The number, version, warnings and day of import of an article, or None where there is none of that number."""
    columns = (Article.id, Article.outlet, Article.article_id, Article.version, Article.warnings, Article.imported)
    return connection.execute(select(*columns).where(Article.id == number)).first()


def article_number(connection: Connection, outlet: str, given: str) -> int | None:
    """The number of an article, by its outlet (empty for none) and its own id."""
    wanted = select(Article.id).where(Article.outlet == outlet, Article.article_id == given)
    return connection.execute(wanted).scalar()


def evidence(found: entries.Conferral) -> dict[str, list[tuple[int, entries.Evidence]]]:
    """By field, what tells it, with the number of its source among the conferral's own."""
    told: dict[str, list[tuple[int, entries.Evidence]]] = {name: [] for name in FIELDS}
    for at, source in enumerate(found.sources):
        for each in source.evidence:
            told.setdefault(each.field, []).append((at, each))
    return told
