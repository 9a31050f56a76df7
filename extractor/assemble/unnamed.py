"""Those who are told of without a name: นักเรียนทั้ง 3 คนที่ได้รับรางวัล."""

from __future__ import annotations

import re

# each place where such a word begins, also within another; `more` is what may go on as far as it likes
_BEGINS = re.compile(
    r"(?=(?P<word>"
    r"(?:นัก(?:เรียน|ศึกษา|กีฬา|วิจัย|ประดิษฐ์|วิทยาศาสตร์|ออกแบบ|แสดง|พัฒนา|การสาธารณสุข))(?P<more>[ก-๎]{0,12})"
    r"|ผู้(?!อำนวย|ว่า|บริหาร|จัดการ|ช่วย|นำ)(?P<who>[ก-๎]{0,16})"
    r"|(?:ตัวแทน|ผู้แทน)(?:นัก[ก-๎]{2,8})?(?:จาก|ของ)?(?:ประเทศ|ทีมชาติ)?ไทย"
    r"|นิสิต|เยาวชน|เด็ก|ทีม|โรงเรียน|โรงงาน|โรงพยาบาล|โรงแรม|ร้าน(?:ค้า|อาหาร)?|สตาร์ทอัพ|ทุก(?:ท่าน|คน)|หน่วยงาน|องค์กร|องค์การ|ส่วนราชการ|ข้าราชการ|บุคลากร|บุคคล|ศิลปิน|ครู|บริษัท"
    r"|สถาน(?:ประกอบ(?:กิจ)?การ|ศึกษา|พยาบาล|ที่)|ชุมชน|หมู่บ้าน|ตำบล|อำเภอ|จังหวัด|กิจการ|ประชาชน|เกษตรกร|คน(?:ไทย)?|วิสาหกิจ|สหกรณ์))"
)
_STEP = re.compile(
    r"ไทย|ดีเด่น|ต้นแบบ|ต่าง[ ]?ๆ|เหล่านี้|นั้น|[ ]"
    r"|ทุก(?P<every>[ก-๎]{0,8})|ทั้ง(?P<all>[ก-๎ \d]{0,20})|จำนวน(?P<number>[ก-๎ \d]{0,14})|\d+(?P<counted>[ก-๎ ]{0,12})"
)
_LAST = re.compile(r"(?:ที่|ซึ่ง|ให้|ผู้|และ|จน|สามารถ|ยัง|ก็|จึง|เข้า|ร่วม|ได้|[ ])*")
_FOREIGN = re.compile(r"[^ก-๎ \dๆ]")
_STEPS = 8


# ซึ่ง|เมื่อวานนี้ ยัง…, ซึ่ง|ท่าน…: words that may stand between ซึ่ง and its verb
_STILL = re.compile(
    r"ท่าน|เธอ|เขา|เจ้าตัว|ล่าสุด|ต่อมา|ภายหลัง|เพิ่ง|เคย|ยัง|ก็|สามารถ|เมื่อ(?P<when>[ก-๎ ]{0,12})|ใน|ปี(?P<year>[ก-๎]{0,8})|พ\.ศ\.|[\d ]"
)


def group_before_end(text: str) -> int | None:
    """Where those begin whom the end of the text tells of without a name: จัดโดย|โรงเรียนที่ → the place of โรงเรียน.

    Up to eight words may follow upon theirs, some of any length. One pattern would try all ways to share them out; here
    each place that a word may end at is looked at once.
    """
    begin = max((found.end() for found in _FOREIGN.finditer(text)), default=0)
    for found in _BEGINS.finditer(text, begin):
        held = next((name for name in ("more", "who") if found[name] is not None), None)
        places = _reached(text, _ends(found, found.end("word"), held), _STEP, most=_STEPS)
        if any(_LAST.fullmatch(text, place) for place in places):
            return found.start()
    return None


def goes_on_to_end(text: str, at: int) -> bool:
    """Whether what stands behind ซึ่ง up to the end of the text leaves its verb to what follows: ซึ่ง| เมื่อวานนี้ยัง."""
    return len(text) in _reached(text, {at}, _STILL, most=len(text))


def _reached(text: str, places: set[int], step: re.Pattern[str], *, most: int) -> set[int]:
    """All the places that at most so many steps lead to, from these on."""
    reached = set(places)
    for _ in range(most):
        steps = [found for place in places if (found := step.match(text, place))]
        places = {end for found in steps for end in _ends(found, found.end(), found.lastgroup)} - reached
        if not places:
            break
        reached |= places
    return reached


def _ends(found: re.Match[str], end: int, held: str | None) -> set[int]:
    """The places that what is found may end at: any within what may go on as far as it likes, the group `held`."""
    return {end} if held is None else set(range(found.start(held), end + 1))
