"""Tỉnh ủy Bắc Giang. Listing inferred: the home page."""

from crawler.portals.spider import PortalSpider


class TinhUyBacGiang(PortalSpider):
    name = "tinhuybacgiang"
    title = "Tỉnh ủy Bắc Giang"
    unit = "tỉnh Bắc Giang"
    listings = ("https://tinhuybacgiang.org.vn/",)
    status = "gone"
