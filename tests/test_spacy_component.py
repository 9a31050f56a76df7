"""The spaCy component loses no mention, whatever the tokeniser made of the text."""

from __future__ import annotations

from itertools import pairwise

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc, DocBin

from extractor import spacy_component
from extractor.models import Article, Ceremony, Conferral, Mention, Organisation, Person, Provenance, Record
from extractor.spacy_component import SPAN_GROUPS, ThaiAwards, align, make_doc, placed_mentions, set_annotations

TEXT = (
    "เมื่อวันที่ 12 ก.ย. 65 นายวิษณุ เครืองาม รองนายกรัฐมนตรี มอบรางวัลเลิศรัฐ ประจำปี 2565 ระดับดีเด่น\r\n"
    "ผลงาน “ตลาดนัด\u200bออนไลน์ กรมการพัฒนาชุมชน” แก่\u00a0 กรมการพัฒนาชุมชน (พช.)"
)
ODD = (
    "", " ", "ก  ข\t\tค\r\nง\n\n\nจ\u00a0 ฉ\u200bช\ufeff", "\n \n", "a\x00b", "กำ กํา เเล้ว 🏆👨\u200d👩\u200d👧",
    "\u2028x\u2029y\x85z\x0b",
    "ภาพ\u00ad\u200dข่าว", "   ต้น ท้าย   ", "\r\r\n", "e\u0301 ก่่า นำ้", TEXT,
)  # fmt: skip


@pytest.fixture(scope="module")
def nlp():
    return spacy.blank("th")


def at(needle, *, rule="t", value=None, id_=None, nth=0):
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(needle, start + 1)
    return Mention(text=needle, start=start, end=start + len(needle), rule=rule, value=value, id=id_)


def conferral(**fields):
    empty = dict.fromkeys(("award", "year", "edition", "branch", "category", "level", "work", "recipient", "parent"))
    return Conferral(id="c", status="conferred", confidence=0.9, **(empty | fields))


def record(**fields):
    empty = dict.fromkeys(("awards", "unconferred", "ceremonies", "people", "organisations", "dates", "claims", "warnings"), ())
    rest = {"id": "a", "source": None, "text_sha256": "0" * 64, "title": None, "published": None, "meta": {}}
    return Record(**(rest | empty | {"extractor": Provenance(version="1", gazetteers="")} | fields))


def full():
    shared = at("รางวัลเลิศรัฐ", id_="award-lertrat")
    day = at("12 ก.ย. 65", value="2022-09-12")
    body = at("กรมการพัฒนาชุมชน", nth=1)
    first = {"level": at("ดี", value="good"), "work": at("ตลาดนัด\u200bออนไลน์ กรมการพัฒนาชุมชน"), "recipient": body}
    year = at("2565", value=2022)
    person = Person(name=at("วิษณุ เครืองาม"), honorific=at("นาย"), position=at("รองนายกรัฐมนตรี"), mentions=(at("ษณุ"),))
    return record(
        title=at("เมื่อวันที่ 12"),
        awards=(
            conferral(award=shared, year=year, **first),
            conferral(award=shared, year=year, level=at("ดีเด่น"), recipient=body),
        ),
        ceremonies=(Ceremony(award=shared, date=day, organiser=None, presided_by=at("วิษณุ เครืองาม"), venue=None),),
        people=(person,),
        organisations=(Organisation(name=body, aliases=(at("พช."),)), Organisation(name=at("กรมการพัฒนาชุมชน"))),
        dates=(day,),
    )


def total(doc):
    return sum(len(doc.spans[group]) for group in SPAN_GROUPS)


def test_the_tokeniser_keeps_odd_white_space(nlp):
    assert [text for text in ODD if nlp.make_doc(text).text != text] == []


def test_every_mention_becomes_a_span_with_its_exact_characters(nlp):
    doc, expected = nlp.make_doc(TEXT), full()
    set_annotations(doc, expected)
    placed = placed_mentions(expected)
    assert total(doc) == len(placed) == 18
    spans = [span for group in SPAN_GROUPS for span in doc.spans[group]]
    found = sorted((span._.mention.start, span._.mention.end, span.label_) for span in spans)
    assert found == sorted((p.mention.start, p.mention.end, p.label) for p in placed)
    for span in spans:
        exact = span._.mention
        assert span.start_char <= exact.start < exact.end <= span.end_char
        assert TEXT[exact.start : exact.end] == exact.text
    (award,) = [span for span in doc.spans["awards"] if span.label_ == "AWARD"]
    assert (award.kb_id_, award.id_) == ("award-lertrat", "awards.0.award")
    assert {span.label_ for span in doc.spans["people"]} == {"PERSON", "HONORIFIC", "POSITION"}
    assert doc._.record == expected


def test_a_mention_inside_a_token_is_not_lost(nlp):
    words = [TEXT]  # the worst tokeniser there is
    doc = Doc(nlp.vocab, words=words, spaces=[False])
    set_annotations(doc, full())
    assert total(doc) == len(placed_mentions(full()))
    exact = {(span._.mention.start, span._.mention.end) for group in SPAN_GROUPS for span in doc.spans[group]}
    assert exact == {(p.mention.start, p.mention.end) for p in placed_mentions(full())}
    assert len(doc.ents) == 1


