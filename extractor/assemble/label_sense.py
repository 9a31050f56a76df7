"""What a label means where it stands: a prize of its own, a category of the programme above, what leads over to an award."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extractor.assemble import twins
from extractor.assemble.below import announces
from extractor.assemble.collector_words import FROM_GIVER, OF_A_GIVER, STAGE
from extractor.assemble.label_relations import as_category, differs, folded
from extractor.assemble.line_words import BULLET
from extractor.match.award_latin import SUPERLATIVE, is_abbreviated
from extractor.match.label import Label
from extractor.match.label_arts import PRIZE_OF_CLASS
from extractor.match.label_levels import CONTEST_RANKS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from extractor.assemble.draft import Candidate, Draft

_BEGINS = re.compile(r"(?:^|\n|\d[.)]|[-•✅])[ ]*$")
_OPENER = re.compile(r"ได้แก่|ประกอบด้วย|คือ[ ]|ดังนี้|[:：]|อาทิ|แบ่งเป็น")
# between prizes named side by side
SIDE_BY_SIDE = re.compile(r"[ ]*(?:[,;]|และ)?[ ]*")
_LISTS = re.compile(r"(?:[ ]*จำนวน[ ]*\d{1,3}[ ]*[ก-๙]+)?[ ]*(?:ได้แก่|คือ[ ]|[:：])")
_EDITION_NEXT = re.compile(
    r"(?:[ ]?\([A-Z][^()\n]{2,90}\)|[ ]หรือ[ ][A-Z][A-Za-z&.:'’ -]{3,80}(?=ครั้ง|ประจำ|ปี))?[ ]?(?:ครั้งที่|ประจำปี|ปี[ ]?\d)"
)
# สมาคม ก |ประกาศผล|รางวัล ข ประจำปี 2566
_GIVES_OUT = re.compile(r"(?:ประกาศผล(?:การ(?:ตัดสิน|ประกวด))?|พิธี(?:มอบ|ประกาศ)|งาน(?:มอบ|ประกาศ)(?:ผล)?)[ ]?\Z")
_GIVING = 24
_SHAPES = frozenset({"award.named", "award.quoted", "award.of_the_year", "award.latin", SUPERLATIVE})
# prizes in Latin letters that are most often one of a programme's, as their names alone tell
_SUB_AWARDS = frozenset({"award.of_the_year", SUPERLATIVE})


def of_a_giver(text: str, label: Label) -> bool:
    """Whether who gives a prize is told right behind its name: รางวัล ก| จากสมาคม ข."""
    return OF_A_GIVER.match(text, label.until) is not None


def is_category_here(text: str, label: Label, draft: Draft) -> bool:
    """Whether a prize named by its shape alone is one of a programme that the talk is about."""
    above = draft.labels.get("award")
    if above is None or above is label or above.rule == "award.honour":
        return False  # ยกให้เป็นเมืองที่ดีที่สุด …|Siam Town Awards| 2022: an honour has no prizes below it
    if label.row is not None:  # a known prize, but numbered in the list of another
        listed = "award" not in draft.own and bool(_BEGINS.search(text[max(0, label.outer - 10) : label.outer]))
        return listed and differs(text, label, draft) and bool(_LISTS.match(text, label.until))
    if _is_of_field(text, above, label):
        return True
    if (
        _heads_own_list(text, above, label, draft)
        or _is_anew(text, above, label, draft)
        or (_DATED_PROGRAMME.match(text, label.until) and is_programme(text, label) and is_programme(text, above))
    ):
        return False  # … Hotel Awards 2023 … |… Restaurant Awards| 2023: another programme
    beside = twins.received_beside(text, above, label)
    if is_abbreviated(text, label) or (beside and (not is_programme(text, above) or _is_anothers(text, above, label, draft))):
        return False
    if label.rule == "award.named" and folded(text, above).startswith(folded(text, label)):
        return False  # รางวัลฉลากเขียวขจี … ได้|รางวัลฉลาก: the same for short
    if PRIZE_OF_CLASS.fullmatch(text, above.start, above.end) or (above.until < label.outer and is_of_another_year(text, label)):
        return False  # รางวัลเทคนิคพิเศษยอดเยี่ยม is none that has others below it; a prize of another year is none of this one's
    giving = draft.gives or _GIVES_OUT.search(text, max(0, label.outer - _GIVING), label.outer) is not None
    if giving and "award" not in draft.own and _EDITION_NEXT.match(text, label.until):
        return False  # somebody gives a prize that has a year or number of its own
    if (
        "award" in draft.own
        and not (is_sub_award(text, label) and is_programme(text, above))
        and not _enumerated(text, above, label, draft)
    ):
        return False
    if OF_A_GIVER.match(text, label.until) and not text[label.start].isascii():
        return False  # รางวัล ก จากสมาคม ข: somebody else gives it
    return differs(text, label, draft) and (
        label.rule in _SHAPES
        or (label.rule == "award.contest" and bool(_BEGINS.search(text[max(0, label.outer - 10) : label.outer])))
        or (label.rule == "award.contest" and _heads_line(text, draft.labels.get("level"), label, draft))
    )


# ⏎โดยเมื่อปี 2564 นาย ก ได้รับ|รางวัล ข
_EARLIER = re.compile(
    r"(?:\n|[ ](?=โดย|ซึ่ง|ทั้งนี้|ก่อน))[ ]*(?:โดย|ซึ่ง|ทั้งนี้|และ|ก่อนหน้านี้)?[ ]?(?:เมื่อ|ใน|ย้อนไป(?:เมื่อ|ใน)?)[ ]?ปี[ ]?(?:พ\.ศ\.[ ]?)?"
    r"(?:20|25)\d\d[ ](?:(?!รางวัล|ได้แก่|ได้รับ|คว้า|Award)[^\n]){2,60}?(?:ได้(?:รับ)?|คว้า|รับ)[ ]?\Z"
)
# characters of such a clause
_EARLIER_CLAUSE = 110
# ก่อนหน้านี้เคยคว้า|รางวัล ข| ในปี 2563
_ONCE = re.compile(r"เคย(?:ได้(?:รับ)?|คว้า|รับ|ชนะ)[ ]?(?:โล่)?\Z")
_IN_YEAR = re.compile(r"[”\"’']?[ ]?(?:เมื่อ|ใน)?(?:ประจำ)?ปี[ ]?(?:พ\.ศ\.[ ]?)?(?:20|25)\d\d(?!\d)")


def is_of_another_year(text: str, label: Label) -> bool:
    """Whether a prize is told as one that was won in a year of its own, before what the talk is about."""
    if label.rule in _SUB_AWARDS or _SUPERLATIVE.match(text, label.start) is not None:
        return False  # most often one of the programme's that the talk is about
    if _ONCE.search(text, max(0, label.outer - 14), label.outer) is not None:
        return _IN_YEAR.match(text, label.until) is not None or OF_A_GIVER.match(text, label.until) is not None
    return "ปี" in text[max(0, label.outer - _EARLIER_CLAUSE) : label.outer] and (
        _EARLIER.search(text, max(0, label.outer - _EARLIER_CLAUSE), label.outer) is not None
    )


# สมาคม ก ประกาศผล|รางวัล ข| ประจำปี 2566 โดยโรงเรียน ค ได้รับ|รางวัลด้านบริการ
_FIELD = re.compile(r"รางวัล[ ]?(?:ใน)?ด้าน[ก-ฮเ-ไ]")


def _is_of_field(text: str, above: Label, label: Label) -> bool:
    """Whether a prize is told by its field alone, in the line that names the award with its year."""
    if label.rule != "award.named" or _FIELD.match(text, label.start) is None or _OWN_YEAR.match(text, above.until) is None:
        return False
    if text.startswith(("รางวัลด้าน", "รางวัลใน"), above.start):
        return False
    if OF_A_GIVER.match(text, label.until) is not None or _OWN_YEAR.match(text, label.until) is not None:
        return False  # พร้อมทั้ง|รางวัลด้านบริการ| ประจำปี 2565: a prize of another body or year
    return 0 <= label.outer - above.until < _SAME_LINE and "\n" not in text[above.until : label.outer]


# characters between them
_SAME_LINE = 240


# กรม ก เข้าร่วมประกวด |Siam Green Awards 2022 จนสามารถคว้า|รางวัล Best Practice: which of the prizes of the contest that was entered
_ENTERS = re.compile(r"(?:เข้า(?:ร่วม)?|ร่วม|ลง)(?:การ)?(?:ประกวด|แข่งขัน)?[ ]?(?:ใน)?(?:งาน|เวที|รายการ)?[ ]?[“\"]?\Z")
_AND_WINS = re.compile(
    r"[”\"]?(?:(?!รางวัล|ได้แก่|นาย|นาง)[^\n]){0,90}?(?:จน(?:กระทั่ง)?|และ|ซึ่ง|แล้ว|กระทั่ง|พร้อม|โดย)[ ]?"
    r"(?:สามารถ|ก็|[ ]){0,3}(?:คว้า|ได้รับ|ได้|รับ)[ ]?\Z"
)


def is_won_where_entered(text: str, above: Label | None, label: Label, draft: Draft) -> bool:
    """Whether a prize is one of the contest that its winner is told to have entered: เข้าประกวด ก และได้รับ|รางวัล ข."""
    if (
        above is None
        or "award" not in draft.own
        or draft.recipient is not None
        or label.rule not in _SHAPES
        or label.row is not None
    ):
        return False
    if not text.startswith("รางวัล", label.outer) or _DATED_PROGRAMME.match(text, label.until) or of_a_giver(text, label):
        return False
    if _AND_WINS.fullmatch(text, above.until, label.outer) is None or not differs(text, label, draft):
        return False
    return _ENTERS.search(text, max(0, above.outer - 40), above.outer) is not None


def is_class_of_prize(text: str, known: Label | None, label: Label) -> bool:
    """Whether a class stands right behind the programme's prize that was won in it, in whose place it is told."""
    if known is None or label.rule != "category.named" or not 0 <= label.outer - known.until <= 1:
        return False
    if text.find("รางวัล", label.outer, label.start + 1) >= 0:
        return False  # ด้านองค์กรดีเด่น| |ประเภทรางวัลเกียรติคุณ: how good
    return known.rule == "category.sub_award" or (known.kind == "category" and text.startswith("รางวัล", known.outer))


