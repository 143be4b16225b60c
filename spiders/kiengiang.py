"""Cổng thông tin điện tử tỉnh Kiên Giang. Listing inferred: the home page."""

from crawler.portals.spider import PortalSpider


class KienGiang(PortalSpider):
    name = "kiengiang"
    title = "Cổng thông tin điện tử tỉnh Kiên Giang"
    unit = "tỉnh Kiên Giang"
    family = "sharepoint"
    listings = ("https://kiengiang.gov.vn/",)
    status, successor = "moved", "angiang"
