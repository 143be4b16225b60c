"""Cổng thông tin điện tử tỉnh Sóc Trăng. Listing inferred: the home page."""

from crawler.portals.spider import PortalSpider


class SocTrang(PortalSpider):
    name = "soctrang"
    title = "Cổng thông tin điện tử tỉnh Sóc Trăng"
    unit = "tỉnh Sóc Trăng"
    family = "mdefault"
    listings = ("https://soctrang.gov.vn/",)
    status, successor = "moved", "cantho"
