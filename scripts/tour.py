"""Makes the pictures of README's tour of the workbench: docs/tour-*.png.

Run as `make tour`; it needs a Chromium (`CHROMIUM=/path/to/it`, or one on the PATH). An archive is built of the corpus, served
at this machine, and looked at; nothing is kept of it but the pictures.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from playwright.sync_api import sync_playwright

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Page

ROOT = Path(__file__).resolve().parent.parent
SIZE = {"width": 1200, "height": 760}
COMMAND = [sys.executable, "-m", "extractor.cli"]


def main() -> None:
    """Make the pictures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--output", type=Path, default=ROOT / "docs", metavar="DIR", help="where they go (default: docs/)")
    options = parser.parse_args()

    names = (os.environ.get("CHROMIUM", ""), "chromium", "chromium-browser", "google-chrome")
    browser = next((found for name in names if name and (found := shutil.which(name))), None)
    if browser is None:
        sys.exit("no Chromium is on this machine; install one, or name it: CHROMIUM=/path/to/chromium make tour")
    with served() as address, sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=browser, args=["--no-sandbox", "--hide-scrollbars"])
        page = chromium.new_page(viewport=SIZE, color_scheme="light", locale="th-TH")  # type: ignore[arg-type]
        for name, go in {"inbox": inbox, "review": review, "browse": browse, "award": award}.items():
            go(page, address)
            page.screenshot(path=options.output / f"tour-{name}.png")
            print(f"made: {options.output / f'tour-{name}.png'}")
        chromium.close()


@contextmanager
def served() -> Iterator[str]:
    """The address at which an archive of the corpus is served meanwhile."""
    with tempfile.TemporaryDirectory() as folder:
        archive = Path(folder) / "awards.sqlite"
        here = {**os.environ, "PYTHONPATH": str(ROOT)}
        subprocess.run(
            [*COMMAND, "archive", "import", ROOT / "corpus", "--outlet", "คลังข่าวตัวอย่าง", "--database", archive, "-q"],
            env=here,
            check=True,
        )
        server = subprocess.Popen(
            [*COMMAND, "serve", "--port", "0", "--database", archive], env=here, stderr=subprocess.PIPE, text=True
        )
        assert server.stderr is not None
        try:
            address = next((found[0] for line in server.stderr if (found := re.search(r"http://[\d.]+:\d+", line))), None)
            if address is None:
                sys.exit("the workbench did not start")
            yield address
        finally:
            server.terminate()
            server.wait()


def inbox(page: Page, address: str) -> None:
    """What came in."""
    page.goto(f"{address}/inbox")


def review(page: Page, address: str) -> None:
    """An article beside its record, one value's evidence lit."""
    page.goto(f"{address}/inbox?since=2013-11-01&until=2013-11-30")
    page.get_by_role("link", name=re.compile("ชุมชนปลอดขยะ")).first.click()
    page.locator(".value.mention-recipient").first.hover()


def browse(page: Page, address: str) -> None:
    """A search with its facets."""
    page.goto(f"{address}/browse?q=กรม")


def award(page: Page, address: str) -> None:
    """The page of an award."""
    page.goto(f"{address}/award/lert-rat")


if __name__ == "__main__":
    main()
