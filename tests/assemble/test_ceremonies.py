"""Ceremonies as the pipeline reads them from texts composed for this project."""

from __future__ import annotations

import pytest

from extractor import extract
from tests.assemble.ceremony_cases import AWARD, CASES

FIELDS = ("award", "date", "organiser", "presided_by", "venue")
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


def test_a_prize_of_the_programme_is_no_programme() -> None:
    text = (
        f"วันที่ 12 กันยายน 2565 นายสมใจ ปลูกบัว เป็นประธานในพิธีมอบ{AWARD} ณ ห้องบัวหลวง\n"
        "โอกาสนี้ นายสมใจ ปลูกบัว มอบรางวัลภาพยนตร์ยอดเยี่ยม ให้แก่นางมาลี ทองนา"
    )
    assert [c["award"] for c in read(text)] == [AWARD]


def test_an_artists_title_is_no_programme() -> None:
    text = f"วันที่ 12 กันยายน 2565 ณ ห้องบัวหลวง มีพิธีมอบ{AWARD} โดยมี นายสมใจ ปลูกบัว ศิลปินแห่งชาติ สาขาทัศนศิลป์ เป็นประธาน"
    assert [c["award"] for c in read(text)] == [AWARD]


def test_programmes_enumerated_at_one_event() -> None:
    text = (
        "วันที่ 12 กันยายน 2565 นายสมใจ ปลูกบัว เป็นประธานในพิธีมอบโล่ ประกอบด้วย ปราชญ์เกษตรของแผ่นดิน จำนวน 3 สาขา"
        " เกษตรกรดีเด่นแห่งชาติ จำนวน 16 สาขาอาชีพ"
    )
    assert [c["award"] for c in read(text)] == ["ปราชญ์เกษตรของแผ่นดิน", "เกษตรกรดีเด่นแห่งชาติ"]


def test_announcement_with_a_day_of_its_own_stays_apart() -> None:
    text = f"กรมการข้าว ประกาศผล{AWARD} เมื่อวันที่ 30 สิงหาคม 2565\nกรมการข้าว จัดพิธีมอบ{AWARD} เมื่อวันที่ 12 กันยายน 2565 ณ หอประชุมใหญ่"
    assert [(c["date"], c["venue"]) for c in read(text)] == [("2022-08-30", None), ("2022-09-12", "หอประชุมใหญ่")]


