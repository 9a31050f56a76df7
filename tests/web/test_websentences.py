"""Thai pages are Thai: what the library says in English is said in Thai, and no page shows a message of another language."""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING, Any

import lxml.html
import pytest
from sqlalchemy import select

from extractor.archive.database import reading, writing
from extractor.archive.exchange import FORMATS
from extractor.archive.tables import Article, Authority, Conferral, Doubt, Form
from extractor.errors import ArchiveError
from extractor.web import sentences
from tests.conftest import ROOT
from tests.web.browser.test_every_page import entries_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from starlette.testclient import TestClient

    from extractor.web.settings import Settings

PACKAGE = ROOT / "extractor"
_REASONS = ("assigning", "awards", "conferrals", "findings", "lettered", "organisations", "people", "sounds", "trade_names")
_REFUSALS = ("adding", "decisions", "fields", "merging", "standing", "words")
_VERDICTS = {"Verdict": 2, "Finding": 3}  # where the reasons stand among the arguments
_LATIN = re.compile(r"[A-Za-z]{2,}")
_TALK = re.compile(r"\b(?:the|an?|is|are|was|not|no|of|to|one|same|and|give|must)\b")
_OURS = set(
    "English extractor users gazetteers propose serve UTC MB HTML JSON CSV LD ISO URL http https Enter Esc Shift Alt Tab Ctrl"
    " Parquet MARC MARCXML XML RDF Turtle SQLite Excel xlsx ZIP GEXF GraphML Frictionless Dublin Core METS OAI DataCite BibTeX"
    " Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec January February March April June July August September October November"
    " December awards sqlite gzip API lost".split()
) | set(_LATIN.findall(" ".join(FORMATS)))


