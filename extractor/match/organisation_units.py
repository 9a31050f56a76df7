"""What of a firm is named behind it: its branch, which is part of the name, and its plant, which is a body of its own."""

from __future__ import annotations

import re

from extractor.document import Span

_FIRM_ENDS = ("จำกัด", "(มหาชน)", "จก.")
# what may follow a name without a blank
RUNS_ON = "(?:ได้รับ|คว้า|ซึ่ง|ที่ได้|เข้ารับ|รับรางวัล|และ)"
# บริษัท ก จำกัด| (โรงงาน 5), (สาขานาดี) · บริษัท ก จำกัด| สาขาน่าน
_IN_BRACKETS = re.compile(r" ?\((?:สาขา|โรงงาน|สำนักงานใหญ่)[^()\n]{0,40}\)")
_BRANCH = re.compile(r" ?สาขา(?:ที่ ?)?")
_BRANCH_NUMBER = re.compile(r" ?\d{1,2}(?![\d.,:/)]| ?(?:รางวัล|แห่ง|ผลงาน|คน|ราย))")
# บริษัท ก จำกัด |โรงแยกก๊าซนาดี; but บริษัท ก จำกัด |โรงงานผลิตน้ำแข็ง: what it is
_PLANT = re.compile(
    r" ?(?P<name>(?:โรงงาน|โรงไฟฟ้า|โรงแยกก๊าซ|โรงกลั่น|โรงผลิต|โรงสี|คลัง(?:น้ำมัน|ก๊าซ|ปิโตรเลียม|สินค้า)|เหมือง(?:แร่)?"
    r"|ศูนย์กระจายสินค้า|ท่าเทียบเรือ|ฟาร์ม)"
    r"(?!ผู้|ที่|ของ|ใน|ต่าง|ทั่ว|ทุก|นี้|แห่ง|ซึ่ง|ได้|และ|อุตสาหกรรม|ต้นแบบ|ดีเด่น|สีเขียว|สีขาว|ผลิต[ก-ฮเ-ไ])"
    rf"(?:[ก-๎]{{2,40}}?(?: ?\d{{1,2}})?(?=[^ก-๎\d]|{RUNS_ON}|$)| ?(?:ที่ ?)?\d{{1,2}}(?!\d)))"
    r"(?! ?(?:และ|,) ?โรงงาน)"  # บริษัท ก จำกัด โรงงาน ข และโรงงาน ค: a row of plants
)


def branch_end(text: str, end: int, province: re.Pattern[str]) -> int:
    """Where a firm's name that ends at `end` ends with the branch that is written behind it."""
    if not text.startswith((" (", "(", " ส", "ส"), end) or not text.endswith(_FIRM_ENDS, 0, end):
        return end
    if (told := _IN_BRACKETS.match(text, end)) is not None:
        return told.end()
    branch = _BRANCH.match(text, end)
    if branch is None:
        return end
    named = province.match(text, branch.end()) or _BRANCH_NUMBER.match(text, branch.end())
    return named.end() if named is not None else end


def plant_behind(text: str, end: int) -> Span | None:
    """The plant of a firm whose name ends at `end`, written right behind it."""
    if not text.endswith(_FIRM_ENDS, 0, end):
        return None
    plant = _PLANT.match(text, end)
    return Span(*plant.span("name"), "organisation.plant") if plant is not None else None
