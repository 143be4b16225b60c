"""Cổng thông tin điện tử tỉnh Long An. Listing inferred: the home page."""

from crawler.portals.spider import PortalSpider


class LongAn(PortalSpider):
    name = "longan"
    title = "Cổng thông tin điện tử tỉnh Long An"
    unit = "tỉnh Long An"
    family = "vnpt"
    listings = ("https://longan.gov.vn/",)
    status, successor = "moved", "tayninh"
