"""Báo Hòa Bình. Listing inferred: the home page."""

from crawler.portals.spider import PortalSpider


class BaoHoaBinh(PortalSpider):
    name = "baohoabinh"
    title = "Báo Hòa Bình"
    unit = "tỉnh Hòa Bình"
    listings = ("https://baohoabinh.com.vn/",)
    status, successor = "moved", "baophutho"
