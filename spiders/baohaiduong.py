"""Báo Hải Dương. Listing inferred: the home page."""

from crawler.portals.spider import PortalSpider


class BaoHaiDuong(PortalSpider):
    name = "baohaiduong"
    title = "Báo Hải Dương"
    unit = "tỉnh Hải Dương"
    family = "onecms"
    listings = ("https://baohaiduong.vn/",)
    status, successor = "moved", "baohaiphong"
