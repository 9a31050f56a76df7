"""A small archive for the tests of linked data: plain entries, hand-written ones, and ones that spoil careless writers."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from extractor.archive.entries import Authority, Conferral, Evidence, Source

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extractor.archive.entries import Article, AuthorityKind

BASE = "https://awards.example.org/"
UGLY = '=HYPERLINK("http://evil.example","คลิก")\u00a0</script><script>alert(1)</script>\r\n\t\\ """ 😀 | \u2028 จบ\\'
LONG = "โครงการส่งเสริม" * 40


@dataclass(frozen=True, slots=True)
class Small:
    """A snapshot over lists."""

    all_conferrals: tuple[Conferral, ...]
    all_authorities: tuple[Authority, ...] = ()
    name: str = "คลังรางวัล “ทดลอง” & <ตัวอย่าง>"
    base: str = BASE

    def conferrals(self) -> Iterator[Conferral]:
        yield from self.all_conferrals

    def authorities(self, kind: AuthorityKind | None = None) -> Iterator[Authority]:
        yield from (one for one in self.all_authorities if kind in {None, one.kind})

    def articles(self) -> Iterator[Article]:
        yield from ()


FIRST = Source(
    outlet="สำนักข่าวภาคกลาง",
    article_id="ข่าว 12/2565",
    title="ลพบุรีรับรางวัลเลิศรัฐ “อยู่ลำพัง”",
    url="https://news.example.org/ข่าว?id=12|a",
    published="2022-09-12",
    retrieved="2026-11-01",
    text_sha256="a" * 64,
    evidence=(Evidence("award", "รางวัลเลิศรัฐ", 10, 23, "gazetteer"),),
)
SECOND = Source(None, "second", None, "http://other.example.org/2", "2022-09", "2026-11-02", "b" * 64)
NO_LINK = Source("ไลน์", "third", "ข่าว", "javascript:alert(1)", None, "2026-11-03", "c" * 64)

FULL = Conferral(
    id="c-0000000000001",
    award="รางวัลเลิศรัฐ",
    award_id="award:lert-rat",
    year=2022,
    edition=3,
    branch="บริการภาครัฐ",
    category="พัฒนาการบริการ",
    level="ดี",
    level_code="good",
    work="อยากให้รู้ พม. ไม่ทิ้ง U",
    work_id="work:p-0000000000009",
    recipient="สำนักงานส่งเสริมวิชาการ 7",
    recipient_id="organisation:p-0000000000002",
    recipient_kind="organisation",
    parent="กรมกิจการสวัสดิการ",
    parent_id="organisation:dep-welfare",
    conferred_by="สำนักงาน ก.พ.ร.",
    conferred_by_id="organisation:off-opdc",
    date="2022-09-12",
    province="ลพบุรี",
    status="conferred",
    state="extracted",
    confidence=0.95,
    corrected=("level", "year"),
    sources=(FIRST, SECOND),
)
PERSON = replace(
    FULL,
    id="c-0000000000003",
    year=2023,
    edition=None,
    branch=None,
    category=None,
    level=None,
    level_code=None,
    work=None,
    work_id=None,
    recipient="สมหญิง ใจดี",
    recipient_id="person:p-0000000000003",
    recipient_kind="person",
    parent=None,
    parent_id=None,
    date=None,
    province=None,
    status="announced",
    confidence=0.00001,
    corrected=(),
    sources=(FIRST,),
)
WORK_ALONE = replace(
    PERSON,
    id="c-0000000000004",
    award="Green Film Prize",
    award_id="award:green-film",
    recipient=None,
    recipient_id=None,
    recipient_kind=None,
    work="ป่าเดียวกัน",
    work_id="work:p-0000000000010",
    year=None,
    sources=(SECOND,),
)
BY_HAND = replace(
    PERSON,
    id="c-0000000000005",
    award=UGLY,
    award_id=None,
    recipient=LONG,
    recipient_id=None,
    recipient_kind="other",
    conferred_by=None,
    conferred_by_id=None,
    year=1950,
    state="confirmed",
    confidence=1.0,
    corrected=("award", "recipient"),
    sources=(),
)
HIDDEN = replace(
    PERSON,
    id="c-0000000000006",
    recipient=UGLY,
    recipient_id="other:p-0000000000006",
    recipient_kind="other",
    status="past",
    sources=(NO_LINK,),
)

CONFERRALS = (BY_HAND, FULL, PERSON, HIDDEN, WORK_ALONE)
AUTHORITIES = (
    Authority("award:green-film", "award", "Green Film Prize", "gazetteer", english="Green Film Prize"),
    Authority(
        "award:lert-rat",
        "award",
        "รางวัลเลิศรัฐ",
        "gazetteer",
        english="Public Sector Excellence Awards",
        forms=("PSEA", "รางวัล เลิศรัฐ"),
        parent="organisation:off-opdc",
        note="ตรวจแล้ว wikidata:Q111",
    ),
    Authority("organisation:dep-welfare", "organisation", "กรมกิจการสวัสดิการ", "gazetteer", forms=("กกส.",)),
    Authority("organisation:off-opdc", "organisation", "สำนักงาน ก.พ.ร.", "gazetteer", english="OPDC", forms=("OPDC", "กพร.")),
    Authority(
        "organisation:p-0000000000002",
        "organisation",
        "สำนักงานส่งเสริมวิชาการ 7",
        "provisional",
        parent="organisation:dep-welfare",
        province="ลพบุรี",
    ),
    Authority("other:p-0000000000006", "other", UGLY, "provisional"),
    Authority("person:p-0000000000003", "person", "สมหญิง ใจดี", "confirmed", parent="organisation:dep-welfare"),
    Authority("work:p-0000000000009", "work", "อยากให้รู้ พม. ไม่ทิ้ง U", "provisional"),
    Authority("work:p-0000000000010", "work", "ป่าเดียวกัน", "provisional", parent="organisation:dep-welfare"),
)
SMALL = Small(CONFERRALS, AUTHORITIES)
