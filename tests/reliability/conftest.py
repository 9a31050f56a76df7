"""The scripts' own modules can be imported here, as they are when a script runs."""

from __future__ import annotations

import sys

from tests.conftest import ROOT

sys.path.append(str(ROOT / "scripts"))
