"""Names of contests: การประกวด…, การแข่งขัน…, and the proper name that stands beside such a description."""

from __future__ import annotations

import re

from extractor.anchors import Words
from extractor.match.award_words import QUOTED, TRAILING_YEAR, is_function_word, name_end
from extractor.match.headline_words import GOES_ON
from extractor.match.label import Label
from extractor.patterns import sought

# where the description of a contest ends: การแข่งขันเรือยาว| ชิงถ้วย…
_STOP = sought(
    r"[ ]?และ(?=(?:การ)?(?:ประกวด|แข่งขัน)[ก-ฮเ-ไ])"
    r"|เข้า(?=ร่วม|รอบ|ประกวด|แข่ง|รับ|ชิง|สู่)|[ ](?:เข้า|ทีม|รับ|ผล|รายการ|อีกด้วย)|(?<!ค)รอบ|เมื่อ"
    r"|ชิง(?=เงิน|รางวัล|ถ้วย(?!พระราชทานฯ?$)|(?<= ชิง)ถ้วย|โล่)"
    r"|รับ(?=รางวัล|โล่|ถ้วย|เงิน)|คว้า|ผล(?=การ|ปรากฏ|ตัดสิน)|ปรากฏ|รายการ(?=[ ]?[“\"A-Z])"
    r"|[ ](?:ผู้)?(?:รอง)?ชนะเลิศ(?=[ ]|อันดับ|$)|[ ](?:พันธุ์|สายพันธุ์|รุ่น|ประเภท)[ก-๎]{2,24}[ ](?:รางวัล)?(?:รอง)?ชนะเลิศ"
    r"|[ ]?และ(?=(?:หลัง|เยี่ยม|ร่วม|ชม(?!เชย)|พบ|เปิด|มอบ|กล่าว|ยัง)[ก-๎])|[ ]?ใน(?=ช่วง|ครั้ง(?!ที่)|รอบ|นัด|ขณะ|เวลา)"
    r"|[ ]ก่อน(?=(?:ที่)?(?:จะ|คว้า|ได้|ไป|มา)|$)"
    r"|[ ](?:งาน|เทศกาล|ประเพณี)[ก-ฮเ-ไ]"
    r"|[ ](?=(?:วิสาหกิจชุมชน|วิทยาลัย|องค์การบริหารส่วน(?:ตำบล|จังหวัด)|ชุมชนบ้าน|ร้าน(?!อาหาร|ค้า|กาแฟ))[ก-ฮเ-ไ])"
    r"(?![ ][ก-๎]{0,40}(?:ดีเด่น|ต้นแบบ|ยอดเยี่ยม|สร้างสรรค์|พอเพียง|เข้มแข็ง))"
    rf"|[ ](?={GOES_ON})"
    r"|[ ]?ประกอบ(?=ด้วย|ไป|$)|(?:ที่)?ผ่านมา|ย้อนหลัง|[ ]เผย|เมื่อวาน|รุ่น(?!ใหม่)|หัวข้อ|ใน(?=หัวข้อ)"
)
_NAMELESS = re.compile(
    r"[ ]?(?:หมายเลข|เบอร์)|[ ]*(?:รางวัล|(?<!ประกวด)ศูนย์(?!เรียนรู้|ข้าว|พัฒนา|บริการ|ยุติธรรม|จัดการ|ปฏิบัติ)"
    r"|ผลงาน(?![ก-ฮเ-ไ]|[ ]?[A-Z][A-Za-z0-9]+[ ]?(?:และ|ระดับ|ดีเด่น))|ใน|ที่|และ|นี้"
    r"|ดังกล่าว|กับ|ของ|ครั้ง|จาก|โดย|ได้|เพื่อ|ทั้ง|ระดับ|รอบ|ต่าง|ฯ|จำนวน|แบบ(?!บ้าน)|มี|ๆ"
    r"|วัน(?:ที่|แรก|สุดท้าย|นี้|ละ)|เป็น|หรือ|ให้|จะ|ทุก|ราย(?!การ(?:วิทยุ|โทรทัศน์|ทีวี|สั้น|เด็ก))|อีก|ร่วม|ล้วน"
    r"|เกือบ|กว่า|มากกว่า|ประมาณ|ราว[ ]?\d|ปรากฎ|ประขัน|แพ้|รุ่น(?!ใหม่|เยา)|กีฬา(?=[ ]*(?:$|\n|โดย|และ(?!การ)|ใน|ที่|ของ|ต่าง|ทุก|เพื่อ|ให้))"
    r"|คว้า|กวาด|ควบ|เพิ่ม|เฟ้นหา|ค้นหา|ผลักดัน|(?:ทีม|ผู้|เรือ|วง|คณะ)?(?:รอง)?ชนะเลิศ"
    r"|ประเทศ|ต่อ(?!ต้าน|ยอด|เติม|วง|ภาพ|จิ๊ก|คำ|กลอน|เลโก้|ตัวต่อ)"
    r"|นักกีฬา|กัน|ทาง|เมื่อ|ย้อนหลัง|ประกอบ|ปี[ ]?\d|อย่าง|สนาม(?=แรก|ที่|สุดท้าย|[ ]?\d)|ความเป็นเลิศ)"
    r"|[ ]+(?![A-Z“\"‘'(]|โครงการ[ ]?[A-Z“\"]|(?:รพ\.สต|อบต|อปพร|อสม)\.)"
)
# การประกวด|ผลงานวิจัย…, ประกวด|ผลงาน CQI และ…: of what kind the works are
_WORKS = re.compile(
    r"ผลงาน(?:วิชาการ|วิจัย|นวัตกรรม|สร้างสรรค์|ศิลป|สิ่งประดิษฐ์|ประดิษฐ์|ออกแบบ"
    r"|การ(?:ออกแบบ|วิจัย|พัฒนา)|[ ]?[A-Z][A-Za-z0-9]+[ ]?(?:และ|ระดับ|ดีเด่น)"
    r"|(?!ที่|ของ|จาก|ใน|ได้|ให้|เข้า|ระดับ|ดัง|นี้|นั้น|และ|โดย|ต่าง|ทั้ง|จำนวน|ชนะ|รอบ|ซึ่ง|เพื่อ|ประเภท|ชิ้น|ดี|เด่น|ผ่าน|อื่น|มี|เป็น|ตาม|เหล่า|คือ|ว่า"
    r"|กว่า|มา|ไป|แล้ว|ครั้ง|เดิม|ใหม่|ทุก|หลาย|ร่วม|รวม|ส่ง|คุณภาพ|สู่|ต่อ|กับ|หรือ|ก่อน|หลัง|ยอด)[ก-ฮเ-ไ][ก-๎]{3})"
    # ประกวด|จัดสวน, ประกวด|แสดงละครเวที, แข่งขัน|ต่อจิ๊กซอว์: what is done in it, by a verb that begins no prize's name
    r"|จัด(?=สวน|ดอกไม้|พาน|แจกัน|กระเช้า|โต๊ะ|ขบวน|บ้าน|บูธ|บอร์ด|ป้าย|ตู้|ครัว|กระทง)|รวมศิลป์|นำ(?=เสนอ|ชม|เที่ยว|สวด)"
    r"|แสดง(?=ละคร|ดนตรี|ศิลป|พื้นบ้าน|ความสามารถ|โขน|ลิเก|หนัง|นาฏ|มายากล|ตลก|บทบาท|สด)|ต่อ(?=ต้าน|ยอด|เติม|วง|ภาพ|จิ๊ก|คำ|กลอน|เลโก้|ตัวต่อ)"
)
# การแข่งขันทักษะ |อปพร|.: whose dot belongs to it
_SHORT_END = re.compile(r"(?<![ก-๎.])(?:รพ\.สต|อบต|อปพร|อสม|อบจ)$")
# ขีดความสามารถในการแข่งขัน: rivalry, no contest
_RIVALRY = re.compile(r"(?:ขีดความสามารถ|ศักยภาพ|ความสามารถ|ได้เปรียบ)[ก-๙ ]{0,10}$")
# การแข่งขันทางการค้า, การแข่งขันด้านราคา, การแข่งขันสูง, ประกวดราคา: among firms
_OF_TRADE = re.compile(
    r"[ ]?(?:(?:ทาง|ด้าน|ใน(?:เชิง)?)(?:การค้า|ธุรกิจ|เศรษฐกิจ|ตลาด|ราคา|ต้นทุน|คุณภาพ|การลงทุน|พาณิชย์)|ราคา|ต้นทุน|สูง|รุนแรง|เสรี"
    r"|อย่างเสรี|ที่(?:เป็นธรรม|เสรี|เท่าเทียม|สูง|รุนแรง)|ไม่เป็นธรรม|อันเนื่อง|จนถึง|(?:เพื่อ)?ดึงดูด|แย่งชิง|ได้ใน|ของ(?:ประเทศ|ไทย|ผู้ประกอบการ|ตลาด|ธุรกิจ|อุตสาหกรรม|ภาค|สินค้า|อาเซียน))"
)
# ส่งเพลงเข้าประกวด|ชื่อ “ก”: what was entered, and no contest's name
_ENTRY = re.compile(r"[ ]?(?:ชื่อ|เรื่อง|ผลงาน|เพลง)+[ ]?[“\"]")
_LATIN_EVENT = r"(?:[A-Z][\w'’&.\-]*[ ]){1,6}(?:Awards?|Cup|Festival|Cont|Comp|Champ|Chall|Olymp|Grand|Games|Open|Prize|Masters)"
# what may stand between a description and the proper name: การแข่งขันขับร้องนานาชาติ ครั้งที่ 12 “Mekong Choir Festival”
_BETWEEN = (
    r"(?:[ ]*(?:สำหรับ[ก-๙]{2,24}|ระดับ[ก-๙]{2,16}|ครั้งที่[ ]?\d{1,3}"
    r"|(?:ประจำ)?ปี[ ]?(?:พ\.ศ\.[ ]?)?\d{4}|(?:ใน)?(?:รายการ|งาน(?=[ ]?[“\"A-Z]))|(?:ใน|ภายใต้|ตาม)โครงการ(?=[ ]?[“\"A-Z])"
    r"|ชื่องาน|ชื่อ(?:ว่า)?)){0,6}"
    # การแข่งขันทำอาหาร|ที่ใหญ่ที่สุดในโลก| Mekong Culinary Cup, การประกวดดนตรี|ที่จัดขึ้น ณ เมืองเลย| Mekong Music Festival
    r"(?:[ ]?(?:ที่|ซึ่ง|อัน)(?:ยิ่ง)?(?:ใหญ่|สำคัญ|เก่าแก่|มีชื่อเสียง|โด่งดัง|ทรง(?:เกียรติ|อิทธิพล)|ท้าทาย)[ก-๙]{0,30}(?=[ ])"
    rf"|[ ]?(?:ที่|ซึ่ง)(?:จัด|มี|เปิด)[ก-๙ ,\d]{{2,50}}?(?=[ ][“\"(]?{_LATIN_EVENT}))?[ ]*"
)
_SMALL = r"of|the|for|in|on|and|to|by|up|with|from|competition|contest|award|awards"
# the 12th, Fifth
_ORDINAL = (
    r"(?:\d+(?:st|nd|rd|th)|First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Ninth|Tenth|Eleventh|Twelfth|Thirteenth"
    r"|Fourteenth|Fifteenth|Sixteenth|Seventeenth|Eighteenth|Nineteenth|Twentieth)"
)
_WORD = r"(?!(?:19|20|25)\d\d\b)(?:[A-Z0-9&#][\w'’&.\-]*)"
# Mekong Robot Cup 2023: at least two words, without number and year
_PROPER = re.compile(
    rf"""
    {_BETWEEN} (?P<open>[“"(‘])?[ ]* (?:[Tt]he[ ](?=\d|20|{_ORDINAL}))? (?:{_ORDINAL}[ ])? (?:(?:19|20)\d\d[ ])?
    (?P<name> (?!Season|Round|Finals?\b) [A-Z][\w'’&.\-]*
      (?:[ ](?:{_SMALL}|[:–-]|{_WORD}|\([A-Z][A-Za-z]{{1,20}}\)(?=[ ][A-Z])))* [ ](?:{_WORD}|competition|contest))
    (?P<year>[ ]*(?:19|20|25)\d\d)? [ ]*(?(open)[)”"’])
    """,
    re.VERBOSE,
)
# การประกวดชุมชนปลอดขยะ (Zero Waste): English for the Thai, where it has no word for an event
_GLOSS_ONLY = re.compile(
    r"(?!.*\b(?:Awards?|Prizes?|Cup|Games|Championships?|Challenge|Contest|Competition|Festival|Olympiad|Olympics?|Open|Masters|Series|League|Idol|Hackathon"
    r"|World|International|Asian?|ASEAN|Thailand)\b).*",
    re.IGNORECASE,
)
# ร่วมประกวด|ในงาน “Mekong Fair of Inventions” (MEKFAIR 2023): the event at which works are shown, perhaps dated by its short name
_AT_EVENT = re.compile(
    rf"""
    [ ]?(?:ใน|บน|ที่)?(?:งาน|เวที|รายการ|มหกรรม)[ก-๎]{{0,40}}[ ]?[“"]?[ ]?
    (?:[Tt]he[ ])?(?:\d+(?:st|nd|rd|th)[ ])?(?:(?:19|20)\d\d[ ])?
    (?P<name>[A-Z][\w'’&.\-]*(?:,?[ ](?:{_SMALL}|[:–-]|{_WORD})){{0,12}}) (?P<year>[ ]?(?:19|20|25)\d\d)?
    (?:[ ]?[”"])? (?:[ ]?\([ ]?(?P<short>[A-Z][\w'’&.\-]*(?:[ ]{_WORD}){{0,3}})[ ]?(?P<dated>(?:19|20)\d\d)[ ]?\))?
    """,
    re.VERBOSE,
)
# การประกวดภาพถ่าย “Mekong (โขง) Through the Lens”: so is a title in Latin letters with a word of it in Thai in brackets
_PROPER_IN_MARKS = re.compile(
    rf"[ ]*[“\"](?P<name>[A-Z][\w'’&.\-]*(?:[ ](?:{_SMALL}|[a-z]{{2,10}}|[:–-]|{_WORD}|\([ก-๎ ]{{2,40}}\))){{2,12}})"
    r"(?P<year>[ ]*(?:19|20|25)\d\d)?[ ]*[”\"]"
)
_CAPITAL = re.compile(r"[ก-๙] ?(?=[A-Z])")
_ITEM = re.compile(_BETWEEN + r"(?<=รายการ)[ ]*[“\"](?P<name>[^“”\"\n]{3,70}?)[ ]*(?P<year>(?:19|20|25)\d\d)?[”\"]")
# การแข่งขันเรือยาวนานาชาติ “สายน้ำ ชาเลนจ์ 2023”, การประกวดเห่เรือ “เห่ริมโขง ครั้งที่ 3”: with its year or number a title is no theme
_DATED = re.compile(
    r"[ ]*[“\"](?P<name>[^“”\"\n\d]{3,70}?)[ ]*(?P<year>(?:19|20|25)\d\d|(?:ครั้งที่|ประจำปี|ปี)[ ]?(?:พ\.ศ\.[ ]?)?\d{1,4})[ ]?[”\"]"
)
# การประกวดร้องเพลงลูกทุ่ง เสียงใสชายโขง| 2564 |ทางช่อง 8
_DATED_WITHIN = re.compile(r"(?<=[ก-๎A-Za-z])[ ](?:19|20|25)\d\d[ ](?=[ก-ฮเ-ไ])")
# การแข่งขัน “วิ่งริมโขง| 2023 พรีเซนเต็ดบาย น้ำแร่ภูใส”
_SPONSORED = re.compile(
    r"[ ]*(?:(?:19|20|25)\d\d[ ]*)?(?:พรีเซ้?นเต็ด|[Pp]resented|[Pp]owered|สนับสนุนโดย|[Bb]y[ ])"
    r"|[ ]*(?:19|20|25)\d\d(?=[ ][^”\"\d]*[”\"])"
)
# การประกวดหนังสั้น หัวข้อ “บ้านเรา”
_THEME = re.compile(r"[ ]*(?:(?:ใน|ภายใต้)?(?:หัวข้อ|ชื่อ(?!ทีม|ผลงาน))[ ]*)?[“\"](?P<inner>[^“”\"\n]{2,90}?)[”\"]")
# การประกวดสุนทรพจน์เนื่องในวันภาษาไทย, การประกวดคัดลายมือสำหรับเยาวชน
_OCCASION = re.compile(
    r"สำหรับ(?:เด็ก|เยาวชน|นักเรียน|นักศึกษา|ประชาชน|ผู้สูงอายุ|คนพิการ)(?:และ[ก-๙]{4,10})?(?=[ \n“\"(]|ประจำ|ปี|$)"
    r"|[ ]?(?:เนื่อง)?ในวัน(?!ที่|นี้|จันทร์|อังคาร|พุธ|พฤหัส|ศุกร์|เสาร์|อาทิตย์)[ก-๙]{3,40}?(?=[ \n“\"(]|ประจำ|ปี|พุทธ|$)"
)
# การประกวดโครงงานน้ำใส| ระดับประเทศ: of how far a reach the contest is, where a rank is what was won in it
_REACH = re.compile(r"(?<!แห่งปี)[ ]?ระดับ(?:นานาชาติ|ชาติ|ประเทศ)(?![ก-๎])")
# การแข่งขันเรือยาว| ประเพณีลอยโคม |ประจำปี 2567: the custom that the contest is held for, where its year or number follows
_CUSTOM = re.compile(r"[ ]ประเพณี[ก-๎]{3,40}(?=[ ]?(?:ประจำปี|ครั้งที่|ปี[ ]?\d))")
# … “ผ้าลายน้ำไหล” และงานหัตถกรรม
_AND_MORE = re.compile(r"[ ]?และ(?:งาน|สื่อ|ผลิตภัณฑ์|ผ้า|การ(?:ประกวด|แข่งขัน))[ก-๙]{2,30}")


