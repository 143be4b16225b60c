"""Báo Bắc Kạn. Listing inferred: the family's search."""

from crawler.portals.spider import PortalSpider


class BaoBacKan(PortalSpider):
    name = "baobackan"
    title = "Báo Bắc Kạn"
    unit = "tỉnh Bắc Kạn"
    family = "epi"
    listings = ("https://baobackan.vn/search/?q=giao%20ban",)
    status, successor = "moved", "baothainguyen"
