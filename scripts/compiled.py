"""Compiles what reads an article to machine code with mypyc, into build/compiled/, and runs scripts with that.

Run as `make compiled`; it needs a C compiler and some seven minutes, and does nothing where no source has changed since. The
compiled package finds the same, byte for byte, in less time (docs/performance.md); the sources in extractor/ stay what is worked
on, and `make wheel COMPILED=1` puts what was built into a wheel.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BUILT = ROOT / "build" / "compiled"
# what is not: the rows and records that pydantic makes, and what runs once
_COMPILED = ("anchors", "document", "lexicon", "normalise", "phrases", "pipeline", "resolve", "structure", "tokenise")
_STAMP = "SOURCES"


def main() -> None:
    """Build what is out of date; with --check, compare what it finds in the corpus with what the sources find."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="exit with 1 where a record of the corpus comes out otherwise")
    options = parser.parse_args()
    if missing := what_is_missing():
        sys.exit(f"nothing was compiled: {missing}")
    build()
    if options.check:
        check()


def modules() -> list[str]:
    """The sources that are compiled, by their paths from the repository's root."""
    stages = (path for stage in ("assemble", "clean", "match") for path in ROOT.glob(f"extractor/{stage}/*.py"))
    single = (ROOT / "extractor" / f"{name}.py" for name in _COMPILED)
    return sorted(str(path.relative_to(ROOT)) for path in (*stages, *single) if path.name != "__init__.py")


def what_is_missing() -> str | None:
    """What stands in the way of compiling, and the remedy; None if nothing does."""
    if shutil.which(os.environ.get("CC", "cc").split()[0]) is None:
        return "no C compiler was found; install one (Debian: apt install gcc), or name it: CC=/path/to/cc"
    try:
        import mypyc.build  # noqa: F401, PLC0415
        import setuptools  # noqa: F401, PLC0415
    except ImportError as error:
        return f"{error.name} is not installed; `make compiled` sets it up"
    return None


def is_fresh() -> bool:
    """Whether what was built is of the sources as they are, for this Python."""
    stamp = BUILT / _STAMP
    return stamp.is_file() and stamp.read_text(encoding="utf-8") == _digest()


def build() -> Path:
    """The folder that holds the compiled package; built anew where its sources have changed.

    It is put together beside and renamed when whole.
    """
    if is_fresh():
        return BUILT
    print(
        f"compiling {len(modules())} modules into {BUILT.relative_to(ROOT)}/; this takes some seven minutes",
        file=sys.stderr,
        flush=True,
    )
    digest = _digest()
    new = BUILT.with_name("compiled.new")
    shutil.rmtree(new, ignore_errors=True)
    shutil.copytree(ROOT / "extractor", new / "extractor", ignore=shutil.ignore_patterns("__pycache__", "*.so", "*.pyd"))
    shutil.copytree(ROOT / "gazetteers", new / "extractor" / "gazetteers")
    # by itself: mypyc wants the repository's root as the working folder, and ends the process where it finds a fault
    done = subprocess.run(
        [sys.executable, ROOT / "scripts" / "mypyc_build.py", new, *modules()],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    if done.returncode:
        sys.exit(f"the modules could not be compiled:\n{done.stdout[-4000:]}{done.stderr[-4000:]}")
    (new / _STAMP).write_text(digest, encoding="utf-8")
    shutil.rmtree(BUILT, ignore_errors=True)
    new.rename(BUILT)
    return BUILT


def restart() -> None:
    """Run the script that calls this once more, with the compiled package; it is built where it has to be.

    Nothing happens where the package in use is compiled already, and without a C compiler the script goes on with the sources.
    """
    if is_compiled():
        return
    if missing := what_is_missing():
        print(f"not compiled: {missing}", file=sys.stderr)
        return
    folders = [str(build()), *filter(None, [os.environ.get("PYTHONPATH")])]
    os.execve(sys.executable, [sys.executable, *sys.argv], {**os.environ, "PYTHONPATH": os.pathsep.join(folders)})


def is_compiled() -> bool:
    """Whether the package in use is."""
    import extractor.pipeline  # noqa: PLC0415

    return not str(extractor.pipeline.__file__).endswith(".py")


def check() -> None:
    """Exit with 1 where a text of the corpus yields another record than it does with the sources."""
    found = [
        subprocess.run(
            [sys.executable, "-m", "extractor.cli", "extract", "-q", ROOT / "corpus"],
            env={**os.environ, "PYTHONPATH": str(folder)}, cwd=folder, capture_output=True, check=True,
        ).stdout.splitlines()
        for folder in (ROOT, BUILT)
    ]  # fmt: skip
    differing = sum(one != other for one, other in zip(*found, strict=True))
    print(f"{len(found[0])} texts of corpus/: {differing} records come out otherwise than with the sources")
    sys.exit(1 if differing else 0)


def _digest() -> str:
    """Of all that the compiled package is made from."""
    digest = hashlib.sha256(f"{sys.version} {ROOT}\n".encode())
    package = (path for folder in ("extractor", "gazetteers") for path in (ROOT / folder).rglob("*") if path.is_file())
    sources = [path for path in package if path.suffix != ".md" and "__pycache__" not in path.parts]
    scripts = [Path(__file__), *(Path(__file__).parent / name for name in ("mypyc_build.py", "compiling/sources.py"))]
    for path in sorted([*sources, *scripts]):
        digest.update(f"{path.relative_to(ROOT)}\0".encode() + path.read_bytes() + b"\0")
    return digest.hexdigest()


if __name__ == "__main__":
    main()