def contest(text: str, head: int, after: int) -> Label | None:
    """The contest whose word (ประกวด, แข่งขัน) ends at `after` and whose phrase begins at `head`, if it has a name.

    การประกวดหนังสั้น หัวข้อ “บ้านเรา” → the whole · การแข่งขัน Mekong Robot Cup 2023 → Mekong Robot Cup
    """
    if _ENTRY.match(text, after) and text.endswith(("เข้า", "ร่วม"), 0, head):
        return None  # ส่งเพลงเข้า|ประกวดชื่อ “ก”
    word = after - next(len(verb) for verb in ("ประกวด", "แข่งขัน", "แข่ง", "ประชัน") if text.endswith(verb, 0, after))
    event = _AT_EVENT.match(text, after)
    direct = _PROPER.match(text, after)
    if event is not None:
        return _at_event(head, event)
    if direct is not None:
        return _proper(head, direct)
    if _is_nameless(text, head, after):
        return None
    if (quoted := QUOTED.match(text, after)) is not None:
        return _in_marks(text, head, quoted)
    end = name_end(text, after)
    stop = _STOP.search(text, after + 1, end)
    if stop:
        end = after + len(text[after : stop.start()].rstrip())
    dated = _DATED_WITHIN.search(text, after + 3, end)
    end = dated.start() if dated is not None else after + len(TRAILING_YEAR.sub("", text[after:end]))
    if text[end : end + 1] == "." and _SHORT_END.search(text, after, end):
        end += 1
    if end - after < 3:
        return None
    proper = _proper_within(text, after, end) or _PROPER.match(text, end)
    if proper is not None and not (
        proper["open"] == "(" and (_GLOSS_ONLY.fullmatch(proper["name"]) or _is_own_name(text, after, end, proper))
    ):
        return _proper(head, proper)
    marked = _PROPER_IN_MARKS.match(text, end)
    if marked is not None:
        return _proper(head, marked)
    item = _ITEM.match(text, end)
    if item is not None:
        until = item.end("name") if item["year"] else item.end()
        return Label("award", *item.span("name"), "award.contest_named", head, until)
    dated = _DATED.match(text, end)
    if dated is not None:
        return Label("award", *dated.span("name"), "award.contest_named", head, dated.end("name"))
    occasion = _OCCASION.match(text, end)
    themed = theme_end(text, occasion.end() if occasion is not None else end)
    reach = _REACH.match(text, end) if themed == end and text.startswith("การ", word - 3) else None
    end = themed if reach is None else reach.end()
    custom = _CUSTOM.match(text, end)
    end = end if custom is None else custom.end()
    start = after if _are_games(text, word, after, end) else _start(text, head, word)
    return Label("award", start, end, "award.contest", head, end)


