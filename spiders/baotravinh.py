"""Báo Trà Vinh. Listing read in a source."""

from crawler.portals.spider import PortalSpider


class BaoTraVinh(PortalSpider):
    name = "baotravinh"
    title = "Báo Trà Vinh"
    unit = "tỉnh Trà Vinh"
    family = "press_a"
    listings = ("https://travinh.baovinhlong.vn/thoi-su/",)
    legacy_tls = True
