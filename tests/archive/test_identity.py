"""Names of bodies, people and awards: which are one, which are not, and which are for a person to decide."""

import pytest

from extractor.archive.identity import AwardName, OrganisationName, PersonName
from extractor.archive.identity.assigning import choose
from extractor.archive.identity.awards import award_keys, compare_awards
from extractor.archive.identity.organisations import compare_organisations, organisation_keys
from extractor.archive.identity.people import compare_people, person_keys

Body, P, A = OrganisationName, PersonName, AwardName


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (Body("กรมการพัฒนาชุมชน"), Body("พช.")),
        (Body("กรมการพัฒนาชุมชน"), Body("กรม การพัฒนาชุมชน (พช.)")),
        (Body("กรมการพัฒนาชุมชน"), Body("กรมการพัฒนชุมชน")),
        (Body("สำนักงาน ก.พ.ร."), Body("สำนักงานคณะกรรมการพัฒนาระบบราชการ")),
        (Body("ธ.ก.ส."), Body("ธนาคารเพื่อการเกษตรและสหกรณ์การเกษตร")),
        (Body("ธกส"), Body("ธ.ก.ส.")),
        (Body("สสจ.น่าน"), Body("สำนักงานสาธารณสุขจังหวัดน่าน")),
        (Body("รพ.ปางมะผ้า"), Body("โรงพยาบาลปางมะผ้า")),
        (Body("รร.วัดดอนไก่ดี", province="สมุทรสาคร"), Body("โรงเรียนวัดดอนไก่ดี", province="สมุทรสาคร")),
        (Body("บริษัท ผลไม้ลุ่มน้ำแคว จำกัด (มหาชน)"), Body("บมจ.ผลไม้ลุ่มน้ำแคว")),
        (Body("บริษัท ผลไม้ลุ่มน้ำแคว จำกัด"), Body("ผลไม้ลุ่มน้ำแคว")),
        (Body("กรมแมลงทับ", aliases=("กมท.",)), Body("กมท")),
        (Body("กองคลัง", parent="กรมประมง"), Body("กองคลัง", parent="กรม ประมง")),
        (Body("บจ.ฟ้าหลังฝนการช่าง"), Body("บริษัท ฟ้าหลังฝนการช่าง จำกัด")),
        (Body("บริษัท ฟ้าหลังฝน ครีเอทีฟ จำกัด"), Body("FahLangFon Creative Co., Ltd.")),
        (Body("แบงก์ลุ่มน้ำแคว"), Body("ธนาคารลุ่มน้ำแคว จำกัด (มหาชน)")),
        (Body("กฟน. บางขุนนก"), Body("การไฟฟ้านครหลวงเขตบางขุนนก")),
        (Body("รีสอร์ทบ้านริมธาร"), Body("บ้านริมธาร รีสอร์ต")),
    ],
)
def test_one_body(one, other):
    assert organisation_keys(one) & organisation_keys(other)
    assert compare_organisations(one, other).decision == "same"
    assert compare_organisations(other, one).decision == "same"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (Body("กรมสรรพากร"), Body("กรมสรรพสามิต")),
        (Body("โรงเรียนบ้านนา", province="ตาก"), Body("โรงเรียนบ้านนา", province="น่าน")),
        (Body("สำนักงานพัฒนาชุมชนจังหวัดนครพนม"), Body("สำนักงานพัฒนาชุมชนจังหวัดนครปฐม")),
        (Body("สำนักงานป้องกันควบคุมโรคที่ 1"), Body("สำนักงานป้องกันควบคุมโรคที่ 11")),
        (Body("โรงเรียนปางมะผ้า"), Body("โรงพยาบาลปางมะผ้า")),
        (Body("กองคลัง", parent="กรมประมง"), Body("กองคลัง", parent="กรมชลประทาน")),
        (Body("คณะรัฐศาสตร์ มหาวิทยาลัยบ้านสวน"), Body("คณะครุศาสตร์ มหาวิทยาลัยบ้านสวน")),  # two letters, another word
        (Body("ทีม S.P.T. Entertainment", parent="โรงเรียนปางมะผ้า"), Body("ทีม N.M.T. Entertainment", parent="โรงเรียนวัดดอนไก่ดี")),
        (Body("สพร.", aliases=("สถาบันพัฒนาฝีมือช่างปูน",), gazetteer="po-dga"), Body("สำนักงานพัฒนารัฐบาลดิจิทัล")),
        (Body("คณะกรรมการ ป.ป.ช."), Body("คณะกรรมการ ม.ป.ช.")),
        (Body("กรมแมลงทับ"), Body("กมท.")),  # the letters fit, but nobody states it
        (Body("สำนักงานทรัพยากรน้ำภาคตะวันออก"), Body("สำนักงานทรัพยากรน้ำภาคตะวันตก")),
        (Body("บริษัท ฟ้าหลังฝน ครีเอทีฟ จำกัด"), Body("Fah Sai Leasing Co., Ltd.")),
        (Body("บริษัท ปันน้ำ ลิสซิ่ง จำกัด"), Body("บริษัท ปันน้ำ ประกันภัย จำกัด")),
    ],
)
def test_two_bodies(one, other):
    assert compare_organisations(one, other).decision == "different"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (Body("โรงเรียนบ้านหนองบัว"), Body("โรงเรียนบ้านหนองบัว", province="เลย")),
        (Body("โรงเรียนบ้านหนองแก", province="เลย"), Body("โรงเรียนบ้านหนองแค", province="เลย")),
        (Body("กองคลัง"), Body("กองคลัง", parent="กรมประมง")),
        (Body("คณะแพทยศาสตร์"), Body("คณะแพทยศาสตร์ศิริราชพยาบาล มหาวิทยาลัยมหิดล", aliases=("คณะแพทยศาสตร์",))),
        (Body("กองบริหารทรัพยากรบุคคล"), Body("กองบริหารทรัพยากรบุคคล")),
        (Body("สำนักงานพัฒนาชุมชน"), Body("สำนักงานพัฒนาชุมชนจังหวัดน่าน")),
    ],
)
def test_doubtful_bodies(one, other):
    assert compare_organisations(one, other).decision == "doubtful"


