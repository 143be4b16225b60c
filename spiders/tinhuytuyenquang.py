"""Tỉnh ủy Tuyên Quang. Listing inferred: the home page."""

from crawler.portals.spider import PortalSpider


class TinhUyTuyenQuang(PortalSpider):
    name = "tinhuytuyenquang"
    title = "Tỉnh ủy Tuyên Quang"
    unit = "tỉnh Tuyên Quang"
    listings = ("https://tuyenquang.dcs.vn/",)
    article = r"^/DetailView/(?P<key>\d+)/"
