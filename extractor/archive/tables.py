"""The archive's schema, as SQLAlchemy has it; `docs/archive/schema.md` describes it for those who read it with SQL.

Every time is UTC in ISO 8601, every date ISO 8601, every year CE; offsets count characters (code points) of the article's text.
Tables are filled in bulk, so that ids of rows that nobody outside sees are given out by the import.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import JSON, Float, ForeignKey, Index, MetaData, Text, UniqueConstraint
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    """What all tables share: names of constraints that migrations can count on, and text for strings of any length."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map = {str: Text(), dict[str, Any]: JSON(), list[Any]: JSON(), float: Float()}  # noqa: RUF012 - as SQLAlchemy has it


class Setting(Base):
    """What the archive knows of itself: its name, the gazetteers last taken in."""

    __tablename__ = "settings"
    key: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[str]


class Run(Base):
    """One import: what made the records, and what it changed."""

    __tablename__ = "runs"
    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    started: Mapped[str]
    finished: Mapped[str]
    input: Mapped[str]
    version: Mapped[str]
    gazetteers: Mapped[str]
    added: Mapped[int]
    changed: Mapped[int]
    unchanged: Mapped[int]
    set_aside: Mapped[int]


class Article(Base):
    """An article as it was last imported; `outlet` is empty where the import named none, `text` null where it had none.

    `warned` is how many warnings it has. The indexes hold what lists are narrowed and ordered by, so that lists are made without
    reading the articles.
    """

    __tablename__ = "articles"
    __table_args__ = (
        UniqueConstraint("outlet", "article_id"),
        Index("ix_articles_listed", "id", "outlet", "published", "warned"),
        Index("ix_articles_warned", "warned", "id", "outlet", "published"),
        Index("ix_articles_published", "published", "id", "outlet", "warned"),
    )
    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    outlet: Mapped[str]
    article_id: Mapped[str]
    title: Mapped[str | None]
    published: Mapped[str | None]
    url: Mapped[str | None]
    source: Mapped[str | None]
    text: Mapped[str | None]
    text_sha256: Mapped[str]
    record_sha256: Mapped[str]
    version: Mapped[str]
    gazetteers: Mapped[str]
    meta: Mapped[dict[str, Any]]
    warnings: Mapped[list[Any]]
    imported: Mapped[str]
    run: Mapped[int] = mapped_column(ForeignKey("runs.id"))
    warned: Mapped[int] = mapped_column(server_default="0")


class Mention(Base):
    """A value where it stands in an article: the `field` of the article's `number`-th `subject` (conferral, person …)."""

    __tablename__ = "mentions"
    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    article: Mapped[int] = mapped_column(ForeignKey("articles.id"), index=True)
    subject: Mapped[str]
    number: Mapped[int]
    field: Mapped[str]
    start: Mapped[int]
    end: Mapped[int]
    text: Mapped[str]
    value: Mapped[str | None]
    rule: Mapped[str]
    gazetteer: Mapped[str | None]


class Authority(Base):
    """One body, person, award programme, work or other recipient, under its one name."""

    __tablename__ = "authorities"
    id: Mapped[str] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(index=True)
    name: Mapped[str]
    english: Mapped[str | None]
    status: Mapped[str]
    parent: Mapped[str | None] = mapped_column(index=True)
    province: Mapped[str | None]
    note: Mapped[str | None]
    merged_into: Mapped[str | None] = mapped_column(index=True)
    changed: Mapped[str]


class Form(Base):
    """A form of an authority's name, or what else tells it from others.

    `how` is variant, abbreviation, english, seen (in an article), merged (by a person); or for a person honorific, position,
    body, and for a body parent. The keys by which names are looked up stand in `name_keys`.
    """

    __tablename__ = "forms"
    __table_args__ = (UniqueConstraint("authority", "how", "form"),)
    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    authority: Mapped[str] = mapped_column(ForeignKey("authorities.id"))
    how: Mapped[str]
    form: Mapped[str]


