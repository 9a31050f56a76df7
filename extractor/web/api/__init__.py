"""The API for programs: REST below `/api/v1` with its description, and the archive's services for harvesters and OpenRefine.

It is an application of its own within the workbench's, so that what it answers, errors included, is never a page.
"""

from .mounting import mount

__all__ = ["mount"]
