"""Ceremonies as the pipeline reads them from texts composed for this project."""

from __future__ import annotations

import pytest

from extractor import extract

FIELDS = ("award", "date", "organiser", "presided_by", "venue")
AWARD = "รางวัลดาวรุ่งชุมชน"
HEADLINE = "ข่าวดีของชาวนาทั่วทุกภาค ปลายฝนต้นหนาว\n\n"


def read(text: str) -> list[dict[str, str | int | None]]:
    """Every ceremony of the text: ISO dates, other fields as written."""
    ceremonies = []
    for ceremony in extract(HEADLINE + text).ceremonies:
        mentions = {name: getattr(ceremony, name) for name in FIELDS}
        ceremonies.append({n: None if m is None else m.value if n == "date" else m.text for n, m in mentions.items()})
    return ceremonies


def one(text: str) -> dict[str, str | int | None]:
    (ceremony,) = read(text)
    return ceremony


CASES = {
    # the day, the chair, the venue before the event's words
    "day and place lead": (
        f"วันนี้ (12 ก.ย. 65) ที่หอประชุมอำเภอบ่อไร่ นายสมใจ ปลูกบัว ผู้ว่าราชการจังหวัดตราด เป็นประธานในพิธีมอบ{AWARD}",
        {"award": AWARD, "date": "2022-09-12", "presided_by": "สมใจ ปลูกบัว", "venue": "หอประชุมอำเภอบ่อไร่"},
    ),
    "day and place behind": (
        (
            f"กรมการข้าว จัดพิธีมอบ{AWARD} ประจำปี 2565 เมื่อวันที่ 12 กันยายน 2565 ณ ห้องบัวหลวง โรงแรมริมน้ำ"
            " โดยมีนายสมใจ ปลูกบัว รองนายกรัฐมนตรี เป็นประธาน"
        ),
        {
            "date": "2022-09-12",
            "organiser": "กรมการข้าว",
            "presided_by": "สมใจ ปลูกบัว",
            "venue": "ห้องบัวหลวง โรงแรมริมน้ำ",
        },
    ),
    "yesterday, with its day": (
        f"เมื่อวานนี้ (29 ส.ค. 68) นายสมใจ ปลูกบัว อธิบดีกรมการข้าว เป็นประธานมอบ{AWARD}",
        {"date": "2025-08-29", "presided_by": "สมใจ ปลูกบัว"},
    ),
    "the day of a statement is not the event's": (
        f"วันที่ 3 ตุลาคม 2565 นายสมใจ ปลูกบัว อธิบดีกรมการข้าว กล่าวว่า ได้จัดพิธีมอบ{AWARD} ในวันที่ 1 ตุลาคม 2565 ที่ผ่านมา",
        {"date": "2022-10-01"},
    ),
    "still to come, its day fixed": (
        f"กรมการข้าวจะจัดพิธีมอบ{AWARD} ในวันพุธที่ 5 ตุลาคม 2565 ณ หอประชุมใหญ่ กรมการข้าว",
        {"date": "2022-10-05", "organiser": "กรมการข้าว", "venue": "หอประชุมใหญ่ กรมการข้าว"},
    ),
    # who presides
    "not whoever collects": (
        f"วันที่ 12 กันยายน 2565 นางมาลี ทองนา ปลัดเทศบาล เข้าร่วมพิธีมอบ{AWARD} โดยมีนายสมใจ ปลูกบัว รองนายกรัฐมนตรี เป็นประธาน",
        {"presided_by": "สมใจ ปลูกบัว"},
    ),
    "received from": (
        f"วันที่ 12 กันยายน 2565 นางมาลี ทองนา ปลัดเทศบาล เข้ารับ{AWARD} จากนายสมใจ ปลูกบัว รองนายกรัฐมนตรี",
        {"presided_by": "สมใจ ปลูกบัว"},
    ),
    "by the honour of": (
        f"วันที่ 12 กันยายน 2565 จัดพิธีมอบ{AWARD} โดยได้รับเกียรติจากนายสมใจ ปลูกบัว รองนายกรัฐมนตรี เป็นผู้มอบรางวัล",
        {"presided_by": "สมใจ ปลูกบัว"},
    ),
    "sent by another": (
        (
            "วันที่ 12 กันยายน 2565 นายสมใจ ปลูกบัว รองปลัดกระทรวงพลังงาน ได้รับมอบหมายจากนางมาลี ทองนา ปลัดกระทรวงพลังงาน"
            f" เป็นประธานในพิธีมอบ{AWARD}"
        ),
        {"presided_by": "สมใจ ปลูกบัว"},
    ),
    "sends another": (
        f"วันที่ 12 กันยายน 2565 นางมาลี ทองนา ปลัดกระทรวงพลังงาน มอบหมายให้ นายสมใจ ปลูกบัว รองปลัดกระทรวงพลังงาน เป็นประธานในพิธีมอบ{AWARD}",
        {"presided_by": "สมใจ ปลูกบัว"},
    ),
    "the first of two who hand over": (
        (
            f"วันที่ 12 กันยายน 2565 กรมการข้าวจัดพิธีมอบ{AWARD} โดยมีนายสมใจ ปลูกบัว รองนายกรัฐมนตรี"
            " และนางมาลี ทองนา ปลัดกระทรวงพลังงาน เป็นผู้มอบรางวัล"
        ),
        {"presided_by": "สมใจ ปลูกบัว"},
    ),
    "an office without a name": (
        f"วันที่ 12 กันยายน 2565 กรมการข้าวจัดพิธีมอบ{AWARD} โดยมีนายกรัฐมนตรี เป็นประธานมอบรางวัล",
        {"presided_by": "นายกรัฐมนตรี"},
    ),
    "a given name stands for the full one": (
        f"นายสมใจ ปลูกบัว อธิบดีกรมการข้าว ร่วมงานวันชาวนา\nวันที่ 12 กันยายน 2565 นายสมใจ เป็นประธานในพิธีมอบ{AWARD}",
        {"presided_by": "สมใจ ปลูกบัว"},
    ),
    "no chair of a committee": (
        f"คณะกรรมการตัดสินซึ่งมีนางมาลี ทองนา เป็นประธานกรรมการ ประกาศผล{AWARD} เมื่อวันที่ 12 กันยายน 2565",
        {"presided_by": None, "date": "2022-09-12"},
    ),
    "the subject of a side act": (
        f"วันนี้ (12 ก.ย. 65) ณ หอประชุมใหญ่ นายสมใจ ปลูกบัว ผู้ว่าราชการจังหวัดตราด เปิดโครงการข้าวหอม พร้อมมอบ{AWARD}",
        {"presided_by": "สมใจ ปลูกบัว"},
    ),
    "not whose prize it bears": (
        (
            "สมเด็จพระกนิษฐาธิราชเจ้า กรมสมเด็จพระเทพรัตนราชสุดาฯ สยามบรมราชกุมารี ทรงพระกรุณาโปรดเกล้าโปรดกระหม่อมให้ นายสมใจ ปลูกบัว องคมนตรี"
            f" เป็นผู้แทนพระองค์ มอบ{AWARD} เมื่อวันที่ 12 กันยายน 2565"
        ),
        {"presided_by": "สมใจ ปลูกบัว"},
    ),
    "not who collects for a body": (
        f"วันที่ 12 กันยายน 2565 นางมาลี ทองนา ปลัดเทศบาล เป็นผู้แทนรับมอบ{AWARD} จากนายสมใจ ปลูกบัว รองนายกรัฐมนตรี",
        {"presided_by": "สมใจ ปลูกบัว"},
    ),
    "a person rather than a nameless office": (
        (
            f"ปลัดกระทรวงพลังงาน มอบ{AWARD} แก่ชาวนาดีเด่น\n"
            f"วันที่ 12 กันยายน 2565 นายสมใจ ปลูกบัว ผู้ตรวจราชการกระทรวงพลังงาน เป็นประธานมอบ{AWARD} ณ หอประชุมใหญ่"
        ),
        {"presided_by": "สมใจ ปลูกบัว"},
    ),
    "a surname with ณ is no venue": (
        f"วันที่ 12 กันยายน 2565 โดยมี นางมาลี ณ บางช้าง รองอธิบดีกรมการข้าว เป็นผู้มอบ{AWARD} ณ หอประชุมใหญ่",
        {"presided_by": "มาลี ณ บางช้าง", "venue": "หอประชุมใหญ่"},
    ),
    # who organises
    "a province": (
        f"วันที่ 12 กันยายน 2565 จังหวัดน่าน จัดพิธีมอบ{AWARD} ณ หอประชุมใหญ่",
        {"organiser": "จังหวัดน่าน"},
    ),
    "a unit before its ministry": (
        f"วันที่ 12 กันยายน 2565 กรมธุรกิจพลังงาน (ธพ.) กระทรวงพลังงาน จัดพิธีมอบ{AWARD} ณ หอประชุมใหญ่",
        {"organiser": "กรมธุรกิจพลังงาน"},
    ),
    "not a body of the clause before": (
        f"วันที่ 12 กันยายน 2565 นายสมใจ ปลูกบัว เยี่ยมชมกรมการข้าว จากนั้นได้มอบ{AWARD} ณ หอประชุมใหญ่",
        {"organiser": None},
    ),
    "organised by": (
        f"นางมาลี ทองนา รับ{AWARD} จัดโดยสมาคมชาวนาไทย เมื่อวันที่ 12 กันยายน 2565",
        {"organiser": "สมาคมชาวนาไทย"},
    ),
    "a ministry through its department": (
        f"วันที่ 12 กันยายน 2565 กระทรวงพลังงาน โดยกรมธุรกิจพลังงาน จัดพิธีมอบ{AWARD}",
        {"organiser": "กระทรวงพลังงาน"},
    ),
    "the first of two": (
        f"วันที่ 12 กันยายน 2565 กรมการข้าว ร่วมกับสมาคมชาวนาไทย จัดพิธีมอบ{AWARD}",
        {"organiser": "กรมการข้าว"},
    ),
    "in a relative clause": (
        f"เทศบาลตำบลนาดี เข้าร่วมพิธีมอบ{AWARD} ซึ่งกรมการข้าว จัดขึ้นเมื่อวันที่ 12 กันยายน 2565",
        {"organiser": "กรมการข้าว"},
    ),
    "a foreign body that no list knows": (
        "บริษัท ข้าวไทย จำกัด รับรางวัล Asia Rice Awards 2022 จัดโดย Rice World Council เมื่อวันที่ 12 กันยายน 2565",
        {"organiser": "Rice World Council"},
    ),
    # which award
    "from the stage of": (
        "บริษัท ข้าวไทย จำกัด รับรางวัลผู้ส่งออกยอดเยี่ยม จากเวที Asia Rice Awards 2022 เมื่อวันที่ 12 กันยายน 2565 ณ ห้องบัวหลวง",
        {"award": "Asia Rice Awards", "date": "2022-09-12", "venue": "ห้องบัวหลวง"},
    ),
    # what stands in other lines
    "a lead leaves the day to the body": (
        (
            f"กระทรวงพลังงาน จัดพิธีมอบ{AWARD} ประจำปี 2565\n"
            "วันนี้ (12 ก.ย. 65) ที่หอประชุมใหญ่ นายสมใจ ปลูกบัว รัฐมนตรีว่าการกระทรวงพลังงาน เป็นประธานเปิดงานวันชาวนา พร้อมด้วยผู้บริหาร"
        ),
        {"date": "2022-09-12", "venue": "หอประชุมใหญ่", "presided_by": "สมใจ ปลูกบัว"},
    ),
    "told twice": (
        f"นายสมใจ ปลูกบัว เป็นประธานมอบ{AWARD}\nวันที่ 12 กันยายน 2565 มีพิธีมอบ{AWARD} ณ หอประชุมใหญ่",
        {"date": "2022-09-12", "venue": "หอประชุมใหญ่", "presided_by": "สมใจ ปลูกบัว"},
    ),
    "a broken line": (
        f"วันที่ 12 กันยายน 2565 กรมการข้าว จัดพิธีมอบ{AWARD}\nโดยมีนายสมใจ ปลูกบัว รองนายกรัฐมนตรี เป็นประธาน",
        {"date": "2022-09-12", "presided_by": "สมใจ ปลูกบัว"},
    ),
    "the opening tells when, where and under whom": (
        (
            "วันนี้ (12 ก.ย. 65) ที่หอประชุมบ่อไร่ นายสมใจ ปลูกบัว ผู้ว่าราชการจังหวัดตราด เปิดงานมหกรรมข้าวหอม โดยมีชาวนาจากทุกตำบลร่วมงาน\n"
            "ชาวนาได้เรียนรู้การปลูกข้าวอินทรีย์และการแปรรูปผลผลิตจากวิทยากรหลายหน่วยงานตลอดทั้งวัน\n"
            f"ภายในงานมีการมอบ{AWARD} แก่ชาวนาหลายตำบล"
        ),
        {"award": AWARD, "date": "2022-09-12", "venue": "หอประชุมบ่อไร่", "presided_by": "สมใจ ปลูกบัว"},
    ),
    "said after chairing": (
        f"นายสมใจ ปลูกบัว อธิบดีกรมการข้าว เปิดเผยภายหลังเป็นประธานมอบ{AWARD} ณ หอประชุมอำเภอ ว่า ปีนี้มีผู้ส่งผลงานจำนวนมาก",
        {"award": AWARD, "venue": "หอประชุมอำเภอ", "presided_by": "สมใจ ปลูกบัว"},
    ),
    # deadlines, datelines
    "a seat that bears a day in its name": (
        f"กรมการข้าว จัดพิธีมอบ{AWARD} ณ ศูนย์ราชการเฉลิมพระเกียรติ 80 พรรษา 5 ธันวาคม 2550",
        {"award": AWARD, "date": None},
    ),
    "no deadline": (
        f"ส่งผลงานภายในวันที่ 1 กันยายน 2565 และจะประกาศผล{AWARD} ในวันที่ 12 กันยายน 2565",
        {"date": "2022-09-12"},
    ),
    "no dateline": (
        f"กรุงเทพฯ 14 กันยายน 2565 – เทศบาลตำบลนาดี รับโล่ในพิธีมอบ{AWARD} ซึ่งจัดโดยกรมการข้าว เมื่อวันที่ 12 กันยายน 2565",
        {"date": "2022-09-12", "organiser": "กรมการข้าว"},
    ),
    # a sentence that is broken into lines, speeches, further offices
    "the chair at the end of a line": (
        (f"วันที่ 12 กันยายน 2565 เวลา 10.00 น. พลเอก สมใจ ปลูกบัว ปลัดกระทรวงกลาโหม\nได้ให้เกียรติเป็นประธานในพิธีมอบ{AWARD} ณ ห้องบัวหลวง"),
        {"date": "2022-09-12", "presided_by": "สมใจ ปลูกบัว", "venue": "ห้องบัวหลวง"},
    ),
    "speaks as the chair": (
        f"นายสมใจ ปลูกบัว อธิบดีกรมการข้าว กล่าวในฐานะประธานในพิธีมอบ{AWARD} ในวันที่ 12 กันยายน 2565 ว่า ชาวนามีความสุข",
        {"date": "2022-09-12", "presided_by": "สมใจ ปลูกบัว"},
    ),
    "chairs an industry's awards": (
        "วันที่ 12 กันยายน 2565 นายสมใจ ปลูกบัว ปลัดกระทรวงพลังงาน เป็นประธานในงานมอบรางวัลหัตถกรรมคู่ชุมชน",
        {"presided_by": "สมใจ ปลูกบัว"},
    ),
    "congratulates and hands over": (
        f"วันที่ 12 กันยายน 2565 นายสมใจ ปลูกบัว อธิบดีกรมการข้าว กล่าวแสดงความยินดีและมอบ{AWARD} ณ ห้องบัวหลวง",
        {"presided_by": "สมใจ ปลูกบัว"},
    ),
    "whose speech it is": (
        f"คำกล่าว นายสมใจ ปลูกบัว นายกรัฐมนตรี ในพิธีมอบ{AWARD} วันที่ 12 กันยายน 2565 ณ ห้องบัวหลวง โรงแรมริมน้ำ",
        {"presided_by": "สมใจ ปลูกบัว", "date": "2022-09-12"},
    ),
    "given in an audience": (
        (
            f"กรมการข้าวนำผู้ได้รับ{AWARD} เข้าเฝ้าฯ สมเด็จพระเทพรัตนราชสุดาฯ สยามบรมราชกุมารี รับพระราชทานรางวัล"
            " ณ ศาลาดอกบัว เมื่อวันที่ 12 กันยายน 2565"
        ),
        {"presided_by": "สมเด็จพระเทพรัตนราชสุดาฯ สยามบรมราชกุมารี", "date": "2022-09-12"},
    ),
    "opens the gala of awards": (
        "วันที่ 12 กันยายน 2565 นายสมใจ ปลูกบัว ปลัดกระทรวงพลังงาน เป็นประธานเปิดงาน Golden Rice Awards 2022 ณ โรงแรมริมน้ำ",
        {"award": "Golden Rice Awards", "date": "2022-09-12", "presided_by": "สมใจ ปลูกบัว", "venue": "โรงแรมริมน้ำ"},
    ),
    # a contest abroad, with its days and its place right behind its name
    "won at a contest abroad": (
        (
            "นักเรียนไทยคว้าเหรียญทองจากการแข่งขัน World Rice Invention Fair 2022 (WRIF 2022) ณ กรุงโซล สาธารณรัฐเกาหลี"
            " ระหว่างวันที่ 16-19 พฤศจิกายน 2565"
        ),
        {"award": "World Rice Invention Fair", "date": "2022-11-16/2022-11-19", "venue": "กรุงโซล สาธารณรัฐเกาหลี"},
    ),
    "first of those who act together": (
        f"มูลนิธิดอกบัวขาว ร่วมกับ เครือข่ายครูรักษ์นา สถาบันพระปกเกล้า และกรมการข้าว จัดพิธีมอบ{AWARD} เมื่อวันที่ 12 กันยายน 2565",
        {"organiser": "มูลนิธิดอกบัวขาว"},
    ),
    "the venue in its fullest form": (
        (
            f"นายสมใจ ปลูกบัว ปลัดกระทรวงพลังงาน เป็นประธานในพิธีมอบ{AWARD} ณ ทุ่งทอง เมืองบัว\n"
            f"พิธีมอบ{AWARD} มีขึ้นวันที่ 12 กันยายน 2565 ณ ห้องรวงข้าว ศูนย์ประชุม ทุ่งทอง เมืองบัว"
        ),
        {"venue": "ห้องรวงข้าว ศูนย์ประชุม ทุ่งทอง เมืองบัว"},
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_ceremony(name: str) -> None:
    text, expected = CASES[name]
    ceremony = one(text)
    assert {field: ceremony[field] for field in expected} == expected


def test_a_presentation_without_a_programmes_name() -> None:
    text = "วันที่ 12 กันยายน 2565 ณ หอประชุมบ่อไร่ นายสมใจ ปลูกบัว รองปลัดกระทรวงพลังงาน เป็นประธานในงานวันชาวนา และมอบรางวัลให้ผู้เข้าร่วม"
    ceremony = one(text)
    assert (ceremony["award"], ceremony["date"], ceremony["presided_by"]) == (None, "2022-09-12", "สมใจ ปลูกบัว")


def test_two_programmes_at_one_event_are_two() -> None:
    text = "กรมการข้าว จัดพิธีมอบรางวัลโรงสีคู่ชุมชน และรางวัลนาข้าวน่าอยู่ เมื่อวันที่ 12 กันยายน 2565 ณ หอประชุมใหญ่"
    first, second = read(text)
    assert (first["award"], second["award"]) == ("รางวัลโรงสีคู่ชุมชน", "รางวัลนาข้าวน่าอยู่")
    assert {n: first[n] for n in FIELDS[1:]} == {n: second[n] for n in FIELDS[1:]}
    assert first["venue"] == "หอประชุมใหญ่"


def test_programmes_enumerated_at_one_event() -> None:
    text = (
        "วันที่ 12 กันยายน 2565 นายสมใจ ปลูกบัว เป็นประธานในพิธีมอบโล่ ประกอบด้วย ปราชญ์เกษตรของแผ่นดิน จำนวน 3 สาขา"
        " เกษตรกรดีเด่นแห่งชาติ จำนวน 16 สาขาอาชีพ"
    )
    assert [c["award"] for c in read(text)] == ["ปราชญ์เกษตรของแผ่นดิน", "เกษตรกรดีเด่นแห่งชาติ"]


def test_announcement_with_a_day_of_its_own_stays_apart() -> None:
    text = f"กรมการข้าว ประกาศผล{AWARD} เมื่อวันที่ 30 สิงหาคม 2565\nกรมการข้าว จัดพิธีมอบ{AWARD} เมื่อวันที่ 12 กันยายน 2565 ณ หอประชุมใหญ่"
    assert [(c["date"], c["venue"]) for c in read(text)] == [("2022-08-30", None), ("2022-09-12", "หอประชุมใหญ่")]


def test_same_day_elsewhere() -> None:
    text = "วันที่ 27 พ.ย. 65 ที่หอประชุมใหญ่ กรมการข้าว จัดพิธีมอบรางวัลโรงสีคู่ชุมชน\nวันเดียวกัน ที่โรงแรมอิงดอย สมาคมชาวนาไทย จัดพิธีมอบรางวัลนาข้าวน่าอยู่"
    assert [(c["date"], c["venue"]) for c in read(text)] == [("2022-11-27", "หอประชุมใหญ่"), ("2022-11-27", "โรงแรมอิงดอย")]


@pytest.mark.parametrize(
    "text",
    [
        f"คณะกรรมการประชุมพิจารณา{AWARD} เมื่อวันที่ 12 กันยายน 2565",
        f"ขอเชิญชวนส่งผลงานเข้ารับ{AWARD} ได้ถึงวันที่ 12 กันยายน 2565",
        f"จะประกาศผล{AWARD} อย่างเป็นทางการในเดือนสิงหาคม 2566",
        f"กรมการข้าวประกาศรายชื่อผู้ผ่านการคัดเลือกรอบแรกของ{AWARD} เมื่อวันที่ 12 กันยายน 2565",
        f"หน่วยงานที่ได้รับ{AWARD} มีทั้งหมด 12 แห่ง",
        f"วันที่ 12 กันยายน 2565 ผู้ชนะ{AWARD} ทุกคนจะได้ใบประกาศเกียรติคุณ",
        f"วันที่ 12 กันยายน 2565 นายสมใจ ปลูกบัว เยี่ยมชมกลุ่มชาวนา ซึ่งต่อมาได้รับ{AWARD} ณ หอประชุมอำเภอ",
        f"กรมการข้าวจะประกาศผล{AWARD} และมอบรางวัลในเดือนตุลาคม 2565 ณ หอประชุมอำเภอ",
        f"กรมการข้าวได้จัดงานมอบ{AWARD} เป็นประจำทุกปี ณ หอประชุมอำเภอ",
        f"วันที่ 12 กันยายน 2565 นายสมใจ ปลูกบัว กล่าวว่า ชาวนาหลายคนได้รับ{AWARD}",
        f"สำหรับ{AWARD} เปิดให้ชาวนาเสนอชื่อตั้งแต่วันที่ 12 กันยายน 2565 ณ หอประชุมอำเภอ",
        f"วันที่ 12 กันยายน 2565 กรมการข้าวสรรหาและมอบ{AWARD} แก่ชาวนาที่ทำคุณประโยชน์",
        "วันที่ 12 กันยายน 2565 นายสมใจ ปลูกบัว มอบนโยบายแก่ผู้บริหาร ณ หอประชุมใหญ่",
        "งานวันข้าวจัดเมื่อวันที่ 7 มีนาคม 2560 ที่ลานวัด",
    ],
)
def test_no_ceremony(text: str) -> None:
    assert read(text) == []


def test_every_span_is_verbatim_and_has_a_rule() -> None:
    text = HEADLINE + CASES["day and place behind"][0]
    record = extract(text)
    (ceremony,) = record.ceremonies
    for name in FIELDS:
        mention = getattr(ceremony, name)
        assert text[mention.start : mention.end] == mention.text
        assert "." in mention.rule
