"""Award names: those of the gazetteer, and those that only their shape tells (รางวัล…, การประกวด…, … Awards).

A name ends before year, edition, branch, category, level, recipient and verb.
"""

from __future__ import annotations

import re
from bisect import insort
from dataclasses import replace
from typing import TYPE_CHECKING

from extractor.anchors import Anchored
from extractor.document import overlaps
from extractor.gazetteer_rows import Award, AwardPart, Level
from extractor.match.award_again import named_again
from extractor.match.award_chosen import honours
from extractor.match.award_contests import events, renamed, theme_end, without_kinds
from extractor.match.award_fields import single_names
from extractor.match.award_further import further_names
from extractor.match.award_latin import latin_names, programmes_of_many, rankings, superlatives, told_prizes, widen
from extractor.match.award_lists import guides, lists, shows
from extractor.match.award_marked_rows import counted_rows, marked_rows
from extractor.match.award_praised import praised
from extractor.match.award_projects import projects
from extractor.match.award_rankings import ranked_bodies
from extractor.match.award_rows import rows_of_prizes
from extractor.match.award_shapes import EXCELS_IN, HEAD, HEADS, YEAR_NEXT, by_shape, with_title
from extractor.match.award_sports import championships, great_games
from extractor.match.award_stages import stages_behind
from extractor.match.award_tidy import tidy
from extractor.match.award_titles import spoken_of
from extractor.match.award_tournaments import bouts, tournaments
from extractor.match.label import EXCELS, Label
from extractor.match.label_parts import WITHIN_NAME

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from extractor.lexicon import Hit, Lexicon

_PRIZE = "รางวัล"
_NATIONAL = "แห่งชาติ"
# characters behind a known name within which a part of it that begins alike ends
_LONGEST_PART = 60
# การแข่งขัน|กีฬาซีเกมส์, การแข่งขันกีฬา|โอลิมปิกเกมส์ โตเกียว| 2020: the Games bear no word for a contest, and with their town none for sport
_GAMES = re.compile(
    r"(?:การ[แเ]*ข่งขัน)?(?P<whole>(?:มหกรรม)?(?:กีฬา)?(?P<name>[ก-๎]{0,12}(?:เกมส์|ลิมปิก))|(?:มหกรรม)?กีฬา[ก-๎]{0,24}แห่งชาติ)$"
)
_SEASON = re.compile(r"(?:ฤดู(?:หนาว|ร้อน))?(?P<town>[ ]?(?!ปี|ครั้ง|ประจำ|ใน|ที่|ของ|ณ|เมื่อ|ระดับ)[ก-๎]{2,12}(?=[ ](?:19|20|25)\d\d))?")
# รางวัลอุตสาหกรรม|การท่องเที่ยวไทย: another prize, whose name only begins like a known one
_OTHER = re.compile(r"การ(?!ประกวด|แข่งขัน|ประจำ)[ก-ฮเ-ไ]")
_CONTEST_ROW = re.compile(r"(?:รางวัล)?(?:การ)?(?:ประกวด|แข่งขัน)")


# รางวัลชมเชย “องค์กรโปร่งใส” ครั้งที่ 12: what has a number or year of its own is no work
_RANKED = Anchored(
    re.compile(
        r"รางวัล(?:รอง)?(?:ชนะเลิศ|ชมเชย|ดีเด่น|ยอดเยี่ยม)[^“\"\n]{0,16}[“\"](?P<name>[^“”\"\n]{4,80})[”\"]"
        r"(?=[ ]?(?:ครั้งที่|ประจำปี|ปี[ ]?\d))"
    ),
    "รางวัล",
)


