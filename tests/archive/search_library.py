"""A small library of composed conferrals for the search's tests, filled into the archive's own tables."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import insert, update

from extractor.archive.search import Page, Query, index, search
from extractor.archive.tables import Article, Authority, Conferral, Form, Link, Run, Telling

if TYPE_CHECKING:
    from sqlalchemy import Connection

RUN = {
    "id": 1, "started": "", "finished": "", "input": "", "version": "", "gazetteers": "",
    "added": 0, "changed": 0, "unchanged": 0, "set_aside": 0,
}  # fmt: skip


class Library:
    """Writes authorities, conferrals and articles with as little said of each as a test needs."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self.forms = self.articles = self.tellings = self.links = self.number = 0
        connection.execute(insert(Run), [RUN])

    def authority(self, entry: str, name: str, *forms: str, parent: str | None = None, english: str | None = None) -> str:
        kind = entry.partition(":")[0]
        row = {
            "id": entry,
            "kind": kind,
            "name": name,
            "english": english,
            "status": "provisional",
            "parent": parent,
            "changed": "",
        }
        self.connection.execute(insert(Authority), [row])
        for form in forms:
            self.form(entry, form)
        return entry

    def form(self, entry: str, form: str, how: str = "variant") -> None:
        self.forms += 1
        self.connection.execute(insert(Form), [{"id": self.forms, "authority": entry, "how": how, "form": form}])

    def conferral(self, entry: str, *, sources: int = 1, state: str = "extracted", **fields: Any) -> str:
        """A field named by an authority's id takes that authority's name; any other value stands as written."""
        self.number += 1
        row = {"id": entry, "number": self.number, "state": state, "status": "conferred", "confidence": 0.9, "changed": ""}
        row |= {"sources": sources} | self._named(fields)
        self.connection.execute(insert(Conferral), [row])
        return entry

    def change(self, entry: str, **fields: Any) -> None:
        self.connection.execute(update(Conferral).where(Conferral.id == entry).values(**self._named(fields)))

    def change_authority(self, entry: str, **fields: Any) -> None:
        self.connection.execute(update(Authority).where(Authority.id == entry).values(**fields))

    def _named(self, fields: dict[str, Any]) -> dict[str, Any]:
        row: dict[str, Any] = {}
        for field, value in fields.items():
            row[field] = value
            if field in {"award", "recipient", "parent", "work", "conferred_by"}:
                row[f"{field}_id"] = None
                known = self.connection.execute(Authority.__table__.select().where(Authority.id == value)).first()
                if known is not None:
                    row |= {field: known.name, f"{field}_id": known.id}
                    row |= {"recipient_kind": known.kind} if field == "recipient" else {}
        return row

    def article(
        self, title: str | None, *conferrals: str, outlet: str = "", people: tuple[str, ...] = (), gone: bool = False
    ) -> None:
        self.articles += 1
        row = {
            "id": self.articles, "outlet": outlet, "article_id": f"a{self.articles}", "title": title, "text_sha256": "",
            "record_sha256": "", "version": "", "gazetteers": "", "meta": {}, "warnings": [], "imported": "", "run": 1,
        }  # fmt: skip
        self.connection.execute(insert(Article), [row])
        for conferral in conferrals:
            self.tellings += 1
            telling = {
                "id": self.tellings,
                "article": self.articles,
                "number": 1,
                "key": "",
                "conferral": conferral,
                "gone": gone,
            }
            telling |= {"status": "conferred", "confidence": 0.9, "pinned": False, "reasons": []}
            self.connection.execute(insert(Telling), [telling])
        for person in people:
            self.links += 1
            link = {"id": self.links, "article": self.articles, "kind": "person", "number": 1, "form": "", "authority": person}
            self.connection.execute(insert(Link), [link | {"how": "", "score": 1.0}])


