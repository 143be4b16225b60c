"""Báo Bạc Liêu. Listing inferred: the home page."""

from crawler.portals.spider import PortalSpider


class BaoBacLieu(PortalSpider):
    name = "baobaclieu"
    title = "Báo Bạc Liêu"
    unit = "tỉnh Bạc Liêu"
    family = "press_uploads"
    listings = ("https://baobaclieu.vn/",)
    status, successor = "moved", "baocamau"
