"""Phường Thuận Phước, Đà Nẵng. Listing inferred: the home page."""

from crawler.portals.spider import PortalSpider


class ThuanPhuoc(PortalSpider):
    name = "thuanphuoc"
    title = "Phường Thuận Phước"
    unit = "phường Thuận Phước, Đà Nẵng"
    family = "liferay"
    listings = ("https://thuanphuoc.danang.gov.vn/",)
    status = "gone"
