"""The command line: reads options, runs the library, says what happened. Data goes to stdout, messages to stderr."""

from __future__ import annotations

import sys
from importlib import import_module

import click

from extractor.cli import evaluating, extracting, gazetteers
from extractor.cli.common import (
    ALL_FINE,
    BAD_ARCHIVE,
    BAD_GAZETTEERS,
    EXIT_CODES,
    INTERRUPTED,
    NO_OUTPUT,
    NOTHING,
    SET_ASIDE,
    Commands,
)
from extractor.version import __version__

__all__ = ["ALL_FINE", "BAD_ARCHIVE", "BAD_GAZETTEERS", "INTERRUPTED", "NOTHING", "NO_OUTPUT", "SET_ASIDE", "main"]


_LATER = {"archive": "archive", "cluster": "cluster", "serve": "serving", "users": "users"}
"""Commands by the modules that have them."""


class _Lazy(Commands):
    """Loads the commands of archive, clusters and workbench, and with them their libraries, only when they are asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted([*super().list_commands(ctx), *_LATER])

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name in _LATER:
            found: click.Command = getattr(import_module(f"extractor.cli.{_LATER[cmd_name]}"), cmd_name)
            return found
        return super().get_command(ctx, cmd_name)


_CONTEXT = {"help_option_names": ["-h", "--help"], "max_content_width": 100}


@click.group(cls=_Lazy, context_settings=_CONTEXT, epilog=EXIT_CODES)
@click.version_option(__version__, prog_name="extractor")
def main() -> None:
    """Reads Thai news about awards and yields one structured record an article."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


for _command in (
    extracting.extract,
    extracting.explain,
    extracting.text,
    evaluating.evaluate,
    evaluating.schema,
    gazetteers.gazetteers,
):
    main.add_command(_command)
