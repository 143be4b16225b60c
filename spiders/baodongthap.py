"""Báo và phát thanh, truyền hình Đồng Tháp. Listings read in a source."""

from crawler.portals.spider import PortalSpider


class BaoDongThap(PortalSpider):
    name = "baodongthap"
    title = "Báo và phát thanh, truyền hình Đồng Tháp"
    unit = "tỉnh Đồng Tháp"
    family = "press_a"
    listings = ("https://baodongthap.vn/chinh-tri/", "https://baodongthap.vn/xa-hoi/")
