"""Đài Phát thanh - Truyền hình Thái Nguyên. Listing inferred: the home page."""

from crawler.portals.spider import PortalSpider


class ThaiNguyenTv(PortalSpider):
    name = "thainguyentv"
    title = "Đài Phát thanh - Truyền hình Thái Nguyên"
    unit = "tỉnh Thái Nguyên"
    listings = ("https://thainguyentv.vn/",)
    article = r"^/[^/?#]*-(?P<key>\d+)\.(?:html|media)(?:[?#]|$)"
    status, successor = "moved", "baothainguyen"
