"""The scripts for people: each says what it is for, and does it on something small."""

from __future__ import annotations

import csv
import io
import json
import re
import runpy
import subprocess
import sys

import pytest

from tests.conftest import CORPUS, ROOT

pytestmark = pytest.mark.long

SCRIPTS = sorted((ROOT / "scripts").glob("*.py"))
GOLD = {"title": None, "published": None, "awards": [], "ceremonies": [], "people": [], "organisations": [], "dates": []}


def run(name, *arguments):
    command = [sys.executable, ROOT / "scripts" / f"{name}.py", *map(str, arguments)]
    return subprocess.run(
        command, capture_output=True, text=True, check=False, env={"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1", "COLUMNS": "100"}
    )


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.stem)
def test_each_has_help(script, monkeypatch, capsys):
    monkeypatch.setattr(sys, "argv", [str(script), "--help"])
    monkeypatch.syspath_prepend(script.parent)  # as when it is started
    with pytest.raises(SystemExit) as end:
        runpy.run_path(str(script), run_name="__main__")
    assert not end.value.code
    assert "usage:" in capsys.readouterr().out


def test_demo_leaves_its_files_and_tells_of_them(tmp_path):
    done = run("demo", "--output", tmp_path / "out")
    assert done.returncode == 0, done.stderr
    articles = sum(1 for _ in CORPUS.rglob("*.gold.json"))
    assert len((tmp_path / "out" / "records.jsonl").read_text(encoding="utf-8").splitlines()) == articles
    assert (tmp_path / "out" / "records.csv").read_bytes().startswith(b"\xef\xbb\xbfarticle_id,")
    assert "<!doctype html>" in (tmp_path / "out" / "explained.html").read_text(encoding="utf-8")
    assert str(tmp_path / "out" / "records.jsonl") in done.stdout
    assert "What was found" in done.stdout
    assert f"serve --database {tmp_path / 'out' / 'awards.sqlite'}\nand open http://127.0.0.1:8000/" in done.stdout
    assert (tmp_path / "out" / "awards.sqlite").is_file()


def test_bench_prints_the_ratio_and_fails_below_what_is_asked():
    done = run("bench", "--interpreted", "--articles", 3, "--rounds", 1, "--at-least", 1000)
    assert done.returncode == 1
    assert "ratio" in done.stdout
    assert "peak memory" in done.stdout
    assert "below 1000" in done.stderr


def test_extraction_stays_faster_than_the_tokeniser():
    """In processor time, the two in turns. Coarsely: the ratio differs by machine; tests/reliability/test_work.py counts."""
    done = run("bench", "--interpreted", "--articles", 500, "--rounds", 2, "--at-least", 1.0)
    assert done.returncode == 0, done.stdout + done.stderr


def test_bench_growth_tells_the_factor():
    done = run("bench_growth", "--interpreted", "--bytes", 100_000, "--rounds", 1, "--at-most", 4)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "100,000" in done.stdout
    assert run("bench_growth", "--interpreted", "--bytes", 100_000, "--rounds", 1, "--at-most", 0.5).returncode == 1


def test_bench_run_measures_workers_memory_and_kills():
    sizes = {"workers-over": 60, "rounds": 1, "memory-over": 60, "kills": 1, "kills-over": 300}
    done = run("bench_run", "--interpreted", *(part for name, size in sizes.items() for part in (f"--{name}", size)))
    assert "efficiency" in done.stdout, done.stderr
    assert "then resumed: output the same, 0 files left behind" in done.stdout


@pytest.fixture
def sides(tmp_path):
    gold = GOLD | {"dates": ["2022-09-12", "2022-08"]}
    (tmp_path / "gold.jsonl").write_text(json.dumps({"id": "a", "text": "ก", "gold": gold}), encoding="utf-8")
    (tmp_path / "old.jsonl").write_text(json.dumps({"id": "a", "dates": ["2022-09-12"]}), encoding="utf-8")
    (tmp_path / "new.jsonl").write_text(json.dumps({"id": "a", "dates": ["2022-08"]}), encoding="utf-8")
    return [tmp_path / f"{name}.jsonl" for name in ("gold", "old", "new")]


def test_compare_lists_gains_and_losses(sides):
    done = run("compare", *sides)
    assert done.returncode == 0, done.stderr
    assert "+ date 2022-08 missed" in done.stdout
    assert "- date 2022-09-12 missed" in done.stdout
    assert "0 of 22 measures moved" in done.stdout


def test_compare_fails_on_a_loss_when_asked(sides):
    gold, old, new = sides
    new.write_text(json.dumps({"id": "a", "dates": []}), encoding="utf-8")
    assert run("compare", gold, old, new, "--fail-on-loss").returncode == 1
    assert run("compare", gold, new, old, "--fail-on-loss").returncode == 0


