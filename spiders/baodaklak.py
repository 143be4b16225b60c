"""Báo và phát thanh, truyền hình Đắk Lắk. Listings read in a source."""

from crawler.portals.spider import PortalSpider


class BaoDakLak(PortalSpider):
    name = "baodaklak"
    title = "Báo và phát thanh, truyền hình Đắk Lắk"
    unit = "tỉnh Đắk Lắk"
    family = "press_hash"
    listings = ("https://baodaklak.vn/chinh-tri/", "https://baodaklak.vn/thoi-su/")
