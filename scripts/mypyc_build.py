"""Compiles modules of the package with mypyc; `scripts/compiled.py` runs it, from the repository's root.

GCC on Linux compiles twice: first so that each branch is counted while the articles of corpus/ are extracted, then with these
counts and all modules as one (docs/performance.md). Other compilers compile once.

Sources as `compiling.sources` prepares them, C code and objects are kept in build/mypyc/, and only what is newer than its
object is compiled again.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from copy import copy
from pathlib import Path
from typing import TYPE_CHECKING

from compiling.sources import prepared
from mypyc.build import mypycify
from setuptools import Distribution
from setuptools.command.build_ext import build_ext

if TYPE_CHECKING:
    from setuptools import Extension

ROOT = Path(__file__).resolve().parent.parent
WORK = ROOT / "build" / "mypyc"
SOURCES = WORK / "sources"
OBJECTS = WORK / "objects"
COUNTING = WORK / "counting"
# calls from one module to another go straight there: nobody else's symbols are to take their place
DIRECT = ["-Wl,-Bsymbolic"] if sys.platform.startswith("linux") else []
# nobody else calls what is within a module
HIDDEN = "-fvisibility=hidden"
COUNT = [HIDDEN, "-fprofile-generate"]
COUNTED = [HIDDEN, "-fprofile-use", "-fprofile-correction", "-Wno-missing-profile", "-flto"]
AS_ONE = ["-O2", "-fprofile-use", f"-flto={os.cpu_count() or 1}"]


class ThreadedBuild(build_ext):  # type: ignore[misc]
    """Compiles several sources at a time: all that mypyc writes is one extension's, which setuptools takes one by one."""

    compiling: tuple[str, ...] = ()
    linking: tuple[str, ...] = ()

    def build_extension(self, ext: Extension) -> None:
        """Compile what is out of date, then leave it to setuptools to link."""
        options = [*(ext.extra_compile_args or ()), *self.compiling, *(f"-I{folder}" for folder in ext.include_dirs)]
        stale = [source for source in ext.sources if self._is_stale(source, ext.depends)]
        with ThreadPoolExecutor(os.cpu_count()) as pool:
            for _ in pool.map(lambda source: self._compile(source, options), stale):
                pass
        ext.extra_objects = [self._object(source) for source in ext.sources]
        ext.sources = []
        ext.extra_link_args = [*(ext.extra_link_args or ()), *DIRECT, *self.linking]
        super().build_extension(ext)

    def _compile(self, source: str, options: list[str]) -> None:
        self.compiler.compile([source], output_dir=self.build_temp, extra_postargs=options)

    def _object(self, source: str) -> str:
        [made] = self.compiler.object_filenames([source], output_dir=self.build_temp)
        return str(made)

    def _is_stale(self, source: str, depends: list[str]) -> bool:
        made = Path(self._object(source))
        needed = [Path(source), *(path for path in map(Path, depends) if path.exists())]
        return not made.exists() or any(path.stat().st_mtime >= made.stat().st_mtime for path in needed)


def prepare(compiled: list[str]) -> None:
    """Copy the package to where it is compiled, with the modules that are as mypyc makes the most of them."""
    shutil.rmtree(SOURCES, ignore_errors=True)
    shutil.copytree(ROOT / "extractor", SOURCES / "extractor", ignore=shutil.ignore_patterns("__pycache__"))
    for path in compiled:
        (SOURCES / path).write_text(prepared((ROOT / path).read_text(encoding="utf-8")), encoding="utf-8")


def compile_into(folder: Path, extensions: list[Extension], objects: Path, compiling: list[str], linking: list[str]) -> None:
    """The extensions as modules in a folder, with further options for the compiler and the linker."""
    command = ThreadedBuild(Distribution({"name": "thai-awards", "ext_modules": [copy(each) for each in extensions]}))
    command.build_lib, command.build_temp = str(folder), str(objects)
    command.compiling, command.linking, command.force = tuple(compiling), tuple(linking), True
    command.ensure_finalized()
    command.run()


def counts(folder: Path) -> None:
    """Leaves beside the objects how often each branch was taken, by the modules in a folder, while corpus/ was extracted."""
    for old in COUNTING.rglob("*.gcda"):
        old.unlink()
    with tempfile.TemporaryDirectory() as place:
        subprocess.run(
            [sys.executable, "-m", "extractor.cli", "extract", "-q", ROOT / "corpus", "-o", Path(place, "records.jsonl")],
            cwd=folder, env={**os.environ, "PYTHONPATH": str(folder)}, check=True,
        )  # fmt: skip
    for new in COUNTING.rglob("*.gcda"):
        beside = OBJECTS / new.relative_to(COUNTING)
        beside.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(new, beside)


def is_gcc() -> bool:
    """Whether the C compiler is GCC, on a system on which it was tried."""
    if not sys.platform.startswith("linux"):
        return False
    compiler = os.environ.get("CC", "cc").split()
    told = subprocess.run([*compiler, "--version"], capture_output=True, text=True, check=False)
    return "Free Software Foundation" in told.stdout


def main() -> None:
    """Compile into the folder named first; mypyc ends the process with 1 where it finds a fault."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", help="for the compiled modules")
    parser.add_argument("sources", nargs="+", metavar="SOURCE", help="a module's path from the repository's root")
    asked = parser.parse_args()
    folder = Path(asked.folder).resolve()
    prepare(asked.sources)
    os.chdir(SOURCES)
    sys.path.remove(str(Path(__file__).resolve().parent))  # none of these modules is the package's
    options = ["--config-file", str(ROOT / "pyproject.toml"), *asked.sources]
    extensions = mypycify(options, opt_level="2", debug_level="0", multi_file=True, target_dir=str(WORK))
    if is_gcc():
        compile_into(folder, extensions, COUNTING, COUNT, COUNT)
        counts(folder)
        compile_into(folder, extensions, OBJECTS, COUNTED, AS_ONE)
    else:
        compile_into(folder, extensions, OBJECTS, [], [])


if __name__ == "__main__":
    main()
