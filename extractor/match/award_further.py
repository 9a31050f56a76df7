"""Where a prize is named again that an article names in full: โล่ข้าราชการดีเด่น, for รางวัลข้าราชการดีเด่น ประจำปี 2565."""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from dataclasses import replace
from typing import TYPE_CHECKING

from extractor.document import overlaps
from extractor.match.award_criteria import by_merit
from extractor.match.award_given import given_to
from extractor.match.label import Label
from extractor.patterns import sought

if TYPE_CHECKING:
    from collections.abc import Iterator

# รางวัล|“ดอกแก้ว”: what a name is but for its word for a prize and its marks
_CORE = re.compile(r"(?:โล่|ถ้วย|เหรียญ)?(?:รางวัล)?[ ]?[“\"‘']?(?P<core>[^“”\"‘’'\n]+?)[ ]*[”\"’']?")
_SHAPES = frozenset({"award.named", "award.quoted", "award.plaque", "award.honour", "award.title"})
_DATED = re.compile(
    r"[”\"’']?[ ]?(?:\([^()\n]{2,60}\)[ ]?)?"
    r"(?:ประจำปี|ปี[ ]?(?:งบประมาณ[ ]?)?(?:พ\.ศ\.[ ]?)?[\d๐-๙]|พ\.ศ\.[ ]?[\d๐-๙]|ครั้งที่[ ]?[\d๐-๙])"
)
# words that praise whom a prize honours, so that its name is told from a thing's: ข้าราชการพลเรือน|ดีเด่น
_PRAISES = re.compile(r"(?:ดีเด่น|ยอดเยี่ยม|ต้นแบบ|ดีเลิศ|เป็นเลิศ|แห่งปี|แห่งชาติ)$")
# โล่|ทุนหมุนเวียนดีเด่น, เชิดชูเกียรติ|ครูศรีธารา: what is given
_GIVEN = re.compile(r"(?:โล่|เข็ม|เกียรติบัตร|เกียรติคุณ|เชิดชูเกียรติ|ยกย่อง|(?:ให้)?แก่|พิธีมอบ|[“\"‘'])[ ]?[“\"‘']?$")
# ประเภท|ข้าราชการดีเด่น, คณะกรรมการคัดเลือก|ข้าราชการดีเด่น: a part's name, and a body's
_NOT_GIVEN = re.compile(r"(?:วัน|มูลนิธิ|ประเภท|สาขา|ด้าน|หมวด|ระดับ|รางวัล|กลุ่ม|กรรมการ[ก-๎]{0,24}|กองทุน)[ ]?[“\"‘']?$")
# who is honoured so, by what they are: |ครู|ดีเด่น, |หมู่บ้าน|ต้นแบบ
_WHO = (
    r"(?:ครู|อาจารย์|ผู้(?:บริหาร|อำนวยการ|ใหญ่บ้าน|นำ|ประกอบการ|สูงอายุ|ตรวจ|ช่วย|ดูแล|ปฏิบัติ)|กำนัน|สารวัตร|แพทย์|พยาบาล|หมอ|ปลัด|นายอำเภอ|นายก|ข้าราชการ"
    r"|พนักงาน|ลูกจ้าง|เจ้าหน้าที่|บุคลากร|บุคคล|นักเรียน|นักศึกษา|นักพัฒนา|นักวิจัย|นักส่งเสริม|เกษตรกร|ชาวนา|ยุวเกษตรกร|อสม|อาสาสมัคร|ศิษย์|แม่|พ่อ|สตรี|เยาวชน|เด็ก"
    r"|ตำรวจ|ทหาร|พระ(?=สงฆ์|ธรรม)|ปราชญ์|ครอบครัว|โรงเรียน|สถานศึกษา|วัด|หมู่บ้าน|ชุมชน|ตำบล|อำเภอ|อบต|เทศบาล|กลุ่ม|สหกรณ์|ศูนย์|กองทุน|โรงพยาบาล|สถานี"
    r"|หน่วยงาน|องค์กร|วิสาหกิจ|เครือข่าย)"
)
_SO_HONOURED = re.compile(rf"(?:(?:โล่)?รางวัล)?{_WHO}[ก-๎]{{0,40}}?(?:ดีเด่น|ยอดเยี่ยม|ต้นแบบ|ดีเลิศ|เป็นเลิศ)(?:[ ]?\([^()\n]{{2,30}}\))?")
# รางวัลครูดีเด่น …| ส่วน|ผู้บริหารดีเด่น| เป็นของนาง ข: the next of such prizes, without the word
_NEXT_SUCH = sought(
    rf"(?:ส่วน|ขณะที่|ขณะเดียวกัน|และ)[ ]?(?P<name>{_WHO}(?:(?!ได้|เป็น|และ)[ก-๎]){{0,30}}?(?:ดีเด่น|ยอดเยี่ยม|ต้นแบบ|ดีเลิศ|เป็นเลิศ))"
    r"(?=[ ]?(?:(?:ตก)?เป็นของ|ได้แก่|คือ[ ]))"
)
_LEAST, _MOST = 9, 12
# เพลงแห่งปี, นักร้องหญิงยอดเยี่ยม: classes of the arts, that are named as parts of their programme
_CLASSES = ("เพลง", "ภาพยนตร์", "หนัง", "ละคร", "นักร้อง", "นักแสดง", "ผู้กำกับ", "ศิลปินเดี่ยว", "ศิลปินกลุ่ม", "อัลบั", "มิวสิก", "วง")
# characters of a name with its word for a prize that others may begin with by accident
_SHORT = 10


