"""What holds of every record: over the corpus, over the corpus spoilt at random, and over any text at all."""

from __future__ import annotations

import gc
import hashlib
import json
import re
from functools import cache

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor import Article, Record, extract, pipeline
from extractor.clean import find_content
from extractor.evaluate import read_gold
from extractor.lexicon import load
from extractor.normalise import normalise
from tests.conftest import CORPUS, mentions, soon

LEXICON = load()
ARTICLES = [gold.article for gold in read_gold(CORPUS).values()]
SCHEMA = jsonschema.Draft202012Validator(Record.model_json_schema(mode="serialization"))
IDS = [article.id for article in ARTICLES]


@cache
def record_of(index: int) -> Record:
    return extract(ARTICLES[index], lexicon=LEXICON)


def check(article: Article, record: Record) -> None:
    """What every record owes its article."""
    text = article.text
    for path, mention in mentions(record):
        assert text[mention.start : mention.end] == mention.text, path
        assert mention.text, path
        assert mention.rule, path
    for warning in record.warnings:
        assert (warning.start is None) == (warning.end is None)
        assert warning.start is None or 0 <= warning.start < (warning.end or 0) <= len(text)
    assert record.id == article.id
    assert record.text_sha256 == hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    assert record.extractor.gazetteers == LEXICON.digest
    assert all(award.recipient or award.work for award in record.awards)
    assert len({award.id for award in record.awards}) == len(record.awards)
    values = [date.value for date in record.dates]
    assert len(set(values)) == len(values)
    for ceremony in record.ceremonies:
        assert ceremony.date or ceremony.organiser or ceremony.presided_by or ceremony.venue


@pytest.mark.parametrize("index", range(len(ARTICLES)), ids=IDS)
def test_corpus_article(index: int) -> None:
    record = record_of(index)
    check(ARTICLES[index], record)
    SCHEMA.validate(json.loads(record.model_dump_json()))


@pytest.mark.parametrize("index", range(len(ARTICLES)), ids=IDS)
def test_same_article_same_bytes(index: int) -> None:
    assert extract(ARTICLES[index]).model_dump_json() == record_of(index).model_dump_json()


@pytest.mark.parametrize("index", range(0, len(ARTICLES), 4))
def test_record_survives_json(index: int) -> None:
    assert Record.model_validate_json(record_of(index).model_dump_json()) == record_of(index)


@pytest.mark.parametrize("index", range(len(ARTICLES)), ids=IDS)
def test_no_mention_in_furniture(index: int) -> None:
    """Every value but a date lies within what is the article proper; nothing is taken from menus, banners or related news."""
    article, record = ARTICLES[index], record_of(index)
    clean, offsets = normalise(article.text)
    kept = find_content(clean).spans if article.content is None else None
    if kept is None:
        pytest.skip("an HTML page; its content is given")
    spans = [offsets.span(start, end) for start, end in kept]
    for path, mention in mentions(record):
        if path.startswith(("published", "dates")):
            continue
        assert any(start <= mention.start and mention.end <= end for start, end in spans), (path, mention.text)


# ------------------------------------------------------------------ furniture that speaks of awards

STORY = """หน้าแรก | ข่าวรางวัล | ติดต่อเรา
เว็บไซต์นี้ใช้คุกกี้ กรุณายอมรับ
เทศบาลตำบลนาดีรับรางวัลพระปกเกล้า ประจำปี 2566
วันที่ 12 ตุลาคม 2566
นายสมชาย ทองดี นายกเทศมนตรีตำบลนาดี เปิดเผยว่า เทศบาลตำบลนาดีได้รับรางวัลพระปกเกล้า ประจำปี 2566 เมื่อวันที่ 11 ตุลาคม 2566 \
ณ ศูนย์ราชการ แจ้งวัฒนะ โดยประชาชนทุกหมู่บ้านร่วมกันทำงานมาตลอดสามปี ทั้งเรื่องน้ำ เรื่องป่า และเรื่องขยะ จนเป็นที่ประจักษ์
แชร์ไปที่ Facebook
Related post
กรมประมงคว้ารางวัลเลิศรัฐ ประจำปี 2560
นางแพรว ใสสะอาด ได้รับรางวัลแม่ดีเด่นแห่งชาติ
ความคิดเห็น (2)
Copyright © 2566 บริษัท ข่าวบ้านเรา จำกัด
"""


