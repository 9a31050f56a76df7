"""Commands of the archive: bring in, look, decide, hand out."""

from __future__ import annotations

import click

from extractor.cli.archive import deciding, handing, importing, looking
from extractor.cli.common import EXIT_CODES


@click.group(epilog=EXIT_CODES)
def archive() -> None:
    """Keep an archive of awards: records of many articles, each body, award and conferral once."""


for _command in (
    importing.import_,
    importing.upgrade,
    looking.search,
    looking.show,
    looking.history,
    looking.review,
    deciding.correct,
    deciding.rename,
    deciding.reject,
    deciding.confirm,
    deciding.merge,
    deciding.split,
    deciding.apart,
    deciding.undo,
    handing.export,
):
    archive.add_command(_command)