def plain(node: ast.expr) -> Iterator[str]:
    """The whole sentences of an expression: not the pieces of an f-string, nor the condition of an `if … else`."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value:
        yield node.value
    elif isinstance(node, ast.JoinedStr):
        yield "".join(str(each.value) if isinstance(each, ast.Constant) else "ก" for each in node.values)
    elif isinstance(node, ast.IfExp):
        yield from plain(node.body)
        yield from plain(node.orelse)
    elif isinstance(node, ast.Tuple):
        for each in node.elts:
            yield from plain(each)


def calls(path: Any) -> Iterator[tuple[str, ast.Call]]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            yield node.func.id, node


def said_by_the_library() -> dict[str, str]:
    found: dict[str, str] = {}
    for name in _REASONS:
        path = PACKAGE / "archive" / "identity" / f"{name}.py"
        for called, node in calls(path):
            if called in _VERDICTS and len(node.args) > _VERDICTS[called]:
                found |= dict.fromkeys(plain(node.args[_VERDICTS[called]]), name)
        constants = re.findall(r'^[A-Z_]+ = "((?=[a-z])[^"]+ [^"]+)"$', path.read_text(encoding="utf-8"), re.MULTILINE)
        found |= dict.fromkeys(constants, name)
    for name in _REFUSALS:
        for called, node in calls(PACKAGE / "archive" / f"{name}.py"):
            if called == "ArchiveError":
                found |= dict.fromkeys(plain(node.args[0]), name)
    for path in sorted((PACKAGE / "read").glob("*.py")):
        if path.stem == "sources":  # of files on the disk: their names are not what a browser sends
            continue
        for called, node in calls(path):
            if called in {"FormatError", "EmptyInputError", "EncodingError"}:
                found |= dict.fromkeys(plain(node.args[0]), path.name)
    return found


def test_all_that_the_library_says_to_people_has_its_thai():
    found = said_by_the_library()
    assert len(found) > 100
    # the last value of some is there or not
    untold = {
        text: name for text, name in found.items() if not (sentences.known(text) or sentences.known(text.removesuffix("ก")))
    }
    assert untold == {}


def test_values_stand_in_the_thai_sentence():
    assert sentences.known("'ก' is no number") == "'ก' ไม่ใช่ตัวเลข"
    assert sentences.known("2565 is no year of the common era; 2565 in the Buddhist era is 2022")
    assert sentences.known("is a PDF, not text") == "เป็น แฟ้ม PDF ไม่ใช่ข้อความ"
    assert sentences.said("something new", "อื่น ๆ") == "อื่น ๆ"
    assert sentences.refused(ArchiveError("something new", remedy="do it")) == "ข้อมูลนี้ใช้ไม่ได้ ไม่มีอะไรถูกเปลี่ยน"


def shown(page: str) -> Iterator[str]:
    """What a page shows or has read out, without what is a quotation, a code or a key."""
    root = lxml.html.fromstring(page)
    for gone in root.xpath("//script|//style|//code|//kbd|//mark|//textarea|//*[@lang='en']"):
        gone.drop_tree()
    yield from (str(each).strip() for each in root.xpath("//text()|//@aria-label|//@placeholder|//img/@alt|//@data-failed"))


def vocabulary(settings: Settings) -> tuple[set[str], str]:
    with reading(settings.engine) as connection:
        columns = (Article.text, Article.title, Article.article_id, Article.outlet, Authority.name, Authority.english, Form.form)
        data = [str(text) for column in columns for text in connection.execute(select(column)).scalars() if text]
        data += [text for row in connection.execute(select(Conferral)).all() for text in map(str, row)]
    whole = " ".join(data)
    return set(_LATIN.findall(whole)), whole


@pytest.fixture
def pairs_of_all_reasons(settings: Settings) -> None:
    with writing(settings.engine) as connection:
        two = connection.execute(select(Authority.id).where(Authority.id.like("person:p-%")).limit(2)).scalars().all()
        connection.execute(Doubt.__table__.delete())
        row = {"kind": "person", "state": "open", "score": 0.9, "reasons": sorted(said_by_the_library())}
        connection.execute(Doubt.__table__.insert(), [row | {"left": two[0], "right": two[1]}])


@pytest.mark.usefixtures("pairs_of_all_reasons")
def test_no_page_shows_another_language(own_client: TestClient, settings: Settings, form: Any):
    words, whole = vocabulary(settings)
    token = form(own_client.get("/help").text)
    told: dict[str, str] = {}
    entries = entries_of(settings)
    for path in ("/help", "/inbox", "/inbox/add", "/review/1", "/review/6", "/pairs", "/browse", "/browse?q=รางวัล&year=2566",
                 "/learning", "/nowhere", *entries.values()):  # fmt: skip
        told[path] = own_client.get(path).text

    def send(path: str, name: str, **data: Any) -> None:
        answer = own_client.post(path, data={"csrf": token} | data)
        assert answer.status_code >= 400, name
        told[name] = answer.text

    send("/language", "forged", csrf="x")
    send("/inbox/paste", "no text", text=" ")
    send("/inbox/paste", "no address", text="x", url="ftp://x")
    send("/review/1", "nothing to undo", action="undo")
    send("/review/1", "no such action", action="add", field="recipient", start="1", end="1")
    send("/review/1", "no words", action="add", field="recipient", start="900000", end="900001")
    send("/review/1", "stale", action="confirm", conferral="c-none", stamp="0")
    send("/review/1", "no state", action="state", value="lost", stamp=re.search(r"stamp=([^\"]+)", told["/review/1"])[1])
    send("/review/99", "no article", action="undo")
    send("/pairs", "no pair", left="x", right="y", state="open", action="apart")
    wrong = {}
    for path, page in told.items():
        for text in shown(page):
            strange = set(_LATIN.findall(re.sub(r"https?://\S+", "", text))) - words - _OURS
            if strange or (_TALK.search(text) and " ".join(text.split()) not in whole):
                wrong[path, text[:80]] = strange
    assert wrong == {}
