"""Báo Phú Yên. Listing inferred: the home page."""

from crawler.portals.spider import PortalSpider


class BaoPhuYen(PortalSpider):
    name = "baophuyen"
    title = "Báo Phú Yên"
    unit = "tỉnh Phú Yên"
    family = "press_hash"
    listings = ("https://phuyen.baodaklak.vn/",)
