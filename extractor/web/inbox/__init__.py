"""Inbox: what came in, and ways to bring in more: a text that is pasted, files that are uploaded.

`listing` finds the articles, `taking` extracts and imports, in the background for files, and `routes` has the addresses.
"""

from extractor.web.inbox.routes import router

__all__ = ["router"]
