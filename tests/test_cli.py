from __future__ import annotations

import csv
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from extractor import cli, pipeline
from extractor.gazetteer_rows import KINDS
from extractor.models import Record
from extractor.version import __version__

ARTICLE = """เทศบาลตำบลนาดี คว้ารางวัลเลิศรัฐ ประจำปี 2566
15 กันยายน 2566
เมื่อวันที่ 14 กันยายน 2566 นายสมชาย ใจดี นายกเทศมนตรีตำบลนาดี เข้ารับรางวัลเลิศรัฐ ประจำปี 2566 สาขาบริการภาครัฐ ประเภทพัฒนาการบริการ ระดับดี
จากผลงาน “นาดีไม่ทิ้งกัน” โดยเทศบาลตำบลนาดี ณ เมืองทองธานี
"""


def run(*arguments, stdin=None):
    return CliRunner().invoke(cli.main, [str(argument) for argument in arguments], input=stdin)


@pytest.fixture
def folder(tmp_path):
    root = tmp_path / "news"
    root.mkdir()
    (root / "a.txt").write_text(ARTICLE)
    (root / "b.jsonl").write_text(json.dumps({"id": "b1", "text": ARTICLE, "url": "https://x"}) + "\n{broken\n")
    return root


@pytest.fixture
def article(tmp_path):
    (tmp_path / "a.txt").write_text(ARTICLE)
    return tmp_path / "a.txt"


# --- extract


def test_extract_writes_records_rejects_and_a_summary(folder, tmp_path):
    result = run("extract", folder, "-o", tmp_path / "r.jsonl")
    assert result.exit_code == cli.SET_ASIDE
    assert result.stdout == ""
    records = [Record.model_validate_json(line) for line in (tmp_path / "r.jsonl").read_text().splitlines()]
    assert [record.id for record in records] == ["a", "b1"]
    assert records[1].meta == {"url": "https://x"}
    [reject] = [json.loads(line) for line in (tmp_path / "r.rejects.jsonl").read_text().splitlines()]
    assert (reject["source"], reject["line"], reject["stage"], reject["raw"]) == (f"{folder}/b.jsonl", 2, "read", "{broken")
    assert f"{folder}/b.jsonl:2: not JSON" in result.stderr
    assert "2 articles" in result.stderr
    assert "1 set aside" in result.stderr


def test_all_fine_is_zero_and_leaves_no_rejects(article, tmp_path):
    (tmp_path / "r.rejects.jsonl").write_text("{}\n")
    result = run("extract", article, "-o", tmp_path / "r.jsonl")
    assert result.exit_code == cli.ALL_FINE
    assert not (tmp_path / "r.rejects.jsonl").exists()


def test_the_same_input_gives_the_same_bytes(folder, tmp_path):
    for name in ("1.jsonl", "2.jsonl"):
        run("extract", folder, "-o", tmp_path / name)
    assert (tmp_path / "1.jsonl").read_bytes() == (tmp_path / "2.jsonl").read_bytes()


def test_records_go_to_standard_output_and_nothing_else_does(article):
    result = run("extract", article)
    assert result.exit_code == cli.ALL_FINE
    [line] = result.stdout.splitlines()
    assert json.loads(line)["id"] == "a"
    assert "1 article, " in result.stderr
    assert run("extract", "-q", article).stderr == ""


def test_standard_input():
    assert json.loads(run("extract", "-", stdin=ARTICLE).stdout)["id"] == "stdin"
    line = json.dumps({"id": "x", "text": ARTICLE})
    assert json.loads(run("extract", "-", stdin=line).stdout)["id"] == "x"
    assert json.loads(run("extract", "--input-format", "text", "-", stdin=line).stdout)["id"] == "stdin"


@pytest.mark.parametrize("by_name", [True, False])
def test_csv_and_json(article, tmp_path, by_name):
    for form in ("csv", "json"):
        place = tmp_path / (f"r.{form}" if by_name else f"{form}.out")
        more = () if by_name else ("--format", form)
        assert run("extract", article, "-o", place, *more).exit_code == cli.ALL_FINE
        text = place.read_text(encoding="utf-8-sig")
        if form == "csv":
            rows = list(csv.DictReader(text.splitlines()))
            assert all(row["article_id"] == "a" for row in rows)
        else:
            assert [record["id"] for record in json.loads(text)] == ["a"]


