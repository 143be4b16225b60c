"""Xã Chí Minh, Hải Phòng. Listing inferred from addresses."""

from crawler.portals.spider import PortalSpider


class ChiMinh(PortalSpider):
    name = "chiminh"
    title = "Xã Chí Minh"
    unit = "xã Chí Minh, Hải Phòng"
    family = "vnpt"
    listings = ("https://chiminh.haiphong.gov.vn/tin-tuc-su-kien",)