MANY_PRIZES = re.compile(r"(?:Awards|AWARDS|Honou?rs|Prizes|Rankings|อวอร์ดส์?)[”\"’]?$")
"""The end of a programme's name that says of itself that it has many prizes: Siam Awards, Siam Film Prizes."""


def _is_anothers(text: str, above: Label, label: Label, draft: Draft) -> bool:
    """Whether a prize is told of another winner than the one above, as good: นาย ก ได้รับ Siam Award นาง ข ได้รับ|Nadee Award."""
    if draft.subject is None or not draft.verb or draft.subject.start < above.until or not is_programme(text, label):
        return False
    return MANY_PRIZES.search(text, above.start, above.end) is None


# Best Retailer, The Most Admired Brand: one prize of many, but no Best Awards
_SUPERLATIVE = re.compile(
    r"(?:รางวัล)?[ ]?[“\"‘']?(?:The[ ])?(?:Best|Most|Top|Outstanding|Rising|Leading|Excellence)[ ](?!Awards?\b)"
)
# Siam Banking Honours, Asia Retail Awards
_PROGRAMME = re.compile(
    r"(?:Awards?|AWARDS?|Rankings?|Honou?rs|Accolades|Prizes?|Challenge|Competition|Contest|Festival|อวอร์ดส?์?)[”\"’]?$"
)
# Bank of the Year 2024| จากนิตยสาร ก: a prize of its own
_OWN_GIVER = re.compile(
    r"[”\"’]?[ ]?(?:\([^()\n]{1,60}\)[ ]?)?(?:(?:ประจำ)?(?:ปี)?[ ]?\d{4}[ ]?)?"
    r"(?:จาก(?![ ]?(?:เวที|งาน|แอป|ผลงาน|โครงการ))|ของ|โดย)|[ ]?(?:ประจำ)?(?:ปี)?[ ]?(?:19|20|25)\d\d"
)


