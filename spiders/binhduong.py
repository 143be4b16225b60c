"""Cổng thông tin điện tử tỉnh Bình Dương. Listing inferred: the home page."""

from crawler.portals.spider import PortalSpider


class BinhDuong(PortalSpider):
    name = "binhduong"
    title = "Cổng thông tin điện tử tỉnh Bình Dương"
    unit = "tỉnh Bình Dương"
    listings = ("https://binhduong.gov.vn/",)
    status, successor = "moved", "hochiminhcity"
