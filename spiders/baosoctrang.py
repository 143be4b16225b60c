"""Báo Sóc Trăng. Listing inferred: the home page."""

from crawler.portals.spider import PortalSpider


class BaoSocTrang(PortalSpider):
    name = "baosoctrang"
    title = "Báo Sóc Trăng"
    unit = "tỉnh Sóc Trăng"
    family = "press_hash"
    listings = ("https://baosoctrang.org.vn/",)
    status, successor = "moved", "baocantho"
