"""Cổng thông tin điện tử thành phố Huế. Listing inferred: the home page."""

from crawler.portals.spider import PortalSpider


class Hue(PortalSpider):
    name = "hue"
    title = "Cổng thông tin điện tử thành phố Huế"
    unit = "thành phố Huế"
    family = "dotnetnuke"
    listings = ("https://hue.gov.vn/",)