def test_related_news_yields_nothing() -> None:
    record = extract(STORY, lexicon=LEXICON)
    assert [(award.award and award.award.text, award.recipient and award.recipient.text) for award in record.awards] == [
        ("รางวัลพระปกเกล้า", "เทศบาลตำบลนาดี")
    ]
    assert [person.name.text for person in record.people] == ["สมชาย ทองดี"]
    assert "กรมประมง" not in {organisation.name.text for organisation in record.organisations}


def test_dates_are_read_in_furniture_too() -> None:
    record = extract(STORY.replace("ความคิดเห็น (2)", "3 ต.ค. 66 เปิดรับสมัครนักวิ่ง"), lexicon=LEXICON)
    assert [date.value for date in record.dates] == ["2023-10-12", "2023-10-11", "2023-10-03"]
    assert not record.ceremonies or {ceremony.date and ceremony.date.value for ceremony in record.ceremonies} == {"2023-10-11"}


def test_nothing_is_read_outside_the_given_content() -> None:
    outside = "กรมประมงคว้ารางวัลเลิศรัฐ ประจำปี 2560\n"
    inside = "เทศบาลตำบลนาดีได้รับรางวัลพระปกเกล้า ประจำปี 2566 เมื่อวันที่ 11 ตุลาคม 2566 ณ ศูนย์ราชการ แจ้งวัฒนะ\n"
    article = Article(id="x", text=inside + outside, content=((0, len(inside)),))
    record = extract(article, lexicon=LEXICON)
    assert [award.award and award.award.text for award in record.awards] == ["รางวัลพระปกเกล้า"]
    assert all(mention.end <= len(inside) for _, mention in mentions(record))


# ------------------------------------------------------------------ meta, ids, lexicon


@pytest.mark.parametrize("index", range(0, len(ARTICLES), 5))
def test_meta_is_passed_through_and_never_read(index: int) -> None:
    article = ARTICLES[index].model_copy(update={"meta": {}})
    meta = {"title": "กรมประมงคว้ารางวัลเลิศรัฐ ประจำปี 2560", "date": "1 มกราคม 2550", "nested": {"a": [1, None, "x"]}}
    plain, given_meta = extract(article, lexicon=LEXICON), extract(article.model_copy(update={"meta": meta}), lexicon=LEXICON)
    assert given_meta.meta == meta
    assert given_meta.model_copy(update={"meta": {}}) == plain


def test_text_alone_gets_an_id_of_its_own() -> None:
    one, same, other = extract("กรมประมง"), extract("กรมประมง"), extract("กรมการข้าว")
    assert one.id == same.id != other.id


def test_conferral_ids_do_not_hang_on_what_stands_around() -> None:
    story = "เทศบาลตำบลนาดีได้รับรางวัลพระปกเกล้า ประจำปี 2566"
    one = extract(Article(id="a", text=story), lexicon=LEXICON).awards[0].id
    moved = extract(Article(id="a", text=story + "\n\nวันต่อมาฝนตก"), lexicon=LEXICON).awards[0].id
    other = extract(Article(id="b", text=story), lexicon=LEXICON).awards[0].id
    assert one == moved != other


def test_source_is_passed_through() -> None:
    assert extract(Article(id="a", text="กรมประมง", source="in.txt:3"), lexicon=LEXICON).source == "in.txt:3"


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\u200b", "ๆๆๆ", "ABC", "1.", "“", "รางวัล", "\ufeff", "\x00", "\ud800"])
def test_next_to_nothing_yields_an_empty_record(text: str) -> None:
    record = extract(Article(id="x", text=text), lexicon=LEXICON)
    assert (record.awards, record.people, record.organisations, record.dates, record.ceremonies) == ((), (), (), (), ())


# ------------------------------------------------------------------ spoilt texts

LISTED = "ผลการประกวดคลิปสายธาร มีดังนี้ 1.ระดับมัธยมศึกษาตอนต้น รางวัลชนะเลิศ ผลงาน “สายน้ำ” ของทีมนาดี จ.น่าน 2."


@pytest.mark.parametrize("text", [LISTED, *(article.text for article in ARTICLES)])
def test_an_article_may_end_behind_the_number_of_an_item(text: str) -> None:
    for number in list(re.finditer(r"\d[.)][ ]?", text))[:20]:
        extract(Article(id="cut", text=text[: number.end()]), lexicon=LEXICON)


