"""Commands for the users of the workbench."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import click

from extractor.cli.archive.common import database_option, json_option, open_, who_option
from extractor.cli.common import EXIT_CODES, say
from extractor.cli.serving import tell_of_missing

if TYPE_CHECKING:
    from collections.abc import Iterable

    from extractor.web.users import Listed, Noted

_ROLES = click.Choice(["reader", "editor", "admin"])
_role_option = click.option(
    "--role", type=_ROLES, default="reader", show_default=True, help="Reads; decides and brings in; manages users."
)
_stdin_option = click.option("--password-stdin", is_flag=True, help="Read the password from standard input.  [default: ask]")


class _Users(click.Group):
    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 - as click has it
        with tell_of_missing():
            return super().invoke(ctx)


@click.group(cls=_Users, epilog=EXIT_CODES)
def users() -> None:
    """Manage who may sign in to the workbench."""


@users.command(epilog=EXIT_CODES)
@click.argument("name")
@_role_option
@_stdin_option
@database_option
@who_option
def add(name: str, role: Any, password_stdin: bool, database: str, who: str) -> None:  # noqa: ANN401 - one of the roles
    """Add the user NAME, and ask for their password."""
    from extractor.archive.database import writing  # noqa: PLC0415 - loaded when needed, as are those below
    from extractor.web import users as kept  # noqa: PLC0415

    engine = open_(database)
    kept.checked_name(name)
    password = _password(password_stdin)
    with writing(engine) as connection:
        kept.add(connection, name, password, role, by=who)
    engine.dispose()
    say(f"{name} may sign in as {role}")


@users.command("list", epilog=EXIT_CODES)
@json_option
@database_option
def list_(as_json: bool, database: str) -> None:
    """List the users: name, role, when they last signed in."""
    from extractor.archive.database import reading  # noqa: PLC0415
    from extractor.web import users as kept  # noqa: PLC0415

    engine = open_(database)
    with reading(engine) as connection:
        found = kept.listed(connection)
    engine.dispose()
    _print(found, as_json, ("name", "role", "last"))


@users.command(epilog=EXIT_CODES)
@click.argument("name")
@database_option
@who_option
def remove(name: str, database: str, who: str) -> None:
    """Remove the user NAME; what they decided stays."""
    from extractor.archive.database import writing  # noqa: PLC0415
    from extractor.web import users as kept  # noqa: PLC0415

    engine = open_(database)
    with writing(engine) as connection:
        kept.remove(connection, name, by=who)
    engine.dispose()
    say(f"{name} is no user any more")


@users.command(epilog=EXIT_CODES)
@click.argument("name")
@click.argument("role", type=_ROLES)
@database_option
@who_option
def role(name: str, role: Any, database: str, who: str) -> None:  # noqa: ANN401 - one of the roles
    """Give the user NAME another ROLE."""
    from extractor.archive.database import writing  # noqa: PLC0415
    from extractor.web import users as kept  # noqa: PLC0415

    engine = open_(database)
    with writing(engine) as connection:
        kept.change_role(connection, name, role, by=who)
    engine.dispose()
    say(f"{name} is {role} now")


@users.command(epilog=EXIT_CODES)
@click.argument("name")
@_stdin_option
@database_option
@who_option
def password(name: str, password_stdin: bool, database: str, who: str) -> None:
    """Give the user NAME another password, and sign them out everywhere."""
    from extractor.archive.database import writing  # noqa: PLC0415
    from extractor.web import users as kept  # noqa: PLC0415

    engine = open_(database)
    given = _password(password_stdin)
    with writing(engine) as connection:
        kept.change_password(connection, name, given, by=who)
    engine.dispose()
    say(f"the password of {name} is changed")


@users.command(epilog=EXIT_CODES)
@click.argument("name")
@click.option("--days", type=click.IntRange(1, 3650), default=365, show_default=True, help="How long it counts.")
@database_option
@who_option
def token(name: str, days: int, database: str, who: str) -> None:
    """Print a token by which a program acts as the user NAME; it is shown this once.

    It is sent with each request: `Authorization: Bearer TOKEN`. Another password of the user ends it.
    """
    from extractor.archive.database import writing  # noqa: PLC0415
    from extractor.web import users as kept  # noqa: PLC0415

    engine = open_(database)
    with writing(engine) as connection:
        made = kept.issue(connection, name, days, by=who)
    engine.dispose()
    click.echo(made)
    say(f"a program with it may do what {name} may, for {days:,} days; it is not shown again")


@users.command(epilog=EXIT_CODES)
@click.option("--limit", type=click.IntRange(1), default=100, show_default=True, help="How many lines at most.")
@json_option
@database_option
def audit(limit: int, as_json: bool, database: str) -> None:
    """Show who signed in and out and who changed users, the newest first."""
    from extractor.archive.database import reading  # noqa: PLC0415
    from extractor.web import users as kept  # noqa: PLC0415

    engine = open_(database)
    with reading(engine) as connection:
        found = kept.audit(connection, limit)
    engine.dispose()
    _print(found, as_json, ("at", "who", "action", "subject", "address"))


def _password(from_stdin: bool) -> str:
    if from_stdin:
        return sys.stdin.readline().rstrip("\r\n")
    given: str = click.prompt("Password", hide_input=True, confirmation_prompt=True, err=True)
    return given


def _print(found: Iterable[Listed | Noted], as_json: bool, columns: tuple[str, ...]) -> None:
    for each in map(asdict, found):
        line = json.dumps(each, ensure_ascii=False) if as_json else "\t".join(str(each[name] or "") for name in columns)
        click.echo(line)
