"""The programmes that an article names, and which of them a conferral belongs to."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from extractor.assemble.conferral import CONFERRED, ConferralFound, core_of, fold, programme_key, span_of
from extractor.assemble.cores import LONG_ENOUGH, Cores
from extractor.assemble.label_sense import MANY_PRIZES, is_programme
from extractor.assemble.siblings import siblings_of
from extractor.document import Span
from extractor.gazetteer_rows import Award
from extractor.match.label import IN_ROW, Label
from extractor.match.label_levels import CONTEST_RANKS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extractor.assemble.findings import Findings


@dataclass(slots=True)
class Names:
    """The programmes of an article: by row, the main one, and those with and without a row by their cores.

    `dated` has the keys of those with a year or number beside them; `rules` is whether the main one is a known programme
    that the headline names, so that a prize named by its shape alone is one of its prizes. `stages` are those in text order
    that have prizes of many names.
    """

    by_row: dict[str, Label]
    main: Label | None
    rows: Cores
    cores: Cores
    dated: frozenset[str]
    rules: bool
    stages: list[Label]

    def stage(self, at: int) -> Label | None:
        """The programme with prizes of many names that was named last before `at`, or is the article's."""
        index = bisect_right(self.stages, at, key=lambda label: label.start) - 1
        return self.stages[index] if index >= 0 else self.main if self.main in self.stages else None


_AWARDS = re.compile(r"(?:Awards?|AWARDS?|อวอร์ดส?์?)$")

# a pageant has many prizes besides its crown
_PAGEANT = re.compile(r"(?:การ)?(?:ประกวด)?[ ]?(?:มิส(?:เตอร์)?|นางสาว|นางงาม|ธิดา|เทพี|Miss|Mister)")


# “ต้น” ธนา ใจดี |เจ้าของเหรียญทองแดง|ซีเกมส์: what somebody has won before
_PAST = re.compile(r"(?:เจ้าของ|ดีกรี|อดีต)[ ]?(?:\d[ ]?)?(?:รางวัล|แชมป์|เหรียญ)[ก-๎]{0,8}[ ]?\Z")


# รางวัล ก| (Siam Water Awards : SWA) |ประจำปี 2566, รางวัล ก| หรือ Siam Water Awards |ครั้งที่ 7
_FOREIGN = re.compile(
    r"[”\"]?[ ]?(?:\([A-Z][^()\n]{2,90}\)|หรือ[ ](?:รางวัล[ ]?)?[A-Z][A-Za-z&.:'’ -]{3,80}(?=ครั้ง|ประจำ|ปี|\d))[ ]?"
)
# characters from a name to its year
_NEXT = 12


def is_dated(findings: Findings, at: int) -> bool:
    """Whether a year stands right behind the label that is the `at`-th, or behind its English name."""
    labels, end = findings.labels, findings.labels[at].until
    if any(other.kind == "year" and 0 <= other.outer - end <= _NEXT for other in labels[at + 1 : at + 3]):
        return True
    foreign = _FOREIGN.match(findings.text, end)
    if foreign is None:
        return False
    return any(other.kind == "year" and 0 <= other.outer - foreign.end() <= _NEXT for other in labels[at + 1 : at + 5])


