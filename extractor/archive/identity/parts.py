"""How branch, category and work of two tellings agree."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from rapidfuzz.distance import OSA, LCSseq, Levenshtein
from rapidfuzz.fuzz import partial_ratio

from extractor.archive.identity.classes import class_of, classes_agree
from extractor.archive.identity.folding import fold, solid
from extractor.archive.identity.gazetteer import award_parts, branch_of
from extractor.archive.identity.glossary import all_known, in_common, synonymous, things_said
from extractor.archive.identity.initials import with_letters
from extractor.archive.identity.levels import ANOTHER, GLOSS, Fit
from extractor.archive.identity.likeness import digits, is_slip, skeleton
from extractor.archive.identity.sounds import across, loaned_alike, scripts, sound_alike
from extractor.archive.identity.translating import rendering
from extractor.tokenise import words

_PART_PREFIX = re.compile(r"^(?:ประเภท|สาขา|ด้าน|หมวด(?!\s?\d)|ราง?วัล|กลุ่มสาระ(?:การเรียนรู้)?|กลุ่ม)+")
_WORK_PREFIX = re.compile(r"^(?:ผลงานชื่อ|ชื่อผลงาน|ผลงาน|โครงการ|เรื่อง|ชุด)+")
_TITLED = re.compile(r"^(?:ผลงาน|โครงการ|เรื่อง|แอปพลิเคชัน|แอป|ภาพยนตร์|ระบบ|นวัตกรรม|หนังสือ|เพลง|ชุด)\s?(?=[a-z][^ก-๎]*$)")
_SCHOOLS = re.compile(r"ร\.ร\.|รร\.")
_HOSPITALS = re.compile(r"ร\.พ\.|รพ\.(?!สต)")
_BARE_NUMBER = re.compile(r"(?:หมวด|ข้อ|กลุ่ม|ประเภท)?(?:ที่)?\d{1,2}")
_NUMBERED_PART = re.compile(r"^(?:หมวด|ข้อ)(?:ที่)?\d{1,2}(?=[ก-๎]{4})(?:ด้าน)?")
_SIZE = re.compile("ขนาด(?=เล็ก|กลาง|ใหญ่)")
# words that outlets cut short in a category
_SPOKEN = tuple(
    (re.compile(short), full)
    for short, full in (
        (r"ผกก\.?", "ผู้กำกับ"),
        (r"(?<![ก-๎])วิทย์(?![ก-๎])", "วิทยาศาสตร์"),
        (r"(?<![ก-๎])คณิต(?:ฯ|(?![ก-๎]))", "คณิตศาสตร์"),
        (r"(?<![ก-๎])คอม(?:ฯ|(?![ก-๎]))", "คอมพิวเตอร์"),
        (r"(?<![ก-๎])สังคมฯ", "สังคมศึกษา"),
        (r"เอสเอ็มอี", "sme"),
        (r"(?<=นักแสดง)นำ", ""),
        (r"รพ\.?\s?สต\.?", "โรงพยาบาลส่งเสริมสุขภาพตำบล"),
        (r"รพศ\.", "โรงพยาบาลศูนย์"),
        (r"รพท\.", "โรงพยาบาลทั่วไป"),
        (r"รพช\.", "โรงพยาบาลชุมชน"),
        (r"(?<![ก-๎])รพ\.", "โรงพยาบาล"),
        (r"(?<![ก-๎])รร\.|ร\.ร\.", "โรงเรียน"),
        (r"(?<![ก-๎])ทต\.", "เทศบาลตำบล"),
        (r"(?<![ก-๎])ทม\.", "เทศบาลเมือง"),
        (r"(?<![ก-๎])ทน\.", "เทศบาลนคร"),
        (r"ซีอีโอ", "ceo"),
        (r"สวล\.", "สิ่งแวดล้อม"),
        (r"ผอ\.", "ผู้อำนวยการ"),
        (r"อสม\.", "อาสาสมัครสาธารณสุขประจำหมู่บ้าน"),
        (r"อปท\.", "องค์กรปกครองส่วนท้องถิ่น"),
        (r"อบต\.", "องค์การบริหารส่วนตำบล"),
        (r"อบจ\.", "องค์การบริหารส่วนจังหวัด"),
    )
)
_POLICE = re.compile("โรงพัก")  # what people call a สถานีตำรวจ
# what tells a category more exactly: วงดนตรีพื้นบ้าน| ขนาดกลาง ระดับ ม.1-ม.6
_ROLE = re.compile("ผู้(?!ให้บริการ|ประกอบการ|ผลิต)|นัก|บท|ประกอบ|กำกับ|ลำดับ|ถ่าย|ออกแบบ|สมทบ|แสดง|นำ")  # ผู้กำกับภาพยนตร์ is none of ภาพยนตร์
_ROLE_IN_ENGLISH = re.compile(
    "(?:er|or|ist|ian|ress|man|play|hero|volunteer|model|officer|design|score|music|song|support|perform)"
)
_FURTHER = re.compile(r"ขนาด|เล็ก|กลาง|ใหญ่|ระดับ|รุ่น|ชั้น|ช่วงชั้น|ประเภท")
_AGE_WORDS = frozenset("อายุ ไม่ เกิน ไม่เกิน รุ่น ประเภท ปี ต่ำกว่า ชุด ทีม".split())
_SMALL_WORDS = frozenset("ของ และ การ ด้าน แห่ง ใน ความ ที่ มี เพื่อ ประเภท สาขา รางวัล กลุ่ม ระดับ ถึง".split()) | {" ", "-"}
_SMALL_IN_TITLES = _SMALL_WORDS | frozenset("จาก ด้วย แบบ ระบบ เครื่อง โดย สู่ กับ ชุด".split())
_NOUN = re.compile("^(?:การ|ความ)(?!ณ์)")
_ITEM = 3  # letters of the first of several things that a category is of
_NOUN_TOLD = 8  # letters of a category that may end another's name
_IN_WORD = 3  # letters of a word that is told within another: คัดแยก, แยก
_SECONDARY = re.compile(r"(?:ม\.|มัธยม)\s?(?:ตอน)?(?P<stage>ต้น|ปลาย)")
_LATIN_WORD = re.compile(r"[a-z]+")
_TOLD = 5  # letters that two categories or titles have in common at the least
_SMALL_LATIN = frozenset("best the of a an in for and to award awards category".split())


@lru_cache(maxsize=65536)
def same_part(left_branch: str | None, left: str | None, right_branch: str | None, right: str | None) -> Fit:
    """Branch and category of two tellings; outlets write the branch as category, or leave either out."""
    if left and right:
        fit = _one_part(left, right)
        if fit is not Fit.CONTRADICTS:
            return fit
        # one tells only the upper tier, and calls it category
        if (not right_branch and left_branch and _one_part(left_branch, right) is Fit.AGREES) or (
            not left_branch and right_branch and _one_part(right_branch, left) is Fit.AGREES
        ):
            return Fit.COMPATIBLE
        if _is_branch_of(left, right):
            return Fit.COMPATIBLE
        return Fit.CONTRADICTS
    if left_branch and right_branch and _one_part(left_branch, right_branch) is Fit.CONTRADICTS:
        return Fit.COMPATIBLE if _is_branch_of(left_branch, right_branch) else Fit.CONTRADICTS
    # branch against category: the one's category written as the other's branch
    for branch, part in ((left_branch, right), (right_branch, left)):
        if branch and part and not (left and right) and _one_part(branch, part) is Fit.AGREES:
            return Fit.AGREES
    if left_branch and right_branch and not left and not right:
        return Fit.AGREES
    for branch, part in ((left_branch, right), (right_branch, left)):
        if branch and part and not (left and right) and not (left_branch and right_branch) and _of_one_tier(branch, part):
            return Fit.CONTRADICTS
    return Fit.COMPATIBLE


@lru_cache(maxsize=65536)
def _of_one_tier(branch: str, part: str) -> bool:
    """Whether a branch and a category stand beside each other rather than above: สาขาอาชีพทำไร่, ด้านอาชีพทำสวน."""
    if _one_part(branch, part) is not Fit.CONTRADICTS or _is_branch_of(branch, part):
        return False
    known = award_parts()
    ids, above = [known.get(_part(name), frozenset()) for name in (branch, part)], branch_of()
    if all(ids):
        return {above.get(each) for each in ids[0]} == {above.get(each) for each in ids[1]}
    one, other = ([word for word in words(_PART_PREFIX.sub("", solid(name))) if word.strip()] for name in (branch, part))
    return len(one) > 1 and len(other) > 1 and one[0] == other[0] and not (set(one) <= set(other) or set(other) <= set(one))


@lru_cache(maxsize=65536)
def _one_part(left: str, right: str) -> Fit:
    one, other = _part(left), _part(right)
    if one == other or not one or not other:
        return Fit.AGREES
    by_class = _by_class(fold(left), fold(right))
    if by_class is not None:
        return by_class
    if _but_for_sex(fold(left), fold(right)):
        return Fit.COMPATIBLE
    known = award_parts()
    ids = known.get(one, frozenset()), known.get(other, frozenset())
    if ids[0] and ids[1]:
        return Fit.AGREES if ids[0] & ids[1] else Fit.CONTRADICTS
    here, there = digits(fold(left)), digits(fold(right))
    if here and there and here != there:
        return Fit.CONTRADICTS
    if bool(here) != bool(there) and (_BARE_NUMBER.fullmatch(one) or _BARE_NUMBER.fullmatch(other)):
        return Fit.COMPATIBLE  # หมวด 4, and its name
    bare = [_part(GLOSS.sub("", fold(words))) for words in (left, right)]
    if bool(here) != bool(there) and any(map(_NUMBERED_PART.match, bare)):  # หมวด 4 การจัดการความรู้, การจัดการความรู้
        bare = [_NUMBERED_PART.sub("", words) for words in bare]
        return Fit.AGREES if bare[0] == bare[1] else _reworded(*bare, *sorted(bare, key=len))
    if bare[0] == bare[1] or skeleton(bare[0]) == skeleton(bare[1]):
        return Fit.AGREES
    if digits(one) == digits(other) and (is_slip(one, other, least=6) or loaned_alike(one, other)):
        return Fit.AGREES
    if scripts(fold(left)) != scripts(fold(right)) and frozenset({"latin"}) in {scripts(fold(left)), scripts(fold(right))}:
        return _two_scripts(fold(left), fold(right))
    return _reworded(left, right, *sorted((one, other), key=len))


def told_otherwise(left: str | None, right: str | None) -> bool:
    """Whether two categories or titles have much in common and no word in the other's place: rather one than two.

    >>> told_otherwise("เสริมสร้างเครือข่าย", "เครือข่ายรัฐ เอกชน และประชาสังคม"), told_otherwise("จัดการขยะครบวงจร", "จัดการน้ำครบวงจร")
    (True, False)
    """
    return bool(left and right) and _told_otherwise(left or "", right or "")


@lru_cache(maxsize=65536)
def _told_otherwise(left: str, right: str) -> bool:
    known = award_parts()
    if (known.get(_part(left)) and known.get(_part(right))) or digits(fold(left)) != digits(fold(right)):
        return False
    if class_of(fold(left)).told and class_of(fold(right)).told:
        return False
    one, other = (
        [word for word in words(_PART_PREFIX.sub("", solid(text))) if word.strip() and word not in _SMALL_IN_TITLES]
        for text in (left, right)
    )
    shared, place = 0, {"delete": False, "insert": False}
    for edit in LCSseq.opcodes(one, other):
        if edit.tag == "equal":
            shared += sum(map(len, one[edit.src_start : edit.src_end]))
            place = {"delete": False, "insert": False}
            continue
        place[edit.tag] = True
        gone = one[edit.src_start : edit.src_end] + other[edit.dest_start : edit.dest_end]
        if all(place.values()) or any(_ROLE.match(word) or ANOTHER.search(word) for word in gone):
            return False
    fewest = min(sum(map(len, one)), sum(map(len, other)))
    return shared >= _TOLD and shared * 5 >= fewest * 2


def _but_for_sex(left: str, right: str) -> bool:
    """Whether two categories differ only in that one tells a sex: พุ่งแหลน, พุ่งแหลนหญิง."""
    one, other = class_of(left), class_of(right)
    return (one.sex is None) != (other.sex is None) and one.rest == other.rest and len(one.rest) >= _TOLD and replace(
        one, sex=None
    ) == replace(other, sex=None)  # fmt: skip


def _by_class(left: str, right: str) -> Fit | None:
    """What two classes of age, school or sex tell, where both tell one and the rest does not stand against it; else null."""
    one, other = class_of(left), class_of(right)
    if not (one.told and other.told):
        return None
    alike = classes_agree(left, right)
    if alike is False:
        return Fit.CONTRADICTS
    shorter, longer = sorted((_PART_PREFIX.sub("", one.rest), _PART_PREFIX.sub("", other.rest)), key=len)
    same = not shorter or shorter in longer or is_slip(shorter, longer, least=5)
    if not same and across(shorter, longer):
        thai, latin = (shorter, longer) if "thai" in scripts(shorter) else (longer, shorter)
        found = rendering(thai, latin)
        if not found.likely and not (found.said and found.heard == "nothing" and not found.unsaid):
            return Fit.COMPATIBLE
        same = True
    if not same:
        return None
    return Fit.AGREES if alike else Fit.COMPATIBLE


def _reworded(left: str, right: str, shorter: str, longer: str) -> Fit:
    """Two names of a category that differ in words: `left` and `right` as written, then the shorter and the longer, solid."""
    noun = _NOUN.sub("", shorter)
    if (
        len(noun) >= _NOUN_TOLD
        and shorter not in longer
        and longer.endswith(noun)
        and not ANOTHER.search(longer.removesuffix(noun))
    ):
        return Fit.COMPATIBLE  # การมีส่วนร่วม, การบริหารราชการแบบมีส่วนร่วม
    if len(shorter) >= 4 and shorter in longer:
        # คุณภาพการบริหารจัดการภาครัฐ and the same 4.0, ภาคตะวันออก and ภาคตะวันออกเฉียงเหนือ are two
        rest = longer.replace(shorter, "", 1)
        if _ROLE.search(rest):
            return Fit.CONTRADICTS
        if _FURTHER.match(rest):
            return Fit.COMPATIBLE
        if ANOTHER.search(rest):
            return Fit.CONTRADICTS
        return Fit.AGREES if len(shorter) >= 8 and len(shorter) * 2 >= len(longer) else Fit.COMPATIBLE
    latin = [frozenset(_LATIN_WORD.findall(fold(name))) - _SMALL_LATIN for name in (left, right)]
    if all(len(some) > 1 for some in latin) and (latin[0] <= latin[1] or latin[1] <= latin[0]):
        return Fit.AGREES
    said = [frozenset(words(fold(name))) - _SMALL_WORDS for name in (left, right)]
    if said[0] and said[0] == said[1]:
        return Fit.AGREES
    few, many = sorted(said, key=len)
    if len(few) > 1 and few < many and digits(fold(left)) == digits(fold(right)) and many - few <= _AGE_WORDS:
        return Fit.AGREES
    if len(few) > 1 and few < many and not any(ANOTHER.search(word) for word in many - few):
        return Fit.COMPATIBLE
    if len(shorter) >= _ITEM and longer.startswith(shorter + "และ"):  # ผ้า, ผ้าและเครื่องแต่งกาย
        return Fit.COMPATIBLE
    return Fit.COMPATIBLE if synonymous(shorter, longer) else _by_things(left, right)


def _by_things(left: str, right: str) -> Fit:
    """Two names of a category by what their words stand for: หนังเยี่ยม, ภาพยนตร์ยอดเยี่ยม."""
    few, many = sorted((things_said(_PART_PREFIX.sub("", _spoken_out(fold(name)))) for name in (left, right)), key=len)
    if not few or digits(fold(left)) != digits(fold(right)):
        return Fit.CONTRADICTS
    if few == many:
        return Fit.AGREES
    if (
        (len(few) > 1 or sum(map(len, few)) >= _NOUN_TOLD)
        and few < many
        and not any(ANOTHER.search(word) or _ROLE.match(word) for word in many - few)
    ):
        return Fit.COMPATIBLE
    return Fit.CONTRADICTS


def _two_scripts(one: str, other: str) -> Fit:
    """A Thai and an English name of a category: by their sounds, or by words that the glossary knows."""
    if sound_alike(one, other, near=True) or (digits(one) and digits(one) == digits(other)):
        return Fit.AGREES
    thai, latin = (one, other) if "thai" in scripts(one) else (other, one)
    if _ROLE.match(_PART_PREFIX.sub("", solid(thai))) and not _ROLE_IN_ENGLISH.search(latin):
        return Fit.COMPATIBLE
    if rendering(thai, latin).sure:
        return Fit.AGREES
    found, asked = in_common(thai, latin)
    if asked and (found == asked or (found > 1 and found * 5 >= asked * 3)):
        return Fit.AGREES
    return (
        Fit.CONTRADICTS
        if not found
        and all_known(latin)
        and (asked > 1 or all(thing.isascii() for thing in things_said(_PART_PREFIX.sub("", thai))))
        else Fit.COMPATIBLE
    )


def parts_in_two_scripts(left: str | None, right: str | None) -> bool:
    """Whether both tell a category, in two scripts, without its being certain that it is one."""
    return bool(left and right and across(fold(left), fold(right)) and _one_part(left, right) is not Fit.AGREES)


def is_one_part(award: str, part: str) -> bool:
    """Whether the name of an award is that of a branch or category that the gazetteer knows: รางวัล PMQA.

    >>> is_one_part("รางวัล PMQA", "คุณภาพการบริหารจัดการภาครัฐ"), is_one_part("รางวัลเลิศรัฐ", "บริการภาครัฐ")
    (True, False)
    """
    known = award_parts()
    return bool(known.get(_part(award), frozenset()) & known.get(_part(part), frozenset()))


def _spoken_out(folded: str) -> str:
    """A folded category with the words that outlets cut short: ผกก.ยอดเยี่ยม."""
    for short, full in _SPOKEN:
        folded = short.sub(full, folded)
    return folded


def _part(words: str) -> str:
    plain = _POLICE.sub("สถานีตำรวจ", _SIZE.sub("", _spoken_out(fold(words))))
    return _PART_PREFIX.sub("", solid(_SECONDARY.sub(r"มัธยมศึกษาตอน\g<stage>", with_letters(plain))))


def _is_branch_of(left: str, right: str) -> bool:
    known, above = award_parts(), branch_of()
    one, other = known.get(_part(left), frozenset()), known.get(_part(right), frozenset())
    return any(above.get(part) in other for part in one) or any(above.get(part) in one for part in other)


@lru_cache(maxsize=131072)
def work_core(work: str) -> str:
    """A work's title without quotation marks, spaces and the word that tells what it is.

    >>> work_core("โครงการ “ปันสุข”")
    'ปันสุข'
    """
    whole = solid(_SCHOOLS.sub("โรงเรียน", _HOSPITALS.sub("โรงพยาบาล", fold(work))))
    return _WORK_PREFIX.sub("", whole) or whole


@lru_cache(maxsize=65536)
def _titled(work: str) -> str:
    """A folded title without the Thai word for what it is, where an English one follows: โครงการ Zero Waste."""
    return _TITLED.sub("", fold(work))


def same_work(left: str | None, right: str | None) -> Fit:
    """Two titles: the same, one cut short, or apart by slips; numbers in them must agree."""
    if not left or not right:
        return Fit.COMPATIBLE
    if across(here := _titled(left), there := _titled(right)):
        return _titles_in_two_scripts(here, there)
    return Fit.AGREES if left == right else _works(work_core(left), work_core(right))


@lru_cache(maxsize=65536)
def _titles_in_two_scripts(left: str, right: str) -> Fit:
    if sound_alike(work_core(left), work_core(right), near=True):
        return Fit.AGREES
    if digits(left) != digits(right):
        return Fit.COMPATIBLE
    return Fit.AGREES if rendering(*((left, right) if "thai" in scripts(left) else (right, left))).sure else Fit.COMPATIBLE


@lru_cache(maxsize=65536)
def likely_work(left: str, right: str) -> bool:
    """Whether a Thai and an English title have more words in common than not."""
    here, there = _titled(left), _titled(right)
    if not across(here, there):
        return False
    return rendering(*((here, there) if "thai" in scripts(here) else (there, here))).likely


def _is_told(word: str, others: frozenset[str]) -> bool:
    """Whether a word is one of the others, or ends one, or one ends it: แยก, คัดแยก."""
    return word in others or any(
        min(len(word), len(other)) >= _IN_WORD and (word.endswith(other) or other.endswith(word)) for other in others
    )


@lru_cache(maxsize=262144)
def _works(one: str, other: str) -> Fit:
    if one == other or not one or not other:
        return Fit.AGREES
    if digits(one) != digits(other):
        shorter, longer = sorted((one, other), key=len)
        return Fit.AGREES if len(shorter) >= 12 and longer.startswith(shorter) else Fit.CONTRADICTS
    shorter, longer = sorted((one, other), key=len)
    if len(shorter) >= 5 and shorter in longer:
        return Fit.AGREES
    if len(shorter) >= 6 and (skeleton(one) == skeleton(other) or is_slip(one, other, least=6)):
        return Fit.AGREES
    said = sorted((frozenset(words(title)) - _SMALL_IN_TITLES for title in (one, other)), key=len)
    if len(said[0]) > 2 and all(_is_told(word, said[1]) for word in said[0]):
        return Fit.AGREES
    allowed = max(1, len(longer) // 9) if len(shorter) >= 6 else 0
    distance = OSA.distance(one, other, score_cutoff=allowed)
    if distance <= allowed:
        # slips lie apart; another word in one place (…–บางซื่อ, …–บางแค) is another work
        places = [edit.src_pos for edit in Levenshtein.editops(one, other)] if distance > 2 else [0]
        return Fit.CONTRADICTS if 0 < max(places) - min(places) <= distance + 3 else Fit.AGREES
    if len(shorter) >= 12 and partial_ratio(shorter, longer) >= 88:
        return Fit.AGREES
    return Fit.CONTRADICTS
