"""The time of an extraction grows as the article does, whatever it is full of; no pattern tries all ways."""

from __future__ import annotations

import re
import time
from random import Random

import check_regexes
import pytest
from pumping import measure
from pumping.collect import Found, collect
from pumping.pumps import Pump, own_pumps
from pumping.spans import recording

from extractor import extract
from extractor.assemble import collector_words
from extractor.assemble.reader import _opens_list
from extractor.clean.dates import is_byline
from extractor.read.html import flatten

TOLD = "กรมประมงได้รับรางวัลเลิศรัฐ ประจำปี 2566 ระดับดี"
UNITS = {
    "spaces": " ", "line ends": "\n", "digits": "1", "dots": ".", "stops": ". ", "letters": "ก", "syllables": "กา ",
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


OFTEN = {"letters", "spaces", "quotes", "quoted", "dashes", "dates", "numbers", "provinces"}


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
    checked = check_regexes.check("extractor.clean.furniture.", package="extractor.clean", pumps=3, budget=0.1)
    assert checked.pumps > 100
    assert checked.growths == []
    assert check_regexes.check_extraction(checked) == {}


@pytest.mark.slow
@pytest.mark.timeout(900)
def test_no_pattern_grows():
    checked = check_regexes.check(pumps=10, budget=0.15)
    assert [str(growth) for growth in checked.growths] == []
    assert check_regexes.check_extraction(checked) == {}


def test_a_pattern_that_grows_is_told():
    steep, plain = (Found(re.compile(pattern), ["x"], {"search"}) for pattern in (r"\s+$", r"รางวัล[ก-๙]{1,40}(?=\s|$)"))
    assert any(measure.growth(steep, pump) for pump in (Pump("", " ", "x"), Pump("", "\n ", "x")))
    assert not any(measure.growth(plain, pump) for pump in own_pumps(plain.pattern, Random(1), 3))
    tries = Found(re.compile(r"(?:a|a)+b"), ["x"], {"search"})
    assert measure.slow_on(tries, Pump("", "a", ""), 60) is not None


NEARLY = {
    "bylines": lambda: is_byline("ข่าว " * 4_000 + "!"),
    "abbreviations": lambda: extract(f"กรมประมง (กป.{'ก' * 60}!) {TOLD}"),
    "colons": lambda: _opens_list(": " * 20_000 + "ก"),
    "line ends of a page": lambda: flatten(f"<html><body>{'<br>' * 20_000}ก</body></html>"),
}


@pytest.mark.parametrize("name", NEARLY)
def test_what_nearly_matches_is_soon_done_with(name):
    """Patterns that would try very many ways before they failed."""
    began = time.process_time()
    NEARLY[name]()
    assert time.process_time() - began < 4


def test_what_is_handed_to_a_pattern_is_noted_and_all_is_put_back():
    before = collector_words.NEAR
    with recording() as longest:
        collector_words.NEAR.fullmatch("abc " * 5)
    assert longest[before.pattern, before.flags] == 20
    assert collector_words.NEAR is before
