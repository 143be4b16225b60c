"""Xã Lao Chải, Tuyên Quang. Listing inferred: the home page."""

from crawler.portals.spider import PortalSpider


class LaoChai(PortalSpider):
    name = "laochai"
    title = "Xã Lao Chải"
    unit = "xã Lao Chải, Tuyên Quang"
    family = "tin_bai"
    listings = ("https://laochai.tuyenquang.gov.vn/vi",)
