"""Whether a stretch without a known shape can be a name: what no name begins with or holds."""

from __future__ import annotations

import re

from extractor.tokenise import words

# what is made or grown: its name is a work, not a winner
THING = re.compile(
    r"(?![ก-๙]{2,14}(?:ของ|กลุ่ม))(?:เครื่อง(?!ราช|แบบ|หมาย|แต่ง|ปั้น)|ระบบ|แพลตฟอร์ม|แอ[ปพ]|ชุด(?!ที่|ปฏิบัติ)|ผ้า(?!ป่า)|ผลิตภัณฑ์|หุ่นยนต์|อุปกรณ์|นวัตกรรม|โครงการ(?!ที่|ชลประทาน|ส่งน้ำ)|โครงงาน|กระบวนการ"
    r"|ภาพยนตร์|เพลง|ตรา(?!สัญ)|เมนู|แผ่น|น้ำ(?!ใจ)|นม|ข้าว(?!ราชการ|ขวัญ)|ขนม|ซอส|ครีม|สบู่|เซรั่ม|อาหาร|เว็บไซต์|เกม|ปุ๋ย|เทคโนโลยี|ต้นแบบ|โมเดล|ถุง|เตา"
    r"|อากาศยาน|โดรน|คู่มือ|สื่อ(?!มวล)|ละคร|นวนิยาย|สารคดี|หนังสือ|หนังสั้น|รายการ|คลิป|กาแฟ|ไวน์|สุรา|ทุเรียน)"
)
BAD = frozenset(
    "ได้ ได้รับ รับ มี เป็น ที่ ซึ่ง จะ มอบ จัด รางวัล ผลงาน ผู้ ผู้ชนะ ว่า ใน ทั้ง เพื่อ นี้ นั้น คือ ดังนี้ ประกอบด้วย ทั้งนี้ ผู้ได้รับ ปีนี้ ผล แบ่งเป็น บาท โล่ "
    "พร้อม เงินรางวัล เงินสด ไม่มี ไม่ ตาม แต่ แก่ ให้ จำนวน รวม และ หรือ จาก "
    "การ ความ ด้าน ระดับ ประเภท สาขา ปี ครั้งที่ วันที่ เวลา ณ เรื่อง อื่น อื่นๆ ผ่าน เข้า เข้าร่วม ร่วม นอกจากนี้ โดย กับ "
    "ด้วย ของ คะแนน ส่วน ขณะที่ ขณะ ร้อยละ อาทิ เป็นต้น เท่านั้น อย่างไรก็ตาม พร้อมทั้ง "
    "คว้า ทำ ทำให้ ส่งผล ส่งผลให้ ดำเนิน ทองคำ สร้อยคอ อันดับ มา แล้ว เมื่อ ด้าน ปัจจุบัน ซึ่ง ก่อน หลัง ล่าสุด อีก ยัง หมายถึง รั้ง รั้งอันดับ ดังนั้น "
    "ข่าว ข่าวดี ทุนการศึกษา เกียรติบัตร คนละ ทีมละ จังหวัดละ รายละ แห่งละ เรื่องละ".split()
)

# what begins a clause, counts, or names a thing in general: no name begins with such a word
_BEGINS_CLAUSE = frozenset(
    "คว้า กวาด ครอง ทำ ทำให้ ต้อง ควร อาจ สามารถ ขอ ขอให้ ขอบคุณ ช่วย ร่วมกัน เพิ่ม ลด ปรับ ปรับปรุง พบ พบว่า ย้อน ยืนยัน ผลักดัน ส่งเสริม "
    "ส่งผล สนับสนุน "
    "เปิด เปิดเผย ปิด เตรียม เริ่ม ตั้ง จัดตั้ง ก่อตั้ง เลือก คัดเลือก ตัดสิน พิจารณา ประเมิน ประกาศ แสดง แสดงให้เห็น สะท้อน ตอกย้ำ ถือ นับ กล่าว ระบุ ชี้ "
    "เผย เชิญ เชิญชวน เน้น เน้นย้ำ มุ่ง มุ่งเน้น นำ ใช้ ลง ขึ้น เดินทาง เดินหน้า ติดตาม ตรวจ ให้บริการ บริการ ดูแล สร้างสรรค์ ประสบ ประสบความสำเร็จ พัฒนา "
    "แนวโน้ม ภาพรวม จุดเด่น จุดแข็ง เป้าหมาย วัตถุประสงค์ หลักเกณฑ์ คุณสมบัติ เงื่อนไข รายชื่อ รายละเอียด บรรยากาศ สถานการณ์ ปัจจัย เหตุผล "
    "ไป ไปครอง มาครอง เนื่อง เนื่องใน ในฐานะ "
    "รุ่น อายุ อันดับ ลำดับ คู่ รอบ รอบชิง สนาม เพศ น้ำหนัก ระยะ ทูต เอเชียนเกมส์ โอลิมปิก ซีเกมส์ พาราลิมปิก โอลิมปิกเกมส์ พาราลิมปิกเกมส์ "
    "เพราะ เพราะว่า แม้ แม้ว่า หาก ถ้า เช่นกัน เช่นเดียวกัน ทุก ทุกคน ทุกท่าน หลาย แต่ละ ต่อ ต่อไป ต่อมา จน จนถึง กว่า เกือบ ราว ประมาณ ทันที "
    "อีกด้วย อีกครั้ง ต่อเนื่อง ติดต่อกัน สำเร็จ เหรียญ สิทธิ สิทธิ์ ตั๋ว แพ็กเกจ วัน เดือน เมื่อวาน วันนี้ ขณะนี้ ครั้ง ครั้งนี้ ครั้งแรก".split()
)
# what joins or ends a clause within the words
_IN_CLAUSE = frozenset("หรือ ต้อง ตลอดจน รวมถึง รวมทั้ง ซึ่ง เนื่องจาก กล่าว เปิดเผย ถูก กำลัง ควร อย่าง ย้อน เพราะ".split())
# Winner |of Diploma of Excellence, |of Category: the rest of a prize's name
_REST = re.compile(
    r"(?:of|for|in|at|by|on|and|from|with|to|the)\b|(?:The[ ])?(?:Winners?|Categor(?:y|ies)|Finalists?|Advance|Gold|Silver|Bronze"
    r"|Platinum|Diamond|Excellen(?:t|ce)|Tour|Champions?(?:hip)?|Prizes?|Medals?|Awards?|Diplomas?)\b"
)
# ทสม(.): letters of an abbreviation that its stop has cut off
_LETTERS = re.compile(r"[ก-ฮ]{2,6}")