class NameKey(Base):
    """A key under which an authority is looked up when a name is to be joined to it."""

    __tablename__ = "name_keys"
    kind: Mapped[str] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(primary_key=True)
    authority: Mapped[str] = mapped_column(ForeignKey("authorities.id"), primary_key=True, index=True)


class Link(Base):
    """A name in an article, and the authority it was joined to: `how` tells by what."""

    __tablename__ = "links"
    __table_args__ = (Index("ix_links_article", "article"),)
    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    article: Mapped[int] = mapped_column(ForeignKey("articles.id"))
    kind: Mapped[str]
    number: Mapped[int]
    form: Mapped[str]
    authority: Mapped[str] = mapped_column(ForeignKey("authorities.id"), index=True)
    how: Mapped[str]


class Conferral(Base):
    """One award conferred once, as merged from its tellings and corrected by people.

    `state` is extracted, confirmed or rejected; `merged_into` names the conferral that took this one in.
    """

    __tablename__ = "conferrals"
    id: Mapped[str] = mapped_column(primary_key=True)
    number: Mapped[int] = mapped_column(unique=True)
    state: Mapped[str]
    merged_into: Mapped[str | None] = mapped_column(index=True)
    award: Mapped[str | None]
    award_id: Mapped[str | None] = mapped_column(index=True)
    year: Mapped[int | None] = mapped_column(index=True)
    edition: Mapped[int | None]
    branch: Mapped[str | None]
    category: Mapped[str | None]
    level: Mapped[str | None]
    level_code: Mapped[str | None]
    work: Mapped[str | None]
    work_id: Mapped[str | None] = mapped_column(index=True)
    recipient: Mapped[str | None]
    recipient_id: Mapped[str | None] = mapped_column(index=True)
    recipient_kind: Mapped[str | None]
    parent: Mapped[str | None]
    parent_id: Mapped[str | None] = mapped_column(index=True)
    conferred_by: Mapped[str | None]
    conferred_by_id: Mapped[str | None] = mapped_column(index=True)
    date: Mapped[str | None]
    province: Mapped[str | None] = mapped_column(index=True)
    status: Mapped[str]
    confidence: Mapped[float]
    sources: Mapped[int]
    changed: Mapped[str] = mapped_column(index=True)


class Telling(Base):
    """A conferral as one article tells it, and the conferral of the archive that it was joined to, with the reasons.

    `key` is the id it has in the article's record. `gone` tellings stand in no article any more; they are kept where people
    decided something of their conferral. `pinned` ones were put to their conferral by a person.
    """

    __tablename__ = "tellings"
    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    article: Mapped[int] = mapped_column(ForeignKey("articles.id"), index=True)
    number: Mapped[int]
    key: Mapped[str]
    conferral: Mapped[str] = mapped_column(ForeignKey("conferrals.id"), index=True)
    award: Mapped[str | None]
    award_id: Mapped[str | None]
    year: Mapped[int | None]
    edition: Mapped[int | None]
    branch: Mapped[str | None]
    category: Mapped[str | None]
    level: Mapped[str | None]
    level_code: Mapped[str | None]
    work: Mapped[str | None]
    work_id: Mapped[str | None]
    recipient: Mapped[str | None]
    recipient_id: Mapped[str | None]
    recipient_kind: Mapped[str | None]
    parent: Mapped[str | None]
    parent_id: Mapped[str | None]
    province: Mapped[str | None]
    conferred_by: Mapped[str | None]
    conferred_by_id: Mapped[str | None]
    date: Mapped[str | None]
    status: Mapped[str]
    confidence: Mapped[float]
    gone: Mapped[bool]
    pinned: Mapped[bool]
    reasons: Mapped[list[Any]]


