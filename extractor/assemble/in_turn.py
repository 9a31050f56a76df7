"""Winners of a row and their ranks in the same order: ทีม ก ทีม ข และทีม ค ได้รับรางวัลรองชนะเลิศอันดับ 1 2 และ 3 ตามลำดับ.

Read from left to right, all of them would have the first rank, or none of them any. Two ranks that nobody has both of are told of
two winners so without ตามลำดับ, too: นาย ก และนาย ข คว้าเหรียญเงินและเหรียญทองแดง.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extractor.anchors import Words
from extractor.assemble.draft import Candidate
from extractor.assemble.free_party import free_party
from extractor.match.label import Label
from extractor.patterns import sought

if TYPE_CHECKING:
    from extractor.assemble.findings import Findings, Party

_IN_TURN = Words("ตามลำดับ")
_JOINT = r"(?:[ ]*(?:,|และ|,[ ]?และ|กับ)[ ]*|[ ]+)"
_COUNTED = r"\d{1,2}|หนึ่ง|สอง|สาม|สี่|ห้า"
# |รองชนะเลิศอันดับ 1 2 และ 3| ตามลำดับ · |อันดับที่2 และ 3| ตามลำดับ
_NUMBERED = sought(
    r"(?P<first>(?:(?:รอง)?ชนะเลิศ[ ]?|รองแชมป์[ ]?|แชมป์[ ]?)?(?:(?:(?<!ค)รอง)?(?:อันดับ|ลำดับ)|รางวัล(?=ที่)|(?=ที่))[ ]?(?:ที่)?[ ]?"
    rf"(?:{_COUNTED}))(?P<more>(?:{_JOINT}(?:(?:อันดับ|ลำดับ)?(?:ที่)?[ ]?)?(?:{_COUNTED})){{1,7}})[ ]*$"
)
_NUMBER = re.compile(rf"(?:(?:อันดับ|ลำดับ)[ ]?)?(?:ที่[ ]?)?(?:{_COUNTED})")
# รองชนะเลิศอันดับ 1| และ 2| ได้แก่ ทีม ก และทีม ข ตามลำดับ
_MORE = re.compile(rf"(?:{_JOINT}(?:(?:อันดับ|ลำดับ)[ ]?)?(?:ที่[ ]?)?\d{{1,2}}(?!\d|[ ]?(?:รางวัล|ราย|ทีม|คน|โรง|แห่ง))){{1,7}}")
# คว้าเหรียญทองและเหรียญเงิน|การแข่งขันวิ่งนาดี| ตามลำดับ: the contest behind its ranks
_CONTEST_BEHIND = re.compile(
    rf"(?:{_JOINT}(?:(?:อันดับ|ลำดับ)?(?:ที่)?[ ]?)?\d{{1,2}}){{0,7}}[ ]?(?P<contest>(?:จาก|ใน)?(?:การ|งาน)?(?:ประกวด|แข่งขัน)"
    r"(?:(?!ได้แก่|คือ[ ]|ได้รับ|คว้า|ครอง|ขณะที่|ชนะเลิศ)[^\n“”]){2,90})"
)
# between two ranks: รางวัลชนะเลิศ| และ|รางวัลชมเชย
_NEXT_RANK = re.compile(rf"{_JOINT}")
_AND_RANK = re.compile(r"[ ]?(?:,|,?[ ]?และ)[ ]?")
# between the row and its ranks: … และทีม ค| ได้รับรางวัล|รองชนะเลิศ · … ได้รับการเสนอชื่อให้เป็น “เกาะที่ดีที่สุด” |ลำดับที่ 3 และ 4
_WINS = re.compile(
    r"[ ]*(?:\([^()\n]{1,60}\)[ ]*)?(?:ที่|ซึ่ง)?(?:ก็|ยัง|ต่าง|สามารถ|จะ(?=ได้))*[ ]?"
    r"(?:(?:ได้)?รับ(?:รางวัล)?|ได้(?:รางวัล|ตำแหน่ง)?|คว้า(?:รางวัล|ตำแหน่ง)?|ครอง(?:ตำแหน่ง|รางวัล)?|จบ(?:การแข่งขัน)?(?:ใน|ด้วย|ที่)?|เป็น|ซิว|ติด|เข้าป้าย(?:เป็น)?|อยู่(?:ใน)?|รั้ง|ทำได้)"
    r"(?:การ(?:เสนอชื่อ|จัดอันดับ|คัดเลือก|โหวต|ยกย่อง)(?:ให้)?(?:เป็น|อยู่ใน)?)?[ ]?"
    r"(?:[“\"](?P<category>[^“”\"\n]{3,50})[”\"])?[ ]?(?:รางวัล|ตำแหน่ง|ที่|ใน)?[ ]?"
)
# between the ranks and the row that stands behind them: รางวัลชนะเลิศ รองชนะเลิศ และชมเชย| ได้แก่ |ทีม ก
_NAMES = re.compile(r"[ ]*(?:ได้แก่|คือ|(?:ตก)?เป็นของ|:)[ ]*")
# where a row begins
_OPENER = re.compile(r"(?:โดยมี|ได้แก่|ประกอบด้วย|คือ(?=[ ])|ปรากฏว่า|ปรากฎว่า|ทำให้|โดย(?!สาร)|ส่วน|ขณะที่|ว่า(?=[ ])|[:\n]|^)[ ]*")
# ทีม ก (จ.น่าน)| |ทีม ข |และ| ทีม ค
_BETWEEN = re.compile(r"[ ]*\([^()\n]{1,60}\)[ ]*(?:,|และ)?[ ]*|[ ]*,[ ]*(?:และ)?[ ]*|[ ]*และ[ ]*|[ ]{2,}")
_BRACKETED = re.compile(r"\([^()\n]{1,60}\)")
_LEVELS = frozenset(
    {"level.first", "level.runner", "level.praise", "level.medal", "level.place", "level.named", "level.champion"}
)
# ranks of one contest, of which nobody has two
_ALONE = frozenset({"level.first", "level.runner", "level.medal"})
_KEPT = frozenset({"award", "year", "edition", "branch", "category"})
# characters of a line before the word within which ranks and row stand
_REACH = 420
_LEAST, _MOST = 2, 8


def read_in_turn(findings: Findings, candidates: list[Candidate]) -> list[Candidate]:
    """The candidates with what such rows tell in the place of what was read within them."""
    text = findings.text
    for place in _IN_TURN.find(text):
        begin = max(text.rfind("\n", 0, place) + 1, place - _REACH)
        told = _ranks_last(findings, begin, place) or _ranks_first(findings, begin, place)
        if told is None:
            continue
        candidates = _given_in_turn(findings, candidates, told, begin, place)
    if _IN_TURN.find(text):
        _part_classes(text, candidates)
    for ranks in _rows_of_medals(findings):
        place = ranks[-1].until
        begin = max(text.rfind("\n", 0, place) + 1, place - _REACH)
        winners = _row_before(findings, begin, ranks[0].outer, len(ranks) + 1)
        if len(winners) == len(ranks) and _WINS.fullmatch(text, winners[-1].end, ranks[0].outer) is not None:
            candidates = _given_in_turn(findings, candidates, (winners, ranks, None), begin, place)
    return candidates


# ประเภท|ชายเดี่ยว และหญิงคู่ ตามลำดับ|: a class for each of two winners
_CLASSES = re.compile(r"(?P<first>[^\n,]{2,40}?)[ ]?(?:และ|กับ)[ ]?(?:ประเภท|รุ่น|ด้าน|สาขา)?(?P<second>[^\n,]{2,40}?)[ ]?ตามลำดับ")


def _part_classes(text: str, candidates: list[Candidate]) -> None:
    """Gives each of two winners the one of two classes told in the same order: นาย ก และนาย ข คว้าแชมป์ประเภท ค และ ง ตามลำดับ."""
    told: dict[int, list[Candidate]] = {}
    for candidate in candidates:
        category = candidate.labels.get("category")
        if category is not None and text.endswith("ตามลำดับ", category.start, category.end):
            told.setdefault(category.start, []).append(candidate)
    for start, winners in told.items():
        classes = _CLASSES.fullmatch(text, start, winners[0].labels["category"].end)
        if classes is None or len(winners) != 2:
            continue
        for winner, name in zip(sorted(winners, key=lambda one: one.at), ("first", "second"), strict=True):
            winner.labels = {
                **winner.labels,
                "category": Label("category", *classes.span(name), "category.named", *classes.span(name)),
            }


def _given_in_turn(
    findings: Findings, candidates: list[Candidate], told: tuple[list[Party], list[Label], Label | None], begin: int, end: int
) -> list[Candidate]:
    """The candidates with a row's winners, each with the rank that it has, in the place of what was read within the row."""
    winners, ranks, category = told
    start = min(winners[0].start, ranks[0].outer)
    within = [one for one in candidates if start <= one.at < end or _has_rank(one, ranks)]
    prize = _prize(findings, within, begin, start, contested=_is_contests(findings.text, ranks[0]))
    if prize is None:
        return candidates
    if category is not None:
        prize["category"] = category
    others = [one for one in candidates if one not in within]
    return others + [
        Candidate(labels={**prize, "level": rank}, at=winner.start, rule="conferral.list", recipient=winner, verb=True)
        for winner, rank in zip(winners, ranks, strict=True)
    ]


