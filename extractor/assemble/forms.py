"""Winners told as on a form, a line for each of what there is to say.

⏎ชื่อโครงงาน: ก⏎โรงเรียน: ข⏎นักเรียน: 1. นาย ค 2. นาย ง⏎ครูที่ปรึกษา: จ
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from extractor.anchors import Words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extractor.assemble.findings import Findings, Party

_LINE = re.compile(
    r"""
    (?:^|\n) [ ]* (?:[-–•*●]|\(?\d{1,2}[.)])? [ ]*
    (?: (?P<work> ชื่อ(?:ผลงาน|โครงงาน|โครงการ|เรื่อง|ภาพ) | ผลงาน | โครงงาน | เรื่อง )
      | (?P<school> โรงเรียน | สถานศึกษา | สถาบัน(?:การศึกษา)? | สังกัด | หน่วยงาน | มหาวิทยาลัย )
      | (?P<adviser> (?:คณะ)?(?:ครู|อาจารย์)?(?:ผู้)?(?:ที่ปรึกษา|ควบคุม(?:ทีม)?)[ก-๎]{0,12} )
      | (?P<maker> เยาวชน | นักเรียน | นักศึกษา | (?:คณะ)?ผู้(?:จัดทำ|พัฒนา|วิจัย|ประดิษฐ์|สร้าง(?:สรรค์)?|แต่ง|ออกแบบ)
          | (?:ราย(?:ชื่อ|นาม))?สมาชิก(?:ใน|ของ)?(?:ทีม)? | (?:คณะ)?นักวิจัย ) )
    (?:[ ]?\([^()\n]{1,40}\))? [ ]? [:：]
    """,
    re.VERBOSE,
)


def goes_on_form(text: str, newline: int) -> bool:
    """Whether the line below `newline` says one more thing of a work that a line above names."""
    line = _LINE.match(text, newline)
    return line is not None and line.lastgroup != "work"


_COLON = Words(":|：")
# characters that a line's label and its colon take at most
_LABEL = 120
# lines from one that belong to the same form
_APART = 6


def read_forms(findings: Findings) -> None:
    """Gives the parties of such lines their roles: the first maker has won, the school stands above, advisers have not."""
    text = findings.text
    starts = [party.start for party in findings.parties]
    school: Party | None = None
    maker: Party | None = None
    last = -1
    for line in _lines(text):
        end = text.find("\n", line.end())
        end = end if end >= 0 else len(text)
        if last >= 0 and text.count("\n", last, line.start() + 1) > _APART:
            school = maker = None
        inside = findings.parties[bisect_left(starts, line.end()) : bisect_left(starts, end)]
        kind = line.lastgroup
        if kind == "work":
            school = maker = None
        elif kind == "adviser":
            for party in inside:
                party.role = "member"
        elif kind == "school" and inside:
            school = inside[0]
            if maker is not None:
                _put_under(maker, school)
        elif kind == "maker" and inside:
            people = [party for party in inside if party.kind == "person"]
            for party in people:
                party.role = "member"
            if people and maker is None:
                maker = people[0]
                maker.role = "listed"
                if school is not None:
                    _put_under(maker, school)
        last = end


def _lines(text: str) -> Iterator[re.Match[str]]:
    """Every line of a form: such as begins with what it says, and a colon."""
    reached = -1
    for colon in _COLON.find(text):
        begin = text.rfind("\n", 0, colon)
        if begin == reached or colon - begin > _LABEL:
            continue
        reached = begin
        line = _LINE.match(text, max(begin, 0))
        if line is not None:
            yield line


def _put_under(maker: Party, school: Party) -> None:
    maker.body = maker.body or school.name
    school.role = "superior"
