"""What is wrong after some nights, and what of it is news."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from crawler.alarms.rules import news, wrong
from output.judged_runs import Run

FULL = {"title": 1.0, "body": 1.0, "published_at": 1.0}


def night(state: str = "ok", day: int = 1, **figures: Any) -> Run:
    usual: dict[str, Any] = {"reason": "why", "new": 4, "read": 4, "coverage": FULL}
    if state != "ok":
        usual |= {"new": 0, "read": 0, "coverage": {}}
    return Run(
        id=day, started_at=f"2026-03-{day:02d}T01:00:00+07:00", state=state, **usual | figures
    )


DATELESS = night(coverage={**FULL, "published_at": 0.25})


@pytest.mark.parametrize("state", ["broken", "blocked", "unreachable"])
def test_a_portal_that_cannot_be_read(state: str) -> None:
    assert wrong([night(), night(state)]) == {"state": f"{state}: why"}


@pytest.mark.parametrize("state", ["ok", "no-news"])
def test_nothing_is_wrong(state: str) -> None:
    assert wrong([night(), night(state)]) == {}
    assert wrong([]) == {}


def test_a_field_found_less_often_than_usual() -> None:
    words = "date found in 25% of the articles, usually 100%"
    assert wrong([night(), DATELESS]) == {"date": words}
    assert wrong([night(), night("no-news"), night("broken"), DATELESS]) == {"date": words}


def test_a_lost_field_stays_lost_and_does_not_become_the_measure() -> None:
    assert "date" in wrong([night(), *[DATELESS] * 30])
    assert "date" in wrong([night(), DATELESS, night("no-news")])
    assert wrong([night(), *[DATELESS] * 30, night()]) == {}


def test_a_portal_that_never_printed_a_field_is_no_alarm() -> None:
    assert wrong([DATELESS, DATELESS]) == {}


def test_few_articles_prove_nothing() -> None:
    assert wrong([night(), replace(DATELESS, read=2)]) == {}
    assert wrong([night(), night(read=5, coverage={**FULL, "body": 0.6})]) == {}
    assert "text" in wrong([night(), night(read=20, coverage={**FULL, "body": 0.6})])


def test_small_swings_are_no_alarm() -> None:
    assert wrong([night(), night(read=90, coverage={**FULL, "body": 0.85})]) == {}


def test_errors() -> None:
    assert wrong([night(), night(errors=2)]) == {}
    assert wrong([night(errors=1), night(errors=3)]) == {"errors": "3 pages failed, usually 1"}
    assert wrong([night(errors=5)]) == {"errors": "5 pages failed, usually 0"}
    # The pages that failed were those of a portal that could not be read: said once.
    assert wrong([night(), night("broken", errors=9)]) == {"state": "broken: why"}


def test_silence_lasts_until_a_new_article() -> None:
    silent = {"articles": "no new articles: why"}
    assert wrong([night(), night("stale")]) == silent
    assert wrong([night(), night("stale"), night("ok", new=0)]) == silent  # an old one was edited
    assert wrong([night(), night("stale"), night()]) == {}


def test_a_portal_that_never_gave_an_article() -> None:
    nothing = [night("no-news"), night("no-news", 30)]
    assert wrong(nothing) == {}
    late = replace(nothing[1], started_at="2026-04-20T01:00:00+07:00")
    assert wrong([*nothing, late]) == {"articles": "not one article in 50 days"}


def announced(run: Run) -> Run:
    return replace(run, announced=True)


def heard(*runs: Run) -> list[str]:
    return news("laichau", runs, wrong(runs))


def test_news_of_a_state() -> None:
    ok, broken = night(), night("broken")
    assert heard(announced(ok), broken) == ["laichau: ok → broken: why"]
    assert heard(announced(ok), announced(broken), broken) == []
    assert heard(announced(broken), night("blocked")) == ["laichau: broken → blocked: why"]
    assert heard(announced(broken), ok) == ["laichau recovered: broken → ok: why"]
    assert heard(announced(broken), night("no-news")) == [
        "laichau recovered: broken → no-news: why"
    ]


def test_everyday_changes_are_no_news() -> None:
    assert heard(announced(night()), night("no-news")) == []
    assert heard(announced(night("no-news")), night()) == []


def test_news_of_the_first_night_is_what_is_wrong() -> None:
    assert heard(night()) == []
    assert heard(night("broken")) == ["laichau: broken: why"]


def test_news_nobody_got_is_owed() -> None:
    ok, broken = night(), night("broken")
    assert heard(announced(ok), broken, broken) == ["laichau: ok → broken: why"]
    assert heard(announced(ok), broken, ok) == []


def test_news_of_the_other_rules() -> None:
    lost = "laichau: date found in 25% of the articles, usually 100%"
    assert heard(announced(night()), DATELESS) == [lost]
    assert heard(announced(night()), announced(DATELESS), night()) == [
        "laichau: date as usual again"
    ]
    assert heard(announced(night()), night("stale")) == ["laichau: no new articles: why"]
    assert heard(announced(night()), announced(night("stale")), night("unreachable")) == [
        "laichau: stale → unreachable: why"
    ]
