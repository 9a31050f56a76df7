"""Clusters of retellings, composed for the tests, imported in three orders, and those of the corpus."""

import pytest

FIELDS = "award year edition branch category level work recipient recipient_kind parent aliases".split()


def row(cluster, outlet, published, **fields):
    blank = dict.fromkeys(FIELDS) | {"aliases": [], "recipient_kind": "organisation"}
    told = blank | {"cluster": cluster, "outlet": outlet, "article": f"{cluster}-{published}", "published": published}
    said = [str(value) for name, value in fields.items() if value and name != "aliases"] + fields.get("aliases", [])
    return told | fields | {"text": " ".join(said)}


LERT = {"award": "รางวัลเลิศรัฐ", "year": 2022, "branch": "บริการภาครัฐ"}
ROWS = [
    # one work of one province's health office, told four times; the district's is another conferral
    row("nan", "เช้า", "2022-09-12", **LERT, category="พัฒนาการบริการ", level="ดี", work="คลินิกสัญจรถึงเรือนยอดดอย",
        recipient="สำนักงานสาธารณสุขจังหวัดน่าน", parent="กระทรวงสาธารณสุข"),
    row("nan", "เย็น", "2022-09-13", award="เลิศรัฐ", work="คลินิคสัญจรถึงเรือนยอดดอย", recipient="สสจ.น่าน"),
    row("nan", "ค่ำ", "2022-10-02", award="รางวัลเลิศรัฐ ประจำปี ๒๕๖๕", year=2022, category="พัฒนาการบริการ", recipient="สสจ. น่าน"),
    row("phrae", "เช้า", "2022-09-12", **LERT, category="พัฒนาการบริการ", level="ดี", work="เยี่ยมบ้านด้วยรถราง",
        recipient="สำนักงานสาธารณสุขจังหวัดแพร่", parent="กระทรวงสาธารณสุข"),
    # one department, three conferrals of one programme and year
    row("cdd1", "เช้า", "2022-09-12", **LERT, category="นวัตกรรมการบริการ", level="ดีเด่น", work="ตลาดนัดบนมือถือ",
        recipient="กรมการพัฒนาชุมชน"),
    row("cdd1", "เย็น", "2022-09-14", award="รางวัลเลิศรัฐ", year=2022, category="นวัตกรรมการบริการ", recipient="พช."),
    row("cdd2", "เช้า", "2022-09-12", **LERT, category="พัฒนาการบริการ", level="ดี", work="ปลูกผักแลกยิ้ม", recipient="กรมการพัฒนาชุมชน"),
    row("cdd2", "ค่ำ", "2022-09-15", award="Public Sector Excellence Awards", year=2022, level="ดี", work="ปลูกผักแลกยิ้ม",
        recipient="พช", aliases=["กรมการพัฒนาชุมชน"]),
    row("cdd3", "เย็น", "2023-09-14", award="รางวัลเลิศรัฐ", year=2023, category="นวัตกรรมการบริการ", recipient="พช."),
    # schools of one name in two provinces
    row("leoi", "เช้า", "2023-01-15", award="รางวัลโรงเรียนร่มไม้", year=2022, level="ชนะเลิศ", recipient="โรงเรียนบ้านนาสวน",
        parent="จังหวัดเลย"),
    row("leoi", "เย็น", "2023-01-16", award="รางวัล “โรงเรียนร่มไม้”", year=2022, level="รางวัลชนะเลิศ", recipient="รร.บ้านนาสวน",
        parent="จ.เลย"),
    row("tak", "ค่ำ", "2023-01-16", award="รางวัลโรงเรียนร่มไม้", year=2022, level="ชนะเลิศ", recipient="โรงเรียนบ้านนาสวน",
        parent="จังหวัดตาก"),
    # a person with and without title, one letter wrong; a namesake of the other sex
    row("somphon", "เช้า", "2024-04-01", award="รางวัลครูริมคลอง", edition=7, recipient="สมพร ปลอดโปร่งใส", recipient_kind="person",
        parent="โรงเรียนปางมะผ้า"),
    row("somphon", "เย็น", "2024-04-03", award="ครูริมคลอง ครั้งที่ 7", edition=7, recipient="สมพร ปลอดโปรงใส", recipient_kind="person",
        parent="รร.ปางมะผ้า"),
    row("somsri", "เช้า", "2024-04-01", award="รางวัลครูริมคลอง", edition=7, recipient="สมศรี ปลอดโปร่งใส", recipient_kind="person"),
    row("somphon6", "ค่ำ", "2023-04-02", award="รางวัลครูริมคลอง", edition=6, recipient="สมพร ปลอดโปร่งใส", recipient_kind="person"),
    # a bank in Thai, English and by letters; two classes of one year
    row("gsb", "เช้า", "2021-02-05", award="รางวัลคุณภาพแห่งชาติ (Thailand Quality Award : TQA)", year=2020, recipient="ธนาคารออมสิน"),
    row("gsb", "เย็น", "2021-02-06", award="Thailand Quality Award", year=2020, recipient="GSB"),
    row("gsb", "ค่ำ", "2021-02-08", award="รางวัลคุณภาพแห่งชาติ", recipient="ธ.ออมสิน"),
    # a company with and without its legal form, two ranks
    row("kwae1", "เช้า", "2022-06-30", award="Lantern Export Awards 2022", year=2022, level="Gold",
        recipient="บริษัท ผลไม้ลุ่มน้ำแคว จำกัด (มหาชน)"),
    row("kwae1", "เย็น", "2022-07-01", award="รางวัล Lantern Export Award", year=2022, level="เหรียญทอง",
        recipient="บมจ.ผลไม้ลุ่มน้ำแคว"),
    row("kwae2", "ค่ำ", "2022-07-01", award="Lantern Export Award", year=2022, level="Silver", recipient="ผลไม้ลุ่มน้ำแคว"),
    # an abbreviation that one article states
    row("beetle", "เช้า", "2022-05-02", award="รางวัลสวนหลังบ้าน", year=2021, recipient="กรมแมลงทับ", aliases=["กมท."]),
    row("beetle", "เย็น", "2022-05-03", award="รางวัลสวนหลังบ้าน", year=2021, recipient="กมท."),
    # ugly cells
    row("ugly", "เช้า", "2022-05-02", award="รางวัล\u00a0=HYPERLINK(“x”) 🏆", year=2021, recipient="ชมรม<script>\nริมน้ำ"),
    row("ugly", "เย็น", "2022-05-02", award='=HYPERLINK("x")', year=2021, recipient="ชมรม <script> ริมน้ำ"),
]  # fmt: skip


@pytest.mark.parametrize("order", ["published", "reversed", "shuffled"])
def test_clusters(bench, stocked, order):
    rows = bench.ordered(ROWS, order)
    found = bench.joined(rows, stocked)
    scores, wrong, _ = bench.pairs([each["cluster"] for each in rows], found)
    assert [(rows[one]["cluster"], rows[other]["cluster"]) for one, other in wrong] == []
    # in another order two tellings with nothing in common may come first, and stay two
    assert scores.recall >= (0.9 if order == "published" else 0.75)


def test_pairs_are_counted(bench):
    scores, wrong, missed = bench.pairs("aab", [1, 2, 2])
    assert (scores.right, scores.wrong, scores.missed) == (0, 1, 1)
    assert (wrong, missed) == ([(1, 2)], [(0, 1)])
