"""Đài Phát thanh - Truyền hình Tuyên Quang. Listing inferred from addresses."""

from crawler.portals.spider import PortalSpider


class TuyenQuangTv(PortalSpider):
    name = "tuyenquangtv"
    title = "Đài Phát thanh - Truyền hình Tuyên Quang"
    unit = "tỉnh Tuyên Quang"
    family = "press_hash"
    listings = ("https://tuyenquangtv.vn/xa-hoi/",)