_OWN_YEAR = re.compile(
    r"[”\"’']?[ ]?(?:\([^()\n]{1,60}\)[ ]?)?(?:ครั้งที่[ ]?\d{1,3}[ ]?)?"
    r"(?:(?:ประจำ)?ปี(?:งบประมาณ)?[ ]?(?:พ\.ศ\.[ ]?)?)?(?:20|25)\d\d(?!\d)"
)
_DATED_PROGRAMME = re.compile(r"[”\"’]?[ ]?(?:\([^()\n]{1,30}\)[ ]?)?(?:(?:ประจำ)?ปี[ ]?)?(?:(?:19|20)\d\d|25\d\d)(?!\d)")


def _is_anew(text: str, above: Label, label: Label, draft: Draft) -> bool:
    """Whether somebody receives a prize with a year of its own: … การประกวด ก … กรม ข ได้รับ|รางวัล ค| ประจำปี 2566."""
    if not draft.verb or draft.subject is None or "award" in draft.own or is_abbreviated(text, label):
        return False
    dated = _OWN_YEAR.match(text, label.until)
    if dated is None or not is_programme(text, above):
        return dated is not None
    # ⏎กรม ข ได้รับ|รางวัล ค| ประจำปี 2566, of which the headline told by its English name
    return (
        "\n" in text[above.until : label.outer]
        and _OWN_YEAR.match(text, above.until) is None
        and not _ON_STAGE.match(text, dated.end())
    )


