"""Huyện Đức Linh, Bình Thuận. Listing inferred: the home page."""

from crawler.portals.spider import PortalSpider


class DucLinh(PortalSpider):
    name = "duclinh"
    title = "Huyện Đức Linh"
    unit = "huyện Đức Linh, Bình Thuận"
    family = "vnpt"
    listings = ("https://duclinh.binhthuan.gov.vn/",)
    status = "gone"
