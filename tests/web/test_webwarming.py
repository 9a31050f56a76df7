"""The server gets ready for the first text by itself, after the first page, and its processes end with it."""

from __future__ import annotations

import time
from types import SimpleNamespace
from typing import Any

import pytest
from fastapi import FastAPI

from extractor.web import warming


class Processes:
    def __init__(self, done: list[str], name: str, *, broken: bool = False) -> None:
        self.done, self.name, self.broken = done, name, broken

    def begin(self) -> None:
        self.done.append(f"{self.name} begin")
        if self.broken:
            raise OSError("no process can be made")

    def close(self) -> None:
        self.done.append(f"{self.name} close")


@pytest.fixture
def done(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    told: list[str] = []
    monkeypatch.setattr(warming, "readers", lambda _: Processes(told, "readers"))
    monkeypatch.setattr(warming, "load", lambda: told.append("gazetteers"))
    return told


def served(done: list[str], *, broken: bool = False) -> Any:
    app = FastAPI()
    app.state.settings = SimpleNamespace(seconds=5.0)
    app.state.extractions = Processes(done, "service", broken=broken)
    return app


def wait_for(done: list[str], what: str) -> None:
    deadline = time.monotonic() + 5
    while what not in done and time.monotonic() < deadline:
        time.sleep(0.01)


def test_all_is_made_ready_and_ended(done: list[str]) -> None:
    with warming.warm(served(done), after=0):
        wait_for(done, "gazetteers")
    assert done == ["service begin", "readers begin", "gazetteers", "service close", "readers close"]


def test_a_server_that_ends_at_once_begins_nothing(done: list[str]) -> None:
    with warming.warm(served(done), after=60):
        pass
    assert done == ["service close", "readers close"]


def test_what_cannot_be_made_ready_does_not_end_the_server(done: list[str], caplog: pytest.LogCaptureFixture) -> None:
    with warming.warm(served(done, broken=True), after=0):
        wait_for(done, "service begin")
        time.sleep(0.05)
    assert "could not be made ready" in caplog.text
    assert done[-1] == "readers close"
