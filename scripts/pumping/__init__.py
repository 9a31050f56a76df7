"""Finds the package's regular expressions, and texts on which they take long."""
