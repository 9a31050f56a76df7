"""The measures agree with the reference scorer, faulty gold is told whole, and a report is written whole or not at all."""

from __future__ import annotations

import json
import random
import re
import subprocess
import sys
from html import unescape
from pathlib import Path

import pytest

from extractor.errors import MissingInputError, OutputError
from extractor.evaluate import (
    MEAN_AWARD_FIELDS,
    MEASURES,
    GoldError,
    check_floors,
    evaluate,
    read_gold,
    render_table,
    write_report,
)
from extractor.evaluate.passages import Passages
from extractor.evaluate.report import page_name
from extractor.evaluate.values import agreement, bare_name, fold, text_of
from extractor.models import Mention, Provenance, Record

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"
SCORE = SHARED / "tools" / "score.py"
DEV_GOLD = SHARED / "gold" / "work.jsonl"

needs_shared = pytest.mark.skipif(
    not (SCORE.is_file() and DEV_GOLD.is_file()),
    reason=f"the reference scorer and the dev gold are not here: {SCORE}, {DEV_GOLD}",
)

AWARD = dict.fromkeys(("award", "year", "edition", "branch", "category", "level", "work", "recipient", "parent"))
CEREMONY = dict.fromkeys(("award", "date", "organiser", "presided_by", "venue"))
EMPTY = {"title": None, "published": None, "awards": [], "ceremonies": [], "people": [], "organisations": [], "dates": []}


def award(**fields):
    return AWARD | fields


def ceremony(**fields):
    return CEREMONY | fields


def gold(**fields):
    return EMPTY | fields


GOLD = gold(
    title="กรมการพัฒนาชุมชน คว้ารางวัลเลิศรัฐ",
    published="2022-09-12",
    awards=[
        award(
            award="รางวัลเลิศรัฐ",
            year=2022,
            branch="บริการภาครัฐ",
            category="พัฒนาการบริการ",
            level="ดี",
            work="ตลาดนัดออนไลน์",
            recipient="กรมการพัฒนาชุมชน",
        ),
        award(award="รางวัลเลิศรัฐ", year=2022, level="ดีเด่น", work="โคกหนองนา", recipient="สำนักงานพัฒนาชุมชนจังหวัดเลย"),
    ],
    ceremonies=[ceremony(award="รางวัลเลิศรัฐ", date="2022-09-12", presided_by="วิษณุ เครืองาม", venue="ทำเนียบรัฐบาล")],
    people=[{"name": "วิษณุ เครืองาม", "honorific": "นาย", "position": "รองนายกรัฐมนตรี"}],
    organisations=[{"name": "สำนักงาน ก.พ.ร.", "aliases": ["OPDC"]}, {"name": "กรมการพัฒนาชุมชน", "aliases": []}],
    dates=["2022-09-12", "2022-10"],
)
TEXT = (
    "กรมการพัฒนาชุมชน คว้ารางวัลเลิศรัฐ\n12 กันยายน 2565\nนายวิษณุ เครืองาม รองนายกรัฐมนตรี มอบรางวัลเลิศรัฐ "
    "ประจำปี 2565 สาขาบริการภาครัฐ ประเภทพัฒนาการบริการ ระดับดี ผลงาน “ตลาดนัด\u200bออนไลน์” โดยกรมการพัฒนาชุมชน "
    "และระดับดีเด่น ผลงานโคกหนองนา <b>โดย</b> สำนักงานพัฒนาชุมชนจังหวัดเลย ณ ทำเนียบรัฐบาล\r\n"
)


def mention(text, start=0, value=None):
    return {"text": text, "start": start, "end": start + len(text), "rule": "t", "value": value, "id": None}


def measured(golden, predicted):
    return evaluate({"a": golden}, {"a": predicted}).scores


def counts(score):
    return score.tp, score.fp, score.fn


# --------------------------------------------------------------------------- agreement with the reference scorer


