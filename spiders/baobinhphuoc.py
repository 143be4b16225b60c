"""Báo Bình Phước. Listing inferred: the home page."""

from crawler.portals.spider import PortalSpider


class BaoBinhPhuoc(PortalSpider):
    name = "baobinhphuoc"
    title = "Báo Bình Phước"
    unit = "tỉnh Bình Phước"
    family = "mediatech"
    listings = ("https://baobinhphuoc.com.vn/",)
    status, successor = "moved", "baodongnai"
