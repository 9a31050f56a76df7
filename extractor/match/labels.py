"""What qualifies an award: its year, edition, branch (สาขา), category (ประเภท, ด้าน, หมวด) and level (ระดับ)."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING, Literal

from extractor.document import overlaps
from extractor.lexicon import AwardPart, Level
from extractor.match.anchors import find_words
from extractor.match.label import Label

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from collections.abc import Set as AbstractSet

    from extractor.document import Span
    from extractor.lexicon import Hit, Lexicon

# ประจำปี 2565 · ประจำปีงบประมาณ พ.ศ. 2567 · ปี 65 · พุทธศักราช 2564
_YEAR_WORDS = ("ปี", "พ.ศ", "พศ", "ค.ศ", "พุทธศักราช", "คริสต์ศักราช", "พ. ศ")
_YEAR = re.compile(
    r"""
    (?: ปีงบประมาณ | ปีการศึกษา | ปี | พ\.?\ ?ศ\.? | ค\.?\ ?ศ\.? | พุทธศักราช | คริสต์ศักราช )
    (?:\ ?งบประมาณ)? \ ? (?:พ\.?\ ?ศ\.?|ค\.?\ ?ศ\.?|พุทธศักราช)? \ ?
    (?P<year> (?:19|20|24|25)\d\d (?!\d|[,.]\d) | [2-9]\d (?=\W|[ก-๙]|$) (?![,.:/]?\d|\ ?(?:ปี|คน|ราย|ล้าน|บาท|%)) )
    """,
    re.VERBOSE,
)
# Awards 2024 · “รางวัล” 2565
_BARE_YEAR = re.compile(r"2(?:0\d\d|5[4-9]\d)(?!\d)")
_BEFORE_BARE_YEAR = re.compile(r"[A-Za-z)”\"’'][ ]{0,2}$")
# ครั้งที่ 29 · ครั้งที่ 5/2565 is a meeting's number · the 14th …
_EDITION = re.compile(r"ครั้งที่?\ *(?P<edition>\d{1,3})(?!\d|/\d)")
_ORDINAL = re.compile(r"(?<!\d)\d{1,3}(?=(?:st|nd|rd|th)\b)")
_OPENING = r"[ ]*[:：]?[ ]*[“\"‘']?[ ]*"
_BRANCH = re.compile(
    r"สาขา(?:รางวัล|การประกวด)?(?!วิชา|\s*รวม|\s*จำนวน|\s*ได้|\s*โดย|ที่|ต่าง|ของ|ใด|ละ|ดังกล่าว|นี้|ทั่ว|อื่น|ทั้ง|อาชีพ(?=\s))" + _OPENING
)
_CATEGORY = re.compile(
    r"(?:ประเภท(?:รางวัล|ผลงาน|ที่\ ?\d+)?(?!ที่|ต่าง|ของ|ใด|ละ|ดังกล่าว|นี้|อื่น|ทั้ง|เดียวกัน|สินค้า|จะ|ได้|มี|โดย|[ ]*(?:คือ|ได้แก่|จำนวน|ละ))"
    r"|หมวดรางวัล|หมวด(?=[ ]?[ก-ฮเ-ไ“\"])|กลุ่มรางวัล|Category\ *:?)" + _OPENING
)
_SUBJECT = re.compile(
    r"(?:(?<=รางวัล)|(?<=ดีเด่น)|(?<=ดีเด่น )|(?<=ประเภท)|(?<=ยอดเยี่ยม)|(?<=[ก-๙] \()|(?<=\())(?=ด้าน[ก-ฮเ-ไ])"
    r"|(?<=\n)(?=[ ]*กลุ่มที่[ ]?\d{1,2}[ ]*\n)"
    r"|(?<=\n)(?=ด้าน(?!นาย|นาง|ดร|พล|รอง|ผู้|ปลัด|อธิบดี)[ก-ฮเ-ไ][^\n]{3,60}\n)"
)
_FREE: tuple[tuple[re.Pattern[str], tuple[str, ...], Literal["branch", "category"]], ...] = (
    (_BRANCH, ("สาขา",), "branch"),
    (_CATEGORY, ("ประเภท", "หมวด", "กลุ่มรางวัล", "Category"), "category"),
    (_SUBJECT, ("ด้าน", "กลุ่มที่"), "category"),
)
_PART_STOP = re.compile(
    r"""[\n“”"’;,•✅|] | [ ]{2,} | [ ][-–:] | [ ]จาก | [ ]ระดับ | ระดับ(?=ดี|เหรียญ|ทอง|เงิน|ชม|ก้าว|พื้น|เป็นเลิศ|ชนะ|ยอด|[ ])
    | [ ]?(?: ประจำปี | ประเภท | สาขา | จำนวน | จาก(?=[ผงโเ\ “"ก]) | ด้วยผลงาน | โดย | ผลงาน | ชื่อ(?:ผลงาน|โครงการ)
      | ได้แก่ | คือ(?=[ ]) | ประกอบด้วย | ปี[ ]?(?:พ\.ศ\.[ ]?)?\d | พ\.ศ\. | ซึ่ง | เพื่อ(?:เป็น|เชิดชู) | ให้แก่ | แก่(?=[ ก-ฮ])
        | และ(?=[ ]?(?:รางวัล|สาขา|ประเภท|ระดับ|ได้|\d|ด้าน)) | รางวัล | ณ[ ] | ในงาน
      | ในเวที | เมื่อ | ถือเป็น | พร้อม | ครั้งที่ | ได้รับ | เป็น(?:รางวัล|ปี|ครั้ง) | ของ(?=กระทรวง|กรม|สำนัก|บริษัท) | ว่า[ ] | [ ]?ไม่มี | ชนะเลิศ
        | รองชนะ | เข้ารับ | นำโดย | ที่ได้ | ที่มอบ
      | เหรียญ(?=ทอง|เงิน) | เงินรางวัล | \d+[ ]*(?:รางวัล|ราย|ผลงาน|คน) )
    | [ ](?=(?:กรม|กระทรวง|สำนักงาน|นาย|นาง|บริษัท|ธนาคาร|มหาวิทยาลัย|โรงเรียน|โรงพยาบาล|อำเภอ|จังหวัด|เทศบาล|ดร\.|ใน|กับ|ต่อ|ยัง|ทั้ง
      |โครงการ|วันที่|จะ|มี|ศ\.|รศ|ผศ|พล|ด\.|เด็ก|โดย|\d+[).]))
    | [()](?![^()]*\)) | \( """,
    re.VERBOSE,
)
_LATIN_WORDS = re.compile(r"[A-Za-z0-9][A-Za-z0-9 &,/’'.:\-–]*[A-Za-z0-9]")
_LEVEL_ALONE = re.compile(
    r"""(?P<runner> รองชนะเลิศ (?:\ *(?:อันด[ับน]*|ลำดับ)(?:ที่)?\ *(?:\d{1,2}|หนึ่ง|สอง|สาม|สี่|ห้า))? | รองอันดับ\ ?\d | รองแชมป์ )
      | (?P<first> (?<!รอง)(?<!ชิง)ชนะเลิศ (?:อันดับ(?:ที่)?\ ?(?:\d|หนึ่ง))? (?!การ|จาก|ประกวด|แข่ง|[ ]?ระดับ(?:ประเทศ|ภาค|จังหวัด|โลก))
        | (?<!รอง)(?<!ชิง)ชนะเลิศ )
      | (?P<medal> เหรียญ(?:ทองแดง|ทอง(?:เกียรติยศ|พิเศษ)?|เงิน) )
      | (?P<praise> (?<=\()ชมเชย(?=\)) | (?<=รางวัล)\ ?(?:ชมเชย|ยอดเยี่ยม|ดีเยี่ยม|ดีเด่น|ดีมาก|ดี|ป[๊็]?อ[ปบ]ปูล[่]?า[ร์]*\ ?โหวต
        |ขวัญใจ[ก-๙]+|เกียรติคุณ(?![ ]?[A-Z“"])|เข้าร่วม|เป็นเลิศ)(?=[\s“"”,.)จ\dใ]|$) | (?<![ก-๙])ชมเชย(?=\ ) )
      | (?P<place> รางวัลที่\ ?\d{1,2}(?:\ ?[-–]\ ?\d{1,2})? | (?<=[ ])อันดับ(?:ที่)?\ ?\d(?=\ ) )
      | (?P<english> \b(?:Gold|Silver|Bronze|Platinum|Grand)\ +(?:Medal|Award|Prize|Winner) | \b(?:\d(?:st|nd|rd|th)|First
        |Second|Third|The\ Winner)\ +(?:Runner[- ][Uu]p|Prize|Place) | \b(?:Runner[- ]Up|RUNNER[- ]UP)(?:\ Prize)?
            | \b(?i:Special\ (?:Mention|Prize|Award)|Honou?rable\ Mention|Grand\ Prize|Jury\ Prize|Popular\ Vote)\b
              | \bWinner\b )""",
    re.VERBOSE,
)
_LEVEL_AFTER = re.compile(
    r"(?:(?:ใน|ได้)?ระดับ(?:รางวัล)?(?:คะแนน)?|ประเภท(?:รางวัล)?|รางวัล(?:ประเภท|ระดับ)?|เกรด"
    r"|โล่)[ \n]*(?:ที่[ ]?)?[“\"‘'(]?[ ]*(?P<number>\d[ ])?$"
)
_SPECIAL = re.compile(r"พิเศษ[ ]?[“\"‘']?$")
_NAMES_NEXT = re.compile(r"[ ]*(?:ได้แก่|คือ|เป็นของ|:)")
_BEGINS = re.compile(r"(?:^|[\n,(/]|\d[.)]|[-•✅]|ได้แก่|และ)[ ]*[“\"‘']?$")
_GLOSS = re.compile(r"[ ]?\([A-Za-z][A-Za-z ]*\)")


def find_labels(
    text: str, lexicon: Lexicon, hits: Sequence[Hit], awards: Sequence[Label], *, after_body: AbstractSet[int] = frozenset()
) -> list[Label]:
    """Every year, edition, branch, category and level in a clean text, in order.

    Args:
        text: the clean text.
        lexicon: the gazetteers, for the levels' codes.
        hits: hits of the awards, their parts and levels in `text`.
        awards: the award names in `text`; nothing is found inside one of them.
        after_body: where names of bodies end; สาขา right behind one names an outpost, not a branch.

    >>> from extractor.lexicon import load
    >>> from extractor.match.awards import find_vocabulary
    >>> text = "สาขาบริการภาครัฐ ระดับดีเด่น"
    >>> [(x.kind, text[x.start:x.end]) for x in find_labels(text, load(), find_vocabulary(text, load()), [])]
    [('branch', 'บริการภาครัฐ'), ('level', 'ดีเด่น')]
    """
    years = _years(text, {award.until for award in awards})
    behind = {label.until for label in (*awards, *years)}
    found = [
        *_levels(text, lexicon, hits),
        *_parts(text, hits),
        *years,
        *_free_parts(text, hits),
        *_subjects_behind(text, behind),
    ]
    found.sort(key=lambda label: (label.outer, -label.until))
    kept: list[Label] = []
    blocked = [(a.start, a.end) for a in awards if a.row is not None or a.rule == "award.quoted"]
    latin = [(a.start, a.end) for a in awards if a.row is None and a.rule == "award.latin"]
    for label in found:
        if (
            label.kind == "branch"
            and label.row is None
            and not _NAMES_NEXT.match(text, label.until)
            and after_body & {label.outer, label.outer - 1, label.outer - 2 if text[label.outer - 1] == "(" else -1}
        ):
            continue
        if kept and label.start < kept[-1].end and label.kind not in {"year", "edition"}:
            if kept[-1].kind != "level" or label.kind == "level":
                continue
            kept.pop()
        said = label.kind in {"branch", "category"} and label.outer < label.start  # ประเภท Best CEO Awards
        dated = label.kind in {"year", "edition"}
        if not dated and (
            overlaps(blocked, label.start, label.start + 1) or (not said and overlaps(latin, label.start, label.start + 1))
        ):
            continue
        kept.append(label)
    return kept


def _years(text: str, behind: AbstractSet[int]) -> list[Label]:
    labels: list[Label] = []
    done = 0
    for place in find_words(text, _YEAR_WORDS):
        match = _YEAR.match(text, place) if place >= done else None
        if match is None:
            continue
        done = match.end()
        outer = place - 5 if text[max(0, place - 5) : place] == "ประจำ" else place
        rule = "year.fiscal" if "งบประมาณ" in match.group() else "year.annual" if outer < place else "year.named"
        labels.append(Label("year", *match.span("year"), rule, outer, done, value=_christian(match["year"])))
    taken = {label.start for label in labels}
    for match in _BARE_YEAR.finditer(text):
        start, end = match.span()
        if start not in taken and (start - 1 in behind or _BEFORE_BARE_YEAR.search(text[max(0, start - 3) : start])):
            labels.append(Label("year", start, end, "year.bare", start, end, value=_christian(match.group())))
    for place in find_words(text, ("ครั้งที",)):
        match = _EDITION.match(text, place)
        if match is not None:
            number = int(match["edition"])
            labels.append(Label("edition", *match.span("edition"), "edition.number", *match.span(), value=number))
    labels.extend(
        Label("edition", *match.span(), "edition.ordinal", match.start(), match.end() + 2, value=int(match.group()))
        for match in _ORDINAL.finditer(text)
    )
    return labels


def _christian(digits: str) -> int:
    """A year of either era, of two or four digits, as CE: the number alone tells the era."""
    number = int(digits)
    return number - 543 if number >= 2400 else number if number > 100 else number + 2500 - 543


def _parts(text: str, hits: Sequence[Hit]) -> list[Label]:
    """Branches and categories of the gazetteer, where a word before them or their own weight shows that they are meant."""
    labels = []
    for start, end, hit_row in hits:
        if not isinstance(hit_row, AwardPart):
            continue
        row: AwardPart | None = hit_row
        kind = hit_row.kind
        before = text[max(0, start - 24) : start]
        lead = re.search(r"(?:สาขา|ประเภท|รางวัล|ด้าน|รายหมวด)(?:รางวัล|ประเภท|พิเศษ)*[ ]*[“\"‘']?[ ]*$", before)
        if lead is None and not (
            _BEGINS.search(before) or hit_row.name.startswith(("หมวด", "รายหมวด")) or "เลิศรัฐ" in hit_row.name
        ):
            continue
        outer = start - (len(before) - lead.start()) if lead else start
        special = _SPECIAL.search(before)
        if special is not None and hit_row.name.startswith("พิเศษ"):
            start -= len(special.group())
        if end < len(text) and "ก" <= text[end] <= "๛" and not _PART_STOP.match(text, end) and not _GOES_ON.match(text, end):
            end = max(end, _part_end(text, start))  # the part's name goes on where the gazetteer's ends
            row = None
        stop, until = end, end
        gloss = _GLOSS.match(text, end)
        if gloss:
            until = gloss.end()
            stop = until if kind == "category" else end
        if kind == "branch" and (bracket := text.find("(", start, end)) > 0:
            stop = start + len(text[start:bracket].rstrip())
        own = (lead is not None and "รางวัล" in lead.group()) or (row is not None and "เลิศรัฐ" in row.name)
        labels.append(
            Label(
                kind,
                start,
                stop,
                f"{kind}.gazetteer" if row else f"{kind}.named",
                outer,
                until,
                row=row,
                own=own and row is not None,
            )
        )
    return labels


def _free_parts(text: str, hits: Sequence[Hit]) -> list[Label]:
    """Branches and categories that only the word before them shows."""
    known = {hit.start: hit for hit in hits if isinstance(hit.row, (AwardPart, Level))}
    labels = []
    for pattern, heads, kind in _FREE:
        for place in find_words(text, heads):
            match = pattern.match(text, place)
            if match is None:
                continue
            start = match.end()
            while text[start : start + 1] == " ":
                start += 1
            if pattern is _SUBJECT and not _about_award(text, start):
                continue
            hit = known.get(start)
            if hit is not None and (isinstance(hit.row, AwardPart) or hit.end >= _part_end(text, start)):
                continue
            if text.startswith("รางวัล", start):
                start += 6
            end = _part_end(text, start)
            if not 2 <= end - start <= 90 or text[start].isdigit():
                continue
            until = end + 1 if end < len(text) and text[end] in "”\"’'" else end
            labels.append(Label(kind, start, end, f"{kind}.named", match.start(), until))
    return labels


def _subjects_behind(text: str, behind: AbstractSet[int]) -> Iterator[Label]:
    """ด้าน… right behind an award's name or year."""
    for place in find_words(text, ("ด้าน",)):
        if place in behind or (text[place - 1] == " " and place - 1 in behind):
            end = _part_end(text, place)
            if 7 <= end - place <= 90:
                yield Label("category", place, end, "category.subject", place, end)


def _about_award(text: str, start: int) -> bool:
    if text[start - 1] in "(\n":
        return True
    return bool(re.search(r"(?:รางวัล|ดีเด่น|ยอดเยี่ยม|ประเภท|Awards?)[^\n]{0,40}$", text[max(0, start - 50) : start]))


def _part_end(text: str, start: int) -> int:
    latin = _LATIN_WORDS.match(text, start)
    if latin and latin.end() - start > 3:
        return start + len(latin.group().rstrip(" .,:-–"))
    stop = _PART_STOP.search(text, start + 1, start + 100)
    end = stop.start() if stop else min(len(text), start + 60)
    return start + len(text[start:end].rstrip(" .,:-–"))


def _levels(text: str, lexicon: Lexicon, hits: Sequence[Hit]) -> list[Label]:
    rows = lexicon.forms("levels")
    labels = []
    for match in _alone(text):
        start, end = match.span()
        start += len(match.group()) - len(match.group().lstrip())
        surface = text[start:end]
        outer = start - 6 if text[start - 6 : start] == "รางวัล" else start
        row = rows.get(surface.lower()) or rows.get(re.sub(r"(?<=อันดับ)ที่|[ ]", "", surface).lower())
        labels.append(Label("level", start, end, f"level.{match.lastgroup}", outer, end, value=row.id if row else None, row=row))
    for start, end, row in hits:
        if not isinstance(row, Level):
            continue
        before = text[max(0, start - 24) : start]
        lead = _LEVEL_AFTER.search(before)
        if lead is None or (end < len(text) and _glued_on(text, end)):
            continue
        if lead.group().startswith("รางวัล") and (
            end - start < 4 or row.scale not in {"contest", "medal", "metal", "grand", "place", "popular"}
        ):
            continue
        outer = start - len(lead.group())
        start -= len(lead["number"] or "")
        gloss = _GLOSS.match(text, end)
        stop = gloss.end() if gloss else end
        until = stop + 1 if stop < len(text) and text[stop] in "”\"’')" else stop
        labels.append(Label("level", start, stop, "level.named", outer, until, value=row.id, row=row))
    return labels


_LEVEL_WORDS = ("ชนะเลิศ", "รองอันดับ", "รองแชมป์", "เหรียญ", "รางวัล", "อันดับ", "ชมเชย")
_LATIN_RUN = re.compile(r"[A-Z0-9][A-Za-z0-9 \-]{4,}")


def _alone(text: str) -> Iterator[re.Match[str]]:
    """Levels that need no word before them, in order, none overlapping."""
    done = -1
    places = set()
    for place in find_words(text, _LEVEL_WORDS):
        places.add(place)
        if text.startswith("ชนะเลิศ", place) and text.startswith("รอง", place - 3):
            places.add(place - 3)
        if text.startswith("รางวัล", place):
            places.update((place + 6, place + 7))
    for run in _LATIN_RUN.finditer(text):
        places.update(place.start() for place in _WORD_START.finditer(text, *run.span()))
    for place in sorted(places):
        match = _LEVEL_ALONE.match(text, place) if place >= done else None
        if match is not None:
            done = match.end()
            yield match


_WORD_START = re.compile(r"(?<![A-Za-z0-9])[A-Z0-9a-z]")
_GOES_ON = re.compile(
    r"(?:จาก|ใน|ของ|ด้าน|ประเภท|สาขา|จำนวน|ประจำ|และ|โดย|ได้|ให้|แก่|เป็น|ซึ่ง|พร้อม|ปี|ผลงาน|รวม|มา|ที่|ทั้ง|ถึง|ติด|ต่อ|อีก|ครั้ง|ณ|ไป|ขึ้น|หรือ|ด้วย|เมื่อ|รางวัล|คือ|กรม|นาย|นาง|มี)"
)


def _glued_on(text: str, end: int) -> bool:
    """Whether the word goes on where a level seems to end (ดี in ดีไซน์, ทอง in ทองคำ)."""
    return bool("ก" <= text[end] <= "๛") and not _GOES_ON.match(text, end)


_ALIAS = re.compile(r"[ ]*(?:\(|หรือ[ ]|/)[ ]*(?:รางวัล[ ]?)?(?:The[ ])?|[ ]*ประจำปี[ ]?(?:พ\.ศ\.[ ]?)?\d{4}[ ]*\([ ]*(?:The[ ])?")


_CLOSES = re.compile(r"[ ]?(?P<year>(?:19|20|25)\d\d)?[ ]?\)?")
_YEAR_BEHIND = re.compile(r"[ ]?(?:ประจำ)?(?:ปี)?[^\n]{0,8}\d{2,4}")


def join_labels(text: str, awards: Sequence[Label], labels: Sequence[Label], bodies: Sequence[Span]) -> list[Label]:
    """Awards and other labels as one stream in text order: a second name in brackets goes, a part ends before a body.

    รางวัลอุตสาหกรรมท่องเที่ยวไทย (Thailand Tourism Awards) is one name; ประเภทเทศบาล เทศบาลนครน้ำใส ends before its winner.
    """
    kept: list[Label] = []
    parts = {label.until: label for label in labels if label.kind in {"branch", "category"}}
    ranks = sorted((label.start, label.until) for label in labels if label.kind == "level")
    for award in awards:
        at = bisect_right(ranks, (award.start, len(text))) - 1
        if at >= 0 and award.end <= ranks[at][1]:
            continue  # เหรียญทอง (Gold Medal)
        if award.rule.startswith("award.latin") and any(part.start == award.start for part in parts.values()):
            continue  # ประเภท Best CEO Awards
        if award.rule.startswith("award.latin") and text[award.outer - 1] == "(":
            part = parts.get(len(text[: award.outer - 1].rstrip()))
            if part is not None and text[award.until : award.until + 1] == ")":
                part.until = award.until + 1
                continue  # สาขานวัตกรรมการบริการ (Service Innovation Award)
        last = kept[-1] if kept else None
        if last is not None and award.rule != "award.contest" and _ALIAS.fullmatch(text[last.until : award.outer]):
            closing = _CLOSES.match(text, award.until)
            until = closing.end() if closing else award.until
            carries_year = closing and closing["year"] and not _YEAR_BEHIND.match(text, last.until)
            described = last.rule == "award.contest" and award.row is not None  # การประกวดเพลง (เพชรในเพลง)
            if carries_year or described:
                award.outer = last.outer
                kept[-1] = award
            else:
                last.until = until
            continue
        kept.append(award)
    starts = sorted(body.start for body in bodies)
    spans = sorted((body.start, body.end) for body in bodies)
    labels = [label for label in labels if label.kind != "branch" or not overlaps(spans, label.outer, label.outer + 1)]
    for label in labels:
        if label.kind in {"branch", "category"} and label.row is None:
            at = bisect_right(starts, label.start + 2)
            if at < len(starts) and starts[at] < label.end and text[starts[at] - 1] == " ":
                label.end = label.until = starts[at] - 1
    return sorted([*kept, *labels], key=lambda label: label.outer)
