"""Files made to harm: each is refused with a reason, in bounded memory and time, and the others are still extracted."""

from __future__ import annotations

import gzip
import io
import json
import os
import stat
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from extractor.read import read_articles
from tests.conftest import ROOT, soon

GOOD = "กรมที่ดินได้รับรางวัลเลิศรัฐ ประจำปี 2566 ระดับดี"
RUN = [sys.executable, "-m", "extractor.cli", "extract", "-q"]
ENVIRONMENT = {"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1", "PATH": os.environ["PATH"]}
posix = pytest.mark.skipif(os.name != "posix", reason="needs a POSIX system")


def read(*inputs, **options):
    rejects = []
    articles = list(read_articles([str(given) for given in inputs], on_error=rejects.append, **options))
    return articles, rejects


@pytest.fixture
def good(tmp_path):
    (tmp_path / "zz_good.txt").write_text(GOOD, encoding="utf-8")
    return tmp_path / "zz_good.txt"


def zipped(**files):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return packed.getvalue()


PAGE = "<html><head><title>ข่าว</title></head><body>"
DEEP = 100_000
FILES = {
    "twice.txt.gz": (gzip.compress(gzip.compress(GOOD.encode())), "a gzip file within a gzip file"),
    "twice.jsonl.gz": (gzip.compress(gzip.compress(b'{"text": "x"}')), "a gzip file within a gzip file"),
    "news.zip": (zipped(a="ก"), "ZIP"),
    "news.txt": (zipped(a="0" * 9_000_000), "ZIP"),
    "news.jsonl": (zipped(a="ก"), "ZIP"),
    "news.csv": (zipped(a="ก"), "ZIP"),
    "news.html": (zipped(a="ก"), "ZIP"),
    "news.txt.gz": (zipped(a="ก"), "no gzip file"),
    "divs.html": ((PAGE + "<div>" * DEEP + GOOD + "</div>" * DEEP).encode(), "tags"),
    "bold.html": ((PAGE + "<b>" * (DEEP - 100) + GOOD).encode(), "without text"),
    "tables.html": ((PAGE + "<table><tr><td>" * (DEEP // 3 - 100) + GOOD).encode(), "without text"),
    "paragraphs.html": ((PAGE + f"<p>{GOOD}</p>" * DEEP).encode(), "tags"),
    "attributes.html": ((PAGE + "<p " + " ".join(f"a{n}=1" for n in range(DEEP)) + f">{GOOD}").encode(), "attributes"),
    "deep.jsonl": (b'{"text": ' + b"[" * DEEP + b"]" * DEEP + b"}", "nested too deeply"),
    "objects.jsonl": (b'{"text": "x", "a": ' + b'{"a":' * DEEP + b"1" + b"}" * (DEEP + 1), "nested too deeply"),
    "number.jsonl": (b'{"text": "x", "id": ' + b"9" * DEEP + b"}", "not JSON"),
}


@pytest.mark.parametrize("name", FILES)
def test_hostile_files_are_refused(tmp_path, good, name):
    data, word = FILES[name]
    (tmp_path / name).write_bytes(data)
    articles, [reject] = soon(lambda: read(tmp_path / name, good), 10)
    assert [article.text for article in articles] == [GOOD]
    assert word in reject.error
    assert reject.remedy
    assert "\n" not in str(reject)


def test_a_page_with_pictures_in_its_attributes_is_read(tmp_path):
    picture = f'<img src="data:image/png;base64,{"A" * 300_000}" alt="{"ภาพ " * 3000}"><svg><path d="{"M 1 2 " * 5000}"/></svg>'
    (tmp_path / "a.html").write_text(f"{PAGE}{picture}<p>{GOOD}</p>", encoding="utf-8")
    articles, rejects = read(tmp_path / "a.html")
    assert GOOD in articles[0].text
    assert rejects == []


def test_a_gzip_file_of_many_members_is_read_whole(tmp_path):
    lines = [json.dumps({"id": str(n), "text": GOOD}).encode() + b"\n" for n in range(5000)]
    (tmp_path / "a.jsonl.gz").write_bytes(b"".join(map(gzip.compress, lines)))
    articles, rejects = read(tmp_path / "a.jsonl.gz")
    assert [article.id for article in articles] == [str(n) for n in range(5000)]
    assert rejects == []


@posix
def test_pipes_and_devices_in_a_folder_are_passed_over(tmp_path):
    folder = tmp_path / "news"
    folder.mkdir()
    os.mkfifo(folder / "pipe.txt")
    (folder / "endless.txt").symlink_to("/dev/zero")
    (folder / "full.jsonl").symlink_to("/dev/full")
    (folder / "a.txt").write_text(GOOD, encoding="utf-8")
    articles, rejects = read(folder)
    assert [article.id for article in articles] == ["a"]
    assert rejects == []


@posix
def test_an_endless_device_given_by_name_is_refused(good):
    for name in ("/dev/zero", "/dev/urandom"):
        articles, [reject] = read(name, good, form="text")
        assert [article.text for article in articles] == [GOOD]
        assert "larger than" in reject.error


@posix
def test_links_that_lead_to_each_other(tmp_path):
    for name, other in (("a", "b"), ("b", "a")):
        (tmp_path / name).mkdir()
        (tmp_path / name / "on").symlink_to(tmp_path / other)
        (tmp_path / name / f"{name}.txt").write_text(GOOD, encoding="utf-8")
    (tmp_path / "self").symlink_to("self")
    articles, rejects = read(tmp_path)
    assert sorted(article.id.split("/")[-1] for article in articles) == ["a", "b"]
    assert {reject.error for reject in rejects} == {"a symbolic link to a folder that is read already"}
    _, [reject] = read(tmp_path / "self")
    assert "cannot be reached" in reject.error


# ------------------------------------------------------------------ memory

MEASURED = """
import resource, sys
from extractor import extract
from extractor.read import read_articles
extract("กรมที่ดินได้รับรางวัลเลิศรัฐ")
base = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
rejects = []
for article in read_articles(["-"], form=sys.argv[1], on_error=rejects.append):
    print(extract(article).id)
for reject in rejects[:3]:
    print(reject)
print((resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - base) // 1024)
"""
PIPE = """
import sys
start, unit, times, end = sys.argv[1:]
sys.stdout.write(start)
for _ in range(int(times)):
    sys.stdout.write(unit)
sys.stdout.write(end)
"""


def through_a_pipe(form, start, unit, times, end):
    """What is printed for a file that never is on a disk, and how many megabytes reading it took."""
    writer = subprocess.Popen(
        [sys.executable, "-c", PIPE, start, unit, str(times), end],
        stdout=subprocess.PIPE,
        env=ENVIRONMENT,
        stderr=subprocess.DEVNULL,
    )
    done = subprocess.run(
        [sys.executable, "-c", MEASURED, form], stdin=writer.stdout, capture_output=True, text=True, check=False, env=ENVIRONMENT
    )
    writer.stdout.close()
    writer.wait()
    assert done.returncode == 0, done.stderr
    *lines, memory = done.stdout.splitlines()
    return lines, int(memory)


LONG = [
    ("jsonl", '{"id": "long", "text": "', "a" * 100_000, '"}\n{"id": "good", "text": "กรมประมง"}\n', "a line longer than"),
    pytest.param("csv", 'id,text\nlong,"', ("a" * 99 + "\n") * 1000, '"\n', "a row longer than", marks=pytest.mark.slow),
    pytest.param("csv", "id,text\nlong", ',"a\n"' * 20_000, "\n", "a row longer than", marks=pytest.mark.slow),
    ("csv", "id,text\nlong", ",ab" * 30_000, "\n", "a line longer than"),
    ("text", "", "ก" * 30_000, "", "larger than"),
    ("html", "<html><body>", "<p>" * 30_000, "", "larger than"),
]
NAMES = ["jsonl", "csv-cell", "csv-cells-over-lines", "csv-cells-in-a-line", "text", "html"]


@posix
@pytest.mark.parametrize(("form", "start", "unit", "end", "said"), LONG, ids=NAMES)
def test_a_hundred_megabytes_in_one_piece_take_bounded_memory(form, start, unit, end, said):
    lines, memory = through_a_pipe(form, start, unit, 1000, end)
    assert any(said in line for line in lines), lines
    assert ("good" in lines) == (form == "jsonl")
    assert memory < 300


@posix
@pytest.mark.parametrize("unit", [pytest.param(unit, marks=pytest.mark.slow) for unit in ("a", "baac ", "กทม.")])
def test_a_megabyte_of_short_gazetteer_forms_takes_bounded_memory(unit):
    """One-letter forms, which overlap with longer ones, stand in it a million times."""
    lines, memory = through_a_pipe("text", "", unit, 1_000_000 // len(unit), "")
    assert lines == ["stdin"]
    assert memory < 300


@posix
@pytest.mark.slow
def test_a_json_line_of_a_gigabyte_takes_bounded_memory():
    form, start, unit, end, said = LONG[0]
    lines, memory = through_a_pipe(form, start, unit, 10_000, end)
    assert said in lines[1]
    assert lines[0] == "good"
    assert memory < 300


# ------------------------------------------------------------------ no room, no rights


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
@pytest.mark.parametrize("form", ["jsonl", "csv"])
def test_a_full_device_is_told(good, form):
    done = subprocess.run(
        [*RUN, good, "-o", "/dev/full", "--format", form, "--rejects", "-"],
        capture_output=True,
        text=True,
        check=False,
        env=ENVIRONMENT,
    )
    assert done.returncode not in {0, 1}, done.stderr
    assert "No space left" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.fixture
def small_disk(tmp_path):
    """A file system of 64 kB, where the rights suffice to mount one."""
    place = tmp_path / "disk"
    place.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", place]
    try:
        done = subprocess.run(command, capture_output=True, check=False)
    except OSError:
        pytest.skip("there is no mount here")
    if done.returncode:
        pytest.skip("mounting needs more rights than these")
    yield place
    subprocess.run(["umount", place], check=True)


@pytest.mark.parametrize("form", ["jsonl", pytest.param("csv", marks=pytest.mark.slow)])
def test_a_full_disk_keeps_what_stood_there_before(small_disk, form):
    place = small_disk / f"records.{form}"
    place.write_text("as it was", encoding="utf-8")
    texts = ROOT / "corpus" / "outlets"  # one shard, of which nothing is kept to go on from
    done = subprocess.run([*RUN, texts, "-o", place], capture_output=True, text=True, check=False, env=ENVIRONMENT)
    assert done.returncode not in {0, 1}
    assert "No space left" in done.stderr
    assert "Traceback" not in done.stderr
    assert place.read_text(encoding="utf-8") == "as it was"
    assert [path.name for path in small_disk.iterdir() if path.name.startswith(".")] == []


# ------------------------------------------------------------------ the wheel where nothing can be written


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    folder = tmp_path_factory.mktemp("wheel")
    options = ["--quiet", "--no-deps", "--no-build-isolation", "--no-index", "--wheel-dir", folder]
    done = subprocess.run([sys.executable, "-m", "pip", "wheel", *options, ROOT], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    [wheel] = folder.glob("*.whl")
    return wheel


def without_network():
    """What a command begins with so that it has no network, where the rights suffice."""
    command = ["unshare", "--net"]
    try:
        return command if subprocess.run([*command, "true"], capture_output=True, check=False).returncode == 0 else []
    except OSError:
        return []


@pytest.mark.slow
@pytest.mark.timeout(900)
def test_the_wheel_and_all_it_needs_are_installed_from_a_folder_without_network(site, tmp_path):
    """Downloaded on one machine, carried to another that has no network, installed and run there."""
    folder = tmp_path / "wheels"
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check"]
    done = subprocess.run([*pip, "download", "-q", "-d", folder, site], capture_output=True, text=True, check=False)
    if done.returncode and ("connection" in done.stderr or "resolve" in done.stderr):
        pytest.skip("the dependencies cannot be downloaded here")
    assert done.returncode == 0, done.stderr
    assert [path.name for path in folder.iterdir() if path.suffix != ".whl"] == [], "nothing has to be built there"

    subprocess.run([sys.executable, "-m", "venv", tmp_path / "venv"], check=True)
    python = tmp_path / "venv" / ("Scripts" if os.name == "nt" else "bin") / "python"
    alone = {"PATH": os.environ["PATH"], "PYTHONUTF8": "1", "HOME": str(tmp_path)}
    options = ["-q", "--no-index", "--find-links", folder, "thai-awards"]
    done = subprocess.run(
        [*without_network(), python, "-m", "pip", "install", *options], capture_output=True, text=True, check=False, env=alone
    )
    assert done.returncode == 0, done.stderr
    (tmp_path / "news.txt").write_text(GOOD, encoding="utf-8")
    done = subprocess.run(
        [*without_network(), python, *RUN[1:], "news.txt"], cwd=tmp_path, capture_output=True, text=True, check=False, env=alone
    )
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["awards"][0]["award"]["text"] == "รางวัลเลิศรัฐ"


def read_only(folder):
    """The folder mounted on itself, read-only; where the rights do not suffice, nothing in it has write permission."""
    for command in (["mount", "--bind", folder, folder], ["mount", "-o", "remount,ro,bind", folder]):
        if subprocess.run(command, capture_output=True, check=False).returncode:
            break
    else:
        return
    for path in (folder, *folder.rglob("*")):
        path.chmod(path.stat().st_mode & ~(stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH))


@posix
def test_the_wheel_works_where_nothing_can_be_written(site, tmp_path):
    folder = tmp_path / "site"
    zipfile.ZipFile(site).extractall(folder)
    (folder / "news.txt").write_text(GOOD, encoding="utf-8")
    before = sorted(folder.rglob("*"))
    read_only(folder)
    try:
        done = subprocess.run(
            [*RUN, "news.txt"], cwd=folder, capture_output=True, text=True, check=False,
            env={"PYTHONPATH": str(folder), "PYTHONUTF8": "1", "HOME": "/nowhere", "TMPDIR": "/nowhere"},
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
        assert json.loads(done.stdout)["awards"][0]["award"]["text"] == "รางวัลเลิศรัฐ"
        assert sorted(folder.rglob("*")) == before
    finally:
        subprocess.run(["umount", folder], capture_output=True, check=False)
        for path in (folder, *folder.rglob("*")):
            path.chmod(path.stat().st_mode | stat.S_IWUSR)
