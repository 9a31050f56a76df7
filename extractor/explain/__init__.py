"""Shows a record beside its article, so that a person sees where every value came from and why.

`render_html` gives one self-contained page, `render_terminal` the same for a terminal.
"""

from extractor.explain.page import render_html, render_html_many
from extractor.explain.terminal import render_terminal

__all__ = ["render_html", "render_html_many", "render_terminal"]
