"""A body's name taken apart: its kind of body, its core, its province and numbers, and which forms are mere abbreviations."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from extractor.archive.identity.folding import fold, solid
from extractor.archive.identity.gazetteer import agencies, forms_of_agencies, heads, provinces
from extractor.archive.identity.glossary import without_kinds
from extractor.archive.identity.lettered import written_out
from extractor.archive.identity.likeness import digits

# รร. → โรงเรียน; on the folded form, before its dots go
_WRITTEN_OUT = tuple(
    (re.compile(pattern), full)
    for pattern, full in (
        (
            r"^(?:ร\.ร\.|รร\.?)(?=\s?[ก-๎ ]*(?:รีสอร์|ริเวอร์|บีช|วิว|พาเลซ|โฮเทล|ไซด์|การ์เด้น|อินน์|พลาซ่า|บูติก|วิลล่า|แกรนด์|รอยัล|สปา|เฮ้าส์))",
            "โรงแรม",
        ),
        (r"^(?:ร\.ร\.|รร\.?)(?=\s?[ก-๎]{2})", "โรงเรียน"),
        (r"^รพ\.?\s?สต\.?(?=\s?[ก-๎])", "โรงพยาบาลส่งเสริมสุขภาพตำบล"),
        (r"^รพร\.?(?=\s?[ก-๎]{2})", "โรงพยาบาลสมเด็จพระยุพราช"),
        (r"^รพ[ศทชน]\.(?=\s?[ก-๎]{3})|^รพ\.\s?ศูนย์(?=[ก-๎]{4})", "โรงพยาบาล"),
        (r"^รพ\.?(?=\s?[ก-๎]{3})", "โรงพยาบาล"),
        (r"^โรงพัก(?=[ก-๎]{3})", "สถานีตำรวจภูธร"),
        (r"^สนง\.?\s?(?=(?:พมจ|สสจ|สสอ|สพจ|ศธจ|สวจ|ยธจ|กษจ|ปศจ|สอจ|ทสจ|พศจ)\.?)", ""),
        (r"^มรภ\.?(?=\s?[ก-๎])", "มหาวิทยาลัยราชภัฏ"),
        (r"^มทร\.?(?=\s?[ก-๎])", "มหาวิทยาลัยเทคโนโลยีราชมงคล"),
        (r"^ม\.(?=\s?[ก-๎]{3})|^มหาลัย(?=[ก-๎]{3})", "มหาวิทยาลัย"),
        (r"^(?:สถานี)?อนามัย(?=\s?[ก-๎]{3})", "โรงพยาบาลส่งเสริมสุขภาพตำบล"),
        (r"\bpao$", "provincial administrative organization"),
        (r"\b[st]ao$", "subdistrict administrative organization"),
        (r"^สนง\.?\s?", "สำนักงาน"),
        (r"^(?:สำนักงาน|ที่ทำการ)\s?(?=เทศบาล|องค์การบริหารส่วน|ท[ตมน]\.|อบ[ตจ]\.)", ""),
        (r"^สสจ\.?(?=\s?[ก-๎]{3})", "สำนักงานสาธารณสุขจังหวัด"),
        (r"^สสอ\.?(?=\s?[ก-๎]{3})", "สำนักงานสาธารณสุขอำเภอ"),
        (r"^พมจ\.?(?=\s?[ก-๎]{3})", "สำนักงานพัฒนาสังคมและความมั่นคงของมนุษย์จังหวัด"),
        (r"^สพจ\.?(?=\s?[ก-๎]{3})", "สำนักงานพัฒนาชุมชนจังหวัด"),
        (r"^สพป\.?(?=\s?[ก-๎]{2})", "สำนักงานเขตพื้นที่การศึกษาประถมศึกษา"),
        (r"^สพม\.?(?=\s?[ก-๎]{2})", "สำนักงานเขตพื้นที่การศึกษามัธยมศึกษา"),
        (r"^อบต\.?(?=\s?[ก-๎]{2})", "องค์การบริหารส่วนตำบล"),
        (r"^อบจ\.?(?=\s?[ก-๎]{2})", "องค์การบริหารส่วนจังหวัด"),
        (r"(?:^|(?<=\s))ทต\.(?=\s?[ก-๎])", "เทศบาลตำบล"),
        (r"(?:^|(?<=\s))ทม\.(?=\s?[ก-๎])", "เทศบาลเมือง"),
        (r"(?:^|(?<=\s))ทน\.(?=\s?[ก-๎])", "เทศบาลนคร"),
        (r"^วสช\.?\s?(?=[ก-๎]{3})", "วิสาหกิจชุมชน"),
        (r"^สกก\.?\s?(?=[ก-๎]{3})", "สหกรณ์การเกษตร"),
        (r"^ศพด\.?\s?(?=[ก-๎]{3})", "ศูนย์พัฒนาเด็กเล็ก"),
        (r"^วพบ\.?\s?(?=[ก-๎]{3})", "วิทยาลัยพยาบาลบรมราชชนนี"),
        (r"^สวท\.?\s?(?=[ก-๎]{3})", "สถานีวิทยุกระจายเสียงแห่งประเทศไทย"),
        (r"^สกร\.?\s?(?=อำเภอ|จังหวัด)", "ศูนย์ส่งเสริมการเรียนรู้"),
        (r"^วท\.(?=\s?[ก-๎])", "วิทยาลัยเทคนิค"),
        (r"^วอศ\.(?=\s?[ก-๎])", "วิทยาลัยอาชีวศึกษา"),
        (r"^วก\.(?=\s?[ก-๎])", "วิทยาลัยการอาชีพ"),
        (r"^วษท\.(?=\s?[ก-๎])", "วิทยาลัยเกษตรและเทคโนโลยี"),
        (r"^สวจ\.?(?=\s?[ก-๎]{3})", "สำนักงานวัฒนธรรมจังหวัด"),
        (r"^ศธจ\.?(?=\s?[ก-๎]{3})", "สำนักงานศึกษาธิการจังหวัด"),
        (r"^สถจ\.?(?=\s?[ก-๎]{3})", "สำนักงานส่งเสริมการปกครองท้องถิ่นจังหวัด"),
        (r"^พศจ\.?(?=\s?[ก-๎]{3})", "สำนักงานพระพุทธศาสนาจังหวัด"),
        (r"^ยธจ\.?(?=\s?[ก-๎]{3})", "สำนักงานยุติธรรมจังหวัด"),
        (r"^สรจ\.?(?=\s?[ก-๎]{3})", "สำนักงานแรงงานจังหวัด"),
        (r"^สนจ\.?(?=\s?[ก-๎]{3})", "สำนักงานจังหวัด"),
        (r"^กษจ\.?(?=\s?[ก-๎]{3})", "สำนักงานเกษตรจังหวัด"),
        (r"^ปศจ\.?(?=\s?[ก-๎]{3})", "สำนักงานปศุสัตว์จังหวัด"),
        (r"^สอจ\.?(?=\s?[ก-๎]{3})", "สำนักงานอุตสาหกรรมจังหวัด"),
        (r"^ทสจ\.?(?=\s?[ก-๎]{3})", "สำนักงานทรัพยากรธรรมชาติและสิ่งแวดล้อมจังหวัด"),
        (r"^กศน\.?\s?(?=อำเภอ|จังหวัด|ตำบล)", "ศูนย์การศึกษานอกระบบและการศึกษาตามอัธยาศัย"),
        (r"(?<=\s)บ\.\s?(?=[ก-๎]{3})", "บ้าน"),
        (r"^สกย\.?\s?(?=[ก-๎]{3})", "สหกรณ์กองทุนสวนยาง"),
        (r"^นสพ\.?\s?(?=[ก-๎]{3})", "หนังสือพิมพ์"),
        (r"^(?:ทีม|วง|ร้าน)\s?(?=[ก-๎A-Za-z]{3})", ""),
        (r"^สภ\.(?=\s?[ก-๎])", "สถานีตำรวจภูธร"),
        (r"^สน\.(?=\s?[ก-๎])", "สถานีตำรวจนครบาล"),
        (r"^ธ\.(?=\s?[ก-๎]{3})|^แบงก์(?=\s?[ก-๎]{3})", "ธนาคาร"),
        (r"^รีสอร์[ทต]\s?(?=[ก-๎]{4})", "โรงแรม"),
        (r"^(?:โรงแรม)?\s?(?P<inn>[ก-๎ ]{4,}?)\s?รีสอร์[ทต]$", r"โรงแรม\g<inn>"),
        (r"^สนามบิน(?=[ก-๎]{3})", "ท่าอากาศยาน"),
        (r"(?:^|(?<=[ก-๎]\s)|(?<=[ก-๎]{4}))จ\.\s?(?=[ก-๎])", "จังหวัด"),
        (r"(?:^|(?<=[ก-๎]\s))อ\.\s?(?=[ก-๎])", "อำเภอ"),
        (r"(?:^|(?<=[ก-๎]\s))ต\.\s?(?=[ก-๎])", "ตำบล"),
        (r"\s?เฉลิมพระเกียรติ\s?\d+\s?พรรษา\S*", ""),
        (r"\(องค์การมหาชน\)|ใน ?พระบรมรา[ชฃ]ู?[ปิ]\S{0,80}$|ใน ?พระบรมราช\S{1,80}$", ""),
    )
)
# บริษัท … จำกัด (มหาชน), … Public Company Limited: legal form, not name
_COMPANY = re.compile(
    r"""
      ^(?:กลุ่ม)?บริษัท\s? | ^(?:บมจ|บจก|หจก|บจ|บ)\.\s? | ^(?:บมจ|บจก|หจก)\s?(?=[ก-๎]) | ^ห้างหุ้นส่วนจำกัด\s?
    | \s?จำกัด\s?(?:\(มหาชน\))?$ | ,?\s?(?:public\ )?(?:company\ |co\.?,?\ ?)(?:limited|ltd\.?)$ | ,?\s?(?:plc|pcl|inc)\.?$
    """,
    re.VERBOSE,
)
_BRACKET = re.compile(r"\s?\((?P<inside>[^()]+)\)$")
_ABBREVIATION = re.compile(r"(?:[ก-ฮ]{1,3}\.\s?)+[ก-ฮ]{0,3}|[ก-ฮ]{2,5}|[A-Z][A-Za-z]{0,1}[A-Z&.]{1,7}")
# words of which an undotted abbreviation could be mistaken: กรม, ศาล stand for themselves
_WORDS = frozenset({"กรม", "ศาล", "กอง", "สภา", "คณะ", "ชมรม", "วธ", "มหา"})
GENERIC = frozenset(
    (
        "สป",
        "สนง",
        "รร",
        "รพ",
        "รพสต",
        "อบต",
        "อบจ",
        "อปท",
        "ทต",
        "ทม",
        "ทน",
        "สภ",
        "สน",
        "สสจ",
        "สสอ",
        "พมจ",
        "สพจ",
        "สพป",
        "สพม",
        "กศน",
        "มรภ",
    )
)
"""Letters that stand for a kind of body: each ministry has a สป., each province a สสจ."""
_COMMONPLACE = re.compile(
    r"(?P<place>โรงเรียน(?:บ้าน|วัด|ชุมชน|อนุบาล)|หมู่บ้าน|บ้าน|เทศบาล|องค์การบริหารส่วนตำบล|โรงพยาบาลส่งเสริมสุขภาพตำบล|สถานีตำรวจ|"
    r"ที่ว่าการอำเภอ|วัด|ศูนย์พัฒนาเด็กเล็ก|ตำบล|อำเภอ)|(?P<group>ชุมชน|กลุ่ม|วิสาหกิจชุมชน|สหกรณ์)"
)
UNIT = re.compile(
    r"กอง(?!ทัพ|ทุน|บัญชา)|ฝ่าย|กลุ่มงาน|คณะ(?!กรรม|รัฐ)|ภาควิชา|สำนักงาน(?:ปลัด|เลขานุการ|รัฐมนตรี|ผู้อำนวยการ)|สำนัก(?!งาน|ข่าว|พิมพ์)|แผนก"
)
"""Begins the name of a unit, of which superior bodies have one each."""


@dataclass(frozen=True, slots=True)
class Form:
    """One form of a body's name, taken apart.

    `whole` is the solid form written out, `head` the word that begins it (company for a legal form), `core` what stands
    between the head and the province; `province` its Thai name; `abbreviation` tells that the form is nothing else, `cut` that
    a ฯ at its end cuts it short. `folded` is the name written out, folded; `heard` the same without words for its kind, in Thai
    or English, for its sounds.
    """

    whole: str
    head: str
    core: str
    province: str | None
    digits: tuple[str, ...]
    abbreviation: bool
    cut: bool = False
    heard: str = ""
    folded: str = ""


def is_abbreviation(form: str) -> bool:
    """Whether a form is letters that stand for words: ก.พ.ร., พช, OPDC; กรม is a word.

    >>> is_abbreviation("ก.พ.ร."), is_abbreviation("กรมที่ดิน")
    (True, False)
    """
    form = form.strip()
    return form not in _WORDS and _ABBREVIATION.fullmatch(form) is not None


def is_commonplace(whole: str) -> bool:
    """Whether a solid name is one that many places give to bodies of their own; a long one is not.

    >>> is_commonplace("โรงเรียนบ้านนา"), is_commonplace("โรงเรียนอนุบาลวิเทศศึกษาริมธาร")
    (True, False)
    """
    match = _COMMONPLACE.match(whole)
    return match is not None and len(whole) - match.end() < (12 if match["place"] else 20)


def is_rare(whole: str) -> bool:
    """Whether a solid name that places give is of a place whose own name is long, so that hardly two have it.

    >>> is_rare("โรงเรียนบ้านหนองม่วงไข่"), is_rare("โรงเรียนบ้านหนองบัว")
    (True, False)
    """
    match = _COMMONPLACE.match(whole)
    return match is not None and len(whole) - match.end() >= (9 if match["place"] else 15)


def bracketed(form: str) -> tuple[str, ...]:
    """The forms that one written form holds: กรมประมง (กปม.) holds two.

    >>> bracketed("กรมประมง (กปม.)")
    ('กรมประมง', 'กปม.')
    """
    match = _BRACKET.search(form)
    if match is None or not match.start() or not is_abbreviation(match["inside"]):
        return (form,)
    return (form[: match.start()], match["inside"])


@lru_cache(maxsize=65536)
def taken_apart(form: str) -> Form:
    """A written form's parts; for an abbreviation `whole` is the letters alone."""
    folded = fold(form)
    if is_abbreviation(form) or (len(folded) < 8 and is_abbreviation(folded)):
        letters = solid(form)
        return Form(letters, "", letters, None, digits(letters), abbreviation=True)
    company = _COMPANY.search(folded) is not None
    for short, full in _WRITTEN_OUT:
        folded = short.sub(full, folded)
    folded = _with_body_written_out(_with_body_above(written_out(folded)))
    stripped = _COMPANY.sub("", _COMPANY.sub("", folded)).strip()
    folded = stripped or folded
    whole = solid(folded)
    match = heads().match(whole)
    head = match.group() if match and match.end() < len(whole) else ""
    if not head and whole.startswith("โรงแรม") and len(whole) > len("โรงแรม"):
        head = "โรงแรม"
    core, province = _without_province(whole[len(head) :])
    if not head and company:
        head = "company"
    heard = without_kinds(folded if whole.isascii() else core)
    return Form(
        whole,
        head,
        core,
        province,
        digits(whole),
        abbreviation=False,
        cut=form.rstrip().endswith("ฯ"),
        heard=heard,
        folded=folded,
    )


