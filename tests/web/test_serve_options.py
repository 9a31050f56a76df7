"""What `extractor serve` is told reaches what serves."""

from __future__ import annotations

from contextlib import nullcontext
from typing import TYPE_CHECKING, Any

from click.testing import CliRunner

from extractor.cli import main
from extractor.web.app import create_app

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from extractor.web.settings import Settings


def test_the_time_limit_of_reading_reaches_pages_the_api_and_what_is_watched(
    monkeypatch: pytest.MonkeyPatch, settings: Settings, tmp_path: Path
):
    served: list[Any] = []
    watched: dict[str, Any] = {}

    class Watching:
        def __init__(self, *_: Any, **told: Any) -> None:
            watched.update(told)

        def start(self) -> None:
            pass

        stop = start

    def create(told: Settings) -> Any:
        served.append(told)
        return create_app(told)

    monkeypatch.setattr("extractor.web.app.create_app", create)
    monkeypatch.setattr("extractor.web.warming.warm", nullcontext)
    monkeypatch.setattr("extractor.web.watching.Watching", Watching)
    monkeypatch.setattr("uvicorn.Server.run", lambda *_: None)
    asked = ["serve", "--database", str(tmp_path / "awards.sqlite"), "--port", "0", "--watch", str(tmp_path)]
    done = CliRunner().invoke(main, [*asked, "--time-limit", "1.5"])
    assert done.exit_code == 0, done.output
    assert (served[0].seconds, watched["seconds"]) == (1.5, 1.5)
    assert create_app(served[0]).state.extractions.seconds == 1.5
    assert CliRunner().invoke(main, [*asked, "--time-limit", "0"]).exit_code == 2
    assert settings.seconds == 5.0
