"""What the words around a party say of it, where no party before it does: who is listed, who made a work, who gives."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from extractor.assemble.conferral import PERSONAL
from extractor.assemble.continuing import TITLE, continues, goes_on, is_next_with_work
from extractor.assemble.listed_words import is_listed
from extractor.assemble.next_winner import speaks_next, wins_next
from extractor.assemble.role_words import (
    ACTS,
    AFTER_WORK,
    BEHIND_LABEL,
    CHOOSES,
    CIVIL,
    DOING,
    ENDS_ITEM,
    FROM_HOME,
    FROM_PUPILS,
    GIFTS,
    GIVING,
    HANDS_OVER,
    HAS_WON,
    HEADED,
    HIGH_OFFICE,
    IS_WINNER,
    JUDGES,
    LISTING,
    LOST,
    MINISTRY,
    NICKNAME,
    PRESIDES,
    PRIZES_THAT,
    RECEIVES,
    RUNS_IT,
    SPEAKS,
    SPOKESMAN,
    TAKEN_BY,
    TAKES_AWAY,
    TO_WHOM,
    TRAINER,
    TRAINER_BEFORE,
    TRAINER_BEHIND,
    WINS_NEXT,
    WON_BY,
    WORLDWIDE,
)
from extractor.patterns import sought

if TYPE_CHECKING:
    from extractor.assemble.findings import Findings, Party, Role
    from extractor.document import Span
    from extractor.match.label import Label


# สหกรณ์การเกษตร ได้แก่ สหกรณ์โคนม… · ศูนย์ข้าวชุมชน ประเภทข้าวเหนียว ได้แก่ …: of what kind those are that follow;
# but กรม ก จำนวน 2 รางวัล ได้แก่ …, กรม ก ได้แก่ ประเภท…
HEADS_ROW = sought(
    r"[ ]*(?:\([^()\n]{1,40}\))?[ ]*(?:ประจำปี[ ]?(?:งบประมาณ[ ]?)?(?:พ\.ศ\.[ ]?)?\d{4}[ ]*)?"
    r"(?P<kind>(?:หรือ|ประเภท)[ ]?[ก-๎ ]{2,44}?[ ]?)?"
    r"(?:จำนวน[ ]?\d+[ ]?(?!รางวัล|ผลงาน|เหรียญ|โล่|เรื่อง|ประเภท|สาขา|ระดับ|ด้าน|รายการ|หมวด)[ก-๙]+[ ]*)?ได้แก่"
    r"(?![ ]*(?:\(?[\d.]{1,5}[.)]\)?[ ]*)?(?:รางวัล|ประเภท|สาขา|ระดับ|ผลงาน|โครงการ|ด้าน))"
)


# ธนาคาร ก| และ|ธนาคาร ข ประเภทองค์กร ได้แก่
_JOINED = re.compile(r"[ ]?(?:\([^()\n]{1,40}\))?[ ]?(?:,|และ)[ ]?")
# 1) ธนาคาร ก| 2) |ธนาคาร ข ประเภทองค์กร ได้แก่| 1)
_NUMBERED, _ANEW = re.compile(r"[ ]?(?:\([^()\n]{1,40}\))?[ ]?(?:,|และ)?[ ]?\(?\d{1,2}[.)][ ]?"), re.compile(r"[ ]?\(?1[.)]")
_TO = re.compile(r"(?<=[ก-๎A-Za-z0-9”\"])[ ]{0,2}(?<!กำหนด)(?<!เชิญ)ให้(?:กับ|แก่)?(?:ทีม)?[ ]?[“\"]?(?:(?:ศาสตราจารย์|นาย|แพทย์|หญิง)*)$")


_OF_NATIONS = re.compile(r"อาเซียน|เอเชีย|เอเปค|ASEAN|APEC")
# รางวัล ก ของ|สำนักข่าว ข: papers and journals give prizes
_OF_MEDIA = re.compile(r"(?:ของ|โดย|จาก)[ ]?$")


# characters behind the prize's name within which its row goes on
_CIVIL_REACH = 1500
# characters between one who is named and what he is
_PUPIL_REACH = 6
# Nadee Awards| 2021 (NA)
_YEAR = r"(?:[ ]?(?:ประจำปี|ปี)?[ ]?(?:พ\.ศ\.[ ]?|พุทธศักราช[ ]?)?\d{4})?"
_NAMED = re.compile(rf"[”\"’']?{_YEAR}(?:[ ]?\([^()\n]{{2,30}}\))?{_YEAR}")


def _named_until(text: str, award: Label) -> int:
    """Where an award's name ends with its year and abbreviation."""
    return _NAMED.match(text, award.until).end()  # type: ignore[union-attr]  # it matches nothing, too