def find_awards(text: str, hits: Sequence[Hit]) -> list[Label]:
    """Every award name in a clean text, in order, none overlapping.

    Args:
        text: the clean text.
        hits: hits of the awards, their parts and levels in `text` (see `find_vocabulary`).

    >>> from extractor.lexicon import load
    >>> text = "ได้รับรางวัลดาวรุ่งชุมชน ประจำปี 2566"
    >>> [text[a.start:a.end] for a in find_awards(text, find_vocabulary(text, load()))]
    ['รางวัลดาวรุ่งชุมชน']
    """
    labels: list[Label] = []
    taken: list[tuple[int, int]] = []
    for hit in hits:
        if (
            isinstance(hit.row, Award)
            and not (text.startswith(_PRIZE, hit.start) and _OTHER.match(text, hit.end))
            and not _ends_title(text, hit)
        ):
            start, end = widen(text, hit.start, hit.end)
            end += len(_NATIONAL) if text.startswith(_NATIONAL, end) else 0
            excels = EXCELS_IN.match(text, end) if hit.row.part_of is not None else None
            if excels is not None:
                end = excels.end()
            elif (games := _GAMES.match(text, start, end)) is not None:
                labels.append(_games(text, hit, games))
                insort(taken, (start, labels[-1].end))
                continue
            elif _CONTEST_ROW.match(text, start):
                end = theme_end(text, end)
            elif text.startswith(_PRIZE, start) and not text.startswith("โครงการ", start + 6):
                end = with_title(text, end)
            rule = EXCELS if excels else "award.gazetteer"
            labels.append(Label("award", start, end, rule, start, end, row=hit.row))
            insort(taken, (start, end))
    parts = sorted(  # รางวัลองค์กรคุณธรรม names a prize, though องค์กรคุณธรรม is a rank
        (hit.start, hit.end)
        for hit in hits
        if isinstance(hit.row, AwardPart)
        or (isinstance(hit.row, Level) and not text.startswith("องค์กร", hit.start) and not _is_of_a_word(text, hit, hit.row))
    )
    for place in HEADS.find(text):
        match = HEAD.match(text, place)
        if match is None or overlaps(taken, place, match.end()):
            continue
        label = by_shape(text, match, parts)
        if label is not None and _take(taken, label):
            labels.append(label)
    for match in _RANKED.finditer(text):
        start, end = match.span("name")
        label = Label("award", start, end, "award.quoted", start - 1, end + 1)
        if _take(taken, label):
            labels.append(label)
    labels += [label for label in [*marked_rows(text, labels), *counted_rows(text)] if _take(taken, label)]
    ranks = {(hit.start, hit.end) for hit in hits if isinstance(hit.row, Level)}
    for label in (
        *championships(text),
        *great_games(text),
        *tournaments(text),
        *bouts(text),
        *latin_names(text),
        *programmes_of_many(text),
        *rankings(text),
        *superlatives(text),
        *honours(text),
        *projects(text),
        *spoken_of(text),
        *events(text),
        *renamed(text),
        *lists(text),
        *shows(text),
        *guides(text),
    ):
        if not (_is_rank(text, label, ranks, alone=not labels) or _is_metal_of(text, label, labels)) and _take(taken, label):
            labels.append(label)
    labels += [label for label in list(praised(text, tidy(text, labels))) if _take(taken, label)]
    labels += [label for label in list(stages_behind(text, labels)) if _take(taken, label)]
    labels = [*labels, *_told_otherwise(text, labels, taken)]
    labels += [label for label in named_again(text, labels) if _take(taken, label)]
    labels += further_names(text, labels, taken)
    labels.sort(key=lambda label: label.start)
    return rows_of_prizes(text, _without_glosses(text, tidy(text, single_names(text, without_kinds(text, labels)))))


# โล่ “โรงพยาบาลสายใยรัก|แม่ดีเด่น|”: the end of a title in marks that is longer, within a word
_TITLE_BEFORE = re.compile(r"[“\"‘][ก-๎ ]{4,60}$")


def _ends_title(text: str, hit: Hit) -> bool:
    """Whether a known award's name without a word for a prize is only what a longer title in marks ends with."""
    if text[hit.end : hit.end + 1] not in {"”", '"', "’"} or not "ก" <= text[hit.start - 1 : hit.start] <= "๎":
        return False
    return not text.startswith(_PRIZE, hit.start) and _TITLE_BEFORE.search(text, max(0, hit.start - 61), hit.start) is not None


