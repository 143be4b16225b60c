"""Huế ngày nay. Listing inferred: the family's search."""

from crawler.portals.spider import PortalSpider


class HueNgayNay(PortalSpider):
    name = "huengaynay"
    title = "Huế ngày nay"
    unit = "thành phố Huế"
    family = "press_a"
    listings = ("https://huengaynay.vn/tim-kiem/giao-ban.html",)
