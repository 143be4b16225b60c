"""Cổng thông tin điện tử tỉnh Tuyên Quang. Listing inferred: the home page."""

from crawler.portals.spider import PortalSpider


class TuyenQuang(PortalSpider):
    name = "tuyenquang"
    title = "Cổng thông tin điện tử tỉnh Tuyên Quang"
    unit = "tỉnh Tuyên Quang"
    family = "tin_bai"
    listings = ("https://tuyenquang.gov.vn/vi",)