# การแข่งขันเรือใบชิงแชมป์ลุ่มโขง| ครั้งที่ 5 |(Mekong Sailing Championships), … ลุ่มโขง| 2024 |(…)
_OWN_YEAR = re.compile(r"[ ]?(?:ครั้งที่|(?:ประจำ)?ปี[ ]?(?:พ\.ศ\.[ ]?)?\d{4}|(?:19|20|25)\d\d)")
# characters before and behind within which a contest is told again
_TOLD_AGAIN = 4000


def _is_own_name(text: str, after: int, end: int, bracketed: re.Match[str]) -> bool:
    """Whether the Thai wording from `after` to `end` is a contest's name, and the English in brackets only says it once more.

    It has its year or number, the article tells it again, and does not have the English before it.
    """
    if _OWN_YEAR.match(text, end, bracketed.start("open")) is None:
        return False
    begin = max(0, after - _TOLD_AGAIN)
    return text.find(bracketed["name"], begin, end) < 0 and text.count(text[after:end], begin, end + _TOLD_AGAIN) > 1


# การแข่งขัน|พาราลิมปิก, การแข่งขัน|มหกรรมกีฬาเอเชียนเกมส์, แข่งขัน|เคมีโอลิมปิกลุ่มโขง: Games are named without a word for a contest
_GAMES = re.compile(
    r"(?:มหกรรม)?(?:กีฬา)?(?:(?:ซี|เอเชี่?ยน|อาเซียน|เวิลด์|คอมมอนเวลธ์|ยูนิเวอร์ซิตี้)[ก-๎]{0,10}เกมส์|พาราลิมปิก|โอลิมปิก(?=เกมส์|[ ]))"
)
_OLYMPIAD = re.compile(r"[ก-๎]{2,24}โอลิมปิก")