_SHORT_BODY = re.compile(r"(?P<letters>(?:[ก-ฮ]{1,3}\.){1,5}[ก-ฮ]{0,3}|[ก-ฮ]{3,4}(?=[ ]))[ ]?(?=(?:เขต|สาขา|จังหวัด)?[ก-๎]{3})")


# what people call a faculty, before the name of its university: วิศวะ จุฬาฯ, เภสัช มข.
_FACULTIES = tuple(
    (re.compile(rf"^(?:คณะ)?{short}(?=\s[ก-๎])"), full)
    for short, full in (
        (r"วิศว(?:ะ|ฯ|กรรม)?", "คณะวิศวกรรมศาสตร์"),
        (r"แพทย(?:์|ฯ)?", "คณะแพทยศาสตร์"),
        (r"เภสัช(?:ฯ|ศาสตร์)?", "คณะเภสัชศาสตร์"),
        (r"ทันต(?:ะ|ฯ|แพทย์)", "คณะทันตแพทยศาสตร์"),
        (r"สัตวแพทย์", "คณะสัตวแพทยศาสตร์"),
        (r"พยาบาล(?:ฯ)?", "คณะพยาบาลศาสตร์"),
        (r"เทคนิคการแพทย์", "คณะเทคนิคการแพทย์"),
        (r"สหเวช(?:ฯ)?", "คณะสหเวชศาสตร์"),
        (r"สถาปัตย์", "คณะสถาปัตยกรรมศาสตร์"),
        (r"นิเทศ(?:ฯ|ศาสตร์)?", "คณะนิเทศศาสตร์"),
        (r"นิติ(?:ฯ|ศาสตร์)?", "คณะนิติศาสตร์"),
        (r"ครุ(?:ฯ|ศาสตร์)", "คณะครุศาสตร์"),
        (r"(?:ศึกษา|ศึกษาศาสตร์)", "คณะศึกษาศาสตร์"),
        (r"เกษตร(?:ฯ|ศาสตร์)?", "คณะเกษตรศาสตร์"),
        (r"เศรษฐศาสตร์", "คณะเศรษฐศาสตร์"),
    )
)
_LAST_BODY = re.compile(r"(?<=[ก-๎]\s)(?P<body>(?:[ก-ฮ]{1,3}\.){1,4}|[ก-ฮ]{2,5}|ม\.[ก-๎]{3,}|จุฬา)$")


