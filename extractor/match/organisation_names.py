"""Where the name of a body ends: the words that cannot belong to it, and the tails that still do."""

from __future__ import annotations

import re
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import nlpo3

if TYPE_CHECKING:
    from collections.abc import Mapping

# Thai letters, vowels and tone marks; neither ฯ nor ๆ nor digits.
THAI = "[ก-ฮะ-ฺเ-ๅ็-๎]"
RUN = re.compile(f"{THAI}+")
# ก.พ.ร. · พม. · ป.ป.ส. · อสม.
ABBREVIATION = re.compile(r"(?:[ก-ฮ]{1,6}\.)(?:[ก-ฮ]{1,4}\.)*(?:[ก-ฮ](?![ก-๎]))?")

_WINDOW = 140  # no name is longer than this
_DICTIONARY = "thai-awards-words"

# Words that end any name, wherever they stand in it.
_ENDS = frozenset(
    """ได้ ได้รับ ได้แก่ ได้มี ได้ที่ จะ ให้ ให้กับ ให้แก่ ซึ่ง ที่ โดย แก่ ว่า นี้ นั้น ดังกล่าว ทั้ง ทั้งหมด ทุก ต่าง ต่างๆ แต่ เพราะ เมื่อ หาก
    คือ เป็น เป็นการ เป็นต้น เป็นผู้ มี มีการ มีความ มีมติ อยู่ ไม่ จึง ก็ กับ จาก ตาม ด้วย ถึง สู่ ต่อ แล้ว ยัง ยังคง ไว้ ก่อน หรือ ตั้งแต่ ภายใต้ เข้า
    ร่วม ร่วมกับ ร่วมกัน เข้าร่วม ร่วมงาน ร่วมมือ พร้อม พร้อมด้วย พร้อมทั้ง พร้อมกับ กล่าว กล่าวว่า กล่าวถึง เปิดเผย เปิดเผยว่า เผย เผยว่า ระบุ ระบุว่า ขอ ขอให้ คว้า คว้าแชมป์ นำโดย
    ผ่าน สามารถ ต้อง ควร กำลัง เคย เพิ่ง ถูก ยินดี พบ พบว่า เห็น ทำให้ ส่งผล เพื่อให้ เพื่อเป็น เพื่อนำ เพื่อขอ เพื่อใช้ เพื่อร่วม เพื่อรับ ในการ ในฐานะ ในปี ในวัน ในวันที่ ในครั้ง ใน วันที่ ปี ประจำปี
    ครั้งที่ จำนวน รวม รวมถึง รวมทั้ง อาทิ เช่น ท่าน นาย นาง นางสาว เวลา หลังจาก ขณะที่ ขณะนี้ ปัจจุบัน ล่าสุด เอง กว่า ทั่ว ทั่วประเทศ ทุกแห่ง เท่านั้น ตลอด
    เนื่องใน เนื่องจาก พ.ศ. นะ ครับ ค่ะ ขึ้น ออก มา ไป แทน ชนะ ชี้แจง ยืนยัน เสนอ มุ่ง มุ่งมั่น มุ่งเน้น ตระหนัก เห็นชอบ อนุมัติ รายงาน รายงานว่า เชื่อมั่น ดำเนินการ ลงพื้นที่
    รองรับ เดินหน้า ประสบความสำเร็จ ตั้งเป้า หวัง ดัน ปลื้ม โชว์ ลุย เผยแพร่ผล ยกระดับ ผนึก ผนึกกำลัง จับมือ หนุน ตอกย้ำ ครอง ครองแชมป์ ติด กวาด ฉลอง สุดปลื้ม แจง แนะ เตือน ห่วง เล็ง จ่อ
    พยายาม ครั้ง ใช้ เช่า เกี่ยวข้อง ปล่อย ระงับ เปลี่ยน เปลี่ยนชื่อ เดินทาง ต้อนรับ ตัดสิน ยึด จับกุม ตรวจพบ ชวน เชิญชวน จัดพิธี จัดงาน จัดกิจกรรม จัดประชุม จัดการประชุม สังกัด ในสังกัด คนที่ อีก อีกด้วย บริเวณ ประกอบด้วย จำกัด และคณะ
    """.split()
)  # fmt: skip
# Verbs that end a name unless a noun-making word stands before them (การจัด…, ผู้รับ…) or the head itself does.
_VERBS = re.compile(
    r"จัด(?!การ|หา|สรร|เก็บ|ซื้อ|ทำ|ระเบียบ|รูป)|มอบ|รับ(?!ผิดชอบ|รอง|ใช้|เหมา|เสด็จ)|ประกาศ|เปิด|เร่ง|ย้ำ|ชี้(?!วัด)|ชู|เชิญ|ชวน|แจ้ง|แถลง|เตรียม"
    r"|สั่ง|ลง(?!ทุน|โทษ)|นำ(?!เข้า|ร่อง|เที่ยว)|ส่ง(?!เสริม|ออก|กำลัง)|ร่วม|เข้า|ขึ้น|ถวาย|อัญเชิญ|เสด็จ|เยี่ยม|ตรวจเยี่ยม|ต้อนรับ|ประชุม|หารือ|เป็น|มี(?!เดีย)"
)
_NOUN_MAKERS = frozenset("การ ความ ผู้ นัก งาน และ ด้าน เพื่อ การจัด คณะกรรมการ คณะอนุกรรมการ คณะทำงาน ระบบ ศูนย์ ของ เขต".split())
# กองกฎหมาย|กรมประมง: the body above a unit begins a name of its own
_SUPERIOR = re.compile(
    r"กระทรวง|กรม(?!ธรรม)|สำนักงาน|มหาวิทยาลัย|จุฬาลงกรณ์มหาวิทยาลัย|ธนาคาร|บริษัท|สถาบัน|องค์การ|(?<!ศาสตร์)โรงพยาบาล|โรงเรียน|วุฒิสภา|สภาผู้แทนราษฎร|การไฟฟ้า|คณะ(?!กรรม|อนุ|ทำงาน|ที่)"
)
# What cannot go on after และ: another body, people, a verb.
_NOT_AFTER_AND = re.compile(
    r"กระทรวง|กรม(?!ธรรม)|กอง(?!ทุน)|สำนัก|มหาวิทยาลัย|ธนาคาร|บริษัท|สมาคม|มูลนิธิ|คณะ|โรงเรียน|โรงพยาบาล|วิทยาลัย|ศูนย์|สภา(?!พ)|เทศบาล|องค์[กร]าร?|หน่วยงาน|"
    r"หน่วย|ผู้|นาย|นาง|ประชาชน|ภาคี|ภาค|เครือข่าย(?!สัง)|เจ้าหน้าที่|สื่อมวลชน|บุคลากร(?!ทาง)|พนักงาน|จังหวัด|อำเภอ|ยัง|ได้|มี|เป็น|จะ|รอง|อธิบดี|ปลัด|รัฐมนตรี|ประธาน|ข้าราชการ|ส่วนราชการ|"
    r"รัฐวิสาหกิจ|พันธมิตร|พันธกิจ|ที่(?!ดิน|ปรึกษา)|ใน|โดย|ร่วม|เพื่อ|รับ|มอบ|รางวัล|โครงการ|ทีม|นัก|ครู|เข้า|คว้า|เดินหน้า|พัฒนาการ|ชุมชนต่าง|เอกชน|ทุก|อื่น|ต่าง|ไม่|เจ้าของ|สถาบันการ|สถานศึกษา|กลุ่ม|ชมรม|สหกรณ์|อีก|พร้อม|คุณ|ท่าน|ดร"
)
_OWNED = frozenset("ปลัด เลขาธิการ เลขานุการ รัฐมนตรี".split())
_DANGLING = frozenset("และ เพื่อ ของ การ ใน ด้าน แห่ง หรือ กับ ความ ที่ เพื่อการ".split())
# คณะกรรมการร่วม…, คณะทำงานดำเนินการ…
_LOOSE = frozenset("ร่วม ร่วมกัน ดำเนินการ รับ ชี้แจง รายงาน รองรับ ในการ เพื่อให้ ต่อ ระหว่าง ยกระดับ".split())
# อย่างต่อเนื่อง, ต่อไป, ทุกท่าน
_END_STEMS = re.compile(r"อย่าง|ต่อไป|ต่อเนื่อง|ทุกท่าน|ทุกภาค|ทุกคน|แต่ละ|อื่น|ได้รับ|เพื่อให้|เพื่อขอ|ให้|เป็น(?!เลิศ|ธรรม|ส่วน)|มี(?!ส่วนร่วม|เดีย|ชัย|นบุรี|ด)|ที่(?:มี|เป็น|ได้|ผ่าน|เกี่ยว|ดี$|จะ|ตั้ง|ร่วม)|ไม่|กล่าว|เปิดเผย|เข้าร่วม|ร่วมกับ|รับรางวัล|รับมอบ|คว้า")
# A head followed by one of these speaks of a kind: องค์การต้นแบบ, ศูนย์เล็กๆ
_GENERIC = frozenset("ต้นแบบ ขนาดใหญ่ ขนาดเล็ก ขนาดกลาง ขนาด เล็ก ใหญ่ ดีเด่น ชั้นนำ คู่ อัจฉริยะ ใหม่ หลัก ย่อย เดียว เดียวกัน ละ เอกชน คุณภาพ สำคัญ แรก สีเขียว".split())
_GENERIC_COMMITTEES = frozenset(
    "รัฐมนตรี ผู้ทรงคุณวุฒิ ผู้เชี่ยวชาญ กิตติมศักดิ์ ทรงคุณวุฒิ เรา ผู้แทน ผู้บริหาร ฝ่าย ระดับ ชุด ต่าง นายก ผู้ตรวจสอบ คณะ อิสระ ผู้จัดงาน".split()
)
# แห่งชาติ ends a name, unless ว่าด้วย… goes on
_NATIONAL = re.compile(r"แห่ง(?:ชาติ|ประเทศไทย)(?!ว่าด้วย|เพื่อ|ด้าน|ใน|และ|ไทย)")
_OWNED_BY_ALL = re.compile(r"มนุษย์|ผู้บริโภค|แผ่นดิน|ประเทศ|ชาติ")
_OWNERSHIP = re.compile(r"เงินทุน|ทุนหมุน|สภาองค์กร|สำนักงานเล")
_PURPOSE = re.compile(r"เพื่อ(?:ประกอบ|ให้|ทราบ|พิจารณา|ขอ|เสนอ|ดำเนิน|เป็น|ร่วม|หารือ|ติดตาม|รับ|นำ)")
_LAST = frozenset("พิจารณา กำหนด ทราบ อนุมัติ เห็นชอบ กำหนดให้ ให้ความเห็น ประกาศ ครั้ง".split())
RUN_ON = re.compile(r"(?!วัน|ที่|เดือน|การ)[ก-๎]")
_LEVEL = re.compile(r"(?:จังหวัด|อำเภอ|ตำบล|เขต|ภาค)$")


