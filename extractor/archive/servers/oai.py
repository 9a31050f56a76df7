"""Hands the conferrals to harvesters by OAI-PMH 2.0, on the library oai_repo.

The protocol: https://www.openarchives.org/OAI/openarchivesprotocol.html. What the library leaves to be done is done here: a day
as `until` means its whole day, both dates must be of one granularity, deleted records are told as such, a token that fits no
list is refused, and the answer repeats the request's arguments.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from lxml import etree
from oai_repo import DataInterface, Identify, MetadataFormat, OAIRepository, RecordHeader, Set
from oai_repo.error import OAIErrorResponse
from oai_repo.exceptions import OAIError, OAIErrorBadArgument, OAIErrorBadResumptionToken, OAIErrorBadVerb
from oai_repo.resumption import ResumptionToken
from sqlalchemy import func, or_, select
from starlette.concurrency import run_in_threadpool
from starlette.responses import Response
from starlette.routing import Route

from extractor.archive.browse import authorities, conferrals
from extractor.archive.bulk import fetch
from extractor.archive.database import reading
from extractor.archive.entries import ERA
from extractor.archive.exchange.catalogue import plain
from extractor.archive.exchange.dublin_core import OAI_DC, dublin_core
from extractor.archive.exchange.marcxml import MARC, element, record
from extractor.archive.servers.arguments import arguments
from extractor.archive.tables import Authority, Conferral
from extractor.errors import ArchiveError

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from sqlalchemy import ColumnElement, Connection, Engine
    from starlette.requests import Request

    from extractor.archive import entries

PAGE = 100
"""How many records stand in one answer, unless told otherwise."""

_GRANULARITY = "YYYY-MM-DDThh:mm:ssZ"
_STAMP = "%Y-%m-%dT%H:%M:%SZ"
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_LOCAL = re.compile(r"c-[a-z0-9]{1,40}", re.ASCII)
_YEAR = re.compile(r"\d{1,4}", re.ASCII)
_AWARD = re.compile(r"award:[A-Za-z0-9_.!~*'()-]{1,200}", re.ASCII)
_UNWRITABLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # https://www.w3.org/TR/xml/#charsets
_MOST = 100_000  # bytes of a form
_FURTHEST = 2**31 - 1
_DELETED = "deleted"
_FORMATS = (
    MetadataFormat("oai_dc", "http://www.openarchives.org/OAI/2.0/oai_dc.xsd", OAI_DC),
    MetadataFormat("marc21", "http://www.loc.gov/standards/marcxml/schema/MARC21slim.xsd", MARC),
)
_ONCE = {"verb", "identifier", "metadataPrefix", "from", "until", "set", "resumptionToken"}


@dataclass(frozen=True, slots=True)
class Repository:
    """What a repository tells of itself: its name, the address of its requests, whom to write to.

    `base` stands before a conferral's id to make its identifier, a URI; `page` is how many records one answer has.
    """

    name: str
    base_url: str
    email: str
    base: str
    page: int = PAGE


def check(repository: Repository) -> None:
    """See that what a repository tells of itself is as the protocol has it.

    Raises:
        ArchiveError: an address of it is none.
    """
    if faults := _identify(repository, None).errors():
        remedy = "give --base-url as http://host:port and --email as name@host.domain"
        raise ArchiveError("; ".join(map(str, faults)), remedy=remedy)


def _identify(repository: Repository, earliest: str | None) -> Identify:
    return Identify(
        repository_name=plain(repository.name),
        base_url=repository.base_url,
        admin_email=[repository.email],
        earliest_datestamp=earliest or "1970-01-01T00:00:00Z",
        deleted_record="transient",
        granularity=_GRANULARITY,
    )


def routes(engine: Engine, repository: Repository, path: str = "/oai") -> list[Route]:
    """The one route of a repository, for GET and POST."""

    async def answer(request: Request) -> Response:
        asked = await arguments(request, _MOST)
        body = await run_in_threadpool(respond, engine, repository, asked)
        return Response(body, media_type="text/xml")

    return [Route(path, answer, methods=["GET", "POST"])]


def respond(engine: Engine, repository: Repository, asked: Iterable[tuple[str, str]]) -> bytes:
    """The answer to a request, an XML document; what is wrong with the request is told in it, as the protocol has it.

    Raises:
        ArchiveError: the database failed.
    """
    pairs = list(asked)
    given = dict(pairs)
    with reading(engine) as connection:
        data = _Data(connection, repository)
        served = OAIRepository(data)
        try:
            _check(pairs, repository.page)
            response = served.process(_whole_days(given))
        except OAIErrorBadArgument as error:  # a token's arguments were right when it was given
            told = OAIErrorBadResumptionToken("The token is none of this repository.") if "resumptionToken" in given else error
            response = OAIErrorResponse(served, told)
        except OAIError as error:
            response = OAIErrorResponse(served, error)
        _mend(response.root(), data.deleted, given)
        return bytes(response)


def _check(pairs: list[tuple[str, str]], page: int) -> None:
    """Raise what is wrong with a request where the library does not look."""
    given = dict(pairs)
    names = [name for name, _ in pairs]
    if names.count("verb") != 1:
        raise OAIErrorBadVerb("A request has one verb.")
    for name, value in pairs:
        if names.count(name) > 1 or name not in _ONCE:
            raise OAIErrorBadArgument("An argument is unknown, or given twice.")
        if not value or _UNWRITABLE.search(value):
            raise OAIErrorBadArgument(f"The value of {name} is empty, or no text.")
    first, last = given.get("from"), given.get("until")
    if first is not None and last is not None:
        if bool(_DAY.fullmatch(first)) != bool(_DAY.fullmatch(last)):
            raise OAIErrorBadArgument("from and until are of different granularity.")
        if first > last:
            raise OAIErrorBadArgument("from is later than until.")
    if "resumptionToken" in given:
        _check_token(given["resumptionToken"], page)
        if given["verb"] == "ListSets":
            raise OAIErrorBadResumptionToken("The sets come in one list, without tokens.")


def _check_token(given: str, page: int) -> None:
    """Raise if no answer can have had this token: the library trusts a token's parts."""
    token = ResumptionToken()
    token.parse(given)
    if (
        not token.state_hash
        or not 0 <= (-1 if token.cursor is None else token.cursor) <= _FURTHEST
        or (token.complete_list_size or 0) <= page
    ):
        raise OAIErrorBadResumptionToken("The token is none of this repository.")


