"""Finds the people whom a text names, each once, with honorific, position, and every further mention.

An honorific (นาย, พล.ต.อ., รศ.ดร.) anchors a name; what stands after the name, or just before it, is the position. A later
“นายสมใจ กล่าวว่า” or a quoted “สมใจ ปลูกบัว” belongs to the full name that the text has.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rapidfuzz.distance import Levenshtein

from extractor.document import PersonFound, Span
from extractor.gazetteer_rows import Honorific
from extractor.match.honorific_chains import NAMED_AFTER, THAI_LETTER, chains
from extractor.match.person_bare import Bare, find_bare
from extractor.match.person_entries import People, add_bare_mentions, drop_nicknamed, fold, places_of
from extractor.match.person_likeness import known_names
from extractor.match.person_monks import GLOSS, Monk, find_monks
from extractor.match.person_names import Name, is_run_together, read_name
from extractor.match.person_pairs import without_caller
from extractor.match.person_words import NO_GIVEN_AFTER, NO_SURNAME
from extractor.match.position_words import BODY_HEAD
from extractor.match.positions import Anchors, anchors, position_before, read_position, starts_position
from extractor.tokenise import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extractor.lexicon import Hit, Lexicon

# Titles that are ordinary words as well: a name after them needs more to show it
WEAK = frozenset({
    "ajarn", "dentist-m", "doctor-spoken", "imam", "khun", "khun-khru", "ks", "medtech-f", "medtech-m", "mom",
    "pharmacist-m", "physio", "than",
})  # fmt: skip
# 3. |คุณ|เพ็ญจันทร์ ไมสัณ
NUMBERED_ITEM = re.compile(r"(?:^|[ \n(])[\d๐-๙]{1,2}[.)]{1,2}[ ]?คุณ[ ]?\Z")
MOST_SHARED = 5
SAYS = re.compile(r"[ ]?(?:ฯ[ ]?)?(?:กล่าว|เปิดเผย|เผย|ระบุ|ย้ำ|ชี้แจง|ให้สัมภาษณ์|บอก|เล่า|อธิบาย|เสริม|ยืนยัน|แถลง)")
BETWEEN_NAMES = re.compile(r"[ ]*(?:[,/]|และ|กับ)?[ ]*(?:\d{1,2}[ ]?[.)][ ]?)?")
LATIN_BRACKET = re.compile(r"[ ]*\((?:[A-Z][^()\n]{2,70}|(?:His|Her) Excellency[^()\n]{2,70})\)")
# (เทนนิส) นักกีฬา…, (แถวหน้าที่ 3 จากซ้าย) รัฐมนตรี…
NICKNAME = re.compile(
    r"[ ]*(?:\((?:[\u0e01-\u0e4e ]{2,18}"
    r"|[\u0e01-\u0e4e ]{0,24}(?:ที่|ลำดับ)[ ]?[\u0e01-\u0e4e\d๐-๙]{1,4}[ ]?(?:นับ)?(?:จาก)?[ ]?(?:ทาง)?(?:ซ้าย|ขวา)(?:มือ)?)\)"
    r"|[,]?[ ]?หรือ[ ]?(?:ที่รู้จักกันในนาม[ ]?)?[“\"‘'][^”\"’'\n]{2,18}[”\"’'])?"
    r"(?:[ ]*,?[ ]?อายุ[ ]?[\d๐-๙]{1,3}[ ]?ปี)?[ ]*"
)
# ป้า|มาลี ทองนา
_CALLING = re.compile(r"(?:โยม|คุณ|ครู|อาจารย์|โค้ช|เชฟ|ดีเจ|พี่|น้อง|ลุง|ป้า|ยาย|เจ๊|เฮีย|เสี่ย)\Z")
# ครู|มาลี ทองนา: how one is addressed, and no office
_CALLED = re.compile(
    r"(?:(?<![ก-๎])|(?<=คือ)|(?<=แก่)|(?<=กับ)|(?<=และ)|(?<=โดย)|(?<=ของ)|(?<=ซึ่ง)|(?<=ให้)|(?<=ที่))(?:แม่ครู|พ่อครู|ครู|อาจารย์|ลุง|ป้า|น้า|ยาย|พี่|น้อง|(?:แม่|พ่อ)(?:อุ๊ย|เฒ่า|ใหญ่|หมอ))\Z"
)
# ผู้ฝึกสอนยอดเยี่ยม |เกรียงไกร ทองปาน: what was won, and no office
_WON = ("ยอดเยี่ยม", "ดีเด่น", "แห่งปี", "ชนะเลิศ")
AFTER_NAME = re.compile(r"[ ]*(?:,[ ]*|:[ ]*|–[ ]+|-[ ]+)?(?:ตำแหน่ง[ ]?)?")
# นายสมใจ ปลูกบัว⏎กำนันตำบลนาดี| ได้รับรางวัล…
RECEIVES = re.compile(
    r"[ ]{0,2}(?:ได้(?:รับ|เข้ารับ)|เข้ารับ|ขึ้นรับ|รับ|คว้า|ชนะ)[ ]?(?:มอบ|การ|พระราชทาน)?[ ]?"
    r"(?:รางวัล|โล่|เหรียญ|คัดเลือก|ยกย่อง|ประกาศ|เข็ม|ตำแหน่ง|เครื่องราช|เสา)"
)
LISTED = re.compile(r"(?:คณะ(?:อนุ)?กรรมการ[^\s()]{3,80})[ ]+(?:ได้แก่|ประกอบด้วย|คือ)[ ]*:?[ ]*\Z")
# รมว.คลัง, and the same in full elsewhere
SHORT_POST = re.compile(r"(?:รม[วชต]|ผอ|ผวจ|ปลัด |นายกฯ|รองนายกฯ|เลขาฯ|โฆษก\S{0,4}ฯ|ผู้ว่าฯ)\b|(?:รม[วชต]|ผอ|ผวจ)\.")
FULL_POST = re.compile(
    r"รัฐมนตรี(?:ว่าการ|ช่วยว่าการ)?|รองนายกรัฐมนตรี|ผู้อำนวยการ|ผู้ว่าราชการ|ปลัด(?:กระทรวง|กรุง)|นายกรัฐมนตรี"
    r"|เลขาธิการ|เลขานุการ|โฆษก|ผู้ว่าการ"
)
COMMON = re.compile(r"งาน|ที่|วัน|การ|ความ|ของ|ทุก|แม่|พ่อ|ครู|ลูก|จะ|เป็น")
THAI_ONLY = re.compile(r"[\u0e01-\u0e3a\u0e40-\u0e4e]+")
# Vowels and tone marks that belong to the consonant before them
DEPENDENT = re.compile(r"[\u0e30-\u0e3a\u0e45\u0e47-\u0e4e]")
# Miss Nadee |Thailand: a title, and no name
PAGEANT = re.compile(r"\b(?:Thailand|Universe|World|Earth|International|Supranational|Cosmo|Globe)\b")


@dataclass(slots=True)
class _Named:
    """One place where a person is named with an honorific."""

    start: int
    honorific: Span | None
    name: Name
    weak: bool
    position: Span | None = None
    bracketed: bool = False


def find_people(text: str, lexicon: Lexicon, *, organisations: Sequence[Span] = ()) -> list[PersonFound]:
    """Everyone whom `text` (normalised) names, in the order of their fullest names.

    “โดย ปลัดกระทรวงมหาดไทย นายสมใจ ปลูกบัว” → name สมใจ ปลูกบัว, honorific นาย, position ปลัดกระทรวงมหาดไทย. `organisations`
    are bodies found earlier; they tell where a position's body ends.
    """
    titles: list[tuple[int, int, Honorific]] = []
    posts: list[Hit] = []
    for hit in lexicon.finder("honorifics", "positions").find(text):
        if isinstance(hit.row, Honorific):
            if DEPENDENT.match(text, hit.end):
                continue  # วัฒ|นาย|ิ่งเจริญชัย
            if hit.row.id == "khun" and text[hit.end : hit.end + 1] == " " and THAI_LETTER.match(text, hit.start - 1):
                continue  # นางอำไพ ดวงคุณ นางสาว…
            titles.append((hit.start, hit.end, hit.row))
        else:
            posts.append(hit)
    together = list(chains(text, titles))
    known = anchors(text, posts, [start for start, *_ in together], organisations)
    named = [one for start, end, rows in together if (one := _named(known, start, end, rows))]
    named = _without_districts(text, _without_glosses(text, named))
    known.titles = [one.start for one in named]
    known.name_ends = {one.start: one.name.end for one in named}
    _place_positions(known, named)
    return _people(known, named)


def _without_glosses(text: str, named: list[_Named]) -> list[_Named]:
    """Leaves out the Latin form that stands in brackets after a Thai name: “(H.E. Mr. Emomali Rahmon)”."""
    kept: list[_Named] = []
    for one in named:
        gloss = kept and text[one.name.start].isascii() and text[kept[-1].name.end : one.start].strip() == "("
        if not gloss:
            kept.append(one)
    return kept


def _without_districts(text: str, named: list[_Named]) -> list[_Named]:
    """Leaves out what อ. begins right behind a name, where it says the district and no teacher: นายสมใจ ปลูกบัว |อ.แม่ริม ฟักทอง.

    So are surnames that begin like a title: นายสมใจ |คุณงาม ฟักทอง.
    """
    kept: list[_Named] = []
    for one in named:
        title = one.honorific
        if kept and kept[-1].name.start < one.start < kept[-1].name.end and text.startswith("คุณ", one.start):
            continue
        district = (
            kept
            and title is not None
            and text[title.start : title.end].rstrip() == "อ."
            and 0 < one.start - kept[-1].name.end <= 2
            and kept[-1].name.full
            and one.name.given not in known_names()[0]
        )
        if not district:
            kept.append(one)
    return kept


def _named(known: Anchors, start: int, end: int, rows: list[Honorific]) -> _Named | None:
    """The person named at an honorific, or None where no name follows."""
    name = read_name(known, end)
    if name is not None and "-" in name.given and name.given.rpartition("-")[2] in known_names()[0]:
        # คุณมด-|มาลี ทองนา
        nickname = len(name.given.rpartition("-")[0]) + 1
        name = Name(name.start + nickname, name.end, name.given[nickname:], full=name.full)
    weak = all(row.id in WEAK for row in rows)
    if name is None or (weak and not (name.full and _plausible(known, name, spoken=rows[-1].id != "than"))):
        return None
    if not name.full and not weak and rows[-1].kind != "religious" and is_run_together(name.given):
        name = Name(name.start, name.end, name.given, full=True)
    if rows[-1].id == "nai" and name.given.startswith("ก") and _is_mayor(name.given):
        return None
    barred = NO_GIVEN_AFTER.get(rows[-1].id)
    if barred and (barred.match(name.given) or (rows[-1].id == "miss" and PAGEANT.search(known.text, name.start, name.end))):
        return None
    if known.text[start].isascii() and not known.text[name.start].isascii() and known.text[end - 1] != ".":
        return None  # DR อ้างอิงหุ้น…
    bracketed = known.text[max(0, start - 2) : start].endswith(("(", "( "))
    return _Named(start, Span(start, end, "person.honorific"), name, weak, bracketed=bracketed)


def _is_mayor(given: str) -> bool:
    """Whether what follows นาย is no name but the end of นายก and a name: นายก|สมชาย."""
    names = known_names()[0]
    return given not in names and given[1:] in names


def _plausible(known: Anchors, name: Name, *, spoken: bool) -> bool:
    """Whether a name after คุณ, ท่าน, อาจารย์ is one: a position follows, or its words are known as names or sound so."""
    if starts_position(known, name.end + 1) or known.text[name.start].isascii():
        return True
    if NUMBERED_ITEM.search(known.text, max(0, name.start - 12), name.start):
        return True
    given, surname = known_names()
    first, *_, last = known.text[name.start : name.end].split()
    if first in given or last in surname:
        return True
    return spoken and _among_others(known, name) and _no_common_words(first, last)


def _among_others(known: Anchors, name: Name) -> bool:
    """Whether other people are named close by, as in คุณกีต้า ซับบระวาล คุณฐาปน สิริวัฒนภักดี."""
    at = bisect_left(known.titles, name.start)
    before = at > 1 and name.start - known.titles[at - 2] < 70
    return before or known.next_title(name.end) - name.end < 40


def _no_common_words(given: str, surname: str) -> bool:
    """Whether two words after คุณ are names by their sound: กีต้า ซับบระวาล, and not มีความสุข เสมอ."""
    if NO_SURNAME.match(given) or BODY_HEAD.match(surname) or not THAI_ONLY.fullmatch(given + surname):
        return False
    if COMMON.search(given + " " + surname):
        return False
    return 4 < len(surname) < 20 and len(given) < 10 and len(words(surname)) > 1


def _place_positions(known: Anchors, named: list[_Named]) -> None:
    """Gives each mention the position after it, before it, or shared with the names that follow."""
    text = known.text
    floor = 0
    for one in named:
        position = _after(known, one)
        if position is None and one.name.full:
            found = position_before(known, one.start, floor)
            if found and not text.endswith(_SAYS_WHO, found[0], found[1]):
                position = Span(*found, "position.before")
        one.position = position
        floor = max(one.name.end, position.end if position else 0)
    shared = 0
    for one, following in zip(reversed(named[:-1]), reversed(named[1:]), strict=True):
        shared = shared + 1 if following.position and following.position.rule == "position.shared" else 0
        after = following.position
        if after and after.start > following.start and shared < MOST_SHARED and one.position is None and one.name.full:
            gap = text[one.name.end : following.start]
            if BETWEEN_NAMES.fullmatch(gap) and not any(c.isdigit() for c in gap):
                one.position = Span(after.start, after.end, "position.shared")
    _listed(text, named)


# นักแสดงนำหญิงยอดเยี่ยมคือ| มาลี ทองนา: who it is, and no post
_SAYS_WHO = ("คือ", "ได้แก่")


def _listed(text: str, named: list[_Named]) -> None:
    """“คณะกรรมการตรวจประเมิน ได้แก่ นาง… นาง…”: the committee is the position of each."""
    shared: Span | None = None
    previous_end = -1
    for one in named:
        head = LISTED.search(text, max(0, one.start - 110), one.start)
        if head:
            chunk = head[0].split(" ")[0]
            shared = Span(head.start(), head.start() + len(chunk), "position.listed")
        elif shared and not BETWEEN_NAMES.fullmatch(text, previous_end, one.start):
            shared = None
        if shared and one.position is None and one.name.full:
            one.position = shared
        previous_end = one.name.end


# เชฟหนุ่ม|วัย 34 ปี
AGED = re.compile(r"วัย[ ]?\d{1,2}(?:[ ]?ปี)?(?![\d,])")


def _after(known: Anchors, one: _Named) -> Span | None:
    """The position that follows the name of `one`."""
    text = known.text
    at = one.name.end
    bracket = LATIN_BRACKET.match(text, at)
    if bracket:
        at = bracket.end()
    gap = AFTER_NAME.match(text, at)
    start = gap.end() if gap else at
    if one.bracketed and text[at : at + 1] == ")":
        return None
    if text[start : start + 1] == "\n":
        return _below(known, one, start)
    end = read_position(known, start)
    nickname = NICKNAME.match(text, one.name.end)
    if end is None and nickname and nickname.end() > start:
        start = nickname.end()
        end = read_position(known, start)
    if end is None and text[at : at + 1] == "(":
        start = at + 1
        end = read_position(known, start) if starts_position(known, start) else None
    elif end is None and text[at : at + 2] == " (" and starts_position(known, at + 2):
        start, end = at + 2, read_position(known, at + 2)
    if end is not None and text.endswith("วัย", start, end):
        end -= len("วัย")
    if end is not None and (aged := AGED.match(text, end)) is not None:
        end = aged.end()  # นักเทควันโด|วัย 16 ปี
    return Span(start, end, "position.after") if end is not None and end > start else None


def _below(known: Anchors, one: _Named, at: int) -> Span | None:
    """The position in the line below a name that fills a line, where the line goes on to tell what its holder received."""
    text = known.text
    if not one.name.full or text.rfind("\n", 0, one.start) + 1 != one.start or not starts_position(known, at + 1):
        return None
    end = read_position(known, at + 1)
    return Span(at + 1, end, "position.after") if end is not None and RECEIVES.match(text, end) else None


def _people(anchors_: Anchors, named: list[_Named]) -> list[PersonFound]:
    """One entry a person from all mentions."""
    text = anchors_.text
    people = People()
    by_given: dict[str, str] = {}
    order: list[_Named] = sorted((one for one in named if one.name.full), key=lambda one: one.name.start)
    for one in order:
        key = fold(text[one.name.start : one.name.end])
        known = next((k for k in (key, *people.longer(key)) if k in people), None)
        if known is None:
            people[key] = PersonFound(Span(one.name.start, one.name.end, "person.honorific"), one.honorific, one.position)
            by_given.setdefault(one.name.given, key)
        else:
            _merge(text, people[known], one)
    for one in named:
        if one.name.full:
            continue
        owner = by_given.get(one.name.given) or _misspelt(one.name.given, by_given)
        span = Span(one.name.start, one.name.end, "person.given_name")
        if owner:
            people[owner].mentions.append(span)
        elif _alone(text, one):
            by_given[one.name.given] = one.name.given
            people[one.name.given] = PersonFound(span, one.honorific, one.position)
    for monk in find_monks(text):
        _add_monk(anchors_, people, monk)
    for bare in find_bare(anchors_):
        _add_bare(anchors_, people, bare)
    drop_nicknamed(people)
    places = places_of(text, list(people))
    for key, person in people.items():
        add_bare_mentions(places.get(key, []), len(key), person)
    return sorted(people.values(), key=lambda person: person.name.start)


def _add_monk(known: Anchors, people: People, monk: Monk) -> None:
    """Adds a monk, in the place of one that was read from พระครู as an honorific."""
    text = known.text
    key = fold(text[monk.start : monk.end])
    if NAMED_AFTER.search(text, max(0, monk.start - 24), monk.start):
        return
    if key not in people:
        for other in [one for one, person in people.items() if person.name.start < monk.end and monk.start < person.name.end]:
            del people[other]
    name = Name(monk.start, monk.end, key, full=True)
    gloss = GLOSS.match(text, monk.end)
    at = gloss.end() if gloss else monk.end
    office = read_position(known, at) if starts_position(known, at) else None
    position = (
        Span(at, office, "position.after") if office is not None else _after(known, _Named(monk.start, None, name, weak=False))
    )
    if key in people:
        people[key].position = people[key].position or position
        return
    honorific = Span(*monk.honorific, "person.honorific") if monk.honorific else None
    people[key] = PersonFound(Span(monk.start, monk.end, "person.monk"), honorific, position)


def _add_bare(known: Anchors, people: People, bare: Bare) -> None:
    """Adds a name without an honorific, unless it is known already or stands inside the name of a thing."""
    text = known.text
    bare = bare._replace(start=without_caller(text, bare.start, bare.end))
    key = fold(text[bare.start : bare.end])
    if key in people and people[key].honorific is None and bare.rule == "person.in_office":
        one = _Named(bare.start, None, Name(bare.start, bare.end, key.split(" ")[0], full=True), weak=False)
        one.position = _after(known, one)
        _merge(text, people[key], one)
        return
    if key in people or next(people.longer(key), None) or NAMED_AFTER.search(text, max(0, bare.start - 24), bare.start):
        return
    if any(person.name.start < bare.end and bare.start < person.name.end for person in people.values()):
        return
    name = Name(bare.start, bare.end, key.split(" ")[0], full=True)
    one = _Named(bare.start, None, name, weak=False)
    position = _after(known, one)
    called = _CALLED.search(text, max(0, bare.start - 10), bare.start)
    if position is None:
        calling = called or _CALLING.search(text, max(0, bare.start - 8), bare.start)
        found = position_before(known, bare.start, max(0, bare.start - 120)) if called is None else None
        if found is None and calling:
            found = position_before(known, calling.start(), max(0, calling.start() - 120))
        position = Span(*found, "position.before") if found and not text.endswith((*_WON, *_SAYS_WHO), *found) else None
    honorific = None if called is None else Span(called.start(), bare.start, "person.honorific")
    people[key] = PersonFound(Span(bare.start, bare.end, bare.rule), honorific, position)


def _merge(text: str, person: PersonFound, one: _Named) -> None:
    """Adds a mention to `person`, whose position becomes the fuller one."""
    person.mentions.append(Span(one.name.start, one.name.end, "person.honorific"))
    if one.position and (
        person.position is None
        or (SHORT_POST.match(text, person.position.start) and FULL_POST.match(text, one.position.start))
        or (
            one.position.end - one.position.start > person.position.end - person.position.start
            and text[person.position.start : person.position.start + 6] == text[one.position.start : one.position.start + 6]
        )
    ):
        person.position = one.position


def _misspelt(given: str, by_given: dict[str, str]) -> str | None:
    """The known person whose given name `given` differs from by one letter."""
    if len(given) < 5:
        return None
    return next((key for name, key in by_given.items() if Levenshtein.distance(name, given, score_cutoff=1) <= 1), None)


def _alone(text: str, one: _Named) -> bool:
    """Whether a given name without a surname anywhere stands for a person of its own."""
    return len(one.name.given) > 2 and SAYS.match(text, one.name.end) is not None
