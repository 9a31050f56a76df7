"""What an article says of an award: conferred, announced, past, or nominated, described, drawn by lot.

In the manner of ConText: cue words from the gazetteer hold over a scope, which ends at the line, at words that turn the
talk elsewhere, and at the next cue. Of several cues that reach a place, the nearest one before it decides.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from extractor.assemble.events import NO_AWARD, is_intended, is_out_of, is_to_come
from extractor.gazetteer_rows import Cue
from extractor.lexicon import Hit

if TYPE_CHECKING:
    from collections.abc import Sequence

_TURN = re.compile(
    r"นอกจากนี้|นอกจากนั้น|อย่างไรก็ตาม|ขณะที่|ขณะเดียวกัน|ทั้งนี้|ส่วน(?=[ก-ฮ])|ทั้งยัง|อีกทั้ง|สำหรับ(?=ปี|รางวัล|ผู้|การ)|โดย(?=ปี|ใน)|จนได้|จนสามารถ"
    r"|และได้|ซึ่งได้|ปรากฏว่า|ผล(?:การ)?(?:ตัดสิน|แข่งขัน|ประกวด)(?=มี|[ ]|คือ|ดัง|:)"
)
_WON = frozenset({"conferred", "announced", "past"})
_NOT_WON = frozenset({"nominated", "described"})
_ALL = _WON | _NOT_WON
_REACH = 150
_UNCERTAIN = Cue(id="nominated-hope", name="หวัง…", sense="nominated", reach="forward", source="ไวยากรณ์", example="หวังคว้ารางวัล")


# รางวัลชมเชย 2 รางวัล |รางวัลละ| 5,000 บาท: money that comes with a rank
_OF_RANK = re.compile(r"(?:ชนะเลิศ|ชมเชย|ดีเด่น|ยอดเยี่ยม|เหรียญ(?:ทอง|เงิน)|อันดับ(?:ที่)?[ ]?\d|รางวัลที่[ ]?\d)[^\n]{0,40}$")
_MONEY = ("รางวัลละ", "เงินรางวัลรวม")


def _comes_with_rank(text: str, start: int, end: int) -> bool:
    """Whether words that may tell of a draw tell what money a rank of a contest comes with."""
    return text.startswith(_MONEY, start, end) and _OF_RANK.search(text, max(0, start - 60), start) is not None


class Statuses:
    """The cues of one article, asked for the status of a place in it."""

    def __init__(self, text: str, cues: Sequence[Hit]) -> None:
        self.text = text
        self.cues = [
            (hit.start, hit.end, _UNCERTAIN if _is_intended(text, hit) else hit.row)
            for hit in cues
            if isinstance(hit.row, Cue)
            and not _tells_of_another(text, hit)
            and not (hit.row.sense == "drawn_by_lot" and _comes_with_rank(text, hit.start, hit.end))
        ]
        self._starts = [start for start, _, _ in self.cues]
        counts: dict[str, int] = {}
        for _, _, row in self.cues:
            counts[row.sense] = counts.get(row.sense, 0) + 1
        self.counts = counts

    @property
    def about_lots(self) -> bool:
        """Whether the article is about lotteries, draws or bounties rather than honours."""
        return self.counts.get("drawn_by_lot", 0) > 2 and self.counts.get("drawn_by_lot", 0) >= self.counts.get("conferred", 0)

    def heading(self, start: int, end: int) -> str:
        """What a headline at `start:end` says: nominated or described where it tells of nothing else, else conferred."""
        senses = [cue.row.sense for cue in self.within(start, end, _ALL)]  # type: ignore[attr-defined]
        if any(sense in _WON for sense in senses):
            return "conferred"
        return next((sense for sense in senses if sense in _NOT_WON), "conferred")

    def before(self, position: int, senses: frozenset[str] | None = None) -> Hit | None:
        """The nearest cue before `position` whose scope holds it, of the given senses where any are given."""
        at = bisect_right(self._starts, position) - 1
        while at >= 0:
            start, end, row = self.cues[at]
            if position - end > _REACH:
                return None
            if "\n" in self.text[end:position]:
                return None
            tells_when = row.sense == "past" and row.reach == "clause"
            if (senses is None or row.sense in senses) and not tells_when and not _TURN.search(self.text, end, position):
                return Hit(start, end, row)
            at -= 1
        return None

    def over(self, position: int, senses: frozenset[str], reach: int = _REACH) -> Hit | None:
        """The nearest cue before `position` that holds for its whole clause, whatever verb comes between: จับฉลาก … ได้รับรางวัล."""
        at = bisect_right(self._starts, position) - 1
        while at >= 0:
            start, end, row = self.cues[at]
            if position - end > reach or "\n" in self.text[end:position]:
                return None
            if row.reach == "clause" and row.sense in senses:
                return None if _TURN.search(self.text, end, position) else Hit(start, end, row)
            at -= 1
        return None

    def behind(self, position: int, reach: int, senses: frozenset[str]) -> Hit | None:
        """The first cue of the given senses that begins within `reach` characters behind `position`, in the same line."""
        for start, end, row in self.cues[bisect_right(self._starts, position - 1) :]:
            if start - position > reach or "\n" in self.text[position:start]:
                return None
            if row.sense in senses:
                return Hit(start, end, row)
            if row.sense in _WON:
                return None
        return None

    def within(self, start: int, end: int, senses: frozenset[str]) -> list[Hit]:
        """Cues of the given senses that stand within `start:end`."""
        first = bisect_right(self._starts, start - 1)
        found = []
        for at in range(first, len(self.cues)):
            a, b, row = self.cues[at]
            if a >= end:
                break
            if row.sense in senses:
                found.append(Hit(a, b, row))
        return found


def _is_intended(text: str, cue: Hit) -> bool:
    """Whether what a cue tells of is hoped for, or denied: หวังคว้า…, ไม่ได้รับรางวัล."""
    if getattr(cue.row, "sense", "") != "conferred":
        return False
    return (
        is_intended(text, cue.start)
        or _IF.search(text, max(0, cue.start - _IF_NEAR), cue.start) is not None
        or is_to_come(text, cue)
    )


# หากกรม ก |ได้รับรางวัล ข จะเป็นเกียรติ: what is not yet; characters before the verb within which it is said
_IF = re.compile(
    r"(?<![ก-๎])(?:(?:หาก|ถ้า)(?!ไม่)[ ]?(?:(?!แล้ว|จะ|ก็|และ|แต่)[^\n,;]){0,44}|(?:เป้าหมาย|ความฝัน|ความหวัง)[^\n,;]{0,36}?คือ(?:การ)?)$"
)
_IF_NEAR = 50


# คัดเลือกจากสถานประกอบการที่|เคยได้รับ|รางวัล ก: who may win, and nobody who has
_CONDITION = re.compile(
    r"(?:จาก|เป็น|ให้(?:แก่)?|แก่|สำหรับ|เฉพาะ|ต้อง)(?:ผู้|สถาน|องค์กร|หน่วยงาน|โรงงาน|บุคคล|ธุรกิจ|บริษัท|ผลงาน|โรงเรียน|ชุมชน|หมู่บ้าน)[ก-๎]{0,16}ที่\Z|(?:จะ)?ต้อง\Z"
)
# คว้า|สายสะพาย|ชนะเลิศ: a pageant's sash, and no order's
_OF_PAGEANT = re.compile(
    r"สายสะพาย[ ]?(?:และ|พร้อม)?(?:มงกุฎ|ถ้วย|เงิน|ชนะเลิศ|รอง|ขวัญใจ|นาง(?:งาม|สาว|นพมาศ|สงกรานต์)|เทพี|ธิดา|มิส|Miss)"
)
_WON_SASH = ("คว้า", "มงกุฎ", "มงกุฎและ", "มงกุฎพร้อม")


# แถลงผล|งาน, แถลงผล|การดำเนินงาน: no results of a contest
_NO_RESULTS = ("งาน", "การดำเนิน", "การจับ", "การปฏิบัติ", "การประชุม", "ประกอบ", "สำเร็จ", "กระทบ")


def _tells_of_another(text: str, cue: Hit) -> bool:
    """Whether a cue's words are told of no award: กรณีที่ไม่|ได้รับ|ผลกระทบ, องค์กร|ผู้สนับสนุน|การพัฒนาคุณภาพชีวิต."""
    if text.endswith("สำห", 0, cue.start):
        return True  # สำห|รับรางวัล
    if getattr(cue.row, "sense", "") == "nominated":
        return is_out_of(text, cue)
    if text.startswith("แถลงผล", cue.start):
        return text.startswith(_NO_RESULTS, cue.end)
    if cue.row.id == "conferred-receive-n":
        return _is_intended(text, cue) and NO_AWARD.match(text, cue.end) is not None
    if text.startswith("สายสะพาย", cue.start):
        return _OF_PAGEANT.search(text, cue.start, cue.end + 30) is not None or text.endswith(_WON_SASH, 0, cue.start)
    if cue.row.id == "past-ever":
        return _CONDITION.search(text, max(0, cue.start - 40), cue.start) is not None
    return text.startswith("ผู้สนับสนุน", cue.start) and text.startswith("การ", cue.end)
