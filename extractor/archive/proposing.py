"""Rows for the gazetteers out of what people confirmed: names that no gazetteer has, and forms that a row lacks.

Nothing is added by itself: a person looks each row over and accepts it. Levels are not proposed, as only a person can say where
in which scale a new one ranks; nor are people, whom no gazetteer lists.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from extractor.archive.browse import LISTED
from extractor.archive.bulk import fetch
from extractor.archive.naming import digest
from extractor.archive.tables import Authority, Conferral, Event, Form, Link
from extractor.normalise import normalise

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from sqlalchemy import Connection

    from extractor.gazetteer_rows import Row
    from extractor.lexicon import Lexicon

_FILES = {"award": "awards", "organisation": "agencies"}
_NAMED = ("award", "recipient", "parent", "conferred_by")
_PARTS = {"branch": "สาขา", "category": "ประเภท"}
_LONGEST_ID = 60


@dataclass(frozen=True, slots=True)
class Proposal:
    """A row for the gazetteer file `kind` (awards, agencies, award_parts) by its columns.

    `who` and `on` (an ISO day) tell the decision that it rests on, `articles` how many name it. `adds` holds the forms that a row
    which stands in the gazetteer already would get; it is empty for a new row. `authority` is what the archive knows it by, where
    it is one.
    """

    kind: str
    row: dict[str, str]
    who: str
    on: str
    articles: int
    authority: str | None = None
    adds: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """The row's id."""
        return self.row["id"]


def propose(connection: Connection, lexicon: Lexicon) -> list[Proposal]:
    """What the gazetteers could learn, by file, what most articles name first.

    A name counts as confirmed where a person confirmed the authority, or a conferral that names it as award, recipient, parent
    or giver; a form, where a person merged another authority into one of a gazetteer's, or renamed that.
    """
    told = _Decisions(connection)
    found = [*_names(connection, lexicon, told), *_forms(connection, lexicon, told)]
    ids = {each.authority: each.id for each in found if each.kind == "awards" and each.authority and not each.adds}
    found += _parts(connection, lexicon, told, ids)
    order = ("awards", "award_parts", "agencies")
    return sorted(found, key=lambda each: (order.index(each.kind), -each.articles, each.row["name"], each.id))


class _Decisions:
    """Who confirmed an entry, or merged into it, last, and on which day."""

    def __init__(self, connection: Connection) -> None:
        wanted = select(Event.subject, Event.other, Event.action, Event.who, Event.at).where(Event.undone.is_(None))
        rows = connection.execute(wanted.where(Event.action.in_(("confirm", "merge", "rename"))).order_by(Event.id))
        self._by_subject = {row.subject: (row.who, row.at[:10]) for row in rows}

    def of(self, *ids: str | None) -> tuple[str, str]:
        return next((self._by_subject[given] for given in ids if given in self._by_subject), ("", ""))


_CONFIRMED = LISTED & (Conferral.state == "confirmed")


def _named_by(connection: Connection) -> dict[str, str]:
    """The provisional authorities that confirmed conferrals name, each with one of these."""
    found: dict[str, str] = {}
    for name in _NAMED:
        column = getattr(Conferral, f"{name}_id")
        wanted = select(column, func.min(Conferral.id)).where(_CONFIRMED, column.contains(":p-")).group_by(column)
        found |= {row[0]: row[1] for row in connection.execute(wanted)}
    return found


def _names(connection: Connection, lexicon: Lexicon, told: _Decisions) -> Iterator[Proposal]:
    by = _named_by(connection)
    kinds = _Kinds(lexicon)
    stands = (Authority.kind.in_(_FILES), Authority.merged_into.is_(None), Authority.status != "gazetteer")
    wanted = select(Authority.id, Authority.kind, Authority.name, Authority.english, Authority.parent).where(*stands)
    confirmed = connection.execute(wanted.where(Authority.status == "confirmed")).all()
    named = fetch(connection, wanted, Authority.id, sorted(by))
    found = {row.id: row for row in (*confirmed, *named)}
    forms = _merged_forms(connection, found)
    articles = _articles(connection, found)
    taken = set(lexicon.rows.get("awards", {})) | set(lexicon.rows.get("agencies", {}))
    parents = {row.parent for row in found.values() if row.parent is not None}
    bodies = {row.id: row.name for row in fetch(connection, select(Authority.id, Authority.name), Authority.id, sorted(parents))}
    for given, row in sorted(found.items()):
        file = _FILES[row.kind]
        if _fold(row.name) in lexicon.forms(file):
            continue
        who, on = told.of(given, by.get(given))
        variants = [form for form in forms.get(given, ()) if form != row.name and _fold(form) not in lexicon.forms(file)]
        cells = {
            "id": _identifier(row.english, row.name, taken),
            "name": _cell(row.name),
            "english": _cell(row.english or ""),
            "variants": "|".join(_cell(form) for form in variants),
        }
        if row.kind == "award":
            cells |= {"organiser": bodies.get(row.parent, ""), "example": f"เทศบาลได้รับ{_cell(row.name)}"}
        else:
            cells |= {"kind": kinds.of(row.name), "parent": _row_id(row.parent, lexicon.rows["agencies"])}
            cells["example"] = f"{_cell(row.name)} ได้รับรางวัล"
        yield Proposal(file, cells | {"source": _source(who, on)}, who, on, articles.get(given, 0), given)


