"""People by their given names alone, as newspapers go on to call those whom they have named in full: ชลธี|คว้าแชมป์."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extractor.assemble.role_words import HIGH_OFFICE
from extractor.match.person_likeness import is_common

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extractor.assemble.findings import Findings

# what may stand right before a given name, glued to it: และ|ชลธี, น้อง|ชลธี
_BEFORE = re.compile(
    r"(?:และ|กับ|ของ|ให้|แก่|โดย|ด้าน|ส่วน|ซึ่ง|เมื่อ|หลัง|ขณะที่|ทำให้|ว่า|น้อง|พี่|โค้ช|ครู|หนุ่ม|สาว|กัปตัน|คุณ|ผู้กำกับ|นักร้อง|นักแสดง|[^ก-๎.])$"
)
# and right behind
_BEHIND = re.compile(
    r"[^ก-๎]|$|และ|กับ|ซึ่ง|ที่|ได้|คว้า|ซิว|ร่วม|เป็น|ก็|ยัง|จะ|กล่าว|เผย|เปิดเผย|บอก|ไม่|มี|เคย|สามารถ|จึง|ต้อง|ขึ้น|เข้า|เอา|ลง|พลาด|ชนะ|แพ้|พ่าย|โชว์|ครอง|รับ"
)
# “ใบเตย” |ชลธี นาดี · ชลธี หรือ |“ใบเตย”
_NICKNAME = re.compile(r"[“\"‘'](?P<nick>[ก-ฮเ-ไ][ก-๎]{1,11})[”\"’'][ ]?$")
# ชลธี หรือที่น้องๆ เรียกว่า |“พี่ใบเตย”
_CALLED = r"ที่[ก-๎]{0,12}?(?:[ ]?ๆ[ ]?)?(?:[ก-๎]{0,12}?)(?:รู้จัก|เรียก)[ก-๎]{0,16}[ ]?"
_ALSO = re.compile(rf"[”\"’']?[ ]?(?:หรือ[ ]?(?:{_CALLED})?|{_CALLED})[“\"‘'](?P<nick>[ก-ฮเ-ไ][ก-๎ ]{{1,15}})[”\"’']")
# a nickname is a word, too: it stands apart, or behind น้อง
_APART = re.compile(r"(?:(?:น้อง|พี่|สาว|หนุ่ม|โค้ช)|[ “\"‘'\n])$")
_THEN = re.compile(
    r"[”\"’'\n]|[ ](?=(?:เป็น|ซึ่ง|คว้า|ซิว|ได้|กล่าว|เผย|เปิดเผย|บอก|โชว์|ยัง|ก็|จะ|เคย|ผงาด|ให้สัมภาษณ์|วัย|และ"
    r"|กับ|[ก-ฮเ-ไ][ก-๎]+[ ]))|(?:คว้า|ซิว|ได้|เผย|ผงาด|ให้สัมภาษณ์|เล่า)"
)
# letters from which on a given name is one by no accident
_SHORTEST = 4
# mentions of one person, and people, beyond which a text is a list rather than a story
_MOST, _MOST_PEOPLE = 30, 120


def given_mentions(findings: Findings) -> Iterator[tuple[int, int, int]]:
    """Where people are called by their given names: start, end, and the person's key.

    A name that is a word, too, or that two people share, calls nobody.
    """
    text = findings.text
    calls: dict[str, int | None] = {}
    nicknames: dict[str, int | None] = {}
    for key, person in enumerate(findings.people[:_MOST_PEOPLE]):
        if person.position is not None and HIGH_OFFICE.match(text, person.position.start):
            continue  # who speaks of the winners, by the name that everybody knows
        told = _NICKNAME.search(text, max(0, person.name.start - 16), person.name.start)
        for nick in (told, *(_ALSO.match(text, name.end) for name in (person.name, *person.mentions[:_MOST]))):
            if nick is not None:
                nicknames[nick["nick"]] = None if nicknames.get(nick["nick"], key) != key else key
        given, _, surname = text[person.name.start : person.name.end].partition(" ")
        if surname and len(given) >= _SHORTEST and not given[0].isascii():
            calls[given] = None if given in calls else key
    for names, before, behind in ((calls, _BEFORE, _BEHIND), (nicknames, _APART, _THEN)):
        for name, of in names.items():
            if of is not None and not (names is calls and is_common(name)):
                yield from ((start, end, of) for start, end in _places(text, name, before, behind))


def _places(text: str, name: str, before: re.Pattern[str], behind: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    at = text.find(name)
    seen = 0
    while at >= 0 and seen < _MOST:
        end = at + len(name)
        if (at == 0 or before.search(text, max(0, at - 9), at)) and behind.match(text, end):
            seen += 1
            yield at, end
        at = text.find(name, end)
