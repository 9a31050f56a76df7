"""Every command of the archive as a new user runs it, on a SQLite file; each tells its options and its exit codes."""

from __future__ import annotations

import json
import re
import shutil
import socket
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
import pytest

from extractor.archive.exchange import FORMATS
from extractor.cli import BAD_ARCHIVE, BAD_GAZETTEERS, NO_OUTPUT, NOTHING
from extractor.cli.archive import archive
from tests.archive.commanding import run
from tests.archive.records import incoming
from tests.conftest import ROOT

if TYPE_CHECKING:
    from click.testing import Result

LAMYAI = {
    "award": "รางวัลเลิศรัฐ", "award_id": "lert-rat", "year": 2022, "branch": "บริการภาครัฐ", "category": "พัฒนาการบริการ",
    "level": "ดีเด่น", "work": "ลำไยไร้ควันของชุมชนดอยเมฆ", "recipient": "สำนักงานเกษตรจังหวัดสมมุติ",
}  # fmt: skip
MARKET = {
    "award": "รางวัลเลิศรัฐ", "award_id": "lert-rat", "year": 2021, "level": "ดี", "work": "ตลาดนัดคนสร้างสุข",
    "recipient": "กรมการพัฒนาชุมชน", "recipient_id": "moi-cdd",
}  # fmt: skip
COMMANDS = sorted(archive.commands)
NEEDS_MORE = {"doccano", "quickstatements"}  # texts, and items of Wikidata, which these records have not
ARCHIVELESS = {"schema"}


def records(name: str, *articles: Any) -> str:
    Path(name).write_text("".join(each.record.model_dump_json() + "\n" for each in articles), encoding="utf-8")
    return name


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("EXTRACTOR_DATABASE", raising=False)
    monkeypatch.setenv("EXTRACTOR_WHO", "บรรณารักษ์")


@pytest.fixture(scope="module")
def filled_folder(tmp_path_factory: pytest.TempPathFactory, stock: Path) -> Path:
    """What `filled` copies."""
    place = tmp_path_factory.mktemp("filled")
    shutil.copy(stock, place / "awards.sqlite")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(place)
        records("cloud.jsonl", incoming("a1", LAMYAI, title="เกษตรรับรางวัล", published="2022-09-14"))
        records("daily.jsonl", incoming("b1", LAMYAI, published="2022-09-15"), incoming("b2", MARKET))
        assert run("import", "cloud.jsonl", "--outlet", "ข่าวดอยเมฆ").exit_code == 0
        assert run("import", "daily.jsonl", "--outlet", "ข่าวรายวัน").exit_code == 0
    return place


@pytest.fixture
def filled(filled_folder: Path) -> None:
    """awards.sqlite with one conferral that two outlets tell, and one that one tells."""
    shutil.copytree(filled_folder, ".", dirs_exist_ok=True)


def found(*command: str) -> list[dict[str, Any]]:
    done = run(*command, "--json")
    assert done.exit_code == 0, done.stderr
    return [json.loads(each) for each in done.stdout.splitlines()]


def id_of(said: str) -> str:
    (one,) = found("search", said)
    given: str = one["id"]
    return given


# ── what each command says of itself ───────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_tells_its_options_and_exit_codes(name: str) -> None:
    done = run(name, "--help")
    assert done.exit_code == 0
    assert "Exit codes:" in done.stdout
    for code in ("0 ", "2 ", "3 ", "5 ", "130 "):
        assert re.search(rf"^ *{code} *\w", done.stdout, re.MULTILINE), code
    command = archive.commands[name]
    assert command.help
    assert command.help.strip().endswith((".", "articles."))
    options = [each for each in command.params if isinstance(each, click.Option)]
    assert [each.name for each in options if not each.help] == []
    assert ("--database" in done.stdout) is (name not in ARCHIVELESS)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_stands_in_the_documents(name: str) -> None:
    said = "".join((ROOT / "docs" / "archive" / each).read_text(encoding="utf-8") for each in ("README.md", "operation.md"))
    assert f"archive {name}" in said


