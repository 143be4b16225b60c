"""Báo và phát thanh, truyền hình Quảng Ninh. Listings read in a source."""

from crawler.portals.spider import PortalSpider


class BaoQuangNinh(PortalSpider):
    name = "baoquangninh"
    title = "Báo và phát thanh, truyền hình Quảng Ninh"
    unit = "tỉnh Quảng Ninh"
    family = "mediatech"
    listings = ("https://baoquangninh.vn/chinh-tri", "https://baoquangninh.vn/xa-hoi")
