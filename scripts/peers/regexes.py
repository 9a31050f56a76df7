"""Award fields by an afternoon's regular expressions: what a project writes that needs them once, and does without more.

One award and year an article, the recipients before “ได้รับรางวัล” or as items of a list, the rest from the same line.
"""

from __future__ import annotations

import re

_AWARD = re.compile(r"รางวัล[“\"]?(?P<award>[^\s“”\"()]{3,40}(?:\s(?=[A-Z])[A-Za-z ]+)?|\s?[A-Z][A-Za-z' ]+(?:Awards?|Prize))")
_NO_NAME = re.compile(r"^(?:ที่|ใน|จาก|จำนวน|ให้|แก่|และ|ดังกล่าว|นี้|ต่าง|ชนะเลิศ|รอง|ชมเชย|ระดับ|ประเภท|ด้าน|สาขา)")
_AWARD_ENDS = re.compile(r"ประจำปี|ครั้งที่|ระดับ|ประเภท|สาขา|จาก|ให้แก่|แก่|ซึ่ง|โดย|ปี\s?\d|พ\.ศ\.")
_YEAR = re.compile(r"(?:ประจำปี|ปี)(?:งบประมาณ)?\s*(?:พ\.ศ\.|พุทธศักราช)?\s*(?P<year>2[45]\d\d|20\d\d)")
_EDITION = re.compile(r"รางวัล[^\n]{0,60}?ครั้งที่\s*(?P<edition>\d{1,3})(?![\d/])")
_BRANCH = re.compile(r"สาขา\s?(?P<branch>[^\s“”\"(),]{3,40})")
_CATEGORY = re.compile(r"ประเภท\s?(?:รางวัล)?(?P<category>[^\s“”\"(),]{2,40})")
_LEVEL = re.compile(r"(?P<level>รองชนะเลิศ(?:อันดับ(?:ที่)?\s?\d)?|ชนะเลิศ|เหรียญ(?:ทอง(?!แดง)|เงิน|ทองแดง)|ชมเชย|ดีเด่น|ดีเยี่ยม|ระดับดี(?!เ))")
_WORK = re.compile(r"(?:ผลงาน|ผลงานเรื่อง|โครงการ|เรื่อง)\s?[“\"](?P<work>[^”\"]{3,120})[”\"]")
_HEAD = (
    "(?:สำนักงาน|กรม|กระทรวง|สำนัก|กอง|ศูนย์|สถาบัน|มหาวิทยาลัย|วิทยาลัย|โรงเรียน|โรงพยาบาล|เทศบาล|องค์การ"
    "|บริษัท|ธนาคาร|สมาคม|มูลนิธิ|ชุมชน|จังหวัด|อำเภอ)"
)
_PERSON = r"(?:นายแพทย์|นางสาว|นาย|นาง|ดร\.|เด็กชาย|เด็กหญิง)\s?(?P<{}>[ก-๙]+\s+[ก-๙]+)"
_RECIPIENT = re.compile(rf"{_PERSON.format('person')}|(?P<body>{_HEAD}[^\s,“”\"()]{{2,60}}(?:\s?จังหวัด[ก-๙]+)?)")
_SUBJECT = re.compile(
    rf"(?:{_PERSON.format('person')}|(?P<body>{_HEAD}[^\s,]{{2,50}}))[^\n]{{0,80}}?(?:ได้รับ|คว้า|เข้ารับ)[^\n]{{0,20}}รางวัล"
)
_ITEMS = re.compile(r"\n|(?=\s(?:[-•✅]|[(]?[\d๐-๙]{1,2}(?:\.\d+)*[.)])\s?[ก-๙A-Z“])|(?=ได้แก่\s)")
_ITEM = re.compile(r"\s*(?:[-•✅]|[(]?[\d๐-๙]{1,2}(?:\.\d+)*[.)]|ได้แก่)")
_PARENT = re.compile(r"\s(?P<parent>(?:สังกัด)?(?:กรม|กระทรวง|จังหวัด|มหาวิทยาลัย)[^\s,()]{2,40})")


def read(text: str) -> list[dict[str, object]]:
    """The conferrals of an article, as mappings of fields to values."""
    name = next((found["award"] for found in _AWARD.finditer(text) if not _NO_NAME.match(found["award"])), None)
    if name is None:
        return []
    year = _YEAR.search(text)
    edition = _EDITION.search(text)
    common: dict[str, object] = {"award": "รางวัล" + _AWARD_ENDS.split(name)[0].strip()}
    if year:
        common["year"] = int(year["year"]) - (543 if year["year"] > "2400" else 0)
    if edition:
        common["edition"] = int(edition["edition"])
    entries: dict[str, dict[str, object]] = {}
    heading: dict[str, object] = {}  # what stands above a list's items belongs to them
    for line in _ITEMS.split(text):
        item = _ITEM.match(line)
        told = (_RECIPIENT if item else _SUBJECT).search(line)
        fields = _fields(line)
        if told is None:
            heading = fields or heading
            continue
        recipient = (told["person"] or told["body"]).strip()
        parent = _PARENT.search(line, told.end())
        entry = common | (heading if item else {}) | fields | {"recipient": recipient}
        if parent:
            entry["parent"] = parent["parent"].removeprefix("สังกัด")
        entries.setdefault(recipient, entry)
    return list(entries.values())


def _fields(line: str) -> dict[str, object]:
    """Branch, category, level and work that a line tells."""
    patterns = {"branch": _BRANCH, "category": _CATEGORY, "level": _LEVEL, "work": _WORK}
    found = {field: pattern.search(line) for field, pattern in patterns.items()}
    fields: dict[str, object] = {field: match[field] for field, match in found.items() if match}
    if fields.get("level") == "ระดับดี":
        fields["level"] = "ดี"
    return fields
