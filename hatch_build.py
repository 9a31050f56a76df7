"""Puts the compiled modules into the wheel where EXTRACTOR_COMPILED is set (`make wheel COMPILED=1`)."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompiledModules(BuildHookInterface):  # type: ignore[type-arg]
    """A wheel for this system and this Python, of what `scripts/compiled.py` has built."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Add the modules; without the variable the wheel is one for every system."""
        if version != "standard" or not os.environ.get("EXTRACTOR_COMPILED"):
            return
        built = Path(self.root, "build", "compiled")
        made = [path for path in built.rglob("*") if path.suffix in {".so", ".pyd"}]
        if not made:
            raise FileNotFoundError(f"no compiled modules in {built}; run scripts/compiled.py first, or `make wheel COMPILED=1`")
        build_data["force_include"].update({str(path): str(path.relative_to(built)) for path in made})
        build_data["pure_python"] = False
        build_data["infer_tag"] = True
