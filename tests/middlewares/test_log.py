"""The log names pages and says what happened: no page, no secret, no traceback of a full disk."""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Iterator
from typing import Any

import pytest
from scrapy.exceptions import DownloadTimeoutError
from twisted.python.failure import Failure

from crawler.conceal import conceal
from crawler.extensions.logformatter import LONGEST, BriefLogFormatter
from crawler.items import Article, Page, Reading, Report
from crawler.middlewares.failures import diagnose
from tests.middlewares.stubs import OnePortal, StubCrawler
from tests.tables import table

BODY = "Mặt trận các cấp vận động được quỹ người nghèo. " * 4000
PAGE = Page(url="https://mau.gov.vn/giao-ban-1.html", body=BODY.encode(), raw=BODY.encode())
REPORT = Report(
    page=PAGE,
    article=Article(url=PAGE.url, body=BODY),
    reading=Reading(is_giao_ban=True),
    extractor_version=1,
)


@pytest.fixture
def formatter() -> Iterator[BriefLogFormatter]:
    before = logging.getLogRecordFactory()
    names = ("scrapy", "charset_normalizer", "scrapy.middleware", "scrapy.crawler")
    levels = {name: logging.getLogger(name).level for name in names}
    yield BriefLogFormatter.from_crawler(StubCrawler(OnePortal()))  # type: ignore[arg-type]
    logging.setLogRecordFactory(before)
    for name, level in levels.items():
        logging.getLogger(name).setLevel(level)


def logged(
    caplog: pytest.LogCaptureFixture, result: Any, error: BaseException | None = None
) -> str:
    """Return what Scrapy's log shows of a formatter's result."""
    exc_info = (type(error), error, error.__traceback__) if error else None
    logging.getLogger("scrapy").log(logging.ERROR, result["msg"], result["args"], exc_info=exc_info)
    return caplog.text


@pytest.mark.parametrize("item", [PAGE, REPORT])
@pytest.mark.parametrize("how", ["scraped", "dropped", "item_error"])
def test_items_are_named_and_not_printed(
    formatter: BriefLogFormatter, caplog: pytest.LogCaptureFixture, item: object, how: str
) -> None:
    spider = StubCrawler(OnePortal()).spider
    error = () if how == "scraped" else (ValueError("no title"),)
    result = getattr(formatter, how)(item, *error, None, spider)
    text = logged(caplog, result)
    assert "https://mau.gov.vn/giao-ban-1.html" in text
    assert "quỹ" not in text
    assert len(text) < 300


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (sqlite3.OperationalError("database or disk is full"), "the disk is full"),
        (OSError(28, "No space left on device"), "the disk is full"),
        (sqlite3.DatabaseError("database disk image is malformed"), "it is damaged"),
        (DownloadTimeoutError("Getting … took longer"), "it did not answer in time"),
    ],
)
def test_what_is_no_fault_of_the_program_is_one_line(
    formatter: BriefLogFormatter,
    caplog: pytest.LogCaptureFixture,
    error: Exception,
    words: str,
) -> None:
    result = formatter.item_error(REPORT, error, None, StubCrawler(OnePortal()).spider)  # type: ignore[arg-type]
    text = logged(caplog, result, error)
    assert text.endswith(f"Error processing https://mau.gov.vn/giao-ban-1.html: {words}\n")
    assert text.count("\n") == 1


def test_a_fault_of_the_program_keeps_its_traceback_within_bounds(
    formatter: BriefLogFormatter, caplog: pytest.LogCaptureFixture
) -> None:
    try:
        raise ValueError(BODY)
    except ValueError as error:
        logging.getLogger("scrapy").error("%s", BODY, exc_info=error)
    assert "test_log.py" in caplog.text
    assert len(caplog.text) < 12_000
    assert len(caplog.messages[0]) <= LONGEST + 10


SECRETS = {
    "https_proxy": "http://nam:m%40t-khau@proxy.vn:3128\n",
    "http_proxy": "http://nam:pa/ss-w0rd@proxy.vn:3128",
    "GIAOBAN_ALARM_URLS": (
        "tgram://71234567:AAF-tokentoken/-100123\nslack://T1JJ3T3L2/A1BRTD4JD/TIiajkdnlazkcOXrIdev\n"
        "mailtos://an:mat-khau-thu@smtp.example.vn:587?to=binh@example.vn"
    ),
    "GIAOBAN_ALARM_TOKEN": "71234567:AAF-tokentoken\n",
}


@table(
    "text",
    [
        "cannot connect to http://nam:m%40t-khau@proxy.vn:3128",
        "Proxy-Authorization: Basic bmFtOm1AdC1raGF1",
        "login m@t-khau refused",
        "Port could not be cast to integer value as 'pa', rest 'ss-w0rd'",
        "POST https://api.telegram.org/bot71234567:AAF-tokentoken/sendMessage",
        "InvalidURL: '/bot71234567:AAF-tokentoken\\n/sendMessage'",
        "https://hooks.slack.com/services/T1JJ3T3L2/A1BRTD4JD/TIiajkdnlazkcOXrIdev",
        "535 authentication of an:mat-khau-thu failed",
    ],
)
def test_secrets_are_hidden_wherever_they_turn_up(text: str) -> None:
    shown = conceal(text, SECRETS)
    assert "***" in shown
    for secret in ("khau", "tokentoken", "TIiaj", "bmFt", "w0rd"):
        assert secret not in shown


@table(
    "name, value, text",
    [
        ("http_proxy", "nam:m%40t-khau@proxy.vn:3128", "a proxy without a scheme: m@t-khau"),
        ("http_proxy", "http://nam:m t-khau!@proxy.vn", "m%20t-khau%21 m+t-khau%21 m%20t-khau!"),
        ("http_proxy", "http://nam:m%2ft%c3%aa-khau@proxy.vn", "m%2Ft%C3%AA-khau or m/tê-khau"),
        ("http_proxy", "http://nam:m't-\"khau@proxy.vn", repr("m't-\"khau")),
        ("http_proxy", "http://nam:m@t-khau@proxy.vn", "no such host as t-khau@proxy.vn"),
        (
            "GIAOBAN_ALARM_URLS",
            "tgram://7123:AAF-m-t-khau/1",
            "bot7123%3AAAF-m-t-khau AAF-m-t-khau",
        ),
    ],
)
def test_secrets_are_hidden_in_every_spelling(name: str, value: str, text: str) -> None:
    shown = conceal(text, {name: value})
    assert "***" in shown and "khau" not in shown


def test_nothing_that_is_logged_acts_on_a_terminal(
    formatter: BriefLogFormatter, caplog: pytest.LogCaptureFixture
) -> None:
    logging.getLogger("scrapy").error("a\nb %s", "\x1b[31m giao \u202eban\x9b2J\x07")
    assert caplog.messages == ["a\nb  [31m giao  ban 2J "]


def test_what_is_no_secret_is_shown() -> None:
    text = "smtp.example.vn: the connection was refused; proxy.vn:3128"
    assert conceal(text, SECRETS) == text
    assert conceal(text, {"no_proxy": "localhost", "HOME": "/root"}) == text


def test_reasons_and_log_hold_no_secret(
    formatter: BriefLogFormatter,
    caplog: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("https_proxy", SECRETS["https_proxy"])
    error = RuntimeError("no way through http://nam:m%40t-khau@proxy.vn:3128")
    assert "khau" not in diagnose(Failure(error))[1]
    logging.getLogger("scrapy").error("%s", error, exc_info=error)
    assert "khau" not in caplog.text