def test_an_encoding_can_be_given(tmp_path):
    (tmp_path / "a.txt").write_bytes(ARTICLE.encode("cp874"))
    assert run("extract", tmp_path / "a.txt", "--encoding", "tis-620").exit_code == cli.ALL_FINE
    result = run("extract", tmp_path / "a.txt", "--encoding", "utf-8")
    assert result.exit_code == cli.NOTHING
    assert "not utf-8 at byte 0" in result.stderr
    result = run("extract", tmp_path / "a.txt", "--encoding", "klingon")
    assert (result.exit_code, result.stdout) == (cli.NOTHING, "")
    assert result.stderr.startswith("error: no encoding is called 'klingon'")


def test_rejects_can_be_put_elsewhere(folder, tmp_path):
    run("extract", folder, "-o", tmp_path / "r.jsonl", "--rejects", tmp_path / "bad.jsonl")
    assert (tmp_path / "bad.jsonl").exists()
    assert not (tmp_path / "r.rejects.jsonl").exists()
    assert run("extract", folder, "--rejects", tmp_path / "bad2.jsonl").exit_code == cli.SET_ASIDE
    assert (tmp_path / "bad2.jsonl").exists()


def test_output_within_the_input_folder_is_not_read_again(folder):
    for _ in range(2):
        result = run("extract", folder, "-o", folder / "records.jsonl")
        assert "2 articles" in result.stderr
        assert "1 set aside" in result.stderr


def test_nothing_to_read(tmp_path):
    result = run("extract", tmp_path / "none.txt", "-o", tmp_path / "r.jsonl")
    assert result.exit_code == cli.NOTHING
    assert "none.txt: no such file; check the path" in result.stderr
    assert run("extract").exit_code == cli.NOTHING
    assert run("extract", "--no-such-option", "x").exit_code == cli.NOTHING


@pytest.mark.parametrize("option", ["-o", "--rejects"])
def test_an_output_that_cannot_be_written_stops_the_run_before_it_begins(article, tmp_path, option, monkeypatch):
    monkeypatch.setattr(pipeline, "extract", lambda *_, **__: pytest.fail("work began"))
    result = run("extract", article, option, tmp_path / "none" / "r.jsonl")
    assert result.exit_code == cli.NO_OUTPUT
    assert "its folder does not exist" in result.stderr
    assert result.stderr.count("\n") == 1


def test_an_input_is_never_written_over(folder):
    before = (folder / "b.jsonl").read_bytes()
    result = run("extract", folder / "b.jsonl", "-o", folder / "b.jsonl")
    assert result.exit_code == cli.NO_OUTPUT
    assert (folder / "b.jsonl").read_bytes() == before


def test_a_bug_in_one_article_sets_it_aside(folder, tmp_path, monkeypatch):
    real = pipeline.extract

    def buggy(article, **options):
        if article.id == "a":
            raise ZeroDivisionError("by\nzero")
        return real(article, **options)

    monkeypatch.setattr(pipeline, "extract", buggy)
    result = run("extract", folder, "-o", tmp_path / "r.jsonl")
    assert result.exit_code == cli.SET_ASIDE
    rejects = [json.loads(line) for line in (tmp_path / "r.rejects.jsonl").read_text().splitlines()]
    assert [(reject["stage"], reject["id"]) for reject in rejects] == [("extract", "a"), ("read", None)]
    assert "ZeroDivisionError: by" in rejects[0]["error"]
    assert "Traceback" not in result.output
    assert json.loads((tmp_path / "r.jsonl").read_text())["id"] == "b1"


def test_an_interrupted_run_leaves_no_output(article, tmp_path, monkeypatch):
    def interrupted(*_, **__):
        raise KeyboardInterrupt

    monkeypatch.setattr(pipeline, "extract", interrupted)
    result = run("extract", article, "-o", tmp_path / "r.jsonl")
    assert result.exit_code == cli.INTERRUPTED
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]


