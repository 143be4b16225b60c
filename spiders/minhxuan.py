"""Phường Minh Xuân, Tuyên Quang. Listing inferred: the home page."""

from crawler.portals.spider import PortalSpider


class MinhXuan(PortalSpider):
    name = "minhxuan"
    title = "Phường Minh Xuân"
    unit = "phường Minh Xuân, Tuyên Quang"
    family = "tin_bai"
    listings = ("https://minhxuan.tuyenquang.gov.vn/vi",)
