"""Báo Thừa Thiên Huế. Listing inferred: the family's search."""

from crawler.portals.spider import PortalSpider


class BaoThuaThienHue(PortalSpider):
    name = "baothuathienhue"
    title = "Báo Thừa Thiên Huế"
    unit = "tỉnh Thừa Thiên Huế"
    family = "press_a"
    listings = ("https://baothuathienhue.vn/tim-kiem/giao-ban.html",)
    status, successor = "moved", "huengaynay"