def _has_rank(candidate: Candidate, ranks: list[Label]) -> bool:
    """Whether a candidate has one of a row's ranks: นาย ก และนาย ข คว้า|เหรียญเงิน| และทองแดง ในประเภท ค."""
    level = candidate.labels.get("level")
    return level is not None and any(level.start == rank.start for rank in ranks)


# เหรียญเงิน| และทองแดง
_BARE_MEDAL = re.compile(r"[ ]?(?:,|และ)[ ]?(?P<rank>ทองแดง|ทอง|เงิน)(?![ก-๎])")
# คว้า 2| เหรียญทอง: a count
_COUNT = re.compile(r"\d[ ]?$")
_EACH = re.compile(r"[^\n]{0,12}?(?:คนละ|ทั้งคู่|ทั้งสอง)")


def _rows_of_medals(findings: Findings) -> list[list[Label]]:
    """Rows of ranks of which nobody has two, without a count before any of them: |เหรียญเงิน และทองแดง."""
    text = findings.text
    levels = [label for label in findings.labels if label.kind == "level" and label.rule in _ALONE]
    rows: list[list[Label]] = []
    at = 0
    while at < len(levels):
        row = [levels[at]]
        while at + 1 < len(levels) and _AND_RANK.fullmatch(text, row[-1].until, levels[at + 1].outer):
            at += 1
            row.append(levels[at])
        bare = _BARE_MEDAL.match(text, row[-1].until) if row[-1].rule == "level.medal" else None
        if bare is not None:
            row.append(Label("level", *bare.span("rank"), "level.in_turn", *bare.span("rank")))
        names = {text[rank.start : rank.end] for rank in row}
        counted = _COUNT.search(text, max(0, row[0].outer - 2), row[0].outer) or _EACH.match(text, row[-1].until)
        if _LEAST <= len(names) == len(row) and counted is None:
            rows.append(row)
        at += 1
    return rows


