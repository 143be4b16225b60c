"""Cổng thông tin điện tử tỉnh Kon Tum. Listing inferred: the home page."""

from crawler.portals.spider import PortalSpider


class KonTum(PortalSpider):
    name = "kontum"
    title = "Cổng thông tin điện tử tỉnh Kon Tum"
    unit = "tỉnh Kon Tum"
    family = "dotnetnuke"
    listings = ("https://kontum.gov.vn/",)
    status, successor = "moved", "quangngai"