def find_programmes(findings: Findings) -> Names:
    """The programmes that the article names: the first full mention of each, and the one it is about."""
    by_row: dict[str, Label] = {}
    votes: Counter[str] = Counter()
    first: dict[str, Label] = {}
    stated: set[str] = set()
    titled: set[str] = set()
    title_end = findings.title.end if findings.title else 0
    labels = findings.labels
    for at, label in enumerate(labels):
        if label.kind != "award":
            continue
        dated = is_dated(findings, at)
        key = label.row.id if label.row is not None else fold(findings.text[label.start : label.end])
        if isinstance(label.row, Award):
            known = by_row.get(label.row.id)
            if known is None or _says_more(findings.text, label, known):
                by_row[label.row.id] = label
        first.setdefault(key, label)
        if dated:
            stated.add(key)
        if label.start < title_end:
            titled.add(key)
        if _PAST.search(findings.text, max(0, label.outer - 40), label.outer) is not None:
            votes[key] += 0
            continue
        votes[key] += (3 if label.start < title_end else 1) + (label.row is not None) + (dated and label.start > title_end)
    topic = votes.most_common(1)[0][0] if votes else None
    main = first[topic] if topic is not None else None
    names_itself = main is not None and (main.row is not None or _AWARDS.search(findings.text, main.start, main.end) is not None)
    crowns = main is not None and _PAGEANT.match(findings.text, main.start, main.end) is not None
    rules = (names_itself and topic in stated & titled) or (crowns and topic in stated)
    rows = Cores()
    for label in by_row.values():
        rows.put(core_of(findings.text[label.start : label.end]), label)
    stages = [label for label in labels if label.kind == "award" and is_programme(findings.text, label)]
    return Names(by_row, main, rows, cores_of(findings), frozenset(stated | titled), rules, stages)


def _says_more(text: str, label: Label, known: Label) -> bool:
    """Whether a mention names a programme better than another: it says what kind of thing it is, or goes on where that stops.

    สหกรณ์ดีเด่น → สหกรณ์ดีเด่นแห่งชาติ
    """
    better, good = _weight(text, label), _weight(text, known)
    if better != good:
        return better > good
    if text[label.end - 1] == ")":  # with the same once more in English
        return False
    name, short = fold(text[label.start : label.end]), fold(text[known.start : known.end])
    return len(name) > len(short) >= LONG_ENOUGH and name.startswith(short) and not _NO_MORE.fullmatch(name, len(short))


# รางวัลอุตสาหกรรม|ดีเด่น: a rank
_NO_MORE = re.compile(r"ดีเด่น|ยอดเยี่ยม|ดีเลิศ")
# รางวัล ITA, รางวัล “หม่อมดอกแก้วฯ”
ABBREVIATION = re.compile(r"(?:รางวัล)?[ ]?[A-Z]{2,7}|[^\n]+ฯ[”\"’']?")


def _weight(text: str, label: Label) -> int:
    """How well a mention names its programme: one that calls it a prize before one that does not, no bare abbreviation."""
    name = text[label.start : label.end]
    if ABBREVIATION.fullmatch(name):
        return 0
    return (2 if name.startswith(("รางวัล", "การประกวด", "การแข่งขัน")) or name.endswith(("Awards", "Award", "Prize")) else 0) + (
        len(name) >= 10
    )


def cores_of(findings: Findings) -> Cores:
    """The core of each name that no gazetteer has, once, with the mention that speaks for it."""
    if findings.cores is None:
        findings.cores = _read_cores(findings)
    return findings.cores


def _read_cores(findings: Findings) -> Cores:
    text = findings.text
    labels = findings.labels
    title_end = findings.title.end if findings.title else 0
    cores = Cores()
    have_year: list[bool] = []
    programmes = _dated_cores(findings)
    two = _of_two(findings)
    for at, label in enumerate(labels):
        if label.kind != "award" or label.row is not None:
            continue
        core = core_of(text[label.start : label.end])
        if len(core) < 4 or praised(core) in programmes:
            continue
        dated = is_dated(findings, at)
        index = None if core in two else cores.first(core)
        if index is None:
            cores.put(core, label)
            have_year.append(dated)
        elif (dated and not have_year[index]) or _spelt_out(cores.core(index), core, cores.labels[index], title_end):
            cores.labels[index], have_year[index] = label, dated
    return cores


# Mekong River Awards| 2022 และ |Young Mekong River Awards
_AND = re.compile(r"[”\"]?[ ]?(?:(?:19|20)\d\d)?[”\"]?[ ]?(?:และ|and|&)[ ]?(?:รางวัล)?[ ]?[“\"]?")


def _of_two(findings: Findings) -> frozenset[str]:
    """The cores of the names in Latin letters that hold another's which they are joined to: Young Mekong River Awards."""
    text = findings.text
    awards = [label for label in findings.labels if label.kind == "award" and label.row is None]
    found: set[str] = set()
    for last, label in pairwise(awards):
        if label.rule == "award.latin" and _AND.fullmatch(text, last.until, label.start) is not None:
            one, other = core_of(text[last.start : last.end]), core_of(text[label.start : label.end])
            if one != other and one in other:
                found.add(other)
    return frozenset(found)


