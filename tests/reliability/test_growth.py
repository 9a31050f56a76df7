"""The time of an extraction grows as the article does, whatever it is full of; no pattern tries all ways."""

from __future__ import annotations

import os
import re
import time
from random import Random

import check_regexes
import pytest
from pumping import measure
from pumping.collect import Found, collect
from pumping.overlaps import overlap_pumps
from pumping.pumps import Pump, own_pumps
from pumping.seek import sought_pumps
from pumping.spans import recording
from pumping.swallows import swallow_pumps

from extractor import extract
from extractor.assemble import collector_words, role_words, roles, rows, unnamed
from extractor.assemble.listing import opens_list
from extractor.clean import find_content
from extractor.clean.dates import is_byline
from extractor.evaluate import gold
from extractor.match import award_contests
from extractor.read.html import flatten
from tests.conftest import soon

pytestmark = pytest.mark.long

TOLD = "กรมประมงได้รับรางวัลเลิศรัฐ ประจำปี 2566 ระดับดี"
UNITS = {
    "spaces": " ", "line ends": "\n", "blank lines": " " * 20 + "\n",
    "digits": "1", "dots": ".", "stops": ". ", "letters": "ก", "syllables": "กา ",
    "capitals": "Ab ", "quotes": "“", "quoted": "“ก” ", "brackets": "(",
    "bracketed": "((ก) ", "numbers": "1) ", "numbered": "1.1 กรม\n",
    "dashes": "- ", "people": "นายกา กา ", "titles": "ศ.ดร.", "awards": "รางวัล", "prizes": "รางวัลที่ 1 ", "categories": "ประเภท ก ",
    "ands": "และ ",
    "dates": "12 กันยายน 2565 ", "schools": "โรงเรียนก ", "provinces": "จังหวัดน่าน ", "the": "The ", "repetition": "ๆ ",
    "commas": ",", "bullets": "• ก\n", "latin": "a", "words": "a baac ", "apostrophes": "'", "brackets closed": ")",
}  # fmt: skip
SHORT, TIMES, TRIES = 10_000, 8, 4


