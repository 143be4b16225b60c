"""Báo và phát thanh, truyền hình Hưng Yên. Listings read in a source."""

from crawler.portals.spider import PortalSpider


class BaoHungYen(PortalSpider):
    name = "baohungyen"
    title = "Báo và phát thanh, truyền hình Hưng Yên"
    unit = "tỉnh Hưng Yên"
    family = "mediatech"
    listings = ("https://baohungyen.vn/chinh-tri", "https://baohungyen.vn/xa-hoi")
