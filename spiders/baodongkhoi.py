"""Báo Đồng Khởi, Bến Tre. Listing read in a source."""

from crawler.portals.spider import PortalSpider


class BaoDongKhoi(PortalSpider):
    name = "baodongkhoi"
    title = "Báo Đồng Khởi"
    unit = "tỉnh Bến Tre"
    family = "press_a"
    listings = ("https://dongkhoi.baovinhlong.vn/thoi-su/",)