def seconds(unit: str, length: int) -> float:
    """CPU of one extraction; what is told stands before, within and behind, so that every rule has something to do."""
    half = unit * (length // 2 // len(unit))
    began = time.process_time()
    extract(f"{TOLD} {half} {TOLD} {half} {TOLD}")
    return time.process_time() - began


OFTEN = {"letters", "spaces", "blank lines", "quotes", "quoted", "dashes", "dates", "numbers", "provinces"}


@pytest.mark.parametrize("name", [pytest.param(name, marks=[] if name in OFTEN else [pytest.mark.slow]) for name in UNITS])
def test_an_article_of_nothing_but(name):
    """Eight times the text takes some eight times as long; sixty-four times if anything grew with the square."""
    extract(TOLD)
    measured = []
    for _ in range(TRIES):  # a busy machine slows one measurement or another, never makes one faster
        short, long = seconds(UNITS[name], SHORT), seconds(UNITS[name], SHORT * TIMES)
        measured.append((short, long))
        if long < max(0.6, 2.5 * TIMES * max(short, 0.02)):
            return
    pytest.fail(f"seconds for {SHORT:,} characters and for {TIMES} times as many: {measured}")


@pytest.mark.slow
def test_every_pattern_is_found():
    extract(TOLD)
    collected = collect()
    names = {place for found in collected.found for place in found.where}
    assert len(collected.found) > 700
    assert {
        "extractor.assemble.collector_words.NEAR",
        "extractor.pipeline._ABOUT_AWARDS",
        "extractor.resolve._SHORT_FORMS",
    } & names
    assert any(re.fullmatch(r"extractor\.clean\.dates:\d+", name) for name in names), "one written within a function"


def test_the_patterns_that_tell_furniture_do_not_grow():
    """The check in small: `scripts/check_regexes.py` is the whole, of some minutes."""
    checked = check_regexes.check("extractor.clean.furniture.", package="extractor.clean", pumps=3)
    assert sum(verdict.texts for verdict in checked.verdicts) > 100
    assert checked.of("growing") == []
    assert check_regexes.check_extraction(checked) == {}


@pytest.mark.slow
@pytest.mark.timeout(900)
def test_no_pattern_grows():
    """The whole check: a verdict on each pattern, and none that grows, with a few texts fewer each than the command tries."""
    jobs = os.cpu_count() or 1
    checked = check_regexes.check(pumps=15, sought=10, jobs=jobs)
    assert len(checked.verdicts) > 700
    assert [str(verdict) for verdict in checked.of("growing")] == []
    assert check_regexes.check_extraction(checked, jobs=jobs) == {}


def test_a_pattern_that_grows_is_told():
    steep, plain = (Found(re.compile(pattern), ["x"], {"search"}) for pattern in (r"\s+$", r"รางวัล[ก-๙]{1,40}(?=\s|$)"))
    assert any(measure.growth(steep, pump) for pump in (Pump("", " ", "x"), Pump("", "\n ", "x")))
    assert not any(measure.growth(plain, pump) for pump in own_pumps(plain.pattern, Random(1), 3))
    tries = Found(re.compile(r"(?:a|a)+b"), ["x"], {"search"})
    assert measure.slow_on(tries, Pump("", "a", ""), 60) is not None


@pytest.mark.parametrize(
    "pattern",
    [r"(?:\s*[|,]?\s*x)+y", r"(?:ระดับ[ก-๙]{2,16})*!", r"(?:<!--.*?-->\s*)*<html", r"[ ]*(?:,)?[ ]*(?:และ)?[ ]*!", r"\d+ราย"],
)
def test_what_the_repeats_of_a_pattern_share_makes_it_grow(pattern):
    """Patterns as the package had them: their own structure tells the text on which they take long."""
    found = Found(re.compile(pattern), ["x"], {"search"})
    assert measure.worst(found, overlap_pumps(found.pattern, Random(1), 30), None).growth is not None


@pytest.mark.parametrize(
    "pattern",
    [
        r"(?:สมาชิก[ก-๎]{0,12}|ราษฎร|[ ])*!",
        r"(?:ดี|ตอกย้ำ[ก-๎]{0,24}|ยัง)*!",
        r"แข่ง(?:เชิง[ก-๎]{4,16}|เกม|(?:ใน)?(?:โลก|ชาติ))+!",
        r"(?:ใน|มาอยู่(?:ใน|ที่)?|อยู่ที่|มา)*!",
    ],
)
def test_what_one_alternative_takes_of_the_next_makes_it_grow(pattern):
    """Patterns as the package had them: a run of one pair of alternatives, out of all there are, doubles the ways to read it."""
    found = Found(re.compile(pattern), ["x"], {"search"})
    assert measure.worst(found, swallow_pumps(found.pattern, Random(1), 30), None).growth is not None


def test_what_no_alternative_takes_of_the_next_does_not():
    found = Found(re.compile(r"(?:สมาชิก\d{0,12}|ราษฎร|[ ]){1,6}+!"), ["x"], {"search"})
    assert swallow_pumps(found.pattern, Random(1), 30) == []


def test_hypothesis_finds_what_leads_and_what_spoils():
    found = Found(re.compile(r"ก(?:ab|a|b)*[”]"), ["x"], {"match"})
    known = [*own_pumps(found.pattern, Random(2), 30), *overlap_pumps(found.pattern, Random(2), 30)]
    sought = sought_pumps(found, known, None, Random(2), 20)
    assert any(pump.start and measure.short_seconds(found, pump, None) > 0.3 for pump in sought)


def test_a_window_is_held_to_a_time():
    found = Found(re.compile(r"(?:a|a)+b"), ["x"], {"search"})
    told = measure.worst(found, [Pump("", "a", "")], 12)
    assert told.growth is not None, "it would grow"
    assert told.on_window < measure.SLOW, "and does not on twelve characters"


NEARLY = {
    "bylines": lambda: is_byline("ข่าว " * 4_000 + "!"),
    "abbreviations": lambda: extract(f"กรมประมง (กป.{'ก' * 60}!) {TOLD}"),
    "colons": lambda: opens_list(": " * 20_000 + "ก"),
    "buttons of a page": lambda: find_content(f"{TOLD}\n{'youtube ' * 36}!\n{TOLD}"),
    "members": lambda: roles._FIRST_MEMBER.fullmatch(" " * 4_000 + "!"),
    "districts of an item": lambda: role_words.ENDS_ITEM.match("อำเภอเเเ" * 1_000 + "!"),
    "districts of a row": lambda: rows._TO_NEXT.match("จังหวัด" * 1_000 + "!"),
    "those who won": lambda: [unnamed.group_before_end(("ครูทั้ง 1 " * 40)[:219] + "ก") for _ in range(100)],
    "levels of a contest": lambda: award_contests._PROPER.match("ระดับ" * 1_000),
    "a text of a gold file": lambda: list(gold._JSON_TOKEN.finditer('"\\“\\' * 4_000)),
    "line ends of a page": lambda: flatten(f"<html><body>{'<br>' * 20_000}ก</body></html>"),
}


@pytest.mark.parametrize("name", NEARLY)
def test_what_nearly_matches_is_soon_done_with(name):
    """Patterns that would try very many ways before they failed."""
    soon(NEARLY[name], 4)


def test_what_is_handed_to_a_pattern_is_noted_and_all_is_put_back():
    before = collector_words.NEAR
    with recording() as longest:
        collector_words.NEAR.fullmatch("abc " * 5)
    assert longest[before.pattern, before.flags] == 20
    assert collector_words.NEAR is before