def test_presentation_to_come_stays_apart_from_the_announcement() -> None:
    told = f"กรมการข้าวประกาศผล{AWARD} เมื่อวันที่ 12 กันยายน 2565 ผู้ได้รับรางวัล ได้แก่ นายปิติ ทองดี"
    for ahead in (
        "โดยจะมีพิธีมอบรางวัลในวันที่ 3 ตุลาคม 2565 ณ หอประชุมอำเภอ",
        "ซึ่งพิธีมอบรางวัลจะจัดขึ้นในวันที่ 3 ตุลาคม 2565 ที่หอประชุมอำเภอ",
        "\nพิธีมอบรางวัลจะมีขึ้นวันที่ 3 ตุลาคม 2565 ณ หอประชุมอำเภอ",
    ):
        first, second = read(f"{told} {ahead}")
        assert (first["date"], first["venue"]) == ("2022-09-12", None)
        assert (second["date"], second["venue"]) == ("2022-10-03", "หอประชุมอำเภอ")


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
        f"วันที่ 12 กันยายน 2565 นายสมใจ ปลูกบัว ติดตามความพร้อมของหน่วยงานที่เสนอขอรับ{AWARD} ณ หอประชุมอำเภอ",
        f"สำหรับ{AWARD} เปิดให้ชาวนาเสนอชื่อตั้งแต่วันที่ 12 กันยายน 2565 ณ หอประชุมอำเภอ",
        f"วันที่ 12 กันยายน 2565 นายสมใจ ปลูกบัว เป็นประธานการประชุม ณ หอประชุมอำเภอ และเสนอว่าควรมีการมอบ{AWARD}",
        f"วันที่ 12 กันยายน 2565 นายสมใจ ปลูกบัว เป็นประธานการประชุม ณ ห้องบัวหลวง หารือการส่งเสริมชาวนาผ่านการมอบ{AWARD}",
        f"วันที่ 12 กันยายน 2565 นายสมใจ ปลูกบัว เป็นประธานการประชุมคณะรัฐมนตรี ณ ตึกริมน้ำ ซึ่งสรุปสาระสำคัญได้ดังนี้\n(3) การมอบ{AWARD}ให้หมู่บ้าน",
        "วันที่ 12 กันยายน 2565 นายสมใจ ปลูกบัว เป็นประธานปิดการอบรม ณ หอประชุมอำเภอ และมอบเกียรติบัตรให้แก่ผู้ผ่านการอบรมทุกคน",
        f"วันที่ 12 กันยายน 2565 กรมการข้าวสรรหาและมอบ{AWARD} แก่ชาวนาที่ทำคุณประโยชน์",
        "วันที่ 12 กันยายน 2565 นายสมใจ ปลูกบัว มอบนโยบายแก่ผู้บริหาร ณ หอประชุมใหญ่",
        "งานวันข้าวจัดเมื่อวันที่ 7 มีนาคม 2560 ที่ลานวัด",
        "นักกีฬาไทยคว้าเหรียญทองในการแข่งขันกีฬาซีเกมส์ เมื่อวันที่ 12 กันยายน 2565 ณ กรุงเวียงจันทน์",
        f"วันที่ 12 กันยายน 2565 นายสมใจ ปลูกบัว บันทึกเทปกล่าวเปิดงานประกาศผล{AWARD} ณ ห้องประชุมบัว",
        f"กรมการข้าวเปิดรับสมัครผู้เข้ารับ{AWARD} จากนายสมใจ ปลูกบัว รองนายกรัฐมนตรี",
        "วันที่ 12 กันยายน 2565 นายสมใจ ปลูกบัว เป็นประธานเปิดการแข่งขันคั้นน้ำอ้อย ณ ลานวัดนาดี มีผู้สมัคร 20 ทีม",
        "วันที่ 12 กันยายน 2565 นายสมใจ ปลูกบัว รับมอบเงินและของรางวัลงานกาชาด ณ ห้องประชุมบัว",
        f"วันที่ 12 กันยายน 2565 นายสมใจ ปลูกบัว เป็นประธานในพิธีมอบทุนการศึกษา ณ หอประชุมบ่อไร่ ตำบลที่เคยได้รับ{AWARD}",
        f"วันที่ 12 กันยายน 2565 นายสมใจ ปลูกบัว ลงพื้นที่ตรวจเยี่ยมโรงสีนาดี อำเภอบ่อไร่ โรงสีแห่งนี้ได้รับ{AWARD} จากกรมการข้าว",
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


def test_a_prize_joined_behind_the_givers_of_the_first_is_of_the_same_event() -> None:
    told = read(
        "วันนี้ (25 ก.ย. 67) ณ โรงแรมริมน้ำ กรุงเทพฯ นายสมใจ ปลูกบัว รองนายกรัฐมนตรี เป็นประธานในพิธีมอบรางวัลท้องถิ่นเข้มแข็ง ประจำปี 2567"
        " ให้แก่จังหวัดและองค์กรปกครองส่วนท้องถิ่น และรางวัลน้ำประปาใสสะอาดของท้องถิ่น ประจำปี 2567"
    )
    assert [ceremony["award"] for ceremony in told] == ["รางวัลท้องถิ่นเข้มแข็ง", "รางวัลน้ำประปาใสสะอาดของท้องถิ่น"]
    assert {ceremony["presided_by"] for ceremony in told} == {"สมใจ ปลูกบัว"}