def _forms(connection: Connection, lexicon: Lexicon, told: _Decisions) -> Iterator[Proposal]:
    """Rows of a gazetteer to whose authority people merged others."""
    wanted = select(Authority.id, Authority.kind, Authority.name).where(
        Authority.status == "gazetteer", Authority.merged_into.is_(None), Authority.kind.in_(_FILES)
    )
    decided = select(Event.subject).where(Event.undone.is_(None), Event.action.in_(("merge", "rename")))
    found = {row.id: row for row in connection.execute(wanted.where(Authority.id.in_(decided)))}
    forms = _merged_forms(connection, found)
    articles = _articles(connection, found)
    for given, row in sorted(found.items()):
        file = _FILES[row.kind]
        known = lexicon.rows.get(file, {}).get(given.partition(":")[2])
        if known is None:
            continue
        new = [form for form in dict.fromkeys((row.name, *forms.get(given, ()))) if _fold(form) not in lexicon.forms(file)]
        if new:
            cells = _cells(known)
            cells["variants"] = "|".join((*filter(None, [cells["variants"]]), *(_cell(form) for form in new)))
            who, on = told.of(given)
            yield Proposal(file, cells, who, on, articles.get(given, 0), given, tuple(new))


def _parts(connection: Connection, lexicon: Lexicon, told: _Decisions, ids: Mapping[str, str]) -> Iterator[Proposal]:
    """Branches and categories of confirmed conferrals, under awards that the gazetteer has or that are proposed."""
    known = {(row.model_dump()["award"], _fold(form)) for row in lexicon.of("award_parts") for form in row.forms}
    taken = set(lexicon.rows.get("award_parts", {}))
    for kind, said in _PARTS.items():
        columns = (Conferral.award_id, Conferral.award, getattr(Conferral, kind))
        wanted = select(*columns, func.min(Conferral.id), func.sum(Conferral.sources)).where(_CONFIRMED, columns[2].is_not(None))
        for award_id, award, name, first, articles in connection.execute(wanted.group_by(*columns).order_by(*columns)):
            row = ids.get(award_id or "") or _row_id(award_id, lexicon.rows["awards"])
            if not row or (row, _fold(name)) in known:
                continue
            known.add((row, _fold(name)))
            who, on = told.of(first)
            cells = {
                "id": _identifier(None, f"{row}\x1f{name}", taken),
                "award": row,
                "kind": kind,
                "name": _cell(name),
                "source": _source(who, on),
                "example": f"ได้รับ{_cell(award or 'รางวัล')} {said}{_cell(name)}",
            }
            yield Proposal("award_parts", cells, who, on, int(articles))


def _merged_forms(connection: Connection, ids: Iterable[str]) -> dict[str, list[str]]:
    """The forms that people gave to authorities, by merging or renaming."""
    forms: dict[str, list[str]] = {}
    wanted = select(Form.authority, Form.form).where(Form.how == "merged").order_by(Form.id)
    for row in fetch(connection, wanted, Form.authority, sorted(ids)):
        forms.setdefault(row.authority, []).append(row.form)
    return forms


def _articles(connection: Connection, ids: Iterable[str]) -> dict[str, int]:
    wanted = select(Link.authority, func.count(Link.article.distinct())).group_by(Link.authority)
    return {row[0]: row[1] for row in fetch(connection, wanted, Link.authority, sorted(ids))}


def _identifier(english: str | None, name: str, taken: set[str]) -> str:
    """An id that no row has: of the English name, else of letters that stay the same for the same name."""
    slug = re.sub(r"[^a-z0-9]+", "-", (english or "").lower()).strip("-")[:_LONGEST_ID].strip("-")
    given = slug if slug and slug not in taken else f"own-{digest(name)}"
    taken.add(given)
    return given


def _row_id(authority: str | None, rows: Mapping[str, Row]) -> str:
    given = (authority or "").partition(":")[2]
    return given if given in rows else ""


class _Kinds:
    """Guesses the kind of a body: that of most bodies of the gazetteer whose name begins with the same word."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._heads = {form for row in lexicon.of("agency_heads") for form in row.forms}
        self._longest = max(map(len, self._heads), default=0)
        self._counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
        for row in lexicon.of("agencies"):
            for end in range(1, min(len(row.name), self._longest) + 1):
                if row.name[:end] in self._heads:
                    self._counts[row.name[:end]][str(getattr(row, "kind", "other"))] += 1

    def of(self, name: str) -> str:
        """The kind, or `other` where none begins so."""
        heads = (name[:end] for end in range(min(len(name), self._longest), 0, -1))
        counted = self._counts.get(next((head for head in heads if head in self._heads), ""))
        return counted.most_common(1)[0][0] if counted else "other"


def _cells(row: Row) -> dict[str, str]:
    """A row's columns as its file has them."""
    return {
        name: "|".join(value) if isinstance(value, tuple) else "" if value is None else str(value)
        for name, value in row.model_dump().items()
    }


def _source(who: str, on: str) -> str:
    return f"ยืนยันในคลังรางวัลโดย {_cell(who)} เมื่อ {on}" if who else "ยืนยันในคลังรางวัล"


def _fold(form: str) -> str:
    return normalise(form)[0].lower()


def _cell(text: str) -> str:
    return " ".join(text.replace("|", "¦").split())
