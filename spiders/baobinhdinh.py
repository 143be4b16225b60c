"""Báo Bình Định. Listing inferred: the home page."""

from crawler.portals.spider import PortalSpider


class BaoBinhDinh(PortalSpider):
    name = "baobinhdinh"
    title = "Báo Bình Định"
    unit = "tỉnh Bình Định"
    listings = ("https://baobinhdinh.vn/",)
    status, successor = "moved", "baogialai"
