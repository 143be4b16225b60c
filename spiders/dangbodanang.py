"""Đảng bộ thành phố Đà Nẵng. Listing inferred from addresses."""

from crawler.portals.spider import PortalSpider


class DangBoDaNang(PortalSpider):
    name = "dangbodanang"
    title = "Đảng bộ thành phố Đà Nẵng"
    unit = "thành phố Đà Nẵng"
    listings = ("https://dangcongsan.vn/danang/xay-dung-dang",)
    article = r"^/danang/(?:[^/?#]+/)+(?P<key>[^/?#]+)\.html(?:[?#]|$)"
