"""Users of the workbench: their passwords, roles and where they are signed in, and the audit log.

A password is kept as its argon2id hash. What a browser holds of a sign-in is a random token, of which the archive keeps the
SHA-256: whoever reads the archive can sign in as nobody.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import secrets
import threading
import unicodedata
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from argon2 import PasswordHasher
from argon2.exceptions import Argon2Error, InvalidHashError
from sqlalchemy import delete, func, insert, select, update

from extractor.archive.bulk import next_number
from extractor.archive.events import utc_now
from extractor.archive.tables import Audit, SignIn
from extractor.archive.tables import User as Row
from extractor.errors import ArchiveError, UnknownIdError
from extractor.web.context import ROLES, User

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from extractor.web.context import Role

SHORTEST, LONGEST = 12, 256
"""Characters of a password."""

_LONGEST_NAME = 100
_JUDGED = 72  # characters of a password that are judged; zxcvbn takes no more
_GOOD = 3  # of 4: safely unguessable where tries are slow
_HASHER = PasswordHasher()
_AT_ONCE = threading.BoundedSemaphore(2)  # each hash takes 64 MB while it is made


@dataclass(frozen=True, slots=True)
class Listed:
    """A user as an administrator sees them: when they were added, changed, and last signed in, each a moment in UTC."""

    name: str
    role: Role
    created: str
    changed: str
    last: str | None


@dataclass(frozen=True, slots=True)
class Noted:
    """A line of the audit log; `docs/archive/schema.md` tells its fields."""

    at: str
    who: str
    action: str
    subject: str | None
    address: str | None


def add(connection: Connection, name: str, password: str, role: Role, *, by: str) -> None:
    """Add a user.

    Raises:
        ArchiveError: there is one of that name, or name or password will not do.
    """
    name = checked_name(name)
    hashed = _hashed(password, name)
    if connection.execute(select(Row.name).where(Row.name == name)).first():
        raise ArchiveError(f"there is a user {name} already", remedy="choose another name")
    now = utc_now()
    connection.execute(insert(Row), {"name": name, "role": role, "password": hashed, "created": now, "changed": now})
    note(connection, by, "add", subject=f"{name}: {role}")


def remove(connection: Connection, name: str, *, by: str) -> None:
    """Remove a user, and end where they are signed in; what they decided stays theirs.

    Raises:
        UnknownIdError: there is no such user.
        ArchiveError: nobody else would be left to manage users.
    """
    _keep_an_admin(connection, name)
    end_all(connection, name)
    connection.execute(delete(Row).where(Row.name == name))
    note(connection, by, "remove", subject=name)


def change_role(connection: Connection, name: str, role: Role, *, by: str) -> None:
    """Give a user another role, from their next request on.

    Raises:
        UnknownIdError: there is no such user.
        ArchiveError: nobody would be left to manage users.
    """
    if role != "admin":
        _keep_an_admin(connection, name)
    elif _role(connection, name) is None:
        raise _unknown(name)
    connection.execute(update(Row).where(Row.name == name).values(role=role, changed=utc_now()))
    note(connection, by, "role", subject=f"{name}: {role}")


def change_password(connection: Connection, name: str, password: str, *, by: str, address: str | None = None) -> None:
    """Give a user another password, and end where they are signed in.

    Raises:
        UnknownIdError: there is no such user.
        ArchiveError: the password will not do.
    """
    if _role(connection, name) is None:
        raise _unknown(name)
    connection.execute(update(Row).where(Row.name == name).values(password=_hashed(password, name), changed=utc_now()))
    end_all(connection, name)
    note(connection, by, "password", subject=name, address=address)


def listed(connection: Connection) -> list[Listed]:
    """All users by their names."""
    last = select(func.max(Audit.at)).where(Audit.who == Row.name, Audit.action == "sign-in").scalar_subquery()
    rows = connection.execute(select(Row.name, Row.role, Row.created, Row.changed, last).order_by(Row.name))
    return [Listed(*row) for row in rows]


def any_users(connection: Connection) -> bool:
    """Whether the archive has users at all."""
    return connection.execute(select(Row.name).limit(1)).first() is not None


def checked(connection: Connection, name: str, password: str) -> User | None:
    """The user if the password is theirs; it takes as long where there is no such user."""
    row = connection.execute(select(Row.name, Row.role, Row.password).where(Row.name == _plain(name))).first()
    try:
        with _AT_ONCE:
            _HASHER.verify(row.password if row else _nobody(), password)
    except (Argon2Error, InvalidHashError):
        return None
    return User(row.name, row.role) if row else None


def begin(connection: Connection, user: User, hours: int, address: str | None) -> str:
    """Sign a user in; gives the token that their browser is to hold."""
    token = secrets.token_urlsafe(32)
    now = dt.datetime.now(dt.UTC)
    connection.execute(delete(SignIn).where(SignIn.ends < utc_now()))
    ends = (now + dt.timedelta(hours=hours)).strftime("%Y-%m-%dT%H:%M:%SZ")
    connection.execute(insert(SignIn), {"key": _key(token), "user": user.name, "begun": utc_now(), "ends": ends})
    note(connection, user.name, "sign-in", address=address)
    return token


def issue(connection: Connection, name: str, days: int, *, by: str) -> str:
    """A token by which a program acts as the user for so many days, until they get another password or are removed.

    Raises:
        UnknownIdError: there is no such user.
    """
    if _role(connection, name) is None:
        raise _unknown(name)
    token = secrets.token_urlsafe(32)
    ends = (dt.datetime.now(dt.UTC) + dt.timedelta(days=days)).strftime("%Y-%m-%dT%H:%M:%SZ")
    connection.execute(insert(SignIn), {"key": _key(token), "user": name, "begun": utc_now(), "ends": ends})
    note(connection, by, "token", subject=f"{name}: {days} days")
    return token


def signed_in(connection: Connection, token: str) -> User | None:
    """Who holds the token, with today's role, or None if it counts no longer."""
    found = connection.execute(
        select(Row.name, Row.role).join(SignIn, SignIn.user == Row.name).where(SignIn.key == _key(token), SignIn.ends > utc_now())
    ).first()
    return User(found.name, found.role) if found else None


