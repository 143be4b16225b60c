"""Thành phố Hạ Long, Quảng Ninh. Listing inferred: the home page."""

from crawler.portals.spider import PortalSpider


class HaLong(PortalSpider):
    name = "halong"
    title = "Thành phố Hạ Long"
    unit = "thành phố Hạ Long, Quảng Ninh"
    family = "liferay"
    listings = ("https://halongcity.gov.vn/",)
    status = "gone"
