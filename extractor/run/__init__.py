"""Extraction from many articles: over several processes, within bounds of time and memory, resumable after a kill.

    items → batches → shards → workers → outcomes → output

`batches` cuts the input, `workers` extracts batch by batch and keeps their order, `shards` keeps what is done beside the
output until all is, `outcomes` is what becomes of one article, `limit` what bounds its time, and `files` ties them together.
"""

from __future__ import annotations

from extractor.run.files import Options, Totals, Watcher, extract_files
from extractor.run.outcomes import extract_all

__all__ = ["Options", "Totals", "Watcher", "extract_all", "extract_files"]