# พิธี|มอบรางวัล · มอบโล่และ|รางวัล
_GIVES = re.compile(r"มอบ(?:โล่|เข็ม|เกียรติบัตร|ประกาศเกียรติคุณ|ใบ[ก-๎]{2,16}|และ|พร้อม|พระราชทาน){0,6}$")


# ดังนี้ |สาขาการศึกษา โรงเรียน ก, |สาขากีฬา สมาคม ข: no outpost of the body before it
_HEADS_ITEM = re.compile(r"(?:^|[\n,;•✅–-]|\d[.)]|ได้แก่|ดัง(?:ต่อไป)?นี้|เป็น|ประกอบด้วย|ว่า)[ ]*$")
_TO_FIRST = re.compile(r"[ ]{0,2}(?:[:：–—-][ ]?)?")
_LEAST_HEADS = 2


def _heads(text: str, labels: list[Label], starts: set[int], kind: str = "branch") -> set[int]:
    """Where the branches or prizes end that head the items of a list, each with its winner right behind it: two at least."""
    heads = {
        label.until
        for label in labels
        if label.kind == kind
        and _TO_FIRST.match(text, label.until).end() in starts  # type: ignore[union-attr]  # it matches nothing, too
        and _HEADS_ITEM.search(text, max(0, label.outer - 16), label.outer)
    }
    return heads if len(heads) >= _LEAST_HEADS else set()


# รางวัล ก โรงเรียน ข จังหวัดน่าน| |รางวัล ค: what may stand between a winner and the next one's prize
_NEXT_PRIZE = re.compile(
    r"(?:[ ]?(?:จ\.|จังหวัด|อ\.|อำเภอ|ต\.|ตำบล)[ ]?[ก-๎]{2,20}){0,3}[ ]*(?:\([^()\n]{1,40}\))?[ ]*(?:[,;]|และ)?[ ]*\n?[ ]*"
    r"(?:\(?\d{1,2}[.)]|[-–•✅])?[ ]*"
)


def _in_turn(text: str, labels: list[Label], parties: list[Party]) -> set[int]:
    """Where the winners of a list begin that tells a prize and who has won it in turn: two at least, from where a list begins."""
    firsts = {party.start: party for party in parties}
    row: list[Party] = []
    listed: set[int] = set()
    for label in labels:
        if label.kind != "award" or label.outer < (row[-1].end if row else 0):
            continue
        winner = firsts.get(_TO_FIRST.match(text, label.until).end())  # type: ignore[union-attr]  # it matches nothing, too
        goes_on = row and _NEXT_PRIZE.fullmatch(text, row[-1].end, label.outer) is not None
        opens = _HEADS_ITEM.search(text, max(0, label.outer - 16), label.outer) is not None
        row = [*(row if goes_on else []), winner] if winner is not None and (goes_on or opens) else []
        if len(row) >= _LEAST_HEADS:
            listed.update(party.start for party in row)
    return listed


# ดังนี้ นาย ก |ได้รับเหรียญทอง แข่งขันวาดภาพ| นาย ข |ได้รับเหรียญเงิน แข่งขันคัดลายมือ: of each the verb is told anew
_EACH = re.compile(
    r"[ ]{1,2}(?:(?:ได้รับ|คว้า|ได้)(?:รางวัล)?(?:ระดับ)?(?:เหรียญ|(?:รอง)?ชนะเลิศ|ชมเชย|ที่[ ]?[1-9])"
    r"|(?:ได้รับ|คว้า)(?:โล่)?รางวัล[ ]?(?!ดังกล่าว|นี้|ทั้ง|จำนวน|เป็น|เงิน|ทุน|มูลค่า)[ก-ฮเ-ไA-Z“\"])"
)
_AS_FOLLOWS = re.compile(
    r"(?:ดังนี้|ดังต่อไปนี้|ประกอบด้วย|\d[ ]?(?:ท่าน|คน|ราย|แห่ง|หน่วยงาน|องค์กร)[ ]?(?:ได้แก่|คือ))[ ]?[:：]?[ ]*(?:1[.)][ ]?)?$"
)


