"""Báo và phát thanh, truyền hình Hà Tĩnh. Listings read in a source."""

from crawler.portals.spider import PortalSpider


class BaoHaTinh(PortalSpider):
    name = "baohatinh"
    title = "Báo và phát thanh, truyền hình Hà Tĩnh"
    unit = "tỉnh Hà Tĩnh"
    family = "epi"
    listings = ("https://baohatinh.vn/chinh-tri/", "https://baohatinh.vn/xa-hoi/")
