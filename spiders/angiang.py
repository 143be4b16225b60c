"""Cổng thông tin điện tử tỉnh An Giang. Listing inferred: the home page."""

from crawler.portals.spider import PortalSpider


class AnGiang(PortalSpider):
    name = "angiang"
    title = "Cổng thông tin điện tử tỉnh An Giang"
    unit = "tỉnh An Giang"
    family = "drupal"
    listings = ("https://angiang.gov.vn/vi",)