def perturbed(record, rng):
    """A prediction that is wrong in every way in which a prediction can be: dropped, cut, swapped, invented."""
    damaged = json.loads(json.dumps(record))
    damaged["awards"] = [damage_award(entry, rng) for entry in damaged["awards"] if rng.random() > 0.12]
    if damaged["awards"] and rng.random() < 0.3:
        damaged["awards"].append(dict(rng.choice(damaged["awards"]), recipient="โรงเรียนที่ไม่มีจริง", work=None))
    if not record["awards"] and rng.random() < 0.3:
        damaged["awards"] = [award(award="รางวัลที่ 1", recipient="ใครสักคน")]
    for entry in damaged["ceremonies"]:
        field = rng.choice(list(CEREMONY))
        entry[field] = None if rng.random() < 0.5 else "ห้องประชุม ณ ที่อื่น"
    for key in ("ceremonies", "people", "organisations", "dates"):
        damaged[key] = [entry for entry in damaged[key] if rng.random() > 0.15]
    for person in damaged["people"]:
        person["name"] = rng.choice(["", "นาย", "ดร."]) + person["name"][: -1 if rng.random() < 0.3 else None]
        person["position"] = rng.choice([person["position"], None, "ผู้อำนวยการกองอะไรสักอย่าง", (person["position"] or "ครู")[:-2]])
    damaged["people"] += [{"name": "สมมติ ไม่มีจริง", "honorific": None, "position": "ครู"}] * (rng.random() < 0.3)
    for body in damaged["organisations"]:
        body["name"] = rng.choice([body["name"], body["name"] + "ฯ", body["name"][: len(body["name"]) // 2]])
    damaged["organisations"] += [{"name": "กรมที่ไม่มีจริง", "aliases": []}] * (rng.random() < 0.3)
    damaged["dates"] += ["2001-01-01"] * (rng.random() < 0.3)
    if rng.random() < 0.3:
        damaged["title"] = rng.choice([None, (damaged["title"] or "ข่าว") + " – เว็บไซต์ของกรมและข่าวอื่น ๆ อีกมากมายหลายเรื่อง"])
    if rng.random() < 0.3:
        damaged["published"] = None
    return damaged


def damage_award(entry, rng):
    entry = dict(entry)
    for field in AWARD:
        if entry[field] is None or rng.random() > 0.25:
            continue
        value = entry[field]
        number = field in ("year", "edition")
        entry[field] = rng.choice(
            [None, value + 1 if number else value + "ฯ", value if number else f"“{value}”", 7 if number else "อื่น"]
        )
    if rng.random() < 0.2:
        entry["branch"], entry["category"] = entry["category"], entry["branch"]
    return entry


def as_mentions(record):
    """The same prediction with mentions for strings, as the extractor writes it."""

    def wrap(value, field=""):
        if isinstance(value, dict):
            return {key: wrap(item, key) for key, item in value.items()}
        if isinstance(value, list):
            return [wrap(item, "date" if field == "dates" else field) for item in value]
        if value is None:
            return None
        return mention("ตามข่าว", value=value) if field in ("year", "edition", "date", "published") else mention(str(value))

    return wrap(record)


@needs_shared
@pytest.mark.parametrize("seed", range(4))
def test_every_measure_agrees_with_the_reference_scorer_to_three_decimals(tmp_path, seed):
    articles = read_gold(DEV_GOLD)
    rng = random.Random(seed)
    records = {id_: article.record.model_dump(mode="json") for id_, article in articles.items()}
    predicted = {id_: perturbed(record, rng) for id_, record in records.items()}
    if seed % 2:
        predicted = {id_: as_mentions(record) for id_, record in predicted.items()}
    predicted.pop(rng.choice(list(predicted)))
    file = tmp_path / "predicted.jsonl"
    file.write_text("".join(json.dumps({"id": i} | p, ensure_ascii=False) + "\n" for i, p in predicted.items()), "utf-8")

    said = subprocess.run([sys.executable, SCORE, DEV_GOLD, file, "--json"], capture_output=True, check=True, text=True)
    reference = json.loads(said.stdout)
    evaluation = evaluate({id_: article.record for id_, article in articles.items()}, predicted)

    assert set(reference) == {MEAN_AWARD_FIELDS, *MEASURES}
    mean = reference.pop(MEAN_AWARD_FIELDS)
    assert (round(evaluation.mean.f1, 3), evaluation.mean.n) == (pytest.approx(mean["f1"], abs=6e-4), mean["n"])
    for measure, figures in reference.items():
        score = evaluation.scores[measure]
        ours = (score.precision, score.recall, score.f1)
        assert ours == pytest.approx((figures["p"], figures["r"], figures["f1"]), abs=6e-5), measure
        assert score.gold == figures["n"], measure
        assert 0 < score.f1 < 1 or measure == "edition", f"{measure} is trivial in this test"

    table = subprocess.run([sys.executable, SCORE, DEV_GOLD, file], capture_output=True, check=True, text=True).stdout
    ours = {line.strip() for line in render_table(evaluation).splitlines()}
    assert [line for line in table.splitlines()[2:] if line.strip() not in ours] == []


@needs_shared
def test_gold_scores_itself_in_full_and_nothing_scores_nothing():
    records = {id_: article.record for id_, article in read_gold(DEV_GOLD).items()}
    full = evaluate(records, {id_: record.model_dump(mode="json") for id_, record in records.items()})
    assert {measure: score.f1 for measure, score in full.scores.items()} == dict.fromkeys(MEASURES, 1.0)
    assert not any(article.disagreements for article in full.articles)
    nothing = evaluate(records, {})
    assert nothing.missing == tuple(records)
    assert nothing.scores["award fields"].recall == 0
    assert nothing.scores["articles without awards, kept clean"].f1 == 1


# --------------------------------------------------------------------------- values and measures, one by one


def test_values_are_folded_before_they_are_compared():
    assert fold("รางวัล เลิศรัฐ", "award") == fold("เลิศรัฐ", "award")
    assert fold("ระดับ “ดีเด่น”", "level") == "ดีเด่น"
    assert fold("นํา ๑๒") == fold("นำ12")
    assert fold("รางวัล", "award") == "รางวัล"  # the head word alone stays
    assert text_of({"text": "12 ก.ย. 65", "value": "2022-09-12"}, "date") == "2022-09-12"
    assert text_of("") is text_of(None) is text_of({"text": "x", "value": None}, "year") is None
    assert agreement("2022", "2023", "year") == (False, False)
    assert agreement("กรมการพัฒนาชุมชน (พช.)", "กรมการพัฒนาชุมชน") == (False, True)
    assert bare_name("ศ.ดร.นพ.มาลี ใจดี") == "มาลี ใจดี"
    assert bare_name("พลตำรวจเอก สมชาย ใจดี") == "สมชาย ใจดี"


def test_branch_and_category_may_stand_in_each_others_place():
    golden = gold(awards=[award(award="รางวัลเลิศรัฐ", branch="บริการภาครัฐ", recipient="กรมที่ดิน")])
    predicted = gold(awards=[award(award="รางวัลเลิศรัฐ", category="บริการภาครัฐ", recipient="กรมที่ดิน")])
    scores = measured(golden, predicted)
    assert counts(scores["branch"]) == (1, 0, 0)
    assert counts(scores["category"]) == (0, 0, 0)
    assert counts(scores["award fields"]) == (3, 0, 0)


def test_an_invented_award_in_an_article_without_any_is_told_as_such():
    evaluation = evaluate({"a": gold()}, {"a": {"awards": [{"award": "รางวัลที่ 1", "recipient": "ใครสักคน"}]}})
    assert counts(evaluation.scores["articles without awards, kept clean"]) == (0, 0, 1)
    (disagreement,) = evaluation.articles[0].disagreements
    assert (disagreement.subject, disagreement.kind) == ("award", "invented")
    assert {"articles without awards, kept clean", "award", "recipient"} <= disagreement.measures


def test_a_near_agreement_is_kept_apart_from_a_difference():
    predicted = json.loads(json.dumps(GOLD))
    predicted["awards"][1]["recipient"] += "ฯ"
    (near,) = evaluate({"a": GOLD}, {"a": predicted}).articles[0].disagreements
    assert (near.kind, near.measures) == ("close", {"award fields strict"})
    predicted["awards"][1]["level"] = "ดี"
    (other,) = evaluate({"a": GOLD}, {"a": predicted}).articles[0].disagreements
    assert other.kind == "differs"
    assert {row.field: row.state for row in other.rows}["level"] == "wrong"
    assert {row.field: row.state for row in other.rows}["recipient"] == "close"
    assert {row.field: row.state for row in other.rows}["work"] == "same"


def test_a_record_is_taken_as_it_is():
    title = Mention(text=GOLD["title"], start=0, end=34, rule="t")
    day = Mention(text="12 กันยายน 2565", start=35, end=50, rule="d", value="2022-09-12")
    nothing = dict.fromkeys(("awards", "unconferred", "ceremonies", "people", "organisations", "claims", "warnings"), ())
    made = {"source": None, "text_sha256": "0" * 64, "extractor": Provenance(version="0", gazetteers=""), "meta": {}}
    record = Record(id="a", title=title, published=None, dates=(day,), **nothing, **made)
    scores = measured(GOLD, record)
    assert counts(scores["title"]) == (1, 0, 0)
    assert counts(scores["dates"]) == (1, 0, 1)
    assert counts(scores["conferrals"]) == (0, 0, 2)


def test_floors_tell_what_fell_and_what_they_do_not_know():
    evaluation = evaluate({"a": GOLD}, {"a": GOLD | {"dates": ["2022-09-12"]}})
    assert check_floors(evaluation, {"dates": 0.6, "title": 1.0, MEAN_AWARD_FIELDS: 1.0}) == []
    assert check_floors(evaluation, {"dates": 0.97}) == ["dates: F1 0.667 is below its floor 0.970"]
    assert check_floors(evaluation, {"date": 0.5})[0].startswith("date: no such measure; there are ")


def test_no_articles_at_all_is_no_error():
    evaluation = evaluate({}, {})
    assert evaluation.mean.n == 0
    assert render_table(evaluation).startswith("0 articles")


# --------------------------------------------------------------------------- reading gold


def lines(path, *rows):
    path.write_text(
        "".join((row if isinstance(row, str) else json.dumps(row, ensure_ascii=False)) + "\n" for row in rows), "utf-8"
    )
    return path


def test_gold_lines_are_read_with_other_keys_left_alone(tmp_path):
    text = "ข่าว\u2028ต่อ"
    path = lines(
        tmp_path / "g.jsonl",
        {"id": "a", "text": text, "gold": GOLD, "stratum": "seed"},
        "",
        {"id": "b", "text": "", "gold": gold()},
    )
    found = read_gold(path)
    assert list(found) == ["a", "b"]
    assert found["a"].article.text == text
    assert found["a"].record.awards[0].year == 2022


def test_every_fault_of_a_gold_file_is_told_at_once_with_its_line(tmp_path):
    path = lines(
        tmp_path / "g.jsonl",
        {"id": "a", "text": "", "gold": gold()},
        "{",
        [1],
        {"id": "", "gold": 3},
        {"id": "a", "text": "", "gold": gold()},
        {"id": "c", "text": "", "gold": gold(published="2565", surprise=1, awards=[{"award": 5}])},
    )
    with pytest.raises(GoldError) as caught:
        read_gold(path)
    said = [(fault.line, fault.problem) for fault in caught.value.faults]
    assert [line for line, _ in said[:6]] == [2, 3, 4, 4, 4, 5]
    assert "stands already on line 1" in said[5][1]
    sixth = " ".join(problem for line, problem in said if line == 6)
    for word in ("gold.published", "gold.surprise: is no field", "gold.awards.0.award", "gold.awards.0.year: is missing"):
        assert word in sixth
    assert str(caught.value).startswith(f"{len(said)} faults in the gold:\n{path}:2: not JSON")


def test_a_folder_of_gold_tells_the_line_inside_each_file(tmp_path):
    (tmp_path / "a.txt").write_text("ข่าว", "utf-8")
    (tmp_path / "a.gold.json").write_text(
        '{\n "title": 3,\n "published": null, "awards": [\n  {"award": null,\n   "year": "x"}\n ],\n '
        '"ceremonies": [], "people": [], "organisations": [], "dates": []}',
        "utf-8",
    )
    (tmp_path / "b.gold.json").write_text("{\n]", "utf-8")
    (tmp_path / "c.gold.json").write_bytes(b'{"title":\n"\xff"}')
    with pytest.raises(GoldError) as caught:
        read_gold(tmp_path)
    said = {(Path(fault.file).name, fault.line, fault.problem.split(":")[0]) for fault in caught.value.faults}
    assert ("a.gold.json", 2, "title") in said
    assert ("a.gold.json", 5, "awards.0.year") in said
    assert ("a.gold.json", 4, "awards.0.level") in said
    assert ("b.gold.json", 2, "not JSON") in said
    assert ("b.gold.json", 1, "no b.txt or b.html beside it") in said
    assert ("c.gold.json", 2, "not UTF-8") in said


def test_a_folder_of_gold_is_read_by_name(tmp_path):
    (tmp_path / "ข่าว 1.txt").write_text(TEXT, "utf-8")
    (tmp_path / "ข่าว 1.gold.json").write_text(json.dumps(GOLD), "utf-8")
    (found,) = read_gold(tmp_path).values()
    assert found.article.id == "ข่าว 1"
    assert found.record.title == GOLD["title"]


def test_gold_that_is_not_there_is_an_error(tmp_path):
    for path in (tmp_path / "none.jsonl", tmp_path):
        with pytest.raises(MissingInputError, match=re.escape(str(path))):
            read_gold(path)


# --------------------------------------------------------------------------- passages and the report


def test_gold_is_found_by_its_wording_whatever_the_era_and_the_marks_inside():
    passages = Passages(TEXT)
    (place,) = passages.find("ตลาดนัดออนไลน์")
    assert TEXT[slice(*place)] == "ตลาดนัด\u200bออนไลน์"
    assert passages.find("565") == []  # no part of a number
    assert "".join(piece.text for piece in passages.pieces([])) == TEXT
    evaluation = evaluate({"a": GOLD}, {"a": {}})
    found = {TEXT[p.start : p.end] for d in evaluation.articles[0].disagreements for p in passages.places(d)}
    assert {"2565", "12 กันยายน 2565", "วิษณุ เครืองาม", "สำนักงานพัฒนาชุมชนจังหวัดเลย", "ดีเด่น"} <= found


def wrong():
    predicted = json.loads(json.dumps(GOLD))
    predicted["title"] = None
    predicted["awards"][0]["recipient"] = mention("<script>alert(1)</script>", 3)
    predicted["people"] = []
    return evaluate({"../a/ข่าว 1": GOLD, "b": gold()}, {"../a/ข่าว 1": predicted, "b": gold()})


def test_the_report_shows_every_disagreement_beside_its_passage(tmp_path):
    index = write_report(tmp_path / "r", wrong(), texts={"../a/ข่าว 1": TEXT})
    files = sorted(path.relative_to(tmp_path / "r").as_posix() for path in (tmp_path / "r").rglob("*") if path.is_file())
    assert files == [f"articles/{page_name('../a/ข่าว 1')}", "index.html", "report.json"]
    page = (tmp_path / "r" / files[0]).read_text("utf-8")
    for text in (index.read_text("utf-8"), page):
        assert "<script>alert(1)" not in text
        assert "&lt;script&gt;alert(1)" in text
        assert "https://" not in text
        assert "http://" not in text
        assert 'data-measures="award fields|recipient' in text
    shown = re.search(r'<div class="text">(.*?)</div>', page, re.DOTALL)
    assert shown
    assert unescape(re.sub(r"<[^>]*>", "", shown[1])) == TEXT
    assert json.loads((tmp_path / "r" / "report.json").read_text("utf-8"))["f1"]["people"] == 0


def test_a_report_replaces_a_report_and_nothing_else(tmp_path):
    folder = tmp_path / "r"
    write_report(folder, wrong(), texts={})
    write_report(folder, evaluate({"b": gold()}, {}), texts={})
    assert sorted(path.name for path in folder.rglob("*") if path.is_file()) == ["index.html", "report.json"]
    (folder / "notes.txt").write_text("mine", "utf-8")
    before = (folder / "index.html").read_text("utf-8")
    with pytest.raises(OutputError, match=r"notes\.txt"):
        write_report(folder, wrong(), texts={})
    assert (folder / "index.html").read_text("utf-8") == before
    assert [path.name for path in tmp_path.iterdir()] == ["r"]


def test_a_report_that_cannot_be_written_is_not_there_at_all(tmp_path, monkeypatch):
    (tmp_path / "file").write_text("x", "utf-8")
    for folder in (tmp_path / "file", tmp_path / "file" / "r"):
        with pytest.raises(OutputError, match="file"):
            write_report(folder, wrong(), texts={})
    folder = tmp_path / "r"
    write_report(folder, wrong(), texts={})
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}

    def full(*_args, **_kwargs):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_text", full)
    with pytest.raises(OutputError, match="No space left on device"):
        write_report(folder, evaluate({"b": gold()}, {}), texts={})
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file", "r"]


def test_page_names_are_safe_and_differ():
    ids = ["../../etc/passwd", "a/b", "a-b", "A-B", "ข่าว", "ข่าว ", "con", "x" * 500, ".", "a\0b", "seed-001"]
    names = [page_name(id_) for id_ in ids]
    assert len({name.lower() for name in names}) == len(ids)
    assert all(re.fullmatch(r"[a-z0-9][a-z0-9-]{0,60}\.html", name) for name in names)
