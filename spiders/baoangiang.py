"""Báo và phát thanh, truyền hình An Giang. Listing inferred: the family's search."""

from crawler.portals.spider import PortalSpider


class BaoAnGiang(PortalSpider):
    name = "baoangiang"
    title = "Báo và phát thanh, truyền hình An Giang"
    unit = "tỉnh An Giang"
    family = "press_a"
    listings = ("https://baoangiang.com.vn/tim-kiem/giao-ban.html",)