def _ranks_last(findings: Findings, begin: int, place: int) -> tuple[list[Party], list[Label], Label | None] | None:
    """A row of winners, a verb, and as many ranks."""
    text = findings.text
    ranks = _ranks(findings, begin, place)
    if not _LEAST <= len(ranks) <= _MOST:
        return None
    rows = (_row(findings, opener.end(), ranks[0].outer, len(ranks)) for opener in _OPENER.finditer(text, begin, ranks[0].outer))
    for winners in (_known_row(findings, begin, ranks[0].outer, len(ranks)), *rows):
        if winners is None:
            continue
        wins = _WINS.fullmatch(text, winners[-1].end, ranks[0].outer)
        if wins is None:
            continue
        named = wins.span("category") if wins["category"] else None
        return winners, ranks, None if named is None else Label("category", *named, "category.in_turn", *named)
    return None


def _ranks_first(findings: Findings, begin: int, place: int) -> tuple[list[Party], list[Label], Label | None] | None:
    """Ranks, ได้แก่, and as many winners."""
    text = findings.text
    levels = _levels(findings, begin, place)
    if not levels:
        return None
    more = _MORE.match(text, levels[-1].until) if text[levels[-1].end - 1].isdigit() else None
    names = _NAMES.match(text, levels[-1].until if more is None else more.end())
    ranks = _row_of_ranks(text, levels)
    if more is not None:
        ranks.extend(Label("level", *one.span(), "level.in_turn", *one.span()) for one in _NUMBER.finditer(text, *more.span()))
    if names is None or not _LEAST <= len(ranks) <= _MOST:
        return None
    winners = _row(findings, names.end(), place, len(ranks))
    return None if winners is None or text[winners[-1].end : place].strip(' )”"') else (winners, ranks, None)


def _levels(findings: Findings, begin: int, place: int) -> list[Label]:
    return [label for label in findings.labels_between(begin, place) if label.kind == "level" and label.rule in _LEVELS]