# รางวัล ก ประจำปี 2566| ด้านบริการ จากเวที Siam Awards
_ON_STAGE = re.compile(r"[^\n]{0,80}?(?:จาก|ใน|บน)[ ]?(?:งาน|เวที|พิธี|การประกวด|โครงการ)")


# ⏎|ผู้ได้รับ|รางวัล ก ประจำปี 2566| มีดังนี้|⏎: what stands around a prize that has a list of its own
_HEADS_LIST = re.compile(
    r"\n[ ]*(?:\(?[\d๐-๙]{1,2}[.)][ ]*|[-–•✅■●▪◆]{1,2}[ ]*)?(?:โดย|สำหรับ|ส่วน)?"
    r"(?:(?:ประกาศ)?ผล|(?:ราย(?:ชื่อ|นาม))?ผู้(?:ที่)?(?:ได้รับ|ชนะ))?[ ]?\Z"
)
_LIST_BELOW = re.compile(
    r"[ ]*(?:มี)?(?:ผู้(?:ที่)?(?:ได้รับ|ชนะ)[ก-๎]{0,14})?"
    r"[ ]*(?:ดัง(?:ต่อไป)?นี้|ได้แก่|คือ|(?:ผล)?ปรากฏว่า)?[ ]*:?[ ]*\n"
)


def _heads_own_list(text: str, above: Label, label: Label, draft: Draft) -> bool:
    """Whether a prize with its year stands alone over a list, as the one above did: รางวัล ก ปี 2566⏎…⏎|รางวัล ข| ปี 2566⏎…."""
    if "award" in draft.own or is_programme(text, above) or _OWN_YEAR.match(text, above.until) is None:
        return False
    year = _OWN_YEAR.match(text, label.until)
    if year is None or _LIST_BELOW.match(text, year.end()) is None:
        return False
    return _HEADS_LIST.search(text, max(0, label.outer - 40), label.outer) is not None


def is_programme(text: str, label: Label) -> bool:
    """Whether an award is one that has prizes of many names: Asia Retail Awards, but no Best Retailer Award."""
    return (
        label.rule in {"award.latin", "award.gazetteer", "award.named", "award.quoted"}
        and _PROGRAMME.search(text, label.start, label.end) is not None
        and not _SUPERLATIVE.match(text, label.start)
    )


