"""Runs the command line as `python -m extractor.cli`."""

from extractor.cli import main

main()