def _are_games(text: str, word: int, after: int, end: int) -> bool:
    """Whether what a contest's word, which begins at `word`, leads to are Games, or an olympiad that pupils compete at."""
    if _GAMES.match(text, after, end) is not None:
        return True
    return not text.startswith("การ", word - 3) and _OLYMPIAD.match(text, after, end) is not None


def _is_nameless(text: str, head: int, after: int) -> bool:
    """Whether no name stands behind a contest's word, or what stands there is a trade's or a rival's."""
    if text[after : after + 1] in {"(", "\n"} or text[after : after + 2].strip().isdigit() or _NAMELESS.match(text, after):
        return True
    if _OF_TRADE.match(text, after) or _RIVALRY.search(text[max(0, head - 30) : head]):
        return True
    return is_function_word(text, after) and _WORKS.match(text, after) is None


def _in_marks(text: str, head: int, quoted: re.Match[str]) -> Label:
    """A contest by its title in quotation marks, without who sponsors it and its year: การแข่งขัน “สายน้ำ คัพ| 2566”."""
    start, end = quoted.span("inner")
    sponsored = _SPONSORED.search(text, start, end)
    if sponsored is not None and sponsored.start() - start > _SHORTEST:
        return Label("award", start, sponsored.start(), "award.contest_named", head, sponsored.start())
    name = TRAILING_YEAR.sub("", quoted["inner"])
    if _SHORTEST < len(name) < end - start:
        return Label("award", start, start + len(name), "award.contest_named", head, start + len(name))
    return Label("award", start, end, "award.contest_named", head, quoted.end())