def is_sub_award(text: str, label: Label) -> bool:
    """Whether a prize's name alone tells that a programme gives it, and nobody is named behind it who does."""
    return label.rule in _SUB_AWARDS and _OWN_GIVER.match(text, label.until) is None


def _heads_line(text: str, level: Label | None, label: Label, draft: Draft) -> bool:
    """Whether a line of a list begins with a rank and what it was won in: 🥇 รางวัลเหรียญทอง การแข่งขันวาดภาพ ม.1-3 : นาย ก."""
    if level is None or "level" not in draft.own or "award" in draft.own or text[level.until : label.outer].strip():
        return False
    return BULLET.fullmatch(text, text.rfind("\n", 0, level.outer) + 1, level.outer) is not None


def _enumerated(text: str, above: Label, label: Label, draft: Draft) -> bool:
    """Whether prizes are listed behind the programme that gives them: … Awards 2023 ได้แก่ รางวัล A และรางวัล B."""
    if above.row is None and above.rule != "award.latin":
        return draft.sub_awards or announces(text, above, label)
    gap = text[above.until : label.outer]
    if label.rule == "award.latin":  # จากงาน Siam Awards 2023 ได้แก่ Best CEO Award, Best Brand Award
        from_stage = STAGE.search(text[max(0, above.outer - 22) : above.outer]) is not None
        return "\n" not in gap and len(gap) < 400 and from_stage and _OPENER.search(gap) is not None
    return draft.sub_awards or ("\n" not in gap and len(gap) < 400 and bool(_OPENER.search(gap)))


