"""Báo và phát thanh, truyền hình Lâm Đồng. Listings read in a source."""

from crawler.portals.spider import PortalSpider


class BaoLamDong(PortalSpider):
    name = "baolamdong"
    title = "Báo và phát thanh, truyền hình Lâm Đồng"
    unit = "tỉnh Lâm Đồng"
    listings = ("https://baolamdong.vn/chinh-tri", "https://baolamdong.vn/thoi-su")
    article = r"^/(?:[^?#]*/)?[^/?#]*-(?P<key>\d+)\.html(?:[?#]|$)"