SITES = (
    r"ท่าเรือ|ท่าเทียบเรือ|ท่าอากาศยาน|สนามบิน|สถานี(?=[ก-ฮเ-ไ])|เขื่อน|อ่างเก็บน้ำ(?=[ก-ฮเ-ไ])|เหมือง(?=[ก-ฮเ-ไ])|นิคม(?=อุตสาหกรรม[ก-ฮเ-ไ]|สหกรณ์[ก-ฮเ-ไ])"
    r"|โรง(?:ไฟฟ้า|กลั่น|แยกก๊าซ|สี|ภาพยนตร์)(?=[ก-ฮเ-ไ])|โรงงาน(?!ที่|ใน|ทุก|ต่าง|อุตสาหกรรม(?=[ ]|$))"
    r"|มัสยิด|โบสถ์(?=[ก-ฮเ-ไ])|คริสตจักร|อาสนวิหาร|ศาลเจ้า|สำนักสงฆ์|สำนักปฏิบัติธรรม"
    r"|ห้างสรรพสินค้า|ปางช้าง|สนามกอล์ฟ|ถนนคนเดิน|ปั๊มน้ำมัน|คาเฟ่|คลินิก(?!ที่)|สตาร์ทอัพ(?=[ ][A-Zก-ฮเ-ไ])"
    r"|เรือหลวง|กองกำลัง(?=[ก-ฮเ-ไ])|วนอุทยาน|เขตรักษาพันธุ์|เขตห้ามล่า|หน่วย(?:จัดการ|พิทักษ์)|หมวดทางหลวง|ที่ว่าการอำเภอ|ไปรษณีย์(?=[ก-ฮเ-ไ])|สัสดี"
    r"|หอศิลป์|ห้องสมุด|อควาเรียม|ท้องฟ้าจำลอง|สวนสัตว์|มิวเซียม|สโมสร|กู้ภัย|ลูกเสือชาวบ้าน|ประชาคม(?=[ก-ฮเ-ไ])|แปลงใหญ่|วิทยุ(?=[ก-ฮเ-ไ])|คลื่นข่าว"
)
"""What plants, ports, houses of prayer, posts and clubs are called by: an alternation, for patterns of names by their heads."""


def plausible(name: str, behind: str, tokens: tuple[str, ...]) -> bool:
    """Whether words at a winner's place can be a name: no clause, no rest of a prize's name, no cut abbreviation.

    Args:
        name: the words.
        behind: what stands behind them in the text.
        tokens: the words, cut.
    """
    if _REST.match(name) or (_LETTERS.fullmatch(name) and behind.startswith(".")):
        return False
    return tokens[0] not in _BEGINS_CLAUSE and not any(token in _IN_CLAUSE for token in tokens)


# letters of the word by which the names of a row begin alike, at the least
_SHORTEST_KIND = 3


def kind_of(name: str) -> str:
    """The word that a name of several begins with, by which others of its kind are known: คุ้มดอนแก้ว → คุ้ม."""
    first = words(name)[0] if name else ""
    return first if _SHORTEST_KIND <= len(first) < len(name) and "ก" <= name[len(first)] <= "๎" and first not in BAD else ""


def before_alike(name: str) -> str:
    """A name without the ones of its kind behind a blank: คุ้มดอนแก้ว| คุ้มศรีสุข."""
    kind = kind_of(name) if THING.match(name) is None else ""
    cut = name.find(f" {kind}", len(kind)) if kind else -1
    return name[:cut].rstrip() if cut > 0 and "ก" <= name[cut + 1 + len(kind) : cut + 2 + len(kind)] <= "๎" else name
