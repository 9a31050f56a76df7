"""What the application is told when it starts."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from sqlalchemy import Engine

LOOPBACK = ("127.0.0.1", "localhost", "::1")
"""The names of this machine, at which one person may work without signing in."""


@dataclass(frozen=True, slots=True)
class Settings:
    """How one application over one archive behaves.

    Attributes:
        engine: the archive, as `open_archive` gives it.
        name: what the archive is called.
        base_url: the address at which others reach the server, without a slash at its end: `https://awards.example.org`.
        demand_users: whether everybody has to sign in; else everything is done in the name of `person`.
        public: where users are demanded, whether everybody may read without signing in.
        person: the name that decisions carry where no users are demanded.
        email: whom those who harvest may write to.
        secret: what sessions are signed with; a new one signs everybody out.
        most_bytes: the bytes of one request, uploads included.
        most_files: the files of one upload.
        most_characters: the characters of one article that is pasted or posted.
        seconds: the processor time that reading one article may take.
        sign_ins: how often one address may try to sign in, as `NUMBER/minute`.
        extractions: how often one person or address may ask for an extraction, likewise.
        session_hours: after how many hours everybody signs in anew.
    """

    engine: Engine
    name: str
    base_url: str
    demand_users: bool = False
    public: bool = False
    person: str = "me"
    email: str = "admin@example.org"
    secret: str = field(default_factory=secrets.token_urlsafe, repr=False)
    most_bytes: int = 32_000_000
    most_files: int = 500
    most_characters: int = 1_000_000
    seconds: float = 5.0
    sign_ins: str = "10/minute"
    extractions: str = "60/minute"
    session_hours: int = 12

    @property
    def secure(self) -> bool:
        """Whether the server is reached by HTTPS."""
        return self.base_url.startswith("https://")

    @property
    def hosts(self) -> list[str]:
        """The names that a request may call the server by: where nobody signs in, only this machine's."""
        if self.demand_users:
            return ["*"]
        return [*(f"[{host}]" if ":" in host else host for host in LOOPBACK), urlsplit(self.base_url).hostname or "localhost"]
