"""Đài Phát thanh - Truyền hình Vĩnh Phúc. Listing inferred from addresses."""

from crawler.portals.spider import PortalSpider


class VinhPhucTv(PortalSpider):
    name = "vinhphuctv"
    title = "Đài Phát thanh - Truyền hình Vĩnh Phúc"
    unit = "tỉnh Vĩnh Phúc"
    family = "dotnetnuke"
    listings = ("http://vinhphuctv.vn/Qu%E1%BA%A3n-tr%E1%BB%8B/Tin-t%E1%BB%A9c-chung",)
    status = "gone"
