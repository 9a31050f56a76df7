"""A page of figures and pictures about an archive: who won what, where, and how good the data is.

`figures` counts, `page` draws. The page stands alone: its charts (plotly) and styles are within it, so that it opens without a
network, and each chart has its figures in a table beneath it for those who read or print without script.
"""

from extractor.archive.report.figures import Count, Figures, Pair, figures
from extractor.archive.report.page import render

__all__ = ["Count", "Figures", "Pair", "figures", "render"]
