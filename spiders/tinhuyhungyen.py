"""Tỉnh ủy Hưng Yên. Listing inferred: the home page."""

from crawler.portals.spider import PortalSpider


class TinhUyHungYen(PortalSpider):
    name = "tinhuyhungyen"
    title = "Tỉnh ủy Hưng Yên"
    unit = "tỉnh Hưng Yên"
    family = "vhv_hungyen"
    listings = ("https://hungyen.dcs.vn/",)
