"""Cổng thông tin điện tử tỉnh Nam Định. Listing inferred: the home page."""

from crawler.portals.spider import PortalSpider


class NamDinh(PortalSpider):
    name = "namdinh"
    title = "Cổng thông tin điện tử tỉnh Nam Định"
    unit = "tỉnh Nam Định"
    family = "sharepoint_tandan"
    listings = ("https://namdinh.gov.vn/",)
    status, successor = "moved", "ninhbinh"
