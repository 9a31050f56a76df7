"""The command that serves the workbench."""

from __future__ import annotations

import os
import secrets
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import click

from extractor.cli.archive.common import database_option, open_, who_option
from extractor.cli.common import EXIT_CODES, say
from extractor.cli.listening import address_of, listening
from extractor.errors import ArchiveError

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def tell_of_missing() -> Iterator[None]:
    """Says how to install what the workbench stands on.

    Raises:
        ArchiveError: a library is not installed.
    """
    try:
        yield
    except ModuleNotFoundError as error:
        raise ArchiveError(f"{error.name} is not installed", remedy="pip install 'thai-awards[archive,serve]'") from error


class _Serving(click.Command):
    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 - as click has it
        with tell_of_missing():
            return super().invoke(ctx)


@click.command(cls=_Serving, epilog=EXIT_CODES)
@click.option("--host", default="127.0.0.1", show_default=True, metavar="ADDRESS", help="Where to listen; 0.0.0.0 is everywhere.")
@click.option(
    "--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="Where to listen; 0 is any free port."
)
@click.option("--base-url", metavar="URL", help="The address by which others reach it.  [default: by host and port]")
@click.option("--email", default="admin@example.org", show_default=True, metavar="ADDRESS", help="Whom harvesters may write to.")
@click.option(
    "--public", is_flag=True, help="Let everybody read; without it whoever reads has to sign in, where there are users."
)
@click.option(
    "--watch", multiple=True, type=click.Path(exists=True, file_okay=False), metavar="FOLDER", help="Take in what comes there."
)
@click.option("--feed", multiple=True, metavar="URL", help="Take in the full texts of this RSS or Atom feed, every 15 minutes.")
@click.option(
    "--time-limit", type=click.FloatRange(0, min_open=True), default=5.0, show_default=True, metavar="SECONDS",
    help="Processor time that reading one text may take: pasted, uploaded, watched, or extracted for a program.",
)  # fmt: skip
@database_option
@who_option
def serve(
    *,
    host: str,
    port: int,
    base_url: str | None,
    email: str,
    public: bool,
    watch: tuple[str, ...],
    feed: tuple[str, ...],
    time_limit: float,
    database: str,
    who: str,
) -> None:
    """Serve the workbench in a browser, and the archive to programs, until Ctrl-C.

    At this machine's own address, and while the archive has no users, it is for one person, who may do everything. Any other
    host, or a base URL by which others reach it, demands users: add one first (`extractor users add NAME --role admin`).
    """
    import uvicorn  # noqa: PLC0415 - loaded when needed, as are those below

    from extractor.archive.database import reading  # noqa: PLC0415
    from extractor.cli.archive.handing import name_of  # noqa: PLC0415
    from extractor.web.app import create_app  # noqa: PLC0415
    from extractor.web.settings import Settings  # noqa: PLC0415
    from extractor.web.users import any_users  # noqa: PLC0415
    from extractor.web.warming import warm  # noqa: PLC0415
    from extractor.web.watching import Watching, checked_feed  # noqa: PLC0415

    feeds = [checked_feed(url) for url in feed]
    engine = open_(database)
    with reading(engine) as connection:
        signing_in = any_users(connection)
    if not signing_in and not (_own(host) and (base_url is None or _own(urlsplit(base_url).hostname or ""))):
        remedy = "add one (`extractor users add NAME --role admin`), or leave out --host and --base-url"
        raise ArchiveError("others could reach it, and it has no users", remedy=remedy)
    with listening(host, port) as place:
        address = (base_url or address_of(host, int(place.getsockname()[1]))).rstrip("/")
        settings = Settings(
            engine, name_of(database), address, demand_users=signing_in, public=public, person=who or "me", email=email,
            secret=os.environ.get("EXTRACTOR_SECRET") or secrets.token_urlsafe(), seconds=time_limit,
        )  # fmt: skip
        if signing_in and not settings.secure and not _own(urlsplit(address).hostname or ""):
            say("warning: passwords cross the network unencrypted; put HTTPS before it, and give --base-url https://…")
        say(f"open {address}/ in a browser; Ctrl-C ends it")
        watching = Watching(engine, [Path(folder) for folder in watch], feeds, told=say, seconds=time_limit)
        if watch or feeds:
            watching.start()
        app = create_app(settings)
        with warm(app):
            uvicorn.Server(uvicorn.Config(app, log_level="warning", lifespan="off", server_header=False)).run([place])
        watching.stop()
    engine.dispose()


def _own(host: str) -> bool:
    return host in {"127.0.0.1", "localhost", "::1"}
