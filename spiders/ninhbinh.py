"""Cổng thông tin điện tử tỉnh Ninh Bình. Listing inferred: the home page."""

from crawler.portals.spider import PortalSpider


class NinhBinh(PortalSpider):
    name = "ninhbinh"
    title = "Cổng thông tin điện tử tỉnh Ninh Bình"
    unit = "tỉnh Ninh Bình"
    family = "vnpt"
    listings = ("https://ninhbinh.gov.vn/",)
