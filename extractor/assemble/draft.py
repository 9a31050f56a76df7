"""What the reader keeps while it reads: the draft of the next conferral, what it inherits, and the candidates told off."""

from __future__ import annotations

from dataclasses import dataclass, field

from extractor.assemble.findings import Party
from extractor.document import Span
from extractor.lexicon import Hit
from extractor.match.label import Label


@dataclass(slots=True, kw_only=True)
class Candidate:
    """A conferral as the reader told it off; `at` is where it was told.

    `subject_only`: nothing but the subject of the verb says who received it. `stands_for`: the body that an officer
    collects for. `above`: the last body in the sentence that introduces the list. `verb`: a verb of receiving told it.
    """

    labels: dict[str, Label]
    at: int
    rule: str
    status: str = "conferred"
    work: Span | None = None
    recipient: Party | None = None
    parent: Party | None = None
    cue: Span | None = None
    subject_only: bool = False
    in_title: bool = False
    stands_for: Party | None = None
    above: Party | None = None
    verb: bool = False

    @property
    def place(self) -> int:
        """Where who has won is named, else where it was told."""
        return self.recipient.start if self.recipient is not None else self.at


@dataclass(slots=True)
class Context:
    """What a stretch of text begins with: labels from above, who is being honoured, and whether a list was announced.

    `above` is the last body that the sentence names which introduces the list; `nominated` the cue by which it tells
    of a short-list.
    """

    labels: dict[str, Label] = field(default_factory=dict)
    subject: Party | None = None
    parent: Party | None = None
    above: Party | None = None
    work: Span | None = None
    listing: bool = False
    verb: bool = False
    works: bool = False
    in_item: bool = False
    nominated: Hit | None = None


@dataclass(slots=True)
class Draft:
    """What has been collected for the next conferral.

    `own`: kinds of label that came with it, not from above. `leads`: the recipient came first, as an item's head.
    `gives`: the verb tells of giving, so its subject does not win. `champion`: the verb itself tells of first place.
    `crowned`: what it tells of is a pageant's crown.
    `counted`: medals are counted behind whose they are.
    `announced_at`: where the verb ends by which a row of winners is announced. `again`: it tells of the prize named before
    (ได้รับรางวัลดังกล่าว). `mark`: where the last thing taken up ends.
    `joined_until`: where the last of several makers of one work ends.
    `nominated`: the cue that tells of a short-list, where no verb of receiving came behind it. `trailing`: kinds of label
    that stand behind the recipient and are its alone; `trails`: each winner of the row has its label behind it.
    `twin`: the prize before, which goes to the same winner, and of what kind is the one that it stands beside.
    """

    labels: dict[str, Label]
    own: set[str] = field(default_factory=set)
    work: Span | None = None
    recipient: Party | None = None
    subject: Party | None = None
    verb: bool = False
    gives: bool = False
    leads: bool = False
    enumerates: bool = False
    announced: bool = False
    announced_at: int = -1
    champion: bool = False
    crowned: bool = False
    again: bool = False
    counted: bool = False
    work_first: bool = False
    work_leads: bool = False
    joined_until: int = -1
    sub_awards: bool = False
    unnamed: bool = False
    joined: list[Party] = field(default_factory=list)
    told: int = 0
    children_told: int = 0
    mark: int = -1
    early: Span | None = None
    nominated: Hit | None = None
    trailing: set[str] = field(default_factory=set)
    trails: bool = False
    at: int = -1
    since: int = 0
    twin: tuple[Label, str] | None = None

    def count_children(self, count: int, inner: Context) -> None:
        """Keeps how many candidates the item below told, and that the draft's own work is not theirs."""
        self.told += count
        self.children_told += count
        if count:
            self.work = None
            if inner.work is not None and inner.subject is self.recipient:
                self.recipient = None  # whose work has won each of the prizes below

    def clear(self) -> None:
        """Drops what cannot serve the next conferral of the line."""
        self.recipient = None
        self.work = None
        self.twin = None
        self.leads = self.work_leads = self.crowned = False
        self.own.clear()
        self.at = -1
