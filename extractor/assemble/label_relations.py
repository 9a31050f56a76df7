"""How a label stands to the others of its telling: the same again, another, a gloss, one behind its winner."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extractor.assemble.below import PRIZES
from extractor.assemble.collector_words import STAGE
from extractor.assemble.festivals import at_contest, at_fair, at_festival
from extractor.assemble.heads import HEADS_NEXT
from extractor.assemble.sums import is_tally
from extractor.match.label import EXCELS, Label
from extractor.patterns import sought

if TYPE_CHECKING:
    from extractor.assemble.draft import Draft

_HEAD = re.compile(r"(?:(?:โล่)?รางวัล|(?:การ)?(?:ประกวด|แข่งขัน))[ ]*[“\"‘']?")
_FOLD = sought(r"[\s“”\"‘’']+|^(?:โล่)?รางวัล")
_GLOSS = re.compile(r"[ ]?(?:(?:(?:ประจำ)?ปี(?:งบประมาณ)?[ ]?(?:พ\.ศ\.)?[ ]?)?\d{4})?[ ]?\([ ]?(?:[Tt]he[ ])?")


# ⏎● |รางวัลด้านความยั่งยืน| 11 รางวัล จากการดำเนินงาน…
_BEGINS_LINE = re.compile(r"(?:^|\n)[ ●•▪◆✅*–-]*$")
_SOME = re.compile(r"รางวัล(?:ที่)?(?:โดดเด่น|เด่น|สำคัญ)(?:ๆ)?")
_SEVERAL = re.compile(r"[ ]*(?:\([^()\n]{1,40}\)[ ]*)?(?:จำนวน|รวม)?[ ]*(?:[2-9]|[1-9]\d)[ ]?รางวัล")


def counts_several(text: str, label: Label) -> bool:
    """Whether a paragraph begins with what several prizes are of, told one by one behind: รางวัลด้านนวัตกรรม 26 รางวัล."""
    if _SOME.fullmatch(text, label.start, label.end):
        return True
    return (
        label.row is None
        and _SEVERAL.match(text, label.until) is not None
        and _BEGINS_LINE.search(text, max(0, label.outer - 8), label.outer) is not None
    )


def glosses(text: str, label: Label, draft: Draft) -> bool:
    """Whether an English name only stands in brackets behind the Thai one or its rank.

    รางวัลดีเด่น (Thailand Tourism Silver Awards) · รางวัลธนาคารแห่งปี 2566 (Bank of the Year 2023)
    """
    level, award = draft.labels.get("level"), draft.labels.get("award")
    category = draft.labels.get("category") if "category" in draft.own else None
    closed = text.startswith(")", label.until)
    if category is not None and closed and text[category.until : label.outer].strip() == "(":
        category.end = category.until = label.until + 1  # ภาพยนตร์สั้นยอดเยี่ยม (รางวัลดาวรุ่ง): one category
        return True
    if level is not None and "level" in draft.own and text[level.until : label.outer].strip() == "(":
        return True
    return award is not None and "award" in draft.own and _GLOSS.fullmatch(text, award.until, label.outer) is not None


def names_again(label: Label, draft: Draft) -> bool:
    """Whether a plaque only names the award in hand once more (… รับโล่รางวัล)."""
    above = draft.labels.get("award")
    return label.rule == "award.plaque" and above is not None and above.row is not None and label.start - above.end < 120


def as_category(text: str, label: Label) -> Label:
    """The prize as a category of the programme that gives it: its name without รางวัล and quotation marks."""
    start, end = label.start, label.end
    head = _HEAD.match(text, start, end)
    if head is not None and head.end() < end:
        start = head.end()
    if text[end - 1] in "”\"’'" and start > label.start + 6:
        end -= 1
    return Label("category", start, end, "category.sub_award", label.outer, label.until, row=label.row)


def as_one(part: Label | None, field: Label) -> Label:
    """A prize of a programme and the field right behind it as one category: การพัฒนาองค์กรดีเด่น ด้านนวัตกรรม."""
    if part is None or part.rule not in PRIZES or not 0 <= field.outer - part.until <= 1 or field.outer != field.start:
        return field
    return Label("category", part.start, field.end, part.rule, part.outer, field.until, row=part.row)


def differs(text: str, label: Label, draft: Draft) -> bool:
    """Whether the draft has no label of this kind, or one that says something else."""
    other = draft.labels.get(label.kind)
    if other is None:
        return True
    if other.rule == "category.group" and label.kind == "category" and 0 <= label.outer - other.until <= 1:
        return False  # ตำบลขนาดกลาง |ประเภทสวัสดิการผู้สูงวัย: what the group is told apart by once more
    if label.row is not None and other.row is not None:
        return label.row.id != other.row.id or EXCELS in {label.rule, other.rule}
    return folded(text, label) != folded(text, other)


def folded(text: str, label: Label) -> str:
    """What the label says, without รางวัล, blanks and quotation marks."""
    return _FOLD.sub("", text[label.start : label.end]).lower()


# นาย ก (อาจารย์) สาขา…
_BEHIND_WINNER = re.compile(
    r"[”\"]?[ ]*(?:\([^()\n]{1,60}\)[ ]*)?(?:(?:(?:จ\.|จังหวัด)[ ]?[ก-๎]{3,20}|กรุงเทพ(?:มหานคร|ฯ))[ ]+)?(?:ใน|จาก|[-–][ ]|\([ ]?)?"
)
_OPENS_ROW = re.compile(r"(?:ได้แก่|ประกอบด้วย|คือ|อาทิ|ดังนี้|แก่|(?:มา)?จาก|เป็น(?:ผลงาน|ฝีมือ)?ของ|:)[ ]*(?:\(?\d{1,2}[.)][ ]*)?$")


# รางวัลบริหารจัดการดีเด่น ด้านลูกค้า| จำนวน 1 องค์กร
_COUNTS_WINNERS = re.compile(
    r"(?:[ ]?(?:ด้าน|สาขา|ประเภท)[^\n\d()]{2,60}?)?[ ]*(?:\([^()\n]{1,80}\)[ ]*)?จำนวน[ ]?\d{1,3}[ ]?"
    r"(?:องค์กร|ราย|แห่ง|ทีม|คน|ท่าน|บริษัท|หน่วยงาน)"
)


# รางวัล ก| ซึ่งวัดความยั่งยืนทั้ง 3 ด้าน (|ด้านสังคม| และ|ด้านเศรษฐกิจ|): what a prize looks at
_LOOKS_AT = re.compile(
    r"(?:ซึ่ง|โดย|ที่)(?:จะ|ได้|มีการ)?(?:เป็นรางวัลที่)?(?:มี)?(?:วัด|ประเมิน|พิจารณา|คำนึงถึง|ครอบคลุม|ให้ความสำคัญ|เกณฑ์|การประเมิน)"
    r"(?:(?!รางวัล|ได้รับ|คว้า|ดีเด่น)[^\n]){0,160}\Z"
)
# … อีกทั้งยังได้เยี่ยมชมการฝึกอบรม |สาขาการทำภาชนะ|: of a course
_COURSE = re.compile(r"(?:ฝึกอบรม|ฝึกอาชีพ|ฝึกทักษะ|หลักสูตร|เปิดสอน)(?:(?!รางวัล|ประกวด|แข่งขัน|ดีเด่น)[^\n]){0,70}\Z")
# characters before a part within which such words stand
_TOLD_OF = 200


def is_told_of(text: str, label: Label, draft: Draft) -> bool:
    """Whether a part behind a prize is only one of those that the prize looks at, or of a course that is told of besides."""
    award = draft.labels.get("award")
    if award is None or label.kind not in {"category", "branch"} or label.row is not None or "award" not in draft.own:
        return False
    begin = max(award.until, label.outer - _TOLD_OF)
    if label.kind == "branch":
        return _COURSE.search(text, begin, label.outer) is not None
    return text.startswith("ด้าน", label.outer) and _LOOKS_AT.search(text, begin, label.outer) is not None


def counts_winners(text: str, label: Label) -> bool:
    """Whether a prize says how many are told of behind it who have won it, so that it is none of who leads the item."""
    return text.startswith("รางวัล", label.outer) and _COUNTS_WINNERS.match(text, label.until) is not None


def trails(text: str, label: Label, draft: Draft) -> bool:
    """Whether a label stands behind its winner in a row: ได้แก่ นาย ก สาขาการแพทย์, นาง ข สาขาการพยาบาล."""
    recipient = draft.recipient
    if recipient is None or draft.leads or label.kind not in {"branch", "category", "level"}:
        return False
    known = draft.labels.get(label.kind)
    if known is not None and not is_tally(text, known, recipient.start):
        return False
    begin = draft.mark if draft.trailing else recipient.end
    if draft.work is not None or not _BEHIND_WINNER.fullmatch(text, begin, label.outer):
        return False
    if HEADS_NEXT.match(text, label.until):
        return False
    opens = _OPENS_ROW.search(text, max(0, recipient.start - 16), recipient.start)
    in_brackets = label.rule == "category.art"  # นาย ก |(จิตรกรรม)
    return draft.trails or in_brackets or opens is not None or _goes_on_row(text, recipient.start)


# อาทิ นาย ก ครูโรงเรียน ข |นาง ค พยาบาล สาขาการแพทย์ นาย ง สาขา…: nothing but other winners since the row was opened
_ROW_SINCE = re.compile(
    r"(?:ได้แก่|อาทิ|ประกอบด้วย)[ ]*(?=นาย|นาง|น\.ส|ดร\.|[ผร]?ศ\.|แพทย์|พล|คุณ|เด็ก)"
    r"(?:(?!ประเภท|สาขา|ระดับ|รางวัล|ได้แก่|อาทิ|โดย|และ|ได้รับ)[^\n,;:“”]){12,200}\Z"
)
_ROW_REACH = 220


def _goes_on_row(text: str, start: int) -> bool:
    return _ROW_SINCE.search(text, max(0, start - _ROW_REACH), start) is not None


# รางวัล A พร้อมรับ|อีกหนึ่งรางวัล|จากเวที B: another prize
_ONE_MORE = re.compile(r"อีก[ ]?(?:หนึ่ง|1|\d{1,2})?[ ]?รางวัล")


def is_stage(text: str, label: Label, draft: Draft) -> bool:
    """Whether a programme is named as the stage on which the prize before it was given: รางวัล A จากเวที B."""
    above = draft.labels.get("award")
    return (
        above is not None
        and "award" in draft.own
        and above.row is None
        and _ONE_MORE.search(text, above.until, label.outer) is None
        and (
            STAGE.search(text[max(0, label.outer - 30) : label.outer]) is not None
            or at_contest(text, above, label)
            or at_festival(text, above, label)
            or at_fair(text, above, label)
        )
    )
