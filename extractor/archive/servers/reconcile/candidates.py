"""Which authorities a name may be of: by the archive's own rules of identity first, then by what holds the words.

A candidate matches only where an import would join the name to it (`Names.likeliest`), so that what a client takes over without
looking is what the archive itself would take over.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rapidfuzz import fuzz
from sqlalchemy import func, select, union

from extractor.archive.browse import current
from extractor.archive.identity import AwardName, OrganisationName, PersonName
from extractor.archive.identity.folding import fold
from extractor.archive.identity.organisations import compare_organisations
from extractor.archive.naming import Names
from extractor.archive.tables import Authority, Form
from extractor.errors import UnknownIdError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sqlalchemy import Connection

    from extractor.archive.entries import AuthorityKind
    from extractor.archive.incoming import Value
    from extractor.archive.servers.reconcile.asked import Wanted

_SHORTEST_PART = 2  # letters of a name that is looked for inside others
_LOOKED_THROUGH = 200  # names that hold the words, the shortest first, which are scored
_SAME, _DOUBTFUL, _HOLDS = 100.0, 80.0, 60.0
"""The scores at most of what is the same, of what may be, and of what holds the words."""

ALIASES = ("variant", "abbreviation", "english")
"""Properties whose values are further forms of the name."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """An authority that a name may be of; `likeness` tells how far the names are alike in their letters, 0 to 100."""

    id: str
    score: float
    match: bool
    likeness: float


def candidates(connection: Connection, wanted: Iterable[Wanted]) -> Iterator[list[Candidate]]:
    """For each query its candidates, the best first."""
    asked = list(wanted)
    names = Names(connection, "")  # nothing is written, so that no time is told
    values = [[(kind, value) for kind in one.kinds if (value := _value(kind, one)) is not None] for one in asked]
    names.prepare(pair for some in values for pair in some)
    for one, some in zip(asked, values, strict=True):
        yield _best(connection, names, one, some)


def _value(kind: AuthorityKind, wanted: Wanted) -> Value | None:
    """The name with what is told beside it, as the archive compares it."""
    aliases = tuple(value for name in ALIASES for value in wanted.beside.get(name, ()))
    name = wanted.name or next(iter(aliases), "")
    if not name:
        return None
    parent = next(iter(wanted.beside.get("parent", ())), None)
    if kind == "award":
        return AwardName(name, aliases)
    if kind == "person":
        honorific = next(iter(wanted.beside.get("honorific", ())), None)
        bodies = wanted.beside.get("body", ()) + ((parent,) if parent else ())
        return PersonName(name, honorific, wanted.beside.get("position", ()), bodies)
    return OrganisationName(name, aliases, None, parent, next(iter(wanted.beside.get("province", ())), None))


def _best(connection: Connection, names: Names, wanted: Wanted, values: list[tuple[AuthorityKind, Value]]) -> list[Candidate]:
    known = _now(connection, wanted.name) if ":" in wanted.name else None
    if known is not None and known.partition(":")[0] in wanted.kinds:  # a column of ids that were reconciled before
        return [Candidate(known, _SAME, match=True, likeness=100.0)]
    scores: dict[str, float] = {}
    same: list[str] = []
    for kind, value in values:
        choice = names.likeliest(kind, value)
        if choice.authority is not None:
            above = None if not isinstance(value, OrganisationName) else value.parent
            if above is None or not _is_below_another(connection, choice.authority, above):
                same.append(choice.authority)
            scores[choice.authority] = _SAME if choice.authority in same else _DOUBTFUL
        for at, verdict in choice.doubts:
            scores.setdefault(at, _DOUBTFUL * verdict.score)
    name = next((value.name for _, value in values), "")
    held = holding(connection, name, wanted.kinds, _LOOKED_THROUGH)
    likeness = _likeness(connection, name, scores.keys() | held)
    for at in held:
        scores.setdefault(at, _HOLDS * likeness.get(at, 0.0) / 100)
    found: dict[str, Candidate] = {}
    for at, score in scores.items():
        now = _now(connection, at)
        if now is None or (now in found and found[now].score >= score):
            continue
        # of a body, a prize and a person of one name none is meant for certain
        found[now] = Candidate(now, round(score, 2), len(same) == 1 and at == same[0], round(likeness.get(at, 0.0), 2))
    return sorted(found.values(), key=lambda one: (-one.score, -one.likeness, one.id))[: wanted.limit]


def _is_below_another(connection: Connection, given: str, parent: str) -> bool:
    """Whether the archive knows another superior body of an entity than the one that is told beside the name."""
    above = select(Authority.parent).where(Authority.id == given).scalar_subquery()
    name = connection.execute(select(Authority.name).where(Authority.id == above)).scalar()
    return name is not None and compare_organisations(OrganisationName(name), OrganisationName(parent)).decision == "different"


def _now(connection: Connection, at: str) -> str | None:
    try:
        return current(connection, at)
    except UnknownIdError:
        return None


def holding(connection: Connection, piece: str, kinds: Iterable[AuthorityKind], most: int) -> list[str]:
    """Ids of authorities of which a form holds `piece` as it is written: those that begin with it first, then the shortest."""
    if len(piece) < _SHORTEST_PART:
        return []
    inside = _pattern(piece)
    of = (Authority.kind.in_(list(kinds)), Authority.merged_into.is_(None))
    named = select(Authority.id.label("id"), Authority.name.label("form")).where(*of, Authority.name.ilike(inside, escape="\\"))
    known = (
        select(Authority.id.label("id"), Form.form.label("form"))
        .join(Form, Form.authority == Authority.id)
        .where(*of, Form.how.in_((*ALIASES, "seen", "merged")), Form.form.ilike(inside, escape="\\"))
    )
    found = union(named, known).subquery()
    begins = func.min(func.instr(func.lower(found.c.form), piece.lower()) if connection.dialect.name == "sqlite"
                      else func.strpos(func.lower(found.c.form), piece.lower()))  # fmt: skip
    order = (begins > 1, func.min(func.length(found.c.form)), found.c.id)
    rows = connection.execute(select(found.c.id).group_by(found.c.id).order_by(*order).limit(most))
    return list(rows.scalars())


def _pattern(piece: str) -> str:
    escaped = piece.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    return f"%{escaped}%"


def _likeness(connection: Connection, name: str, ids: Iterable[str]) -> dict[str, float]:
    """How far the likest form of each authority is like the name, 0 to 100."""
    folded = fold(name)
    best: dict[str, float] = {}
    wanted = sorted(ids)
    named = select(Authority.id, Authority.name).where(Authority.id.in_(wanted))
    known = select(Form.authority, Form.form).where(Form.authority.in_(wanted), Form.how.in_((*ALIASES, "seen", "merged")))
    for query in (named, known):
        for at, form in connection.execute(query):
            best[at] = max(best.get(at, 0.0), fuzz.ratio(folded, fold(form)))
    return best
