"""Cổng thông tin điện tử tỉnh Hà Giang. Listing inferred: the home page."""

from crawler.portals.spider import PortalSpider


class HaGiang(PortalSpider):
    name = "hagiang"
    title = "Cổng thông tin điện tử tỉnh Hà Giang"
    unit = "tỉnh Hà Giang"
    family = "vhv"
    listings = ("https://hagiang.gov.vn/",)
    status, successor = "moved", "tuyenquang"
