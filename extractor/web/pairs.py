"""Doubtful pairs: two records side by side, for a person to merge, to keep apart or to leave for later."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Annotated, Literal

from fastapi import APIRouter, Depends, Form
from fastapi.responses import HTMLResponse, RedirectResponse
from sqlalchemy import func, select
from starlette.requests import Request  # noqa: TC002 - FastAPI reads the annotation

from extractor.archive import decisions
from extractor.archive.browse import authorities, conferrals, doubts
from extractor.archive.entries import FIELDS
from extractor.archive.events import is_pair
from extractor.archive.tables import Doubt
from extractor.errors import ArchiveError
from extractor.web import sentences, shown
from extractor.web.context import User, notice, page, reading, require, writing
from extractor.web.differences import marked
from extractor.web.language import gettext
from extractor.web.linked import place
from extractor.web.templating import both_eras

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from extractor.archive import entries
    from extractor.web.differences import Marked

router = APIRouter(include_in_schema=False)

KINDS = ("conferral", "organisation", "person", "award", "work", "other")
Editor = Annotated[User, Depends(require("editor"))]
Action = Literal["left", "right", "apart", "later"]
_FORMS = 12  # other names of an authority that are compared
_ARTICLES = 5
_PASSED = 1_000  # pairs that can be passed over undecided


@dataclass(frozen=True, slots=True)
class Line:
    """One field of both records, marked where they differ."""

    name: str
    left: Marked
    right: Marked
    differs: bool


@dataclass(frozen=True, slots=True)
class Side:
    """One record of a pair: its id, what it is called, and articles that tell of it (number, title, outlet, day)."""

    id: str
    name: str
    articles: tuple[tuple[int, str, str, str | None], ...]
    total: int


@dataclass(frozen=True, slots=True)
class Pair:
    """A pair as it is shown; `state` is the doubt's, so that nobody decides what another has decided meanwhile."""

    doubt: entries.Doubt
    state: str
    left: Side
    right: Side
    lines: tuple[Line, ...]


@router.get("/pairs")
def pairs(request: Request, _who: Editor, kind: str = "", at: int = 0) -> HTMLResponse:
    """The pair that waits longest for somebody, the likeliest first; `at` passes over so many."""
    kind = kind if kind in KINDS else ""
    at = min(max(at, 0), _PASSED)
    with reading(request) as connection:
        found = next(islice(doubts(connection, kind or None), at, None), None)
        pair = None if found is None else _pair(connection, found)
        waiting = _waiting(connection)
    return page(
        request,
        "pairs/pairs.html",
        pair=pair,
        kind=kind,
        at=at,
        waiting=waiting,
        kinds=KINDS,
        place=place,
        field_name=shown.field_name,
        kind_name=shown.kind_name,
        reasons=[sentences.said(each, gettext("ชื่อหรือข้อมูลใกล้เคียงกัน")) for each in (pair.doubt.reasons if pair else ())],
        last=request.session.get("pairs-last"),
    )


@router.post("/pairs")
def decide(
    request: Request,
    who: Editor,
    left: Annotated[str, Form(max_length=200)],
    right: Annotated[str, Form(max_length=200)],
    state: Annotated[str, Form(max_length=20)],
    action: Annotated[Action, Form()],
    kind: Annotated[str, Form(max_length=20)] = "",
    reason: Annotated[str, Form(max_length=500)] = "",
) -> RedirectResponse:
    """Decide a pair, and go on to the next; one that somebody else has decided meanwhile stays as they did."""
    said = reason.strip() or None
    with writing(request) as connection:
        if _state(connection, left, right) != state:
            notice(request, gettext("มีคนตัดสินคู่นี้ไปก่อนแล้ว จึงไม่ได้เปลี่ยนอะไร"), kind="warning")
            return _on(kind)
        if action in {"left", "right"}:
            into, other = (left, right) if action == "left" else (right, left)
            (event,) = decisions.merge(connection, into, [other], who=who.name, reason=said)
        elif action == "apart":
            event = decisions.keep_apart(connection, left, right, who=who.name, reason=said)
        else:
            event = decisions.put_off(connection, left, right, who=who.name, reason=said)
    request.session["pairs-last"] = event
    done = {"apart": gettext("แยกไว้แล้ว"), "later": gettext("พักไว้แล้ว")}
    notice(request, done.get(action, gettext("รวมแล้ว")))
    return _on(kind)