@pytest.mark.parametrize(
    ("one", "other", "decision"),
    [
        (P("สมพร ใจกว้าง", "นาย"), P("นายสมพร  ใจกว้าง"), "same"),
        (P("สมพร ใจกว้าง", "ดร."), P("สมพร ใจกว้าง", "นาย"), "same"),
        (P("สมพร ใจกว้าง", "นาย"), P("สมพร ใจกว้าง", "นางสาว"), "different"),
        (P("สมพร ใจกว้าง", "พล.ต.อ."), P("สมพร ใจกว้าง", "พลเอก"), "different"),
        (P("สมพร ใจกว้าง", "พันตรี"), P("สมพร ใจกว้าง", "พันโท"), "same"),  # promoted
        (P("สมพร ปลอดโปร่งใส", bodies=("กรมประมง",)), P("สมพร ปลอดโปรงใส", bodies=("กรม ประมง",)), "same"),
        (P("สมพร ปลอดโปร่งใส"), P("สมพร ปลอดโปรงใส"), "doubtful"),
        (P("ผศ.ดร.สมพร ใจกว้าง"), P("สมพร ใจกว้าง", "รองศาสตราจารย์ ดร."), "same"),
        (P("สมพร ใจกว้าง", "ร.อ."), P("สมพร ใจกว้าง", "เรือเอก"), "same"),  # ร.อ. is either
        (P("สมพร ใจกว้าง", "เรืออากาศเอก"), P("สมพร ใจกว้าง", "เรือเอก"), "different"),
        (P("สมพร ใจกว้าง", "พันตำรวจเอกหญิง"), P("สมพร ใจกว้าง", "นาย"), "different"),
        (P("สมเด็จพระธรรมรังสีมุนี"), P("สมเด็จพระธรรมรังสีมุนี"), "same"),  # a monk's name is one word
        (P("สมพร"), P("สมพร"), "different"),
        (P("สมพร", bodies=("กรมประมง",)), P("สมพร ใจกว้าง", bodies=("กรมประมง",)), "doubtful"),
        (P("สมพร ใจกว้าง"), P("สมพร ใจแคบ"), "different"),
        (P("สมพร ใจกว้าง", positions=("ครู",)), P("สมพล ใจกว้าง", positions=("ครู",)), "doubtful"),
    ],
)
def test_people(one, other, decision):
    assert compare_people(one, other).decision == decision
    assert compare_people(other, one).decision == decision
    if decision == "same":
        assert person_keys(one) & person_keys(other)


