"""Bodies that are known only by what they have won: of hotels, banks and shops, the names that only a list of winners tells."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extractor.document import OrganisationFound, Span, Stretches

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extractor.assemble.conferral import ConferralFound

# โรงแรม|ริมน้ำ, ร้าน|ลุงดำ, ไร่|ตะวันแดง; but no ทีม, no ชุมชน, no village, no temple
_BODY = re.compile(
    r"(?P<head>ธนาคาร|โรง(?:แรม|งาน|พยาบาล|เรียน|ไฟฟ้า|สี|เชือด|อบ|พิมพ์|กรอง|แป้ง|น้ำ|คั่ว|บ่ม|เพาะ|ทอ)|ร้าน|รีสอร์[ทต]|โฮมสเตย์|ศูนย์(?!การค้า)|สถานี(?=ตำรวจ|โทรทัศน์|วิทยุ|สูบ|วิจัย|อนามัย)|ห้าง(?!หุ้น)"
    r"|ฟาร์ม|ไร่|สวน(?!สาธารณะ|สนุก|สัตว์)|สถาบัน(?!การเงิน)|สมาคม|มูลนิธิ|สหกรณ์|บริษัท|บมจ|บลจ|บล\.|หลักทรัพย์|อู่|คลินิก|สายการบิน|ประกัน(?:ชีวิต|ภัย)|กลุ่มบริษัท|เครือ(?!ข่าย))"
    r"[ ]?(?![ก-๎]{0,8}(?:ต่าง|ทุก|หลาย|ดีเด่น|ยอดเยี่ยม))[ก-๎A-Za-z“\"]{2}"
    r"|[ก-๎ ]{2,40}(?:โฮมสเตย์|รีสอร์[ทต]|ประกัน(?:ชีวิต|ภัย)|แอร์(?:ไลน์|เวย์)ส?์?)$"
)
# characters of a name at most
_LONGEST = 70


def honoured_bodies(
    text: str, conferrals: Sequence[ConferralFound], organisations: Sequence[OrganisationFound]
) -> list[OrganisationFound]:
    """The bodies among those who have won that are named like such and that matching has not found."""
    taken = Stretches((mention.start, mention.end) for known in organisations for mention in known.mentions)
    known_names = [text[known.name.start : known.name.end] for known in organisations]
    found: dict[str, OrganisationFound] = {}
    for conferral in conferrals:
        name, party = conferral.fields["recipient"], conferral.recipient
        if name is None or party is None or party.kind == "person" or conferral.status != "conferred":
            continue
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
