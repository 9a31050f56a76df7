"""The README names every command and option, its examples print what it says, and its links lead somewhere."""

from __future__ import annotations

import re
import subprocess
import sys

import click
import pytest

from extractor import cli
from tests.conftest import ROOT

pytestmark = pytest.mark.long

README = (ROOT / "README.md").read_text(encoding="utf-8")
DOCUMENTS = (
    "README.md",
    "CHANGELOG.md",
    "gazetteers/README.md",
    "corpus/README.md",
    "docs/record.md",
    "docs/accuracy.md",
    "docs/archive/README.md",
    "docs/scale.md",
    "docs/performance.md",
    "docs/reliability.md",
    "docs/workbench.md",
    "docs/api.md",
    "docs/security.md",
    "docs/model.md",
)


def commands(group, path=()):
    for name, command in group.commands.items():
        if isinstance(command, click.Group):
            yield from commands(command, (*path, name))
        else:
            yield (*path, name), command


COMMANDS = list(commands(cli.main))


@pytest.mark.parametrize(("path", "command"), COMMANDS, ids=[" ".join(path) for path, _ in COMMANDS])
def test_every_command_is_told_of_with_its_options(path, command):
    name = " ".join(path)
    assert any(name in heading for heading in re.findall(r"^### (.*)$", README, re.MULTILINE)), f"no section on {name}"
    assert f"$ extractor {name}" in README, f"no example of {name}"
    options = [option.opts[-1] for option in command.params if isinstance(option, click.Option)]
    assert [option for option in options if f"`{option}" not in README and f" {option} " not in README] == []


def test_every_exit_code_is_told_of():
    codes = {cli.ALL_FINE, cli.SET_ASIDE, cli.NOTHING, cli.NO_OUTPUT, cli.BAD_GAZETTEERS, cli.BAD_ARCHIVE, cli.INTERRUPTED}
    assert {int(code) for code in re.findall(r"^\| (\d+) \|", README, re.MULTILINE)} == codes


@pytest.mark.parametrize("name", DOCUMENTS)
def test_links_lead_somewhere(name):
    document = re.sub(r"^```.*?^```", "", (ROOT / name).read_text(encoding="utf-8"), flags=re.DOTALL | re.MULTILINE)
    links = [link for link in re.findall(r"\]\(([^)#]+)[^)]*\)", document) if "://" not in link]
    assert [link for link in links if not (ROOT / name).parent.joinpath(link).exists()] == []


def test_make_targets_exist():
    targets = set(re.findall(r"^(\w+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    named = {
        target for name in DOCUMENTS for target in re.findall(r"\bmake (\w+)[ `]", (ROOT / name).read_text(encoding="utf-8"))
    }
    assert named - targets == set()


def test_examples_print_what_the_documents_say():
    done = subprocess.run(
        [sys.executable, ROOT / "scripts" / "readme.py", "--check"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
