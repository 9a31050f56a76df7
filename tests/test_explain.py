"""The page shows the very text and every mention, asks nothing of the network, and lets no article speak for itself."""

from __future__ import annotations

import base64
import hashlib
import io
import json
import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console

from extractor.explain import render_html, render_html_many, render_terminal
from extractor.explain.eras import both_eras
from extractor.explain.marks import lay_out
from extractor.models import (
    Article,
    Ceremony,
    Claim,
    Conferral,
    Mention,
    Organisation,
    Person,
    Provenance,
    Record,
    Unconferred,
    Warning,  # noqa: A004
)

TEXT = (
    "  <h1>กรมการพัฒนาชุมชน</h1> คว้า 2 รางวัลเลิศรัฐ\r\n\tเมื่อวันที่ 12 ก.ย. 65 นายวิษณุ เครืองาม รองนายกรัฐมนตรี "
    "มอบรางวัลเลิศรัฐ ประจำปี 2565 ระดับดี ผลงาน “ตลาดนัด <script>alert('x')</script> กรมการพัฒนาชุมชน” & ดีเด่น 👨‍👩‍👧 จบ\u200b"
)
ATTACK = "\"><script>alert(1)</script><img src=x onerror=alert(2)>' onmouseover='alert(3)"


def at(needle, rule="test.rule", value=None, *, id_=None, nth=0):
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(needle, start + 1)
    return Mention(text=needle, start=start, end=start + len(needle), rule=rule, value=value, id=id_)


def conferral(number, **fields):
    empty = dict.fromkeys(("award", "year", "edition", "branch", "category", "level", "work", "recipient", "parent"))
    return Conferral(id=f"c{number}", status="conferred", confidence=0.87, **(empty | fields))


def record(**fields):
    empty = dict.fromkeys(("awards", "unconferred", "ceremonies", "people", "organisations", "dates", "claims", "warnings"), ())
    rest = {"id": "a", "source": None, "text_sha256": "0" * 64, "title": None, "published": None, "meta": {}}
    return Record(**(rest | empty | {"extractor": Provenance(version="1", gazetteers="g" * 64)} | fields))


def full():
    shared = at("รางวัลเลิศรัฐ", "awards.gazetteer", id_="award-lertrat", nth=1)
    year = at("2565", "year.of_award", 2022)
    work = at("ตลาดนัด <script>alert('x')</script> กรมการพัฒนาชุมชน", "work.quoted")
    inner = at("กรมการพัฒนาชุมชน", "organisations.gazetteer", id_="agency-cdd", nth=1)
    day = at("12 ก.ย. 65", "dates.short", "2022-09-12")
    return record(
        title=at("กรมการพัฒนาชุมชน</h1> คว้า 2 รางวัลเลิศรัฐ", "title.first_line"),
        published=day,
        awards=(
            conferral(1, award=shared, year=year, level=at("ดี", "levels", "good", nth=0), work=work, recipient=inner),
            conferral(2, award=shared, year=year, level=at("ดีเด่น", "levels", "excellent")),
        ),
        unconferred=(Unconferred(award=at("รางวัลเลิศรัฐ", "awards.described"), status="described", cue=None),),
        ceremonies=(Ceremony(award=shared, date=day, organiser=None, presided_by=at("วิษณุ เครืองาม"), venue=None),),
        people=(Person(name=at("วิษณุ เครืองาม", "people.full"), honorific=at("นาย"), position=at("รองนายกรัฐมนตรี")),),
        organisations=(Organisation(name=inner, aliases=(at("กรมการพัฒนาชุมชน", "organisations.again"),)),),
        dates=(day,),
        claims=(Claim(count=at("2 รางวัล", "claims.count", 2), found=2),),
        warnings=(Warning(code="claim_mismatch", message=f"ข่าวอ้าง {ATTACK}", start=3, end=8),),
        meta={"url": ATTACK},
    )


class Page(HTMLParser):
    """Reads a page as a browser would: its tags, its marks, and the text of the article."""

    def __init__(self, page):
        super().__init__(convert_charrefs=True)
        self.tags, self.shown, self.marks, self.depth, self.data, self.script = [], "", [], 0, "", ""
        self.inside = None
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        attributes = dict(attrs)
        self.tags.append((tag, attributes))
        self.inside = (tag, attributes)
        if tag == "div" and attributes.get("class") == "text":
            self.depth = 1
        elif tag == "mark" and self.depth:
            self.marks.append((attributes["data-m"], ""))
            self.depth = 2

    def handle_endtag(self, tag):
        self.inside = None
        if tag == "mark":
            self.depth = 1
        elif tag == "div":
            self.depth = 0

    def handle_data(self, data):
        if self.depth:
            self.shown += data
        if self.depth == 2:
            numbers, said = self.marks[-1]
            self.marks[-1] = (numbers, said + data)
        if self.inside and self.inside[0] == "script":
            if self.inside[1].get("type") == "application/json":
                self.data += data
            else:
                self.script += data


