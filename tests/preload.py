"""What every `scrapy` command needs, imported and used once: `tests.forked` forks from here."""

from __future__ import annotations

import os
from functools import cache
from importlib.metadata import entry_points

import apprise
import charset_normalizer
from scrapy import cmdline
from scrapy.settings import Settings
from scrapy.utils.misc import load_object, walk_modules_iter
from scrapy.utils.project import get_project_settings

from crawler.items import Page
from crawler.understand import understand
from tests import fresh

_COMPONENTS = ("EXTENSIONS", "DOWNLOADER_MIDDLEWARES", "SPIDER_MIDDLEWARES", "ITEM_PIPELINES")
_CLASSES = (
    *("SCHEDULER", "SCHEDULER_PRIORITY_QUEUE", "SCHEDULER_MEMORY_QUEUE", "DUPEFILTER_CLASS"),
    *("DOWNLOADER", "ITEM_PROCESSOR", "STATS_CLASS", "LOG_FORMATTER"),
)


def _load(settings: Settings) -> None:
    for name in _COMPONENTS:
        for path in settings.getwithbase(name):  # what is switched off is imported all the same
            if isinstance(path, str):
                load_object(path)
    for handler in settings.getwithbase("DOWNLOAD_HANDLERS").values():
        load_object(handler)
    for name in _CLASSES:
        load_object(settings[name])
    for package in (
        "scrapy.commands",
        "crawler.commands",
        "crawler.alarms",
        "spiders",
    ):
        list(walk_modules_iter(package))


# Every command looks through all that is installed for commands of other packages.
_installed = cache(entry_points)
_installed(group="scrapy.commands")
setattr(cmdline, "entry_points", _installed)  # noqa: B010  (not seen by mypy)
os.environ.setdefault("SCRAPY_SETTINGS_MODULE", "crawler.settings")
_load(get_project_settings())
apprise.Apprise("mailto://bot:x@example.vn")  # loads the channels of all its services
understand(Page(url=None, body=b"<h1>Giao ban</h1><p>Ng\xc3\xa0y 1/2/2024</p>"))
charset_normalizer.from_bytes(b"\x1f\x8b giao ban")  # loads a hundred codecs
fresh.start()
