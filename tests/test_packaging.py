"""The wheel builds without a network and holds everything that runs; what is declared is what is imported and pinned."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

from extractor.version import __version__
from tests.conftest import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
NOT_IMPORTED = {
    "itsdangerous",  # Starlette signs sessions with it
    "python-multipart",  # Starlette reads forms with it
    "lxml-html-clean",  # trafilatura needs it, and older versions of pip do not find that out
    "psycopg",  # SQLAlchemy loads it by a database's URL
}


IMPORTED_AS = {"argon2": "argon2-cffi"}


def canonical(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def declared(*lists: list[str]) -> set[str]:
    return {canonical(re.match(r"[\w.-]+", requirement).group()) for each in lists for requirement in each}


def pinned(name: str) -> dict[str, str]:
    lines = [line for line in (ROOT / name).read_text(encoding="utf-8").splitlines() if line and line[0] not in "#-"]
    assert [line for line in lines if not re.fullmatch(r"[\w.-]+==[\w.]+", line)] == []
    return {canonical(line.split("==")[0]): line.split("==")[1] for line in lines}


@pytest.fixture(scope="module")
def wheel(tmp_path_factory) -> zipfile.ZipFile:
    folder = tmp_path_factory.mktemp("wheel")
    options = ["--quiet", "--no-deps", "--no-build-isolation", "--no-index", "--wheel-dir", folder]
    done = subprocess.run([sys.executable, "-m", "pip", "wheel", *options, ROOT], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    [path] = folder.glob("*.whl")
    assert path.name == f"thai_awards-{__version__}-py3-none-any.whl"
    return zipfile.ZipFile(path)


def test_the_wheel_holds_the_package_and_its_gazetteers(wheel):
    held = set(wheel.namelist())
    files = (path for path in (ROOT / "extractor").rglob("*") if path.is_file() and "__pycache__" not in path.parts)
    code = {str(path.relative_to(ROOT)) for path in files}
    gazetteers = {f"extractor/gazetteers/{path.name}" for path in (ROOT / "gazetteers").glob("*.csv")}
    assert gazetteers
    assert (code | gazetteers) - held == set()
    assert {name.split("/")[0] for name in held} == {"extractor", f"thai_awards-{__version__}.dist-info"}


def test_the_wheel_runs_where_nothing_else_of_the_project_is(wheel, tmp_path):
    wheel.extractall(tmp_path / "site")
    code = (
        "from extractor import extract; import extractor.lexicon as l; print(l.shipped_folder()); print(extract('รางวัลเลิศรัฐ').id)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], env={"PYTHONPATH": str(tmp_path / "site"), "PYTHONUTF8": "1"}, cwd=tmp_path,
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[0] == str(tmp_path / "site" / "extractor" / "gazetteers")


def test_the_wheel_names_its_commands_and_licence(wheel):
    info = f"thai_awards-{__version__}.dist-info"
    entry_points = wheel.read(f"{info}/entry_points.txt").decode()
    assert "extractor = extractor.cli:main" in entry_points
    assert "thai_awards = extractor.spacy_component:make_thai_awards" in entry_points
    assert f"{info}/licenses/LICENSE" in wheel.namelist()
    assert "License-Expression: MIT" in wheel.read(f"{info}/METADATA").decode()


def test_what_is_imported_is_declared_and_the_other_way_round():
    imported = set()
    for path in (ROOT / "extractor").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                imported |= {alias.name.split(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                imported.add(node.module.split(".")[0])
            elif isinstance(node, ast.Call) and ast.unparse(node.func) == "find_spec" and isinstance(node.args[0], ast.Constant):
                imported.add(str(node.args[0].value))  # its files are read
    others = {canonical(IMPORTED_AS.get(name, name)) for name in imported - sys.stdlib_module_names - {"extractor"}}
    extras = PROJECT["optional-dependencies"]
    assert others == declared(PROJECT["dependencies"], extras["archive"], extras["serve"], extras["cluster"]) - NOT_IMPORTED


def test_everything_declared_is_pinned():
    runtime, dev = pinned("requirements.txt"), pinned("requirements-dev.txt")
    extras = PROJECT["optional-dependencies"]
    assert declared(PROJECT["dependencies"], extras["archive"], extras["serve"]) - runtime.keys() == set()
    assert declared(extras["dev"], extras["cluster"]) - dev.keys() - runtime.keys() == set()
    assert runtime.keys() & dev.keys() == set()
    assert "-r requirements.txt" in (ROOT / "requirements-dev.txt").read_text(encoding="utf-8").splitlines()


def test_the_files_that_start_everything_are_there():
    for name in ("LICENSE", "CHANGELOG.md", "Makefile", ".ci/run"):
        assert (ROOT / name).is_file(), name
    assert (ROOT / ".ci" / "run").stat().st_mode & 0o111
    assert f"## {__version__}" in Path(ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def test_no_file_holds_the_marks_of_an_unfinished_merge():
    endings = {".py", ".css", ".js", ".html", ".j2", ".md", ".toml", ".po", ".csv", ".txt", ".yml", ""}
    places = [
        place for name in ("extractor", "tests", "docs", "scripts", "gazetteers", "corpus") for place in (ROOT / name).rglob("*")
    ]
    texts = [place for place in [*places, *ROOT.iterdir()] if place.is_file() and place.suffix in endings]
    marks = ("<" * 7 + " ", ">" * 7 + " ")
    assert [
        str(place) for place in texts if any(line.startswith(marks) for line in place.open(encoding="utf-8", errors="ignore"))
    ] == []
