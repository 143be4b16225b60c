"""Tỉnh ủy Vĩnh Long. Listing inferred: the home page."""

from crawler.portals.spider import PortalSpider


class TinhUyVinhLong(PortalSpider):
    name = "tinhuyvinhlong"
    title = "Tỉnh ủy Vĩnh Long"
    unit = "tỉnh Vĩnh Long"
    listings = ("https://vinhlong.dcs.vn/",)