@router.post("/pairs/undo")
def undo(
    request: Request, who: Editor, event: Annotated[int, Form()], kind: Annotated[str, Form(max_length=20)] = ""
) -> RedirectResponse:
    """Take back the last decision of this session on a pair."""
    if event == request.session.get("pairs-last"):
        with writing(request) as connection:
            try:
                decisions.undo(connection, event, who=who.name)
                notice(request, gettext("ย้อนกลับแล้ว"))
            except ArchiveError as error:
                notice(request, sentences.refused(error), kind="warning")
        request.session.pop("pairs-last", None)
    return _on(kind)


def _on(kind: str) -> RedirectResponse:
    return RedirectResponse("/pairs" + (f"?kind={kind}" if kind in KINDS else ""), status_code=303)


def _state(connection: Connection, left: str, right: str) -> str:
    """The doubt's state; where it is of entries merged since, `open`."""
    state = connection.execute(select(Doubt.state).where(*is_pair(left, right))).scalar()
    return "open" if state is None else str(state)


def _waiting(connection: Connection) -> dict[str, int]:
    """How many pairs of each kind wait; some may turn out to be decided when they are reached."""
    wanted = select(Doubt.kind, func.count()).where(Doubt.state.in_(("open", "later"))).group_by(Doubt.kind)
    return {row[0]: row[1] for row in connection.execute(wanted)}


def _pair(connection: Connection, doubt: entries.Doubt) -> Pair:
    ids = [doubt.left, doubt.right]
    if doubt.kind == "conferral":
        found = {each.id: each for each in conferrals(connection, ids)}
        left, right = _of_conferral(connection, found[doubt.left]), _of_conferral(connection, found[doubt.right])
    else:
        known = {each.id: each for each in authorities(connection, ids)}
        left, right = _of_authority(connection, known[doubt.left]), _of_authority(connection, known[doubt.right])
    lines = []
    for name in dict.fromkeys((*left[1], *right[1])):
        ours, theirs = left[1].get(name, ""), right[1].get(name, "")
        if ours or theirs:
            lines.append(Line(name, *marked(ours, theirs), differs=ours != theirs))
    return Pair(doubt, _state(connection, doubt.left, doubt.right), left[0], right[0], tuple(lines))


def _of_conferral(connection: Connection, found: entries.Conferral) -> tuple[Side, dict[str, str]]:
    values = {name: _value(name, getattr(found, name)) for name in (*FIELDS, "conferred_by", "date", "province")}
    numbers = shown.numbers_of(connection, found)
    articles = tuple(
        (numbers[source.outlet, source.article_id], source.title or source.article_id, source.outlet or "", source.published)
        for source in found.sources[:_ARTICLES]
    )
    return Side(found.id, found.recipient or found.work or found.award or found.id, articles, len(found.sources)), values


def _of_authority(connection: Connection, found: entries.Authority) -> tuple[Side, dict[str, str]]:
    parent = shown.name_of(connection, found.parent) if found.parent else None
    facts = shown.told_of(connection, found.id)
    values = {
        "name": found.name,
        "english": found.english or "",
        "forms": " · ".join(found.forms[:_FORMS]),
        "parent": parent or "",
        "province": found.province or "",
        "note": found.note or "",
    } | {how: " · ".join(told[:_FORMS]) for how, told in facts.items()}
    rows, total = shown.naming(connection, found.id)
    articles = tuple((row.id, row.title or row.article_id, row.outlet, row.published) for row in rows[:_ARTICLES])
    return Side(found.id, found.name, articles, total), values


def _value(name: str, value: object) -> str:
    if value is None:
        return ""
    return both_eras(str(value)) if name in {"year", "date"} else str(value)