def end(connection: Connection, token: str, user: User, address: str | None) -> None:
    """Sign out the browser that holds the token."""
    connection.execute(delete(SignIn).where(SignIn.key == _key(token)))
    note(connection, user.name, "sign-out", address=address)


def end_all(connection: Connection, name: str) -> None:
    """Sign a user out everywhere."""
    connection.execute(delete(SignIn).where(SignIn.user == name))


def failed(connection: Connection, name: str, address: str | None) -> None:
    """Note that somebody tried to sign in in vain; a name that is no user's is not kept, as it may be a password."""
    note(connection, name if _role(connection, _plain(name)) else "", "sign-in-failed", address=address)


def note(connection: Connection, who: str, action: str, *, subject: str | None = None, address: str | None = None) -> None:
    """Add a line to the audit log."""
    row = {"id": next_number(connection, Audit.id), "at": utc_now(), "who": who, "action": action}
    connection.execute(insert(Audit), row | {"subject": subject, "address": address})


def audit(connection: Connection, most: int = 100) -> list[Noted]:
    """The newest lines of the audit log, the newest first."""
    rows = connection.execute(
        select(Audit.at, Audit.who, Audit.action, Audit.subject, Audit.address).order_by(Audit.id.desc()).limit(most)
    )
    return [Noted(*row) for row in rows]


def checked_name(name: str) -> str:
    """The name as it is kept.

    Raises:
        ArchiveError: it is empty, too long, or has what a name has not.
    """
    name = _plain(name).strip()
    if not name or len(name) > _LONGEST_NAME or ":" in name or not name.isprintable():
        remedy = f"give 1 to {_LONGEST_NAME} characters, no colon and no line break"
        raise ArchiveError("that is no name of a user", remedy=remedy)
    return name


def _hashed(password: str, name: str) -> str:
    from zxcvbn import zxcvbn  # noqa: PLC0415 - its word lists take a while to load

    if not SHORTEST <= len(password) <= LONGEST:
        raise ArchiveError("the password will not do", remedy=f"give {SHORTEST} to {LONGEST} characters, any that you like")
    if zxcvbn(password[:_JUDGED], user_inputs=[name])["score"] < _GOOD:
        raise ArchiveError("the password is too easily guessed", remedy="give some words that belong to no one but you")
    with _AT_ONCE:
        return _HASHER.hash(password)


@cache
def _nobody() -> str:
    """A hash that no password has: who is unknown is told so no sooner than one whose password is wrong."""
    return _HASHER.hash(secrets.token_urlsafe())


def _plain(text: str) -> str:
    """The text as it is the same however it was typed."""
    return unicodedata.normalize("NFC", text)


def _key(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def _role(connection: Connection, name: str) -> str | None:
    found: str | None = connection.execute(select(Row.role).where(Row.name == name)).scalar()
    return found


def _unknown(name: str) -> UnknownIdError:
    return UnknownIdError(f"there is no user {name}", remedy="see `extractor users list`")


def _keep_an_admin(connection: Connection, name: str) -> None:
    role = _role(connection, name)
    if role is None:
        raise _unknown(name)
    others = connection.execute(select(func.count()).select_from(Row).where(Row.name != name)).scalar_one()
    admins = connection.execute(select(func.count()).where(Row.role == ROLES[-1], Row.name != name)).scalar_one()
    if role == ROLES[-1] and others and not admins:
        raise ArchiveError(f"{name} is the only admin", remedy="make another user admin first")