# การแข่งขัน|กีฬา, แข่งขัน|เชิงสร้างสรรค์, การแข่งขัน|นานาชาติ: of what kind it is, and no name
_KIND_ONLY = re.compile(
    r"(?:การ)?(?:ประกวด|แข่งขัน)(?:กีฬา|ดนตรี|ทักษะ|วิชาการ|ผลงาน|เกม|เชิง[ก-๎]{4,16}|แฮก?คาธอน|ความสามารถ|ขั้นสูง|ด้าน[ ]?[^ \n]{3,20}"
    r"|(?:ใน)?(?:ระดับ)?(?:นานาชาติ|ชาติ|โลก|ประเทศ|ภูมิภาค|ภาค|จังหวัด|อาเซียน|เอเชีย)|ประเภท(?:ต่าง[ ]?ๆ|เดี่ยว|คู่|ทีม)"
    r"|ครั้งใหญ่|รอบ[ก-๎]{3,20}|เพื่อ[ก-๎]{3,20}){1,6}"
)
_NUMBERED = re.compile(r"[”\"’]?[ ]?(?:\([^()\n]{1,60}\)[ ]?)?(?:(?:ประจำ)?(?:ปี|ครั้งที่|พ\.ศ\.)|(?:19|20|25)\d\d)")


def without_kinds(text: str, labels: list[Label]) -> list[Label]:
    """The names without contests that only their kind is told of, where the article names another with its year or number.

    A description that stands elsewhere before a contest's proper name is that contest: การประกวดภาพถ่าย, where the article has
    การประกวดภาพถ่าย “Mekong …”.
    """
    numbered = {label.start for label in labels if _NUMBERED.match(text, label.until) is not None}
    proper = {_described(text, label.outer, label.start): label for label in reversed(labels) if label.rule in _PROPERS}
    kept: list[Label] = []
    for label in labels:
        if label.rule == "award.contest" and label.start not in numbered:
            if kept and kept[-1].rule in _PROPERS and _BESIDE.fullmatch(text, kept[-1].until, label.outer) is not None:
                continue  # การประกวดนวัตกรรม “Mekong Innovation Jam” |ประกวดต้นแบบในรูปแบบแฮกคาธอน|: what it is like
            what = _described(text, label.start, label.end)
            if what and (named := proper.get(what)) is not None:
                label = Label("award", named.start, named.end, named.rule, label.outer, label.until)
            elif numbered and _KIND_ONLY.fullmatch(text, label.start, label.end) is not None:
                continue
        kept.append(label)
    return kept