def further_names(text: str, labels: list[Label], taken: list[tuple[int, int]]) -> list[Label]:
    """Names of prizes beside those found: honours told by whom they are given to, and the same prizes named again.

    Args:
        text: the clean text.
        labels: the awards found.
        taken: what they take up, in order; what is added here is added there.
    """
    _cut_back(text, labels)
    found: list[Label] = []
    places = [start for start, _ in taken]
    for label in (*given_to(text), *by_merit(text)):
        end = text.find("\n", label.end)
        nearest = bisect_left(places, text.rfind("\n", 0, label.start) + 1)
        alone = nearest == len(places) or 0 <= end < places[nearest]  # in its line no prize is named
        if alone and not overlaps(taken, label.start, label.end):
            found.append(label)
            insort(taken, (label.start, label.end))
    for label in _next_such(text, labels):
        if not overlaps(taken, label.start, label.end):
            found.append(label)
            insort(taken, (label.start, label.end))
    for label in list(_named_again(text, [*labels, *found], taken)):
        if not overlaps(taken, label.start, label.end):
            found.append(label)
            insort(taken, (label.start, label.end))
    return found


def _next_such(text: str, labels: list[Label]) -> Iterator[Label]:
    """Prizes by whom they honour, told in one line behind another of their sort, where no programme stands above both."""
    if not labels or any(_SO_HONOURED.fullmatch(text, label.start, label.end) is None for label in labels):
        return
    for named in _NEXT_SUCH.finditer(text):
        line = text.rfind("\n", 0, named.start())
        if any(line < label.start < named.start() for label in labels):
            yield Label("award", *named.span("name"), "award.title", *named.span("name"))


# รางวัลลำน้ำใส| หน่วยงานระดับกรม, รางวัลลำน้ำใส|กับการพัฒนา: what is told of it, where its year stands elsewhere behind รางวัลลำน้ำใส
_GOES_ON = re.compile(r"[ ]+(?!แห่ง|ดีเด่น|ยอดเยี่ยม|ดีเลิศ|ประเทศไทย|[(“\"A-Z])[ก-ฮเ-ไ]|(?:กับ|ที่|ใน|ระดับ)[ก-ฮเ-ไ]")


def _cut_back(text: str, labels: list[Label]) -> None:
    """Ends the names that run on from one that the text tells with its year."""
    named = [label for label in labels if label.row is None and label.rule == "award.named"]
    dated = sorted(
        {
            text[label.start : label.end]
            for label in named
            if label.end - label.start > _SHORT
            and _DATED.match(text, label.end)
            and _PRAISES.search(text, label.start, label.end) is None  # whose year may stand behind a whole that holds it
        },
        key=len,
    )
    for label in named:
        for name in dated:
            end = label.start + len(name)
            if end < label.end and text.startswith(name, label.start) and _GOES_ON.match(text, end):
                label.end = label.until = end
                break


def _named_again(text: str, labels: list[Label], taken: list[tuple[int, int]]) -> Iterator[Label]:
    """Further mentions of the prizes that the text names by their shape, with their year."""
    cores: dict[str, Label] = {}
    dated: set[str] = set()
    seen: set[str] = set()
    for label in labels:
        if label.row is None and label.rule in _SHAPES:
            found = _CORE.fullmatch(text, label.start, label.end)
            if found is None or len(found["core"]) < _LEAST or text[found.start("core")] < "ก" or found["core"].startswith("วัน"):
                continue
            core = found["core"]
            if core.startswith(_CLASSES):
                continue
            if _DATED.match(text, label.end):
                dated.add(core)
            if core in seen or core in dated or _PRAISES.search(core):
                cores.setdefault(core, label)
            seen.add(core)
    for core in sorted(cores, key=len, reverse=True)[:_MOST]:
        praises = core in dated and _PRAISES.search(core) is not None
        at = text.find(core)
        while at >= 0:
            end = at + len(core)
            if not overlaps(taken, at, end):
                before = text[max(0, at - 40) : at]
                if (
                    (praises or _DATED.match(text, end) or _GIVEN.search(before))
                    and not _NOT_GIVEN.search(before)
                    and not _within_word(text, at, end)
                ):
                    yield replace(cores[core], start=at, end=end, outer=at, until=end)
            at = text.find(core, end)


def _within_word(text: str, start: int, end: int) -> bool:
    """Whether a vowel or tone mark behind `end` tells that a word goes on, or a vowel before `start`."""
    return text[end : end + 1] in _MARKS or (start > 0 and text[start - 1] in "เแโใไ")


_MARKS = frozenset("ะัาำิีึืุู็่้๊๋์ๅ")
