"""Đài Phát thanh - Truyền hình Kon Tum. Listing inferred: the family's search."""

from crawler.portals.spider import PortalSpider


class KonTumTv(PortalSpider):
    name = "kontumtv"
    title = "Đài Phát thanh - Truyền hình Kon Tum"
    unit = "tỉnh Kon Tum"
    family = "wordpress"
    listings = ("https://kontumtv.vn/?s=giao+ban",)
    status = "gone"
