"""Báo Thái Bình. Listing inferred: the home page."""

from crawler.portals.spider import PortalSpider


class BaoThaiBinh(PortalSpider):
    name = "baothaibinh"
    title = "Báo Thái Bình"
    unit = "tỉnh Thái Bình"
    family = "mediatech"
    listings = ("https://baothaibinh.com.vn/",)
    status, successor = "moved", "baohungyen"