@pytest.mark.parametrize("name", [each for each in COMMANDS if each not in {*ARCHIVELESS, "import"}])
def test_no_command_makes_an_archive_but_import(name: str) -> None:
    needed = [each for each in archive.commands[name].params if isinstance(each, click.Argument) and each.required]
    extra = {"split": ["--article", "a1"], "part": ["--article", "a1"], "export": ["--format", "csv"]}.get(name, [])
    given = [{"event": "1", "state": "done"}.get(each.name or "", "c-none") for each in needed]
    done = run(name, *given, *extra)
    assert done.exit_code == BAD_ARCHIVE
    assert "does not exist; name an archive with --database, or make one with `extractor archive import`" in done.stderr
    assert not Path("awards.sqlite").exists()


@pytest.mark.parametrize(
    "command",
    [
        (), ("import",), ("search", "--year", "สองพัน"), ("search", "--limit", "-1"), ("review", "--kind", "ghost"), ("undo", "x"),
        ("undo", "99999999999999999999"), ("merge", "c-one"), ("split", "c-one"), ("export", "--format", "word"),
        ("export", "-o", "awards.doc"), ("export",), ("report", "--language", "fr"), ("schema", "csv"), ("nothing",),
    ],
    ids=" ".join,
)  # fmt: skip
def test_wrong_usage_is_told(command: tuple[str, ...]) -> None:
    done = run(*command)
    assert done.exit_code == NOTHING
    assert "Usage: " in done.stderr


# ── bringing in ────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_import_tells_what_came_in_and_twice_is_once() -> None:
    records("records.jsonl", incoming("a1", LAMYAI), incoming("a2", MARKET))
    for said in ("2 articles added, 0 changed, 0 unchanged", "0 articles added, 0 changed, 2 unchanged"):
        done = run("import", "records.jsonl")
        assert (done.exit_code, done.stdout) == (0, "")
        assert done.stderr == f"{said}, 0 set aside\nthe archive has 2 conferrals now\n"
    assert run("import", "-q", "records.jsonl").output == ""
    assert not Path("import.rejects.jsonl").exists()


def test_import_takes_articles_and_keeps_their_texts() -> None:
    body = "เทศบาลตำบลนาดีได้รับรางวัลพระปกเกล้า ประจำปี 2566"
    Path("news.txt").write_text(body, encoding="utf-8")
    assert run("import", "news.txt").exit_code == 0
    (one,) = found("search", "นาดี")
    assert (one["year"], one["recipient"]) == (2023, "เทศบาลตำบลนาดี")
    (told,) = [each for each in one["sources"][0]["evidence"] if each["field"] == "recipient"]
    assert body[told["start"] : told["end"]] == "เทศบาลตำบลนาดี"
    assert json.loads(run("export", "--format", "doccano").stdout)["text"] == body


def test_import_keeps_the_texts_that_texts_names(filled: None) -> None:  # noqa: ARG001 - fills the archive
    article = incoming("a1", LAMYAI, title="เกษตรรับรางวัล", published="2022-09-14")
    assert article.text is not None
    assert article.text not in run("export", "--format", "doccano").stdout
    Path("texts").mkdir()
    Path("texts/a1.txt").write_bytes(article.text.encode())
    done = run("import", "cloud.jsonl", "--outlet", "ข่าวดอยเมฆ", "--texts", "texts")
    assert "1 unchanged" in done.stderr
    assert json.dumps(article.text, ensure_ascii=False)[1:-1] in run("export", "--format", "doccano").stdout


def test_import_says_which_gazetteer_is_wrong_and_makes_nothing() -> None:
    Path("own").mkdir()
    Path("own/agencies.csv").write_text("id,name\n,\n", encoding="utf-8")
    records("records.jsonl", incoming("a1", LAMYAI))
    done = run("import", "records.jsonl", "--gazetteers", "own")
    assert done.exit_code == BAD_GAZETTEERS
    assert "own/agencies.csv:" in done.stderr
    assert not Path("awards.sqlite").exists()


def test_import_needs_a_place_for_what_it_sets_aside() -> None:
    records("records.jsonl", incoming("a1", LAMYAI))
    done = run("import", "records.jsonl", "--rejects", "none/rejects.jsonl")
    assert done.exit_code == NO_OUTPUT
    assert "none/rejects.jsonl: its folder does not exist; make the folder, or name another place" in done.stderr


def test_upgrade_has_nothing_to_do(filled: None) -> None:  # noqa: ARG001 - fills the archive
    done = run("upgrade")
    assert done.exit_code == 0
    assert re.fullmatch(r"nothing to do; the schema is \d{4}\n", done.stderr)


