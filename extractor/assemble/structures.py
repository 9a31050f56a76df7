"""The structures in which articles tell prizes and winners otherwise than clause by clause: tables, rows, blocks, lists, rolls.

Each reader puts what its structure tells in the place of what was read from left to right, or of what a reader before it made of
the same lines; so their order matters: the narrower comes after the wider.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.assemble.blocks import read_blocks
from extractor.assemble.class_rows import read_class_rows
from extractor.assemble.classes_ahead import read_classes_ahead
from extractor.assemble.counted_lists import read_counted
from extractor.assemble.entries import read_entries
from extractor.assemble.given_first import read_given_first
from extractor.assemble.headed_lines import read_headed
from extractor.assemble.in_turn import read_in_turn
from extractor.assemble.item_prizes import read_item_prizes
from extractor.assemble.joined_works import read_joined_works
from extractor.assemble.likewise import read_likewise
from extractor.assemble.own_prizes import read_own_prizes
from extractor.assemble.pairs import without_partners
from extractor.assemble.part_rows import read_part_rows, read_parts_behind
from extractor.assemble.placings import read_placings
from extractor.assemble.prize_lists import read_prize_lists
from extractor.assemble.prize_paragraphs import read_prize_paragraphs
from extractor.assemble.prize_sheets import read_sheets
from extractor.assemble.rank_blocks import read_rank_blocks
from extractor.assemble.rank_tables import read_rank_tables
from extractor.assemble.rankings import read_rankings
from extractor.assemble.result_tables import read_tables
from extractor.assemble.royal_honours import read_royal_honours
from extractor.assemble.score_rows import read_scores
from extractor.assemble.title_lines import read_title_lines
from extractor.assemble.title_makers import credit_makers
from extractor.assemble.vitae import read_vitae
from extractor.assemble.winner_lines import read_winner_lines
from extractor.assemble.winner_rows import read_winner_rows
from extractor.assemble.yearly import read_yearly

if TYPE_CHECKING:
    from collections.abc import Callable

    from extractor.assemble.draft import Candidate
    from extractor.assemble.findings import Findings

_READERS: tuple[Callable[[Findings, list[Candidate]], list[Candidate]], ...] = (
    # rows and tables of winners and ranks
    read_winner_rows,
    read_tables,
    read_rank_tables,
    read_scores,
    read_rankings,
    read_in_turn,
    read_part_rows,
    read_parts_behind,
    # what one winner or clause is told to have
    read_classes_ahead,
    read_given_first,
    read_own_prizes,
    read_item_prizes,
    read_prize_paragraphs,
    # lists whose lines stand for each other
    read_title_lines,
    read_entries,
    read_placings,
    read_prize_lists,
    read_sheets,
    read_blocks,
    read_vitae,
    read_yearly,
    credit_makers,
    read_headed,
    read_class_rows,
    read_rank_blocks,
    read_winner_lines,
    read_counted,
    # what is told of winners found so far
    read_joined_works,
    read_likewise,
    read_royal_honours,
    without_partners,
)


def read_structures(findings: Findings, candidates: list[Candidate]) -> list[Candidate]:
    """The candidates as the structures tell them.

    Args:
        findings: what matching found.
        candidates: what was read clause by clause.
    """
    for read in _READERS:
        candidates = read(findings, candidates)
    return candidates