def _whole_days(given: dict[str, str]) -> dict[str, str]:
    """The arguments with a day as `until` made its last second."""
    last = given.get("until", "")
    return given | {"until": f"{last}T23:59:59Z"} if _DAY.fullmatch(last) else dict(given)


def _mend(root: etree._Element, deleted: set[str], given: dict[str, str]) -> None:
    """Repeat the arguments as they were given, and tell which records are deleted."""
    asked = root.find("request")
    errors = {error.get("code") for error in root.iter("error")}
    if asked is not None:
        asked.attrib.clear()
        if not errors & {"badVerb", "badArgument"}:
            asked.attrib.update({name: value for name, value in given.items() if name in _ONCE})
    for header in root.iter("header"):
        if header.findtext("identifier") in deleted:
            header.set("status", "deleted")
            around, metadata = header.getparent(), header.getnext()
            if around is not None and metadata is not None and metadata.tag == "metadata":
                around.remove(metadata)


class _Data(DataInterface):  # type: ignore[misc]  # the library tells no types
    """The conferrals as the library asks for them, during one request.

    Rejected and merged conferrals stand in the lists as deleted; `deleted` gathers those that were asked for.
    """

    def __init__(self, connection: Connection, repository: Repository) -> None:
        self._connection = connection
        self._repository = repository
        self.limit = repository.page
        self.deleted: set[str] = set()
        self._named_sets: dict[str, str] = {}

    def get_identify(self) -> Identify:
        earliest = self._connection.execute(select(func.min(Conferral.changed))).scalar()
        return _identify(self._repository, earliest)

    def _local(self, identifier: str) -> str:
        return identifier.removeprefix(self._repository.base)

    def is_valid_identifier(self, identifier: str) -> bool:
        local = self._local(identifier)
        if not identifier.startswith(self._repository.base) or not _LOCAL.fullmatch(local):
            return False
        return self._connection.execute(select(Conferral.id).where(Conferral.id == local)).first() is not None

    def get_metadata_formats(self, identifier: str | None = None) -> list[MetadataFormat]:  # noqa: ARG002 - all have all
        return list(_FORMATS)

    def get_records_header(self, identifiers: list[str]) -> list[RecordHeader]:
        wanted = select(Conferral.id, Conferral.changed, Conferral.award_id, Conferral.year, _GONE.label("gone"))
        ids = [self._local(identifier) for identifier in identifiers]
        rows = {row.id: row for row in fetch(self._connection, wanted, Conferral.id, ids)}
        self.deleted |= {self._repository.base + row.id for row in rows.values() if row.gone}
        return [
            RecordHeader(identifier, rows[given].changed, list(_sets_of(rows[given].award_id, rows[given].year)))
            for identifier, given in zip(identifiers, ids, strict=True)
        ]

    def get_records_metadata(self, identifiers: list[str], metadataprefix: str) -> list[etree._Element]:
        ids = [self._local(identifier) for identifier in identifiers]
        gone = {row.id for row in fetch(self._connection, select(Conferral.id).where(_GONE), Conferral.id, ids)}
        found = list(conferrals(self._connection, [given for given in ids if given not in gone]))
        named = {given for each in found for given in _names(each)} if metadataprefix == "marc21" else set()
        known = {each.id: each for each in authorities(self._connection, sorted(named))}
        base = self._repository.base
        made = {
            each.id: element(record(each, known, base)) if metadataprefix == "marc21" else dublin_core(each, base)
            for each in found
        }
        return [made[given] if given in made else etree.Element(_DELETED) for given in ids]

    def get_record_abouts(self, identifier: str) -> list[etree._Element]:  # noqa: ARG002 - none has any
        return []

    def list_set_specs(self, identifier: str | None = None, cursor: int = 0) -> tuple[list[str], int, None]:  # noqa: ARG002
        specs = sorted(self._sets())
        return specs, len(specs), None

    def get_set(self, setspec: str) -> Set:
        return Set(setspec, self._sets()[setspec], [])

    def _sets(self) -> dict[str, str]:
        """The names of all sets by their setSpec."""
        if not self._named_sets:
            awards = (
                select(Authority.id, Authority.name)
                .where(Authority.id.in_(select(Conferral.award_id).where(Conferral.award_id.is_not(None))))
                .where(Authority.kind == "award")
            )
            years = select(Conferral.year).where(Conferral.year.is_not(None)).distinct()
            self._named_sets = (
                {"award": "รางวัล", "year": "ปี"}
                | {row.id: plain(row.name) for row in self._connection.execute(awards)}
                | {f"year:{year}": f"พ.ศ. {year + ERA} ({year})" for year in self._connection.execute(years).scalars() if year}
            )
        return self._named_sets

    def list_identifiers(
        self,
        metadataprefix: str,  # noqa: ARG002 - all conferrals have all formats
        filter_from: dt.datetime | None = None,
        filter_until: dt.datetime | None = None,
        filter_set: str | None = None,
        cursor: int = 0,
    ) -> tuple[list[str], int, str]:
        """A page of identifiers by the time of their last change, how many there are, and what changes when the list does."""
        chosen: list[ColumnElement[bool]] = []
        if filter_from is not None:
            chosen.append(Conferral.changed >= filter_from.strftime(_STAMP))
        if filter_until is not None:
            chosen.append(Conferral.changed <= filter_until.strftime(_STAMP))
        if filter_set is not None:
            chosen.append(_in_set(filter_set))
        counted = select(func.count(), func.max(Conferral.changed)).select_from(Conferral).where(*chosen)
        size, latest = self._connection.execute(counted).one()
        wanted = select(Conferral.id).where(*chosen).order_by(Conferral.changed, Conferral.id)
        ids = self._connection.execute(wanted.limit(self.limit).offset(cursor)).scalars().all()
        if cursor and not ids:
            raise OAIErrorBadResumptionToken("The list has changed since; begin anew.")
        return [self._repository.base + given for given in ids], size, f"{size} {latest}"


_GONE = or_(Conferral.merged_into.is_not(None), Conferral.state == "rejected")


def _sets_of(award: str | None, year: int | None) -> Iterable[str]:
    if award is not None and _AWARD.fullmatch(award):
        yield award
    if year is not None:
        yield f"year:{year}"


def _in_set(spec: str) -> ColumnElement[bool]:
    if spec == "award":
        return Conferral.award_id.is_not(None)
    if spec == "year":
        return Conferral.year.is_not(None)
    if _AWARD.fullmatch(spec):
        return Conferral.award_id == spec
    kind, _, year = spec.partition(":")
    return Conferral.year == (int(year) if kind == "year" and _YEAR.fullmatch(year) else -1)


def _names(conferral: entries.Conferral) -> Iterable[str]:
    held: tuple[Any, ...] = (
        conferral.award_id, conferral.work_id, conferral.recipient_id, conferral.parent_id, conferral.conferred_by_id,
    )  # fmt: skip
    return (given for given in held if given is not None)
