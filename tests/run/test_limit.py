from __future__ import annotations

import json
import re
import signal
import threading
import time

import pytest

from extractor import lexicon, pipeline
from extractor.models import Article
from extractor.read import Reject
from extractor.run.limit import OutOfTimeError, stage_of, time_limit
from extractor.run.outcomes import record_of, warm_up

pytestmark = pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="this system has no timer of processor time")

NEVER = re.compile(r"(?:a|a)*$")  # doubles its time with each letter


def test_a_regular_expression_is_ended():
    begun = time.process_time()
    with pytest.raises(OutOfTimeError, match=r"0\.2 s"), time_limit(0.2):
        NEVER.match("a" * 60 + "!")
    assert time.process_time() - begun < 20


def test_what_is_fast_enough_is_left_alone_and_nothing_comes_later():
    before = signal.getsignal(signal.SIGVTALRM)
    for _ in range(3):
        with time_limit(0.3):
            pass
    until = time.process_time() + 0.5
    while time.process_time() < until:
        pass
    assert signal.getsignal(signal.SIGVTALRM) == before


def test_waiting_costs_nothing():
    with time_limit(0.05):
        time.sleep(0.3)


def test_zero_is_no_limit_and_neither_has_a_thread_one():
    def work():
        with time_limit(0.01):
            until = time.process_time() + 0.1
            while time.process_time() < until:
                pass
        done.append(1)

    done = []
    with time_limit(0):
        pass
    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert done == [1]


def within(module, code):
    """A function of the name `work` as if it stood in `module`."""
    place = {"__name__": module, "NEVER": NEVER}
    exec(code, place)
    return place["work"]


def test_an_article_out_of_time_is_set_aside_with_its_stage(monkeypatch):
    endless = within("extractor.match.people", "def work(*_, **__):\n    NEVER.match('a' * 60 + '!')")
    gazetteers = lexicon.load()
    warm_up(gazetteers)
    monkeypatch.setattr(pipeline, "find_people", endless)
    reject = record_of(Article(id="ช้า", text="นายสมชาย ใจดี ได้รับรางวัล", source="a.jsonl:4", meta={"n": 4}), gazetteers, 0.2)
    assert isinstance(reject, Reject)
    assert (reject.id, reject.source, reject.stage) == ("ช้า", "a.jsonl:4", "match")
    assert reject.error == "the extraction took more than 0.2 s of processor time"
    assert "--time-limit" in reject.remedy
    assert json.loads(reject.raw) == {"id": "ช้า", "text": "นายสมชาย ใจดี ได้รับรางวัล", "n": 4}  # to be given again as it is


@pytest.mark.parametrize(
    ("module", "stage"),
    [
        ("extractor.assemble.rows", "assemble"),
        ("extractor.normalise", "normalise"),
        ("extractor.pipeline", "extract"),
        ("extractor", "extract"),
        ("re", "extract"),
    ],
)
def test_the_stage_is_the_part_of_the_package_in_which_it_arose(module, stage):
    with pytest.raises(ZeroDivisionError) as caught:
        within(module, "def work():\n    1 / 0")()
    assert stage_of(caught.value) == stage
