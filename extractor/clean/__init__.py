"""Tells the article from the page around it."""

from extractor.clean.content import Content, find_content, given_in

__all__ = ["Content", "find_content", "given_in"]
