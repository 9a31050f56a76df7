"""Tells the article from the page around it."""

from extractor.clean.content import Content, find_content, given_in
from extractor.clean.plain import join_cells, join_notes, join_rows

__all__ = ["Content", "find_content", "given_in", "join_cells", "join_notes", "join_rows"]