def _take(taken: list[tuple[int, int]], label: Label) -> bool:
    """Takes up a name's place, where nothing has it; tells whether it is the name's now."""
    if overlaps(taken, label.start, label.end):
        return False
    insort(taken, (label.start, label.end))
    return True


def _told_otherwise(text: str, labels: Sequence[Label], taken: list[tuple[int, int]]) -> Iterator[Label]:
    """What is told to be a prize where none is named, and what bodies are ranked as where nothing is named in Latin letters."""
    told = list(told_prizes(text)) if not labels else []
    yield from told
    if any(text[label.start].isascii() for label in (*labels, *told)):
        return
    yield from (label for label in ranked_bodies(text) if _take(taken, label))


def _games(text: str, hit: Hit, games: re.Match[str]) -> Label:
    season = _SEASON.match(text, games.end())
    end = games.end() if season is None else season.end()
    start = games.start("name") if season is not None and season["town"] and games["name"] else games.start("whole")
    return Label("award", start, end, "award.gazetteer", games.start(), end, row=hit.row)


# Grand Prize, the Gold Medal; but no Grand Award อันดับ 2, and no Grand Prize AMI Paris
_RANK = re.compile(
    r"(?:รางวัล)?[ “\"]*(?P<the>(?:[Tt]he )?)(?P<rank>[A-Z][\w ’'-]{2,30}(?:Prize|Prix|Medal)(?=$|[ ]?[^ A-Z])"
    r"|(?:Gold|Silver|Bronze|(?:(?<=รางวัล)|(?<=รางวัล ))(?:Platinum|Diamond)) Award(?=[ ]?(?:จาก|ใน)(?:งาน|เวที|รายการ"
    r"|การประกวด|การแข่งขัน))"
    r"|(?P<metal>(?:Gold|Silver|Bronze) Award)(?![”\"]?[ ]?(?:\(|(?:ประจำ)?ปี|[12]\d{3}|ครั้งที่|จาก|ของ|ประเภท|สาขา|ด้าน|[A-Za-z])))"
)


_OF_RANK = re.compile(r"ระดับ[ ]?[“\"]?\Z")


def _is_rank(text: str, label: Label, ranks: set[tuple[int, int]], *, alone: bool) -> bool:
    """Whether a name in Latin letters is a rank of a contest and none of a programme: รางวัล Grand Prize.

    `alone`: no contest or prize is named besides, of which a metal with the word award could be a rank.
    """
    rank = _RANK.match(text, label.start)
    if _OF_RANK.search(text, max(0, label.start - 12), label.start) and (label.start, label.end) in ranks:
        return True  # ระดับ Platinum Award
    if alone and rank is not None and rank["metal"]:
        return False
    return (
        rank is not None and rank.end() == label.end and any((rank.start(begin), label.end) in ranks for begin in ("rank", "the"))
    )


# … Packaging Awards 2024 ได้แก่ รางวัล |Gold Award| ประเภท …: a metal of the programme that has been named
_METAL = re.compile(
    r"(?:รางวัล)?[ “\"]*(?:Gold|Silver|Bronze|Platinum|Diamond) Award"
    r"(?=[”\"]?[ ]?(?:(?:ใน)?(?:ประเภท|สาขา|ด้าน|หมวด|กลุ่ม)|จาก(?:ผลงาน|โครงการ|เมนู|ผลิตภัณฑ์|แคมเปญ)|สำหรับ|ให้|แก่|และ|,|\n|$))"
)
_PROGRAMME = re.compile(r"(?:Awards?|AWARDS?|อวอร์ดส?์?)[”\"]?$")


def _is_metal_of(text: str, label: Label, labels: Sequence[Label]) -> bool:
    """Whether a name is only a metal's, and a programme has been named before that gives it."""
    metal = _METAL.match(text, label.start)
    return (
        metal is not None
        and metal.end() == label.end
        and any(
            other.end < label.start
            and _PROGRAMME.search(text, other.start, other.end) is not None
            and _METAL.match(text, other.start) is None
            for other in labels
        )
    )


