"""Where fixed words stand, as the matchers ask for it: `extractor.anchors`."""

from extractor.anchors import MARKED_DIGITS, Anchored, Ending, Words

__all__ = ["MARKED_DIGITS", "Anchored", "Ending", "Words"]
