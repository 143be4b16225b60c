"""Báo và phát thanh, truyền hình Điện Biên. Listing read in a source."""

from crawler.portals.spider import PortalSpider


class BaoDienBienPhu(PortalSpider):
    name = "baodienbienphu"
    title = "Báo và phát thanh, truyền hình Điện Biên"
    unit = "tỉnh Điện Biên"
    listings = ("https://baodienbienphu.vn/",)
    article = r"^/tin-bai/[^/?#]+/(?P<key>[^/?#]+)"