_BESIDE = re.compile(r"[”\"’)]?[ ]?")
_PROPERS = frozenset({"award.contest_named", "award.contest_proper"})
_DESCRIPTION = re.compile(r"(?:ประกวด|แข่งขัน)(?P<what>[ก-๎]{3,60})")


def _described(text: str, start: int, end: int) -> str:
    """What a contest is of, by the words before its proper name; none where they are few."""
    found = _DESCRIPTION.search(text, start, end)
    rest = text[found.end() : end].strip(" “\"‘'") if found is not None else "-"
    return found["what"] if found is not None and not rest else ""


# characters that are too few for a title
_SHORTEST = 3


def _proper_within(text: str, after: int, end: int) -> re.Match[str] | None:
    """The proper name in Latin letters that a description ends in: การประกวดแผนธุรกิจ Mekong Business Case Challenge."""
    begin = _CAPITAL.search(text, after + 3, end)
    proper = _PROPER.match(text, begin.end()) if begin is not None else None
    long = proper is not None and proper["name"].count(" ") + (proper["year"] is not None) > 1
    return proper if long and proper is not None and (proper.end() >= end or proper["year"] is not None) else None


def theme_end(text: str, end: int) -> int:
    """Where a contest's name that goes on at `end` with a quoted title or theme ends, else `end`."""
    theme = _THEME.match(text, end)
    if theme is None:
        return end
    more = _AND_MORE.match(text, theme.end())
    return more.end() if more is not None else theme.end()