# รางวัลมิตรภาพ ประจำปี 2566| (|Friendship Award 2023), กีฬาลุ่มโขง ครั้งที่ 31| (31st |Mekong Games): the same once more in English
_BEFORE_GLOSS = re.compile(
    r"[ ]?(?:อันดับ(?:ที่)?[ ]?\d{1,3}[ ]?|(?P<cup>ชิง(?:ถ้วย|แชมป์))[^()\n]{0,40}?(?=ประจำปี|ปี|ครั้งที่|[ ]?\())?"
    r"(?P<year>(?:ประจำปี|ปี|ครั้งที่|พ\.ศ\.)[^()\n]{0,30})?[ ]?\([ ]?(?:\d{1,3}(?:st|nd|rd|th)[ ])?(?:รางวัล)?"
)
_BESIDE = re.compile(r"[ ]?[“\"‘']?")
# รางวัลตราสารหนี้ดีเลิศ |แห่งปี 2566 : |Mekong Bond Awards 2023: a description, with or without its year, and what it is called
_CALLED = re.compile(r"(?:[ ]?(?:แห่ง|ประจำ)?(?:ปี)?[ ]?(?:พ\.ศ\.[ ]?)?\d{4})?[ ]?[:：][ ]?[“\"‘']?")
# รางวัลด้านไอทีระดับภูมิภาค| หรือ |Mekong IT Awards: the same by its name; of what field it is told to be is none
_OR = re.compile(
    r"[ ]?(?:ระดับ[ก-๎]{2,16}[ ]?)?(?P<own>(?:(?:ประจำ)?ปี[ ]?(?:พ\.ศ\.[ ]?)?|ครั้งที่[ ]?)?\d{1,4}[ ]?)?"
    r"หรือ(?:ที่เรียก(?:กัน)?ว่า|ชื่อ)?[ ]?[“\"]?(?:(?:19|20)\d\d[ ]|\d{1,3}(?:st|nd|rd|th)[ ])?"
)
_ONLY_FIELD = re.compile(r"รางวัล(?:ด้าน|ใน(?:ระดับ|สาขา)|ระดับ|นานาชาติ|ทาง)")
_YEAR_TOLD = re.compile(r"[”\"’]?[ ]?(?:ประจำ)?(?:ปี|พ\.ศ\.|พุทธศักราช)[^\n]{0,14}?\d{2}")


