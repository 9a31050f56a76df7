"""The command that serves an archive over HTTP."""

from __future__ import annotations

import click

from extractor.archive.entries import BASE
from extractor.cli.archive.common import database_option, open_
from extractor.cli.archive.handing import name_of
from extractor.cli.common import EXIT_CODES, say
from extractor.cli.listening import address_of, listening


@click.command(epilog=EXIT_CODES)
@click.option("--host", default="127.0.0.1", show_default=True, metavar="ADDRESS", help="Where to listen; 0.0.0.0 is everywhere.")
@click.option(
    "--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="Where to listen; 0 is any free port."
)
@click.option("--base-url", metavar="URL", help="The address by which others reach it.  [default: by host and port]")
@click.option("--email", default="admin@example.org", show_default=True, metavar="ADDRESS", help="Whom harvesters may write to.")
@click.option("--base", default=BASE, show_default=True, metavar="URI", help="Before an id it makes a URI.")
@database_option
def serve(host: str, port: int, base_url: str | None, email: str, base: str, database: str) -> None:
    """Serve the archive to harvesters (OAI-PMH, /oai) and to OpenRefine (reconciliation, /reconcile), until Ctrl-C."""
    import uvicorn  # noqa: PLC0415 - loaded when needed

    from extractor.archive.servers import application  # noqa: PLC0415

    engine = open_(database)
    with listening(host, port) as place:
        address = base_url or address_of(host, int(place.getsockname()[1]))
        app = application(engine, name=name_of(database), base_url=address, email=email, base=base)
        at = address.rstrip("/")
        say(f"serving {at}/oai and {at}/reconcile; Ctrl-C ends it")
        uvicorn.Server(uvicorn.Config(app, log_level="warning", lifespan="off")).run([place])
    engine.dispose()
