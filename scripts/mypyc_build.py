"""Compiles modules of the package with mypyc; `scripts/compiled.py` runs it, from the repository's root.

Sources as `compiling.sources` prepares them, C code and objects are kept in build/mypyc/, and only what is newer than its
object is compiled again.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
from concurrent.futures import ThreadPoolExecutor
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
# calls from one module to another go straight there, not through a table: nobody else's symbols are to take their place
LINKED = ["-Wl,-Bsymbolic"] if sys.platform.startswith("linux") else []


class ThreadedBuild(build_ext):  # type: ignore[misc]
    """Compiles several sources at a time: all that mypyc writes is one extension's, which setuptools takes one by one."""

    def build_extension(self, ext: Extension) -> None:
        """Compile what is out of date, then leave it to setuptools to link."""
        options = [*(ext.extra_compile_args or ()), *(f"-I{folder}" for folder in ext.include_dirs)]
        stale = [source for source in ext.sources if self._is_stale(source, ext.depends)]
        with ThreadPoolExecutor(os.cpu_count()) as pool:
            for _ in pool.map(lambda source: self._compile(source, options), stale):
                pass
        ext.extra_objects = [self._object(source) for source in ext.sources]
        ext.sources = []
        ext.extra_link_args = [*(ext.extra_link_args or ()), *LINKED]
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
    command = ThreadedBuild(Distribution({"name": "thai-awards", "ext_modules": extensions}))
    command.build_lib, command.build_temp = str(folder), str(WORK / "objects")
    command.ensure_finalized()
    command.run()


if __name__ == "__main__":
    main()