def _tells_each(text: str, before: str, previous: Party | None, party: Party) -> bool:
    """Whether a name is one of a row of each of which a verb is told."""
    if _EACH.match(text, party.end) is None:
        return False
    row = previous is not None and previous.role == "plain" and "\n" not in text[previous.end : party.start]
    return _AS_FOLLOWS.search(before) is not None or (
        row and previous is not None and _EACH.match(text, previous.end) is not None
    )


def _end(work: Span) -> int:
    return work.end


# รางวัลชนะเลิศด้านน้ำ ของ|สหภาพลุ่มน้ำ ก: of a rank or a field only such bodies give prizes; of others it is who has won
_OVER_NATIONS = re.compile(r"สหภาพ|สหพันธ์|องค์การ(?!บริหาร)|นิตยสาร")


# รางวัลชนะเลิศ |ทีม “|นาดี”: what stands before a name in marks
_TEAM_IN_MARKS = re.compile(r"(?<![ก-๎A-Za-z])(?:ทีม[ก-๎]{0,16}|Team|TEAM|วง)[ ]{0,2}[“\"‘']$")

# kinds of labels behind which a winner may stand
_BEHIND_WHICH = frozenset({"award", "level", "category", "branch"})


class Listing:
    """What the words around a party say of it, where no party before it does."""

    def __init__(self, text: str, findings: Findings, parties: list[Party]) -> None:
        self.text = text
        self.people = findings.people
        self._ends = {label.until for label in findings.labels}
        self._label_ends: dict[int, Label] = {}
        self._award_ends = {
            _named_until(text, label)
            for label in findings.labels
            if label.kind == "award" and not text.endswith("โครงการ", 0, label.outer)
        }
        for label in findings.labels:
            behind = BEHIND_LABEL.match(text, label.until) if label.kind in _BEHIND_WHICH else None
            if label.kind in {"level", "category", "branch"} or (label.kind == "award" and behind and behind["count"]):
                self._label_ends[behind.end() if behind else label.until] = label
        self._given_ends = {
            _named_until(text, label)
            for label in findings.labels
            if label.kind == "award"
            and PERSONAL.search(text, label.start, label.end)
            and _GIVES.search(text, max(0, label.outer - 60), label.outer)
        }
        self._civil = [
            (label.start, CIVIL.match(text, label.start) is not None) for label in findings.labels if label.kind == "award"
        ]
        starts = {party.start for party in parties}
        self._in_turn = _in_turn(text, findings.labels, parties)
        self._heads = _heads(text, findings.labels, starts)
        self._prize_heads = _heads(text, findings.labels, starts, "award")
        self._works = sorted(findings.works, key=_end)
        self._work_ends = [work.end for work in self._works]

    def of_people(self, party: Party) -> bool:
        """Whether the prize named last before is one of civil servants, which no body wins."""
        at = bisect_right(self._civil, (party.start, 0)) - 1
        return at >= 0 and party.start - self._civil[at][0] <= _CIVIL_REACH and self._civil[at][1]

    def role(self, party: Party, previous: Party | None, winner: Party | None) -> Role:
        """The role of a party: who is listed, who did a work, who gives, or none."""
        text = self.text
        before = text[max(0, party.start - 46) : party.start]
        if party.kind == "person" and (titled := TITLE.search(before) or NICKNAME.search(before)) is not None:
            before = before[: titled.start()]
        if party.kind != "person" and self._heads_row(party, before, previous):
            return "heading"
        trains = party.kind == "person" and (
            TRAINER.match(text, party.start) or TRAINER_BEFORE.search(before) or TRAINER_BEHIND.match(text, party.end)
        )
        if (
            trains
            or (party.kind == "person" and PRESIDES.match(text, party.end) is not None)
            or HANDS_OVER.match(text, party.end)
            or LOST.match(text, party.end)
            or self._gives_by_name(party)
            or self._proclaims(party, before)
        ):
            return "giver"
        next_one = previous is not None and is_next_with_work(text, previous, party)
        if not next_one and self._made_a_work(party):
            return "giver" if RUNS_IT.match(text, party.end) else "doer"
        if (party.kind == "person" and self._speaks(party)) or _tells_each(text, before, previous, party):
            return "plain"
        if (
            next_one
            or self._behind_a_label(party)
            or self._heads_prize(party)
            or self._is_given(party)
            or is_listed(text, before, party)
        ):
            return "listed"
        ends = text[party.start - 1 : party.start] in " \n" and ENDS_ITEM.match(text, party.end)
        taken = TAKEN_BY.search(before) is not None and TAKES_AWAY.match(text, party.end) is not None
        if taken or (ends and HEADED.search(text, max(0, party.start - 90), party.start)):
            return "listed"
        if self._won_by(party):
            return "doer"
        media = party.name.rule == "organisation.media" and _OF_MEDIA.search(before)
        by = before.rstrip().endswith("โดย")
        if not media and DOING.search(before) and not (by and (ACTS.match(text, party.end) or MINISTRY.match(text, party.start))):
            return "doer"
        won = party.kind == "person" and before.endswith(("ที่ ", "ที่"))  # รางวัลที่ นาย ก ได้รับ
        won = won or IS_WINNER.match(text, party.end) is not None
        won = won or (party.kind == "person" and HAS_WON.match(text, party.end) is not None)
        named = previous is not None and not text[previous.end : party.start].strip()  # นาย ก สุขมี| นาย ข
        won = won or (party.kind == "organisation" and self._stands_for_pupils(previous, party))
        won = won or (PRIZES_THAT.search(before) is not None and RECEIVES.match(text, party.end) is not None)
        if (GIVING.search(before) and not won and not named) or (
            party.kind == "organisation" and JUDGES.match(text, party.start)
        ):
            return "giver"
        if previous is not None and previous.role in {"listed", "doer"} and continues(text, previous, party):
            return previous.role if previous.kind == party.kind == "organisation" else "listed"
        return "listed" if winner is not None and goes_on(text, winner, party) else "plain"

    def _heads_row(self, party: Party, before: str, previous: Party | None) -> bool:
        """Whether a name says of what kind those are that follow.

        But not ได้แก่ ธนาคาร ก และ|ธนาคาร ข| ประเภทองค์กร ได้แก่ …, where it has won.
        """
        row = None if self.text.startswith("ทีม", party.start) else HEADS_ROW.match(self.text, party.end)
        if row is None or not row["kind"]:
            return row is not None
        listed = LISTING.search(before) is not None or self._behind_a_label(party)
        if listed or previous is None or previous.role != "listed":
            return not listed
        between = previous.end, party.start
        numbered = _ANEW.match(self.text, row.end()) and _NUMBERED.fullmatch(self.text, *between)
        return not (numbered or _JOINED.fullmatch(self.text, *between))

    def _proclaims(self, party: Party, before: str) -> bool:
        """Whether a body finds, chooses or ranks where others win: วารสาร ก จัดอันดับ…, กระทรวง ข ได้ประกาศยกย่อง…."""
        if party.kind != "organisation" or CHOOSES.match(self.text, party.end):
            return party.kind == "organisation"
        worldwide = WORLDWIDE.match(self.text, party.start) and not TO_WHOM.search(before)
        return bool(worldwide) and RECEIVES.match(self.text, party.end) is None

    def _speaks(self, party: Party) -> bool:
        """Whether a person is a spokesman whom the article names as its source: นาย ก โฆษกกระทรวง ข เปิดเผยว่า."""
        person = self.people[party.key] if party.key >= 0 else None
        if person is None or person.position is None or SPOKESMAN.match(self.text, person.position.start) is None:
            return False
        return SPEAKS.match(self.text, party.end) is not None

    def _stands_for_pupils(self, previous: Party | None, party: Party) -> bool:
        """Whether a body is named for its own without names: ทีมนักเรียนจาก|โรงเรียน ก, but not นาย ข นักศึกษาจาก|มหาวิทยาลัย ค."""
        pupils = FROM_PUPILS.search(self.text, max(0, party.start - 60), party.start)
        return pupils is not None and (
            previous is None or pupils.start() - previous.end > _PUPIL_REACH or previous.kind == "place"
        )

    def _won_by(self, party: Party) -> bool:
        """Whether a rank stands before one who won it, and no high officer who handed it over: อันดับ 1 จากทีมนาดี."""
        before = self.text[max(0, party.start - 80) : party.start]
        if party.kind not in {"person", "team"} or WON_BY.search(before) is None:
            return False
        return not self._is_high(party)

    def _is_high(self, party: Party) -> bool:
        """Whether a party is a person in an office whose holders hand over prizes."""
        person = self.people[party.key] if party.kind == "person" and party.key >= 0 else None
        return (
            person is not None and person.position is not None and HIGH_OFFICE.match(self.text, person.position.start) is not None
        )

    def _made_a_work(self, party: Party) -> bool:
        at = bisect_right(self._work_ends, party.start) - 1
        if at < 0 or party.start - self._work_ends[at] > 60:
            return False
        gap = self.text[self._work_ends[at] : party.start]
        if party.kind == "team":
            gap = _TEAM_IN_MARKS.sub("", gap)
        return AFTER_WORK.fullmatch(gap) is not None and not (
            (gap.rstrip().endswith("จาก") and not FROM_HOME.match(self.text, party.start))
            or wins_next(self.text, self._works[at], party)
            or (party.kind == "person" and speaks_next(self.text, self._works[at], party))
        )

    def _gives_by_name(self, party: Party) -> bool:
        """Whether a prize or a place is named as a body's own: รางวัล ก ประจำปี 2566 ของกระทรวง ข, อันดับ 1 ของเขต ค."""
        start = self.text.rfind("ของ", max(0, party.start - 4), party.start)
        if party.kind != "organisation" or start < 0:
            return False
        over = _OVER_NATIONS.match(self.text, party.start) is not None
        for gone in range(3):
            told = self._label_ends.get(start - gone)
            among = told is not None and told.kind == "level" and self.text.startswith(("อันดับ", "ลำดับ"), told.start)
            if start - gone in self._award_ends or among or (over and told is not None):
                return True  # อันดับ 1 |ของเขตสุขภาพที่ 8: among whose bodies one is first
        return False

    def _is_given(self, party: Party) -> bool:
        """Whether ให้ stands between a prize and the party: มอบรางวัล ก ประจำปี 2564 ให้นาย ข."""
        start = max(0, party.start - 14)
        if party.kind == "person" and party.start - 1 in self._given_ends and not self._is_high(party):
            return self.text[party.start - 1] == " "  # มอบรางวัลผู้สูงอายุแห่งชาติ ปี 2565 |นาย ก
        given = _TO.search(self.text, start, party.start) if self.text.find("ให้", start, party.start) >= 0 else None
        return given is not None and (given.start() in self._ends or self._with_gifts(given.start()))

    def _with_gifts(self, at: int) -> bool:
        """Whether what comes with a prize stands between it and ให้: รางวัลที่ 1 เงินรางวัล 5,000 บาท พร้อมเกียรติบัตร| ให้นาย ก."""
        gifts = GIFTS.search(self.text, max(0, at - 110), at)
        return gifts is not None and bool({gifts.start(), gifts.start() - 1, gifts.start() + 1} & self._ends)

    def _heads_prize(self, party: Party) -> bool:
        """Whether a place, person or team stands right behind a prize that heads a list's item: 1) รางวัลออกแบบ จ.น่าน 2) …."""
        if party.start in self._in_turn:
            return True
        gives = party.kind == "organisation" and FROM_HOME.match(self.text, party.start) is None
        return not gives and any(party.start - gone in self._prize_heads for gone in range(3))

    def _behind_a_label(self, party: Party) -> bool:
        text = self.text
        ends, start = self._label_ends, party.start
        marked = _TEAM_IN_MARKS.search(text, max(0, start - 24), start) if party.kind == "team" else None
        if marked is not None:
            start = marked.start()
        for gone in range(6):
            ended = ends.get(start - gone)
            if (
                ended is not None
                and not text[start - gone : start].strip(" “\"‘'" if party.kind == "person" else " ")
                and (ended.kind != "branch" or party.kind == "person" or ended.until in self._heads)
            ):
                break
        else:
            return False
        if _OF_NATIONS.fullmatch(text, party.name.start, party.name.end):
            return False  # รองอันดับ 2 |อาเซียน
        return WINS_NEXT.match(text, party.end) is None  # not … ได้เหรียญทอง |นาย ข| ได้เหรียญเงิน