def _ranks(findings: Findings, begin: int, place: int) -> list[Label]:
    """The ranks that end right before `place`, the first of them in full."""
    text = findings.text
    levels = _levels(findings, begin, place)
    contest = _CONTEST_BEHIND.fullmatch(text, levels[-1].until, place) if levels else None
    if contest is not None:
        place = contest.start("contest")
    numbered = _NUMBERED.search(text, begin, place)
    if numbered is not None:
        start = numbered.start() - 6 if text.endswith("รางวัล", 0, numbered.start()) else numbered.start()
        ranks = [Label("level", *numbered.span("first"), "level.in_turn", start, numbered.end("first"))]
        ranks.extend(
            Label("level", *number.span(), "level.in_turn", *number.span())
            for number in _NUMBER.finditer(text, *numbered.span("more"))
        )
        return ranks
    return _row_of_ranks(text, levels) if levels and not text[levels[-1].until : place].strip() else []


def _row_of_ranks(text: str, levels: list[Label]) -> list[Label]:
    """The last of some levels, with those that stand right before it."""
    ranks = levels[-1:]
    for level in reversed(levels[:-1]):
        if _NEXT_RANK.fullmatch(text, level.until, ranks[0].outer) is None:
            break
        ranks.insert(0, level)
    return ranks


def _row(findings: Findings, begin: int, limit: int, count: int) -> list[Party] | None:
    """The `count` winners that a stretch begins with, known or not, with nothing but commas and brackets between them."""
    text = findings.text
    winners: list[Party] = []
    at = begin
    while len(winners) < count:
        while text[at : at + 1] in {" ", "“", '"'}:
            at += 1
        called = _CALLED.match(text, at, limit)
        at = called.end() if called is not None else at
        party = findings.party_at(at, 1)
        if party is None or party.role == "superior":
            between = _BETWEEN.search(text, at + 2, limit)
            wins = _VERB.search(text, at + 2, limit)
            stop = min([limit, *(match.start() for match in (between, wins) if match is not None)])
            party = free_party(text, at, stop, opened=True)
        if party is None or party.end > limit:
            return None
        winners.append(party)
        between = _BETWEEN.match(text, party.end, limit) or _BLANK.match(text, party.end, limit)
        if len(winners) < count and between is None:
            return None
        at = between.end() if between is not None else party.end
    return winners


def _known_row(findings: Findings, begin: int, limit: int, count: int) -> list[Party] | None:
    """The last `count` winners before a verb and its ranks, all of them known: ในการแข่งขัน ก |นาย ข และนาย ค| คว้า…."""
    winners = _row_before(findings, begin, limit, count)
    return winners if len(winners) == count else None


def _row_before(findings: Findings, begin: int, limit: int, most: int) -> list[Party]:
    """The row of known winners that ends last before a place, as many of its last as asked for."""
    text = findings.text
    parties = findings.parties_between(begin, limit)
    winners: list[Party] = []
    end = -1
    owned = {party.body.start for party in parties if party.body is not None and party.kind != "organisation"}
    for party in reversed(parties):
        if party.role == "superior" and end < 0:
            continue
        between = end < 0 or _BETWEEN.fullmatch(text, party.end, end) or _BLANK.fullmatch(text, party.end, end)
        if party.end > limit or not between or len(winners) == most:
            break
        end = party.start
        if party.start in owned:  # ทีม ก |กรม ข| และทีม ค
            continue
        winners.insert(0, party)
    return winners


# โปรแหวน |มาลี ทองนา
_CALLED = re.compile(r"(?:โปร|น้อง|โค้ช)[ก-๎]{1,12}[ ](?=[ก-๎]{3,24}[ ]{1,2}[ก-๎]{3,24})")
_BLANK = re.compile(r"[”\"]?[ ]")
_VERB = re.compile(r"[ ]?(?:ได้(?:รับ|รางวัล)|คว้า|ครอง(?=อันดับ|ตำแหน่ง|รางวัล)|จบ(?=ที่|ด้วย|การ|ใน)|ซิว|รั้ง(?=อันดับ))")


# a rank that only a contest gives
_CONTEST = re.compile(r"รอง|ชนะเลิศ|แชมป์|รางวัล")


def _is_contests(text: str, rank: Label) -> bool:
    return rank.rule not in {"level.in_turn", "level.place"} or _CONTEST.match(text, rank.outer) is not None


def _prize(findings: Findings, within: list[Candidate], line: int, start: int, *, contested: bool) -> dict[str, Label] | None:
    """The prize of a row: of what was read within it, else the one named last before; places alone need it in their line."""
    prize: dict[str, Label] = {}
    for candidate in within:
        if "award" in candidate.labels or "category" in candidate.labels:
            prize = {**{kind: label for kind, label in candidate.labels.items() if kind in _KEPT}, **prize}
    if prize:
        return prize
    named = [label for label in findings.labels if label.kind == "award" and (0 if contested else line) <= label.outer < start]
    if not named:
        return {} if contested else None
    return findings.with_year(named[-1])
