"""Finds people of other countries, who bear no Thai honorific: their names in two scripts, or with their country behind it.

มาเรีย โซอาเรส (Maria Soares) · Maria Soares (โปรตุเกส) · มาเรีย โซอาเรส ชาวโปรตุเกส
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extractor.anchors import Words
from extractor.match.person_likeness import is_common
from extractor.match.position_words import BODY_HEAD, THAI

if TYPE_CHECKING:
    from collections.abc import Iterator

_LATIN = r"[A-ZÀ-Þ][A-Za-zÀ-žạ-ỹ’'.-]{0,20}"
# (|Maria Soares|)
_GLOSS = re.compile(rf"[ ]?\([ ]?(?P<words>{_LATIN}(?:[ ]{_LATIN}){{1,3}})[ ]?\)")
_LATIN_NAME = re.compile(
    rf"(?<![A-Za-z][ ])(?<![A-Za-z])(?P<name>{_LATIN}(?:[ ](?:de[ ]|van[ ]|von[ ]|al-)?{_LATIN}){{1,3}})[ ]?$"
)
_THAI_WORD = rf"[ก-ฮเ-ไ]{THAI}{{1,24}}"
_BRACKET = Words("(")
_OF_NATION = Words("ชาว")
# other countries, and those who come from there: (|โปรตุเกส|), ชาว|ไอริช
COUNTRIES = (
    r"อเมริกัน|เวลส์|เวลช์|สหรัฐ(?:อเมริกา|ฯ)?|อังกฤษ|สหราชอาณาจักร|สกอตแลนด์|สกอต|ไอร์แลนด์|ไอริช|ฝรั่งเศส|เยอรมนี|เยอรมัน|อิตาลี|อิตาเลียน|สเปน|โปรตุเกส|เนเธอร์แลนด์|ดัตช์"
    r"|เบลเยียม|สวิตเซอร์แลนด์|สวิส|ออสเตรีย|สวีเดน|นอร์เวย์|เดนมาร์ก|ฟินแลนด์|ไอซ์แลนด์|โปแลนด์|เช็ก|ฮังการี|โรมาเนีย|กรีซ|กรีก|ตุรกี|รัสเซีย|ยูเครน"
    r"|เบลารุส|ญี่ปุ่น|เกาหลี(?:ใต้|เหนือ)?|จีน|ไต้หวัน|ฮ่องกง|มองโกเลีย|อินเดีย|ปากีสถาน|บังกลาเทศ|ศรีลังกา|เนปาล|ภูฏาน|ฟิลิปปินส์|อินโดนีเซีย"
    r"|มาเลเซีย|สิงคโปร์|เวียดนาม|ลาว|กัมพูชา|เมียนมา|พม่า|ติมอร์(?:-เลสเต)?|ออสเตรเลีย|นิวซีแลนด์|แคนาดา|แคนาเดียน|เม็กซิโก|บราซิล|อาร์เจนตินา|ชิลี|เปรู"
    r"|โคลอมเบีย|เวเนซุเอลา|คิวบา|กัวเตมาลา|อิหร่าน|อิรัก|อิสราเอล|ปาเลสไตน์|อียิปต์|ตูนิเซีย|โมร็อกโก|เคนยา|ไนจีเรีย|กานา|เอธิโอเปีย|ไลบีเรีย"
    r"|แอฟริกาใต้|แทนซาเนีย|คองโก|เซเนกัล|เยเมน|อัฟกานิสถาน|คาซัคสถาน|บังคลาเทศ"
)
# อันดับ 2 |Maria Soares|, Portugal: behind a rank, a name and its country in English
ENGLISH_COUNTRIES = (
    "Portugal|Spain|France|Germany|Italy|UK|USA|Japan|China|Korea|India|Norway|Sweden|Denmark|Finland|Poland|Brazil|Mexico|Canada|Australia"
    "|Singapore|Malaysia|Indonesia|Vietnam|Philippines|Thailand|Taiwan|Hong Kong|Netherlands|Belgium|Switzerland|Austria"
    "|Greece|Turkey"
    "|Russia|Argentina|Chile|South Africa|New Zealand|Ireland|Scotland|Myanmar|Laos|Cambodia|Nepal|Bangladesh|Egypt|Iran|Israel"
)
_IN_ENGLISH = Words(ENGLISH_COUNTRIES)
_RANKED = re.compile(
    rf"(?:(?:อันดับ|ลำดับ|รางวัล)(?:ที่)?[ ]?\d{{1,2}}|ชนะเลิศ(?:[ก-๎]{{2,20}})?"
    rf"|ชมเชย|ดีเด่น|เหรียญ(?:ทองแดง|ทอง|เงิน)|ยอดเยี่ยม)[ ]?[:–-]?[ ]?"
    rf"(?P<name>{_LATIN}(?:[ ]{_LATIN}){{1,3}}?)[ ]?,?[ ]$"
)
# Maria Soares| จากเรื่อง “ก”
_WINS_WITH = re.compile(
    rf"(?:ได้แก่|คือ|เป็นของ|ยอดเยี่ยม|แห่งปี|ดีเด่น|และ|,)[ ]?(?P<name>{_LATIN}(?:[ ](?:de[ ]|van[ ]|von[ ]|al-)?{_LATIN}){{1,3}})[ ]?$"
)
_FROM_WORK = Words("จากเรื่อง|จากภาพยนตร์|จากละคร|จากซีรี|จากหนัง")
_COUNTRY = re.compile(rf"[ ]?\([ ]?(?:ประเทศ)?(?:{COUNTRIES})(?:[-/ ,และ]{{1,4}}(?:{COUNTRIES}))*[ ]?\)")
# มาเรีย โซอาเรส |จากโปรตุเกส| คว้าแชมป์
_FROM = Words("จาก")
_FROM_NATION = re.compile(
    rf"จาก(?:ประเทศ)?(?:{COUNTRIES})(?=[ ]?(?:คว้า|ชนะ(?!เลิศ)|ได้(?!แก่)|ครอง|ซิว|เข้าเส้นชัย|ผงาด|ทำเวลา|เป็นแชมป์|ขึ้นแท่น))"
)
_NATIONAL = re.compile(rf"ชาว(?:{COUNTRIES})")
# มาเรีย โซอาเรส| นักร้องสาว|ชาวโปรตุเกส: what somebody is, between the name and the nation
_CALLING = re.compile(
    r"[ ](?:นัก[ก-๎]{2,16}|ศิลปิน|ผู้กำกับ|โปร|ดารา|นาง(?:แบบ|งาม|เอก)|พระเอก|สถาปนิก|ช่างภาพ|จิตรกร|เชฟ|ดีไซเนอร์|ดีเจ|กวี|แพทย์|มือวาง)"
    r"(?:ดัง|สาว|หนุ่ม|หญิง|ชาย|มือทอง|รุ่นใหญ่|วัย[ ]?\d\d){0,2}\Z"
)
# what no person's gloss says
_NO_PERSON = re.compile(
    r"\b(?:Awards?|Prizes?|Prix|Medals?|Cups?|University|College|School|Institute|Academy|Co|Ltd|Inc|Company|Group|Bank|Foundation|Association|Society|Council"
    r"|Organi[sz]ation|Committee|Center|Centre|Department|Ministry|Thailand|International|National|World|Festival|Expo|Show|Project|Program|Museum|Hotel|Park|City"
    r"|Best|Good|Green|Smart|Technology|Science|Innovation|Design|Day|Club|Team|Model|System|Service)\b"
)
# by which letters of ours a foreign letter is written at the head of a name
_WRITTEN = dict(
    pair.split(":")
    for pair in (
        "A:อฮ B:บพปฟวภ C:คกชซจสศ D:ดทตธจฎ E:อยฮ F:ฟพฝ G:กจยคฌช H:ฮหอญ I:อยฮ J:จยชฮซฌญ "
        "K:คกนขฅ L:ลหฬ M:ม N:นงณ O:อฮ P:พปผฟภ Q:คกชอ R:รหฤ "
        "S:ซสชศษ T:ทตถธชฏ U:อยฮ V:วฟบ W:วฟอ X:ซชสฮ Y:ยอญ Z:ซสศจ Á:อฮ À:อฮ Å:อฮ Ä:อฮ É:อย Í:อย Ö:อ Ø:อ Ó:อ Ü:อย Ç:ซชส"
    ).split()
)
_LEADING_VOWELS = "เแโใไ"
# characters of a name
_LONGEST = 70


def find_foreign(text: str) -> Iterator[tuple[int, int]]:
    """Where a foreigner's name stands.

    >>> text = "ประธานาธิบดี มาเรีย โซอาเรส (Maria Soares) กล่าว"
    >>> [text[start:end] for start, end in find_foreign(text)]
    ['มาเรีย โซอาเรส']
    """
    for place in _BRACKET.find(text):
        gloss = _GLOSS.match(text, place)
        if gloss is not None:
            if (found := _glossed(text, place, gloss["words"].split())) is not None:
                yield found
        elif _COUNTRY.match(text, place) is not None and (name := _latin_before(text, place)) is not None:
            yield name
    for place in _OF_NATION.find(text):
        if _NATIONAL.match(text, place) is None:
            continue
        before = _CALLING.search(text, max(0, place - 24), place)
        begin = place if before is None else before.start() + 1
        if text[begin - 1 : begin] == " ":
            found = _latin_before(text, begin) or _pair_before(text, begin, called=before is not None)
            if found is not None:
                yield found
    for place in _FROM.find(text):
        if text[place - 1 : place] == " " and _FROM_NATION.match(text, place) is not None:
            found = _latin_before(text, place) or _pair_before(text, place, called=True)
            if found is not None:
                yield found
    for place in _IN_ENGLISH.find(text):
        ranked = _RANKED.search(text, max(0, place - _LONGEST), place)
        if ranked is not None and not _NO_PERSON.search(ranked["name"]):
            yield ranked.span("name")
    for place in _FROM_WORK.find(text):
        wins = _WINS_WITH.search(text, max(0, place - _LONGEST), place)
        if wins is not None and not _NO_PERSON.search(wins["name"]):
            yield wins.span("name")
    yield from _behind_years(text)


_COLON = Words(":|：")
# 2019|: คาร์ลา เบนิเตซ โปรตุเกส⏎
_BEHIND_YEAR = re.compile(r"(?:^|\n)[ •●▪*–—-]*(?:ปี|พ\.ศ\.|ค\.ศ\.)?[ ]?(?:25|20|19)\d\d[ ]?$")
_WITH_COUNTRY = re.compile(rf"[ ]*(?P<name>{_THAI_WORD}(?:[ ]{_THAI_WORD}){{1,3}}?)[ ](?:{COUNTRIES})[ ]*(?=\n|$)")


def _behind_years(text: str) -> Iterator[tuple[int, int]]:
    """Names between a year and a country that make up a line: 2019: คาร์ลา เบนิเตซ โปรตุเกส."""
    for place in _COLON.find(text):
        if text[place - 1 : place].isspace() or text[place - 1 : place].isdigit():
            named = _WITH_COUNTRY.match(text, place + 1) if _BEHIND_YEAR.search(text, max(0, place - 24), place) else None
            if named is not None and not BODY_HEAD.match(named["name"]) and not _NO_NAME.match(named["name"]):
                yield named.span("name")


def _glossed(text: str, place: int, latin: list[str]) -> tuple[int, int] | None:
    """The Thai words before a gloss, as many as it has, if each begins with a letter by which the other is written."""
    if _NO_PERSON.search(" ".join(latin)):
        return None
    before = text[max(0, place - _LONGEST) : place].rstrip(' ”"’')
    end = max(0, place - _LONGEST) + len(before)
    start, common = end, True
    for word in reversed(latin):
        begin = max(text.rfind(mark, max(0, start - 30), start) for mark in ' \n“"(,')
        thai = text[begin + 1 : start]
        if begin < 0 and start < 30 and not set(" \n").intersection(text[:start]):
            begin, thai = -1, text[:start]
        head = thai.lstrip(_LEADING_VOWELS)[:1]
        if not 2 <= len(thai) <= 25 or not head or head not in _WRITTEN.get(word[:1], ""):
            return None
        start, common = begin, common and is_common(thai)
    return None if common else (start + 1, end)


def _latin_before(text: str, place: int) -> tuple[int, int] | None:
    found = _LATIN_NAME.search(text, max(0, place - _LONGEST), place)
    return found.span("name") if found is not None and not _NO_PERSON.search(found["name"]) else None


_PAIR = re.compile(rf"(?<!{THAI})(?P<name>(?P<first>{_THAI_WORD})[ ](?P<last>{_THAI_WORD}))[ ]?$")
_NO_NAME = re.compile(r"นาย|นาง|ดร\.|นัก|ผู้|กลุ่ม|คณะ|และ|กับ|โดย|คือ|ได้แก่|ที่|ของ|เป็น|มี|ให้|จาก|ใน")


def _pair_before(text: str, place: int, *, called: bool = False) -> tuple[int, int] | None:
    """Two Thai words that are none of the language, before the word of a nation: มาเรีย โซอาเรส| ชาวโปรตุเกส.

    One may be of the language where what somebody is stands behind (`called`): นอรา เดือน| นักร้องชาวไอริช.
    """
    found = _PAIR.search(text, max(0, place - _LONGEST), place)
    if found is None or _NO_NAME.match(found["first"]) or _NO_NAME.match(found["last"]) or BODY_HEAD.match(found["first"]):
        return None
    common = is_common(found["first"]) + is_common(found["last"])
    return None if common > called else found.span("name")