@cache
def _dictionary() -> str:
    spec = find_spec("pythainlp")
    assert spec is not None
    assert spec.origin is not None
    nlpo3.load_dict(str(Path(spec.origin).parent / "corpus" / "words_th.txt"), _DICTIONARY)
    return _DICTIONARY


def tokens(text: str) -> list[str]:
    """The words of a short stretch of Thai.

    >>> tokens("กรมประมงได้จัดงาน")
    ['กรมประมง', 'ได้', 'จัดงาน']
    """
    words: list[str] = nlpo3.segment(text, _dictionary())
    return words


def ends_name(word: str) -> bool:
    """Whether a word cannot stand in a body's name: ได้, ซึ่ง, เปิดเผย."""
    return word in _ENDS


def read_name(  # noqa: C901, PLR0912 - one walk over the words, one case after the other
    text: str,
    head: int,
    start: int,
    inner: Mapping[int, int],
    *,
    splits: bool = False,
    loose: bool = False,
    place: re.Pattern[str] | None = None,
) -> tuple[int, bool]:
    """End of the name that goes on at `start` from a head word at `head`, and whether it is certain.

    Args:
        text: normalised text.
        head: where the head word begins.
        start: where it ends.
        inner: start and end of bodies known by name that may stand inside.
        splits: whether the body above begins a name of its own (กองกฎหมาย|กรมประมง).
        loose: whether verbs may stand in the name (คณะกรรมการคัดเลือก…).
        place: a province's name, which ends the name for certain after จังหวัด.
    """
    run = RUN.match(text, start)
    if run is None:
        return start, False
    limit = min(run.end(), head + _WINDOW)
    at, end, previous = head, limit, ""
    skip = start
    kept: list[int] = []
    for word in tokens(text[head:limit]):
        here, at = at, at + len(word)
        if at <= start or here < skip:
            previous = word
            continue
        if here in inner and (here == start or not splits or previous in _OWNED):
            skip = inner[here]
            if skip >= start and not text.startswith(("และ", "จังหวัด"), skip):
                return skip, True
            previous = word
            continue
        first = here <= start
        if first and ((word.startswith("และ") and not text.startswith("สถาน", head)) or word in _GENERIC or (loose and word in _GENERIC_COMMITTEES)):
            return start, False
        if (word in _ENDS or _END_STEMS.match(word)) and not (loose and word in _LOOSE):
            end = here
            break
        if word == "ระหว่าง" and RUN_ON.match(text, at) is None:
            end = here
            break
        if word == "ของ" and not _OWNED_BY_ALL.match(text, at) and not _OWNERSHIP.match(text, head) and not (loose and not first):
            end = here
            break
        if loose and word.startswith("เพื่อ") and _PURPOSE.match(text, here):
            end = here
            break
        if word.startswith("และ") and not inside_and(text, here, limit, inner):
            end = here
            break
        if not first and splits and previous not in _OWNED and _SUPERIOR.match(text, here):
            end = here
            break
        if word.startswith("แห่ง") and (national := _NATIONAL.match(text, here)):
            return national.end(), True
        if word == "จังหวัด" and place is not None:
            found = place.match(text, at)
            return (found.end(), True) if found else (at, False)
        if not first and not loose and previous not in _NOUN_MAKERS and _VERBS.match(word):
            end = here
            break
        previous = word
        kept = [*kept, here] if word in _DANGLING or (loose and word in _LAST) else []
    else:
        end = limit
    return (max(start, kept[0]) if kept else end), False


def may_follow_and(text: str, at: int) -> bool:
    """Whether a name may go on with the word at `at` after และ or in an enumeration."""
    return _NOT_AFTER_AND.match(text, at) is None


def inside_and(text: str, at: int, limit: int, inner: Mapping[int, int]) -> bool:
    """Whether the และ at `at` joins two words of one name (กรมพัฒนาสังคมและสวัสดิการ) and not two bodies."""
    after = at + 3
    if after >= limit:
        return False
    return after not in inner and (may_follow_and(text, after) or text.startswith(("รัฐ", "ภาครัฐ"), at - 3) or text.startswith("ภาครัฐ", at - 6))


def is_kind(text: str, start: int, end: int) -> bool:
    """Whether the name ends in a bare level of area, and so tells a kind of office: สำนักงานขนส่งจังหวัด."""
    return _LEVEL.search(text, start, end) is not None
