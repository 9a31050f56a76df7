"""Groups that a row of winners is divided into, without any of the labels' words: ภาคเหนือ ได้แก่ …, or ขนาดใหญ่ ได้แก่ กรม ก."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extractor.anchors import Words
from extractor.assemble.role_words import REGION
from extractor.match.label import Label
from extractor.match.label_levels import CONTEST_RANKS
from extractor.tokenise import words

if TYPE_CHECKING:
    from extractor.assemble.draft import Draft
    from extractor.assemble.findings import Party

# แบ่งเป็น สถานประกอบการขนาดใหญ่ (1,000 คนขึ้นไป) ได้แก่ …
_GROUP = re.compile(
    r"(?:แบ่งเป็น|แบ่งออกเป็น|ประกอบด้วย|ดังนี้|^|\n|[ ,)]|และ|\d[.)])[ ]*(?:(?:และ|ส่วน)[ ]?)?"
    r"(?P<group>[ก-ฮเ-ไ][^\n\d()“”\",:]{4,48}?)(?<![ ])[ ]*+"
    r"(?:\([^()\n]{1,60}\)[ ]*+)?(?:จำนวน[ ]?\d+[ ]?[ก-๙]+[ ]*+)?(?:ได้แก่|คือ|:)[ ]*$"
)
# ภาคเหนือ ได้แก่ …
_REGION = re.compile(rf"(?P<group>{REGION})[ ]*(?:ได้แก่|คือ|:|อาทิ)?[ ]*$")
# ชาย ได้แก่ …
_SEX = re.compile(r"(?:^|[ ,)\n\d]|ส่วน)(?P<group>(?:ฝ่าย|เพศ)?(?:ชาย|หญิง))[ ]*+(?:ได้แก่|คือ|:)[ ]*$")
_NO_GROUP = frozenset(
    (
        "ได้ รับ ได้รับ มี เป็น ที่ ซึ่ง โดย ให้ จะ มอบ จัด และ กับ รางวัล ผลงาน ผู้ ผู้ชนะ ว่า จาก ใน ของ ทั้ง อาทิ เพื่อ หน่วยงาน นี้ "
        "นั้น คือ ดังนี้ ประกอบด้วย ทั้งนี้ ผู้ได้รับ ปีนี้ ผล แบ่งเป็น องค์กร แห่ง คน ราย ทีม ประเภท เงินรางวัล บาท โล่ พร้อม รายชื่อ ท่าน "
        "เรื่อง เจ้าของ"
    ).split()
)


# what comes with a prize, a body, or the end of a longer phrase
_NO_PHRASE = re.compile(
    r"อีก(?:หนึ่ง|ราย|ทีม)|(?:หนึ่ง)?ความ(?:ภาค)?ภูมิใจ|ความสำเร็จ|เกียรติบัตร|ประกาศนียบัตร|ใบประกาศ|ถ้วย|โล่|เหรียญ|ทุน"
    r"|สำนัก|กระทรวง|กรม|บริษัท|มหาวิทยาลัย|โรงเรียน|องค์การ|มากที่สุด|สูงสุด|ร่วม$"
)


def group_before(text: str, party: Party, draft: Draft, *, anew: bool = False) -> Label | None:
    """A group that a list is divided into, named without any of the labels' words: ขนาดใหญ่ ได้แก่ บริษัท ก.

    `anew`: also where the draft has a category, as that of what the list told before.
    """
    if party.role != "listed":
        return None
    if "category" in draft.own and not anew and draft.labels["category"].rule != "category.group":
        return None  # but กล้วย ได้แก่ นาย ก และ|ฟักทอง| ได้แก่ |นาย ข: the next group
    begin = max(draft.mark, text.rfind("\n", 0, party.start) + 1, party.start - 140)
    region = _REGION.search(text, begin, party.start) or _SEX.search(text, begin, party.start)
    if region is not None:
        return Label("category", *region.span("group"), "category.region", *region.span("group"))
    match = _GROUP.search(text, begin, party.start) if draft.verb or draft.gives or draft.enumerates else None
    if match is None or match.end("group") - match.start("group") < 5:
        return None
    start, end = match.span("group")
    if _NO_PHRASE.match(match["group"]) or "/" in match["group"]:
        return None
    if (
        text[:start].rstrip(" ")[-1:].isdigit()
        or any(word in _NO_GROUP for word in words(match["group"]))
        or any(label.start < end and start < label.until for label in draft.labels.values())
    ):
        return None
    return Label("category", start, end, "category.group", start, end)


# เหรียญเงิน|ได้จาก|ทศกรีฑา| ผลงานของ |นาย ก, and from one winner to the next: |และ|กระโดดค้ำหญิง| ผลงานของ |นางสาว ข
_EVENT = re.compile(
    r"(?:(?:นั้น)?[ ]?(?:\d+[ ]?เหรียญ[ ]?)?(?:ได้(?:รับ)?|คว้า)?(?:มา)?[ ]?จาก|[ ]*(?:,|และ|รวมถึง)|ใน)[ ]*"
    r"(?P<event>(?:การแข่งขัน|ประเภท|กีฬา)?[ก-ฮเ-ไ0-9][^\n,“”()]{2,48}?)[ ]?"
    r"(?:เป็น)?(?:ผลงาน(?:ของ|โดย|จาก)|โดย|จาก(?:ฝีมือ)?|ของ)[ ]?(?:นัก(?:กีฬา)?[ก-๎]{0,20}[ ]?)?"
)

# รางวัลชนะเลิศ|การแต่งกลอน โดย |นาย ก: what was done, no contest's name
_DONE = re.compile(r"[ ]?(?P<event>(?:ด้าน)?การ(?!ประกวด|แข่งขัน)[ก-๎][^\n,“”()]{2,40}?)[ ]?(?:ผลงานของ|โดย)[ ]?")


def event_before(text: str, party: Party, draft: Draft) -> Label | None:
    """The event that a medal was won in, named between it and who won it: เหรียญเงินได้จาก|ทศกรีฑา| ผลงานของนาย ก."""
    level = draft.labels.get("level")
    if level is None or party.kind not in {"person", "team"}:
        return None
    if level.rule != "level.medal" and (level.rule not in CONTEST_RANKS or draft.mark > level.until):
        return None
    if "category" in draft.own and draft.labels["category"].rule != "category.event":
        return None
    event = _EVENT if level.rule == "level.medal" else _DONE
    match = event.fullmatch(text, max(draft.mark, level.until), party.start)
    if match is None or any(word in _NO_EVENT for word in words(match["event"])):
        return None
    return Label("category", *match.span("event"), "category.event", *match.span("event"))


_NO_EVENT = frozenset("เหรียญ รางวัล ได้ คว้า ทีมชาติ นัก นักกีฬา ที่ ซึ่ง ว่า เมื่อ วันที่ คะแนน เวลา สามารถ เป็น มี ชนะ เอาชนะ".split())


# รางวัลชนะเลิศ, อันดับที่ 1, เหรียญทอง: a group's first prize
_FIRST = re.compile(r"(?:รางวัล)?(?:เหรียญทอง|ชนะเลิศ(?:[ ]?อันดับ(?:ที่)?[ ]?[1๑])?|(?:อันดับ)?ที่[ ]?[1๑]|อันดับ[ ]?[1๑])")
# what a group's name stands behind, and its name, up to the first prize
_OVER_RANKS = re.compile(
    r"""
    [ ]* (?: (?:และ|ได้แก่|คือ|ดังนี้|อาทิ|แบ่งเป็น|ประกอบด้วย|[:,•–-]) [ ]* )* (?: \(?\d{1,2}[.)]\)? [ ]* )?
    (?P<group> (?!จังหวัด|อำเภอ|ตำบล|ภาค|สาขา)[ก-ฮเ-ไA-Z] [^\n“”\",:;|]{3,80}? ) [ ]* (?:[:–-][ ]*)? (?:ถ้วย|โล่)?
    """,
    re.VERBOSE,
)
# • เพลงไทยสากล |ชนะเลิศ “…”
_BULLET = re.compile(
    r"[ ]*(?:[•●▪*][ ]*)?(?:เพลง|ภาพ|กลุ่ม|รุ่น|ทีม|ชาย|หญิง|คู่|ผลิตภัณฑ์|ผ้า|อาหาร|ขนม|ดนตรี|เรื่องสั้น|นวนิยาย|กวี|สารคดี|ละคร|คลิป|โครงงาน|หุ่นยนต์)"
    r"[ก-๎]{0,30}(?:[ ][ก-๎]{2,20})?[ ]+$"
)
_OPENED = re.compile(r".*(?:ได้แก่|ดังนี้|แบ่งเป็น|ประกอบด้วย|ประเภทบุคคลนั้น,?|บุคคลนั้น,?|มีดังนี้)(?P<rest>)")
_OPENING = Words("ได้แก่|ดังนี้|แบ่งเป็น|ประกอบด้วย|บุคคลนั้น")
_APART = re.compile(r"(?:ได้แก่|ดังนี้|แบ่งเป็น|ประกอบด้วย|นั้น,?)[ ]*$")
# between the groups of a list that runs on in one paragraph
_BETWEEN_GROUPS, _GROUP_WITHIN = " / ", 60
_NO_HEADING = _NO_GROUP | frozenset(
    "คว้า ผล การตัดสิน จำนวน คะแนน ได้คะแนน ชนะ ส่วน สำหรับ นักกีฬา แข่งขัน ประกวด การแข่งขัน การประกวด นักเรียน เยาวชน".split()
)


def group_over_ranks(text: str, level: Label, draft: Draft) -> Label | None:
    """A group named before its first prize in a running list: … นาย ก กระบวนการเปียก |รางวัลที่ 1 นาย ข รางวัลที่ 2 นาง ค."""
    if not _FIRST.fullmatch(text, level.start, level.end):
        return None
    known = draft.labels.get("category")
    if known is not None and "category" in draft.own and not text[known.until : level.outer].strip():
        return None
    if draft.enumerates and draft.recipient is not None:
        begin = draft.mark
    else:
        near = max(draft.since, level.outer - 110)
        opened = _OPENED.search(text, near, level.outer) if _OPENING.within(text, near, level.outer) else None
        begin = opened.start("rest") if opened else draft.since if _BULLET.match(text, draft.since, level.outer) else -1
    slash = text.rfind(_BETWEEN_GROUPS, max(draft.since, level.outer - _GROUP_WITHIN), level.outer)
    if slash >= 0:  # ปืนพก ชาย เหรียญทอง นาย ก …| / |ปืนพก หญิง เหรียญทอง นาง ข
        begin = slash + len(_BETWEEN_GROUPS)
    elif level.rule == "level.medal" and not _APART.search(text, max(0, begin - 8), begin):
        return None
    if begin < 0 or "\n" in text[begin : level.outer]:
        return None
    match = _OVER_RANKS.fullmatch(text, begin, level.outer)
    if match is None or any(word in _NO_HEADING for word in words(match["group"].replace("โดยวิธี", "วิธี"))):
        return None
    return Label("category", *match.span("group"), "category.over_ranks", *match.span("group"))
