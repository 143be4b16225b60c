"""Cổng thông tin điện tử tỉnh Cà Mau. Listing inferred: the home page."""

from crawler.portals.spider import PortalSpider


class CaMau(PortalSpider):
    name = "camau"
    title = "Cổng thông tin điện tử tỉnh Cà Mau"
    unit = "tỉnh Cà Mau"
    family = "vnpt"
    listings = ("https://camau.gov.vn/",)