# เกียรติยศ|ลำน้ำใส, ลำน้ำใส|ยอดเยี่ยม: a prize of the programme that it praises
_PRAISE = re.compile("ยอดเยี่ยม|ดีเด่น|ดีเลิศ|เกียรติยศ|แห่งเกียรติยศ")
_PRAISED = re.compile(rf"(?:เกียรติยศ|สุดยอด)(?P<behind>[ก-๎]{{4,40}})|(?P<before>[ก-๎]{{4,40}})(?:{_PRAISE.pattern})")


def praised(core: str) -> str | None:
    """What a prize's core praises: เกียรติยศลำน้ำใส → ลำน้ำใส."""
    match = _PRAISED.fullmatch(core)
    return None if match is None else match["behind"] or match["before"]


def _dated_cores(findings: Findings) -> frozenset[str]:
    """The cores of the programmes that no gazetteer has, and whose year is told."""
    text, labels = findings.text, findings.labels
    return frozenset(
        core_of(text[label.start : label.end])
        for at, label in enumerate(labels)
        if label.kind == "award" and label.row is None and is_dated(findings, at)
    )


_THAI = re.compile(r"[ก-๎]+")


def _spelt_out(short: str, core: str, label: Label, title_end: int) -> bool:
    """Whether the text spells out the name that the headline shortens: รางวัลตำบลดี → รางวัลตำบลดีตามรอยพ่อ."""
    return label.start < title_end and len(core) > len(short) and core.startswith(short) and _THAI.fullmatch(core) is not None


def name_alike(found: list[ConferralFound], names: Names, findings: Findings) -> None:
    """Gives one programme one name throughout.

    Of the gazetteer's forms it is the first that is no mere abbreviation; of names that share their core (รางวัล “ก ข ค”,
    การประกวด ก ข ค) the one that the year stands beside, else the first. Of prizes that stand side by side each keeps its own.
    """
    text, apart = findings.text, siblings_of(findings)
    for conferral in found:
        award = conferral.fields["award"]
        if award is None or award.rule in {"award.royal", IN_ROW}:
            continue
        if award.id is not None and award.id in names.by_row:
            conferral.fields["award"] = span_of(names.by_row[award.id], text)
        elif award.id is None:
            label = speaker(text, award, names.rows, names.cores)
            if label is None or are_apart(text, award, label, apart):
                continue
            if (
                conferral.fields["category"] is None
                and text.startswith(_PRIZE, award.start)
                and not text.startswith(_HONOUR_OF, award.start)
                and praised(core_of(text[award.start : award.end])) == core_of(text[label.start : label.end])
            ):
                _name_praise(conferral, award, text)
            conferral.fields["award"] = span_of(label, text)


def are_apart(text: str, one: Span | Label, other: Span | Label, apart: frozenset[str]) -> bool:
    """Whether two names are of prizes that stand side by side (`apart`, see `siblings`): นวัตกรน้ำดีเด่น, นวัตกรน้ำรุ่นใหม่."""
    if not apart:
        return False
    names = fold(text[one.start : one.end]), fold(text[other.start : other.end])
    return names[0] != names[1] and apart.issuperset(names)


def speaker(text: str, award: Span | Label, *known: Cores) -> Label | None:
    """The mention that speaks for the programme that `award` names, by the core that they share."""
    core = core_of(text[award.start : award.end])
    for cores in known:
        at = cores.first(core)
        if at is not None:
            return cores.labels[at]
    return None


_TURNS = ("ส่วน", "ขณะที่", "ส่วน ", "ขณะที่ ")
# ส่วนรางวัลขวัญใจมหาชน| ได้แก่ นาย ข
_HEADS_WINNER = re.compile(r"[”\"]?[ ]*(?:\([^()\n]{1,60}\)[ ]*)?(?:ได้แก่|คือ|:|เป็นของ|ตกเป็น)")


