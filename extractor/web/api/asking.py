"""What can be asked of the API: filters as the search's facets, pages by cursor.

Unknown parameters are refused, so that a filter with a slip of the pen does not find everything. A cursor tells the place after
which a page begins, not how many entries to pass over: what is imported or decided between two pages neither repeats an entry
nor leaves one out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal
from urllib.parse import urlencode

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from extractor.archive.browse import Waiting
from extractor.archive.entries import AuthorityKind, ConferralState, common_era
from extractor.archive.incoming import storable
from extractor.archive.search import Place, Query

if TYPE_CHECKING:
    from starlette.requests import Request

MOST = 200
"""Entries of one page at most."""

_Words = Annotated[str, AfterValidator(storable), Field(max_length=400)]
_Limit = Annotated[int, Field(ge=1, le=MOST, description="entries of a page")]
_Number = Annotated[str | None, Field(pattern=r"^[0-9]{1,9}$", description="`next` of the page before")]


class Filters(BaseModel):
    """What narrows the conferrals. All that is given must hold."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    q: _Words = Field("", description="free text; one letter a word may be wrong")
    award: _Words | None = Field(None, description="the award, by id or name")
    year: int | None = Field(None, ge=0, le=9999, description="the award's year: CE, or from 2400 on of the Buddhist era")
    level: _Words | None = Field(None, description="the level, by its id in the gazetteer or as written")
    agency: _Words | None = Field(None, description="the body with those below it, by id or name")
    province: _Words | None = Field(None, description="the province")
    person: _Words | None = Field(None, description="somebody whom one of the articles names, by id or name")
    outlet: _Words | None = Field(None, description="who published one of the articles")
    state: ConferralState | None = Field(None, description="as extracted, or confirmed by a person")

    def query(self, *, limit: int = 0, facets: int = 0) -> Query:
        """The archive's query for these filters."""
        narrowed = {name: getattr(self, name) for name in Filters.model_fields} | {"year": common_era(self.year)}
        return Query(text=narrowed.pop("q"), limit=limit, facets=facets, **narrowed)

    @property
    def finds_all(self) -> bool:
        """Whether nothing narrows."""
        return not any(value not in (None, "") for name, value in self if name in Filters.model_fields)


class ConferralsAsked(Filters):
    """A page of conferrals."""

    limit: _Limit = 50
    cursor: _Number = None


class SearchAsked(Filters):
    """A page of what a search found."""

    limit: _Limit = 20
    cursor: str | None = Field(None, pattern=r"^[0-9]{1,5}(\.[0-9]{1,9}){3}$", description="`next` of the page before")
    facets: int = Field(20, ge=0, le=100, description="values that each facet lists")

    @property
    def place(self) -> Place | None:
        """The place that the cursor tells."""
        return None if self.cursor is None else Place(*map(int, self.cursor.split(".")))


class FacetsAsked(Filters):
    """The facets of what the filters leave."""

    facets: int = Field(20, ge=1, le=100, description="values that each facet lists")


class AuthoritiesAsked(BaseModel):
    """A page of authorities."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    kind: AuthorityKind | None = Field(None, description="of one kind; `other` is a team, a community, a place")
    name: _Words | None = Field(None, description="a part of the name or of one of its other forms")
    parent: _Words | None = Field(None, description="id of the superior body, or of an award's organiser")
    named: bool = Field(default=True, description="only those that an article names; else the gazetteers' too")
    limit: _Limit = 50
    cursor: _Words | None = Field(None, description="`next` of the page before")


class ArticlesAsked(BaseModel):
    """A page of articles."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    outlet: _Words | None = Field(None, description="who published it")
    article_id: _Words | None = Field(None, description="the id that the import named")
    since: str | None = Field(None, pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$", description="published on this day or later")
    until: str | None = Field(None, pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$", description="published on this day or earlier")
    limit: _Limit = 50
    cursor: _Number = None


class DoubtsAsked(BaseModel):
    """A page of doubtful pairs."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    kind: Literal["conferral"] | AuthorityKind | None = Field(None, description="of conferrals, or of authorities of a kind")
    limit: _Limit = 50
    cursor: str | None = Field(
        None, pattern=r"^[01],[01]\.[0-9]{1,20},[^,]{1,250},[^,]{1,250}$", description="`next` of the page before"
    )

    @property
    def place(self) -> Waiting | None:
        """The place that the cursor tells."""
        if self.cursor is None:
            return None
        later, score, left, right = self.cursor.split(",")
        return Waiting(later == "1", float(score), storable(left), storable(right))


def told_place(place: Waiting) -> str:
    """The cursor for a pair's place.

    >>> told_place(Waiting(False, 0.75, "c-a", "c-b"))
    '0,0.75,c-a,c-b'
    """
    return f"{int(place.later)},{place.score},{place.left},{place.right}"


class EventsAsked(BaseModel):
    """A page of decisions."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    subject: _Words | None = Field(None, description="id of a conferral or an authority")
    who: _Words | None = Field(None, description="who decided")
    limit: _Limit = 50
    cursor: _Number = None


def told(place: Place | None) -> str | None:
    """The cursor for a place.

    >>> told(Place(120, 3, 2023, 45))
    '120.3.2023.45'
    """
    return None if place is None else f"{place.score}.{place.sources}.{place.year}.{place.number}"


def links(request: Request, following: str | None) -> dict[str, str]:
    """The headers that lead to the first page and to the next, as RFC 8288 has them."""
    given = [(name, value) for name, value in request.query_params.multi_items() if name != "cursor"]
    pages = {"first": given} | ({} if following is None else {"next": [*given, ("cursor", following)]})
    path = request.url.path
    return {"Link": ", ".join(f'<{path}{"?" if query else ""}{urlencode(query)}>; rel="{rel}"' for rel, query in pages.items())}