def _proper(head: int, match: re.Match[str]) -> Label:
    start, end = match.span("name")
    return Label("award", start, end, "award.contest_proper", head, match.start("year") if match["year"] else match.end())


def _at_event(head: int, match: re.Match[str]) -> Label | None:
    """The event's name, or the short one in brackets behind it where that carries the year; one word alone needs a year."""
    part = "short" if match["short"] and not match["year"] else "name"
    if part == "name" and not match["year"] and " " not in match["name"]:
        return None
    start, end = match.span(part)
    until = match.start("dated") if part == "short" else match.start("year") if match["year"] else match.end()
    return Label("award", start, end, "award.contest_proper", head, until)


def _start(text: str, head: int, word: int) -> int:
    """Where the name begins: with การ, and with the โครงการ that it makes part of."""
    start = word - 3 if text.startswith("การ", word - 3) else word
    for lead in ("โครง", "โครงการ"):  # โครงการประกวด, โครงการการประกวด
        if start - len(lead) >= head and text.startswith(lead, start - len(lead)):
            return start - len(lead)
    return start


# เหรียญทอง |จากงาน Mekong Invention Expo| 2023 · แชมป์ |รายการ Siam Open Taekwondo
_METALS = "Gold |Silver |Bronze |Platinum |Diamond |Titanium |Grand "
_RANK_WON = Words(
    "เหรียญ|ชนะเลิศ|แชมป์|อันดับ|Medal|Prize|รางวัล|ประกาศผล|ศึก|" + "|".join(f"{metal}Award" for metal in _METALS.split("|"))
)
_EVENT = sought(
    rf"""
    (?:(?:(?<=จาก)|(?<=ใน)|(?<=บน)|(?<=[ ])|(?<=ของ)(?=เทศกาล))(?:การแข่งขัน|การประกวด)?(?:รายการ|เวที|ดัชนี
        |(?:งาน)?เทศกาล[ก-๎]{{0,24}}|งาน|มหกรรม(?:[ก-๎]{{2,30}}(?=[ ]))?)
        (?:แข่งขัน|ประกวด)?(?:[ก-๎]{{0,40}}(?:นานาชาติ|โลก|สากล|เอเชีย|อาเซียน|ระดับชาติ))?
      |(?:(?<=แชมป์)|(?<=แชมป์โลก)|(?<=เหรียญทอง)|(?<=เหรียญเงิน)|(?<=เหรียญทองแดง)|(?<=ชนะเลิศ)|(?<=จาก)|(?<=ประกาศผล)|(?<=ศึก))
        (?=[ ][A-Z][^ก-๙\n]{{1,60}}(?:(?:19|20)\d\d|Festival)))
    [ ]?[“"(]?[ ]?(?:[Tt]he[ ])?
    (?:\d+(?:st|nd|rd|th)[ ])?(?:(?:19|20)\d\d[ ])?
    (?P<name>(?:[a-z]-?)?[A-Z][\w'’&.\-]*(?:,?[ ](?:{_SMALL}|[:–-]|{_WORD})){{0,9}})
    (?=[ ]?[”"]?[ ]*(?:(?:19|20)\d\d|ครั้งที่|ประจำปี|\(|ณ[ ]|ที่|ประเทศ|เมือง|กรุง|จาก|ซึ่ง|เมื่อ|ระหว่าง|ไป|$|\n
      |ได้แก่|ประกอบด้วย|คือ|ดังนี้|โดย|เพื่อ|ในประเภท|ในสาขา|ในหมวด|ในฐานะ|ประเภท|สาขา|หมวด|ด้าน|ด้วย|มา|รวม|ถึง|พร้อม|ตอกย้ำ|สะท้อน))
    """,
    re.VERBOSE,
)
# characters behind a rank within which the event is told that it was won at
_EVENT_NEAR = 90
_PRIZE = "รางวัล"
# Siam Water |Prize| 2021 ในงาน Mekong Week: a programme with its year, and no rank won at an event
_LATIN_CAPITAL, _OWN_PRIZE = re.compile("[A-Z]"), re.compile(r"Prize[ ](?:19|20)\d\d")
_ANOTHER = re.compile(
    r"\n|รางวัล(?!(?:ที่|ชนะ|เหรียญ|รอง|ใหญ่|จาก|ใน))|(?:การ)?ประกวด|(?:การ)?แข่งขัน|"
    + "".join(f"(?<!{metal})" for metal in _METALS.split("|"))
    + "Award"
)


