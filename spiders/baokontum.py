"""Báo Kon Tum. Listing inferred: the home page."""

from crawler.portals.spider import PortalSpider


class BaoKonTum(PortalSpider):
    name = "baokontum"
    title = "Báo Kon Tum"
    unit = "tỉnh Kon Tum"
    family = "press_uploads"
    listings = ("https://baokontum.com.vn/",)
    status, successor = "moved", "baoquangngai"
