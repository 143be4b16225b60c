"""Báo và phát thanh, truyền hình Đà Nẵng. Listings read in a source."""

from crawler.portals.spider import PortalSpider


class BaoDaNang(PortalSpider):
    name = "baodanang"
    title = "Báo và phát thanh, truyền hình Đà Nẵng"
    unit = "thành phố Đà Nẵng"
    family = "onecms"
    listings = ("https://baodanang.vn/chinh-tri", "https://baodanang.vn/xa-hoi")