def test_a_final_that_is_opened_is_a_ceremony() -> None:
    told = one(
        "วันนี้ (21 สิงหาคม 2567) นายสมใจ ปลูกบัว ผู้ว่าราชการจังหวัดตราด เป็นประธานเปิดการประกวดแข่งขันสวนสนามเยาวชน รอบชิงชนะเลิศ"
        " ณ สนามกีฬาจังหวัดตราด"
    )
    assert (told["date"], told["presided_by"], told["venue"]) == ("2024-08-21", "สมใจ ปลูกบัว", "สนามกีฬาจังหวัดตราด")


def test_a_place_ends_before_the_body_that_begins_the_sentence() -> None:
    told = one(
        "เมื่อวันที่ 12 มิถุนายน 2566 ณ เมืองนาดี นิตยสาร The Rice Field ได้ประกาศผลการประกวด World Grain Award 2023 โดยข้าวไทยได้รางวัลชนะเลิศ"
    )
    assert (told["organiser"], told["venue"]) == ("นิตยสาร The Rice Field", "เมืองนาดี")


def test_a_weekday_is_told_behind_a_stage() -> None:
    told = one("โรงเรียนนาดีคว้ารางวัลจากเวที Siam Robo Challenge 2023 รอบชิงชนะเลิศ เมื่อวันศุกร์ที่ 15 กันยายน 2566 ณ หอประชุมริมน้ำ")
    assert (told["date"], told["venue"]) == ("2023-09-15", "หอประชุมริมน้ำ")


def test_a_network_of_people_is_no_publisher() -> None:
    told = one(
        "วันที่ 26 กุมภาพันธ์ 2566 นายสมใจ ปลูกบัว ผู้ว่าราชการจังหวัดตราด เป็นประธานมอบรางวัลคนรักษ์ป่าชุมชน ณ วัดริมน้ำ โดยชาวบ้านนำภาคีเครือข่ายจัดงานขึ้น"
    )
    assert told["organiser"] is None


def test_what_a_magazine_does_or_is_belongs_to_no_name() -> None:
    told = one("เมื่อวันที่ 12 มิถุนายน 2566 นิตยสารได้ประกาศมอบรางวัล Nadee Luxury Awards 2023 ให้แก่โรงแรมนาดี ณ หอประชุมริมน้ำ")
    assert (told["organiser"], told["venue"]) == (None, "หอประชุมริมน้ำ")


def names(text: str) -> list[str | int | None]:
    """The awards of the ceremonies of a text."""
    return [ceremony["award"] for ceremony in read(text)]


def test_programmes_counted_in_a_row_are_of_one_event() -> None:
    ceremonies = read(
        "วันที่ 28 มิถุนายน 2566 นายสมใจ ปลูกบัว รัฐมนตรีว่าการกระทรวงเกษตรและสหกรณ์ เป็นประธานงานวันชาวนา ณ หอประชุมใหญ่"
        " พร้อมมอบรางวัลชาวนาต้นกล้าแห่งชาติ กรมการข้าว ประจำปี 2566 จำนวน 36 รางวัล"
        " รางวัลนวัตกรรมรวงทองดีเด่น จำนวน 11 รางวัล และรางวัลเครือข่ายผู้ปลูกข้าวหอมเมืองน่าน"
    )
    assert [one["award"] for one in ceremonies] == [
        "รางวัลชาวนาต้นกล้าแห่งชาติ",
        "รางวัลนวัตกรรมรวงทองดีเด่น",
        "รางวัลเครือข่ายผู้ปลูกข้าวหอมเมืองน่าน",
    ]
    assert {(one["date"], one["presided_by"], one["venue"]) for one in ceremonies} == {("2023-06-28", "สมใจ ปลูกบัว", "หอประชุมใหญ่")}


