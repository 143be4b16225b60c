"""Báo và phát thanh, truyền hình Lai Châu. Listing inferred: the home page."""

from crawler.portals.spider import PortalSpider


class BaoLaiChau(PortalSpider):
    name = "baolaichau"
    title = "Báo và phát thanh, truyền hình Lai Châu"
    unit = "tỉnh Lai Châu"
    family = "baolaichau"
    listings = ("https://baolaichau.vn/",)
