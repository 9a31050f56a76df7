"""Commands of the archive: bring in, look, decide, hand out."""

from __future__ import annotations

from typing import Any

import click

from extractor.cli.archive import deciding, handing, importing, looking, serving
from extractor.cli.common import EXIT_CODES
from extractor.errors import ArchiveError


class _Archive(click.Group):
    """Says how to install what the archive stands on, where it is not."""

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 - as click has it
        try:
            return super().invoke(ctx)
        except ModuleNotFoundError as error:
            raise ArchiveError(f"{error.name} is not installed", remedy="pip install 'thai-awards[archive]'") from error


@click.group(cls=_Archive, epilog=EXIT_CODES)
def archive() -> None:
    """Keep an archive of awards: records of many articles, each body, award and conferral once."""


for _command in (
    importing.import_,
    importing.upgrade,
    looking.search,
    looking.articles,
    looking.show,
    looking.history,
    looking.review,
    deciding.correct,
    deciding.rename,
    deciding.reject,
    deciding.confirm,
    deciding.merge,
    deciding.split,
    deciding.add,
    deciding.part,
    deciding.set_state,
    deciding.apart,
    deciding.undo,
    handing.export,
    handing.report,
    handing.schema,
    serving.serve,
):
    archive.add_command(_command)
