"""Báo và phát thanh, truyền hình Cà Mau. Listing inferred: the home page."""

from crawler.portals.spider import PortalSpider


class BaoCaMau(PortalSpider):
    name = "baocamau"
    title = "Báo và phát thanh, truyền hình Cà Mau"
    unit = "tỉnh Cà Mau"
    listings = ("https://baocamau.vn/",)