def _without_glosses(text: str, labels: list[Label]) -> list[Label]:
    """The names without those in Latin letters that stand in brackets behind a Thai one; one that alone has the year stays."""
    kept = labels[:1]
    dated_names = {
        label.row.id if label.row is not None else text[label.start : label.end]
        for label in labels
        if text[label.start] >= "ก" and _YEAR_TOLD.match(text, label.until)
    }
    same: dict[str, Label] = {}
    for label in labels[1:]:
        last = kept[-1]
        if label.start < last.until:
            continue  # within what the one before goes on with
        called = same.get(text[label.start : label.end].removeprefix(_PRIZE).strip())
        if called is not None and label.row is None:
            kept.append(replace(called, outer=label.outer, until=label.until))
            continue
        thai = not text[last.start : last.end].isascii()
        latin = text[label.start : label.start + 1].isascii() or text[label.start : label.end].removeprefix(_PRIZE).isascii()
        between = _BEFORE_GLOSS.fullmatch(text, last.until, label.outer) if latin and thai else None
        beside = latin and thai and label.rule != "award.stage" and _BESIDE.fullmatch(text, last.until, label.outer) is not None
        if beside and YEAR_NEXT.match(text, label.until):
            name = last.row.id if last.row is not None else text[last.start : last.end]
            if name not in dated_names:
                kept[-1] = replace(label, outer=last.outer)  # รางวัลสุดยอดผู้นำ |Siam Leader Awards| 2024: the one with the year
                continue
            if last.row is None and label.row is None:
                same[text[label.start : label.end]] = last  # … whose year is told elsewhere: the first one written
                kept[-1] = replace(last, until=label.until)
                continue
        either = _OR.fullmatch(text, last.until, label.outer) if latin and thai else None
        if either is not None:
            later = not either["own"] and text[last.start : last.end] not in dated_names and YEAR_NEXT.match(text, label.until)
            if _ONLY_FIELD.match(text, last.start) or (later and last.row is None):
                kept[-1] = replace(label, outer=last.outer)
            elif not either["own"]:  # a year before หรือ is read behind the name
                kept[-1] = replace(last, until=label.until)
            continue
        if thai and not latin and label.row is None and last.row is None and _OR.fullmatch(text, last.until, label.outer):
            dated = _YEAR_TOLD.match(text, label.until) is not None and _YEAR_TOLD.match(text, last.until) is None
            kept[-1] = replace(label, outer=last.outer) if dated else replace(last, until=label.until)
            continue
        if latin and thai and _CALLED.fullmatch(text, last.until, label.outer) and YEAR_NEXT.match(text, label.until):
            kept[-1] = replace(label, outer=last.outer)
            continue
        if between is not None and between["cup"] and last.rule == "award.contest":
            kept[-1] = label  # การแข่งขันวงโยธวาทิต ชิงถ้วยพระราชทาน (|Mekong Music Championships): what it is called
            continue
        if between is not None and (between["year"] or not YEAR_NEXT.match(text, label.until)):
            if not between["year"] and text.startswith(")", label.until):  # a year behind the bracket is the Thai name's
                kept[-1] = replace(last, until=label.until + 1)
            continue
        kept.append(label)
    return kept


# รางวัลเพชร|เมืองน่าน, รางวัลเพชร|ในดวงใจ, but รางวัลเพชร|และรางวัลทอง
_WORD_GOES_ON = re.compile(
    rf"[ก-ฮ]|{WITHIN_NAME.pattern}"
    r"|(?!และ|แก่|แด่|แล้ว|แต่|แบบ|แห่ง(?:ชาติ|ประเทศ|ปี|อาเซียน)|ให้|ใน|ได้|โดย|โล่|เป็น|เมื่อ|เนื่อง|เพื่อ"
    r"|เพราะ|เดียว|เท่า|เข้า|เลย(?![ ])|เหรียญ|เกียรติ|เงิน|ไป|ไว้)[เแโใไ]"
)


def _is_of_a_word(text: str, hit: Hit, level: Level) -> bool:
    """Whether a metal or gem is the beginning of a name (รางวัลเพชร|นาดี), and no rank."""
    return level.scale == "metal" and _WORD_GOES_ON.match(text, hit.end) is not None


def find_vocabulary(text: str, lexicon: Lexicon) -> list[Hit]:
    """Hits of the gazetteers' awards, award parts and levels."""
    names = [_part_within(text, hit, lexicon) for hit in lexicon.finder("awards", "award_parts").find(text)]
    return [*names, *lexicon.finder("levels").find(text)]


def _part_within(text: str, hit: Hit, lexicon: Lexicon) -> Hit:
    """The part that a name goes on to be: รางวัลอุตสาหกรรม|ยอดเยี่ยม is no รางวัลอุตสาหกรรม, but its part อุตสาหกรรมยอดเยี่ยม."""
    start = hit.start + len(_PRIZE)
    if not isinstance(hit.row, Award) or not text.startswith(_PRIZE, hit.start) or not "ก" <= text[hit.end : hit.end + 1] <= "๛":
        return hit
    part = next(iter(lexicon.finder("award_parts").find(text[start : hit.end + _LONGEST_PART])), None)
    if part is None or part.start > 0 or start + part.end <= hit.end or getattr(part.row, "award", None) != hit.row.id:
        return hit
    return part._replace(start=start, end=start + part.end)
