"""The bench's portal as a spider of this project: the module that `SPIDER_MODULES` names."""

import os

from crawler import settings
from crawler.portals.spider import PortalSpider


class Mau(PortalSpider):
    name = "mau"
    title = "Cổng thông tin điện tử huyện Mẫu"
    unit = "UBND huyện Mẫu, tỉnh Lai Châu"
    listings = (os.environ["BENCH_ADDRESS"],)
    custom_settings = {  # noqa: RUF012  (Scrapy's own name for it)
        "DOWNLOADER_MIDDLEWARES": {
            **settings.DOWNLOADER_MIDDLEWARES,
            "crawler.middlewares.pace.PaceMiddleware": None,  # one request at a time, else
        },
    }
