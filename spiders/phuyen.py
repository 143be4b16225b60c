"""Cổng thông tin điện tử tỉnh Phú Yên. Listing inferred: the home page."""

from crawler.portals.spider import PortalSpider


class PhuYen(PortalSpider):
    name = "phuyen"
    title = "Cổng thông tin điện tử tỉnh Phú Yên"
    unit = "tỉnh Phú Yên"
    listings = ("https://phuyen.gov.vn/",)
    status, successor = "moved", "daklak"
