"""Báo Kiên Giang. Listing inferred: the home page."""

from crawler.portals.spider import PortalSpider


class BaoKienGiang(PortalSpider):
    name = "baokiengiang"
    title = "Báo Kiên Giang"
    unit = "tỉnh Kiên Giang"
    family = "press_uploads"
    listings = ("https://baokiengiang.vn/",)
    status, successor = "moved", "baoangiang"
