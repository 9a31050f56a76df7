"""How well the records agree with gold: measures, their intervals, and a report of every disagreement to read.

The measures are those of the project's reference scorer; `MEASURES` names them.
"""

from extractor.evaluate.compare import Disagreement, Row, Tally
from extractor.evaluate.gold import GoldArticle, GoldError, GoldRecord, read_gold
from extractor.evaluate.measures import MEAN_AWARD_FIELDS, MEASURES, Evaluation, Mean, Score, check_floors, evaluate
from extractor.evaluate.report import render_table, write_report

__all__ = [
    "MEAN_AWARD_FIELDS",
    "MEASURES",
    "Disagreement",
    "Evaluation",
    "GoldArticle",
    "GoldError",
    "GoldRecord",
    "Mean",
    "Row",
    "Score",
    "Tally",
    "check_floors",
    "evaluate",
    "read_gold",
    "render_table",
    "write_report",
]