def test_many_errors_are_not_all_shown(tmp_path):
    (tmp_path / "a.jsonl").write_text("{\n" * 100)
    result = run("extract", tmp_path / "a.jsonl", "-o", tmp_path / "r.jsonl")
    assert result.stderr.count("set aside: ") == 10
    assert len((tmp_path / "r.rejects.jsonl").read_text().splitlines()) == 100


def test_faulty_gazetteers(article, tmp_path):
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "awards.csv").write_text("id,name\nX,\n")
    result = run("extract", article, "--gazetteers", tmp_path / "mine")
    assert result.exit_code == cli.BAD_GAZETTEERS
    assert "awards.csv:2" in result.stderr
    assert run("gazetteers", "check", tmp_path / "mine").exit_code == cli.BAD_GAZETTEERS


# --- one article


def test_text_prints_what_offsets_refer_to(tmp_path):
    (tmp_path / "a.txt").write_bytes(b"\xef\xbb\xbf" + ARTICLE.replace("\n", "\r\n").encode())
    result = run("text", tmp_path / "a.txt")
    assert result.stdout_bytes.decode() == ARTICLE.replace("\n", "\r\n")
    record = json.loads(run("extract", tmp_path / "a.txt").stdout)
    text = result.stdout_bytes.decode()
    assert text[record["title"]["start"] : record["title"]["end"]] == record["title"]["text"]


def test_one_of_several_is_chosen_by_id(folder):
    (folder / "c.jsonl").write_text("".join(json.dumps({"id": name, "text": name * 9}) + "\n" for name in "กข"))
    assert run("text", folder / "c.jsonl", "--id", "ข").stdout == "ข" * 9
    result = run("text", folder / "c.jsonl")
    assert result.exit_code == cli.NOTHING
    assert "choose one with --id, such as --id ก" in result.stderr
    assert "no article is called 'ค'" in run("text", folder / "c.jsonl", "--id", "ค").stderr
    assert "no such file" in run("text", folder / "none").stderr


def test_explain_on_the_terminal(article):
    result = run("explain", article)
    assert result.exit_code == cli.ALL_FINE
    assert "รางวัลเลิศรัฐ" in result.stdout


def test_explain_as_a_page(article, tmp_path):
    result = run("explain", article, "--html", tmp_path / "p.html")
    assert result.exit_code == cli.ALL_FINE
    assert "<html" in (tmp_path / "p.html").read_text()
    assert run("explain", article, "--html", tmp_path / "no" / "p.html").exit_code == cli.NO_OUTPUT


# --- evaluation, schema, gazetteers


@pytest.fixture
def gold(tmp_path):
    empty = {"awards": [], "ceremonies": [], "people": [], "organisations": []}
    empty |= {"title": ARTICLE.splitlines()[0], "published": "2023-09-15", "dates": ["2023-09-15", "2023-09-14"]}
    (tmp_path / "gold.jsonl").write_text(json.dumps({"id": "a", "text": ARTICLE, "gold": empty}) + "\n")
    return tmp_path / "gold.jsonl"


def test_evaluate_prints_a_table(gold):
    result = run("evaluate", gold)
    assert result.exit_code == cli.ALL_FINE
    assert "title" in result.stdout


def test_evaluate_as_json_and_from_a_file(gold, article, tmp_path):
    run("extract", article, "-o", tmp_path / "r.jsonl")
    result = run("evaluate", gold, "--predicted", tmp_path / "r.jsonl", "--json", "--errors", tmp_path / "e.txt")
    figures = json.loads(result.stdout)
    assert figures["title"]["f1"] == 1
    assert figures["published"]["f1"] == 1
    assert figures["dates"]["f1"] == 1
    assert (tmp_path / "e.txt").read_text().startswith("# a\n")


def test_evaluate_with_a_report(gold, tmp_path):
    result = run("evaluate", gold, "--report", tmp_path / "report")
    assert result.exit_code == cli.ALL_FINE
    assert any((tmp_path / "report").iterdir())


