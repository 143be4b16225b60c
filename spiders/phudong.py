"""Xã Phù Đổng, Hà Nội. Listing inferred from addresses."""

from crawler.portals.spider import PortalSpider


class PhuDong(PortalSpider):
    name = "phudong"
    title = "Xã Phù Đổng"
    unit = "xã Phù Đổng, Hà Nội"
    family = "vccorp"
    listings = ("https://phudong.hanoi.gov.vn/hoat-dong-khoi-chinh-quyen",)
