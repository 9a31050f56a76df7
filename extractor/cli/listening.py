"""Where a server listens."""

from __future__ import annotations

import socket

import click


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
