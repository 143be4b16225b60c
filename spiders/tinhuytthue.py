"""Tỉnh ủy Thừa Thiên Huế. Listing inferred: the home page."""

from crawler.portals.spider import PortalSpider


class Tinhuytthue(PortalSpider):
    name = "tinhuytthue"
    title = "Tỉnh ủy Thừa Thiên Huế"
    unit = "tỉnh Thừa Thiên Huế"
    family = "huecit"
    listings = ("https://tinhuytthue.vn/",)
    status, successor = "moved", "thanhuyhue"