class TellingKey(Base):
    """A key under which a telling is looked up when another is to be joined to its conferral."""

    __tablename__ = "telling_keys"
    key: Mapped[str] = mapped_column(primary_key=True)
    telling: Mapped[int] = mapped_column(ForeignKey("tellings.id"), primary_key=True, index=True)


class Ceremony(Base):
    """A presentation or announcement of awards, as one article reports it."""

    __tablename__ = "ceremonies"
    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    article: Mapped[int] = mapped_column(ForeignKey("articles.id"), index=True)
    number: Mapped[int]
    award: Mapped[str | None]
    award_id: Mapped[str | None]
    date: Mapped[str | None]
    organiser: Mapped[str | None]
    organiser_id: Mapped[str | None]
    presided_by: Mapped[str | None]
    presided_by_id: Mapped[str | None]
    venue: Mapped[str | None]


class Doubt(Base):
    """Two conferrals, or two authorities, that may be one; `state` is open, apart (a person keeps them so), later or merged."""

    __tablename__ = "doubts"
    kind: Mapped[str] = mapped_column(primary_key=True)
    left: Mapped[str] = mapped_column(primary_key=True)
    right: Mapped[str] = mapped_column(primary_key=True, index=True)
    state: Mapped[str]
    score: Mapped[float]
    reasons: Mapped[list[Any]]


class Event(Base):
    """What a person decided, and when; `before` is what is needed to undo it, `undone` the event that did."""

    __tablename__ = "events"
    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    at: Mapped[str]
    who: Mapped[str]
    action: Mapped[str]
    subject: Mapped[str] = mapped_column(index=True)
    other: Mapped[str | None] = mapped_column(index=True)
    field: Mapped[str | None]
    value: Mapped[str | None]
    before: Mapped[dict[str, Any]]
    reason: Mapped[str | None]
    undone: Mapped[int | None]


class Word(Base):
    """Words of an article on which a decision rests: evidence of the `field` that the event set or gave.

    `start` and `end` are null where the article, read anew, has these words no more.
    """

    __tablename__ = "words"
    __table_args__ = (UniqueConstraint("event", "field"),)
    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    event: Mapped[int] = mapped_column(ForeignKey("events.id"))
    field: Mapped[str]
    article: Mapped[int] = mapped_column(ForeignKey("articles.id"), index=True)
    start: Mapped[int | None]
    end: Mapped[int | None]
    text: Mapped[str]


class ArticleState(Base):
    """How far people are with an article: new, review or done; one that stands here not is new."""

    __tablename__ = "article_states"
    article: Mapped[int] = mapped_column(ForeignKey("articles.id"), primary_key=True, autoincrement=False)
    state: Mapped[str] = mapped_column(index=True)
    changed: Mapped[str]


class Present(Base):
    """Somebody who has an article open in review, and when the page was `seen` to be open last; rows of the past are deleted."""

    __tablename__ = "presence"
    article: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    who: Mapped[str] = mapped_column(primary_key=True)
    seen: Mapped[str]


class User(Base):
    """Who may sign in to the workbench: `role` is reader, editor or admin, `password` its argon2 hash."""

    __tablename__ = "users"
    name: Mapped[str] = mapped_column(primary_key=True)
    role: Mapped[str]
    password: Mapped[str]
    created: Mapped[str]
    changed: Mapped[str]


class SignIn(Base):
    """A browser in which a user is signed in; `key` is the SHA-256 of what the browser holds."""

    __tablename__ = "sign_ins"
    key: Mapped[str] = mapped_column(primary_key=True)
    user: Mapped[str] = mapped_column(ForeignKey("users.name"), index=True)
    begun: Mapped[str]
    ends: Mapped[str]


class Audit(Base):
    """What users did besides deciding: signing in and out, in vain too, and changes of users, from which `address`."""

    __tablename__ = "audit"
    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    at: Mapped[str]
    who: Mapped[str]
    action: Mapped[str]
    subject: Mapped[str | None]
    address: Mapped[str | None]
