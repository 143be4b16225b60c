"""Cổng thông tin điện tử tỉnh Hậu Giang. Listing inferred: the home page."""

from crawler.portals.spider import PortalSpider


class HauGiang(PortalSpider):
    name = "haugiang"
    title = "Cổng thông tin điện tử tỉnh Hậu Giang"
    unit = "tỉnh Hậu Giang"
    listings = ("https://haugiang.gov.vn/",)
    status, successor = "moved", "cantho"
