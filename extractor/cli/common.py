"""What all commands share: exit codes, options, and the one place where errors turn into messages."""

from __future__ import annotations

import errno
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from extractor.errors import ArchiveError, ExtractorError, GazetteerError, OutputError

if TYPE_CHECKING:
    from collections.abc import Sequence

ALL_FINE, SET_ASIDE, NOTHING, NO_OUTPUT, BAD_GAZETTEERS, BAD_ARCHIVE, INTERRUPTED = 0, 1, 2, 3, 4, 5, 130

EXIT_CODES = """
\b
Exit codes:
  0    all fine
  1    some articles were set aside; the others are done
  2    wrong usage, or no article could be read
  3    the output cannot be written
  4    the gazetteers have faults
  5    the archive cannot be opened, or what was asked does not fit it
  130  interrupted
"""
_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO}
FEW = 4  # articles before a progress bar appears
SHOWN = 10  # messages about single articles before they go to the rejects file alone

gazetteers_option = click.option(
    "--gazetteers",
    multiple=True,
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="A folder of your own gazetteers, added to the shipped ones. May be given again.",
)
encoding_option = click.option("--encoding", metavar="NAME", help="The files' encoding; left out, each file tells its own.")
input_format_option = click.option(
    "--input-format", "form", type=click.Choice(["text", "html", "jsonl", "csv"]), help="The files' format, whatever their names."
)
time_limit_option = click.option(
    "--time-limit",
    type=click.FloatRange(0),
    default=5.0,
    show_default=True,
    metavar="SECONDS",
    help="Processor time after which an article is set aside; 0 is no limit.",
)


class Commands(click.Group):
    """Turns the library's errors into one clean message and an exit code."""

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 - as click has it
        try:
            return super().invoke(ctx)
        except OutputError as error:
            if error.file == "standard output":
                sys.stdout = None  # its buffer cannot be emptied any more
            self._end(ctx, error, NO_OUTPUT)
        except GazetteerError as error:
            self._end(ctx, error, BAD_GAZETTEERS)
        except ArchiveError as error:
            self._end(ctx, error, BAD_ARCHIVE)
        except ExtractorError as error:
            self._end(ctx, error, NOTHING)
        except BrokenPipeError:
            sys.stdout = None  # nobody reads on, so that nothing is left to flush
            ctx.exit(ALL_FINE)
        except OSError as error:  # of a file it is told where it is opened; what is left is standard output
            if error.errno not in _FULL:
                raise
            sys.stdout = None  # its buffer cannot be emptied any more
            self._end(
                ctx,
                OutputError(f"cannot be written ({error.strerror})", file="standard output", remedy="free its disk"),
                NO_OUTPUT,
            )
        except KeyboardInterrupt:
            say("interrupted; no output was written")
            ctx.exit(INTERRUPTED)

    @staticmethod
    def _end(ctx: click.Context, error: ExtractorError, code: int) -> None:
        say(f"error: {error}")
        ctx.exit(code)


def say(message: str) -> None:
    click.echo(message.encode("utf-8", "backslashreplace").decode(), err=True)


def count(number: int, one: str, many: str = "") -> str:
    """The number with its noun: 1 article, 2,000 articles."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def keep_inputs(inputs: Sequence[str], outputs: Sequence[str], what: str = "is one of the inputs") -> None:
    """Refuse to write over what is to be read.

    Raises:
        OutputError: an output is one of the inputs.
    """
    for output in outputs:
        for given in inputs:
            if given != "-" and Path(given).is_file() and Path(output).is_file() and Path(given).samefile(output):
                raise OutputError(what, file=output, remedy="name another output")
