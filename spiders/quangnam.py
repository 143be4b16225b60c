"""Cổng thông tin điện tử tỉnh Quảng Nam. Listing inferred: the home page."""

from crawler.portals.spider import PortalSpider


class QuangNam(PortalSpider):
    name = "quangnam"
    title = "Cổng thông tin điện tử tỉnh Quảng Nam"
    unit = "tỉnh Quảng Nam"
    family = "webcenter"
    listings = ("https://quangnam.gov.vn/",)
    status, successor = "moved", "danang"
