"""Đài Phát thanh - Truyền hình Bình Dương. Listing inferred from addresses."""

from crawler.portals.spider import PortalSpider


class Btv(PortalSpider):
    name = "btv"
    title = "Đài Phát thanh - Truyền hình Bình Dương"
    unit = "tỉnh Bình Dương"
    listings = ("https://btv.org.vn/tin-tuc/",)
    article = r"^/tin-tuc/[^/?#]*-(?P<key>\d+)\.html(?:[?#]|$)"
    status = "gone"
