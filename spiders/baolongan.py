"""Báo Long An. Listing inferred: the family's search."""

from crawler.portals.spider import PortalSpider


class BaoLongAn(PortalSpider):
    name = "baolongan"
    title = "Báo Long An"
    unit = "tỉnh Long An"
    family = "press_a"
    listings = ("https://baolongan.vn/tim-kiem/giao-ban.html",)
    status, successor = "moved", "baotayninh"
