"""Báo và phát thanh, truyền hình Vĩnh Long. Listings read in a source."""

from crawler.portals.spider import PortalSpider


class BaoVinhLong(PortalSpider):
    name = "baovinhlong"
    title = "Báo và phát thanh, truyền hình Vĩnh Long"
    unit = "tỉnh Vĩnh Long"
    family = "press_hash"
    listings = ("https://baovinhlong.com.vn/chinh-tri/", "https://baovinhlong.com.vn/thoi-su/")
