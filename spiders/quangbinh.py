"""Cổng thông tin điện tử tỉnh Quảng Bình. Listing inferred: the home page."""

from crawler.portals.spider import PortalSpider


class QuangBinh(PortalSpider):
    name = "quangbinh"
    title = "Cổng thông tin điện tử tỉnh Quảng Bình"
    unit = "tỉnh Quảng Bình"
    family = "liferay"
    listings = ("https://quangbinh.gov.vn/",)
    status, successor = "moved", "quangtri"
