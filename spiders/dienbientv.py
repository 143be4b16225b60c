"""Đài Phát thanh - Truyền hình Điện Biên. Listing inferred: the home page."""

from crawler.portals.spider import PortalSpider


class DienBienTv(PortalSpider):
    name = "dienbientv"
    title = "Đài Phát thanh - Truyền hình Điện Biên"
    unit = "tỉnh Điện Biên"
    family = "press_hash"
    listings = ("https://dienbientv.vn/",)
