"""The states of a portal, judged from what a run found."""

from datetime import date

from crawler.runs.findings import RunFindings, judge, rhythm
from tests.tables import table

TODAY = date(2026, 11, 21)
DOWN = ("unreachable", "answered 500")
MONTHLY = ["2026-08-20", "2026-09-20", "2026-10-20", "2026-11-10"]


@table(
    "findings, state",
    [
        (RunFindings(failures=[("broken", "b"), ("unreachable", "u")]), "unreachable"),
        (RunFindings(failures=[("broken", "b"), ("blocked", "c")], landed=2), "blocked"),
        (RunFindings(failures=[("broken", "no teaser")]), "broken"),
        (RunFindings(failures=[("blocked", "b"), ("moved", "m")]), "moved"),
        (RunFindings(fetched=4, unread=2, landed=2), "broken"),
        (RunFindings(fetched=3, unread=1, landed=2), "ok"),
        (RunFindings(fetched=300, unread=280, refused=280, landed=20), "blocked"),
        # announced and not read is never a quiet night, however few
        (
            RunFindings(fetched=1, unread=1, announced=1, unread_why=[("unreachable", "500")]),
            "unreachable",
        ),
        (RunFindings(fetched=2, unread=2, announced=2, published=MONTHLY), "broken"),
        # an article that is gone is none of them
        (RunFindings(fetched=1, unread=1, published=MONTHLY), "no-news"),
        # what could not be read yesterday either is known, where the rest is read
        (RunFindings(fetched=5, unread=5, known_unread=5, stored=20), "no-news"),
        (RunFindings(fetched=5, unread=5, known_unread=5, stored=0), "broken"),
        (RunFindings(fetched=5, unread=5, known_unread=4, stored=20), "broken"),
        # while articles that were read once are all away, nothing has recovered
        (RunFindings(fetched=5, unread=5, known_unread=5, lost=5, stored=20), "broken"),
        (RunFindings(fetched=6, unread=5, known_unread=5, lost=5, stored=20), "no-news"),
        (RunFindings(published=MONTHLY), "no-news"),
        (RunFindings(published=["2026-06-01", "2026-07-01"]), "stale"),
        (RunFindings(), "no-news"),
    ],
)
def test_the_first_state_that_holds(findings: RunFindings, state: str) -> None:
    assert judge(findings, TODAY)[0] == state


def test_the_reason_names_every_failure_of_the_state() -> None:
    findings = RunFindings(failures=[("blocked", "a: 403"), ("broken", "x"), ("blocked", "b: 429")])
    assert judge(findings, TODAY) == ("blocked", "a: 403; b: 429")


def test_zero_articles_is_never_ok() -> None:
    assert judge(RunFindings(fetched=5, unread=0, landed=0), TODAY)[0] != "ok"


@table(
    "published, days",
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
