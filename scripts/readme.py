"""Runs the examples of the project's documents and puts what they print where it stands.

A comment before a fenced block says what the block is:

    <!-- run -->            console: each `$ command` is run, and what it prints follows it; python: it is run
    <!-- run: COMMAND -->   what COMMAND prints
    <!-- measured -->       as run, for figures that differ from machine to machine or take long: left out by --check
    <!-- output -->         what the Python block before it printed
    <!-- file: NAME -->     its content is put into the file NAME, for the commands after it

Commands run in an empty folder beside which ../shared may stand, with the corpus, the gazetteers and the scripts in it.
"""

from __future__ import annotations

import argparse
import difflib
import os
import re
import subprocess
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DOCUMENTS = (
    "README.md",
    "gazetteers/README.md",
    "corpus/README.md",
    "docs/record.md",
    "docs/accuracy.md",
    "docs/archive/README.md",
    "docs/scale.md",
    "docs/performance.md",
)
LENT = ("annotations", "corpus", "gazetteers", "scripts", "extractor", "docs")
SCRIPT = "#!{}\nfrom extractor.cli import main\n\nif __name__ == '__main__':\n    main(prog_name='extractor')\n"

_BLOCK = re.compile(
    r"""
    (?P<tag><!--\ (?P<kind>run|measured|output|file)(?::\ (?P<said>.*?))?\ -->\n)
    (?P<fence>```(?P<language>\w+)\n)
    (?P<body>.*?)
    (?P<end>^```$)
    """,
    re.VERBOSE | re.DOTALL | re.MULTILINE,
)


def main() -> None:
    """Rewrite the documents whose examples print something else now, or with --check show the differences and fail."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("documents", metavar="DOCUMENT", nargs="*", help="Markdown files (default: all of the project's)")
    parser.add_argument("--check", action="store_true", help="write nothing; exit with 1 if an example prints something else")
    options = parser.parse_args()

    others = 0
    for name in options.documents or DOCUMENTS:
        path = ROOT / name
        given = path.read_text(encoding="utf-8")
        wanted = refreshed(given, with_measured=not options.check)
        if wanted == given:
            continue
        others += 1
        if options.check:
            old, new = (text.splitlines(keepends=True) for text in (given, wanted))
            sys.stdout.writelines(difflib.unified_diff(old, new, name, f"{name}, run now"))
        else:
            path.write_text(wanted, encoding="utf-8")
            print(f"rewrote {name}")
    if options.check and others:
        sys.exit("the examples print something else now; scripts/readme.py puts it into the documents")


def refreshed(document: str, *, with_measured: bool) -> str:
    """The document with the output of its examples as it is now."""
    with tempfile.TemporaryDirectory() as folder:
        runner = Runner(Path(folder), with_measured=with_measured)
        return _BLOCK.sub(runner.replace, document)


@dataclass
class Runner:
    """Runs the blocks of one document, one after another."""

    folder: Path
    with_measured: bool
    place: Path = field(init=False)
    printed: str = ""

    def __post_init__(self) -> None:
        self.place = self.folder / "main"
        self.place.mkdir()
        for name in LENT:
            (self.place / name).symlink_to(ROOT / name)
        command = self.folder / "bin" / "extractor"
        command.parent.mkdir()
        command.write_text(SCRIPT.format(sys.executable))
        command.chmod(0o755)
        if (ROOT.parent / "shared").exists():
            (self.folder / "shared").symlink_to(ROOT.parent / "shared")

    def replace(self, block: re.Match[str]) -> str:
        """A block with its content as it is now."""
        kind, said, language, body = block["kind"], block["said"], block["language"], block["body"]
        if kind == "file":
            path = self.place / said
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(body, encoding="utf-8")
        elif kind == "output":
            body = self.printed
        elif kind == "run" or self.with_measured:
            if said:
                body = self.run(said)
            elif language == "python":
                self.printed = self.run(f"{sys.executable} -", body)
            else:
                body = "".join(f"$ {command}\n{self.run(command)}" for command in commands(body))
        return block["tag"] + block["fence"] + body + block["end"]

    def run(self, command: str, given: str = "") -> str:
        """What a command prints, messages included, with paths as someone in the repository would see them."""
        path = os.pathsep.join((str(self.folder / "bin"), str(Path(sys.executable).parent), os.environ["PATH"]))
        environment = {**os.environ, "PATH": path, "PYTHONPATH": str(ROOT), "COLUMNS": "100", "NO_COLOR": "1", "PYTHONUTF8": "1"}
        done = subprocess.run(
            ["bash", "-c", f"exec 2>&1; {command}"],
            cwd=self.place, env=environment, input=given.encode(), stdout=subprocess.PIPE, check=False,
        )  # fmt: skip
        printed = done.stdout.decode()
        if "Traceback (most recent call last)" in printed or "command not found" in printed:
            sys.exit(f"$ {command}\n{printed}")
        for root in (self.place.resolve(), ROOT):
            printed = printed.replace(f"{root}/", "")
        lines = [line.rstrip() for line in printed.strip("\n").split("\n")]
        return "\n".join(lines) + "\n" if lines != [""] else ""


def commands(console: str) -> list[str]:
    r"""The commands of a console block; one that ends in a backslash goes on in the next line.

    >>> commands("$ ls\na\n$ echo \\\n  b\nb\n")
    ['ls', 'echo \\\n  b']
    """
    return [found.group(1) for found in re.finditer(r"^\$ ((?:.*\\\n)*.*)$", console, re.MULTILINE)]


if __name__ == "__main__":
    main()
