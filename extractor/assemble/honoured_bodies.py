"""Bodies that are known only by what they have won: of hotels, banks and shops, the names that only a list of winners tells."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extractor.assemble.conferral import CONFERRED
from extractor.document import OrganisationFound, Span, Stretches

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from extractor.assemble.conferral import ConferralFound

# โรงแรม|ริมน้ำ, ร้าน|ลุงดำ, ไร่|ตะวันแดง; but no ทีม, no ชุมชน, no village, no temple
_BODY = re.compile(
    r"(?P<head>ธนาคาร|โรง(?:แรม|งาน|พยาบาล|เรียน|ไฟฟ้า|สี|เชือด|อบ|พิมพ์|กรอง|แป้ง|น้ำ|คั่ว|บ่ม|เพาะ|ทอ)|ร้าน|รีสอร์[ทต]|โฮมสเตย์"
    r"|ศูนย์(?!การค้า)|สถานี(?=ตำรวจ|โทรทัศน์|วิทยุ|สูบ|วิจัย|อนามัย)|ห้าง(?!หุ้น)"
    r"|ฟาร์ม|ไร่|สวน(?!สาธารณะ|สนุก|สัตว์)|สถาบัน(?!การเงิน)|สมาคม|มูลนิธิ|สหกรณ์|บริษัท|บมจ|บลจ|บล\.|หลักทรัพย์|อู่|คลินิก|สายการบิน|ประกัน(?:ชีวิต|ภัย)|กลุ่มบริษัท|เครือ(?!ข่าย)"
    r"|กลุ่ม(?!บริษัท|ธุรกิจ|วิจัย|งาน|ผู้|คน|เป้าหมาย|ที่|จังหวัด|โรง|นัก|ประเทศ|อุตสาหกรรม|สินค้า|[ ]?[ก-ฮ0-9A-Z](?![ก-๎A-Za-z]))"
    r"|องค์กร(?!ที่|ปกครอง|ภาค|เอกชน|ธุรกิจ|ต้นแบบ|แห่ง|ชุมชน)"
    r"|ห้องเสื้อ|พิพิธภัณฑ์|ห้องสมุด|หอ(?:ศิลป|สมุด|ภาพยนตร์)|ครัว(?!เรือน|ไทยสู่)|เฮือน|คาเฟ่|สตูดิโอ|คอก(?=บ้าน|ม้า|หมา)|กองทุนหมู่บ้าน)"
    r"[ ]?(?![ก-๎]{0,8}(?:ต่าง|ทุก|หลาย|ดีเด่น|ยอดเยี่ยม))[ก-๎A-Za-z“\"]{2}"
    r"|(?!ทีม)[ก-๎ ]{2,40}(?:โฮมสเตย์|รีสอร์[ทต]|ประกัน(?:ชีวิต|ภัย)|แอร์(?:ไลน์|เวย์)ส?์?|สตูดิโอ|โฮสเทล"
    r"|เรลเวย์ส?|เอ็กซ์เพรส|(?<=[ ])เจ็ต|(?<=[ ])แอร์"
    r"|(?<=[ ])เวลเนส|พิคเจอร์ส|(?<=[ ])มีเดีย|ฟาร์ม(?:เมอร์ส)?|คลินิก)$"
    # ก๋วยเตี๋ยวเรือ|ลุงแกละ: a dish and whose it is
    r"|(?:ก๋วยเตี๋ยว|ข้าว(?:มันไก่|ต้ม|ขาหมู|ซอย|แกง)|ส้มตำ|โรตี|กาแฟ|ชาไทย|ผัดไทย|ลูกชิ้น|โจ๊ก|ไก่ย่าง|ขนมจีน)"
    r"[ก-๎]{0,12}?[ ]?(?:เจ๊|ลุง|ป้า|น้า|นาย|เฮีย|บัง|ยาย|โกว?|แม่(?=[ก-๎]{2}))[ก-๎]{2}"
)
# whom those who have won belong to: นางสมใจ ปลูกบัว |กลุ่มไหมริมน้ำ
_PARENT = ("กลุ่ม", "ร้าน", "องค์กร", "ห้องเสื้อ", "ฟาร์ม", "ไร่")
# characters of a name at most
_LONGEST = 70


def honoured_bodies(
    text: str, conferrals: Sequence[ConferralFound], organisations: Sequence[OrganisationFound]
) -> list[OrganisationFound]:
    """The bodies among those who have won that are named like such and that matching has not found."""
    taken = Stretches((mention.start, mention.end) for known in organisations for mention in known.mentions)
    known_names = [text[known.name.start : known.name.end] for known in organisations]
    found: dict[str, OrganisationFound] = {}
    for name in _names(text, conferrals):
        words = text[name.start : name.end]
        told = _BODY.match(words) if len(words) <= _LONGEST and "\n" not in words and words not in found else None
        if told is None or name.start in taken:
            continue
        own = words.removeprefix(told["head"] or "").strip(' “”"')
        if any(own in known or known in own for known in known_names):
            continue  # หลักทรัพย์ธารทอง, where บริษัทหลักทรัพย์ ธารทอง จำกัด is named
        span = Span(name.start, name.end, "organisation.honoured")
        found[words] = OrganisationFound(span, mentions=[span])
    return list(found.values())


def _names(text: str, conferrals: Sequence[ConferralFound]) -> Iterator[Span]:
    """Who has won, and the groups and shops to which winners belong."""
    for conferral in conferrals:
        name, parent = conferral.fields["recipient"], conferral.fields["parent"]
        if conferral.status not in CONFERRED:
            continue
        if name is not None and conferral.recipient is not None and conferral.recipient.kind != "person":
            yield name
        if parent is not None and text.startswith(_PARENT, parent.start):
            yield parent