def test_another_programme_is_not_the_known_one_of_its_line() -> None:
    assert names(
        "วันที่ 28 มิถุนายน 2566 นายสมใจ ปลูกบัว เป็นประธาน มอบรางวัลหมอไทยดีเด่นแห่งชาติ แก่ นายมานี ทองนา จากจังหวัดน่าน"
        " มอบรางวัลชุมชนต้นแบบสมุนไพรรวงทอง จำนวน 5 รางวัล ณ หอประชุมใหญ่"
    ) == ["รางวัลหมอไทยดีเด่นแห่งชาติ", "รางวัลชุมชนต้นแบบสมุนไพรรวงทอง"]


def test_a_programme_told_again_in_other_words_is_one() -> None:
    assert (
        len(
            names(
                "วันนี้ (17 ส.ค. 68) นายสมใจ ปลูกบัว ปลัดกระทรวงมหาดไทย เป็นประธานมอบรางวัลศิลปินชุมชนรวงทอง"
                " และรางวัลการประกวดเครือข่ายองค์ความรู้ผ้าทอ\nโอกาสนี้ นายสมใจ ได้มอบรางวัลศิลปินชุมชนรวงทอง รวม 4 รางวัล"
                " และมอบรางวัลเครือข่ายองค์ความรู้ผ้าทอ ระดับประเทศ"
            )
        )
        == 2
    )


def test_a_project_to_hand_out_prizes_is_no_event() -> None:
    assert names(f"วันที่ 3 ตุลาคม 2565 นายสมใจ ปลูกบัว เป็นประธานในพิธีมอบ{AWARD} ภายใต้โครงการมอบรางวัลคนดีศรีบ้านนา") == [AWARD]


def test_every_programme_and_contest_of_a_list_is_of_the_event() -> None:
    text = (
        "วันที่ 12 กันยายน 2565 นายสมใจ ปลูกบัว เป็นประธานพิธีมอบรางวัลต่าง ๆ ณ หอประชุมใหญ่"
        " อาทิ รางวัลคนดีศรีนาข้าว รางวัลครูบัวทอง และรางวัลประกวดภาพยนตร์สั้น เรื่อง น้ำใสใจจริง"
    )
    assert [c["award"] for c in read(text)] == ["รางวัลคนดีศรีนาข้าว", "รางวัลครูบัวทอง", "ประกวดภาพยนตร์สั้น"]
    assert {(c["date"], c["venue"]) for c in read(text)} == {("2022-09-12", "หอประชุมใหญ่")}


def test_an_english_gloss_is_no_second_programme() -> None:
    text = f"วันที่ 12 กันยายน 2565 กรมการข้าว จัดพิธีมอบ{AWARD} ครั้งที่ 5 (5th Rising Village Award) ณ หอประชุมใหญ่"
    assert [c["award"] for c in read(text)] == [AWARD]


def test_the_day_of_a_final_is_told_before_who_judges() -> None:
    text = (
        "วันที่ 12 กันยายน 2565 หม่อมเจ้ามาลี บัวทอง เสด็จเป็นองค์ประธานคณะกรรมการตัดสินการประกวดผ้าลายพระราชทาน “ผ้าลายบัวบาน” และงานหัตถกรรม"
        " รอบตัดสินระดับประเทศ ณ ห้องบัวหลวง หอประชุมใหญ่ กรุงเทพมหานคร"
    )
    assert (one(text)["award"], one(text)["date"]) == ("การประกวดผ้าลายพระราชทาน “ผ้าลายบัวบาน” และงานหัตถกรรม", "2022-09-12")


def test_of_those_who_run_an_event_together_the_first_is_told() -> None:
    text = (
        f"วันที่ 12 กันยายน 2565 มีพิธีมอบ{AWARD} ณ หอประชุมใหญ่ โดยกรมการข้าว ได้ร่วมกับ มูลนิธิชาวนา และภาคีเครือข่าย ได้แก่"
        " ธนาคารออมสิน จัดงานดังกล่าวขึ้นเพื่อให้กำลังใจชาวนา"
    )
    assert one(text)["organiser"] == "กรมการข้าว"
