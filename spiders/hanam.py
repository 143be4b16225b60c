"""Cổng thông tin điện tử tỉnh Hà Nam. Listing inferred: the home page."""

from crawler.portals.spider import PortalSpider


class HaNam(PortalSpider):
    name = "hanam"
    title = "Cổng thông tin điện tử tỉnh Hà Nam"
    unit = "tỉnh Hà Nam"
    listings = ("https://hanam.gov.vn/",)
    status, successor = "moved", "ninhbinh"
