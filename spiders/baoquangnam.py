"""Báo Quảng Nam. Listing inferred: the home page."""

from crawler.portals.spider import PortalSpider


class BaoQuangNam(PortalSpider):
    name = "baoquangnam"
    title = "Báo Quảng Nam"
    unit = "tỉnh Quảng Nam"
    family = "onecms"
    listings = ("https://baoquangnam.vn/",)
    status, successor = "moved", "baodanang"
