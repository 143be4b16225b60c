"""Trang tin thành phố Hải Phòng. Listing inferred: the family's search."""

from crawler.portals.spider import PortalSpider


class ThanhPhoHaiPhong(PortalSpider):
    name = "thanhphohaiphong"
    title = "Trang tin thành phố Hải Phòng"
    unit = "thành phố Hải Phòng"
    family = "wordpress"
    listings = ("https://thanhphohaiphong.gov.vn/?s=giao+ban",)
