"""Tỉnh ủy Gia Lai. Listing inferred from addresses."""

from crawler.portals.spider import PortalSpider


class TinhUyGiaLai(PortalSpider):
    name = "tinhuygialai"
    title = "Tỉnh ủy Gia Lai"
    unit = "tỉnh Gia Lai"
    listings = ("https://tinhuygialai.org.vn/tintuc",)
    article = r"/vi-VN-(?P<key>\d+)-\d+\.html(?:[?#]|$)"
