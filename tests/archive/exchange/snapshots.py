"""An archive for the tests of exchange formats: twelve conferrals, eight authorities, four articles, ugly values among them."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from extractor.archive.entries import Article, Authority, Conferral, Evidence, Mention, Source

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extractor.archive.entries import AuthorityKind

FORMULA = '=HYPERLINK("http://evil.example","คลิก")'
SCRIPT = "<script>alert('๑')</script> & “คำพูด” \"quoted\""
LINES = "บรรทัดแรก\r\nบรรทัดที่สอง\tแท็บ\u00a0จบ"
EMOJI = "👩‍🚒 ทีมดับเพลิง 🏆 กรุงเทพ 𝒜"
LONG = "โครงการพัฒนาชุมชน" * 2_200
PIPED = "ข่าว | ภูมิภาค"


@dataclass(frozen=True, slots=True)
class Listed:
    """A snapshot over tuples."""

    all_conferrals: tuple[Conferral, ...] = ()
    all_authorities: tuple[Authority, ...] = ()
    all_articles: tuple[Article, ...] = ()
    name: str = "คลังรางวัล “ทดลอง” & <ตัวอย่าง>"
    base: str = "https://awards.example.org/"

    def conferrals(self) -> Iterator[Conferral]:
        yield from self.all_conferrals

    def authorities(self, kind: AuthorityKind | None = None) -> Iterator[Authority]:
        yield from (one for one in self.all_authorities if kind in {None, one.kind})

    def articles(self) -> Iterator[Article]:
        yield from self.all_articles


_FOUND = (
    ("conferral", 0, "recipient", "ทีมดับเพลิง 🏆 กรุงเทพ", "other:p-team"),
    ("conferral", 0, "award", "รางวัลเลิศรัฐ", "award:lert-rat"),
    ("conferral", 0, "year", "2565", None),
    ("conferral", 1, "award", "รางวัลเลิศรัฐ", "award:lert-rat"),
    ("conferral", 1, "recipient", "กรมการพัฒนาชุมชน", "organisation:dep-cdd"),
    ("person", 0, "name", "สมหญิง 𝒜 ใจดี", "person:p-somying"),
)
EMOJI_TEXT = "👩‍🚒🏆 ทีมดับเพลิง 🏆 กรุงเทพ รับรางวัลเลิศรัฐ ปี 2565\r\nพร้อมกรมการพัฒนาชุมชน โดยสมหญิง 𝒜 ใจดี กล่าว"


def _mention(subject, number, field, text, authority):
    start = EMOJI_TEXT.index(text)
    value = 2022 if field == "year" else None
    return Mention(subject, number, field, start, start + len(text), text, "composed", value, authority)


def _sha(text):
    return hashlib.sha256(text.encode()).hexdigest()


MENTIONS = tuple(sorted((_mention(*one) for one in _FOUND), key=lambda one: (one.start, one.end, one.number)))
WITH_EMOJI = Article(
    outlet="สำนักข่าวกลาง",
    article_id="emoji/1",
    title=EMOJI,
    url="https://news.example.org/a?x=1|2",
    published="2022-09-12",
    retrieved="2026-11-01",
    text_sha256=_sha(EMOJI_TEXT),
    text=EMOJI_TEXT,
    mentions=MENTIONS,
)
BARE = Article(None, "bare", None, None, None, "2026-11-02", "b" * 64, None, ())
EMPTY = Article("ไทยข่าว", "empty", "ว่าง", "http://other.example.org/2", "2022-09", "2026-11-02", _sha(""), "", ())
PLAIN_TEXT = f"{SCRIPT}\nไม่มีรางวัล"
PLAIN = Article(PIPED, "plain", LINES, None, "2021-01-31", "2026-11-03", _sha(PLAIN_TEXT), PLAIN_TEXT, ())
ARTICLES = (BARE, PLAIN, WITH_EMOJI, EMPTY)


def _source(article, *evidence):
    facts = (article.outlet, article.article_id, article.title, article.url, article.published, article.retrieved)
    return Source(*facts, article.text_sha256, evidence)


FIRST = _source(WITH_EMOJI, *(Evidence(m.field, m.text, m.start, m.end, m.rule) for m in MENTIONS if m.number == 0))
SECOND = _source(EMPTY)
THIRD = _source(PLAIN)

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
    work_id="work:p-work",
    recipient="กรมการพัฒนาชุมชน",
    recipient_id="organisation:dep-cdd",
    recipient_kind="organisation",
    parent="กระทรวงมหาดไทย",
    parent_id="organisation:min-interior",
    conferred_by="สำนักงาน ก.พ.ร.",
    conferred_by_id="organisation:off-opdc",
    date="2022-09-12",
    province="ลพบุรี",
    status="conferred",
    state="extracted",
    confidence=0.953125,
    corrected=("level", "year"),
    sources=(FIRST, SECOND, THIRD),
)
SPARSE = Conferral(
    id="c-0000000000002",
    **dict.fromkeys(
        (
            "award award_id year edition branch category level level_code work work_id recipient recipient_id recipient_kind "
            "parent parent_id conferred_by conferred_by_id date province"
        ).split()
    ),
    status="past",
    state="confirmed",
    confidence=1.0,
)


def _other(number, **changed):
    return replace(SPARSE, id=f"c-{number:013d}", award="รางวัลเลิศรัฐ", award_id="award:lert-rat", **changed)


CONFERRALS = (
    FULL,
    SPARSE,
    _other(3, recipient=FORMULA, recipient_kind="other", sources=(THIRD,)),
    _other(4, recipient=SCRIPT, recipient_kind="other", sources=(SECOND,)),
    _other(5, work=LINES, sources=(FIRST,)),
    _other(6, recipient=EMOJI, recipient_id="other:p-team", recipient_kind="other", sources=(FIRST,)),
    _other(7, work=LONG, sources=(SECOND,)),
    _other(8, recipient="สมหญิง 𝒜 ใจดี", recipient_id="person:p-somying", recipient_kind="person", year=1899, date="1899-01-05"),
    _other(9, category="-1+1", branch="@SUM(A1)", level="+66", recipient="#N/A", recipient_kind="other", date="2022-09"),
    _other(10, recipient="0012", recipient_kind="other", year=2024, date="2024-02-29"),
    _other(11, recipient="นอกบัญชี", recipient_id="other:p-outside", recipient_kind="other"),
    _other(12, recipient="ข้าว\x00กล้อง\x0bไทย\ufffe", recipient_kind="other", confidence=0.1),
)
AUTHORITIES = (
    Authority("award:lert-rat", "award", "รางวัลเลิศรัฐ", "gazetteer", "PSEA", ("PSEA", PIPED), "organisation:off-opdc"),
    Authority(
        "organisation:dep-cdd", "organisation", "กรมการพัฒนาชุมชน", "gazetteer", forms=("พช.",), parent="organisation:min-interior"
    ),
    Authority("organisation:min-interior", "organisation", "กระทรวงมหาดไทย", "gazetteer", forms=("มท.",)),
    Authority("organisation:off-opdc", "organisation", "สำนักงาน ก.พ.ร.", "gazetteer", english="OPDC", note=LINES),
    Authority("other:p-formula", "other", FORMULA, "provisional", forms=("+1", "@a"), province="เลย"),
    Authority("other:p-team", "other", EMOJI, "provisional"),
    Authority("person:p-somying", "person", "สมหญิง 𝒜 ใจดี", "confirmed", parent="organisation:gone"),
    Authority("work:p-work", "work", "อยากให้รู้ พม. ไม่ทิ้ง U", "provisional"),
)
SNAPSHOT = Listed(CONFERRALS, AUTHORITIES, ARTICLES)


def many(count):
    """A snapshot of so many conferrals, each of two sources."""

    class Many(Listed):
        __slots__ = ()

        def conferrals(self):
            for number in range(count):
                yield replace(FULL, id=f"c-{number:013d}", sources=(FIRST, SECOND))

    return Many(all_authorities=AUTHORITIES)
