"""Huyện Bạch Thông, Bắc Kạn. Listing inferred: the family's search."""

from crawler.portals.spider import PortalSpider


class BachThong(PortalSpider):
    name = "bachthong"
    title = "Huyện Bạch Thông"
    unit = "huyện Bạch Thông, Bắc Kạn"
    family = "wordpress"
    listings = ("https://bachthong.gov.vn/?s=giao+ban",)
    status = "gone"
