"""Cổng thông tin điện tử tỉnh Ninh Thuận. Listing inferred: the home page."""

from crawler.portals.spider import PortalSpider


class NinhThuan(PortalSpider):
    name = "ninhthuan"
    title = "Cổng thông tin điện tử tỉnh Ninh Thuận"
    unit = "tỉnh Ninh Thuận"
    family = "sharepoint_tandan"
    listings = ("https://ninhthuan.gov.vn/",)
    status, successor = "moved", "khanhhoa"
