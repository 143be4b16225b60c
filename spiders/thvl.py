"""Đài Phát thanh - Truyền hình Vĩnh Long. Listing inferred: the family's search."""

from crawler.portals.spider import PortalSpider


class Thvl(PortalSpider):
    name = "thvl"
    title = "Đài Phát thanh - Truyền hình Vĩnh Long"
    unit = "tỉnh Vĩnh Long"
    family = "wordpress"
    listings = ("https://thvl.vn/?s=giao+ban",)