def _is_ranked_at(conferral: ConferralFound, contest: Label, text: str) -> bool:
    """Whether a conferral is a rank in the contest that the article is about."""
    award, level = conferral.fields["award"], conferral.fields["level"]
    return (
        award is not None and level is not None and fold(text[award.start : award.end]) == fold(text[contest.start : contest.end])
    )


def _is_headed(conferral: ConferralFound, text: str) -> bool:
    """Whether a prize is that of the next of a contest's winners: รางวัลขวัญใจมหาชน ได้แก่ …, ส่วนนาย ข ได้รางวัลขวัญใจมหาชน."""
    award, winner = conferral.fields["award"], conferral.recipient
    if award is None:
        return False
    turned = winner is not None and winner.start < award.start and text.endswith(_TURNS, 0, winner.start)
    return turned or _HEADS_WINNER.match(text, award.end) is not None


def _name_praise(conferral: ConferralFound, award: Span, text: str) -> None:
    """Makes a prize that praises its programme the category, or a rank that stands apart behind the name the level."""
    blank = text.rfind(" ", award.start, award.end) + 1
    if blank > 0 and _PRAISE.fullmatch(text, blank, award.end):
        if text.startswith("เกียรติยศ", blank):
            conferral.fields["category"] = Span(blank, award.end, "category.sub_award")
        elif conferral.fields["level"] is None:
            conferral.fields["level"] = Span(blank, award.end, "level.named")
        return
    start = award.start + len(_PRIZE)
    start += len(text[start : award.end]) - len(text[start : award.end].lstrip(' “"'))
    conferral.fields["category"] = Span(start, award.end, "category.sub_award")


_PRIZE = "รางวัล"
# รางวัลเกียรติยศ |นักปลูกป่า: the whole is its name
_HONOUR_OF = "รางวัลเกียรติยศ "
_ONCE_NAMED = frozenset({"award.quoted", "award.named", "award.of_the_year"})
# … from somebody; but รางวัลเพลงแห่งปี |จากเพลง “ก” tells what it was won with
_GIVEN_BY = re.compile(
    r"[”\"]?[ ]*(?:จาก(?![ ]?(?:เพลง|อัลบั|ซิงเกิล|ภาพยนตร์|หนัง|ละคร|ซีรี|เรื่อง|ผลงาน|บทบาท|รายการ|การแสดง))|โดย|ของ|ประจำ|ครั้งที่|ปี|\d)"
)


_OF_CONTESTS = frozenset(
    {
        "award.contest",
        "award.contest_named",
        "award.contest_proper",
        "award.tournament",
        "award.bout",
        "award.championship",
        "award.games",
    }
)


def _ends_ranks(conferral: ConferralFound, found: list[ConferralFound], main: Label, text: str) -> bool:
    """Whether a prize stands in a line behind a contest's ranks: รางวัลชนะเลิศ ได้แก่ ก / รองชนะเลิศ ได้แก่ ข /|รางวัลขวัญใจ| ได้แก่ ค."""
    award, core = conferral.fields["award"], core_of(text[main.start : main.end])
    start = text.rfind("\n", 0, award.start) + 1 if award is not None else 0
    ranked = [
        other
        for other in found
        if other is not conferral
        and (level := other.fields["level"]) is not None
        and level.rule in CONTEST_RANKS
        and award is not None
        and start <= level.start < award.start
        and ((own := other.fields["award"]) is None or core_of(text[own.start : own.end]) == core)
    ]
    return len(ranked) >= _LEAST_RANKS


# of a contest's ranks in a line, behind which another prize is one of the contest's
_LEAST_RANKS = 2


def _is_won(main: Label, found: list[ConferralFound]) -> bool:
    """Whether an award that only its shape tells is a prize that somebody has won, where it is named."""
    if main.row is not None or main.rule not in _ONCE_NAMED:
        return False
    return any(
        (award := one.fields["award"]) is not None and award.start == main.start and not one.fields["category"] for one in found
    )


