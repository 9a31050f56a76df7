"""Levels of awards: ranks, medals, grades."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from extractor.anchors import Anchored, Words
from extractor.gazetteer_rows import Level
from extractor.match.award_titles import CONTESTED_WHO
from extractor.match.label import Label
from extractor.match.label_parts import GOES_ON, SHORT_GLOSS, WITHIN_NAME
from extractor.match.person_likeness import known_names
from extractor.patterns import sought

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from extractor.lexicon import Hit, Lexicon

_LEVEL_ALONE = sought(
    r"""(?P<runner> (?<!รอบ)(?<!รอบ[ ])รองชนะเลิศ
      (?:\ *(?:อันด[ับน]*|ลำดับ)(?:ที่)?\ *(?:\d{1,2}|หนึ่ง|สอง|สาม|สี่|ห้า))? | (?<!ค)รองอันดับ(?:ที่)?\ ?(?:\d|หนึ่ง|สอง|สาม|สี่)
      | (?<!ค)รองแชมป์(?:\ ?อันดับ(?:ที่)?\ ?(?:\d(?!\d)|หนึ่ง|สอง|สาม))? )
      | (?P<first> (?<!รอง)(?<!ชิง)ชนะเลิศ (?:\ ?อันดับ(?:ที่)?\ ?(?:\d(?!\d)|หนึ่ง|สอง|สาม))?
          (?!การ|จาก|ประกวด|แข่ง|[ ]?ระดับ(?:ประเทศ|ภาค|จังหวัด|โลก))
        | (?<!รอง)(?<!ชิง)ชนะเลิศ )
      | (?P<champion> (?:(?<=คว้า)|(?<=ครอง)|(?<=ซิว)|(?<=เป็น)|(?<=ได้)|(?<=รางวัล)|(?<=ตำแหน่ง)|(?<=ดีกรี)|(?<=เจ้าของ)
          |(?<=ผงาด)|(?<=ขึ้นแท่น)|(?<=รักษา)|(?<=ป้องกัน)|(?<=ทวงคืน)|(?<=ทวง))แชมป์(?:โลก)?(?:\ ?อันดับ(?:ที่)?\ ?\d(?!\d))?
          | (?:(?<![ก-๙])|(?<=ส่วน)|(?<=โดย)|(?<=ขณะที่)|(?<=สำหรับ)|(?<=ถ้วย)|(?<=ตำแหน่ง))แชมป์
            (?=\ ?[:：–—]|\ ?(?:ใน)?(?:[ก-๎]{2,20}(?:นี้|ดังกล่าว)|ปีนี้)?\ ?(?:ตก)?เป็นของ|\ ?ได้แก่
              |\ ?(?:ประเภท|รุ่น)[^\n“”]{2,50}?(?:ได้แก่|คือ\ |เป็นของ)) )
      | (?P<medal> (?:(?:ประกาศนียบัตร)?เกียรตินิยม\ *(?:อันดับ(?:ที่)?\ *\d\ *)?)?
          เหรียญ(?:ทองแดง|ทอง(?:เกียรติยศ|พิเศษ)?|เงิน|นาก|ฝีมือยอดเยี่ยม)(?:พระราชทาน)? )
      | (?P<praise> (?<=\()ชมเชย(?=\)) | (?<=รางวัล)ชมเชย(?=[ก-ฮเ-ไ][ก-๎]{3,40}[ ](?:ประจำ|ครั้งที่\ ?\d|ปี\ ?\d))
        | (?<=รางวัล)ชมเชย(?=CONTESTED_WHO)
        | (?<=รางวัล)\ ?(?:ชมเชย|ยอดเยี่ยม|ดีเยี่ยม|ดีเด่น|ดีมาก|ดี|ป[๊็]?อ[ปบ]ปูล[่]?า[ร์]*\ ?โหวต
        |ขวัญใจ[ก-๙]+?(?=ที่(?:มา|ได้|ตัด)|จาก|การ|ประจำ|ไป(?:อีก|ครอง)|มาครอง|อีก(?:ด้วย|\ )|[^ก-๙]|$)
        |เกียรติคุณประกาศ|เกียรติคุณ(?![ ]?[A-Z“"])|เข้าร่วม|เป็นเลิศ)
        (?=[\s“"”,.:)จ\dใ]|การ(?:ประกวด|แข่งขัน|ประชัน)|โครงการประกวด|ประจำปี|ไป(?:อีก|ครอง)|มาครอง|อีก(?:ด้วย|\ )|ด้าน[ก-ฮเ-ไ]
        |(?:ประเภท|สาขา)(?:รางวัล)?[ ]?[ก-ฮเ-ไA-Z“"]
        |ระดับ(?:ประเทศ|ชาติ|ภูมิภาค|ภาค|เขต|จังหวัด|อำเภอ|พื้นที่|กลุ่ม)
          (?!\ ?(?:จำนวน\ ?)?\d{1,4}\ ?[ก-๎]+(?!\ ?(?:ได้แก่|คือ\ |ดังนี้|:|\n)))|$)
        | (?<=ระดับ)ประกาศเกียรติคุณ(?![ก-ฮ])
        | (?:(?<![ก-๙])|(?<=และ)|(?<=เกียรติบัตร)|(?<=ประกาศเกียรติคุณ)|(?<=ประกาศนียบัตร))
          (?:ชมเชย|เกียรติคุณประกาศ)(?=[\ \n:]|$|การประกวด|การแข่งขัน|การประชัน|จาก(?:การ|เวที|งาน))
        | (?:(?<=ตำแหน่ง)|(?<=คว้า)|(?<=ซิว)|(?<=ควบ)|(?<=พ่วง)|(?<=และ))
          (?:นางงาม(?:มิตรภาพ|บุคลิกภาพ)|ขวัญใจ(?:ช่างภาพ|สื่อมวลชน|มหาชน|ประชาชน|(?:คณะ)?กรรมการ))
        | (?:(?<=ตำแหน่ง)|(?<=คว้า)|(?<=ซิว)|(?<=ควบ)|(?<=พ่วง)|(?<=และ)|(?<=ส่วน)|(?<=ขณะที่)|(?<=ได้)|(?<![ก-๙]))
          ขวัญใจ(?!ของ|จาก|ใน|ที่|ไทย|คน)[ก-๎]{3,16}?(?=\ ?(?:(?:ตก)?เป็นของ|ได้แก่|คือ\ |[:：])|\ (?:นาย|นาง|น\.ส|ด\.[ชญ]|เด็ก|ทีม|คุณ))
        | (?<=ตำแหน่ง)ขวัญใจ(?!ของ|จาก|ใน|ที่|ไทย|คน)[ก-๎]{3,16}(?=\ |\n|$) )
      | (?P<place> รางวัลที่\ ?(?:\d{1,2}(?!\d)(?:\ ?[-–]\ ?\d{1,2})?|(?:หนึ่ง|สอง|สาม|สี่|ห้า)(?![ก-๎]))
          (?!\ ?(?:เป็น|คือ|ได้แก่)?\ ?(?:รถ(?:ยนต์|จักรยาน|กระบะ)|สร้อยคอ|ทองคำ|โทรศัพท์|โทรทัศน์|ตู้เย็น|ตั๋ว|บัตรกำนัล|แพ็กเกจ|iPhone|ไอโฟน
            |เครื่อง(?:ดูดฝุ่น|ซักผ้า|ปรับอากาศ|ฟอก|กรองน้ำ|ปั่น)|พัดลม|ทีวี|หม้อ|แท็บเล็ต|โน้ตบุ๊ก|นาฬิกา))
        | (?:(?<=[ ])|(?<=ส่วน)|(?<=ดีเด่น)|(?<=ยอดนิยม)|(?<=ยอดเยี่ยม)|(?<=สูงสุด))อันดับ(?:ที่)?\ ?\d
            (?:\ ?ร่วม(?![ก-๙]))?(?=[\ )”"\n]|[:：](?!\d)|$)
        | (?<=และ)อันดับ(?:ที่)?\ ?\d(?=\ ?[“":：–—]|\ -\ |\ ?(?:ได้แก่|คือ\ )|\ (?:โรงเรียน|วิทยาลัย|ทีม|นาย|นาง|เด็ก(?:ชาย|หญิง)
            |ด\.[ชญ]|น\.ส\.|กรม|กระทรวง|สำนัก|กอง|ศูนย์|สถาบัน|มหาวิทยาลัย|ธนาคาร|บริษัท|เทศบาล|อบ[ตจ]\.|องค์การ|การ(?:ไฟฟ้า|ประปา|รถไฟ|เคหะ|ยาง)|จังหวัด|จ\.|โรงพยาบาล|รพ\.|โรงแรม|ร้าน|ชุมชน|กลุ่ม|สหกรณ์|วิสาหกิจ))
        | (?:(?<=และ)|(?<=เป็น)(?<!สุดเป็น)|(?<=อยู่ใน))อันดับ(?:ที่)?\ ?\d{1,2}(?=\ ?(?:ใน)?(?:ประเภท|สาขา|หมวด)\ ?[ก-ฮเ-ไA-Z“"])
        | (?<=เป็น)ที่\ ?\d(?=\ ?(?:ใน)?(?:ประเภท|สาขา|หมวด)\ ?[ก-ฮเ-ไA-Z“"])
        | (?<=\()อันดับ(?:ที่)?\ ?\d{1,3}(?=\))
        | (?:(?<=ได้)|(?<=คว้า)|(?<=รางวัล)|(?<![^\n]))อันดับ(?:ที่)?\ ?\d(?![\d.,])
        | (?:(?<=ได้)|(?<=คว้า)|(?<=รางวัล))อันดับ(?:ที่)?\ ?(?:หนึ่ง|สอง|สาม)(?![ก-๎])
        | (?:(?<=คว้า)|(?<=ซิว)|(?<=ได้)|(?<=ผงาด)|(?<=ครอง)|(?<=เข้าวิน))ที่\ ?\d(?![\d.,:]|\ ?(?:คน|แห่ง|ปี|นั่ง|เรื่อง|รางวัล|ล้าน|บาท|ครั้ง)) )
      | (?P<english> \b(?:Gold|Silver|Bronze|Platinum|Grand)\ +(?:Medal|Award|Prize|Winner) | \b(?:\d(?:st|nd|rd|th)|First
        |Second|Third|The\ Winner)\ +(?:Runner[- ][Uu]p|Prize|Place) | \b(?:Runner[- ]Up|RUNNER[- ]UP)(?:\ Prize)?
            | \b(?i:Special\ (?:Mention|Prize|Award)|Honou?rable\ Mention|Grand\ Prize|Jury\ Prize|Popular\ Vote)\b
              | (?<!ทีม\ )(?<!ทีม\ The\ )\bWinner\b(?!\ (?:Conference|Forum|Sharing|Talk|Club|Ceremony|Announcement)) )""".replace(
        "CONTESTED_WHO", CONTESTED_WHO
    ),
    re.VERBOSE,
)
_LEVEL_AFTER = sought(
    r"(?:(?:ใน|ได้)?(?<!ป)ระดับ(?:รางวัล|สูงสุด)?(?:คะแนน)?|ประเภท(?:รางวัล)?|รางวัล(?:ประเภท|ระดับ)?|เกรด"
    r"|โล่)[ \n]*(?:ที่[ ]?)?[“\"‘'(]?[ ]*(?P<number>\d[ ])?$"
)
# ได้|บรอนซ์| หมวดเดียวกัน, คว้า |Gold| ไปครอง: a metal by a foreign name, right behind a verb
_VERB_BEFORE = re.compile(r"(?:ได้(?:รับ)?|คว้า|ซิว|กวาด|ครอง|รับ)[ ]?\Z")
_FOREIGN_METAL = re.compile(
    r"(?:โกลด์|ซิลเวอร์|บรอนซ์|ไดมอนด์|แพล[ทต]ิ[ก-๎]{2,4}|[A-Z][a-z]+)"
    r"(?=[ ]?(?:$|\n|[,”\"]|(?:ใน)?(?:หมวด|สาขา|ประเภท|กลุ่ม|ด้าน|รุ่น|เวที)|และ|จาก|ไป(?:ครอง|ได้)|มา(?:ครอง|ได้)|ส่วน|ขณะ))"
)
# one of which begins every one of them
_LEADS = ("รางวัล", "ระดับ", "ประเภท", "โล่", "เกรด")
# ครองแชมป์|ส่งออกสูงสุด, คว้าแชมป์ “|ธนาคารยอดเยี่ยม…แห่งปี”: no rank in a contest
_IN_A_MANNER = re.compile(
    r"[ ]?(?:(?:การ|ยอด|มูลค่า)?(?:ส่งออก|นำเข้า|ยื่นขอ|ลงทุน|ผลิต(?!ภัณฑ์)|จำหน่าย|ขาย)|จำนวน|มูลค่า"
    r"|[“\"‘']?(?:ธนาคาร|องค์กร|บริษัท|แบรนด์|หน่วยงาน|ผู้)[^\n“”\"’]{0,60}?(?:ยอดเยี่ยม|แห่งปี|ดีเด่น|ยอดนิยม)|[“\"‘']?Best[ ])"
)
# อันดับ 1 |การหลอกลวงออนไลน์: what is counted, and nobody's place
_COUNTED = re.compile(
    r"[ ](?:การ(?!ไฟฟ้า|ประปา|เคหะ|รถไฟ|ยาง|ท่าเรือ|ทางพิเศษ|ท่องเที่ยวแห่ง|กีฬาแห่ง|นิคม|ประกวด|แข่งขัน|แสดง|ออกแบบ|เขียน|วาด)[ก-๎]|คดี)"
)
# แผน|ระดับที่ 3, เครดิต|ระดับ AAA: of what a plan or a debtor is
_NO_GRADE = re.compile(r"(?:แผน|เครดิต|น่าเชื่อถือ|เรทติ้ง|Rating)(?:อยู่)?(?:ใน|ที่)?[ ]?$")
# รางวัลที่ 1 ตกเป็นของนาย ก |ที่ 2| เป็นของนาย ข
_NEXT_PLACE = Anchored(
    re.compile(r"(?:(?<=[ \n])|(?<=และ)|(?<=ส่วน))(?P<place>(?:ชนะ)?ที่[ ]?[2-9๒-๙])(?=[ ]?(?:ตกเป็นของ|เป็นของ|ได้แก่|คือ[ ]))"),
    "|".join(f"{won}ที่{gap}{number}" for won in ("", "ชนะ") for gap in ("", " ") for number in "23456789๒๓๔๕๖๗๘๙"),
)
# ⏎|ที่ 1| ทีมลาเต้⏎|ที่ 2| ทีมมอคค่า · ผลการแข่งขัน |ที่ 1| นาย ก |ที่ 2| นาย ข: places of a list of results, one after the other
_LISTED_PLACE = re.compile(
    r"(?:^|(?<=[\n ,•:–-]))(?P<place>ที่[ ]?(?P<number>[1-9]))(?=[ ]?[:：–-]?[ ]?"
    r"(?:ทีม|นาย|นาง|น\.ส\.|ด\.[ชญ]\.|เด็ก(?:ชาย|หญิง)|คุณ|โรงเรียน|บริษัท|มหาวิทยาลัย|วิทยาลัย|กลุ่ม|ชุมชน|เทศบาล|อบต|ร้าน|วง|คณะ"
    r"|หมู่บ้าน|(?:ได้แก่|คือ)[ ]|(?P<first>[ก-ฮเ-ไ][ก-๎]{1,19})[ ]{1,2}(?!บาท|ล้าน|คน)"
    r"[ก-ฮเ-ไ][ก-๎]{2,24}(?=[ ]*(?:$|[\n,(]|\d|ที่|และ|เวลา|จาก|สังกัด|ส่วน|ทีม|โรงเรียน))))"
)
_PLACE_WORDS = Words("|".join(f"ที่{gap}{number}" for gap in ("", " ") for number in range(1, 10)))
# รางวัลระดับ|ภาคใต้| – โรงเรียน ก: how far a prize reaches is all that tells it from the others
_REACH_WON = re.compile(
    r"รางวัลระดับ[ ]?(?P<reach>ประเทศ|(?:นานา)?ชาติ|ภูมิภาค|ภาค[ก-๎]{0,20}|เขต(?:[ ]?\d{1,2})?|จังหวัด|อำเภอ|ตำบล)"
    r"[ ]*(?:[–—:-]|ได้แก่|คือ(?=[ ])|(?:ตก)?เป็นของ)(?![ ]*(?:\n|รางวัล|(?:รอง)?ชนะเลิศ|เหรียญ|อันดับ|ที่|ชมเชย|ไม่มี|ภาค|\d|$))"
)
_REACH_WORDS = Words("รางวัลระดับ")
# ⏎|ดีเด่น| : โรงเรียน ก⏎|ดี| : โรงเรียน ข, |ดีเด่น| ได้แก่ โรงเรียน ก: a grade that stands alone before who has it
_GRADES = "ดีเด่น|ดีมาก|ดีเยี่ยม|ดีเลิศ|ดี"
_GRADE_WORDS = Words(
    "|".join(f"{grade}{ending}" for grade in _GRADES.split("|") for ending in (" ได้แก่", " คือ ", " :", ":", " – ", " - "))
)
_GRADED = re.compile(
    rf"(?<![ก-๎A-Za-z])(?<!ระดับ )(?<![A-Zฯ] )(?<![a-z] )(?P<grade>{_GRADES})"
    r"(?=[ ]?(?:(?:[:：]|[–—-](?=[ ])|ได้แก่|คือ(?=[ ]))[ ]?)(?![\n\d]|ร้อยละ|รางวัล|จำนวน|คะแนน|ไม่))"
)
# ⏎|ดีเด่น|⏎1. โรงเรียน ก⏎|ดี|⏎1. โรงเรียน ข: a grade that is a line of its own
_GRADE_LINES = Words("|".join(f"\n{grade}\n" for grade in _GRADES.split("|")))
_LEVEL_WORDS = Words(
    "ประกาศเกียรติคุณ|นางงาม|ขวัญใจ|เกียรติคุณประกาศ|เกียรตินิยม|ประกาศนียบัตรเกียรตินิยม|ชนะเลิศ|รองอันดับ|แชมป์|เหรียญ|รางวัล|อันดับ|ชมเชย|ได้ที่|คว้าที่|ซิวที่|ผงาดที่|ครองที่|เข้าวินที่"
    "|เป็นที่ 1|เป็นที่ 2|เป็นที่ 3|เป็นที่ 4|เป็นที่ 5"
)
_TH_WON = re.compile(r"(?:ได้|เป็น|คว้า|ซิว|ผงาด|ครอง|เข้าวิน)(?=ที่[ ]?\d)")
_LATIN_RUN = re.compile(r"[A-Z0-9][A-Za-z0-9 \-]{4,}")
# one of which stands in every level in Latin letters
_LATIN_WORDS = Words("edal|ward|WARD|rize|RIZE|inner|unner|UNNER|lace|ention|ENTION|ote|OTE")
_LATIN_BEGINS = re.compile(r"[GSBPFTRWHJsghjp0-9](?<![A-Za-z0-9].)")


# ครูดีเด่น| ระดับ|จังหวัด: how far an honour reaches, which is its rank where it has no other
_REACH = re.compile(
    r"[”\"']?[ ]?ระดับ[ ]?(?P<reach>ประเทศ|ชาติ|ภูมิภาค|ภาค(?:เหนือ|ใต้|กลาง|ตะวันออกเฉียงเหนือ|ตะวันออก|ตะวันตก|อีสาน)?"
    r"|เขต|จังหวัด|อำเภอ|ตำบล)"
    r"(?![ก-๎])(?![ ]*(?:(?:รอง)?ชนะเลิศ|รางวัล|เหรียญ|อันดับ|ระดับ|และระดับ|หรือ|ชมเชย|ดี|ยอดเยี่ยม|สู่|ไป|เพื่อ|ต่อไป|/))"
)
# Siam Quality Award 2020| : SQA 2020 ระดับ |Best in Class: how good a winner is, by a prize of a foreign name
_FOREIGN_GRADE = re.compile(
    r"[”\"']?[ ]?(?:\([^()\n]{2,30}\)[ ]?|:[ ]?[A-Z]{2,8}(?:[ ]?(?:20|25)\d\d)?[ ])?(?:ใน)?ระดับ[ ]?[“\"]?"
    r"(?P<reach>(?!Global\b|International\b|Asia|World\b(?![ ]Class)|National\b|Regional\b|Provincial\b"
    r"|Southeast\b|SEA\b|Thailand\b|ASEAN\b|Inter\b)"
    r"[A-Z][A-Za-z+]{1,16}(?:[ ](?:in|of|[A-Z][A-Za-z+]{1,16})){0,3})(?=[”\"]?(?:[ ,\n]|$))"
)
_FOREIGN = re.compile(r"[A-Za-z][”\"']?$")
_HONOUR = re.compile(r"(?:ดีเด่น|แห่งปี|ต้นแบบ|สุดยอด|ตัวอย่าง|คนดี|ผู้ทำคุณ|ปราชญ์)")


# characters from a prize's name to its year, behind which it is told how far the prize reaches
_TO_YEAR = 60


def reach_behind(text: str, award: Label, year: Label | None) -> Label | None:
    """How far an honour reaches, right behind its name or its year: อสม.ดีเด่น ระดับ|จังหวัด."""
    places = [award.until] if _HONOUR.search(text, award.start, award.end) is not None else []
    beside = year is not None and 0 <= year.outer - award.until <= _TO_YEAR and "\n" not in text[award.until : year.outer]
    if year is not None and beside and (places == [] or year.outer - award.until <= 1):
        places.append(year.until)
    found = next((reach for place in places if (reach := _REACH.match(text, place)) is not None), None)
    if found is None and _FOREIGN.search(text, award.start, award.end) is not None:
        found = _FOREIGN_GRADE.match(text, year.until if year is not None and beside else award.until)
    return None if found is None else Label("level", *found.span("reach"), "level.reach", *found.span("reach"))


_OWN_REACH = re.compile(r"ระดับ[ ]?(?P<reach>ประเทศ|(?:นานา)?ชาติ|ภูมิภาค|ภาค[ก-๎]{0,20}|เขต(?:[ ]?\d{1,2})?|จังหวัด|อำเภอ|ตำบล)")


def own_reach(text: str, category: Label | None) -> Label | None:
    """How far an honour reaches that is told by a class of its own: รางวัล ก ระดับประเทศ ได้แก่ … ระดับ|ภาค| ได้แก่ …."""
    found = _OWN_REACH.fullmatch(text, category.start, category.end) if category is not None else None
    return None if found is None else Label("level", *found.span("reach"), "level.reach", *found.span("reach"))


# สาขาผู้แปรรูปสมุนไพร|ในระดับ|ภาค
_REACH_AT_END = re.compile(r"[ ]?(?:ใน)?ระดับ[ ]?(?P<reach>ประเทศ|ชาติ|ภูมิภาค|ภาค(?:เหนือ|ใต้|กลาง|อีสาน)?|เขต|จังหวัด|อำเภอ|ตำบล)$")


def cut_reach(text: str, branch: Label) -> tuple[Label, Label] | None:
    """A branch without how far the honour reaches, with which it ends, and that as its rank."""
    found = _REACH_AT_END.search(text, branch.start, branch.end)
    if found is None or found.start() - branch.start < _SHORTEST_BRANCH:
        return None
    end = found.start()
    level = Label("level", *found.span("reach"), "level.reach", *found.span("reach"))
    return replace(branch, end=end, until=branch.until), level


_SHORTEST_BRANCH = 4


CONTEST_RANKS = frozenset({"level.first", "level.runner", "level.praise", "level.medal"})
"""The rules of a contest's own ranks."""
TIERS = "level.tiers"
"""The rule of a label that names all of an award's tiers together, and nobody's own."""


# โล่|องค์กรคุณธรรมต้นแบบ: a grade of morality, which is a prize of its own where a body is named with it
_BODY = "องค์กร"


def _grades(text: str) -> Iterator[Label]:
    """Grades that stand alone before who has them: at the head of a line, or several of them in running words."""
    found = [match for place in _GRADE_WORDS.find(text) if (match := _GRADED.match(text, place)) is not None]
    for graded in found:
        if len(found) > 1 or (graded["grade"] != "ดี" and text[graded.start() - 1 : graded.start()] in {"", "\n"}):
            yield Label("level", *graded.span("grade"), "level.praise", *graded.span("grade"))
    for newline in _GRADE_LINES.find(text):
        span = newline + 1, text.index("\n", newline + 1)
        yield Label("level", *span, "level.praise", *span)


def find_levels(text: str, lexicon: Lexicon, hits: Sequence[Hit]) -> list[Label]:
    """Every level: those that need no word before them, and the gazetteer's behind ระดับ, ประเภท, รางวัล."""
    rows = lexicon.forms("levels")
    labels = []
    for match in _alone(text):
        start, end = match.span()
        start += len(match.group()) - len(match.group().lstrip())
        if match.lastgroup == "champion" and _IN_A_MANNER.match(text, end) is not None:
            continue
        surface = text[start:end]
        if match.lastgroup == "place" and surface.startswith("อันดับ") and _COUNTED.match(text, end) is not None:
            continue
        outer = start - 6 if text[start - 6 : start] == "รางวัล" else start
        row = rows.get(surface.lower()) or rows.get(re.sub(r"(?<=อันดับ)ที่|[ ]", "", surface).lower())
        labels.append(Label("level", start, end, f"level.{match.lastgroup}", outer, end, value=row.id if row else None, row=row))
    if "ที่ 2" in text or "ที่ ๒" in text:
        labels.extend(
            Label("level", *match.span("place"), "level.place", *match.span("place")) for match in _NEXT_PLACE.finditer(text)
        )
    labels.extend(_listed_places(text))
    labels.extend(_grades(text))
    labels.extend(
        Label("level", *won.span("reach"), "level.reach", place, won.end("reach"))
        for place in _REACH_WORDS.find(text)
        if (won := _REACH_WON.match(text, place)) is not None
    )
    for start, end, row in hits:
        if not isinstance(row, Level):
            continue
        before = text[max(0, start - 24) : start]
        lead = _LEVEL_AFTER.search(before) if any(word in before for word in _LEADS) else None
        if lead is None and row.scale == "metal" and _FOREIGN_METAL.match(text, start) and _VERB_BEFORE.search(before):
            labels.append(Label("level", start, end, "level.named", start, end, value=row.id, row=row))
        if lead is None or (end < len(text) and _glued_on(text, end)):
            continue
        if lead.group().strip(" \n“\"‘'(") == "รางวัล" and (
            end - start < 4
            or row.scale not in {"contest", "medal", "metal", "grand", "place", "popular"}
            or (row.scale == "metal" and WITHIN_NAME.match(text, end))
        ):
            continue
        if row.scale == "place" and "ประเภท" in lead.group():
            continue  # ประเภทที่ 3 วิทยานิพนธ์: the third of the categories
        if text.startswith(("ขึ้นไป", " ขึ้นไป"), end) or _NO_GRADE.search(before, 0, lead.start()):
            continue
        outer = start - len(lead.group())
        if row.scale == "moral-org" and text.startswith(_BODY, start) and lead.group().strip() in {"โล่", "รางวัล"}:
            labels.append(Label("award", start if lead.group().startswith("โล่") else outer, end, "award.title", outer, end))
            continue
        start -= len(lead["number"] or "") if row.scale != "medal" else 0  # รางวัล 2 |เหรียญทอง: so many
        gloss = SHORT_GLOSS.match(text, end)
        stop = gloss.end() if gloss else end
        until = stop + 1 if stop < len(text) and text[stop] in "”\"’')" else stop
        # โล่เชิดชูเกียรติ: a plaque, which announces winners and is no rank
        rule = TIERS if row.scale == "honour" and lead.group().startswith("โล่") else "level.named"
        labels.append(Label("level", start, stop, rule, outer, until, value=row.id, row=row))
    return _joined(text, _without_tiers(text, [_of_zone(text, label) for label in labels]))


def _listed_places(text: str) -> Iterator[Label]:
    """The places of lists of results, from the first on: ที่ 1 ทีม ก ที่ 2 ทีม ข."""
    rows: list[list[re.Match[str]]] = []
    for place in filter(None, (_LISTED_PLACE.match(text, at) for at in _PLACE_WORDS.find(text))):
        number = int(place["number"])
        last = int(rows[-1][-1]["number"]) if rows and rows[-1] else 0
        if last and number in {last, last + 1}:
            rows[-1].append(place)
        else:
            rows.append([place] if number == 1 else [])  # what does not begin with the first is no list
    given, _ = known_names()
    for row in rows:
        bare = [place["first"] for place in row if place["first"]]
        if row and row[-1]["number"] != "1" and (not bare or 2 * sum(first in given for first in bare) >= len(bare)):
            yield from (Label("level", *one.span("place"), "level.place", *one.span("place")) for one in row)


# การประกวด|ป่าชุมชน … รางวัล|ดีเยี่ยม|ป่าชุมชน: a rank, and behind it once more what is contested
_CONTESTED = re.compile(r"(?:ประกวด|แข่งขัน|คัดเลือก)(?P<what>[ก-๎]{4,30})$")
_PRAISE = re.compile(r"รางวัล(?P<praise>ยอดเยี่ยม|ดีเยี่ยม|ดีเด่น|ดีมาก|เป็นเลิศ|ชมเชย)$")


def ranks_of_contests(text: str, awards: Sequence[Label]) -> Iterator[Label]:
    """Ranks that run on into what is contested."""
    for what in {found["what"] for award in awards if (found := _CONTESTED.search(text, award.start, award.end)) is not None}:
        at = text.find(what)
        while at >= 0:
            if (rank := _PRAISE.search(text, max(0, at - 16), at)) is not None:
                yield Label("level", *rank.span("praise"), "level.praise", rank.start(), at)
            at = text.find(what, at + len(what))


# ผู้ชนะระดับทวีป (Continent| Winner|), Country| Winner: of how wide a region one is the best
_ZONE = re.compile(
    r"(?:ผู้ชนะ(?:ใน)?ระดับ[ก-๎]{2,14}[ ]?(?P<open>\())?(?:Global|World|Continent(?:al)?|Country|National|Regional|Region|Asia)[ ]$"
)


def _of_zone(text: str, label: Label) -> Label:
    """A winner's rank with the region that stands before it."""
    if label.rule != "level.english" or not text.startswith("Winner", label.start):
        return label
    zone = _ZONE.search(text, max(0, label.start - 50), label.start)
    if zone is None:
        return label
    end = label.end + 1 if zone["open"] and text.startswith(")", label.end) else label.end
    start = zone.start() if end > label.end or not zone["open"] else zone.end("open")
    return Label("level", start, end, label.rule, start, end)


# แบ่งเป็น 3 ระดับ ได้แก่ ระดับดีเยี่ยม ระดับดีเด่น และระดับดี: the tiers that an award has
_DIVIDED = re.compile(
    r"(?:แบ่ง(?:ออก)?เป็น|จำแนกเป็น|มีทั้ง|ประกอบด้วย)[ ]?(?:\d[ ]?(?:ระดับ|รางวัล|ประเภท)[ ]*(?:คือ|ได้แก่|[:])?)?[ ]*(?:รางวัล)?$"
)
_NEXT_TIER = re.compile(r"[ ]*(?:,|และ|,[ ]?และ)?[ ]*(?:รางวัล)?")
_TIERS_TOLD = re.compile(r"[ ]*(?:ดังนี้|ดังต่อไปนี้|โดย|ซึ่ง|ตาม|\n|$)")


def _without_tiers(text: str, labels: list[Label]) -> Iterator[Label]:
    """The levels, with each row of tiers into which an award is divided as one: it tells of no winner's own level."""
    labels.sort(key=lambda label: label.outer)
    at = 0
    while at < len(labels):
        last = at
        while last + 1 < len(labels) and _NEXT_TIER.fullmatch(text, labels[last].until, labels[last + 1].outer):
            last += 1
        tiers = (
            last > at
            and _TIERS_TOLD.match(text, labels[last].until)
            and _DIVIDED.search(text, max(0, labels[at].outer - 50), labels[at].outer)
        )
        if tiers:
            labels[last].rule, labels[last].outer = TIERS, labels[at].outer
            at = last
        yield from labels[at : last + 1]
        at = last + 1


_RANKS, _MEDALS = frozenset({"level.first", "level.runner", "level.place"}), frozenset({"level.medal"})
# ระดับดีเยี่ยม (|เหรียญทอง|): a grade and the medal that stands for it
_GRADE_BESIDE = re.compile(r"[ ]{0,2}\((?:ระดับ|รางวัล)?")
# ชนะเลิศ| |ระดับ|เหรียญทอง, รองชนะเลิศ|ระดับ| Silver: of which metal the rank is
_OF_METALS, _OF_METAL = frozenset({"medal", "metal", "grand"}), re.compile(r"[ ]?ระดับ[ ]?")
# เหรียญทอง| |รองชนะเลิศอันดับ 1 · ชนะเลิศ| (|เหรียญทอง), but not ชนะเลิศ เหรียญทอง 3 เหรียญ
_BESIDE, _SO_MANY = re.compile(r"[ ]{0,2}\(?(?:ระดับ)?"), re.compile(r"[ ]?\d{1,6}[ ]?(?:เหรียญ|รางวัล)")


def _joined(text: str, labels: Iterable[Label]) -> list[Label]:
    """The levels, with a medal and the rank beside it as the one level that they are: เหรียญทอง ชนะเลิศ."""
    kept: list[Label] = []
    for label in sorted(labels, key=lambda label: (label.outer, -label.until)):
        last = kept[-1] if kept else None
        if last is not None and label.start < last.end:
            continue  # the same one, once known by its shape and once by the gazetteer
        pair = last is not None and {last.rule, label.rule} & _MEDALS and {last.rule, label.rule} & _RANKS
        graded = (
            last is not None and last.rule == "level.named" and label.rule == "level.medal" and text.startswith(")", label.until)
        )
        if last is not None and graded and _GRADE_BESIDE.fullmatch(text, last.until, label.outer):
            last.end = last.until = label.until + 1
            continue
        if last is not None and _is_of_metal(text, last, label):
            last.end, last.until = label.end, label.until
            continue
        if last is None or not pair or not _BESIDE.fullmatch(text, last.until, label.start) or _SO_MANY.match(text, label.until):
            kept.append(label)
            continue
        last.end = last.until = label.until
        if "(" in text[last.start : label.start] and text.startswith(")", label.until):
            last.end = last.until = label.until + 1
    return kept


def _is_of_metal(text: str, rank: Label, label: Label) -> bool:
    """Whether a level is the metal of the rank right before it, told behind ระดับ: ชนะเลิศ|ระดับเหรียญทอง."""
    return (
        rank.rule in CONTEST_RANKS
        and isinstance(label.row, Level)
        and label.row.scale in _OF_METALS
        and _OF_METAL.fullmatch(text, rank.until, label.start) is not None
        and _SO_MANY.match(text, label.until) is None
    )


def _alone(text: str) -> Iterator[re.Match[str]]:
    """Levels that need no word before them, in order, none overlapping."""
    done = -1
    places = set()
    for place in _LEVEL_WORDS.find(text):
        places.add(place)
        if (won := _TH_WON.match(text, place)) is not None:
            places.add(won.end())  # ทีมนาดี คว้า|ที่ 1
        if text.startswith(("ชนะเลิศ", "แชมป์"), place) and text.startswith("รอง", place - 3):
            places.add(place - 3)
        if text.startswith("รางวัล", place):
            places.update((place + 6, place + 7))
    until = -1
    for place in _LATIN_WORDS.find(text):
        if place < until:
            continue
        line_break = text.find("\n", place)
        until = line_break if line_break >= 0 else len(text)
        for run in _LATIN_RUN.finditer(text, text.rfind("\n", 0, place) + 1, until):
            places.update(begun.start() for begun in _LATIN_BEGINS.finditer(text, *run.span()))
    for place in sorted(places):
        match = _LEVEL_ALONE.match(text, place) if place >= done else None
        if match is not None:
            done = match.end()
            yield match


def _glued_on(text: str, end: int) -> bool:
    """Whether the word goes on where a level seems to end (ดี in ดีไซน์, ทอง in ทองคำ)."""
    return bool("ก" <= text[end] <= "๛") and not GOES_ON.match(text, end)
