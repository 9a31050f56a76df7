"""The command that serves the workbench."""

from __future__ import annotations

import socket
from typing import Any

import click

from extractor.cli.archive.common import database_option, open_, who_option
from extractor.cli.common import EXIT_CODES, say
from extractor.errors import ArchiveError


class Serving(click.Command):
    """Says how to install what the workbench stands on, where it is not."""

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 - as click has it
        try:
            return super().invoke(ctx)
        except ModuleNotFoundError as error:
            raise ArchiveError(f"{error.name} is not installed", remedy="pip install 'thai-awards[serve]'") from error


@click.command(cls=Serving, epilog=EXIT_CODES)
@click.option("--host", default="127.0.0.1", show_default=True, metavar="ADDRESS", help="Where to listen; 0.0.0.0 is everywhere.")
@click.option(
    "--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="Where to listen; 0 is any free port."
)
@click.option("--base-url", metavar="URL", help="The address by which others reach it.  [default: by host and port]")
@click.option("--email", default="admin@example.org", show_default=True, metavar="ADDRESS", help="Whom harvesters may write to.")
@database_option
@who_option
def serve(host: str, port: int, base_url: str | None, email: str, database: str, who: str) -> None:
    """Serve the workbench in a browser, and the archive to programs, until Ctrl-C."""
    import uvicorn  # noqa: PLC0415 - loaded when needed, as are those below

    from extractor.cli.archive.handing import name_of  # noqa: PLC0415
    from extractor.web.app import create_app  # noqa: PLC0415
    from extractor.web.settings import Settings  # noqa: PLC0415

    engine = open_(database)
    with listening(host, port) as place:
        address = (base_url or address_of(host, int(place.getsockname()[1]))).rstrip("/")
        settings = Settings(engine, name_of(database), address, person=who or "me", email=email)
        say(f"open {address}/ in a browser; Ctrl-C ends it")
        uvicorn.Server(uvicorn.Config(create_app(settings), log_level="warning", lifespan="off", server_header=False)).run(
            [place]
        )
    engine.dispose()


def listening(host: str, port: int) -> socket.socket:
    """A socket that listens.

    Raises:
        BadParameter: it cannot, at that address.
    """
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        return socket.create_server((host, port), family=family)
    except OSError as error:
        raise click.BadParameter(
            f"cannot listen at {host}, port {port}: {error.strerror}", param_hint="--host, --port"
        ) from error


def address_of(host: str, port: int) -> str:
    """The server's address as seen from this machine.

    >>> address_of("::1", 8000), address_of("0.0.0.0", 80)
    ('http://[::1]:8000', 'http://127.0.0.1:80')
    """
    host = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)  # noqa: S104 - everywhere is reached from here too
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"
