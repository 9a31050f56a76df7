"""Bodies that only their prize tells."""

from __future__ import annotations

import pytest

from extractor import Article, extract

CASES = [
    ("ก๋วยเตี๋ยวเรือลุงดำ คว้ารางวัลร้านอาหารขวัญใจชุมชน ประจำปี 2566", ["ก๋วยเตี๋ยวเรือลุงดำ"]),
    ("สตูดิโอริมเขื่อน คว้ารางวัลสถาปัตยกรรมดีเด่น ประจำปี 2567", ["สตูดิโอริมเขื่อน"]),
    ("กลุ่มริมธารา ได้รับรางวัลชนะเลิศ การประกวดผลิตภัณฑ์ชุมชน ปี 2565", ["กลุ่มริมธารา"]),
    ("ชุมชนบ้านดอน ได้รับรางวัลชุมชนดีเด่น ประจำปี 2566", []),
    ("ทีมริมน้ำสตูดิโอ ได้รับรางวัลชนะเลิศ การแข่งขันหุ่นยนต์ ปี 2565", []),
]


@pytest.mark.parametrize(("text", "names"), CASES)
def test_bodies_known_by_their_prize(text: str, names: list[str]) -> None:
    assert [body.name.text for body in extract(Article(id="honoured", text=text)).organisations] == names