def page(text=TEXT, rec=None, **fields):
    return Page(render_html(Article(id="a", text=text, **fields), rec or full()))


def test_the_text_stands_there_exactly_as_given():
    assert page().shown == TEXT


@given(st.text(alphabet=st.characters(exclude_categories=("Cs",), exclude_characters="\0")))
def test_any_text_stands_there_exactly_as_given(text):
    assert page(text, record()).shown == text


@given(
    st.text(alphabet="ab<&ก ่\n", min_size=1, max_size=30), st.lists(st.tuples(st.integers(0, 29), st.integers(1, 30)), max_size=8)
)
def test_overlapping_mentions_are_all_shown(text, spans):
    spans = [(start, end) for start, end in spans if start < end <= len(text)]
    dates = tuple(Mention(text=text[s:e], start=s, end=e, rule=f"r{n}") for n, (s, e) in enumerate(spans))
    shown = page(text, record(dates=dates))
    assert shown.shown == text
    facts = json.loads(shown.data)["documents"][0]
    for number, fact in enumerate(facts):
        said = "".join(part for numbers, part in shown.marks if str(number) in numbers.split())
        assert said == fact["text"]
    assert {fact["rule"] for fact in facts} == {date.rule for date in dates}


def test_every_mention_has_its_rule_value_and_id():
    shown = page()
    facts = json.loads(shown.data)["documents"][0]
    by_rule = {fact["rule"]: fact for fact in facts}
    assert by_rule["awards.gazetteer"]["id"] == "award-lertrat"
    assert by_rule["awards.gazetteer"]["cards"] == ["awards-1", "awards-2", "ceremonies-1"]
    assert by_rule["year.of_award"]["value"] == "พ.ศ. 2565 · 2022"
    assert {fact["value"] for fact in facts if fact["text"] == "12 ก.ย. 65"} == {"12 กันยายน 2565 · 12 Sep 2022"}
    assert {
        "title",
        "award",
        "year",
        "level",
        "work",
        "recipient",
        "unconferred",
        "ceremony",
        "person",
        "position",
        "organisation",
        "date",
        "claim",
    } == {fact["kind"] for fact in facts}


def test_the_innermost_mention_is_drawn_on_top():
    layout = lay_out(full())
    top = {segment.text: layout.marks[segment.marks[0]] for segment in layout.segments(TEXT) if segment.marks}
    assert top["กรมการพัฒนาชุมชน"].kind in ("recipient", "organisation")
    work = next(mark for mark in layout.marks if mark.kind == "work")
    inner = [m for m in layout.marks if m is not work and work.mention.start <= m.mention.start < work.mention.end]
    assert inner
    assert work.level > max(mark.level for mark in inner)
    assert "".join(segment.text for segment in layout.segments(TEXT)) == TEXT


def test_a_conferral_names_all_of_its_evidence():
    heads = [
        attributes for tag, attributes in page().tags if tag == "button" and attributes.get("data-card", "").startswith("awards-")
    ]
    facts = json.loads(page().data)["documents"][0]
    evidence = [{facts[int(n)]["text"] for n in head["data-marks"].split()} for head in heads]
    assert {"2565", "รางวัลเลิศรัฐ", "ดี", "กรมการพัฒนาชุมชน"} <= evidence[0]
    assert evidence[1] == {"2565", "รางวัลเลิศรัฐ", "ดีเด่น"}
    assert all(head["aria-pressed"] == "false" for head in heads)


def test_nothing_that_an_article_says_becomes_markup():
    hostile = Mention(text=ATTACK, start=0, end=len(ATTACK), rule=ATTACK, value=ATTACK, id=ATTACK)
    rec = record(
        id=ATTACK, source=ATTACK, title=hostile, published=hostile, dates=(hostile,),
        awards=(conferral(1, award=hostile, recipient=hostile, year=hostile),),
        people=(Person(name=hostile, honorific=hostile, position=hostile),),
        warnings=(Warning(code="impossible_date", message=ATTACK),), meta={ATTACK: "</script><script>alert(4)</script>"},
        extractor=Provenance(version=ATTACK, gazetteers=ATTACK),
    )  # fmt: skip
    article = Article(id=ATTACK, text=ATTACK + "</script></style><svg onload=alert(5)>", source=ATTACK)
    for html in (render_html(article, rec), render_html_many([(article, rec), (article, rec)])):
        shown = Page(html)
        assert not {"img", "svg", "iframe", "object", "link", "base", "form"} & {tag for tag, _ in shown.tags}
        assert len([tag for tag, _ in shown.tags if tag == "script"]) == 2
        assert not [name for _, attributes in shown.tags for name in attributes if name.startswith("on")]
        assert json.loads(shown.data)["documents"][0][0]["rule"] == ATTACK


