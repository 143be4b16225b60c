"""Cổng thông tin điện tử tỉnh Bình Thuận. Listing inferred: the home page."""

from crawler.portals.spider import PortalSpider


class BinhThuan(PortalSpider):
    name = "binhthuan"
    title = "Cổng thông tin điện tử tỉnh Bình Thuận"
    unit = "tỉnh Bình Thuận"
    family = "vnpt"
    listings = ("https://binhthuan.gov.vn/",)
    status, successor = "moved", "lamdong"