_OF_A_CONTEST = frozenset({"level.champion", "level.medal"})
_ANEW = re.compile(r"รางวัล|คว้า|ได้รับ|นอกจาก|ขณะ|ทั้งนี้")
# รางวัลยอดเยี่ยม| จากการประกวด|รางวัล ก
_WITHIN = re.compile(
    r"[ ]*(?:ระดับ[ก-๎]{2,14}[ ])?(?:ใน|จาก|บน|ของ|ตาม)"
    r"(?:งาน|พิธี)?(?:การ(?:ประกวด|แข่งขัน|ประกาศ|มอบ)|มอบ|ประกาศ(?:ผล)?|งาน|เวที|โครงการ(?:ประกวด)?|รายการ)?[ ]*"
    r"|[ ]?โครงการประกวด[ ]?"
)
# รางวัลรองชนะเลิศ| พร้อมโล่รางวัล เกียรติบัตร และเงินรางวัล 5,000 บาท |จากการประกวด ก · เหรียญทอง| 20 เหรียญ |ในการแข่งขัน ข
_COMES_WITH = re.compile(
    r"\A[ ]*(?:(?:จำนวน[ ]*)?\d{1,3}[ ]*(?:เหรียญ|รางวัล|รายการ)"
    r"|(?:(?:พร้อม|และ|โดย)?(?:ได้)?รับ|พร้อม(?:ด้วย|กับ|ทั้ง)?|และ(?=เงิน|โล่|ถ้วย|เกียรติบัตร|ทุน))?[ ]*(?:รับ)?[ ]?"
    r"(?:โล่|เกียรติบัตร|เงิน|ถ้วย|ทุน|ใบประกาศ|ประกาศนียบัตร|ประกาศเกียรติ)(?:(?!ชนะ|ระดับ|ประเภท)[^\n“”]){0,110}?)"
    r"(?=[ ]*(?:(?:ใน|จาก)(?:ผล)?(?:การ|งาน|เวที|โครงการ|รายการ)?|รายการ|ศึก)[ ]*\Z)"
)
# คว้าเหรียญทอง|เหรียญแรกให้กับทัพนักกีฬาไทย |จากการแข่งขัน ก: which of them it is, and to whose honour
_WON_FOR = re.compile(
    r"\A[ ]*(?:เหรียญ)?(?:แรก|ที่[ ]?\d{1,3}|ประวัติศาสตร์)?(?:[ ]?(?:ของ(?:ทัพ|ทีม)?[ก-๎]{0,12}ไทย|มาครอง|สำเร็จ)){0,3}"
    r"(?:[ ]?(?:มา)?(?:ให้(?:กับ|แก่)?|ฝาก|สู่)[ ]?(?:(?!ได้|คว้า|รับ|รางวัล|และ|ใน|จาก)[ก-๎ ]){2,40}?)?"
    r"(?=[ ]*(?:ใน|จาก|ศึก|กีฬา|รายการ))"
)
# คว้ารางวัลชนะเลิศไปครอง| โดยเอาชนะทีม ก 2-1 |ในการแข่งขัน ข: how the rank was won
_HOW_WON = re.compile(
    r"[ ]?(?:โดย|ด้วยการ|หลังจาก|หลัง)(?:ที่)?(?:สามารถ)?"
    r"(?:เอาชนะ|ชนะ|พ่าย|แพ้|ปราบ|โค่น|ล้ม|เฉือน|ฝ่า|พิชิต|เบียด|ทำ(?=เวลา|คะแนน|สถิติ)|ใช้เวลา|ยิง|มีคะแนน)"
    r"(?:(?!รางวัล|ได้รับ|คว้า|ส่วน|ขณะ)[^\n“”]){0,90}?"
    r"(?=[ ](?:ใน|จาก|ศึก|รายการ)(?:ผล)?(?:การ|งาน|เวที|รายการ|ศึก|กีฬา)?(?:การ)?[ ]*\Z)"
)
# รางวัลชนะเลิศ|ระดับจังหวัด |การประกวด ก: how far the rank reaches
_REACH = re.compile(
    r"[ ]?(?:ใน)?ระดับ[ ]?(?:ประเทศ|(?:นานา)?ชาติ|ภูมิภาค|ภาค[ก-๎]{0,20}|เขต(?:[ ]?\d{1,2})?|จังหวัด|อำเภอ|ตำบล|โลก|เอเชีย|อาเซียน)"
    r"(?![ก-๎])"
)
_ENDS_WITHIN = re.compile(
    r"[ ](?:(?:รายการ|ศึก|ทัวร์นาเมนต์)|(?:ใน|จาก)(?:(?:ผล)?การ(?:ประกวด|แข่งขัน|จัดอันดับ|ประเมิน|คัดเลือก|คัดสรร|ตัดสิน)"
    r"|(?:งาน)?เทศกาล[ก-๎]{0,24}|งาน|พิธี|เวที|โครงการ|รายการ)"
    r"|(?:จาก|ใน|ตาม)?ผลการ(?:คัดเลือก|คัดสรร|ตัดสิน|พิจารณา|ประเมิน))(?:การ)?"
    r"(?:มอบ|ประกาศ(?:ผล)?)?[ ]*[“\"]?$"
)
# คว้ารางวัลชนะเลิศ| ถ้วยพระราชทานฯ |การประกวด ก: the contest at which the cup was won, without a word between
_TOGETHER_WITH = re.compile(
    r"[ ]*(?:พร้อม(?:ด้วย|กับ|ทั้ง|รับ)?[ ]?)?(?:โล่|ถ้วย|เงินรางวัล|เกียรติบัตร|ทุนการศึกษา)"
    r"(?:(?!ชนะ|ประเภท|ได้รับ|คว้า|ได้แก่|คือ|ส่วน|ขณะ|มอบ|จัด|ใน(?:การ|งาน)|จาก(?:การ|งาน))[^\n“”:]){0,110}?[ ]*"
)
# คว้าเหรียญทอง| และรางวัลพิเศษจากสมาคม ก ใน|การประกวด ข: the contest in which the rank was won, and another prize besides
_BESIDES = re.compile(
    r"[”\"]?[ ]?(?:และ|พร้อม(?:ด้วย|กับ|ทั้ง|รับ)?|รวมทั้ง|ควบ(?:คู่)?(?:กับ)?|อีกทั้ง)[ ]?(?:ยัง)?(?:ได้รับ|ได้|คว้า|รับ)?(?:อีก)?"
    r"(?:[ ]?\d{1,2})?[ ]?รางวัล(?:(?!รางวัล|ได้แก่|คือ|ส่วน|ขณะ|มอบ|ให้แก่|โดย|\d{4})[^\n“”:,]){0,70}?"
    r"[ ]?(?:ใน|จาก)(?:ผล)?(?:การ|งาน|เวที|รายการ)?(?:การ)?[ ]?"
)
CONTESTS = ("การประกวด", "การแข่งขัน", "ประกวด", "แข่งขัน")
_OF_PROJECT = ("ใน", "ตาม")
_OF_CONTEST = (" ใน", " จาก")
# between a medal and an award: another is told of
_ELSEWHERE = re.compile(r"และ|รางวัล|ได้|คว้า|,|ให้|แก่|โดย|\d[ ]?เหรียญ|พร้อม|ส่วน|นอกจาก|รวม")


