"""A crawler as far as a middleware looks at one."""

from __future__ import annotations

from typing import Any

from scrapy import Spider, signals
from scrapy.settings import Settings
from scrapy.signalmanager import SignalManager


class Stats:
    """Scrapy's collector, as far as it is used."""

    def __init__(self) -> None:
        self.values: dict[str, Any] = {}

    def inc_value(self, name: str, count: int = 1, start: int = 0) -> None:
        self.values[name] = self.values.get(name, start) + count

    def set_value(self, name: str, value: Any) -> None:
        self.values[name] = value

    def get_value(self, name: str, default: Any = None) -> Any:
        return self.values.get(name, default)

    def get_stats(self) -> dict[str, Any]:
        return self.values


class StubCrawler:
    """Holds the settings of the project, statistics, signals and a spider."""

    def __init__(self, spider: Spider | None = None, **settings: Any) -> None:
        self.settings = Settings()
        self.settings.setmodule("crawler.settings")
        self.settings.update(settings)
        self.stats = Stats()
        self.signals = SignalManager(self)
        self.spider = spider
        self.engine = None
        if spider is not None:
            spider.crawler = self  # type: ignore[assignment]

    def close(self) -> None:
        """Tell everybody that the spider has closed."""
        self.signals.send_catch_log(signals.spider_closed, spider=self.spider, reason="finished")


class OnePortal(Spider):
    """A portal as a spider declares it."""

    name = "mau"
    host = "mau.gov.vn"
    listings: tuple[str, ...] = ("https://mau.gov.vn/tin-tuc",)
