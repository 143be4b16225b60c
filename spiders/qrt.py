"""Đài Phát thanh - Truyền hình Quảng Nam. Listing inferred: the family's search."""

from crawler.portals.spider import PortalSpider


class Qrt(PortalSpider):
    name = "qrt"
    title = "Đài Phát thanh - Truyền hình Quảng Nam"
    unit = "tỉnh Quảng Nam"
    family = "wordpress"
    listings = ("https://qrt.vn/?s=giao+ban",)
    status = "gone"