def test_evaluate_without_gold(tmp_path):
    assert run("evaluate", tmp_path / "none.jsonl").exit_code == cli.NOTHING
    (tmp_path / "p.jsonl").write_text("x\n")
    (tmp_path / "g.jsonl").write_text("")
    assert run("evaluate", tmp_path / "g.jsonl", "--predicted", tmp_path / "p.jsonl").exit_code == cli.NOTHING


def test_schema_is_the_records():
    assert json.loads(run("schema").stdout) == Record.model_json_schema(mode="serialization")


def test_gazetteers():
    result = run("gazetteers", "check")
    assert result.exit_code == cli.ALL_FINE
    assert all(kind in result.stdout for kind in KINDS)
    listed = run("gazetteers", "list", "provinces").stdout.splitlines()
    assert len(listed) == 77
    assert all(line.startswith("provinces\t") for line in listed)
    assert len(run("gazetteers", "list", "provinces", "--grep", "เชียง").stdout.splitlines()) == 2
    result = run("gazetteers", "list", "planets")
    assert result.exit_code == cli.NOTHING
    assert "the kinds are" in result.stderr


# --- the command line itself


def commands(group=cli.main, path=()):
    for name, command in group.commands.items():
        yield (*path, name)
        if hasattr(command, "commands"):
            yield from commands(command, (*path, name))


@pytest.mark.parametrize("path", list(commands()), ids=" ".join)
def test_every_command_has_help_with_its_exit_codes(path):
    result = run(*path, "--help")
    assert result.exit_code == 0
    assert "Exit codes:" in result.stdout
    assert "130  interrupted" in result.stdout


def started(*arguments, **variables):
    environment = os.environ | {"PYTHONPATH": str(Path(cli.__file__).parent.parent)} | variables
    return subprocess.run([sys.executable, "-m", "extractor.cli", *arguments], capture_output=True, env=environment, check=False)


def test_the_version_comes_at_once():
    """What takes time to import is not imported for it; a clock would measure the machine's other work too."""
    script = "import sys; from extractor import cli; cli.main(['--version'], standalone_mode=False)"
    script += "; print(*sys.modules, file=sys.stderr)"
    environment = os.environ | {"PYTHONPATH": str(Path(cli.__file__).parent.parent)}
    result = subprocess.run([sys.executable, "-c", script], capture_output=True, env=environment, check=True)
    assert __version__ in result.stdout.decode()
    loaded = set(result.stderr.decode().split())
    assert loaded & {"click", "extractor.cli"} == {"click", "extractor.cli"}
    assert loaded & {"pydantic", "spacy", "pythainlp", "nlpo3", "trafilatura", "numpy", "extractor.pipeline"} == set()


@pytest.mark.skipif(os.name != "posix", reason="locales")
def test_thai_is_written_in_any_locale(article):
    for arguments in (["extract", str(article)], ["explain", str(article)], ["gazetteers", "list", "provinces"]):
        result = started(*arguments, LC_ALL="POSIX", PYTHONUTF8="0", PYTHONIOENCODING="ascii")
        assert result.returncode == 0, result.stderr
        assert "นา" in result.stdout.decode() or "น่าน" in result.stdout.decode()


@pytest.mark.skipif(os.name != "posix", reason="shell")
def test_a_reader_that_stops_reading_is_no_error(tmp_path):
    (tmp_path / "a.jsonl").write_text("".join(json.dumps({"id": str(n), "text": ARTICLE}) + "\n" for n in range(300)))
    environment = os.environ | {"PYTHONPATH": str(Path(cli.__file__).parent.parent)}
    command = f"set -o pipefail; {sys.executable} -m extractor.cli extract {tmp_path}/a.jsonl | head -1 | wc -l"
    result = subprocess.run(["bash", "-c", command], capture_output=True, env=environment, check=False)
    assert b"Traceback" not in result.stderr
    assert b"Exception" not in result.stderr
    assert result.stdout.strip() == b"1"
    assert result.returncode == 0
