"""Cổng thông tin điện tử tỉnh Trà Vinh. Listing inferred: the home page."""

from crawler.portals.spider import PortalSpider


class TraVinh(PortalSpider):
    name = "travinh"
    title = "Cổng thông tin điện tử tỉnh Trà Vinh"
    unit = "tỉnh Trà Vinh"
    family = "mdefault"
    listings = ("https://travinh.gov.vn/",)
    status, successor = "moved", "vinhlong"
