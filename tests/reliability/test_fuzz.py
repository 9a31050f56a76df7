"""Spoilt articles: a short run of the fuzzer, what it tells when something breaks, and what it once found."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from random import Random

import pytest
from fuzzing import checks
from fuzzing.mutators import BYTE_MUTATORS, LONGEST, TEXT_MUTATORS, mutate

from extractor import Article, extract
from extractor.read import read_articles
from tests.conftest import ROOT, mentions, soon


def test_no_spoilt_article_breaks_a_promise(tmp_path):
    command = [
        sys.executable,
        ROOT / "scripts" / "fuzz.py",
        "--seed",
        "3",
        "--count",
        "900",
        "--corpus-only",
        "--failures",
        tmp_path / "failures",
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env={"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"})
    assert done.returncode == 0, done.stdout + done.stderr
    assert "0 failed" in done.stdout
    assert list(tmp_path.iterdir()) == []


def test_an_article_is_made_from_its_number_alone():
    texts = checks.seed_texts(pool=False)
    made = [checks.make(5, number, texts) for number in range(60)]
    assert made == [checks.make(5, number, texts) for number in range(60)]
    assert made != [checks.make(6, number, texts) for number in range(60)]
    assert len({ending for ending, _ in made}) >= 6


def test_every_mutator_hands_back_an_article():

    chance = Random(1)
    for mutator in dict.fromkeys(TEXT_MUTATORS):
        results = [
            mutator(text, chance, ["กรมประมง"]) for text in ("", "ก", "รางวัลเลิศรัฐ 2566\nกรม ประมง Award") for _ in range(20)
        ]
        assert len(set(results)) > 2, mutator.__name__
    for byte_mutator in BYTE_MUTATORS:
        assert len({byte_mutator(data, chance) for data in (b"", b"a", b"abc" * 9) for _ in range(20)}) > 2
    assert max(len(mutate("ก" * 5000, chance, ["ข"])) for _ in range(200)) <= LONGEST


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (lambda record: record.model_copy(update={"text_sha256": "0"}), "the hash"),
        (lambda record: record.model_copy(update={"schema_version": 2}), "against the schema"),
        (
            lambda record: record.model_copy(
                update={"dates": (*record.dates, record.awards[0].award.model_copy(update={"start": 1, "end": 2}))}
            ),
            "is not what stands there",
        ),
    ],
)
def test_a_broken_promise_is_found_told_and_replayed(tmp_path, monkeypatch, spoil, said):
    monkeypatch.setattr(checks, "extract", lambda article: spoil(extract(article)))
    monkeypatch.setattr(checks, "make", lambda *_: (".json", json.dumps("เทศบาลตำบลนาดีได้รับรางวัลพระปกเกล้า ประจำปี 2566").encode()))
    (tmp_path / "place").mkdir()
    tally = checks.check_numbers(1, range(1), ["ก"], tmp_path / "place", tmp_path / "failed")
    [failure] = tally.failures
    assert said in failure
    assert f"--replay {tmp_path}/failed/1-0.json" in failure
    with pytest.raises(checks.BrokenPromiseError, match=said):
        checks.check_file(tmp_path / "failed" / "1-0.json", checks.Tally())


# ------------------------------------------------------------------ what it found


@pytest.mark.parametrize(
    "text", ["||||||||||||||||||||||||\nกรมประมงได้รับรางวัลเลิศรัฐ", "- - - - - - - - - - - - - - - -", "——————————————————————————"]
)
def test_a_headline_of_strokes_is_none(text):
    assert all(mention.text for _, mention in mentions(extract(text)))


@pytest.mark.parametrize("text", ["ได้รับยกย่องเป็น“คนต้นแบบ", "นักแสดงยอดเยี่ยม กษ(ร\x0c)", "นักแสดงยอดเยี่ยม\nด\n-"])
def test_an_article_may_end_anywhere(text):
    extract(text)


def test_half_a_surrogate_pair_is_in_no_mention():
    text = "กรมประมง\udcffคว้ารางวัลเลิศรัฐ ประจำปี 2566 ระดับดี\nกรมการข้าวได้รับ\ud83dรางวัลเลิศรัฐ จากผลงาน “ปลา\ud83dใส”"
    json.loads(extract(Article(id="x", text=text)).model_dump_json())


def test_a_csv_header_that_is_none_is_set_aside(monkeypatch):
    class Stdin:
        buffer = io.BytesIO(b"id,text\rnote\n1,a,b\n")

    monkeypatch.setattr(sys, "stdin", Stdin)
    rejects = []
    assert list(read_articles(["-"], form="csv", on_error=rejects.append)) == []
    assert "the CSV header is not well-formed" in rejects[0].error


@pytest.mark.parametrize(
    "text",
    [
        "กรมประมงได้รับรางวัล Insurtech " + "The " * 60 + "1 รางวัล",
        "นาย ก แสดงความยินดี โรงเรียน 25 " + "วันที่ 31 กันยายน 2565 " * 12 + "แสดง ได้รับรางวัลชนะเลิศ ประจำปี 2565",
    ],
)
def test_no_pattern_tries_all_ways(text):
    soon(lambda: extract(text), 2)