@pytest.mark.parametrize(
    ("one", "other", "decision"),
    [
        ("รางวัลเลิศรัฐ", "เลิศรัฐ ประจำปี พ.ศ. ๒๕๖๕", "same"),
        ("รางวัลคุณภาพแห่งชาติ (Thailand Quality Award : TQA)", "Thailand Quality Awards", "same"),
        ("รางวัลโคมลอย", "รางวัล “โคมลอย” ครั้งที่ 12", "same"),
        ("Lantern Prize 2023", "The Lantern Prizes", "same"),
        ("การประกวดผ้าลายดอกแก้ว", "รางวัลการประกวดผ้าลายดอกแก้ว ปี 66", "same"),
        ("การประกวดหนังสั้น หัวข้อสายใยรักจากยายถึงหลาน", "การประกวดหนังสั้น หัวข้อสายใยรักจากยายสู่หลาน", "doubtful"),
        ("การแข่งขัน Moonlight Hackathon", "การแข่งขัน ESPORTS", "different"),
        ("DG Awards 2023", "รางวัล “DG Award”", "same"),
        ("รางวัล Grand Prize", "รางวัล Grand Prize", "doubtful"),  # of which contest?
        ("รางวัลเลิศรัฐ", "Mini เลิศรัฐ", "different"),
        ("รางวัลครูดีเด่น", "รางวัลคนดีเด่น", "different"),
    ],
)
def test_awards(one, other, decision):
    assert compare_awards(A(one), A(other)).decision == decision
    if decision == "same":
        assert award_keys(A(one)) & award_keys(A(other))


def test_an_abbreviation_stated_in_one_article_serves_the_next():
    known = [
        ("organisation:p-1", [Body("กรมแมลงทับ"), Body("กรมแมลงทับ", aliases=("กมท.",))]),
        ("organisation:p-2", [Body("กรมมดแดง")]),
    ]
    assert choose(Body("กมท."), known).authority == "organisation:p-1"


def test_an_abbreviation_of_two_bodies_joins_neither():
    known = [
        ("organisation:p-1", [Body("กรมแมลงทับ", aliases=("กมท.",))]),
        ("organisation:p-2", [Body("กองมดเทา", aliases=("กมท.",))]),
    ]
    choice = choose(Body("กมท."), known)
    assert choice.authority is None
    assert {authority for authority, _ in choice.doubts} == {"organisation:p-1", "organisation:p-2"}


@pytest.mark.parametrize("name", ["", "“”", "=HYPERLINK(1)", "🏆", "<script>", "ก" * 500, "a\n b\u00a0"])
def test_odd_names_do_no_harm(name):
    assert compare_organisations(Body(name), Body("กรมประมง")).decision == "different"
    assert compare_people(P(name), P("สมพร ใจกว้าง")).decision == "different"
    assert compare_awards(A(name), A("รางวัลเลิศรัฐ")).decision == "different"
    organisation_keys(Body(name))
    person_keys(P(name))
    award_keys(A(name))