BITS = [
    "\u200b", "\xa0", "\n", "\n\n", " ", "  ", "“", "”", '"', "(", ")", "1) ", "2. ", "- ", "✅ ", "🏆", "ํา", "เเ", "๒๕๖๕",
    "ประจำปี 2565 ", "รางวัล", "ระดับดี ", "ได้แก่ ", "และ", "นาย", "ประเภท", "สาขา", "ผลงาน “", "โดย ", "วันที่ 31 กันยายน 2565 ",
    "คว้า 9 รางวัล ", "่", "\r\n",
]  # fmt: skip


@st.composite
def spoilt(draw: st.DrawFn) -> str:
    """A piece of an article of the corpus with cuts, swaps and odd bits put in."""
    text = draw(st.sampled_from(ARTICLES)).text
    start = draw(st.integers(0, max(0, len(text) - 200)))
    piece = text[start : start + draw(st.integers(50, 1500))]
    for _ in range(draw(st.integers(0, 8))):
        at = draw(st.integers(0, len(piece)))
        gone = draw(st.integers(0, 12))
        piece = piece[:at] + draw(st.sampled_from(BITS)) + piece[at + gone :]
    return piece


@settings(max_examples=250)
@given(spoilt())
def test_spoilt_article(text: str) -> None:
    article = Article(id="spoilt", text=text)
    record = extract(article, lexicon=LEXICON)
    check(article, record)
    assert extract(article, lexicon=LEXICON) == record


NAMES = ["กรมประมง ", "นายสมชาย ทองดี ", "รางวัลเลิศรัฐ ", "ได้รับ", "เทศบาลตำบลนาดี ", "น้ำใส”"]


@settings(max_examples=150)
@given(st.lists(st.sampled_from([*BITS, *NAMES]), max_size=40).map("".join))
def test_text_of_bits(text: str) -> None:
    article = Article(id="bits", text=text)
    check(article, extract(article, lexicon=LEXICON))


@settings(max_examples=150)
@given(st.text(max_size=200))
def test_any_text(text: str) -> None:
    article = Article(id="any", text=text)
    check(article, extract(article, lexicon=LEXICON))


@pytest.mark.parametrize(
    "sentence",
    [
        "กรมประมงได้รับรางวัลเลิศรัฐ ประจำปี 2565 ระดับดี จากผลงาน “ปลาใส” นายสมชาย ใจดี กล่าวยินดี ",
        "รางวัล",
        "1) กรม ก 1.1) รางวัลชนะเลิศ ได้แก่ โรงเรียนบ้านนา ",
        "พิธีมอบรางวัลดาวรุ่ง ณ หอประชุม\n\n\n",
        "มอบเข็มให้แก่7 ครูซึ่ง ",
    ],
)
def test_time_grows_with_length_only(sentence: str) -> None:
    """A file in which hundreds of articles stand in a row takes seconds, as they would one by one; it took minutes once."""
    soon(lambda: extract(sentence * (200_000 // len(sentence)), lexicon=LEXICON), 15)


def test_the_search_for_garbage_is_put_off_and_left_as_it_was(monkeypatch):
    seen = []
    monkeypatch.setattr(pipeline, "_extract", lambda article, _: seen.append(gc.isenabled()) or article)
    pipeline.extract("รางวัล")
    assert (seen, gc.isenabled()) == ([False], True)

    def fail(article, _):
        raise ValueError(article.id)

    monkeypatch.setattr(pipeline, "_extract", fail)
    with pytest.raises(ValueError, match="text-"):
        pipeline.extract("รางวัล")
    assert gc.isenabled()
    gc.disable()
    try:
        with pytest.raises(ValueError, match="text-"):
            pipeline.extract("รางวัล")
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_a_title_over_half_a_character_is_left_out_of_what_is_written():
    told = "ผลการประกวดเรื่องสั้นลุ่มน้ำนาดี ประจำปี 2566 รางวัลชนะเลิศ ได้แก่ เรื่อง “สายน้ำ{}ริมทาง” ของ นายสมชาย ทองดี"
    broken = "\ud83d"
    whole = extract(Article(id="a", text=told.format("\n")))
    assert [award.work and award.work.text for award in whole.awards] == ["สายน้ำ\nริมทาง"]
    record = extract(Article(id="a", text=told.format(broken)))
    assert broken not in record.model_dump_json()
