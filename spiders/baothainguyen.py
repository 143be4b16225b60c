"""Báo và phát thanh, truyền hình Thái Nguyên. Listing read in a source."""

from crawler.portals.spider import PortalSpider


class BaoThaiNguyen(PortalSpider):
    name = "baothainguyen"
    title = "Báo và phát thanh, truyền hình Thái Nguyên"
    unit = "tỉnh Thái Nguyên"
    family = "press_hash"
    listings = ("https://baothainguyen.vn/chinh-tri/",)
