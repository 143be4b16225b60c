"""Báo Hà Nam. Listing inferred: the home page."""

from crawler.portals.spider import PortalSpider


class BaoHaNam(PortalSpider):
    name = "baohanam"
    title = "Báo Hà Nam"
    unit = "tỉnh Hà Nam"
    listings = ("https://baohanam.com.vn/",)
    status, successor = "moved", "baoninhbinh"