def _with_body_above(folded: str) -> str:
    """A folded name of a unit with its faculty and the letters of the body above it written out: เภสัช มข."""
    match = _LAST_BODY.search(folded)
    if match is None:
        above = folded
    else:
        ids = agencies().get(solid(match["body"]), frozenset()) or agencies().get(solid(match["body"]) + "ฯ", frozenset())
        full = forms_of_agencies()[next(iter(ids))][0] if len(ids) == 1 else match["body"].replace("ม.", "มหาวิทยาลัย")
        above = folded[: match.start()] + fold(full)
    if "มหาวิทยาลัย" in above or above != folded:
        for short, full in _FACULTIES:
            above = short.sub(full, above)
    return above


def _with_body_written_out(folded: str) -> str:
    """กฟน. บางขุนเทียน → การไฟฟ้านครหลวงบางขุนเทียน: letters of one body before the place of its outpost."""
    match = _SHORT_BODY.match(folded)
    ids = agencies().get(solid(match["letters"]), frozenset()) if match else frozenset()
    if match is None or len(ids) != 1 or solid(match["letters"]) in GENERIC:
        return folded
    return fold(forms_of_agencies()[next(iter(ids))][0]) + folded[match.end() :]


def _without_province(core: str) -> tuple[str, str | None]:
    """พัฒนาชุมชนจังหวัดลพบุรี → พัฒนาชุมชน, ลพบุรี; a core that is nothing else stays."""
    known = provinces()
    at = core.rfind("จังหวัด")
    if at >= 0:
        behind = core[at + len("จังหวัด") :]
        for length in range(len(behind), 2, -1):
            if behind[:length] in known:
                rest = core[:at] + behind[length:]
                return (rest or core), known[behind[:length]]
    for length in range(min(len(core), 16), 3, -1):
        name = known.get(core[-length:])
        if name is not None and (length >= 6 or length == len(core)):
            rest = core[:-length]
            return (rest if len(rest) >= 3 else core), name
    return core, None