def test_compare_says_what_it_cannot_find(sides):
    done = run("compare", sides[0], "no-such-commit")
    assert done.returncode == 1
    assert "neither a file nor a commit" in done.stderr


def test_mined_names_stand_under_their_head_words():
    done = run("mine_names", CORPUS / "*.txt", "--at-least", 1, "--most", 400)
    assert done.returncode == 0, done.stderr
    awards, organisations = done.stdout.split("organisations: ")
    assert "  รางวัล (" in awards
    assert re.search(r"รางวัลการจัดการขยะชุมชนยั่งยืน  \[award\.named\]\n +\S.*\[รางวัลการจัดการขยะชุมชนยั่งยืน\]", awards)
    assert "รางวัลเลิศรัฐ  [" not in awards, "a name of the gazetteers"
    assert re.search(r"มหาวิทยาลัย \(\d+\)\n +articles +times\n +2 +3  มหาวิทยาลัยพฤกษานคร", organisations)
    assert "  กรมการพัฒนาชุมชน  [" not in organisations


def test_mined_names_come_as_a_table():
    done = run("mine_names", CORPUS / "*.txt", "--kind", "organisations", "--at-least", 1, "--most", 3, "--csv")
    assert done.returncode == 0, done.stderr
    rows = list(csv.DictReader(io.StringIO(done.stdout)))
    assert len(rows) == 3
    assert {row["kind"] for row in rows} == {"organisations"}
    assert rows[0]["name"] == "มหาวิทยาลัยพฤกษานคร"
    assert (rows[0]["articles"], rows[0]["head"]) == ("2", "มหาวิทยาลัย")
    assert "[มหาวิทยาลัยพฤกษานคร]" in rows[0]["context"]


def test_names_that_a_folder_adds_are_mined_no_more(tmp_path):
    (tmp_path / "news.txt").write_text("โรงเรียนบ้านนาดีได้รับรางวัลข้าวหอมทุ่งนาดี ประจำปี 2568", encoding="utf-8")
    arguments = (tmp_path / "news.txt", "--kind", "awards", "--at-least", 1)
    assert "รางวัลข้าวหอมทุ่งนาดี" in run("mine_names", *arguments).stdout
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "awards.csv").write_text(
        "id,name,source,example\nkhao-hom,รางวัลข้าวหอมทุ่งนาดี,ป,รับรางวัลข้าวหอมทุ่งนาดี\n", "utf-8"
    )
    assert "รางวัลข้าวหอมทุ่งนาดี" not in run("mine_names", *arguments, "--gazetteers", tmp_path / "mine").stdout


@pytest.fixture
def annotated(tmp_path):
    names = ("วิชัย ใจงาม", "มาลี ศรีทอง", "สมชาย รักดี", "อรุณ พรหมดี", "กานดา มีสุข", "เดชา ทองคำ")
    offices = ("กรมประมง", "กรมป่าไม้", "กรมการข้าว", "กรมที่ดิน", "กรมทางหลวง", "กรมศุลกากร")
    lines = []
    for number, (name, office) in enumerate(zip(names, offices, strict=True)):
        award = dict.fromkeys(("edition", "branch", "category", "level", "work", "parent"))
        gold = GOLD | {
            "people": [{"name": name, "honorific": "นาย", "position": f"อธิบดี{office}"}],
            "organisations": [{"name": office, "aliases": []}],
            "dates": ["2022-09-12"],
            "awards": [award | {"award": "รางวัลเลิศรัฐ", "year": 2022, "recipient": office}],
        }
        text = f"{office}ได้รับรางวัลเลิศรัฐ ประจำปี 2565\n\nวันที่ 12 กันยายน 2565 นาย{name} อธิบดี{office} ขอบคุณทุกฝ่าย"
        lines.append(json.dumps({"id": str(number), "text": text, "gold": gold}, ensure_ascii=False))
    for stem, part in (("seen", lines[:4]), ("unseen", lines[4:])):
        (tmp_path / f"{stem}.jsonl").write_text("\n".join(part), encoding="utf-8")
    return tmp_path


def test_peers_are_measured_by_the_same_scorer(annotated):
    for module in ("pycrfsuite", "dateparser"):
        pytest.importorskip(module)
    seen, unseen = annotated / "seen.jsonl", annotated / "unseen.jsonl"
    done = run("bench_accuracy", "--train", seen, "--test", seen, "--test", unseen, "--folds", 2)
    assert done.returncode == 0, done.stderr
    assert "seen (4 articles)" in done.stdout
    assert "unseen (2 articles)" in done.stdout
    blocks = {block.split("\n")[0]: block for block in re.split(r"\n(?=\S)", done.stdout)}
    assert "CRF" in blocks["people"]
    assert re.search(r"dateparser, as it comes( +0\.000){6}", blocks["dates"]), "Buddhist years come as they stand"
    assert re.search(r"thai_strptime( +1\.000){6}", blocks["dates"])
    assert re.search(r"the extractor( +1\.000){6}", blocks["dates"])
    assert re.search(r"regexes( +1\.000){6}", blocks["year"])
    assert "trained on the 4 articles of seen: other and far fewer texts" in done.stdout


