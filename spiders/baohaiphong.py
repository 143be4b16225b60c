"""Báo và phát thanh, truyền hình Hải Phòng. Listings read in a source."""

from crawler.portals.spider import PortalSpider


class BaoHaiPhong(PortalSpider):
    name = "baohaiphong"
    title = "Báo và phát thanh, truyền hình Hải Phòng"
    unit = "thành phố Hải Phòng"
    family = "onecms"
    listings = ("https://baohaiphong.vn/chinh-tri", "https://baohaiphong.vn/xa-hoi")
