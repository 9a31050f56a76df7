"""The compiled package (scripts/compiled.py): what is compiled, what keeps it compilable, and what is said where it cannot be."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from collections import Counter

import pytest

from tests.conftest import ROOT, script


@pytest.fixture(scope="module")
def compiled():
    return script("compiled")


def trees(compiled) -> dict[str, ast.Module]:
    return {path: ast.parse((ROOT / path).read_text(encoding="utf-8")) for path in compiled.modules()}


def test_every_stage_is_compiled_whole(compiled):
    chosen = set(compiled.modules())
    for stage in ("assemble", "clean", "match"):
        code = {f"extractor/{stage}/{path.name}" for path in (ROOT / "extractor" / stage).glob("*.py")}
        assert code - chosen == {f"extractor/{stage}/__init__.py"}
    assert {"extractor/pipeline.py", "extractor/lexicon.py", "extractor/normalise.py", "extractor/document.py"} < chosen
    assert all((ROOT / path).is_file() for path in chosen)


def test_the_types_of_fields_are_there_when_a_class_is_made(compiled):
    """Mypyc looks them up then; the ordinary run of Python never does."""
    lacking = []
    for path, tree in trees(compiled).items():
        guarded = {
            alias.asname or alias.name
            for node in tree.body
            if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"
            for imported in node.body
            for alias in imported.names
        }
        for made in (node for node in ast.walk(tree) if isinstance(node, ast.ClassDef)):
            fields = [node.annotation for node in made.body if isinstance(node, ast.AnnAssign)]
            names = {name.id for field in fields for name in ast.walk(field) if isinstance(name, ast.Name)}
            lacking += [(path, made.name, name) for name in names & guarded]
    assert lacking == []


def test_no_module_gives_a_name_twice(compiled):
    """Constants are taken as never set again; and what reads the first of two patterns of one name reads the second instead."""
    twice = []
    for path, tree in trees(compiled).items():
        given = Counter(name for node in tree.body for name in names_given(node))
        twice += [(path, name) for name, times in given.items() if times > 1]
    assert twice == []


def names_given(node: ast.stmt) -> list[str]:
    """The names that a statement of a module's own level defines or sets."""
    if isinstance(node, ast.FunctionDef | ast.ClassDef):
        return [node.name]
    targets = node.targets if isinstance(node, ast.Assign) else [node.target] if isinstance(node, ast.AnnAssign) else []
    return [target.id for target in targets if isinstance(target, ast.Name)]


def test_what_is_compiled_is_written_out_line_for_line(compiled):
    """A dataclass so prepared is made from the same parameters, and each line stays where it is."""
    prepared = script("compiling/sources").prepared
    for path, tree in trees(compiled).items():
        source = (ROOT / path).read_text(encoding="utf-8")
        again = prepared(source)
        assert again.count("\n") == source.count("\n"), path
        assert [node.lineno for node in ast.parse(again).body if isinstance(node, ast.ClassDef)] == [
            node.lineno for node in tree.body if isinstance(node, ast.ClassDef)
        ]
    module = (
        "from __future__ import annotations\nfrom dataclasses import dataclass, field\nKIND = dict[str, int]\nLEAST = 2\n"
        "SEEN: list[int] = []\n\n\n@dataclass(slots=True)\nclass Found:\n    start: int\n"
        "    names: set[str] = field(default_factory=set)\n    end: int = LEAST\n\n\n"
    )
    again = prepared(module)
    assert "KIND = dict[str, int]\nLEAST: Final = 2\nSEEN: Final[list[int]] = []\n" in again
    names: dict[str, type] = {}
    exec(again, names)
    one, other = names["Found"](1), names["Found"](start=1, names={"ก"}, end=3)
    assert (one.names, one.end, other.names, other.end) == (set(), 2, {"ก"}, 3)
    assert one.names is not names["Found"](1).names


def test_nothing_is_used_that_mypyc_takes_for_something_else(compiled):
    """To mypyc a cached_property is a property, computed each time."""
    imported = {
        (path, alias.name)
        for path, tree in trees(compiled).items()
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    }
    assert {path for path, name in imported if name == "cached_property"} == set()


def test_without_a_compiler_nothing_is_built_and_the_remedy_is_told():
    done = subprocess.run(
        [sys.executable, ROOT / "scripts" / "compiled.py"], env={**os.environ, "CC": "/no/such/cc"},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 1
    assert "apt install gcc" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("platform", "said", "twice"),
    [
        ("linux", "cc (Debian) 12.2.0\nCopyright (C) 2022 Free Software Foundation, Inc.", True),
        ("linux", "Debian clang version 14.0.6", False),
        ("darwin", "Apple clang version 15.0.0", False),
        ("darwin", "gcc-13 (Homebrew GCC)\nCopyright (C) 2023 Free Software Foundation, Inc.", False),
    ],
)
def test_only_gcc_on_linux_compiles_twice(monkeypatch, tmp_path, platform, said, twice):
    compiler = tmp_path / "cc"
    compiler.write_text(f"#!/bin/sh\ncat <<'SAID'\n{said}\nSAID\n", encoding="utf-8")
    compiler.chmod(0o755)
    monkeypatch.syspath_prepend(ROOT / "scripts")
    monkeypatch.setenv("CC", str(compiler))
    monkeypatch.setattr(sys, "platform", platform)
    assert script("mypyc_build").is_gcc() is twice


def test_a_wheel_of_compiled_modules_that_were_never_built_is_refused(tmp_path):
    tree = tmp_path / "project"
    tree.mkdir()
    for name in ("extractor", "gazetteers", "pyproject.toml", "hatch_build.py", "README.md", "LICENSE"):
        (tree / name).symlink_to(ROOT / name)
    done = subprocess.run(
        [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation", "-w", tmp_path, tree],
        env={**os.environ, "EXTRACTOR_COMPILED": "1"}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode != 0
    assert "make wheel COMPILED=1" in done.stdout + done.stderr
    assert list(tmp_path.glob("*.whl")) == []


@pytest.mark.slow
@pytest.mark.timeout(1200)
def test_the_compiled_package_finds_the_same():
    done = subprocess.run(
        [sys.executable, ROOT / "scripts" / "compiled.py", "--check"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert ": 0 records come out otherwise" in done.stdout


@pytest.mark.slow
@pytest.mark.timeout(1200)
def test_a_wheel_of_compiled_modules_runs(compiled, tmp_path):
    compiled.build()
    done = subprocess.run(
        [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation", "-w", tmp_path, ROOT],
        env={**os.environ, "EXTRACTOR_COMPILED": "1"}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    [wheel] = tmp_path.glob("*.whl")
    assert "none-any" not in wheel.name
    site = tmp_path / "site"
    install = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index", "--target", site, wheel]
    subprocess.run(install, check=True)
    code = "import extractor.pipeline as p; print(p.__file__, len(p.extract('เทศบาลตำบลนาดีได้รับรางวัลพระปกเกล้า').awards))"
    told = subprocess.run(
        [sys.executable, "-c", code], env={**os.environ, "PYTHONPATH": str(site)}, cwd=tmp_path, capture_output=True, check=True
    )
    place, awards = told.stdout.decode().rsplit(maxsplit=1)
    assert not place.endswith(".py")
    assert awards == "1"