MOI, CDD, DOPA, OPDC = "organisation:moi", "organisation:cdd", "organisation:dopa", "organisation:opdc"
LERTRAT, PRIME = "award:lertrat", "award:prime"
SOMCHAI, WILAI = "person:p-somchai", "person:p-wilai"


def fill(connection: Connection) -> Library:
    """Six conferrals, not yet indexed.

    c-cdd-22   เลิศรัฐ 2022 ดีเด่น   the department, two sources, outlets a and b, in เลย
    c-cdd-23   เลิศรัฐ 2023 ดี       its provincial office, below it
    c-dopa     เลิศรัฐ 2022 ดีเด่น   the department beside it
    c-school   (as written) 2021     a school, under no body, for a work
    c-somchai  Prime 2023            a person of the department, confirmed
    c-ugly     nothing but a name that would be a formula
    """
    library = Library(connection)
    library.authority(MOI, "กระทรวงมหาดไทย", "มท.")
    library.authority(CDD, "กรมการพัฒนาชุมชน", "พช.", parent=MOI, english="Community Development Department")
    library.authority(DOPA, "กรมการปกครอง", "ปค.", parent=MOI)
    library.authority(OPDC, "สำนักงานคณะกรรมการพัฒนาระบบราชการ", "สำนักงาน ก.พ.ร.", "ก.พ.ร.")
    library.authority("organisation:p-loei", "สำนักงานพัฒนาชุมชนจังหวัดเลย", parent=CDD)
    library.authority("other:p-school", "โรงเรียนบ้านหนองบัว 11")
    library.authority(LERTRAT, "รางวัลเลิศรัฐ", english="Lertrat Award", parent=OPDC)
    library.authority(PRIME, "Prime Minister's Award")
    library.authority(SOMCHAI, "สมชาย ใจดี")
    library.form(SOMCHAI, "นายอำเภอเมืองพชร", "position")
    library.authority(WILAI, "วิไลวรรณ ณ อยุธยา")
    library.authority("work:p-khok", "โคก หนอง นา โมเดล 😀")
    library.conferral(
        "c-cdd-22", award=LERTRAT, year=2022, branch="บริการภาครัฐ", level="ดีเด่น", level_code="di-den", recipient=CDD,
        parent=MOI, conferred_by=OPDC, province="เลย", sources=2,
    )  # fmt: skip
    library.conferral(
        "c-cdd-23", award=LERTRAT, year=2023, level="ดี", level_code="di", recipient="organisation:p-loei", parent=CDD
    )
    library.conferral("c-dopa", award=LERTRAT, year=2022, level="ดีเด่น", level_code="di-den", recipient=DOPA, edition=5)
    library.conferral("c-school", award="ประกวดคัดลายมือ", year=2021, recipient="other:p-school", work="work:p-khok")
    library.conferral("c-somchai", award=PRIME, year=2023, recipient=SOMCHAI, parent=CDD, state="confirmed")
    library.conferral("c-ugly", recipient='=HYPERLINK("http://x","คลิก")\n<script>')
    library.article("มท. ปลื้ม\u00a0“พัฒนาชุมชน” คว้ารางวัลใหญ่ 🎉", "c-cdd-22", outlet="a", people=(WILAI,))
    library.article(None, "c-cdd-22", outlet="b")
    library.article("สองหน่วยงานขึ้นรับโล่", "c-cdd-23", "c-dopa", outlet="b", people=(SOMCHAI,))
    return library


ALL = ("c-cdd-22", "c-cdd-23", "c-dopa", "c-school", "c-somchai", "c-ugly")


def filled(connection: Connection) -> Library:
    """The same six, indexed."""
    library = fill(connection)
    index(connection, ALL)
    return library


def ids(page: Page) -> list[str]:
    return [hit.id for hit in page.hits]


def found(connection: Connection, said: str = "", **facets: Any) -> list[str]:
    """The ids that a query finds, best first."""
    return ids(search(connection, Query(text=said, **facets)))