def test_the_page_asks_nothing_of_the_network_and_runs_only_its_own_script():
    html = render_html(Article(id="a", text=TEXT), full())
    shown = Page(html)
    assert not re.search(r"(?:https?:)?//[a-z]", html.replace(TEXT, "").replace("// ", ""))
    assert not [a for _, a in shown.tags for name in ("src", "srcset", "action") if name in a]
    assert all(a["href"].startswith("#") for tag, a in shown.tags if tag == "a")
    policy = next(a["content"] for tag, a in shown.tags if a.get("http-equiv") == "Content-Security-Policy")
    digest = base64.b64encode(hashlib.sha256(shown.script.encode()).digest()).decode()
    assert "default-src 'none'" in policy
    assert f"script-src 'sha256-{digest}'" in policy


def test_the_same_input_gives_the_same_page():
    assert render_html(Article(id="a", text=TEXT), full()) == render_html(Article(id="a", text=TEXT), full())


def test_several_articles_make_one_page_with_a_picker():
    html = render_html_many([(Article(id=f"a{n}", text=TEXT), full()) for n in range(3)])
    shown = Page(html)
    documents = [a for tag, a in shown.tags if tag == "main"]
    assert [("hidden" in a) for a in documents] == [False, True, True]
    assert len([1 for tag, _ in shown.tags if tag == "option"]) == 3
    ids = [a["id"] for _, a in shown.tags if "id" in a]
    assert len(ids) == len(set(ids))


def test_an_empty_record_makes_a_page_that_says_so():
    html = render_html(Article(id="a", text=""), record())
    assert "nothing was found" in html
    assert Page(html).marks == []


@pytest.mark.parametrize(
    ("iso", "said"),
    [
        ("2022-09-12", "12 กันยายน 2565 · 12 Sep 2022"),
        ("2022-08", "สิงหาคม 2565 · Aug 2022"),
        ("2023-05-31/2023-06-02", "31 พฤษภาคม 2566 – 2 มิถุนายน 2566 · 31 May 2023 – 2 Jun 2023"),
        (2022, "พ.ศ. 2565 · 2022"),
        ("2022-02-30", "2022-02-30"),
        ("2022-13", "2022-13"),
        ("เร็ว ๆ นี้", "เร็ว ๆ นี้"),
    ],
)
def test_dates_are_told_in_both_eras(iso, said):
    assert both_eras(iso) == said


def terminal(article, rec, **options):
    console = Console(file=io.StringIO(), width=200, **options)
    console.print(render_terminal(article, rec))
    return console.file.getvalue()


def test_the_terminal_shows_text_and_tables():
    shown = terminal(Article(id="a", text=TEXT), full(), no_color=True)
    for word in (
        "ตลาดนัด <script>alert('x')</script>",
        "การรับรางวัล",
        "Conferrals · 2",
        "12 กันยายน 2565 · 12 Sep 2022",
        "วิษณุ เครืองาม",
        "claim_mismatch",
        "พ.ศ. 2565 · 2022",
    ):
        assert word in shown


def test_mentions_are_in_colour_on_a_terminal():
    assert re.search(
        r"\x1b\[[0-9;]*m2565", terminal(Article(id="a", text=TEXT), full(), force_terminal=True, color_system="truecolor")
    )


def test_an_article_cannot_steer_the_terminal():
    text = "ข่าว\x1b[2J\x1b]0;เปลี่ยนชื่อ\x07 \x9b31m [bold]จบ[/bold]\x7f\rทับ"
    rec = record(
        title=Mention(text=text, start=0, end=len(text), rule="t"),
        warnings=(Warning(code="impossible_date", message="\x1b[31m"),),
    )
    shown = terminal(Article(id="a", text=text), rec, no_color=True)
    assert not set(shown) & {"\x1b", "\x07", "\x9b", "\x7f", "\r"}
    assert "[bold]จบ[/bold]" in shown
