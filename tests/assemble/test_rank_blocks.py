"""Every way to set a rank, a work and its maker in lines of their own is read alike."""

from __future__ import annotations

from itertools import product

import pytest

from extractor import extract

RANKS = ("รางวัลชนะเลิศ", "รางวัลรองชนะเลิศอันดับ 1", "รางวัลรองชนะเลิศอันดับ 2")
HEADS = (
    "{rank}", "{rank}:", "{rank} ได้แก่", "{rank} เงินรางวัล 30,000 บาท", "{rank} เงินรางวัล 30,000 บาท ได้แก่",
    "{number}. {rank}", "- {rank}", "🏆 {rank}", "• {rank}",
)  # fmt: skip
TITLES = ("ระบบคัดแยกขยะ", "เครื่องล้างผักประหยัดน้ำ", "ถังหมักใบไม้")
WORKS = (
    "ผลงาน “{title}”", "ผลงาน {title}", "ชื่อผลงาน {title}", "ชื่อผลงาน “{title}”", "ผลงาน : {title}", "ชื่อผลงาน: {title}",
    "ผลงานเรื่อง “{title}”",
)  # fmt: skip
SCHOOLS = ("โรงเรียนนาดีวิทยา", "วิทยาลัยเทคนิคน่าน", "มหาวิทยาลัยขอนแก่น")
TEAMS = ("Rice Robot", "ข้าวหอม", "รวมพลังน้อย")
PEOPLE = ("สมชาย ใจกล้า", "ปรีชา ทองแท้", "วิชัย มั่นคง")
MAKERS = {
    "{school}": SCHOOLS, "โดย {school}": SCHOOLS, "สถาบัน: {school}": SCHOOLS,
    "ทีม {team}": TEAMS, "ทีม {team} จาก{school}": TEAMS, "ทีม {team}\n{school}": TEAMS, "ชื่อทีม: {team}\n{school}": TEAMS,
    "นาย{person}": PEOPLE, "โดย นาย{person}": PEOPLE, "นาย{person} {school}": PEOPLE, "เจ้าของผลงาน: นาย{person}": PEOPLE,
}  # fmt: skip


def told(head: str, work: str, maker: str, gap: str) -> list[tuple[str | None, str | None, str | None]]:
    """Level, work and recipient of each conferral of three blocks of such lines."""
    blocks = [
        f"{head}\n{work}\n{maker}".format(
            rank=rank, number=at + 1, title=TITLES[at], school=SCHOOLS[at], team=TEAMS[at], person=PEOPLE[at]
        )
        for at, rank in enumerate(RANKS)
    ]
    awards = extract("ประกาศผลการประกวดนวัตกรรมเยาวชน ประจำปี 2566\n" + gap.join(blocks)).awards
    return [tuple(span.text if span else None for span in (award.level, award.work, award.recipient)) for award in awards]  # type: ignore[misc]


@pytest.mark.parametrize("gap", ["\n", "\n\n"], ids=["one below the other", "empty lines between"])
def test_a_rank_its_work_and_whose_it_is(gap: str) -> None:
    amiss = []
    for head, work, maker in product(HEADS, WORKS, MAKERS):
        found = told(head, work, maker, gap)
        expected = zip(RANKS, TITLES, MAKERS[maker], strict=True)
        right = len(found) == len(RANKS) and all(
            level == rank.removeprefix("รางวัล") and title == named and (who or "").removeprefix("ทีม").strip() == by
            for (level, title, who), (rank, named, by) in zip(found, expected, strict=True)
        )
        if not right:
            amiss.append(f"{head} | {work} | {maker!r}: {found}")
    assert amiss == []
