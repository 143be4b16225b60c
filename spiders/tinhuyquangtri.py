"""Tỉnh ủy Quảng Trị. Listing inferred: the home page."""

from crawler.portals.spider import PortalSpider


class TinhUyQuangTri(PortalSpider):
    name = "tinhuyquangtri"
    title = "Tỉnh ủy Quảng Trị"
    unit = "tỉnh Quảng Trị"
    family = "mojoportal"
    listings = ("https://tinhuyquangtri.vn/",)
