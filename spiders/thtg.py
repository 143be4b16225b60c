"""Đài Phát thanh - Truyền hình Tiền Giang. Listing inferred: the family's search."""

from crawler.portals.spider import PortalSpider


class Thtg(PortalSpider):
    name = "thtg"
    title = "Đài Phát thanh - Truyền hình Tiền Giang"
    unit = "tỉnh Tiền Giang"
    family = "wordpress"
    listings = ("https://thtg.vn/?s=giao+ban",)