# ได้รับ 3 รางวัล ได้แก่ |รางวัล ก
_ROW_OF_PRIZES = re.compile(r"\d[ ]?รางวัล[ ]?(?:ได้แก่|คือ|ประกอบด้วย|ดังนี้)[ :]{0,2}[“\"]?\Z")


def _rows_with(main: Label, findings: Findings) -> list[tuple[int, int]]:
    """The rows of so many prizes that begin with the main programme itself, so that the others are none of its prizes."""
    text = findings.text
    core = core_of(text[main.start : main.end])
    rows = []
    for label in findings.labels:
        if (
            label.kind == "award"
            and _ROW_OF_PRIZES.search(text, max(0, label.outer - 28), label.outer) is not None
            and core_of(text[label.start : label.end]) == core
        ):
            end = text.find("\n", label.until)
            rows.append((label.until, len(text) if end < 0 else end))
    return rows


def is_of_earlier(conferral: ConferralFound, found: Sequence[ConferralFound]) -> bool:
    """Whether a prize is told with a year of its own, before that of what was received now: เคยได้รับรางวัล ข ในปี 2563."""
    year, award = conferral.fields["year"], conferral.fields["award"]
    parts = conferral.fields["branch"] or conferral.fields["category"]
    if (
        year is None
        or award is None
        or parts is not None
        or year.rule != "year.named"
        or not abs(year.start - award.start) < _OWN_CLAUSE
    ):
        return False
    return any(
        other is not conferral
        and (now := other.fields["year"]) is not None
        and other.status != "past"
        and isinstance(now.value, int)
        and isinstance(year.value, int)
        and now.value > year.value
        for other in found
    )


# characters between a prize and the year in which it was won
_OWN_CLAUSE = 100


def put_under_programme(found: list[ConferralFound], names: Names, findings: Findings) -> None:
    """Makes prizes that are named once each, below the programme that the article is about, its categories."""
    main = names.main
    if main is None:
        return
    text = findings.text
    counts = Counter(fold(text[label.start : label.end]) for label in findings.labels if label.kind == "award")
    key = main.row.id if main.row is not None else fold(text[main.start : main.end])
    apart = siblings_of(findings)
    if counts[key] == 1 and MANY_PRIZES.search(text, main.start, main.end) is None and _is_won(main, found):
        return  # นาย ก ได้รับรางวัล ข นาง ค ได้รับรางวัล ง: one as good as the other
    rows = _rows_with(main, findings)
    once: list[ConferralFound] = []
    for conferral in found:
        award = conferral.fields["award"]
        if (
            award is not None
            and award.id is None
            and award.rule in _ONCE_NAMED
            and not any(start < award.start < end for start, end in rows)
            and ((part := conferral.fields["category"]) is None or award.start <= part.start < part.end <= award.end)
            and programme_key(text, award) != key
            and not are_apart(text, award, main, apart)
            and award.start > main.end
            and not is_of_earlier(conferral, found)
            and counts[programme_key(text, award)] == 1
            and not _GIVEN_BY.match(text, award.end)
        ):
            once.append(conferral)
    beside = findings.structure.item_at(main.start)
    if beside is not None and any(
        (at := findings.structure.item_at(conferral.at)) is not None
        and findings.structure.items[at].parent == findings.structure.items[beside].parent
        for conferral in once
    ):
        return  # 1. รางวัล ก 2. รางวัล ข: one as good as the other
    if len({conferral.fields["award"].start for conferral in once if conferral.fields["award"]}) < 2:
        ranked = any(_is_ranked_at(conferral, main, text) for conferral in found)
        once = [
            one
            for one in once
            if main.rule in _OF_CONTESTS
            and (_ends_ranks(one, found, main, text) or (ranked and one.status in CONFERRED - {"past"} and _is_headed(one, text)))
        ]
    for conferral in once:
        award = conferral.fields["award"]
        if award is not None:
            start = award.start + (6 if text.startswith("รางวัล", award.start) else 0)
            start += len(text[start : award.end]) - len(text[start : award.end].lstrip(' “"'))
            end = award.end - (text[award.end - 1] in "”\"’'")
            conferral.fields["category"] = Span(start, end, "category.sub_award")
            conferral.fields["award"] = span_of(main, text)
