"""The states of a portal, judged from what a run found."""

from datetime import date

import pytest

from crawler.states import Evidence, judge, rhythm

TODAY = date(2026, 11, 21)
MONTHLY = ["2026-08-20", "2026-09-20", "2026-10-20", "2026-11-10"]


@pytest.mark.parametrize(
    ("evidence", "state"),
    [
        (Evidence(failures=[("broken", "b"), ("unreachable", "u")]), "unreachable"),
        (Evidence(failures=[("broken", "b"), ("blocked", "c")], landed=2), "blocked"),
        (Evidence(failures=[("broken", "no teaser")]), "broken"),
        (Evidence(fetched=4, blank=2, landed=2), "broken"),
        (Evidence(fetched=2, blank=2, landed=0, published=MONTHLY), "no-news"),
        (Evidence(fetched=3, blank=1, landed=2), "ok"),
        (Evidence(published=MONTHLY), "no-news"),
        (Evidence(published=["2026-06-01", "2026-07-01"]), "stale"),
        (Evidence(), "no-news"),
    ],
)
def test_the_first_state_that_holds(evidence: Evidence, state: str) -> None:
    assert judge(evidence, TODAY)[0] == state


def test_the_reason_names_every_failure_of_the_state() -> None:
    evidence = Evidence(failures=[("blocked", "a: 403"), ("broken", "x"), ("blocked", "b: 429")])
    assert judge(evidence, TODAY) == ("blocked", "a: 403; b: 429")


def test_zero_articles_is_never_ok() -> None:
    assert judge(Evidence(fetched=5, blank=0, landed=0), TODAY)[0] != "ok"


@pytest.mark.parametrize(
    ("published", "days"),
    [
        ([], 45),
        (["2026-01-01"], 45),
        (["2026-01-01", "2026-01-03", "2026-01-05"], 45),
        (["2026-01-01", "2026-04-01", "2026-07-01"], 272),  # gaps of 90 and 91 days
        (["2026-07-01T08:00:00+07:00", "2026-07-01T09:00:00+07:00", "2026-08-30"], 180),
    ],
)
def test_rhythm(published: list[str], days: int) -> None:
    assert rhythm(published) == days
