"""Xã Sơn Dương, Tuyên Quang. Listing read in a source."""

from crawler.portals.spider import PortalSpider


class SonDuong(PortalSpider):
    name = "sonduong"
    title = "Xã Sơn Dương"
    unit = "xã Sơn Dương, Tuyên Quang"
    family = "tin_bai"
    listings = ("https://sonduong.tuyenquang.gov.vn/vi/dai-hoi-dang-cac-cap?id=12856",)
