"""Cổng thông tin điện tử tỉnh Vĩnh Long. Listing inferred: the home page."""

from crawler.portals.spider import PortalSpider


class VinhLong(PortalSpider):
    name = "vinhlong"
    title = "Cổng thông tin điện tử tỉnh Vĩnh Long"
    unit = "tỉnh Vĩnh Long"
    family = "dotnetnuke"
    listings = ("https://vinhlong.gov.vn/",)