@given(
    st.text(min_size=1, max_size=40),
    st.lists(st.tuples(st.integers(0, 39), st.integers(1, 40)), max_size=6),
    st.lists(st.integers(0, 40)),
)
def test_no_mention_is_lost_to_any_token_boundary(text, spans, cuts):
    edges = sorted({0, len(text), *(cut for cut in cuts if cut < len(text))})
    words = [text[a:b] for a, b in pairwise(edges)]
    dates = tuple(Mention(text=text[s:e], start=s, end=e, rule=str(n)) for n, (s, e) in enumerate(spans) if s < e <= len(text))
    doc = Doc(spacy.blank("xx").vocab, words=words, spaces=[False] * len(words))
    set_annotations(doc, record(dates=dates))
    assert [span._.mention for span in doc.spans["dates"]] == list(dates)


def test_entities_do_not_overlap_and_the_longest_wins(nlp):
    doc = nlp.make_doc(TEXT)
    set_annotations(doc, full())
    found = {(ent.label_, ent.text) for ent in doc.ents}
    assert ("WORK", "ตลาดนัด\u200bออนไลน์ กรมการพัฒนาชุมชน") in found
    assert ("RECIPIENT", "กรมการพัฒนาชุมชน") in found
    assert ("PERSON", "วิษณุ เครืองาม") in found
    assert ("ORGANISATION", "กรมการพัฒนาชุมชน") not in found
    assert all(ent._.mention for ent in doc.ents)


def test_entities_that_stand_there_are_kept(nlp):
    doc = nlp.make_doc(TEXT)
    before = doc.char_span(TEXT.index("รองนายก"), TEXT.index("รัฐมนตรี"), label="OTHER", alignment_mode="expand")
    doc.ents = [before]
    set_annotations(doc, full())
    assert before in doc.ents
    bare = nlp.make_doc(TEXT)
    set_annotations(bare, full(), ents=False)
    assert bare.ents == ()


def test_a_record_of_another_text_is_refused(nlp):
    with pytest.raises(ValueError, match="does not stand at"):
        set_annotations(nlp.make_doc("ข่าวอื่น"), full())


def test_a_doc_keeps_its_record_on_disk(nlp):
    doc = nlp.make_doc(TEXT)
    set_annotations(doc, full())
    (again,) = DocBin(docs=[doc], store_user_data=True).get_docs(nlp.vocab)
    other = Doc(spacy.blank("th").vocab).from_bytes(doc.to_bytes())
    for copy in (again, other):
        assert copy._.record == full()
        assert [span._.mention for span in copy.spans["awards"]] == [span._.mention for span in doc.spans["awards"]]


def test_a_doc_without_a_record_has_none(nlp):
    doc = nlp.make_doc(TEXT)
    assert doc._.record is None
    assert doc[0:2]._.mention is None


@pytest.mark.parametrize("text", ODD)
def test_align_gives_the_text_back(text):
    for words in (text.split(), [word.upper() for word in text.split()], [], list(text), ["ไม่มี", *text.split(), ""]):
        assert "".join(align(text, words)) == text
    assert align("ก  ข\u200bค", ["ก", " ", "ข"]) == ["ก", " ", " ", "ข", "\u200bค"]


def test_make_doc_mends_what_a_tokeniser_altered(nlp):
    def lossy(text):
        words = text.split()
        return Doc(nlp.vocab, words=words, spaces=[False] * len(words))

    other = spacy.blank("th")
    other.tokenizer = lossy
    doc = make_doc(other, Article(id="7", text=TEXT))
    assert doc.text == TEXT
    set_annotations(doc, full())
    assert total(doc) == len(placed_mentions(full()))


def test_the_component_extracts_from_the_doc_and_from_its_article(nlp, monkeypatch):
    pipeline = pytest.importorskip("extractor.pipeline", reason="the pipeline is not there yet")
    seen = []

    def extract(article, *, lexicon=None):
        seen.append((article, lexicon))
        return full().model_copy(update={"id": article.id})

    monkeypatch.setattr(pipeline, "extract", extract)
    component = ThaiAwards()
    assert component(nlp.make_doc(TEXT))._.record.id.startswith("text-")
    article = Article(id="7", text=TEXT, source="f.txt", meta={"url": "x"})
    assert component(make_doc(nlp, article))._.record.id == "7"
    assert seen[1] == (article, None)


def test_it_runs_as_a_pipe_of_a_blank_thai_pipeline():
    pytest.importorskip("extractor.pipeline", reason="the pipeline is not there yet")
    pipe = spacy.blank("th")
    pipe.add_pipe("thai_awards")
    assert pipe.pipe_names == ["thai_awards"]
    docs = list(pipe.pipe([TEXT, "", *ODD]))
    assert docs[0]._.record.dates[0].value == "2022-09-12"
    for doc in docs:
        assert total(doc) == len(placed_mentions(doc._.record))
        assert doc.text == doc[:].text


def test_the_factory_is_registered():
    assert spacy_component.Language.has_factory("thai_awards")
    assert {"doc.ents", "doc.spans", "doc._.record"} <= set(spacy.blank("th").get_factory_meta("thai_awards").assigns)
