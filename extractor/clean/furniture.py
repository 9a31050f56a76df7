"""Furniture: lines of a page that belong to the site, not to the article."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extractor.clean.lines import PARAGRAPH, Line
from extractor.patterns import sought

if TYPE_CHECKING:
    from collections.abc import Iterable

_LONG_FURNITURE = 300  # no single line of furniture is longer, cookie notices apart

# Lines that are one of these wordings and nothing more but punctuation and counts.
_WORDINGS = """
advertisement, advertisements, ad, ads, โฆษณา, พื้นที่โฆษณา, sponsored, digiqole ad, home top ad, home ad, top ad, image banner
banner, breaking, breaking news, ข่าวด่วน, loading, กำลังโหลด, please wait, skip to content, skip to main content
ข้ามไปเนื้อหา, ข้ามไปยังเนื้อหา, ข้ามไปยังเนื้อหาหลัก, toggle navigation, เมนู, menu, เมนูหลัก, main menu, search, ค้นหา, ค้นหาข่าว
พิมพ์, print, print friendly, พิมพ์หน้านี้, พิมพ์ข่าว, ส่งต่อ, ส่งอีเมล, email, e-mail, pdf, ดาวน์โหลด, download, ขยาย, ย่อ, save, บันทึก
กดไลก์, กดถูกใจ, ทวีต, ส่งไลน์, คัดลอก, ร้องเรียน, ร้องเรียน-ร้องทุกข์, e-service, ข้อมูลหน่วยงาน, ข้อมูลทั่วไป, ข้อมูลพื้นฐาน
โครงสร้างองค์กร, บุคลากร, บริการประชาชน, ถาม-ตอบ, กระดานข่าว, กระดานสนทนา, ภาพบน, คลิกดูที่นี่, ข่าวประกาศ
แชร์, แชร์ข่าว, แชร์หน้านี้, แชร์ไปยัง, แชร์เรื่องนี้, แชร์บทความ, แบ่งปัน, share, shares, share this, share on, share this post
share this article, social sharing, social share, copy link, คัดลอกลิงก์, คัดลอกลิงค์, copied, pin it, tweet, like, likes, ถูกใจ
facebook, twitter, x, line, line it, messenger, instagram, youtube, tiktok, whatsapp, telegram, linkedin, pinterest, google+
tumblr, reddit, follow, follow us, ติดตาม, ติดตามเรา, ติดตามเราได้ที่, subscribe, หน้าแรก, หน้าหลัก, home, login, log in, sign in, sign up
register, logout, เข้าสู่ระบบ, ลงชื่อเข้าใช้, สมัครสมาชิก, ลงทะเบียน, ติดต่อเรา, เกี่ยวกับเรา, contact, contact us, about us, sitemap
แผนผังเว็บไซต์, ขนาดอักษร, ขนาดตัวอักษร, ก ก ก, ก- ก ก+, ก+, ก-, aa, a a a, a- a a+, a+, a-, font size, ความตัดกันของสี
การแสดงผล, เปลี่ยนการแสดงผล, c c c, th en, th | en, th|en, th/en, ไทย, english, eng, ภาษาไทย, ไทย english, ไทย/english
แกลเลอรี่, แกลเลอรี, แกลลอรี่, gallery, photo gallery, คลังภาพ, อัลบั้มภาพ, ภาพกิจกรรม, ภาพข่าว, รูปภาพ, รูปภาพประกอบ, ภาพประกอบ
ไฟล์แนบ, เอกสารแนบ, ดูภาพทั้งหมด, ดูรูปทั้งหมด, กลับหน้าหลัก, กลับหน้าแรก, กลับด้านบน, กลับขึ้นด้านบน, back to top, top, back, ย้อนกลับ
ถัดไป, ก่อนหน้า, next, previous, prev, older post, newer post, บทความที่เก่ากว่า, บทความใหม่กว่า, อ่านต่อ, อ่านเพิ่มเติม, read more
ดูเพิ่มเติม, ดูทั้งหมด, อ่านทั้งหมด, see more, view all, more, continue reading, คลิกที่นี่, ข่าวประชาสัมพันธ์, ข่าวสาร, ข่าวกิจกรรม
ข่าวเด่น, ข่าวทั่วไป, ข่าว, ข่าวสารและกิจกรรม, ประชาสัมพันธ์, กิจกรรม, news, press release, ข่าวแจก, รายละเอียดข่าว, เนื้อหาข่าว
ไม่มีความคิดเห็น, no comments, comments, comment, ความคิดเห็น, แสดงความเห็น, แสดงความคิดเห็น, view, views, ครั้ง, ผู้เข้าชม, ผู้ชม
จำนวนผู้เข้าชม, คะแนน, vote, rating, your browser does not support the audio element, เว็บไซต์นี้ใช้คุกกี้, ยอมรับ, ยอมรับทั้งหมด
ปฏิเสธ, ปฏิเสธทั้งหมด, accept, accept all, reject all, บันทึกการตั้งค่า, ตั้งค่าคุกกี้, ตั้งค่าความเป็นส่วนตัว, จัดการความเป็นส่วนตัว
เปิดใช้งานตลอด, always active, นโยบายความเป็นส่วนตัว, privacy policy, cookie settings, cookie policy, ฟังข่าว, ฟังเสียงข่าว
"""
_AROUND = sought(r"[\s:.!…|•·»›<>()\[\]]+|(?<=[^\d\s])\s*\d+\s*$|^\s*\d[\d,.]*[kK]?\s*(?=[^\d\s])")
_WHOLE = frozenset(_AROUND.sub("", wording) for wording in re.split(r",|\n", _WORDINGS.lower())) - {""}
_BEGINNINGS = frozenset(wording[:2] for wording in _WHOLE)
_LONGEST_WORDING = 50

_SITES = r"(?:facebook|เฟซบุ๊ก|twitter|line|ไลน์|youtube|ยูทูบ|google|newsletter|จดหมายข่าว|tiktok|instagram|@)"
_BUTTON = (
    r"(?:facebook|twitter|x|line|instagram|youtube|tiktok|email|copy\ link|whatsapp|messenger|pinterest|linkedin|telegram|print)"
)
_AMOUNT = r"\(?[\d,.]+(?:\s*[kKmM])?\)?"
# each is of a line in lower case: the engine passes by what begins otherwise sooner than where it heeds no case
_FURNITURE = sought(
    rf"""
    (?: # ที่มา : https://…
        (?:ที่มา|แหล่งที่มา|แหล่งข่าว|อ้างอิง|เครดิต|ขอบคุณข้อมูล(?:จาก)?|source|credit|link|ลิงก์|url|ข่าวต้นฉบับ)
        \s*(?:[:：]\s*)?(?:https?://|www\.)\S*\s*
    | (?:https?://|www\.)\S+\s*
    | (?:หน้าแรก|หน้าหลัก|home)\s*(?:[»›>/|\\→-]|::).{{0,200}}        # หน้าแรก » ข่าว » การศึกษา
    | (?:หน้าแรก|หน้าหลัก|home)(?:\s+\S{{1,20}}){{2,}}                # หน้าแรก ข่าว กีฬา บันเทิง
    | (?:you\ are\ here|คุณอยู่ที่(?:นี่)?|ท่านอยู่ที่|breadcrumbs?)\s*[:：].{{0,200}}
    # จำนวนผู้เข้าชม : 1,234 ครั้ง · 56 views
    | (?:จำนวน(?:ผู้|คน|การ)?|ยอด)?(?:ผู้|คน)?(?:เข้า|เปิด)?(?:ชม|อ่าน|ดู|วิว)\s*(?:(?:แล้ว|ทั้งหมด)\s*)?(?:[:：]\s*)?{_AMOUNT}
        \s*(?:(?:ครั้ง|คน|views?|วิว)\s*)?
    | (?:views?|hits?|reads?|shares?|likes?|comments?|post\ views?|ความคิดเห็น|ความเห็น|แชร์|ถูกใจ)\s*(?:[:：]\s*)?{_AMOUNT}
        \s*(?:(?:ครั้ง|views?|times?)\s*)?
    | {_AMOUNT}\s*(?:views?|hits?|shares?|likes?|comments?|ครั้ง|วิว|แชร์|ความคิดเห็น|ผู้เข้าชม)\s*
    | (?:font\ size|ขนาด(?:ตัว)?อักษร|เปลี่ยนการแสดงผล|text\ size)(?![ก-๎]).{{0,30}}
    | (?:แท็ก(?:ข่าว)?|posted\ in|filed\ in|ป้ายคำ)\s\S.{{0,160}}       # แท็กข่าว กินรีทอง, หนังไทย
    # แท็ก: รางวัลเลิศรัฐ, พม.
    | (?:แท็ก(?:ข่าว|ที่เกี่ยวข้อง)?|tags?|ป้ายกำกับ|คำค้น|คำสำคัญ|keywords?|หมวดหมู่|categor(?:y|ies)|labels?|filed\ under)\s*[:：].{{0,200}}
    # แชร์ข่าวนี้ไปที่ Facebook
    | (?:แชร์|share|tweet|ติดตาม|กดติดตาม|follow|subscribe|แอดไลน์|add\ line|สมัครรับ|รับข่าวสาร).{{0,80}}{_SITES}.{{0,60}}
    | {_BUTTON}(?:\s*(?:[|,/·•]\s*)?{_BUTTON})+\s*
    # อ่านข่าวเพิ่มเติม : …
    | (?:อ่าน(?:ข่าว)?(?:เพิ่มเติม|ต่อ|ประกอบ)|อ่านข่าว(?:ที่เกี่ยวข้อง)?|ข่าวที่เกี่ยวข้อง|read\ (?:more|also)|also\ read|see\ also|คลิกอ่าน
        |ดูข่าวต้นฉบับ|ติดตามข่าว)\s*[:：>»→].{{0,250}}
    | ข่าวอื่น(?:\s?ๆ)?\s*[:：>»→].{{0,250}}
    | (?:ข่าว|เรื่อง|บทความ)?(?:ก่อนหน้า(?:นี้)?|ถัดไป)\s*[:：«»<>←→|-].{{0,250}}
    | (?:previous|next|older|newer|prev)\s+(?:article|post|story|news).{{0,250}}
    | (?:«|»|‹|›|<<|>>|←|→)\s*\S.{{0,200}}
    # สงวนลิขสิทธิ์ © 2565
    | (?:copyright|©|\(c\)\s|สงวนลิขสิทธิ์|สงวนสิทธิ์|all\ rights\ reserved|powered\ by|theme\ by|designed\ by|ขับเคลื่อนโดย).{{0,250}}
    | (?:ร่วม|เขียน)?(?:แสดงความ(?:คิด)?เห็น|ความคิดเห็น)(?:ของคุณ|ที่นี่|ต่อข่าวนี้)?\s*
    | (?:leave\ a\ (?:reply|comment)|(?:post|add)\ a\ comment|no\ comments?|be\ the\ first\ to|comments\ are\ closed).{{0,80}}
    | (?:ไม่มีความคิดเห็น|ปิดความเห็น|ปิดการแสดงความคิดเห็น).{{0,80}}
    | (?:your\ email\ address\ will|อีเมลของคุณจะไม่แสดง|required\ fields|ช่องข้อมูลจำเป็น|save\ my\ name).{{0,200}}
    | (?:your\ browser\ does\ not|please\ enable\ javascript|javascript\ is\ |เบราว์เซอร์ของคุณไม่รองรับ).{{0,200}}
    | (?:เวลา(?:ใน)?การอ่าน|reading\ time|อ่าน)?\s*(?:[:：]\s*)?(?:(?:~|ประมาณ)\s*)?\d+\s*
        (?:นาที|min(?:ute)?s?)\s*(?:(?:read|ในการอ่าน)\s*)?
    )$
    """,
    re.VERBOSE,
)
# … สงวนลิขสิทธิ์: what a line ends in, and how many characters may lead up to it
_BEFORE_RIGHTS = 120
_RIGHTS = re.compile(r"(?:all\ rights\ reserved|สงวนลิขสิทธิ์)\.?\s*$", re.IGNORECASE)
# แชร์เรื่องนี้ | พิมพ์หน้านี้ | จำนวนผู้เข้าชม 877: a bar of such wordings
_BAR = re.compile(r"\s*\|\s*|\s{2,}")
_LONGEST_BAR = 160
_COOKIES = re.compile(r"คุ[๊้]?กกี้|\bcookies?\b", re.IGNORECASE)
_COOKIE_NOTICE = re.compile(
    r"เว็[บป]ไซ[ตท]์?|ยอมรับ|นโยบาย|ตั้งค่า|ความเป็นส่วนตัว|จำเป็น|ประเภท|website|browser|consent|polic|accept|Cookies", re.IGNORECASE
)

# From such a line on the page speaks of other things: to its end if the article's text stands before it.
_CUT = re.compile(
    r"""
    (?:\d+\s)?(?:ข่าว(?:สาร|ประชาสัมพันธ์|กิจกรรม|เด่น)?|เรื่อง|บทความ|โพสต์|กิจกรรม|เนื้อหา|คลิป|วิดีโอ)(?:อื่น(?:\s?ๆ)?)?\s?(?:ที่)?
        (?:เกี่ยวข้อง|แนะนำ|ล่าสุด|ยอดนิยม|ยอดฮิต|น่าสนใจ|น่าอ่าน|ใกล้เคียง|มาใหม่|ใหม่ล่าสุด|(?:คุณ)?อาจ(?:จะ)?(?:สนใจ|พลาด|ชอบ))(?:\s?ๆ)?
    | (?:ข่าว|บทความ|เรื่อง)(?:ใน)?หมวด(?:หมู่)?เดียวกัน | ข่าว(?:สาร|ประชาสัมพันธ์|กิจกรรม)?อื่น(?:\s?ๆ.{0,30})?
    | (?:ข่าว|เรื่อง)(?:เด่น|ฮิต|มาแรง|ร้อน|แนะนำ)(?:ประจำ\S{2,10})? | ดู(?:ข่าว|เรื่อง)ทั้งหมด
    | สถิติ(?:ผู้เข้าชม|เว็บไซต์|การเข้าชม).{0,40}
    | อ่านข่าว(?:อื่น|ที่เกี่ยวข้อง|เพิ่มเติม|ล่าสุด).{0,20} | อ่านเพิ่มเติม
    | คุณอาจ(?:จะ)?(?:สนใจ|ชอบ|พลาด).{0,30} | แนะนำสำหรับคุณ | ห้ามพลาด
    | related\ (?:posts?|news|articles?|stories|topics?|content|items?|tags?)?
    | (?:recent|popular|latest|trending|top|more|recommended|other|similar)\ (?:posts?|news|articles?|stories)
    | most\ (?:read|popular|viewed) | you\ (?:may|might)\ (?:also\ )?(?:like|enjoy|be\ interested).{0,30}
    | more\ (?:from|in|stories)\b.{0,40} | trending(?:\ now)? | recommended(?:\ for\ you)? | editor'?s?\ picks? | don'?t\ miss
    | facebook\ comments? | (?:\d+\s*)?comments? | ไม่มีความ(?:คิด)?เห็น | (?:\d+\s*)?ความคิดเห็น | (?:ร่วม)?แสดงความ(?:คิด)?เห็น
    | leave\ a\ (?:reply|comment).{0,60} | post\ a\ comment | about\ the\ author | เกี่ยวกับผู้เขียน
    | ป้ายกำกับ | แท็ก(?:ที่เกี่ยวข้อง)? | tags? | คำค้น(?:หา)?(?:ที่เกี่ยวข้อง)? | หมวดหมู่ | categories | archives? | คลังบทความ | คลังข่าว
    """,
    re.VERBOSE,
)
_NEIGHBOUR = re.compile(
    r"(?:ข่าว|เรื่อง|บทความ|โพสต์)(?:ก่อนหน้า(?:นี้)?|ถัดไป|ต่อไป)|(?:previous|next|older|newer)\s+(?:article|post|story|news)"
)


# languages that a site may be read in; lines from the top within which one that stands alone is a switch
_LANGUAGES = frozenset({"ภาษาไทย", "ไทย", "ภาษาอังกฤษ", "english"})
_SWITCHES = 5


def mark_furniture(lines: list[Line]) -> None:
    """Mark the lines that are the site's: single ones, boxes of a heading and short lines, and the page's end."""
    for line in lines:
        line.furniture = _is_furniture(line.text)
    for at in range(1, len(lines) - 1):
        if lines[at].furniture and lines[at].text.strip().lower() in _LANGUAGES:
            beside = lines[at - 1].furniture or lines[at + 1].furniture
            lines[at].furniture = beside or at <= _SWITCHES  # a cell of a table: นางสาว ก⏎|ภาษาไทย|⏎…
    total = sum(len(line.text) for line in lines if len(line.text) >= PARAGRAPH and not line.furniture)
    before = 0
    for at, line in enumerate(lines):
        text = line.text
        if len(text) >= PARAGRAPH:
            before += 0 if line.furniture else len(text)
        elif len(text) <= 60 and _NEIGHBOUR.fullmatch(text.strip(" :«»<>←→-|").lower()):
            _mark(lines[at : at + 2])
        elif len(text) <= 60 and at > 2 and _CUT.fullmatch(text.strip(" :：.…»›>|#-—=*•[]()").lower()):
            if before >= 0.75 * total and (total or at * 2 >= len(lines)):
                _mark(lines[at:])
                return
            _mark(_box(lines, at))


def _is_furniture(text: str) -> bool:
    told = "กกี้" in text or "ookie" in text or "OOKIE" in text  # far quicker than the search
    if told and _COOKIES.search(text) is not None and _COOKIE_NOTICE.search(text) is not None:
        return True
    if len(text) > _LONG_FURNITURE:
        return False
    if _is_wording(text):
        return True
    if len(text) <= _LONGEST_BAR and ("|" in text or "  " in text):
        parts = [part for part in _BAR.split(text) if part]
        if len(parts) > 1 and all(map(_is_wording, parts)):
            return True
    told = "สงวนลิขสิทธิ์" in text or "eserved" in text or "ESERVED" in text
    reserved = _RIGHTS.search(text) if told else None
    return reserved is not None and reserved.start() <= _BEFORE_RIGHTS


def _is_wording(text: str) -> bool:
    """Whether a line, or a part of a bar of buttons, is one of the wordings."""
    lowered = text.lower()
    if len(text) <= _LONGEST_WORDING and _may_be_wording(lowered) and _AROUND.sub("", lowered) in _WHOLE:
        return True
    return _FURNITURE.match(lowered) is not None


def _may_be_wording(lowered: str) -> bool:
    """Whether a line may begin like a wording: what begins with two Thai characters begins with them in the wording, too."""
    thai = "ก" <= lowered[:1] <= "๎" and "ก" <= lowered[1:2] <= "๎"
    return not thai or lowered[:2] in _BEGINNINGS


def _mark(lines: Iterable[Line]) -> None:
    for line in lines:
        line.furniture = True


def _box(lines: list[Line], at: int) -> list[Line]:
    """The heading of a box and the few short lines under it, up to a gap or the next paragraph."""
    box = [lines[at]]
    for line in lines[at + 1 : at + 9]:
        if len(line.text) >= PARAGRAPH or line.number > box[-1].number + 2:
            break
        box.append(line)
    return box