def test_strata_are_of_the_extractor_alone(annotated):
    done = run("bench_accuracy", "--strata", "--test", annotated / "unseen.jsonl")
    assert done.returncode == 0, done.stderr
    assert re.search(r"one conferral +2 +2 +\d\.\d{3}", done.stdout)
    assert re.search(r"more than 5 +0 +0$", done.stdout, re.MULTILINE)
    assert "CRF" not in done.stdout


def test_peers_say_what_they_lack(tmp_path):
    done = run("bench_accuracy", "--train", tmp_path / "none.jsonl")
    assert done.returncode == 1
    assert "none.jsonl is not here" in done.stderr


def test_gazetteers_are_put_into_form(tmp_path):
    path = tmp_path / "awards.csv"
    path.write_bytes('\ufeffid,name,variants\r\nb," ข ",ค | ง|ค\r\na,"ก, ก",\r\n'.encode())
    assert run("format_gazetteers", "--check", path).returncode == 1
    assert run("format_gazetteers", path).returncode == 0
    assert path.read_bytes().decode() == 'id,name,variants\na,"ก, ก",\nb,ข,ค|ง\n'
    assert run("format_gazetteers", "--check", path).returncode == 0


PACKED = ROOT / "annotations" / "pool.jsonl"


def test_pool_gold_comes_back_as_it_was_packed(tmp_path):
    text = "เทศบาลตำบลนาดี ได้รับ\u200bรางวัลพระ\nปกเกล้า ประจำปี 2566"
    award = {"award": "รางวัลพระปกเกล้า", "year": 2023, "recipient": "เทศบาลตำบลนาดี", "work": None}
    gold = GOLD | {"awards": [award], "organisations": [{"name": "เทศบาลตำบลนาดี", "aliases": []}], "dates": ["2023-05-01"]}
    row = {"id": "a-1", "text": text, "gold": gold}
    (tmp_path / "gold.jsonl").write_text(json.dumps(row), encoding="utf-8")
    packed = run("pool_gold", "pack", tmp_path / "gold.jsonl", "--part", "read")
    assert packed.returncode == 0, packed.stderr
    assert "เทศบาล" not in packed.stdout
    (tmp_path / "packed.jsonl").write_text(packed.stdout, encoding="utf-8")
    done = run("pool_gold", "unpack", "--labels", tmp_path / "packed.jsonl", "--pool", tmp_path / "gold.jsonl")
    back = json.loads(done.stdout)
    assert back["gold"]["awards"][0].pop("award") == "รางวัลพระ\nปกเกล้า"
    assert back["gold"]["awards"] == [{"year": 2023, "recipient": "เทศบาลตำบลนาดี", "work": None}]
    assert (back["text"], back["gold"]["dates"]) == (text, ["2023-05-01"])
    (tmp_path / "other.jsonl").write_text(json.dumps(row | {"text": text + " "}), encoding="utf-8")
    other = run("pool_gold", "unpack", "--labels", tmp_path / "packed.jsonl", "--pool", tmp_path / "other.jsonl")
    assert (other.returncode, "its text is another" in other.stderr) == (2, True)


def test_pool_gold_refuses_a_value_that_the_text_does_not_state(tmp_path):
    row = {"id": "a-1", "text": "ข่าวสั้น", "gold": GOLD | {"title": "ข่าวยาว"}}
    (tmp_path / "gold.jsonl").write_text(json.dumps(row), encoding="utf-8")
    done = run("pool_gold", "pack", tmp_path / "gold.jsonl", "--part", "read")
    assert done.returncode == 2
    assert "a-1" in done.stderr


def test_annotations_hold_no_words_of_the_articles():
    assert not any("\u0e00" <= letter <= "\u0e7f" for letter in PACKED.read_text(encoding="utf-8"))


@pytest.mark.skipif(not (ROOT.parent / "shared" / "pool.jsonl.gz").exists(), reason="no pool: ../shared is not here")
def test_annotations_fit_the_pool():
    done = run("pool_gold", "unpack")
    assert done.returncode == 0, done.stderr
    assert len(done.stdout.splitlines()) == len(PACKED.read_text(encoding="utf-8").splitlines())
