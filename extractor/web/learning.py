"""Learning from people: how right each field was, and the gazetteer rows that confirmed names could become."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Annotated

from fastapi import APIRouter, Depends, Form, HTTPException
from fastapi.responses import HTMLResponse, Response
from starlette.requests import Request  # noqa: TC002 - FastAPI reads the annotation

from extractor import lexicon
from extractor.archive.accuracy import accuracy
from extractor.archive.entries import FIELDS
from extractor.archive.proposing import propose
from extractor.web import shown
from extractor.web.context import User, page, reading, require
from extractor.web.linked import place

if TYPE_CHECKING:
    from extractor.archive.proposing import Proposal

router = APIRouter(include_in_schema=False)
Editor = Annotated[User, Depends(require("editor"))]
_MOST = 500  # rows that are shown, those that most articles name
_MONTHS = 24


@router.get("/learning")
def learning(request: Request, _who: Editor, *, all: bool = False) -> HTMLResponse:  # noqa: A002 - as the address has it
    """Accuracy by field and month; the proposed rows, which take longer, follow by themselves, or at once with `all`."""
    with reading(request) as connection:
        found = accuracy(connection)
        rows = propose(connection, lexicon.load()) if all else None
    months = found.months[-_MONTHS:]
    cells = {(each.field, each.month): each for each in found.by_month}
    return page(
        request,
        "learning/learning.html",
        found=found,
        months=months,
        cells=cells,
        fields=[name for name in ("record", *FIELDS) if any(each.field == name for each in found.all)],
        total={each.field: each for each in found.all},
        rows=None if rows is None else rows[:_MOST],
        rows_total=len(rows or ()),
        field_name=shown.field_name,
        place=place,
    )


@router.get("/learning/rows")
def proposed(request: Request, _who: Editor) -> HTMLResponse:
    """The part of the page with the proposed rows."""
    with reading(request) as connection:
        rows = propose(connection, lexicon.load())
    return page(request, "learning/rows.html", rows=rows[:_MOST], rows_total=len(rows), place=place)


@router.post("/learning/accept")
def accept(
    request: Request, _who: Editor, file: Annotated[str, Form(max_length=40)], row: Annotated[list[str], Form(max_length=_MOST)]
) -> Response:
    """The accepted rows of one gazetteer file, as CSV: for a folder of one's own, or to be added to the shipped file."""
    with reading(request) as connection:
        rows = [each for each in propose(connection, lexicon.load()) if each.kind == file and each.id in row]
    if not rows:
        raise HTTPException(404)
    headers = {"Content-Disposition": f'attachment; filename="{rows[0].kind}.csv"'}
    return Response(_csv(rows), media_type="text/csv; charset=utf-8", headers=headers)


def _csv(rows: list[Proposal]) -> str:
    columns = list(dict.fromkeys(name for each in rows for name in each.row))
    target = io.StringIO(newline="")
    writer = csv.DictWriter(target, columns, restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows(each.row for each in rows)
    return target.getvalue()
