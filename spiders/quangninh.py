"""Cổng thông tin điện tử tỉnh Quảng Ninh. Listing inferred: the home page."""

from crawler.portals.spider import PortalSpider


class QuangNinh(PortalSpider):
    name = "quangninh"
    title = "Cổng thông tin điện tử tỉnh Quảng Ninh"
    unit = "tỉnh Quảng Ninh"
    family = "sharepoint"
    listings = ("https://quangninh.gov.vn/",)
