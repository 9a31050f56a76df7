"""Prizes that members of the royal family have been presented with: ทูลเกล้าฯ ถวายรางวัล “ก” แด่สมเด็จพระเจ้าลูกเธอ …, ทรงได้รับรางวัล ก.

They are named apart from other people, and their prizes are told in words of their own.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from extractor.anchors import Anchored, Words
from extractor.assemble.draft import Candidate
from extractor.assemble.findings import Party
from extractor.document import Span
from extractor.match.label import Label

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extractor.assemble.findings import Findings

_GIVEN = Words("ถวายรางวัล|ถวายโล่|ถวายเหรียญ|ถวาย รางวัล|ทรงได้รับรางวัล|ทรงได้รับเหรียญ|ทรงได้รับโล่|ทรงรับรางวัล|ทรงคว้า|ทรงชนะเลิศ")
# ทูลเกล้าฯ |ถวายรางวัล · ได้รับการ|ถวายรางวัล
_HUMBLY = re.compile(
    r"(?:(?:ทูลเกล้า|น้อมเกล้า)(?:ทูลกระหม่อม|น้อมกระหม่อม|ฯ)?[ ]?(?:และ)?(?:น้อมเกล้า(?:ฯ)?)?[ ]?|ทรง(?:ได้)?รับ(?:การ)?|ได้รับการ)$"
)
# what is still to come, or asked for: จะ|ทูลเกล้าฯ ถวายรางวัล
_TO_COME = re.compile(r"(?:จะ|เพื่อ|ขอ|เตรียม|พิธี|(?<!รับ)การ)[ ]?(?:ได้)?$")
_VERB = re.compile(r"ถวาย[ ]?|ทรง(?:ได้)?รับ|ทรงคว้า|ทรง(?=ชนะเลิศ)")
# รางวัล| ประกาศนียบัตรและประกาศสดุดีพระเกียรติคุณ |“ก”: what is presented with it
_WITH = (
    r"(?:[ ,]*(?:และ)?[ ]?(?:ประกาศนียบัตร|เกียรติบัตร|เงินรางวัล"
    r"|ประกาศ(?:ยกย่อง|เชิดชู)?(?:เกียรติ|สดุดี)?(?:พระ)?(?:เกียรติคุณ|เกียรติยศ)))*"
)
# รางวัล| “นักปฐพีวิทยา (Soil Scientist)”
_IN_MARKS = re.compile(
    rf"(?:โล่|ถ้วย)?(?:รางวัล|เหรียญ){_WITH}[ ]?[“\"](?P<name>[^“”\"\n()]{{3,100}}?)[ ]?(?:\([^()\n]{{2,100}}\))?[ ]?[”\"]"
)
# |รางวัลความสำเร็จด้านการพัฒนา| (Development Award) แด่…
_PLAIN = re.compile(
    r"(?:โล่|ถ้วย)?(?P<name>(?:รางวัล|เหรียญ)[ ]?"
    r"(?!ที่|นี้|ต่าง|อัน|ดัง|หลาย|มาก|จาก|แด่|และ|ทอง|เงิน|นาค|ราช|รัชดา|กษาปณ์|ยกย่อง|เชิดชู|เกียรติ[ ย])"
    r"[ก-๎A-Z](?:[ก-๎A-Za-z.-]|[ ](?=[A-Z])){4,90}?)"
    r"(?=[ ]?(?:[(“\"\n,]|$)|[ ]?(?:ของ|แด่|เมื่อ|ใน(?:ปี|การ|งาน|ฐานะ|วัน|ครั้ง|พ)|จาก|เพราะ|เป็น|ประจำ|โดย|ซึ่ง|สาขา|ต่าง|แล้ว|ต่อมา|ปี)"
    r"|[ ](?:และ|จน|ทำ|นับ|อัน|ครั้ง|ทั้ง|นอก|การ|รวม|เพื่อ)|เพื่อ(?=เป็น|เทิด|เฉลิม|เชิดชู|ยกย่อง|สดุดี|ประกาศ|แสดง|ถวาย|น้อม|ให้|พระ))"
)
# kin of the king by their titles, not monks, hospitals and schools that are named in the same way
_ROYAL = Anchored(
    re.compile(
        r"""
    (?: พระบาทสมเด็จพระ | สมเด็จพระ(?:เจ้า|นาง|บรม|กนิษฐ|เทพรัตน|ศรีนครินทรา|มหิตลา|อนุชา|พันวัส|พี่นาง|ราชชนนี|ราชินี|ศรีสวรินทิรา)
      | พระเจ้าวรวงศ์เธอ | พระวรวงศ์เธอ | พระเจ้าหลานเธอ | ทูลกระหม่อม(?:หญิง|ชาย) ) [ก-๎]* ฯ?
    (?: [ ]{1,2} (?: พระองค์(?:เจ้า|โสม|หญิง|ชาย|ที) | พระ(?:บรมราช|ราชินี|พัน|วชิร|มงกุฎ|จอม|นั่ง|ปก)
      | กรม(?:หลวง|พระ|หมื่น|ขุน|สมเด็จ) | เจ้าฟ้า | บดินทร | มหา | ยุคล | สยาม | อดุลยเดช | อัคร | นเรนทิรา
      | นารี | สิริ | พัชร | วชิร | วร | เทพ | ราช | บรม | ภูมิพล ) [ก-๎]* ฯ? )*
    """,
        re.VERBOSE,
    ),
    "พระบาทสมเด็จ|สมเด็จพระ|พระเจ้าวรวงศ์เธอ|พระวรวงศ์เธอ|พระเจ้าหลานเธอ|ทูลกระหม่อม",
)
# สืบสานพระราชปณิธาน|สมเด็จพระ …, ทรงเป็นพระราชธิดาใน|พระบาทสมเด็จพระ …: of another it is told
_BESIDE = re.compile(
    r"(?:โรงพยาบาล|โรงเรียน|มูลนิธิ|สถาบัน|วิทยาลัย|มหาวิทยาลัย|อุทยาน|สวน|ถ้วย|อาคาร|ศูนย์|พระราชทาน|ประทาน|รางวัล"
    r"|และ|กับ|ใน|ปณิธาน(?:ของ)?|รอยเท้า)[ ]{0,2}$"
)
_GIVEN_TO = re.compile(r"แด่[ ]{0,8}")
_IN_YEAR = re.compile(r"[^\n]{0,60}?(?:เมื่อ|ใน)[ ]?$")
# characters before a verb within which the words for it begin; behind a prize within which it is told to whom; back to one
_LEADS, _TO_WHOM, _BACK = 44, 190, 1500
_NEAR, _YEAR_FAR = 4, 90
_PARTS = frozenset({"branch", "category"})


def read_royal_honours(findings: Findings, candidates: list[Candidate]) -> list[Candidate]:
    """The candidates with the prizes of the royal family, each told of the one who is named behind แด่ or last before it."""
    text = findings.text
    if not _GIVEN.find(text):
        return candidates
    told = list(_honours(findings))
    if not told:
        return candidates
    spans = [(one.at, max(label.until for label in one.labels.values())) for one in told]
    kept = [one for one in candidates if not any(start <= one.at <= end for start, end in spans)]
    return sorted([*kept, *told], key=lambda candidate: candidate.at)


def _honours(findings: Findings) -> Iterator[Candidate]:
    text = findings.text
    keys: dict[str, int] = {}
    for place in _GIVEN.find(text):
        verb = _VERB.match(text, place)
        if verb is None:
            continue
        line = text.rfind("\n", 0, place) + 1
        humbly = _HUMBLY.search(text, max(line, place - _LEADS), place)
        begin = humbly.start() if humbly is not None else place
        if _TO_COME.search(text, max(0, begin - 12), begin):
            continue
        labels = _labels(findings, verb.end())
        if "award" not in labels:
            continue
        royal = _given_to(text, labels["award"].until)
        if royal is None and (humbly is not None or verb.group().startswith("ทรง")):
            royal = _last_before(text, begin)
        if royal is not None:
            name = text[royal.start : royal.end]
            party = Party.of_words(royal, "listed")
            party.key = keys.setdefault(name, party.key)
            yield Candidate(labels=labels, at=place, rule="conferral.royal", status="past", recipient=party, verb=True)


def _labels(findings: Findings, at: int) -> dict[str, Label]:
    """The prize named right behind the verb, with its branch and year."""
    text = findings.text
    known = [label for label in findings.labels_between(at - 1, at + _NEAR + 1)[:8] if label.kind == "award"]
    marked = _IN_MARKS.match(text, at)
    gazetted = next((label for label in known if label.row is not None), None)
    if gazetted is not None and (marked is None or "(" not in text[gazetted.start : gazetted.end]):
        award = gazetted
    elif marked is not None:
        award = Label("award", *marked.span("name"), "award.royal", at, marked.end())
    elif (plain := _PLAIN.match(text, at)) is not None:
        award = Label("award", *plain.span("name"), "award.royal", at, plain.end())
    else:
        return {}
    labels = findings.with_year(award)
    until = award.until
    for label in findings.labels[bisect_left(findings.labels, award.until, key=lambda label: label.outer) :]:
        if label.outer - until > _YEAR_FAR or "\n" in text[until : label.outer]:
            break
        if label.kind in _PARTS and label.outer - until <= _NEAR and label.kind not in labels:
            labels[label.kind] = label
            until = label.until
        elif label.kind == "year" and "year" not in labels and _IN_YEAR.fullmatch(text, until, label.outer):
            labels["year"] = label
    return labels


def _given_to(text: str, at: int) -> Span | None:
    """Who is named behind แด่, in the same line."""
    newline = text.find("\n", at)
    end = min(at + _TO_WHOM, newline if newline >= 0 else len(text))
    to = _GIVEN_TO.search(text, at, end)
    named = _ROYAL.pattern.match(text, to.end()) if to is not None else None
    return _whole(named) if named is not None else None


def _last_before(text: str, at: int) -> Span | None:
    """Who of the family is named last before the verb."""
    last = None
    for match in _ROYAL.finditer(text, max(0, at - _BACK), at):
        if _BESIDE.search(text, max(0, match.start() - 20), match.start()) is None:
            last = match
    return _whole(last) if last is not None else None


def _whole(match: re.Match[str]) -> Span:
    """The name, without blanks and a sign of shortening at its end."""
    return Span(match.start(), match.start() + len(match.group().rstrip(" ฯ")), "party.royal")