def leads_over(text: str, part: Label | None, award: Label, draft: Draft) -> bool:
    """Whether a level or category leads over to the award that follows it: รางวัลชนะเลิศการประกวด ก."""
    if part is None or part.kind not in draft.own or part.until > award.start:
        return False
    until = part.until
    for other in sorted((draft.labels[kind] for kind in draft.own if kind in draft.labels), key=lambda other: other.outer):
        if 0 <= other.outer - until <= 2 and other.until <= award.outer:
            until = other.until  # รางวัลชมเชย| ประเภทนวนิยาย |ในการประกวด ก
    reach = _REACH.match(text, until, award.outer)
    gap = _WON_FOR.sub("", text[reach.end() if reach is not None else until : award.outer])
    gap = between = _COMES_WITH.sub("", _HOW_WON.sub("", gap))
    work = draft.work
    if work is not None and until <= work.start and work.end <= award.outer:  # … ประเภท ก จากโครงการ ข |ในงาน ค
        between = text[until : work.start] + text[work.end : award.outer]
    if part.rule == "level.ranked":  # ติดอันดับ 8 ของไทย จากการจัดอันดับ| ก
        return "\n" not in gap and len(gap) <= 90 and _ANEW.search(gap) is None
    within = (
        _ENDS_WITHIN.search(gap) is not None
        or (text.startswith("โครงการ", award.outer) and gap.endswith(_OF_PROJECT))  # ชนะเลิศระดับจังหวัด ด้านสุขภาพ |ใน|โครงการ ก
        or (text.startswith(CONTESTS, award.outer) and gap.endswith(_OF_CONTEST))  # ชนะเลิศ จากผลงาน “ข” |ใน|การประกวด ก
    )
    told_of = (
        ((part.rule in _OF_A_CONTEST or text.startswith("รองแชมป์", part.start)) and len(gap) <= 45)
        or ((part.kind == "level" or between is not gap) and len(between) <= 90 and within)
    ) and _ELSEWHERE.search(between) is None
    given = (part.kind == "level" or part.rule == "category.sub_award") and FROM_GIVER.fullmatch(gap) is not None
    if draft.verb and draft.subject is not None and draft.recipient is None and text.startswith(CONTESTS, award.start):
        given = given or _TOGETHER_WITH.fullmatch(text, part.until, award.outer) is not None
        given = given or (part.rule in _RANKS and _BESIDES.fullmatch(text, part.until, award.outer) is not None)
    if (
        part.rule in _RANKS
        and draft.recipient is None
        and (
            (draft.verb and draft.subject is not None)
            or (
                text.startswith(CONTESTS, award.start)
                and len(gap) <= _NEAR_CONTEST
                and _GOES_TO.match(text, award.until) is not None
            )
        )
    ):
        given = given or _in_clause(text, part.until, award)
    return "\n" not in gap and (len(gap) <= 12 or told_of or given or _WITHIN.fullmatch(gap) is not None)


