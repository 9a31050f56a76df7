"""Which mentions are one body, and under which name."""

from __future__ import annotations

from extractor.lexicon import load
from extractor.match.organisations import find_organisations
from extractor.normalise import normalise
from extractor.resolve import join_organisations

LEXICON = load()


def bodies(text: str) -> list[tuple[str, list[str]]]:
    clean, _ = normalise(text)
    joined = join_organisations(clean, find_organisations(clean, LEXICON), LEXICON)
    return [
        (clean[body.name.start : body.name.end], [clean[alias.start : alias.end] for alias in body.aliases]) for body in joined
    ]


def test_abbreviation_in_brackets() -> None:
    assert bodies("สมาคมช่างทองสยาม (สชท.) จัดงาน โดย สชท. เชิญทุกคน") == [("สมาคมช่างทองสยาม", ["สชท."])]


def test_abbreviation_before_its_name() -> None:
    assert bodies("กสร. รับรางวัล\nกรมสวัสดิการและคุ้มครองแรงงาน (กสร.) เผยว่า") == [("กรมสวัสดิการและคุ้มครองแรงงาน", ["กสร."])]


def test_two_forms_in_one_bracket() -> None:
    assert bodies("สมาคมช่างทองสยาม (Siam Goldsmiths Association : SGA)") == [
        ("สมาคมช่างทองสยาม", ["Siam Goldsmiths Association", "SGA"])
    ]


def test_behind_or() -> None:
    assert bodies("บริษัท คลังพืชผล จำกัด หรือ KPP ร่วมงาน") == [("บริษัท คลังพืชผล จำกัด", ["KPP"])]


def test_legal_form_is_no_difference() -> None:
    text = "ธนาคารกรุงไทยได้รับรางวัล โดยธนาคารกรุงไทย จำกัด (มหาชน) ขอขอบคุณ"
    assert bodies(text) == [("ธนาคารกรุงไทย จำกัด (มหาชน)", ["ธนาคารกรุงไทย"])]


def test_name_cut_short() -> None:
    text = "คณะกรรมการนโยบายพืชสวนแห่งชาติ ประชุม โดยคณะกรรมการนโยบายพืชสวนฯ เห็นชอบ"
    assert bodies(text) == [("คณะกรรมการนโยบายพืชสวนแห่งชาติ", ["คณะกรรมการนโยบายพืชสวนฯ"])]


def test_short_form_without_its_mark() -> None:
    text = "โรงเรียนวังทองวิทยาคม ได้รางวัล ครูโรงเรียนวังทอง กล่าว"
    assert bodies(text) == [("โรงเรียนวังทองวิทยาคม", ["โรงเรียนวังทอง"])]


def test_slip_of_the_pen() -> None:
    assert bodies("กรมสรรพากรรับรางวัล อธิบดีกรมสรรพกร กล่าว") == [("กรมสรรพากร", ["กรมสรรพกร"])]


def test_the_body_above_in_brackets_stays_apart() -> None:
    text = "สมาคมช่างทองสยาม (สชท.) รับรางวัล\nโดยกองกฎหมาย (สชท.)"
    assert [name for name, _ in bodies(text)] == ["สมาคมช่างทองสยาม", "กองกฎหมาย"]


def test_letters_of_another_body_behind_a_unit_stay_apart() -> None:
    assert [name for name, _ in bodies("กองคลัง (พช.) และกองบูรณาการความปลอดภัยทางถนน (ปภ.)")] == [
        "กองคลัง",
        "พช.",
        "กองบูรณาการความปลอดภัยทางถนน",
        "ปภ.",
    ]


def test_like_offices_of_two_provinces_stay_apart() -> None:
    text = "สำนักงานคลังจังหวัดตาก และสำนักงานคลังจังหวัดตราด"
    assert bodies(text) == [("สำนักงานคลังจังหวัดตาก", []), ("สำนักงานคลังจังหวัดตราด", [])]


def test_departments_alike_in_the_gazetteer_stay_apart() -> None:
    assert [name for name, _ in bodies("กรมสรรพากร และกรมสรรพสามิต")] == ["กรมสรรพากร", "กรมสรรพสามิต"]


def test_every_mention_is_kept() -> None:
    clean = "กรมประมง (กปม.) กปม. กรมประมง"
    [body] = join_organisations(clean, find_organisations(clean, LEXICON), LEXICON)
    assert len(body.mentions) == 4


def test_nothing_found() -> None:
    assert join_organisations("ไม่มีอะไร", [], LEXICON) == []


def test_a_head_word_written_short() -> None:
    assert bodies("โรงเรียนบ้านโนนสูงรับรางวัล ต่อมา ร.ร.บ้านโนนสูง จัดงาน") == [("โรงเรียนบ้านโนนสูง", ["ร.ร.บ้านโนนสูง"])]
    assert bodies("อบต.บ้านนา และองค์การบริหารส่วนตำบลบ้านนา") == [("องค์การบริหารส่วนตำบลบ้านนา", ["อบต.บ้านนา"])]


def test_letters_in_a_post_belong_to_the_ministry() -> None:
    [body] = bodies("ปลัด พม. และปลัดกระทรวงการพัฒนาสังคมและความมั่นคงของมนุษย์ เปิดงาน")
    assert body == ("กระทรวงการพัฒนาสังคมและความมั่นคงของมนุษย์", ["พม."])


def test_a_unit_and_the_body_above_it_keep_their_ids() -> None:
    text = "สำนักโฆษก สำนักเลขาธิการนายกรัฐมนตรี รายงาน"
    assert [span.id for span in find_organisations(text, LEXICON)] == ["opm-spokes", "opm-spm"]


def test_a_kind_alone_is_the_one_body_of_it() -> None:
    assert bodies("กรมประมงรับรางวัล อธิบดีกรมฯ กล่าวว่า กรมฯ ยินดี") == [("กรมประมง", ["กรมฯ"])]
    assert bodies("อธิบดีกรมฯ กล่าวถึงกรมประมง") == [("กรมประมง", [])]


def test_a_kind_alone_of_two_bodies_is_neither() -> None:
    assert bodies("กรมประมงและกรมที่ดินรับรางวัล อธิบดีกรมฯ กล่าว") == [("กรมประมง", []), ("กรมที่ดิน", [])]