def _event_at(text: str, place: int) -> re.Match[str] | None:
    """The event at which the rank or prize at `place` was won."""
    end = place + _EVENT_NEAR
    if text.startswith(_PRIZE, place):  # a prize is told in too many places for a search
        at = max(
            text.find("จาก", place, end),
            text.find("บนเวที", place, end) - 1,
            text.find("ในเทศกาล", place, end) - 1,
            text.find("ของเทศกาล", place, end),
            text.find("ในงาน", place, end) - 1,
        )
        return _EVENT.match(text, at + 3) if at > 0 else None
    if text.startswith("ศึกษา", place):
        return None
    if _LATIN_CAPITAL.search(text, place, place + 2 * _EVENT_NEAR) is None:
        return None
    event = _EVENT.search(text, place, place + 2 * _EVENT_NEAR)
    return event if event is not None and event.start() <= end else None


def events(text: str) -> list[Label]:
    """Events in Latin letters at which a rank was won: เหรียญทองจากงาน Mekong Invention Expo 2023 → Mekong Invention Expo."""
    found: dict[int, Label] = {}
    for place in _RANK_WON.find(text):
        event = _event_at(text, place)
        if event is None or _ANOTHER.search(text, place + 1, event.start()) or _OWN_PRIZE.match(text, place):
            continue
        start, end = event.span("name")
        end -= len(event["name"]) - len(TRAILING_YEAR.sub("", event["name"]).rstrip(" ,:–-"))
        if end - start > 3:
            found[start] = Label("award", start, end, "award.event", start, end)
    return list(found.values())


_RENAMED_WORDS = Words("ใช้ชื่อ|เปลี่ยนชื่อ")
# มอบรางวัลหนังสั้นประจำปี ซึ่งปีนี้|เปลี่ยนชื่อเป็น |Mekong Short Review| 2018
_RENAMED = re.compile(
    rf"(?:ใช้|เปลี่ยน)ชื่อ(?:งาน|รางวัล)?(?:ใหม่)?(?:ว่า|เป็น)?[ ]?[“\"]?(?P<name>[A-Z][\w'’&.\-]*(?:[ ](?:{_SMALL}|{_WORD})){{1,7}})"
    r"(?=[ ]?[”\"]?[ ]?(?:19|20)\d\d)"
)
_HANDS_OVER = re.compile(r"(?:มอบ|ประกาศ|แจก)[^\n]{0,110}\Z|รางวัล[^\n]{0,80}\Z|ประกวด[^\n]{0,80}\Z")


def renamed(text: str) -> list[Label]:
    """A prize by the name in Latin letters that it is told to bear this year: … ใช้ชื่อใหม่ว่า Mekong Short Review 2018."""
    found: list[Label] = []
    for place in _RENAMED_WORDS.find(text):
        match = _RENAMED.match(text, place)
        if match is not None and _HANDS_OVER.search(text, max(0, place - 140), place) is not None:
            found.append(Label("award", *match.span("name"), "award.contest_named", *match.span("name")))
    return found