_RANKS = CONTEST_RANKS | {"level.champion", "level.place"}
# characters of a clause between a rank and the contest in which it was won
_CLAUSE = 130
# and where no subject is told before
_NEAR_CONTEST = 60
# รางวัลชนะเลิศ พร้อมเงินสด การประกวด ก| ปี 2566 ให้แก่|ทีม ข
_GOES_TO = re.compile(r"[”\"]?(?:(?!รางวัล|ได้รับ|คว้า)[^\n]){0,36}?[ ]?(?:(?:ให้)?แก่|ให้กับ|แด่|(?:ตก)?เป็นของ|ได้แก่)")
# คว้าแชมป์มาครองได้สำเร็จ |ในการแข่งขัน ก
_QUOTED = re.compile(r"(?:ผลงาน|เรื่อง|หัวข้อ|เพลง|ชุด|เมนู|โครงงาน|โครงการ|ชื่อ|แนวคิด)[ ]?“[^“”\n]{1,80}”")
_AT = re.compile(r"(?:ใน|จาก|บน|ศึก|(?<=[ ])รายการ)[ ]?(?:ผล)?(?:การ|เวที|รายการ|งาน|ศึก|มหกรรม|เทศกาล|โครงการ)?(?:การ)?[ ]?$")
# what goes on to something else: ชนะเลิศ| และเข้าร่วม|การแข่งขัน ก
_GOES_ON = re.compile(
    r"\n|[:;•“”]|และ(?!เกียรติบัตร|โล่|ถ้วย|เงิน|ทุน|ใบ|ของ|สร้าง(?:ประวัติ|ชื่อ|ความ|สถิติ)|ทำ(?:สถิติ|เวลา)|เป็น[ก-๎]{2,12}แรก)|ส่วน(?!ร่วม)|ขณะ|นอกจาก|ทั้งนี้|สำหรับ|ได้รับ|คว้า|มอบ"
    r"|จัด(?!โดย)|เข้าร่วม|ส่ง(?!ท้าย)|เตรียม|ก่อน|หลัง|ได้แก่|คือ[ ]|(?<!เงิน)รางวัล|จะ(?=[ก-๎])|เพื่อ|ประกาศ|เปิด|เคย|ผู้(?:ชนะ|ได้)"
    r"|ไป(?=แข่ง|ร่วม|ลุย|สู่)|สู่|ชิง(?!ชนะเลิศ|แชมป์|ถ้วย)|พร้อม(?!(?:ด้วย|รับ|กับ)?(?:โล่|ถ้วย|เงิน|เกียรติ|ทุน|ใบ))"
)

# ชนะเลิศ| โดยมีนาย ก เป็นโค้ช |ในการแข่งขัน ข: another clause, which only what it was won in may stand behind
_CLAUSE_BESIDE = re.compile(r"โดย(?!มีผู้(?:เข้า|ส่ง|สมัคร))|ซึ่ง")
_WON_IN = re.compile(r"[ ](?:(?:ใน|จาก)(?:เวที|งาน|รายการ)?|รายการ|ศึก)[ ]?\Z")


def _in_clause(text: str, until: int, award: Label) -> bool:
    """Whether a contest is named in the clause that tells of a rank, whatever else that says: by how much, for whom."""
    clause = _COMES_WITH.sub("", _HOW_WON.sub("", _QUOTED.sub("", text[until : award.outer])))
    if award.start - until > _CLAUSE or _GOES_ON.search(clause) is not None:
        return False
    if _CLAUSE_BESIDE.search(clause) is not None and _WON_IN.search(text, until, award.outer) is None:
        return False
    return text.startswith(CONTESTS, award.start) or _AT.search(text, until, award.outer) is not None


# characters before a stage within which the prizes of its sentence are told
_STAGE_REACH = 320


def put_under_stage(text: str, stage: Label, candidates: Iterable[Candidate]) -> None:
    """Prizes told just before in the same line were given on the same stage: รางวัล A และรางวัล B จากเวที C."""
    line_start = text.rfind("\n", 0, stage.outer) + 1
    for candidate in candidates:
        award = candidate.labels.get("award")
        if (
            award is not None
            and award.row is None
            and award.outer >= line_start
            and stage.outer - award.until < _STAGE_REACH
            and "category" not in candidate.labels
        ):
            candidate.labels["category"] = as_category(text, award)
            candidate.labels["award"] = stage