def test_the_environment_names_archive_and_person(filled: None, monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: ARG001
    Path("awards.sqlite").rename("elsewhere.sqlite")
    assert run("search").exit_code == BAD_ARCHIVE
    monkeypatch.setenv("EXTRACTOR_DATABASE", "elsewhere.sqlite")
    given = id_of("ตลาดนัด")
    assert run("confirm", given).exit_code == 0
    assert "บรรณารักษ์: [1] confirmed" in run("history", given).stdout


# ── looking ────────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_search_finds_by_text_and_by_what_conferrals_are_of(filled: None) -> None:  # noqa: ARG001 - fills the archive
    done = run("search", "พช.")
    assert done.exit_code == 0
    assert "รางวัลเลิศรัฐ · 2564 (2021) · ดี · กรมการพัฒนาชุมชน · “ตลาดนัดคนสร้างสุข”" in done.stdout
    assert done.stderr == "1 conferral found\n"
    assert len(found("search")) == 2
    for facet, value in (("--year", "2564"), ("--year", "2021"), ("--level", "ดี"), ("--agency", "พช.")):
        assert [each["recipient"] for each in found("search", facet, value)] == ["กรมการพัฒนาชุมชน"], facet
    assert [each["level"] for each in found("search", "เลิศรัฐ", "--outlet", "ข่าวดอยเมฆ")] == ["ดีเด่น"]
    assert found("search", "ไม่มีอยู่จริงเลย") == []
    assert run("search", "ไม่มีอยู่จริงเลย").exit_code == 0


def test_search_pages_and_counts(filled: None) -> None:  # noqa: ARG001 - fills the archive
    first, second = (found("search", "--limit", "1", "--offset", str(number)) for number in (0, 1))
    assert {first[0]["year"], second[0]["year"]} == {2021, 2022}
    done = run("search", "--counts", "--limit", "1")
    assert done.stderr == "2 conferrals found, 1 shown\n"
    assert re.search(r"^award +2  รางวัลเลิศรัฐ$", done.stdout, re.MULTILINE)
    assert re.search(r"^outlet +2  ข่าวรายวัน$", done.stdout, re.MULTILINE)
    with_json = run("search", "--counts", "--json")
    assert [json.loads(each)["id"] for each in with_json.stdout.splitlines()]  # data alone
    assert "ข่าวรายวัน" in with_json.stderr


def test_show_a_conferral_and_an_authority(filled: None) -> None:  # noqa: ARG001 - fills the archive
    given = id_of("ลำไย")
    said = run("show", given).stdout
    assert "ข่าวดอยเมฆ/a1  2022-09-14  เกษตรรับรางวัล" in said
    assert "ข่าวรายวัน/b1  2022-09-15" in said
    (one,) = found("show", given)
    assert [each["article_id"] for each in one["sources"]] == ["a1", "b1"]
    (award,) = found("show", "award:lert-rat")
    assert (award["name"], award["status"]) == ("รางวัลเลิศรัฐ", "gazetteer")
    assert run("show", "award:lert-rat").stdout.startswith("id              award:lert-rat\n")


def test_review_lists_pairs_or_says_that_there_are_none(filled: None) -> None:  # noqa: ARG001 - fills the archive
    assert run("review").stderr == "no pair waits\n"
    left, right = id_of("ลำไย"), id_of("ตลาดนัด")
    assert run("apart", left, right, "--later").exit_code == 0
    done = run("review", "--kind", "conferral")
    assert done.exit_code == 0
    assert left in done.stdout
    assert right in done.stdout
    assert [each["kind"] for each in found("review")] == ["conferral"]


# ── deciding ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def event_of(done: Result) -> str:
    assert done.exit_code == 0, done.stderr
    match = re.search(r"noted as decision (\d+); `extractor archive undo \1` takes it back\n$", done.stderr)
    assert match
    return match[1]


def test_a_correction_is_seen_told_and_taken_back(filled: None) -> None:  # noqa: ARG001 - fills the archive
    given = id_of("ตลาดนัด")
    event = event_of(run("correct", given, "level", "ดีเด่น", "--who", "มาลี", "--reason", "ตามประกาศ"))
    assert found("show", given)[0]["level"] == "ดีเด่น"
    assert "มาลี: [1] level set to “ดีเด่น”, before “ดี”: ตามประกาศ" in run("history", given).stdout
    run("import", "daily.jsonl", "--outlet", "ข่าวรายวัน")
    assert found("show", given)[0]["level"] == "ดีเด่น"
    assert re.fullmatch(rf"decision {event} is taken back, noted as \d+\n", run("undo", event).stderr)
    assert found("show", given)[0]["level"] == "ดี"
    assert [each["who"] for each in found("history", given) if each["event"]] == ["มาลี", "บรรณารักษ์"]
    done = run("undo", event)
    assert done.exit_code == BAD_ARCHIVE
    assert "was taken back before" in done.stderr
    event_of(run("correct", given, "level"))
    assert found("show", given)[0]["level"] is None


def test_what_does_not_fit_is_refused(filled: None) -> None:  # noqa: ARG001 - fills the archive
    given = id_of("ตลาดนัด")
    for field, value, said in (
        ("colour", "แดง", "its fields are award, year"),
        ("year", "2565", "2565 in the Buddhist era is 2022; give the year as CE"),
        ("year", "ปีนี้", "give the year in digits"),
        ("recipient", "award:lert-rat", "name an authority of kind organisation or person or other"),
    ):
        done = run("correct", given, field, value)
        assert (done.exit_code, done.stdout) == (BAD_ARCHIVE, "")
        assert said in done.stderr
    done = run("correct", given, "level", "ดี", "--who", " ")
    assert "a decision needs somebody who made it; give --who NAME" in done.stderr
    assert all(step["event"] is None for step in found("history", given))


def test_reject_confirm_and_rename(filled: None) -> None:  # noqa: ARG001 - fills the archive
    given = id_of("ตลาดนัด")
    event = event_of(run("reject", given))
    assert found("search", "ตลาดนัด") == []
    assert run("undo", event).exit_code == 0
    event_of(run("confirm", given))
    assert found("show", given)[0]["state"] == "confirmed"
    (one,) = found("search", "ลำไย")
    event_of(run("rename", one["recipient_id"], "สำนักงานเกษตรจังหวัดดอยเมฆ"))
    assert id_of("จังหวัดดอยเมฆ") == one["id"]
    assert id_of("จังหวัดสมมุติ") == one["id"]  # the old name stays as a form


def test_merge_split_and_apart(filled: None) -> None:  # noqa: ARG001 - fills the archive
    left, right = id_of("ลำไย"), id_of("ตลาดนัด")
    event = event_of(run("merge", left, right))
    done = run("show", right)
    assert f"{right} was merged into {left}\n" in done.stderr
    assert len(found("search")) == 1
    assert run("undo", event).exit_code == 0
    assert len(found("search")) == 2
    done = run("split", left, "--article", "b1")
    new = done.stdout.strip()
    event_of(done)
    assert [each["article_id"] for each in found("show", new)[0]["sources"]] == ["b1"]
    assert [each["article_id"] for each in found("show", left)[0]["sources"]] == ["a1"]
    event_of(run("apart", left, right))
    assert run("review").stderr == "no pair waits\n"


def test_what_the_review_page_does_to_an_article(filled: None) -> None:  # noqa: ARG001 - fills the archive
    done = run("add", "b2", "award=รางวัลสมมุติ", "year=2023", "recipient=โรงเรียนสมมุติ", "--reason", "อ่านพบ")
    event_of(done)
    new = done.stdout.strip()
    (one,) = found("show", new)
    assert (one["recipient"], one["state"], [each["article_id"] for each in one["sources"]]) == (
        "โรงเรียนสมมุติ",
        "confirmed",
        ["b2"],
    )
    done = run("part", new, "--article", "ข่าวรายวัน/b2")
    event_of(done)
    assert found("show", done.stdout.strip())[0]["recipient"] == "โรงเรียนสมมุติ"
    event_of(run("set-state", "b2", "done"))
    lines = {each["article_id"]: each for each in found("articles")}
    assert {given: each["state"] for given, each in lines.items()} == {"a1": "new", "b1": "new", "b2": "done"}
    assert [each["article_id"] for each in found("articles", "--state", "done")] == ["b2"]
    assert run("articles", "--outlet", "ข่าวรายวัน", "--limit", "1").stderr == "2 articles, 1 shown\n"
    for wrong, said in (
        (("add", "b9", "recipient=ก"), "there is no article 'b9'"),
        (("add", "b2", "award=ก"), "a conferral needs a recipient or a work"),
        (("add", "b2", "--words", "recipient=ก"), "the text of article"),
    ):
        refused = run(*wrong)
        assert (refused.exit_code, said in refused.stderr) == (BAD_ARCHIVE, True), refused.stderr
    for wrong in (("add", "b2", "prize=ก"), ("correct", new, "level", "--words", "ดี"), ("set-state", "b2", "gone")):
        assert run(*wrong).exit_code == NOTHING


def test_words_of_an_article_are_evidence() -> None:
    text = "โรงเรียนสมมุติ รับรางวัลคนดี ระดับดีเด่น และรางวัลคนดี อีกครั้ง"
    Path("news.txt").write_text(text, encoding="utf-8")
    assert run("import", "news.txt").exit_code == 0
    (article,) = found("articles")
    words = ("--words", "recipient=โรงเรียนสมมุติ", "--words", "level=ดีเด่น")
    done = run("add", article["article_id"], "award=รางวัลคนดี", *words)
    new = done.stdout.strip()
    (one,) = found("show", new)
    evidence = {each["field"]: (each["text"], each["start"]) for each in one["sources"][0]["evidence"]}
    assert evidence == {"recipient": ("โรงเรียนสมมุติ", 0), "level": ("ดีเด่น", text.index("ดีเด่น"))}
    several = run("correct", new, "award", "--article", article["article_id"], "--words", "รางวัลคนดี")
    at = text.rindex("รางวัลคนดี")
    assert f"{at}:{at + 10}" in several.stderr
    event_of(run("correct", new, "award", "--article", article["article_id"], "--words", f"{at}:{at + 10}"))
    assert "the article has no" in run("correct", new, "work", "--article", article["article_id"], "--words", "ไม่มี").stderr


# ── handing out ────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_every_format_is_written_to_a_file_and_through_a_pipe(filled: None, name: str) -> None:  # noqa: ARG001 - fills it
    place = f"awards{FORMATS[name].suffix}"
    done = run("export", "--format", name, "-o", place)
    assert (done.exit_code, done.stdout) == (0, "")
    assert f"written to {place}\n" in done.stderr
    assert Path(place).stat().st_size > 0 or name in NEEDS_MORE
    piped = run("export", "--format", name)
    assert piped.exit_code == 0
    assert len(piped.stdout_bytes) == Path(place).stat().st_size
    assert [each.name for each in Path().iterdir() if ".part" in each.name] == []


def test_export_takes_what_a_search_finds(filled: None) -> None:  # noqa: ARG001 - fills the archive
    done = run("export", "ตลาดนัด", "--format", "jsonl")
    assert [json.loads(each)["recipient"] for each in done.stdout.splitlines()] == ["กรมการพัฒนาชุมชน"]
    assert run("export", "--format", "jsonl").stdout.count("\n") == 2


def test_export_lists_what_each_format_drops() -> None:
    done = run("export", "--list")
    assert done.exit_code == 0
    lines = done.stdout.splitlines()
    assert [each.split()[0] for each in lines] == list(FORMATS)
    assert all(" drops " in each for each in lines)


def test_report_is_a_page(filled: None) -> None:  # noqa: ARG001 - fills the archive
    assert run("report").exit_code == 0
    page = Path("report.html").read_text(encoding="utf-8")
    assert page.lstrip().lower().startswith("<!doctype html>")
    assert "กรมการพัฒนาชุมชน" in page
    before = Path("awards.sqlite").read_bytes()
    assert run("report", "-o", "awards.sqlite").exit_code == NO_OUTPUT
    assert Path("awards.sqlite").read_bytes() == before


@pytest.mark.parametrize("form", ["jsonl", "label-studio", "shapes"])
def test_schema_prints(form: str) -> None:
    done = run("schema", form)
    assert done.exit_code == 0
    assert done.stdout.strip()


def test_serving_tells_what_keeps_it_from_it(filled: None) -> None:  # noqa: ARG001 - fills the archive
    with socket.create_server(("127.0.0.1", 0)) as taken:
        done = run("serve", "--port", str(taken.getsockname()[1]))
    assert done.exit_code == NOTHING
    assert "cannot listen at 127.0.0.1, port" in done.stderr
    done = run("serve", "--port", "0", "--email", "nobody")
    assert done.exit_code == BAD_ARCHIVE
    assert "--email as name@host.domain" in done.stderr
    done = run("serve", "--port", "0", "--base-url", "ftp//x")
    assert done.exit_code == BAD_ARCHIVE
    assert "--base-url as http://host:port" in done.stderr
