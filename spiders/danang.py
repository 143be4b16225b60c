"""Cổng thông tin điện tử thành phố Đà Nẵng. Listing inferred: the home page."""

from crawler.portals.spider import PortalSpider


class DaNang(PortalSpider):
    name = "danang"
    title = "Cổng thông tin điện tử thành phố Đà Nẵng"
    unit = "thành phố Đà Nẵng"
    family = "liferay"
    listings = ("https://www.danang.gov.vn/",)
