"""Báo và phát thanh, truyền hình Tuyên Quang. Listing read in a source."""

from crawler.portals.spider import PortalSpider


class BaoTuyenQuang(PortalSpider):
    name = "baotuyenquang"
    title = "Báo và phát thanh, truyền hình Tuyên Quang"
    unit = "tỉnh Tuyên Quang"
    family = "press_hash"
    listings = ("https://baotuyenquang.com.vn/thoi-su-chinh-tri/tin-tuc/",)
