"""Whole nights over the sample portals: one message with what changed, none where nothing did."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from tests.alarms.stubs import MailServer
from tests.conftest import Base
from tests.sample_portals import SampleArticle, SamplePortals


def address(port: int) -> str:
    return f"mailto://127.0.0.1:{port}?from=bot@example.vn&to=an@example.vn\n"


NIGHT = ("crawlall", "huonghoa", "laichau", "thuathienhue")


@pytest.fixture
def mail(monkeypatch: pytest.MonkeyPatch) -> Iterator[MailServer]:
    with MailServer() as server:
        monkeypatch.setenv("GIAOBAN_ALARM_URLS", address(server.port))
        yield server


@pytest.fixture
def settled(crawled_before: Base, mail: MailServer) -> Base:
    """Two nights have passed, and there was nothing to say."""
    crawled_before.run(*NIGHT)
    assert mail.mails == []
    return crawled_before


@pytest.mark.slow
def test_nights_that_break_stay_broken_and_recover(
    settled: Base, world: SamplePortals, mail: MailServer
) -> None:
    world["laichau"].mode, world["thuathienhue"].mode = "down", "empty"
    settled.run(*NIGHT)
    [text] = mail.texts()
    down, empty = text.splitlines()
    assert re.fullmatch("laichau: no-news → unreachable: https://.*: answered 502", down)
    assert re.fullmatch("thuathienhue: no-news → broken: https://.*: no teaser .*", empty)
    assert mail.mails[0]["Subject"] == "Giao Ban: news of laichau, thuathienhue"

    settled.run(*NIGHT)
    assert len(mail.mails) == 1

    world["laichau"].mode = "ok"
    settled.run("crawl", "laichau")
    world["thuathienhue"].mode = "ok"
    settled.run(*NIGHT)
    up, full = mail.texts()[1:]
    assert re.match("laichau recovered: unreachable → no-news: ", up)
    assert re.match("thuathienhue recovered: broken → no-news: ", full)
    settled.run(*NIGHT)
    assert len(mail.mails) == 3


def test_old_portals_are_told_of_once(crawled_before: Base, mail: MailServer) -> None:
    for _ in range(2):
        crawled_before.run("crawlall", "la34", "laichau")
    [text] = mail.texts()
    assert text.startswith("la34: no new articles: the newest article is 514 days old")
    assert len(text.splitlines()) == 1


def test_a_lost_field(crawled_before: Base, world: SamplePortals, mail: MailServer) -> None:
    portal = world["huonghoa"]
    scans = [
        SampleArticle(
            title=f"Huyện ủy giao ban công tác Đảng tháng {month} năm 2026 (văn bản kèm theo)",
            published_at=f"2026-{month:02d}-28T09:00:00+07:00",
            traits=frozenset({"pdf-only"}),
            attachments=[(f"giao-ban-{month}.pdf", f"/Data/Sites/12/media/giao-ban-{month}.pdf")],
        )
        for month in range(1, 7)
    ]
    for scan in scans:
        portal.add(scan)
    crawled_before.run("crawl", "huonghoa")
    [lost] = mail.texts()[0].splitlines()
    assert re.fullmatch(r"huonghoa: text found in \d{1,2}% of the articles, usually \d+%", lost)


@pytest.mark.slow
def test_a_message_nobody_got_is_sent_the_next_night(
    settled: Base, world: SamplePortals, mail: MailServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    world["laichau"].mode = "forbidden"
    monkeypatch.setenv("GIAOBAN_ALARM_URLS", address(9))
    lines = settled.run(*NIGHT).stderr.splitlines()
    assert sum("alarm" in line for line in lines) == 1
    assert sum("no alarm by E-Mail: " in line for line in lines) == 1
    assert not any("Traceback" in line or "Deprecat" in line for line in lines)
    monkeypatch.setenv("GIAOBAN_ALARM_URLS", address(mail.port))
    settled.run(*NIGHT)
    settled.run(*NIGHT)
    [text] = mail.texts()
    assert text.startswith("laichau: no-news → blocked: ")


def test_alarms_set_up_late_tell_what_is_wrong_then(
    base: Base, world: SamplePortals, mail: MailServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    world["laichau"].mode = "empty"
    with monkeypatch.context() as unset:
        unset.delenv("GIAOBAN_ALARM_URLS")
        base.run("crawl", "laichau", code=1)
    assert mail.mails == []
    base.run("crawl", "laichau", code=1)
    assert [text.split(": ")[:2] for text in mail.texts()] == [["laichau", "broken"]]
